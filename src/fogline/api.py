"""Fogline in Python: `ledger = fogline.open("fogline.db"); ledger.read([...]); ledger.events(near="Kazan 50km")`.

The commands are a thin shell over this module.
"""

import contextlib
import io
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

from fogline import asked
from fogline.asked import Day, Names, Near
from fogline.collect import Defaults, collect_named
from fogline.errors import InputTypeError, LedgerError, UsageError
from fogline.ledger import Store
from fogline.merge import merge
from fogline.merge.responses import loose_links
from fogline.model import EVENT_TYPES, FIGURES, STATUSES, Claim, Event, Link, Reason, Report
from fogline.model.problem import Problem
from fogline.model.query import EventQuery
from fogline.pipeline import Explaining, OnProgress, Reader, ReaderOf, Summary, read_into
from fogline.settings import Settings, settings_from

if TYPE_CHECKING:
    import pandas

    from fogline.model.distance import StatedDistance

Input = str | Path | Mapping[str, object] | Report
Format = Literal["json", "csv", "geojson"]


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
        return read_into(self._store, found, self._reader_of, on_progress, batch=batch, names=names)

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
    ) -> list[Event]:
        """Events by first day, then id, that pass all filters.

        `since` and `until` are days (both included); `near` is a place with an optional distance ("Kazan
        50km") or latitude, longitude and kilometres; `type` and `party` are one or more names, any of which will do,
        a party also by its other names and demonyms ("russian"); `text` searches the reports. Raises UsageError for a
        filter that means nothing.
        """
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

        Raises FoglineError where there is none, or more than one.
        """
        return self._store.event(str(key).strip())

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

    def export(self, format: Format = "json", *, with_text: bool = False, loose: bool = False) -> str:
        """The whole ledger as `LEDGER.md` has it ("json"), as "csv" (one row an event), or as "geojson" (RFC 7946).

        `loose` adds the links that only closeness in time makes.
        """
        from fogline import __version__, publish

        events, links = self.events(), self.links(loose=loose)
        if format == "csv":
            return publish.to_csv(events, links)
        if format == "geojson":
            return publish.to_geojson(events, links)
        if format != "json":
            raise UsageError(f"format {format!r} is not one of json, csv, geojson")
        reports, origins = self.reports(), self._store.origins()
        return publish.to_json(reports, origins, events, links, version=__version__, with_text=with_text)

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
