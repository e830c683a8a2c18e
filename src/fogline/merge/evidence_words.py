"""What does a feature of two tellings rest on, in words to show a reader?"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from fogline.merge.kinds import MUTUAL
from fogline.merge.unit import Unit, folded
from fogline.merge.wording import as_written, in_common
from fogline.model import Days, Figure


def places(one: Unit, other: Unit) -> str:
    """Both places by name."""
    return f"{one.place.name if one.place else '?'} | {other.place.name if other.place else '?'}"


def days(one: Unit, other: Unit) -> str:
    """Both intervals."""
    if one.days is None or other.days is None:
        return "one is not dated"
    return f"{_interval(one.days)} | {_interval(other.days)}"


def figures(best: Sequence[tuple[float, str, Figure, Figure]]) -> str:
    """The figures that agree best."""
    return "; ".join(f"{name} {_count(a)} | {_count(b)}" for _, name, a, b in best) or "no figure in common"


def _type(one: Unit, other: Unit) -> str:
    if one.type == other.type:
        return one.type
    said_open = one.group != other.group and one.ahead == other.ahead and (one.open or other.open)
    return f"{one.type} | {other.type}{': one is open' if said_open else ''}"


def _parties(one: Unit, other: Unit) -> str:
    if one.group in MUTUAL and one.group == "talks":
        return f"{_names(one.actor | one.target)} | {_names(other.actor | other.target)}"
    return f"{_names(one.actor)} → {_names(one.target)} | {_names(other.actor)} → {_names(other.target)}"


def _voices(one: Unit, other: Unit) -> str:
    return f"{_names(one.voices)} | {_names(other.voices)}"


def _object(one: Unit, other: Unit) -> str:
    return ", ".join(sorted(one.weapon & other.weapon | one.against & other.against))


def _sentence(one: Unit, other: Unit) -> str:
    """The first sentence that both have, as it stands in one."""
    common = one.sentences & other.sentences
    return min((c.sentence for c in one.claims if folded(c.sentence) in common), default="no sentence in common")


def _written(one: Unit, other: Unit, stems: frozenset[str]) -> str:
    return ", ".join(as_written(stems, one.claims, other.claims))


DETAILS: Final[Mapping[str, Callable[[Unit, Unit], str]]] = {
    "type": _type,
    "days": days,
    "part of day": lambda one, other: f"{_names(one.halves)} | {_names(other.halves)}",
    "parties": _parties,
    "weapon": lambda one, other: f"{_names(one.weapon)} | {_names(other.weapon)}",
    "against": lambda one, other: f"{_names(one.against)} | {_names(other.against)}",
    "voice": lambda one, other: ", ".join(sorted(one.voices & other.voices)) or _voices(one, other),
    "object": _object,
    "words": _sentence,
    "place named": places,
    "day named": lambda one, other: _written(one, other, in_common(one.day_words, other.day_words)),
    "names": lambda one, other: _written(one, other, in_common(one.names, other.names)),
    "rare words": lambda one, other: _written(one, other, in_common(one.words, other.words)),
}


def _names(parties: frozenset[str]) -> str:
    return ", ".join(sorted(parties)) or "?"


def _interval(days: Days) -> str:
    return days.first.isoformat() if days.length == 1 else f"{days.first.isoformat()}..{days.last.isoformat()}"


def _count(figure: Figure) -> str:
    if figure.high is None:
        return f"{figure.low}+"
    return f"{figure.low}" if figure.low == figure.high else f"{figure.low}–{figure.high}"
