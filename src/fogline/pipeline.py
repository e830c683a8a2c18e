"""The way of a report: collect -> read -> merge -> ledger.

Reports come in batches; each batch is stored with its claims in one transaction, so that a run that is killed keeps
what it stored and can be repeated. Events are drawn from all claims once, at the end.
"""

import itertools
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Protocol, runtime_checkable

from fogline.ledger import Merge, Store
from fogline.merge import merge
from fogline.model import Reading, Reason, Report
from fogline.model.problem import Passed, Problem
from fogline.settings import DEFAULT_BATCH


class Reader(Protocol):
    """What reads reports of one language."""

    def read_many(self, reports: Iterable[Report], /) -> Iterable[Reading]:
        """A reading for each report, in their order."""
        ...


@runtime_checkable
class Explaining(Protocol):
    """A reader that can say why it read what it read."""

    def reasons(self, report: Report, /) -> Mapping[str, Mapping[str, Sequence[Reason]]]:
        """The reasons for each value of each claim, by the claim's id and the value's key."""
        ...


# The reader of a language (ISO 639-1, None where unknown), or None where there is none yet.
ReaderOf = Callable[[str | None], Reader | None]
# Called with the number of reports that are done and of claims that were found.
OnProgress = Callable[[int, int], None]
Input = Report | Problem | Passed
UNKNOWN_LANGUAGE = "unknown"
# The standings of reports that are read.
TO_READ = ("new", "completed", "replaced")


@dataclass(slots=True)
class Summary:
    """What a run did: counts that agree with the ledger at its end, and one problem for each input that was skipped.

    Of the `new` reports some are stored unread (`unread` counts them by language), some are `undated` and some were
    read and are `silent`: they tell of no happening. `claims` are theirs. Reports with `same_id` or `same_text` were
    there already, in the ledger or earlier in the run, and changed nothing; `completed` ones were there, and are read
    again with a date or language that they lacked. `reports` are the ids of those that are new or completed. `passed`
    tells what holds no report by its nature, `warnings` are (report id, one line) pairs, `names` tell by report id
    which input these came from, `events` are all events of the ledger.
    """

    new: int = 0
    same_id: int = 0
    same_text: int = 0
    completed: int = 0
    undated: int = 0
    silent: int = 0
    claims: int = 0
    events: int = 0
    unread: Counter[str] = field(default_factory=Counter)
    reports: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    passed: list[Passed] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Run:
    """What a run has stored so far: ids of reports that were not there before and that were completed, and warnings."""

    stored: set[str] = field(default_factory=set)
    completed: set[str] = field(default_factory=set)
    warnings: dict[str, tuple[str, ...]] = field(default_factory=dict)


def read_into(
    store: Store,
    inputs: Iterable[Input],
    reader_of: ReaderOf,
    on_progress: OnProgress = lambda reports, claims: None,
    *,
    batch: int = DEFAULT_BATCH,
    names: Mapping[str, str] = MappingProxyType({}),
    on_stored: Callable[[Collection[str]], None] = lambda ids: None,
    merge: Merge = merge,
) -> Summary:
    """Read what came in and is new, store it, and draw the events anew. Raises LedgerError; a bad input is no fault.

    `names` say of a report's id which input it came from; it may fill up while the inputs come in. `on_stored` is
    called, with the ids of the reports that were not there, when all are on the disk and the events are not yet drawn.
    Who reads again and again into one ledger gives a `merge` that remembers (`fogline.merge.merging`).
    """
    summary, run = Summary(), _Run()
    done, found = itertools.count(1), 0
    for group in _batches(inputs, batch):
        items, to_read = _sorted_out(group, store, summary, names)
        for report, reading in _read(to_read, reader_of):
            if isinstance(reading, Problem):
                summary.problems.append(_at_its_input(reading, report, names))
            else:
                items.append((report, reading))
                found += len(reading.claims) if reading else 0
            on_progress(next(done), found)
        _store(items, store, summary, run, names)
    on_stored(run.stored)
    _read_waiting(store, reader_of, batch, summary, run)
    if store.is_stale():
        store.rebuild(merge)
    _count(store, summary, run, names)
    return summary


