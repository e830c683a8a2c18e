"""The way of a report: collect -> read -> merge -> ledger.

Reports come in batches; each batch is stored with its claims in one transaction, so that a run that is killed keeps
what it stored and can be repeated. Events are drawn from all claims once, at the end.
"""

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from fogline.ledger import Standing, Store
from fogline.merge import merge
from fogline.model import Reading, Report
from fogline.model.problem import Problem
from fogline.settings import DEFAULT_BATCH


class Reader(Protocol):
    """What reads reports of one language."""

    def read_many(self, reports: Iterable[Report], /) -> Iterable[Reading]:
        """A reading for each report, in their order."""
        ...


# The reader of a language (ISO 639-1, None where unknown), or None where there is none yet.
ReaderOf = Callable[[str | None], Reader | None]
# Called with the number of reports that are done and of claims that were found.
OnProgress = Callable[[int, int], None]
UNKNOWN_LANGUAGE = "unknown"


@dataclass(slots=True)
class Summary:
    """What a run did: counts, and one problem for each input that was skipped.

    Of the `new` reports some were stored unread (`unread` counts them by language) and some are `undated`. Reports with
    `same_id` or `same_text` were there already and changed nothing. `warnings` are (report id, one line) pairs,
    `events` all events of the ledger.
    """

    new: int = 0
    same_id: int = 0
    same_text: int = 0
    undated: int = 0
    claims: int = 0
    events: int = 0
    unread: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)


def read_into(
    store: Store,
    inputs: Iterable[Report | Problem],
    reader_of: ReaderOf,
    on_progress: OnProgress = lambda reports, claims: None,
    batch: int = DEFAULT_BATCH,
) -> Summary:
    """Read what came in and is new, store it, and draw the events anew. Raises LedgerError; a bad input is no fault."""
    summary = Summary()
    done, found = itertools.count(1), 0
    for group in _batches(inputs, batch):
        items: list[tuple[Report, Reading | None]] = []
        for report, reading in _read(_fresh(group, store, summary), reader_of):
            if isinstance(reading, Problem):
                summary.problems.append(reading)
            else:
                items.append((report, reading))
                found += len(reading.claims) if reading else 0
            on_progress(next(done), found)
        for (report, reading), standing in zip(items, store.add(items), strict=True):
            _count(summary, report, reading, standing)
    if store.is_stale():
        store.rebuild(merge)
    summary.events = store.counts()["events"]
    return summary


def _batches(inputs: Iterable[Report | Problem], size: int) -> Iterator[list[Report | Problem]]:
    found = iter(inputs)
    while group := list(itertools.islice(found, size)):
        yield group


def _fresh(group: Sequence[Report | Problem], store: Store, summary: Summary) -> list[Report]:
    """The reports that are not in the ledger yet; all others are counted."""
    fresh = []
    for item in group:
        if isinstance(item, Problem):
            summary.problems.append(item)
        elif (standing := store.standing(item)) == "new":
            fresh.append(item)
        else:
            _count(summary, item, None, standing)
    return fresh


def _read(reports: Sequence[Report], reader_of: ReaderOf) -> Iterator[tuple[Report, Reading | Problem | None]]:
    """Each report with its reading, None where its language has no reader; by language, then as they came."""
    for language in dict.fromkeys(report.language for report in reports):
        alike = [report for report in reports if report.language == language]
        reader = reader_of(language)
        yield from zip(alike, _readings(reader, alike) if reader else itertools.repeat(None), strict=False)


def _readings(reader: Reader, reports: Sequence[Report]) -> Iterator[Reading | Problem]:
    """A reading for each report; a problem for one on which the reader fails, so that the rest is read all the same."""
    at = 0
    while at < len(reports):
        try:
            for reading in reader.read_many(reports[at:]):
                at += 1
                yield reading
            return
        except Exception as error:  # a fault of ours, in one text of many
            message = f"could not be read, by a fault of Fogline's ({type(error).__name__}: {error})"
            yield Problem(f"report {reports[at].id}", "reader_fault", message)
            at += 1


def _count(summary: Summary, report: Report, reading: Reading | None, standing: Standing) -> None:
    if standing == "new":
        summary.new += 1
        summary.undated += report.published is None
        if reading is None:
            summary.unread[report.language or UNKNOWN_LANGUAGE] += 1
        else:
            summary.claims += len(reading.claims)
            summary.warnings.extend((report.id, warning) for warning in reading.warnings)
    elif standing == "same_id":
        summary.same_id += 1
    elif standing == "same_text":
        summary.same_text += 1
    else:
        message = "another report in the ledger has this id: give this one an id of its own"
        summary.problems.append(Problem(f"report {report.id}", "id_conflict", message))
