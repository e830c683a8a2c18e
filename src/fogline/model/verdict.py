"""A verdict: a person's word on which tellings are of one happening, kept with author, time and reason."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Literal

Kind = Literal["same", "different", "split", "undo"]
State = Literal["in_force", "partly_overruled", "overruled", "undone", "waiting"]
KINDS: Final = ("same", "different", "split", "undo")
# Characters; a reason is a sentence or two, and a row that others import must not be a book.
LONGEST_REASON = 2000
LONGEST_AUTHOR = 200
# Verdicts that hold tellings apart.
PARTING: Final = ("different", "split")


@dataclass(frozen=True, slots=True, order=True)
class Telling:
    """One report's telling of one happening: what a verdict is about, since events come and go with their claims.

    `words` is a hash of the report's source and words, by which another ledger finds the report whatever its id there;
    `report` is its id where the verdict was given, `happening` the happening's name within it.
    """

    report: str
    happening: str
    words: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """A row that is never changed: what a person said, when and why.

    `same`: all tellings of both sides are of one happening. `different`: no telling of `one` is of a happening of
    `other`. `split`: the same, where `one` left the event that kept `other`. `undo`: verdict `of` holds no longer; an
    undo can be undone. `at` is ISO 8601 in UTC with milliseconds, so that verdicts sort by it; `id` is a hash of all
    the rest.
    """

    id: str
    kind: Kind
    one: tuple[Telling, ...]
    other: tuple[Telling, ...]
    of: str | None
    author: str
    at: str
    reason: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict with what became of it, and the ids of the verdicts that undid or overruled it.

    `in_force`; `partly_overruled` or `overruled` by later verdicts that contradict it; `undone`; `waiting` for reports
    that the ledger does not hold, or for the verdict that it undoes.
    """

    verdict: Verdict
    state: State
    by: tuple[str, ...] = ()


def verdict(
    kind: Kind,
    one: Iterable[Telling],
    other: Iterable[Telling],
    *,
    of: str | None = None,
    author: str,
    at: dt.datetime,
    reason: str,
) -> Verdict:
    """A verdict with its id. Raises ValueError for a time without an offset."""
    if at.tzinfo is None:
        raise ValueError("the time of a verdict needs an offset")
    sides = (tuple(sorted(set(one))), tuple(sorted(set(other))))
    first, second = sides if kind == "split" else sorted(sides)
    moment = at.astimezone(dt.UTC).isoformat(timespec="milliseconds")
    body = Verdict("", kind, first, second, of, author, moment, reason)
    return replace(body, id=verdict_id(body))


def verdict_id(body: Verdict) -> str:
    """The id that a verdict must have: a hash of all that it says (16 hex digits)."""
    tellings = [[[t.report, t.happening, t.words] for t in side] for side in (body.one, body.other)]
    whole = json.dumps([body.kind, *tellings, body.of, body.author, body.at, body.reason], separators=(",", ":"))
    return hashlib.sha256(whole.encode()).hexdigest()[:16]


def in_order(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """By time, then id: the order of every list of verdicts."""
    return sorted(verdicts, key=lambda one: (one.at, one.id))
