"""In which forms does a ledger go out?"""

import io
from typing import TYPE_CHECKING, Unpack, overload

from fogline import asked
from fogline.api.asking import Asks, Filters
from fogline.errors import FoglineError
from fogline.model import FIGURES

if TYPE_CHECKING:
    import geopandas
    import pandas

    from fogline.publish import BinaryFormat, Part, Rows, TextFormat
    from fogline.publish.dead import Count


class Writes(Asks):
    """A ledger that is written."""

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
