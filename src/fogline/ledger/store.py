"""The ledger's store: everything that the rest of the program may do with it."""

import datetime as dt
from collections.abc import Collection, Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

import sqlalchemy as sa

from fogline.errors import LedgerError
from fogline.ledger import as_of, ask, live, memory, verdicts, watched, write
from fogline.ledger.ask import Arrived
from fogline.ledger.engine import check, connect, in_memory, read_address, reading, shown, writing
from fogline.ledger.schema import prepare
from fogline.ledger.tables import meta
from fogline.ledger.write import Look, Merge, Standing
from fogline.model.claim import Claim, ClaimLink, Reading
from fogline.model.event import Event, Link
from fogline.model.feed import Feed, Mark
from fogline.model.query import EventQuery
from fogline.model.report import Report
from fogline.model.verdict import Telling, Verdict

ALL_EVENTS = EventQuery()


class Store:
    """An open ledger. Every method raises LedgerError, with one line for the user, where the database fails.

    The ledger is a function of the set of reports and verdicts in it: reading them twice, in another order or in
    several processes gives the same. Lists come in a fixed order: reports by id, claims by report and place in it,
    events by first day (those without one last) and id, verdicts by time and id.
    """

    def __init__(self, engine: sa.Engine) -> None:
        """Use `Store.open`."""
        self._reached = engine
        self._closed = False
        self._changes = True  # whether anything may be written
        self._undated = 0
        self._rebuilt = False
        self._memory: memory.Memory | None = None

    @classmethod
    def open(cls, address: str | Path, create: bool = True) -> "Store":
        """Open a ledger: a file name, `sqlite:///…` or `postgresql://…`; made where there is none and `create` is set.

        An older ledger is brought to today's schema. Raises LedgerError where it cannot be opened, is something else,
        or was written by a newer Fogline.
        """
        engine = connect(read_address(address))
        try:
            prepare(engine, create=create)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine)

    def close(self) -> None:
        """Close all connections; nothing can be asked any more."""
        self._closed = True
        self._reached.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def address(self) -> str:
        """The address as it may be shown: without a password."""
        return shown(self._reached.url)

    @property
    def is_file(self) -> bool:
        """Whether the ledger is a file on this machine, which answers without a wait, or in memory."""
        return self._reached.dialect.name == "sqlite"

    @property
    def _engine(self) -> sa.Engine:
        if self._closed:
            raise LedgerError(f"{self.address}: the ledger is closed: ask before the with block ends, or open it again")
        return self._reached

    @property
    def _written(self) -> sa.Engine:
        if not self._changes:
            raise LedgerError("the ledger as it stood can only be looked at: write into the ledger itself")
        return self._engine

    def as_of(self, moment: dt.datetime, merge: Merge) -> "Store":
        """The ledger as it stood when the reports published, and the verdicts given, up to a moment were known.

        A copy in memory that can only be looked at, with events drawn by `merge`; nothing is written to this ledger.
        Reports without a date are not in it (`undated` counts them).
        """
        copy = Store(in_memory())
        try:
            prepare(copy._engine, create=True)
            with reading(self._engine) as source, writing(copy._engine) as target:
                copy._undated = as_of.copy_known(source, target, moment)
            copy.rebuild(merge)
        except BaseException:
            copy.close()
            raise
        copy._changes = False
        return copy

    @property
    def undated(self) -> int:
        """Of the ledger as it stood: how many reports were left out since they have no date."""
        return self._undated

    def check(self) -> None:
        """Look through the whole file. Raises LedgerError where it is damaged."""
        with reading(self._engine) as connection:
            check(connection)

    # What goes in

    def look(self, reports: Iterable[Report]) -> list[Look]:
        """How each report stands to those in the ledger, and what is kept, or will be, under its id.

        `new`, `same_id` (it is there), `completed` (it is there, and what is kept has its date or language too),
        `same_text` (the same words from the same source under a smaller id), `id_conflict` (another has its id) or
        `replaced` (it takes its id from another). What is new, completed or replaced is to be read.
        """
        with reading(self._engine) as connection:
            return [write.look(connection, report) for report in reports]

    def standing(self, report: Report) -> Standing:
        """How one report stands to those in the ledger."""
        return self.look([report])[0].standing

    def add(self, items: Iterable[tuple[Report, Reading | None]]) -> list[Standing]:
        """Store reports with what was read in them, in one transaction: all or nothing. The standing of each.

        None for a reading stores the report unread, for want of a reader of its language or since its words are known;
        a later reading of it is accepted. Reports that are known change nothing. What this returns for is on the disk.
        """
        known, self._memory = self._memory, None  # nothing that a failure left in doubt is remembered
        with writing(self._written) as connection:
            before = memory.revision(connection)
            added = write.add(connection, items)
            after = memory.raise_revision(connection) if added.changed else before
        if known is not None and known.revision == before:
            known.touched |= added.touched
            known.revision = after
            known.drawn = None if added.forgot else known.drawn
            self._memory = known
        return added.standings

    def add_verdicts(self, given: Iterable[Verdict]) -> int:
        """Store the verdicts that are not there yet, in one transaction; how many those were."""
        known, self._memory = self._memory, None
        with writing(self._written) as connection:
            before, new = memory.revision(connection), verdicts.add(connection, given)
            if new:
                write.make_stale(connection)
            after = memory.raise_revision(connection) if new else before
        if known is not None and known.revision == before:
            known.revision = after
            self._memory = known
        return new

    def is_stale(self) -> bool:
        """Whether reports or verdicts came in since the events were made."""
        with reading(self._engine) as connection:
            return connection.execute(sa.select(meta.c.value).where(write.STALE)).scalar() == "1"

    def rebuild(self, merge: Merge) -> None:
        """Make the events anew from all reports, claims, links and verdicts, under the write lock; all or nothing.

        From the second time on what was loaded and drawn is kept in memory, so that with a merge that remembers too
        (`fogline.merge.merging`) a few new reports cost little more than themselves. What is stored is the same.
        """
        known, self._memory = self._memory, None
        with writing(self._written) as connection:
            if known is None or known.revision != memory.revision(connection):
                known = memory.load(connection) if self._rebuilt and self._few(connection) else None
            elif known.touched:
                memory.refresh(connection, known)
            drawn = write.rebuild(connection, merge, known)
            after = memory.raise_revision(connection)
        self._rebuilt = True
        if known is not None:
            known.revision, known.drawn = after, drawn
            self._memory = known

    def get_ready(self, merge: Merge) -> None:
        """Hold what is here, and have a merge that remembers know it, so that the first new report need not wait.

        Nothing is written, and nobody is kept from writing. Of a ledger too large to be held nothing is done.
        """
        with reading(self._engine) as connection:
            if not self._few(connection):
                return
            known, given = memory.load(connection), verdicts.in_here(connection)
        merge(known.all_reports(), known.all_claims(), known.all_links(), given)
        self._memory, self._rebuilt = known, True

    @staticmethod
    def _few(connection: sa.Connection) -> bool:
        """Whether the ledger is small enough to be held in memory."""
        return ask.claim_count(connection) <= memory.MOST_CLAIMS

    def note_feed(self, feed: Feed, marks: Iterable[Mark] = ()) -> None:
        """Keep how a watched source stands and which of its items are read, in one transaction.

        The counts of `feed` are added to those that are there; all else takes the place of what was there.
        """
        with writing(self._written) as connection:
            watched.note(connection, feed, marks)

    # What comes out

    def reports(self) -> list[Report]:
        """All reports, each text of a source once."""
        with reading(self._engine) as connection:
            return ask.reports(connection)

    def report(self, key: str) -> Report:
        """The report with this id, or the only one whose id begins so."""
        with reading(self._engine) as connection:
            return ask.report(connection, key)

    def unread_reports(self, languages: Iterable[str | None] | None = None) -> list[Report]:
        """The reports that were stored unread, of the given languages (None: unknown) or of all."""
        with reading(self._engine) as connection:
            return ask.unread_reports(connection, languages)

    def unread_languages(self) -> list[str | None]:
        """The languages of the reports that were stored unread, by name, the unknown one last."""
        with reading(self._engine) as connection:
            return ask.unread_languages(connection)

    def arrived(self, ids: Collection[str]) -> list[Arrived]:
        """Those of these reports that count and whose text was not there before any of them, by id."""
        with reading(self._engine) as connection:
            return ask.arrived(connection, ids)

    def search_reports(self, text: str) -> list[Report]:
        """The reports that hold all words of `text`, and what stands in double quotes as it is."""
        with reading(self._engine) as connection:
            return ask.search_reports(connection, text)

    def claims(self, report_id: str | None = None) -> list[Claim]:
        """All claims, or those of one report."""
        with reading(self._engine) as connection:
            return ask.claims(connection, report_id)

    def claim_links(self) -> list[ClaimLink]:
        """All answers that reports speak of, between claims."""
        with reading(self._engine) as connection:
            return ask.claim_links(connection)

    def events(self, query: EventQuery = ALL_EVENTS) -> list[Event]:
        """The events that pass the query."""
        with reading(self._engine) as connection:
            return ask.events(connection, query)

    def event(self, key: str) -> Event:
        """The event with this id, this number in the list of all events (from 1), or the only id that begins so."""
        with reading(self._engine) as connection:
            return ask.event(connection, key)

    def links(self) -> list[Link]:
        """All answers between events."""
        with reading(self._engine) as connection:
            return ask.links(connection)

    def origins(self) -> dict[str, str]:
        """For each report the id of the one whose words it copies, or its own."""
        with reading(self._engine) as connection:
            return ask.origins(connection)

    def feeds(self) -> list[Feed]:
        """All sources that were ever watched, by name."""
        with reading(self._engine) as connection:
            return watched.feeds(connection)

    def feed(self, name: str) -> Feed | None:
        """One watched source, or None where it never was."""
        with reading(self._engine) as connection:
            return next(iter(watched.feeds(connection, name)), None)

    def marks(self, feed: str, keys: Collection[str]) -> dict[str, Mark]:
        """What is known of these items of a watched source, by key."""
        with reading(self._engine) as connection:
            return watched.marks(connection, feed, keys)

    def events_of(self, reports: Collection[str]) -> list[str]:
        """The ids of the events that rest on a claim of these reports, in order."""
        with reading(self._engine) as connection:
            return ask.events_of(connection, reports)

    def verdicts(self) -> list[Verdict]:
        """All verdicts as they were given, by time, then id."""
        with reading(self._engine) as connection:
            return verdicts.stored(connection)

    def verdicts_here(self) -> list[Verdict]:
        """The same, with each telling under the id that its report has in this ledger, "" where it has none."""
        with reading(self._engine) as connection:
            return verdicts.in_here(connection)

    def spoken_of(self) -> dict[str, list[str]]:
        """For each verdict, by its id, the ids of the events of now that hold a telling which it names."""
        with reading(self._engine) as connection:
            return verdicts.spoken_of(connection)

    def tellings_named(self) -> set[tuple[str, str]]:
        """Every telling that counts: its report's id and the happening's name within it."""
        with reading(self._engine) as connection:
            return verdicts.named(connection)

    def tellings(self, claims: Collection[str]) -> dict[str, Telling]:
        """The telling that each of these claims is part of, by the claim's id."""
        with reading(self._engine) as connection:
            return verdicts.tellings(connection, claims)

    def event_count(self) -> int:
        """How many events there are."""
        with reading(self._engine) as connection:
            return ask.event_count(connection)

    def counts(self) -> dict[str, int]:
        """How many `reports`, `unread` among them, `claims`, `events`, `disputed` among them, `links`."""
        with reading(self._engine) as connection:
            return ask.counts(connection)

    # What a live view asks

    def revision(self) -> int:
        """A number that grows each time the events are drawn: cheap to ask, over and over."""
        with reading(self._engine) as connection:
            return memory.revision(connection)

    def news(self, since: int = -1) -> live.News:
        """All that changed after a revision; everything after -1."""
        with reading(self._engine) as connection:
            return live.news(connection, since)

    def changed_since(self, revision: int, most: int) -> tuple[list[str], list[str]] | None:
        """Ids of the events that changed and that went after a revision; None where it is too long ago, or too much."""
        with reading(self._engine) as connection:
            return live.changed_since(connection, revision, most)

    def bodies(self, ids: Collection[str]) -> dict[str, live.Drawn]:
        """Events as they are stored, by id, without their claims."""
        with reading(self._engine) as connection:
            return live.bodies(connection, ids)

    def told_of(self, event: str) -> tuple[list[Claim], dict[str, live.Head]]:
        """The claims of an event, by its whole id, and the heads of their reports; nothing where it is not there."""
        with reading(self._engine) as connection:
            return live.told_of(connection, event)

    def claim_of(self, event: str) -> str | None:
        """A claim of the event with this id, or of the one that bore it once; None where there was none."""
        with reading(self._engine) as connection:
            return ask.claim_of(connection, event)

    def event_of(self, claim: str | None) -> str | None:
        """The id of the event that holds a claim; None where none does."""
        with reading(self._engine) as connection:
            return ask.event_of(connection, claim)

    def first_ids(self, ids: Collection[str]) -> dict[str, str]:
        """For each of these events the first id that it bore in this ledger."""
        with reading(self._engine) as connection:
            return live.first_ids(connection, ids)

    def heads(self, ids: Collection[str]) -> dict[str, live.Head]:
        """Reports without their texts, by id."""
        with reading(self._engine) as connection:
            return live.heads(connection, ids)

    def report_number(self, report: str) -> int | None:
        """The number of a report, None where there is none."""
        with reading(self._engine) as connection:
            return live.number(connection, report)

    def report_numbers_with(self, text: str) -> list[int]:
        """The numbers of the reports that hold all words of `text`."""
        with reading(self._engine) as connection:
            return live.numbers_with(connection, text)

    def claim_events(self, report: str) -> dict[str, str]:
        """The event of each claim of a report that has one, by the claim's id."""
        with reading(self._engine) as connection:
            return live.claim_events(connection, report)

    def links_of(self, event: str) -> list[tuple[Link, str]]:
        """The answers that an event gives and gets, each with the words that say so."""
        with reading(self._engine) as connection:
            return live.links_of(connection, event)
