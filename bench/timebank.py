"""How well are dates read? Precision, recall and F1 of values against TimeBank's TIMEX3 annotations.

The corpus is not part of this project: get TimeBank (data/TBAQ-cleaned/TimeBank of the TempEval-3 data) and name it.

    .venv/bin/python bench/timebank.py FOLDER [--errors]

A TIMEX3 of type DATE or TIME whose value is of the calendar (1998-02-27, 1998-W09, 1998-Q1, 1998-SU, 1998-02, 1998,
199) stands for the days that it covers. Fogline's mention is right where it overlaps such a TIMEX3 and has the same
days, or, so as not to punish what says more than the annotation can:

- "since February", "by Friday": the bounded side has the days of the value (TIMEX3 leaves the bound out),
- "early May", "earlier this month" (TIMEX3 says it with `mod`, or annotates "this month" alone): days within those of
  the value, of the same precision,
- "from 3 to 5 May" (two TIMEX3): its ends are the days of both, which are then both found,
- a night: the evening's day, or that and the next morning's.

Of three figures printed, the first leaves durations, sets and vague words ("now", "recently", "a two-year plan") out
on both sides: Fogline gives days. The second counts every DATE and TIME, so that "now" and "recently" are misses. The
third counts every TIMEX3, durations and sets too, and asks that the days be just those of the value.
"""

import argparse
import datetime as dt
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import fogline
from fogline.lexicon.time import time_words
from fogline.model import DateMention
from fogline.read import calendar_days as days

SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
DAY = dt.timedelta(days=1)
NARROWING = re.compile(r"\b(?:early|earlier|mid|late|later|beginning|start|end)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Timex:
    """An annotation: its place in the text, its kind, and the days of its value (None where it has none)."""

    start: int
    end: int
    text: str
    kind: str
    value: str
    mod: str
    span: days.Span | None


@dataclass(slots=True)
class Count:
    """Annotations, mentions, and how many of either are right."""

    name: str
    wanted: int = 0
    given: int = 0
    right: int = 0

    def line(self) -> str:
        """The figures in one line."""
        precision, recall = self.right / max(self.given, 1), self.right / max(self.wanted, 1)
        f1 = 2 * self.right / max(self.given + self.wanted, 1)
        return (
            f"{self.name:38} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"
            f"  ({self.right} right of {self.given} given, {self.wanted} wanted)"
        )


def main() -> None:
    """Read every .tml file of a folder and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="print what is wrong, a line each")
    options = parser.parse_args()
    counts = [Count("dates of the calendar"), Count("every DATE and TIME"), Count("every TIMEX3, days exactly")]
    files = sorted(path for path in options.folder.glob("*.tml") if not path.name.startswith("."))
    for path in files:
        text, published, wanted = document(path)
        found = fogline.dates(text, published)
        pairs = aligned(wanted, found)
        count(counts, wanted, found, pairs)
        if options.errors:
            for line in errors(text, wanted, found, pairs):
                say(f"{path.stem} {published} {line}")
    say(f"{len(files)} documents")
    for one in counts:
        say(one.line())


def document(path: Path) -> tuple[str, str, list[Timex]]:
    """The text of a document, its day of creation, and the annotations in its text."""
    root = ET.parse(path).getroot()  # noqa: S314 - a corpus that the user names
    created = root.find(".//DCT/TIMEX3")
    body = root.find("TEXT")
    assert created is not None and body is not None, path
    text, wanted = "", []
    for element, piece in _pieces(body):
        if element is not None:
            value, kind = element.get("value", ""), element.get("type", "")
            span = days_of(value) if kind in ("DATE", "TIME") else None
            words = "".join(element.itertext())
            start, end = len(text), len(text) + len(words)
            wanted.append(Timex(start, end, words, kind, value, element.get("mod", ""), span))
        text += piece
    return text, created.get("value", "")[:10], [timex for timex in wanted if timex.text]


def _pieces(element: ET.Element) -> Iterator[tuple[ET.Element | None, str]]:
    """The text in order, each piece with the TIMEX3 that begins at it."""
    own = element if element.tag == "TIMEX3" else None
    yield own, element.text or ""
    for child in element:
        yield from _pieces(child)
        yield None, child.tail or ""


def days_of(value: str) -> days.Span | None:
    """The days of a TIMEX3 value; None where it is not one of the calendar."""
    value = re.sub(r"T.*", "", value)
    numbers = [int(part) for part in re.findall(r"\d+", value)]
    for form, reading in FORMS.items():
        if re.fullmatch(form, value):
            try:
                return reading(value, *numbers)
            except ValueError:
                return None
    return None


def _part_of_year(value: str, year: int, number: int) -> days.Span:
    length = 3 if "Q" in value else 6
    return days.month(year, number * length - length + 1)[0], days.month(year, number * length)[1]


def _week(value: str, year: int, number: int) -> days.Span:
    monday = dt.date.fromisocalendar(year, number, 1)
    return (monday + 5 * DAY if value.endswith("WE") else monday), monday + 6 * DAY


def _years(value: str, number: int) -> days.Span:
    length = 10 ** (4 - len(value))
    return dt.date(number * length, 1, 1), dt.date((number + 1) * length - 1, 12, 31)


FORMS: dict[str, Callable[..., days.Span]] = {
    r"\d{4}-\d\d-\d\d": lambda value, *numbers: (dt.date(*numbers), dt.date(*numbers)),
    r"\d{4}-\d\d": lambda value, *numbers: days.month(*numbers),
    r"\d{2,4}": _years,
    r"\d{4}-[QH]\d": _part_of_year,
    r"\d{4}-W\d\d(-WE)?": _week,
    r"\d{4}-(SP|SU|FA|WI)": lambda value, year: days.season(year, *time_words().seasons[SEASONS[value[-2:]]]),
}


def aligned(wanted: list[Timex], found: list[DateMention]) -> dict[int, int]:
    """For each mention (by index) the annotation that it overlaps most; an annotation has one mention."""
    overlaps = [
        (min(timex.end, mention.end) - max(timex.start, mention.start), -w, -f)
        for f, mention in enumerate(found)
        for w, timex in enumerate(wanted)
        if mention.start < timex.end and timex.start < mention.end
    ]
    pairs: dict[int, int] = {}
    for _, w, f in sorted(overlaps, reverse=True):
        if -f not in pairs and -w not in pairs.values():
            pairs[-f] = -w
    return pairs


def is_right(timex: Timex, mention: DateMention) -> bool:
    """Whether a mention has the days of the annotation's value, in the fair reading of the text above."""
    if timex.span is None:
        return False
    first, last = timex.span
    is_night = timex.kind == "TIME" and mention.first == first and mention.last == first + DAY
    narrowed = bool(timex.mod or NARROWING.search(mention.text))
    ends = [day for day in (mention.first, mention.last) if day]
    if mention.precision == "open":
        bounds = (first, last, first - DAY)
        fits = any(day in bounds or (narrowed and first <= day <= last) for day in ends)
    else:
        fits = narrowed and mention.precision != "day" and all(first <= day <= last for day in ends)
    return exactly(timex, mention) or is_night or fits


def both_ends(wanted: list[Timex], found: list[DateMention]) -> set[int]:
    """The mentions (by index) that are a range from the days of one annotation to those of another."""
    ranges = set()
    for f, mention in enumerate(found):
        inside = [timex for timex in wanted if mention.start <= timex.start and timex.end <= mention.end and timex.span]
        spans = [timex.span for timex in inside if timex.span]
        if len(spans) == 2 and (spans[0][0], spans[1][1]) == (mention.first, mention.last):
            ranges.add(f)
    return ranges


def exactly(timex: Timex, mention: DateMention) -> bool:
    """Whether the mention has just the days of the annotation's value."""
    return timex.span == (mention.first, mention.last)


def count(counts: list[Count], wanted: list[Timex], found: list[DateMention], pairs: dict[int, int]) -> None:
    """Add a document to the three counts."""
    fair, dated, every = counts
    ranges = both_ends(wanted, found)
    right = 2 * len(ranges) + sum(is_right(wanted[w], found[f]) for f, w in pairs.items() if f not in ranges)
    vague = {f for f, w in pairs.items() if wanted[w].span is None}
    timed = {f for f, w in pairs.items() if wanted[w].kind in ("DATE", "TIME")}
    fair.wanted += sum(timex.span is not None for timex in wanted)
    fair.given += len(found) + len(ranges) - len(vague)
    dated.wanted += sum(timex.kind in ("DATE", "TIME") for timex in wanted)
    dated.given += len(timed) + len(ranges) + len(found) - len(pairs)
    every.wanted += len(wanted)
    every.given += len(found)
    fair.right += right
    dated.right += right
    every.right += sum(exactly(wanted[w], found[f]) for f, w in pairs.items())


def errors(text: str, wanted: list[Timex], found: list[DateMention], pairs: dict[int, int]) -> Iterator[str]:
    """What is wrong: missed annotations, mentions of nothing, wrong days."""
    for f, mention in enumerate(found):
        given = f"{mention.text!r} {mention.first}..{mention.last} {mention.precision}"
        around = " ".join(text[max(0, mention.start - 60) : mention.end + 40].split())
        if f not in pairs:
            yield f"EXTRA {given} | {around}"
        elif wanted[pairs[f]].span and not is_right(wanted[pairs[f]], mention):
            timex = wanted[pairs[f]]
            yield f"WRONG {given} not {timex.value} {timex.mod} {timex.text!r} | {around}"
    for w, timex in enumerate(wanted):
        if timex.span and w not in pairs.values():
            around = " ".join(text[max(0, timex.start - 60) : timex.end + 40].split())
            yield f"MISSED {timex.text!r} {timex.value} | {around}"


def say(line: str) -> None:
    """One line of output."""
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
