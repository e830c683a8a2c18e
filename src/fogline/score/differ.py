"""What is wrong in an event that was found? Values of the case that were not read, and values read besides."""

from collections.abc import Iterable
from dataclasses import dataclass

from fogline.score.compare import near, same_days, voices_apart
from fogline.score.events import LISTS, Claim, Days, Event, Figure, Point
from fogline.score.names import Names

NO_DIFFERENCE: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """A field on which a case and a ledger differ; values as a person reads them."""

    field: str
    missed: tuple[str, ...]
    added: tuple[str, ...]


def differences(gold: Event, found: Event, names: Names) -> list[Difference]:
    """The fields that are not all right, in the order of the score."""
    apart = []
    if gold.type != found.type:
        apart.append(Difference("type", _told(gold.type), _told(found.type)))
    if not same_days(gold.date, found.date):
        apart.append(Difference("date", _told(days(gold.date)), _told(days(found.date))))
    if not near(gold.place, found.place):
        apart.append(Difference("place", _told(place(gold.place)), _told(place(found.place))))
    for field in LISTS:
        apart.append(_lists(field, gold.lists[field], found.lists[field], names))
    wanted, got = gold.figures, found.figures
    apart.append(Difference("figures", _figures(wanted - got), _figures(got - wanted)))
    _, missed, added = voices_apart(gold, found, names)
    apart.append(Difference("voices", _voices(missed), _voices(added)))
    disputed = gold.disputed - found.disputed, found.disputed - gold.disputed
    apart.append(Difference("disputed", tuple(sorted(disputed[0])), tuple(sorted(disputed[1]))))
    return [one for one in apart if one.missed or one.added]


def days(date: Days | None) -> str:
    """Days as "2024-12-21" or "2024-12-21..2024-12-22"; "" where none are known."""
    if date is None:
        return ""
    first, last = date
    return f"{first}" if first == last else f"{first}..{last}"


def place(point: Point | None) -> str:
    """The name of a place; "" where none is known."""
    return (point.name or f"{point.lat}, {point.lon}") if point else ""


def figure(told: Figure) -> str:
    """A figure as "killed 4", "killed 4–6", or "killed 4+" where it is open."""
    name, low, high = told
    return f"{name} {low}" if low == high else f"{name} {low}+" if high is None else f"{name} {low}–{high}"


def _told(value: str | None) -> tuple[str, ...]:
    return (value,) if value else NO_DIFFERENCE


def _lists(field: str, gold: Iterable[str], found: Iterable[str], names: Names) -> Difference:
    wanted, got = ({names.party(name): name for name in some} for some in (gold, found))
    missed = tuple(sorted(wanted[key] for key in wanted.keys() - got))
    return Difference(field, missed, tuple(sorted(got[key] for key in got.keys() - wanted)))


def _figures(figures: Iterable[Figure]) -> tuple[str, ...]:
    return tuple(sorted(map(figure, figures)))


def _voices(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(sorted(f"{claim.report} {claim.by or claim.side} {claim.stance}{_side(claim)}" for claim in claims))


def _side(claim: Claim) -> str:
    return f" ({claim.side})" if claim.side and claim.by else ""
