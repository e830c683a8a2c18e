"""Which values has a claim, from which words, by which rule and which entry of the lexicon?

The rows behind all three forms of `fogline explain`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fogline.lexicon.labels import labels
from fogline.model import FIGURES, Claim, Reason, Report
from fogline.publish import claim_json, words

LISTS = ("actor", "target", "against", "weapon", "effects")
UNKNOWN_RULE = "rule not known"
Reasons = Mapping[str, Sequence[Reason]]


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a claim.

    `key` is that of its span and its reasons, `question` the key without a list's value, `shown` the value in words,
    `data` as the export writes it; `span` is None where no words of the report stand behind it.
    """

    key: str
    question: str
    shown: str
    data: Any
    span: tuple[int, int] | None
    reasons: tuple[Reason, ...]

    @property
    def words(self) -> tuple[int, int] | None:
        """Where the words are that gave the value: its own span, else that of the first reason."""
        return self.span or (self.reasons[0].span if self.reasons else None)

    @property
    def rule(self) -> str | None:
        """The rule of the first reason."""
        return self.reasons[0].rule if self.reasons else None

    @property
    def entry(self) -> str | None:
        """The lexicon entry of the first reason."""
        return self.reasons[0].entry if self.reasons else None


def values_of(claim: Claim, report: Report, reasons: Reasons) -> list[Value]:
    """The values of a claim in the order of the questions."""
    return [
        Value(key, key.partition(":")[0], shown, data, claim.spans.get(key), tuple(reasons.get(key, ())))
        for key, shown, data in _values(claim, report)
    ]


def _values(claim: Claim, report: Report) -> Iterator[tuple[str, str, Any]]:
    """Key, words and JSON of each value."""
    form = claim_json(claim)
    yield "what", claim.type, claim.type
    if claim.status != "occurred":
        yield "status", labels().statuses[claim.status], claim.status
    if claim.date:
        yield "when", words.days(claim.date), form["date"]
    if claim.place:
        yield "where", words.place(claim.place), form["place"]
    for name in LISTS:
        for position, value in enumerate(form[name]):
            yield (f"{name}:{value}" if position else name), value, value
    for name in (name for name in FIGURES if name in claim.figures):
        yield name, words.figure(claim.figures[name]), form["figures"][name]
    yield "said", words.voice(claim, report), claim.by
    if claim.side:
        yield "side", claim.side, claim.side
    if claim.stance != "asserts":
        yield "stance", labels().stances[claim.stance], claim.stance
