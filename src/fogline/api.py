"""Fogline in Python: `ledger = fogline.open("fogline.db"); ledger.read([...]); ledger.events(near="Kazan 50km")`.

The commands are a thin shell over this module.
"""

import contextlib
import datetime as dt
import io
import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self, TypedDict, Unpack, overload

from fogline import asked
from fogline.asked import Day, Moment, Names, Near
from fogline.collect import Defaults, collect_named
from fogline.collect.sources import Source, load_sources
from fogline.collect.world import World
from fogline.errors import FoglineError, InputTypeError, LedgerError
from fogline.judge import Judged, all_rulings, judge, take_in
from fogline.ledger import Store
from fogline.merge import explain_merge, history, merge, merging
from fogline.merge.responses import loose_links
from fogline.model import EVENT_TYPES, FIGURES, STATUSES, Claim, Event, Link, Reason, Report
from fogline.model.explained import Explained
from fogline.model.feed import Feed
from fogline.model.history import Step
from fogline.model.problem import Passed, Problem
from fogline.model.query import EventQuery
from fogline.model.verdict import Kind, Ruling
from fogline.pipeline import Explaining, OnProgress, Reader, ReaderOf, Summary, read_into
from fogline.settings import Settings, settings_from
from fogline.watching import News, watch_into

__all__ = ["Feed", "Ledger", "News", "Source", "distances", "load_sources", "open"]

if TYPE_CHECKING:
    import geopandas
    import pandas

    from fogline.model.distance import StatedDistance
    from fogline.publish import BinaryFormat, Part, Rows, TextFormat
    from fogline.publish.dead import Count

Input = str | Path | Mapping[str, object] | Report


class Filters(TypedDict, total=False):
    """What `Ledger.events` asks for; its docstring says what each filter means."""

    since: Day
    until: Day
    near: Near
    place: str | None
    type: Names
    party: Names
    status: str | None
    disputed: bool | None
    text: str | None


class Imported(NamedTuple):
    """How many verdicts of another ledger were new and were there, and how many of them all wait for reports."""

    new: int
    there: int
    waiting: int


def open(address: str | Path | None = None, *, create: bool = True, settings: Settings | None = None) -> "Ledger":
    """Open a ledger, and make it where it is not there yet and `create` is set.

    `address` is a file or a database address; the default is what FOGLINE_LEDGER says, or "fogline.db" here. Raises
    LedgerError where it cannot be opened.
    """
    settings = settings or settings_from()
    store = Store.open(str(address or settings.ledger), create=create)
    if store.is_stale():  # a run was cut off after it stored reports and before it drew the events
        with contextlib.suppress(LedgerError):  # a ledger that may only be looked at shows its last events
            store.rebuild(merge)
    return Ledger(store, settings)


