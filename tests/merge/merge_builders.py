"""Claims and reports in one line each, for the tests of merging."""

import datetime as dt
from typing import Any

from fogline.model import Claim, Days, Figure, Place, Report

KHARKIV = Place("Kharkiv", "UA", "Kharkiv Oblast", 49.98, 36.25, 706483, "settlement")
DERHACHI = Place("Derhachi", "UA", "Kharkiv Oblast", 50.11, 36.11, 709248, "settlement")
CHUHUIV = Place("Chuhuiv", "UA", "Kharkiv Oblast", 49.84, 36.69, 710554, "settlement")
KHARKIV_REGION = Place("Kharkiv Oblast", "UA", "Kharkiv Oblast", 49.5, 36.5, 706482, "region")
ODESA = Place("Odesa", "UA", "Odesa Oblast", 46.48, 30.73, 698740, "settlement")
UKRAINE = Place("Ukraine", "UA", None, 49.0, 32.0, 690791, "country")


def day(text: str) -> Days:
    """One day, or the days between two: "2024-05-01", "2024-05-01..2024-05-02"."""
    first, _, last = text.partition("..")
    return Days.parse(first, last or first)


def report(name: str, published: str | None = "2024-05-01", text: str = "", source: str | None = None) -> Report:
    """A report with a text and a source of its own unless they are given."""
    return Report(
        name, source or f"outlet {name}", None, f"Report {name}", text or f"What {name} has to say.", published, "en"
    )


def counts(**figures: int | tuple[int, int | None]) -> dict[str, Figure]:
    """Figures by name: 3 is exactly three, (3, None) at least three."""
    return {
        name: Figure(*value) if isinstance(value, tuple) else Figure(value, value) for name, value in figures.items()
    }


def claim(name: str, *, on: str | None = "2024-05-01", **fields: Any) -> Claim:
    """A claim "r1/a/1" of report r1 on its happening a: a Russian missile attack on Kharkiv unless said otherwise."""
    source, happening, *_ = [*name.split("/"), "0", "0"]
    values: dict[str, Any] = {
        "by": "governor",
        "side": "Ukraine",
        "stance": "asserts",
        "type": "missile_artillery_attack",
        "status": "occurred",
        "place": KHARKIV,
        "actor": ("Russia",),
        "target": ("Ukraine",),
        "weapon": ("missile",),
    }
    values.update(fields)
    return Claim(id=name, report=source, happening=happening, date=day(on) if on else None, **values)


def days_after(start: dt.date, number: int) -> Days:
    """A single day, some days after another."""
    return Days.on(start + dt.timedelta(days=number))
