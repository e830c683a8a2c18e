"""In which words does a report name a place for which whoever acts only stands: "the president broke off talks"?"""

from collections.abc import Mapping, Sequence

from fogline.model import Place, PlaceMention
from fogline.read.facts import Span

Named = Mapping[str, Sequence[PlaceMention]]  # the mentions of each place of a report, by its name, in order


def in_words(place: Place, span: Span, told: Span, named: Named) -> Span:
    """The words that name a place: those at `span`, or where they only stand for it the last before or at `told`.

    Where only words further on name it, it is the first of those; where none do, what stands for it.
    """
    known = named.get(place.name, ())
    if any(m.start < span[1] and span[0] < m.end for m in known):
        return span
    naming = [m for m in known if m.role == "place"] or known
    ahead = [m for m in naming if m.end <= max(span[1], told[1])]
    nearest = ahead[-1] if ahead else next(iter(naming), None)
    return (nearest.start, nearest.end) if nearest else span