class Ledger:
    """The reports, claims, events and links in one store. Use it as a context manager, or call `close`."""

    def __init__(self, store: Store, settings: Settings, reader_of: ReaderOf | None = None) -> None:
        """`reader_of` gives the reader of a language; the default opens Fogline's own when it is first needed."""
        self._store = store
        self._settings = settings
        self._reader_of = reader_of or own_readers(settings)
        self._merge = merging()  # a desk that reads, or judges, again and again pays for what is new alone
        self._later: Ledger | None = None  # of a ledger as it stood, the one that it is taken from

    def read(
        self,
        inputs: Input | Iterable[Input],
        *,
        source: str | None = None,
        published: str | None = None,
        language: str | None = None,
        on_progress: OnProgress = lambda reports, claims: None,
    ) -> Summary:
        """Read files, folders, patterns, addresses, mappings (`LEDGER.md`'s input keys) or reports into the ledger.

        `source`, `published` (ISO 8601) and `language` (ISO 639-1) hold where an input does not say. What cannot be
        read is in the summary's `problems`; the rest is read. Raises UsageError for a date or a language that is none.
        """
        if isinstance(inputs, str | Path | Mapping | Report):
            inputs = [inputs]
        elif not isinstance(inputs, Iterable):
            inputs = [_checked(inputs)]
        names: dict[str, str] = {}
        found = _reports(inputs, Defaults(source, published, language).checked(), names)
        batch = self._settings.batch
        return read_into(self._store, found, self._reader_of, on_progress, batch=batch, names=names, merge=self._merge)

    def watch(
        self,
        sources: str | Path | Sequence[Source],
        on_news: Callable[[News], None] = lambda news: None,
        *,
        once: bool = False,
        stopped: Callable[[], bool] = lambda: False,
        world: World = World(),  # noqa: B008 - it is frozen
    ) -> None:
        """Watch the sources of a list (a TOML file, docs/watch.md) or sources at hand, until `stopped`, or each `once`.

        `on_news` is called for each piece that is stored, in the thread that watches. A source that fails is told in
        its news, and the others go on. Raises SourcesError, with every fault of the list, and LedgerError.
        """
        listed = load_sources(Path(sources)) if isinstance(sources, str | Path) else sources
        watch_into(
            self._store,
            listed,
            self._reader_of,
            on_news,
            world=world,
            once=once,
            stopped=stopped,
            batch=self._settings.batch,
            merge=self._merge,
        )

    def events(
        self,
        *,
        since: Day = None,
        until: Day = None,
        near: Near = None,
        place: str | None = None,
        type: Names = None,
        party: Names = None,
        status: str | None = None,
        disputed: bool | None = None,
        text: str | None = None,
        as_of: Moment | None = None,
    ) -> list[Event]:
        """Events by first day, then id, that pass all filters.

        `since` and `until` are days (both included); `near` is a place with an optional distance ("Kazan 50km") or
        latitude, longitude and kilometres; `place` the name of a place, of its region, or its country code; `type` and
        `party` are one or more names, any of which will do, a party also by its other names and demonyms ("russian");
        `text` searches the reports; `as_of` asks the ledger as it stood then (see `as_of`). Raises UsageError for a
        filter that means nothing.
        """
        if as_of is not None:
            with self.as_of(as_of) as then:
                return then.events(
                    since=since,
                    until=until,
                    near=near,
                    place=place,
                    type=type,
                    party=party,
                    status=status,
                    disputed=disputed,
                    text=text,
                )
        first, last = asked.days(since, until)
        query = EventQuery(
            since=first,
            until=last,
            near=asked.circle(near),
            place=place or None,
            types=asked.known(type, EVENT_TYPES, "type"),
            parties=asked.parties(party),
            status=next(iter(asked.known(status, STATUSES, "status")), None),
            disputed=disputed,
            text=text or None,
        )
        return list(self._store.events(query))

    def as_of(self, moment: Moment) -> "Ledger":
        """The ledger as it stood when the reports published, and the verdicts given, up to a moment were known.

        A day stands for its last moment in UTC, a time without an offset for UTC; a report with a bare date is known
        from the first moment of that day, one without a date never (`undated` counts them). The answer is drawn anew in
        memory, can only be looked at, and is to be closed; this ledger is not changed.
        """
        then = Ledger(self._store.as_of(asked.moment(moment), merge), self._settings, self._reader_of)
        then._later = self
        return then

    @property
    def undated(self) -> int:
        """Of the ledger as it stood at a moment: how many reports were left out since they have no date."""
        return self._store.undated

    def explain_merge(self, key: str | int) -> Explained:
        """Why an event is one: what joined its tellings, what came near, verdicts, disputes and answers.

        The whole merge is run again for it.
        """
        store = self._store
        given = (store.reports(), store.claims(), store.claim_links())
        return explain_merge(self.event(key), *given, verdicts=store.verdicts_here(), event_links=store.links())

    def history(self, key: str | int) -> list[Step]:
        """What was known of an event after each of its reports, in order of publication, those without a date last.

        The tellings are those that the event has now; `as_of` says how they were grouped at the time.
        """
        event = self.event(key)
        reports = {claim.report: self.report(claim.report) for claim in event.claims}
        return history(event, reports, self._store.origins())

    def parties(self) -> list[str]:
        """The parties that act, suffer or speak in events, those in most events first, then by name."""
        found = Counter(
            name
            for event in self._store.events()
            for name in {*event.actor, *event.target, *(claim.side for claim in event.claims if claim.side)}
        )
        return sorted(found, key=lambda name: (-found[name], name))

    def event(self, key: str | int) -> Event:
        """One event: by its number in the whole list (from 1), its id, or the beginning of its id.

        Of a ledger as it stood, an event of today also names the one that held most of its claims then. Raises
        FoglineError where there is none, or more than one.
        """
        try:
            return self._store.event(str(key).strip())
        except LedgerError:
            if self._later is None or str(key).strip().isdigit():
                raise
        claims = {claim.id for claim in self._later.event(key).claims}
        held = [(sum(claim.id in claims for claim in event.claims), event) for event in self.events()]
        most, found = max(held, key=lambda one: one[0], default=(0, None))
        if found is None or not most:
            raise LedgerError(f'nothing of event "{key}" was known then')
        return found

    def reports(self) -> list[Report]:
        """All reports by id, with their text."""
        return list(self._store.reports())

    def report(self, id: str) -> Report:
        """One report. Raises FoglineError where there is none."""
        return self._store.report(id)

    def claims(self, report: str) -> list[Claim]:
        """The claims of one report, in the order of its text."""
        return self._store.claims(report)

    def reasons(self, report: str) -> Mapping[str, Mapping[str, Sequence[Reason]]]:
        """Why each value of a report's claims was read: rule and lexicon entry, by the claim's id and the value's key.

        The keys are those of the claim's spans, and `status`, `side`, `stance`. The report is read again for it, so a
        claim that the reader does not find again, as one that an earlier version read, has no reasons.
        """
        found = self._store.report(report)
        reader = self._reader_of(found.language)
        return reader.reasons(found) if isinstance(reader, Explaining) else {}

    def links(self, *, loose: bool = False) -> list[Link]:
        """Which events are called an answer to which.

        With `loose` also those that no report calls so, marked: a strike on whoever struck within two days before.
        """
        said = list(self._store.links())
        return [*said, *loose_links(self.events(), said)] if loose else said

    @property
    def address(self) -> str:
        """Where the ledger is, as it may be shown: without a password."""
        return self._store.address

    def feeds(self) -> list[Feed]:
        """Every source that was ever watched into this ledger, by name, and how it stands."""
        return self._store.feeds()

    def judge(self, word: Kind, *of: str | int, reason: str, at: dt.datetime, author: str | None = None) -> Judged:
        """Give a verdict on the merge; it is stored, and the events are drawn anew.

        `judge("same", event, event)` and `judge("different", event, event)` name events as `event` does;
        `judge("split", event, report_or_claim, …)` takes the tellings of these out of the event; `judge("undo",
        verdict)` takes a verdict back, by its id or the beginning of that. `at` is the moment of the verdict, with an
        offset; `author` is by default what FOGLINE_AUTHOR says, or the login name. Of verdicts that contradict each
        other the later one holds: `changed` of the answer names the earlier ones that are overruled, or in force again.
        Raises UsageError for a call that means nothing, LedgerError where something that it names is not there.
        """
        named = [str(key).strip() for key in of]
        by = author or self._settings.author
        return judge(self._store, word, named, reason=reason, author=by, at=at, merge=self._merge)

    def verdicts(self) -> list[Ruling]:
        """All verdicts by time, each with its state: in force, overruled (in part), undone, or waiting for reports."""
        return all_rulings(self._store)

    def import_verdicts(self, text: str) -> Imported:
        """Take in the verdicts of another ledger's export, or of `fogline judge list --format json`.

        Those that are there already change nothing. Raises UsageError for a text that is neither.
        """
        from fogline.publish import verdicts_from_json

        given = verdicts_from_json(text)
        new = take_in(self._store, given, self._merge)
        ids = {one.id for one in given}
        waiting = sum(ruling.state == "waiting" and ruling.verdict.id in ids for ruling in self.verdicts())
        return Imported(new, len(ids) - new, waiting)

    @overload
    def export(
        self,
        format: "TextFormat" = "json",
        *,
        with_text: bool = False,
        rows: "Rows" = "events",
        fatalities: "Count" = "conservative",
        loose: bool = False,
        **filters: Unpack[Filters],
    ) -> str: ...
    @overload
    def export(
        self,
        format: "BinaryFormat",
        *,
        with_text: bool = False,
        rows: "Rows" = "events",
        fatalities: "Count" = "conservative",
        loose: bool = False,
        **filters: Unpack[Filters],
    ) -> bytes: ...
    @overload
    def export(
        self,
        format: str,
        *,
        with_text: bool = False,
        rows: "Rows" = "events",
        fatalities: "Count" = "conservative",
        loose: bool = False,
        **filters: Unpack[Filters],
    ) -> str | bytes: ...
    def export(
        self,
        format: str = "json",
        *,
        with_text: bool = False,
        rows: "Rows" = "events",
        fatalities: "Count" = "conservative",
        loose: bool = False,
        **filters: Unpack[Filters],
    ) -> str | bytes:
        """The ledger in an open format (`docs/exports.md`), the whole of it or the events that pass all filters.

        `with_text` puts the texts of reports in (json), `rows` "claims" gives a row a claim (geoparquet), `fatalities`
        says which number of dead is the one (acled), `loose` adds links of closeness in time (json). With filters,
        reports are those behind the events, and links those that touch one of them. Raises UsageError for a format or a
        filter that means nothing, FoglineError where a library of the extra `fogline[geo]` is missing.
        """
        from fogline import __version__, publish

        choices = publish.Choices(with_text, rows, fatalities, loose)
        choices.check(format)
        return publish.written(self._part(filters, loose=loose), format, choices, __version__)

    def report_page(self, *, title: str | None = None, borders: str | None = None, **filters: Unpack[Filters]) -> str:
        """A situation report on the events that pass the filters: one HTML page that holds all that it shows.

        `title` is a heading of your own; `borders` the view of borders on its map: "recognised", "none" for land
        without lines, or a GeoJSON file of outlines; by default what FOGLINE_BORDERS says. Raises UsageError for a
        filter that means nothing, FoglineError for outlines that cannot be read.
        """
        from fogline.publish.report_page import to_report

        first, last = asked.days(filters.get("since"), filters.get("until"))
        days = (first.isoformat() if first else None, last.isoformat() if last else None)
        told = asked.told(filters)
        view = borders or self._settings.borders
        return to_report(self._part(filters), asked=told, days=days, title=title, borders=view)

    def _part(self, filters: Filters, *, loose: bool = False) -> "Part":
        """All of the ledger, or the part that belongs to the events that pass the filters."""
        from fogline.publish import Part

        whole = Part.of(
            self.reports(), self._store.origins(), self._store.events(), self.links(loose=loose), self._store.verdicts()
        )
        asked_for = any(value is not None for value in filters.values())
        return whole.only(self.events(**filters)) if asked_for else whole

    def to_pandas(self) -> "pandas.DataFrame":
        """One row an event, with the columns of the CSV export: days as timestamps, counts as nullable integers."""
        import pandas

        counts = {f"{name}_{bound}": "Int64" for name in FIGURES for bound in ("low", "high")}
        words = {f"{name}_latest": "string" for name in FIGURES}
        return pandas.read_csv(
            io.StringIO(self.export("csv")),
            dtype={"id": "string", "geonameid": "Int64", **counts, **words},
            parse_dates=["first", "last"],
            keep_default_na=False,  # NA is Namibia
            na_values=[""],
        )

    def to_geopandas(self, **filters: Unpack[Filters]) -> "geopandas.GeoDataFrame":
        """One row an event with its point in WGS 84, as the GeoParquet export has it; `filters` are those of `events`.

        Raises FoglineError where geopandas is missing, which the extra `fogline[geo]` brings.
        """
        try:
            import geopandas
        except ImportError as error:
            raise FoglineError("to_geopandas needs geopandas: pip install 'fogline[geo]'") from error
        return geopandas.read_parquet(io.BytesIO(self.export("geoparquet", **filters)))

    def close(self) -> None:
        """Give the store back."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def own_readers(settings: Settings) -> ReaderOf:
    """Fogline's readers by language; a reader is opened (a second or two) when its first report comes."""

    @cache
    def english() -> Reader:
        from fogline.read import Reader

        return Reader.open(settings.spacy_model)

    return lambda language: english() if language == "en" else None


def distances(text: str) -> "list[StatedDistance]":
    """The distances that a text states ("about 1,000 km from the border"), with what the map says of them."""
    from fogline.gazetteer import opened
    from fogline.read.distances import find_distances

    return find_distances(text, opened())


def _reports(inputs: Iterable[Input], defaults: Defaults, names: dict[str, str]) -> Iterator[Report | Problem | Passed]:
    """Reports as they are, everything else through `collect`, in the order given; `names` learn where each came from.

    Raises InputTypeError for an input that is none of these.
    """
    for ready, group in itertools.groupby(inputs, key=lambda item: isinstance(item, Report)):
        if ready:
            yield from (item for item in group if isinstance(item, Report))
            continue
        for name, item in collect_named([_checked(item) for item in group], defaults):
            if isinstance(item, Report):
                names.setdefault(item.id, name)
            yield item


def _checked(item: Input) -> str | Path | Mapping[str, object]:
    if isinstance(item, str | Path | Mapping):
        return item
    raise InputTypeError(f"{item!r} is no input: give a file, an address, a mapping with a text, or a Report")
