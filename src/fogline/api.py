"""Fogline in Python: `ledger = fogline.open("fogline.db"); ledger.read([...]); ledger.events(near="Kazan 50km")`.

The commands are a thin shell over this module.
"""

import contextlib
import datetime as dt
import io
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, NamedTuple, Self

from fogline import asked
from fogline.asked import Day, Moment, Names, Near
from fogline.collect import Defaults, collect_named
from fogline.errors import InputTypeError, LedgerError, UsageError
from fogline.judge import Judged, all_rulings, judge, take_in
from fogline.ledger import Store
from fogline.merge import explain_merge, history, merge, merging
from fogline.model import EVENT_TYPES, FIGURES, STATUSES, Claim, Event, Link, Reason, Report
from fogline.model.explained import Explained
from fogline.model.history import Step
from fogline.model.problem import Problem
from fogline.model.query import EventQuery
from fogline.model.verdict import Kind, Ruling
from fogline.pipeline import Explaining, OnProgress, Reader, ReaderOf, Summary, read_into
from fogline.settings import Settings, settings_from

if TYPE_CHECKING:
    import pandas

    from fogline.model.distance import StatedDistance

Input = str | Path | Mapping[str, object] | Report
Format = Literal["json", "csv", "geojson"]


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

    def events(
        self,
        *,
        since: Day = None,
        until: Day = None,
        near: Near = None,
        type: Names = None,
        party: Names = None,
        status: str | None = None,
        disputed: bool | None = None,
        text: str | None = None,
        as_of: Moment | None = None,
    ) -> list[Event]:
        """Events by first day, then id, that pass all filters.

        `since` and `until` are days (both included); `near` is a place with an optional distance ("Kazan
        50km") or latitude, longitude and kilometres; `type` and `party` are one or more names, any of which will do,
        a party also by its other names and demonyms ("russian"); `text` searches the reports; `as_of` asks the ledger
        as it stood then (see `as_of`). Raises UsageError for a filter that means nothing.
        """
        if as_of is not None:
            with self.as_of(as_of) as then:
                return then.events(
                    since=since,
                    until=until,
                    near=near,
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

    def links(self) -> list[Link]:
        """Which events are called an answer to which."""
        return list(self._store.links())

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

    def export(self, format: Format = "json", *, with_text: bool = False) -> str:
        """The whole ledger as `LEDGER.md` has it ("json"), as "csv" (one row an event), or as "geojson" (RFC 7946)."""
        from fogline import __version__, publish

        events, links = self.events(), self.links()
        if format == "csv":
            return publish.to_csv(events, links)
        if format == "geojson":
            return publish.to_geojson(events, links)
        if format != "json":
            raise UsageError(f"format {format!r} is not one of json, csv, geojson")
        reports, origins, verdicts = self.reports(), self._store.origins(), self._store.verdicts()
        return publish.to_json(reports, origins, events, links, verdicts, version=__version__, with_text=with_text)

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


def _reports(inputs: Iterable[Input], defaults: Defaults, names: dict[str, str]) -> Iterator[Report | Problem]:
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
