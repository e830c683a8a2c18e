"""How well are places found? Reads a folder of annotated news, and prints shares of its toponyms.

The folder holds GWN.xml (GeoWebNews), lgl.xml (the Local-Global Lexicon) or both, as in
github.com/milangritta/Pragmatic-Guide-to-Geoparsing-Evaluation; they are not part of Fogline. "Right" is within 161 km
(100 miles) of the point that the annotators gave; "found" is any mention with a place that overlaps the toponym.

    .venv/bin/python bench/places.py FOLDER [--wrong]
"""

import argparse
import os
import sys
import time
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import fogline
from fogline.model import Place, PlaceMention

RIGHT_KM = 161.0
CONTEXT = 60  # characters shown on both sides of a toponym that was missed


@dataclass(frozen=True)
class Toponym:
    """A toponym with coordinates: characters [start, end) of its text, and where the annotators put it."""

    start: int
    end: int
    place: Place
    kind: str


@dataclass
class Tally:
    """Counts over a corpus: toponyms, those found, those right."""

    gold: int = 0
    found: int = 0
    right: int = 0
    kinds: Counter[str] = field(default_factory=Counter)


def main() -> None:
    """Measure each corpus of the folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--wrong", action="store_true", help="print the toponyms missed and misplaced")
    options = parser.parse_args()
    for name in ("GWN.xml", "lgl.xml", "TR-News.xml"):
        path = options.folder / name
        if path.is_file():
            measure(name, path, options.wrong)


def measure(name: str, path: Path, wrong: bool) -> None:
    """Print the figures of one corpus."""
    tally = Tally()
    start = time.perf_counter()
    for number, (text, toponyms) in enumerate(articles(path)):
        mentions = [m for m in fogline.places(text) if m.place]
        for toponym in toponyms:
            count(tally, toponym, mentions, text if wrong else "", f"{name} {number}")
    seconds = time.perf_counter() - start
    say(
        f"{name:12} {tally.gold:5} toponyms  found {tally.found / tally.gold:5.1%}  "
        f"found and right {tally.right / tally.gold:5.1%}  of found right {tally.right / max(1, tally.found):5.1%}  "
        f"{seconds:.1f} s"
    )


def count(tally: Tally, toponym: Toponym, mentions: list[PlaceMention], text: str, where: str) -> None:
    """Add one toponym to the tally; tell of it where `text` is given and it was missed or misplaced."""
    over = [m for m in mentions if m.start < toponym.end and toponym.start < m.end and m.place]
    tally.gold += 1
    tally.found += bool(over)
    best = min(over, key=lambda m: m.place.km_to(toponym.place) if m.place else 0.0, default=None)
    right = best is not None and best.place is not None and best.place.km_to(toponym.place) <= RIGHT_KM
    tally.right += right
    if text and not right:
        shown = " ".join(text[max(0, toponym.start - CONTEXT) : toponym.end + CONTEXT].split())
        got = f"{best.text} = {best.place}" if best else "-"
        words = text[toponym.start : toponym.end]
        point = f"{toponym.place.lat:.1f},{toponym.place.lon:.1f}"
        say(f"{'WRONG' if best else 'MISS '} {where} {toponym.kind} [{words}] {point} got {got} | {shown}")


def articles(path: Path) -> Iterator[tuple[str, list[Toponym]]]:
    """Each article's text with its toponyms that have coordinates."""
    for article in ET.parse(path).getroot().iter("article"):  # noqa: S314 - the user's own file; expat bounds entities
        text = article.findtext("text") or ""
        found = [_toponym(node) for node in article.iter("toponym")]
        yield text, [toponym for toponym in found if toponym]


def _toponym(node: ET.Element) -> Toponym | None:
    lat = node.findtext("latitude") or node.findtext("gaztag/lat")
    lon = node.findtext("longitude") or node.findtext("gaztag/lon")
    start, end = node.findtext("start"), node.findtext("end")
    if not (lat and lon and start and end):
        return None
    place = Place("", None, None, float(lat), float(lon), None, "settlement")
    return Toponym(int(start), int(end), place, node.findtext("type") or "")


def say(line: str) -> None:
    """One line, at once."""
    sys.stdout.write(line + os.linesep)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