def _batches(inputs: Iterable[Input], size: int) -> Iterator[list[Input]]:
    found = iter(inputs)
    while group := list(itertools.islice(found, size)):
        yield group


def _sorted_out(
    group: Sequence[Input], store: Store, summary: Summary, names: Mapping[str, str]
) -> tuple[list[tuple[Report, Reading | None]], list[Report]]:
    """What is to be stored unread, since its words are known, and what is to be read; all else is counted."""
    summary.problems += [item for item in group if isinstance(item, Problem)]
    summary.passed += [item for item in group if isinstance(item, Passed)]
    reports = [item for item in group if isinstance(item, Report)]
    unread: list[tuple[Report, Reading | None]] = []
    to_read = []
    for report, look in zip(reports, store.look(reports), strict=True):
        if look.standing in TO_READ:
            to_read.append(look.kept)
        elif look.standing == "same_text":
            unread.append((report, None))
        elif look.standing == "id_conflict":
            summary.problems.append(_id_conflict(report, "that one is kept", names))
        else:
            summary.same_id += 1
    return unread, to_read


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


def _store(
    items: Sequence[tuple[Report, Reading | None]],
    store: Store,
    summary: Summary,
    run: _Run,
    names: Mapping[str, str],
) -> None:
    """Store a batch, and note how each of its reports stood to the ledger."""
    for (report, reading), standing in zip(items, store.add(items), strict=True):
        if reading is not None:
            run.warnings[report.id] = reading.warnings
        if standing in ("new", "same_text"):
            run.stored.add(report.id)
        elif standing == "completed" and report.id not in run.stored:
            run.completed.add(report.id)
        elif standing == "id_conflict":
            summary.problems.append(_id_conflict(report, "that one is kept", names))
        elif standing == "replaced":
            summary.problems.append(_id_conflict(report, "this one is kept", names))
        else:
            summary.same_id += 1


def _read_waiting(store: Store, reader_of: ReaderOf, batch: int, summary: Summary, run: _Run) -> None:
    """Read what waits unread in the ledger though there is a reader.

    A report waits where its reader came later, where its twin gave way to another report, or where another process
    stored a version of it.
    """
    for language in store.unread_languages():
        reader = reader_of(language)
        for group in _batches(store.unread_reports([language]) if reader else [], batch):
            items: list[tuple[Report, Reading | None]] = []
            for report, reading in _read([one for one in group if isinstance(one, Report)], reader_of):
                if isinstance(reading, Problem):
                    summary.problems.append(reading)
                elif reading is not None:
                    items.append((report, reading))
                    run.warnings[report.id] = reading.warnings
            store.add(items)


def _count(store: Store, summary: Summary, run: _Run, names: Mapping[str, str]) -> None:
    """Count what the run brought, as it stands in the ledger at the end: the order of the inputs changes nothing."""
    arrived = store.arrived(run.stored)
    summary.new = len(arrived)
    summary.same_text = len(run.stored) - len(arrived)
    summary.completed = len(run.completed)
    summary.undated = sum(report.published is None for report in arrived)
    summary.silent = sum(report.read and not report.claims for report in arrived)
    summary.claims = sum(report.claims for report in arrived)
    summary.unread.update(report.language or UNKNOWN_LANGUAGE for report in arrived if not report.read)
    told = {report.id for report in arrived} | run.completed
    summary.reports = sorted(told)
    summary.warnings = [(key, line) for key, lines in run.warnings.items() if key in told for line in lines]
    summary.names = {key: names[key] for key, _ in summary.warnings if key in names}
    summary.events = store.event_count()


def _id_conflict(report: Report, kept: str, names: Mapping[str, str]) -> Problem:
    message = f"another report in the ledger has this id, and {kept}: give one of them an id of its own"
    return _at_its_input(Problem(f"report {report.id}", "id_conflict", message), report, names)


def _at_its_input(problem: Problem, report: Report, names: Mapping[str, str]) -> Problem:
    """The same problem, told at the input that the report came from, where that has a name."""
    name = names.get(report.id)
    return replace(problem, where=f"{name}, {problem.where}") if name else problem
