"""How are the parts of an event and a claim put into words for a person?

Exact words: bounds as they were given ("6+", "0–1"), "says" and "denies", never "confirmed".
"""

import datetime as dt
from collections.abc import Iterable

from fogline.lexicon import parties as lexicon
from fogline.lexicon import wording
from fogline.lexicon.labels import labels
from fogline.model import Claim, Days, Event, Figure, FigureRange, Place, Report

WARNING_SIGN = "⚠"
RANGE = "–"
GROWS = " … "
ARROW = " → "


def day(date: dt.date) -> str:
    """A day as "30 Jul 2023"."""
    return f"{date.day} {date:%b %Y}"


def days(when: Days | None) -> str:
    """An interval as "30 Jul 2023" or "30–31 Jul 2023"; "" where no report says when."""
    if when is None:
        return ""
    if when.first == when.last:
        return day(when.first)
    if (when.first.year, when.first.month) == (when.last.year, when.last.month):
        return f"{when.first.day}{RANGE}{day(when.last)}"
    if when.first.year == when.last.year:
        return f"{when.first.day} {when.first:%b} {RANGE} {day(when.last)}"
    return f"{day(when.first)} {RANGE} {day(when.last)}"


def moment(published: str | None) -> dt.datetime | None:
    """When a report came out, in UTC; midnight where only the day is known, None where nothing is."""
    if not published:
        return None
    time = dt.datetime.fromisoformat(published)
    return time.replace(tzinfo=dt.UTC) if time.tzinfo is None else time.astimezone(dt.UTC)


def moment_of(published: str | None) -> str:
    """The day of publication, and the hour in the report's own time zone: "31 Jul 11:52"; "" where unknown."""
    if not published:
        return ""
    time = dt.datetime.fromisoformat(published)
    return f"{time.day} {time:%b}" if time.tzinfo is None else f"{time.day} {time:%b %H:%M}"


def place(where: Place | None) -> str:
    """A place with its country, "Kryvyi Rih, UA"; only the name for a country; "" where none is known."""
    return wording.where(where.name, where.country, where.precision) if where else ""


def what(event: Event | Claim) -> str:
    """The weapons of a strike ("drones", "missiles"), else the type's word, with its status where it did not happen."""
    return wording.what(event.type, event.status, event.weapon)


def what_disputed(event: Event) -> str:
    """What an event is, with a sign where its claims contradict each other in anything but the number of dead.

    A dispute over the dead is shown beside their number, one that is settled nowhere.
    """
    return f"{what(event)} {WARNING_SIGN}" if still_disputed(event) - {"killed"} else what(event)


def still_disputed(event: Event) -> set[str]:
    """The fields on which the claims of an event contradict each other and no side has come over to the others."""
    return set(event.disputed) - {dispute.field for dispute in event.disputes if dispute.conceded}


def acled(event: Event) -> str:
    """ACLED's sub-event type of an event; "" where it has none, or where the actor that would decide is not known."""
    words, known = labels(), lexicon.parties()
    actors = [known[name] for name in event.actor if name in known]
    if len(actors) == len(event.actor) > 0:
        if all(actor.kind == "armed_group" for actor in actors):
            return words.acled_armed_group.get(event.type, words.acled[event.type])
        if event.place and all(actor.kind == "state" and actor.iso2 == event.place.country for actor in actors):
            return words.acled_at_home.get(event.type, words.acled[event.type])
    return words.acled[event.type]


def parties(names: Iterable[str]) -> str:
    """Party names in a row."""
    return ", ".join(names)


def who(event: Event | Claim) -> str:
    """Actor and target, "Russia → Ukraine"; a side that nobody names is "?"."""
    if not event.actor and not event.target:
        return ""
    return f"{parties(event.actor) or '?'}{ARROW}{parties(event.target) or '?'}"


def figure(count: Figure) -> str:
    """A count with its bounds as given: "6", "6+", "45–50"."""
    if count.high is None:
        return f"{count.low}+"
    return str(count.low) if count.low == count.high else f"{count.low}{RANGE}{count.high}"


def figure_range(event: Event, name: str) -> str:
    """A figure over all claims: its latest value, where it began if it grew, its range where a lower count came after
    a higher one, and with a sign where it is disputed.
    """
    found = event.figures.get(name)
    if found is None:
        return ""
    if name in event.disputed:
        return f"{_whole(found)} {WARNING_SIGN}"
    if has_fallen(found.high, found.latest.low, found.latest.high):
        return _whole(found)
    latest = figure(found.latest)
    return latest if found.low >= found.latest.low else f"{found.low}{GROWS}{latest}"


def figure_listed(event: Event, name: str) -> str:
    """The same for a list: with a sign only where it is still disputed."""
    shown = figure_range(event, name)
    return shown if name in still_disputed(event) else shown.removesuffix(f" {WARNING_SIGN}")


def figure_spread(found: FigureRange) -> str:
    """A figure from the lowest to the highest word of all claims: "1–6", "0–1", "6+"."""
    return _whole(found)


def has_fallen(high: int | None, latest_low: int, latest_high: int | None) -> bool:
    """Whether some word is higher than the latest: "5" before "2", "8" before "at least 6"."""
    if high is None:
        return latest_high is not None  # an open count stands above all others only where it is the highest word
    return high > (latest_low if latest_high is None else latest_high)


def _whole(found: FigureRange) -> str:
    return figure(Figure(found.low, found.high))


def voice(claim: Claim, report: Report | None) -> str:
    """Who says it, with the side: "Ihor Klymenko (Ukraine)"; the outlet where it speaks in its own voice."""
    name = claim.by or (report.source if report else None) or f"report {claim.report}"
    return f"{name} ({claim.side})" if claim.side and claim.side not in name else name


def verb(claim: Claim) -> str:
    """What the voice does: "says", "denies", "has not commented"."""
    return labels().stances[claim.stance]


def voices(event: Event) -> int:
    """How many different voices speak of an event; an outlet's own voice counts once a report."""
    return len({(claim.by or claim.report, claim.side) for claim in event.claims})


def borne_out(event: Event) -> str:
    """From how many origins, and what they amount to: "3 independent origins: both sides say so"."""
    origins = count(event.origins, "independent origin")
    level = event.corroboration if event.origins > 1 else None
    return f"{origins}: {labels().corroboration[level]}" if level else origins


def title(event: Event) -> str:
    """A line that names an event: "Missiles on Kryvyi Rih, UA"."""
    return wording.title(event.type, event.status, event.weapon, place(event.place))


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 event", "3 events"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def cut(text: str, most: int) -> str:
    """The text, with an ellipsis in place of what is beyond `most` characters."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
