"""Armed groups that no list knows and that a report introduces as such.

"A group calling itself the Shadow Force", "the Raia Mutomboki, a militia from Shabunda", "Lendu militiamen": the name
is the party, there and wherever the report names it again.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from fogline.lexicon.names import Piece
from fogline.lexicon.telltales import telltales
from fogline.lexicon.titles import titles
from fogline.model import PlaceMention
from fogline.read.hits import Hit
from fogline.read.scene import SPACE
from fogline.read.title_case import only_set_so

NAME_WORDS = 5
Named = tuple[int, int, int, str]  # the pieces where the mention and the name begin and where both end; the party
APOSTROPHES = ("'", "’")
LINKS = frozenset({"of", "for", "the", "al", "and"})  # words in lower case inside a group's name
ON_ITS_OWN = frozenset({"the", "by", "with", "against"})  # behind one of these a name is no town's before a comma


def introduced(text: str, ps: Sequence[Piece], hits: Sequence[Hit], place_at: Mapping[int, PlaceMention]) -> list[Hit]:
    """The names of such groups, in order; none where a known party stands."""
    taken = {k for hit in hits for k in range(hit.first, hit.last + 1)}
    at = {piece.start: k for k, piece in enumerate(ps)}
    spans = [*_called(text, ps, at), *_apposed(text, ps, at, place_at), *_before_militia(text, ps, at, place_at)]
    found: dict[int, Hit] = {}
    for begin, first, last, name in sorted(spans):
        if not taken.isdisjoint(range(begin, last + 1)) or only_set_so(text, ps[first].start, ps[last].end):
            continue  # "Blast Hits Militia Camp" names no militia called Hits
        found[begin] = Hit(begin, last, name, "name")
        taken |= set(range(begin, last + 1))
        for again in _again(ps, first, last):
            if taken.isdisjoint(range(again, again + last - first + 1)):
                found[again] = Hit(again, again + last - first, name, "name")
                taken |= set(range(again, again + last - first + 1))
    return [found[first] for first in sorted(found)]


def _called(text: str, ps: Sequence[Piece], at: Mapping[int, int]) -> Iterator[Named]:
    """ "A group calling itself | Monywa Shadow Force"."""
    for match in telltales().calling_itself.finditer(text):
        first = at.get(match.end())
        if first is None or not _is_name(ps, first):
            continue
        last = k = first
        while k + 1 < len(ps) and k - first < NAME_WORDS and _goes_on(text, ps, k):
            k += 1
            if _is_name(ps, k):
                last = k
            elif ps[k].key not in LINKS and _gap(text, ps, k - 1) not in APOSTROPHES:
                break
        group = bisect_right(ps, match.start(), key=lambda piece: piece.start) - 1
        yield group, first, last, text[ps[first].start : ps[last].end]


def _goes_on(text: str, ps: Sequence[Piece], k: int) -> bool:
    """Whether a name goes on behind a piece: "Shadow | Force", "People | 's | Front"."""
    gap = _gap(text, ps, k)
    return gap in (" ", "-") or (gap in APOSTROPHES and ps[k + 1].text == "s")


def _apposed(
    text: str, ps: Sequence[Piece], at: Mapping[int, int], place_at: Mapping[int, PlaceMention]
) -> Iterator[Named]:
    """ "The | Raia Mutomboki |, a militia from Shabunda": not "In Tripoli, a militia"."""
    ends = {piece.end: k for k, piece in enumerate(ps)} if ", a" in text else {}
    for match in telltales().armed_group.finditer(text):
        last = ends.get(match.start())
        if last is None or not _is_name(ps, last):
            continue
        first = _start(text, ps, last)
        before = ps[first - 1].key if first else ""
        opens = not first or text[ps[first - 1].end : ps[first].start].strip() != ""
        a_place = any(k in place_at and place_at[k].role == "place" for k in range(first, last + 1))
        if (opens or before in ON_ITS_OWN) and not a_place:
            yield first, first, last, text[ps[first].start : ps[last].end]


def _before_militia(
    text: str, ps: Sequence[Piece], at: Mapping[int, int], place_at: Mapping[int, PlaceMention]
) -> Iterator[Named]:
    """ "| Lendu militiamen |": by a people, not by a town."""
    for match in telltales().militia.finditer(text):
        last = at.get(match.start())
        if last is None or last == 0 or not _is_name(ps, last - 1) or not SPACE.fullmatch(_gap(text, ps, last - 1)):
            continue
        first = _start(text, ps, last - 1)
        a_place = any(k in place_at and place_at[k].place for k in range(first, last))
        known = any((ps[k].key,) in titles().sorts or ps[k].key in titles().modifiers for k in range(first, last))
        if not known and not a_place:
            yield first, first, last, f"{text[ps[first].start : ps[last - 1].end]} militia"


def _is_name(ps: Sequence[Piece], k: int) -> bool:
    return ps[k].text[0].isupper() and ps[k].key not in titles().not_names and (ps[k].key,) not in titles().sorts


def _start(text: str, ps: Sequence[Piece], last: int) -> int:
    first = last
    while first and last - first < NAME_WORDS and _gap(text, ps, first - 1) in (" ", "-") and _is_name(ps, first - 1):
        first -= 1
    return first


def _gap(text: str, ps: Sequence[Piece], k: int) -> str:
    return text[ps[k].end : ps[k + 1].start]


def _again(ps: Sequence[Piece], first: int, last: int) -> Iterator[int]:
    """Where the same words stand with the same capitals."""
    words = [piece.text for piece in ps[first : last + 1]]
    for k in range(len(ps) - len(words) + 1):
        if ps[k].text == words[0] and [piece.text for piece in ps[k : k + len(words)]] == words:
            yield k
