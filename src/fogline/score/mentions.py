"""Which words of a report tell of which event? `mentions.jsonl` of a case, each value found in its sentence."""

import itertools
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fogline.model import FIGURES
from fogline.score.checks import Value, parse_json, read_text
from fogline.score.events import Span

ROLES = ("what", "actor", "target", "where", "when", "weapon", "against", "effects", "said", *FIGURES)
KEYS = frozenset({"e", "r", "at", *ROLES})
WITHIN = 700  # characters: the longest sentence that an `at` may begin


@dataclass(frozen=True, slots=True)
class Mention:
    """One sentence's telling of one event; `spans` are the words for each role, in characters of the whole report."""

    event: str
    report: str
    spans: tuple[tuple[str, Span], ...]


def read_mentions(path: Path, texts: Mapping[str, str], events: Collection[str]) -> tuple[Mention, ...]:
    """The mentions of a file; `texts` are the reports by id. Raises CaseError."""
    lines = enumerate(read_text(path).splitlines(), start=1)
    return tuple(_mention(parse_json(line, f"{path}, line {n}"), texts, events) for n, line in lines if line.strip())


def _mention(line: Value, texts: Mapping[str, str], events: Collection[str]) -> Mention:
    unknown = sorted(set(line.mapping()) - KEYS)
    if unknown:
        raise line.fault(f"there is no key {unknown[0]!r} for a mention")
    report = line["r"].one_of(tuple(texts))
    start = texts[report].find(line["at"].text())
    if start < 0:
        raise line.fault(f"there is no sentence {line['at'].of!r} in {report}")
    if not line.mapping().get("what"):
        raise line.fault("needs a what, the words that name the happening")
    sentence = texts[report][start : start + WITHIN]
    spans = tuple((role, (start + at, start + at + len(words))) for role, words, at in _places(line, sentence))
    return Mention(line["e"].one_of(tuple(events)), report, spans)


def _places(line: Value, sentence: str) -> Iterator[tuple[str, str, int]]:
    """Each role's words and where in the sentence they stand."""
    for role in ROLES:
        value = line[role]
        parts = [] if value.of is None else [value] if isinstance(value.of, str) else list(value.items())
        for part in parts:
            at = sentence.find(part.text())
            if at < 0:
                raise line.fault(f"{role} {part.of!r} is not in the sentence {line['at'].of!r}")
            yield role, part.text(), at


def by_words(mentions: Collection[Mention]) -> dict[tuple[str, str], list[tuple[str, Span]]]:
    """By report and role: each event's id with the words that tell of it."""
    told = sorted((m.report, role, m.event, span) for m in mentions for role, span in m.spans)
    grouped = itertools.groupby(told, key=lambda row: row[:2])
    return {key: [(event, span) for _, _, event, span in rows] for key, rows in grouped}
