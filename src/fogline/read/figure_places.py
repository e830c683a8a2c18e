"""In which of several towns were those whom a sentence counts: "six died in Sumy; the raid on Konotop killed two"?

A town is that of the count right before it, of the count that its clause opens on, or of the counts of its own clause
between semicolons.
"""

from collections.abc import Sequence

from fogline.model import FigureMention, PlaceMention
from fogline.read.hurt_in_each import in_turn, tied
from fogline.read.text import Sentence

CASUALTIES = ("killed", "injured")
FEW = 2


def places_of_count(
    figure: FigureMention, figures: Sequence[FigureMention], places: Sequence[PlaceMention], sentence: Sentence
) -> list[PlaceMention]:
    """The places of a count, where a sentence has others for other counts; none where the words leave it open."""
    counts = [f for f in figures if f.figure in CASUALTIES and not f.subset]
    if town := in_turn(figure, counts, places, sentence):
        return [town]
    if figure in counts and len(counts) < FEW:
        return [p for p in places if _named_again(p, places) and tied(figure, p, counts, sentence)]
    if figure not in counts or len(places) < FEW:
        return []
    clause = _clause(figure, sentence)
    here = [p for p in places if clause[0] <= p.start < clause[1]]
    own = [p for p in here if tied(figure, p, counts, sentence)]
    if (
        not own and figure.figure == "injured"
    ):  # "killed six and wounded nine in Sumy", "six dead and nine hurt in Sumy"
        beside = [(c, p) for p in here for c in _beside(figure, counts) if tied(c, p, counts, sentence)]
        own = [p for c, p in beside if not _another_between(figure, c, p, here)]
    return own or (here if len(here) < len(places) else [])


def _another_between(
    figure: FigureMention, other: FigureMention, town: PlaceMention, places: Sequence[PlaceMention]
) -> bool:
    """Whether a further place stands between two counts: "killed two in Sderot; Israel shelled Gaza, wounding five"."""
    first, last = min(figure.start, other.start), max(figure.end, other.end)
    return any(first <= p.start < last and p.text != town.text for p in places)


def _named_again(place: PlaceMention, places: Sequence[PlaceMention]) -> bool:
    """Whether a sentence names a town once more, of several: "shelled Gao and Bara, killing one in Bara"."""
    before = {p.text for p in places if p.start < place.start}
    return place.text in before and len(before) >= FEW


def _clause(figure: FigureMention, sentence: Sentence) -> tuple[int, int]:
    """The characters between the semicolons around a count."""
    at = figure.start - sentence.start
    before, behind = sentence.text.rfind(";", 0, at), sentence.text.find(";", at)
    return sentence.start + before + 1, sentence.end if behind < 0 else sentence.start + behind


def _beside(figure: FigureMention, counts: Sequence[FigureMention]) -> list[FigureMention]:
    """The counts of the dead right before and right behind a count of the injured."""
    before = [c for c in counts if c.end <= figure.start][-1:]
    behind = [c for c in counts if c.start >= figure.end][:1]
    return [c for c in (*before, *behind) if c.figure != figure.figure]
