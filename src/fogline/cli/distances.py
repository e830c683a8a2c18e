"""How are the distances that a report states shown beside what the map says?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fogline.cli.output import Page
    from fogline.model.distance import StatedDistance

UNKNOWN = "?"
VERDICTS = {True: "", False: "the map says otherwise", None: "not measured"}


def tell_distances(page: "Page", distances: "Sequence[StatedDistance]") -> None:
    """A row a distance: its words, its two ends, the kilometres stated and measured."""
    from fogline.cli.output import one_line
    from fogline.cli.table import Column
    from fogline.publish import words

    page.say(words.count(len(distances), "distance"), style="bold")
    columns = [
        Column("words", style="dim"),
        Column("of"),
        Column("from"),
        Column("stated", right=True),
        Column("on the map", right=True),
        Column(""),
    ]
    rows = []
    for one in distances:
        measured = UNKNOWN if one.measured is None else f"{one.measured:,.0f} km"
        of = words.place(one.of) if one.of else UNKNOWN
        rows.append([f"“{one_line(one.text)}”", of, _end(one), f"{one.km:,.0f} km", measured, VERDICTS[one.agrees]])
    page.table(columns, rows, indent=3)


def _end(one: "StatedDistance") -> str:
    from fogline.publish import words

    if one.against == "line":
        return "a front line"
    if one.against == "border":
        return f"the border of {one.country}" if one.country else "a border"
    return words.place(one.place)


def as_json(one: "StatedDistance") -> dict[str, Any]:
    """A stated distance; `measured` is null where an end is not known, `agrees` then too."""
    from fogline.publish import place_json

    return {
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "km": round(one.km, 1),
        "from": one.against,
        "of": place_json(one.of),
        "place": place_json(one.place),
        "country": one.country,
        "measured": one.measured,
        "agrees": one.agrees,
    }
