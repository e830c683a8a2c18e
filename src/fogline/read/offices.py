"""Which words of a report are an office, a body or a plain person, and what stands beside them.

"Ukraine's interior minister, Ihor Klymenko", "the head of the Dnipropetrovsk region", "Belgorod governor Vyacheslav
Gladkov", "Dmytro Pletenchuk, a spokesman for the navy", "the Sixth Infantry Division", "a doctor": a grammar of neighbours
that needs no parse, so that offices in sentences which are not parsed count too.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from fogline.lexicon.names import Piece
from fogline.lexicon.parties import seats
from fogline.lexicon.titles import PRIVATE, Sort, titles
from fogline.model import PlaceMention
from fogline.read.hits import Hit

AGAIN: Final = "again"  # the owner is a word that takes up a body named before
LEFT_WORDS = 7  # words between a side and its office: "Ukraine's acting first deputy interior minister"
RIGHT_WORDS = 4  # words between an office and what it is of: "spokesman for the southern military"
NAME_WORDS = 5
BODY_WORDS = 7
BODIES = ("body", "local_body")
OWN = frozenset({"its", "their", "his", "her"})
APPOSITION = re.compile(r",\s+(?:(?:the|a|an|its|his|her|their)\s+)?$")
SPACE = re.compile(r"[ \t\u00a0]+")
COMMA_SPACE = re.compile(r"\s*,\s+|\s+[–—-]\s+")
POSSESSIVE = re.compile(r"\.?(?:s?[’']s?)?\s+|[’']")
HYPHEN = re.compile(r"[-–‑]")
INITIAL = re.compile(r"\.?[ \t\u00a0]+|[-’'ʼ]|\. ")


@dataclass(frozen=True, slots=True)
class Office:
    """Pieces first..last of the report are an office with what belongs to it; core_first..core_last is its title.

    `side` is the party that the words name, `place` the place that they name, `own` that it belongs to somebody named
    before ("its spokesman", "an adviser to the force"); `person` the pieces of the name beside it; `owner` the sort of the
    body without a side that it belongs to ("a spokesman for the army").
    """

    first: int
    last: int
    core_first: int
    core_last: int
    sort: Sort
    side: str | None = None
    place: PlaceMention | None = None
    own: bool = False
    person: tuple[int, int] | None = None
    owner: Sort | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A report as pieces, with what is known to stand at each: names, places, the end of its sentence."""

    text: str
    ps: Sequence[Piece]
    hit_at: Mapping[int, Hit]
    place_at: Mapping[int, PlaceMention]
    bounds: Sequence[tuple[int, int]] = field(default=())  # first and last piece of each sentence

    def gap(self, left: int) -> str:
        """The characters between piece `left` and the next."""
        return self.text[self.ps[left].end : self.ps[left + 1].start]

    def words(self, first: int, last: int) -> str:
        """The text of pieces first..last."""
        return self.text[self.ps[first].start : self.ps[last].end]


def find_offices(scene: Scene) -> list[Office]:
    """All offices of the report, in order, none inside another."""
    found: list[Office] = []
    for first, last in scene.bounds:
        at = first
        while at <= last:
            core = _core(scene, at, last)
            if core is None:
                at += 1
                continue
            office = _widen(scene, first, last, at, *core)
            found.append(office)
            at = max(office.last, core[0]) + 1
    return _joined(scene, _outermost(found))


def _joined(scene: Scene, offices: list[Office]) -> list[Office]:
    """Make one of a rank and name and the office after the comma: "Col. Ivan Hrytsenko, the brigade's spokesman"."""
    out: list[Office] = []
    for office in offices:
        before = out[-1] if out else None
        gap = scene.text[scene.ps[before.last].end : scene.ps[office.first].start] if before else ""
        if before and before.person and not before.side and not office.person and APPOSITION.fullmatch(gap):
            if not _speaks(scene, office.last):
                out[-1] = replace(
                    office, first=before.first, person=before.person, place=office.place or before.place
                )
                continue
        out.append(office)
    return out


def _outermost(offices: list[Office]) -> list[Office]:
    """Drop an office that begins within the one before it (its owner, read already)."""
    kept: list[Office] = []
    for office in offices:
        if kept and office.first <= kept[-1].last:
            continue
        kept.append(office)
    return kept


def _core(scene: Scene, at: int, last: int) -> tuple[int, Sort] | None:
    """The longest title that begins at piece `at`: its last piece and sort."""
    hit = scene.hit_at.get(at)
    if hit and hit.form != "demonym":
        return None
    unit = _unit(scene, at, last)
    if unit is None:
        unit = _named_body(scene, at, last)
    if unit is not None:
        return unit, "body"
    lexicon = titles()
    for end in range(min(last, at + lexicon.longest - 1), at - 1, -1):
        sort = lexicon.sorts.get(tuple(p.key for p in scene.ps[at : end + 1]))
        if sort and all(_inside(scene.gap(i)) for i in range(at, end)) and not _mid_name(scene, at, end, sort):
            return end, sort
    if scene.ps[at].key in lexicon.again and at > 0 and scene.ps[at].text.islower() and (
        scene.ps[at - 1].key == "the" or scene.ps[at - 1].key in OWN
    ):
        return at, "again"
    return None


def _named_body(scene: Scene, at: int, last: int) -> int | None:
    """The last piece of a body's name that begins here: "State Disaster Management Authority"."""
    ps, heads = scene.ps, titles().body_heads
    if not ps[at].text[0].isupper() or ps[at].text.isupper() or at in scene.hit_at or (at and _capital_before(scene, at)):
        return None
    end = at
    while end < last and end < at + BODY_WORDS and _inside(scene.gap(end)) and scene.gap(end) in (" ", "-"):
        word = ps[end + 1]
        if end + 1 in scene.hit_at or (not word.text[0].isupper() and word.key not in ("of", "and", "the", "for")):
            break
        end += 1
    for stop in range(end, at, -1):
        if any(tuple(p.key for p in ps[stop - len(h) + 1 : stop + 1]) == h for h in heads) and ps[stop].text[0].isupper():
            return stop
    return None


def _capital_before(scene: Scene, at: int) -> bool:
    before = scene.ps[at - 1]
    return before.text[0].isupper() and scene.gap(at - 1) == " " and not scene.hit_at.get(at - 1) and before.key not in ("the", "a", "an")


def _inside(gap: str) -> bool:
    return len(gap) <= 2 and "," not in gap and ";" not in gap and "\n\n" not in gap


def _mid_name(scene: Scene, at: int, end: int, sort: Sort) -> bool:
    """A rank or courtesy title counts with a capital and a name after it; "general" and "major" are words else."""
    if sort not in ("rank", "courtesy"):
        return False
    return not scene.ps[at].text[0].isupper() or end + 1 >= len(scene.ps) or not scene.ps[end + 1].text[0].isupper()


def _unit(scene: Scene, at: int, last: int) -> int | None:
    """The last piece of a numbered or named unit that begins here: "47th Mechanised Brigade", "Second Division"."""
    ps = scene.ps
    if not (re.fullmatch(r"\d+(?:st|nd|rd|th)", ps[at].text) or (ps[at].key in titles().ordinals and ps[at].text[0].isupper())):
        return None
    for end in range(at + 1, min(at + 5, last) + 1):
        if scene.gap(end - 1) not in (" ", "-", "\u00a0") or not ps[end].text[0].isupper():
            return None
        if ps[end].key in titles().units:
            return end
    return None


SAYS = frozenset({"say", "says", "said"})


def _is_former(scene: Scene, first: int) -> bool:
    return scene.ps[first].key in titles().past


def _widen(scene: Scene, lo: int, hi: int, at: int, end: int, sort: Sort) -> Office:
    first, side, place, own = _left(scene, lo, at)
    sort_before = sort
    further = _core(scene, end + 1, hi) if sort in BODIES and end < hi and SPACE.fullmatch(scene.gap(end)) else None
    if further and further[1] in ("any", "national", "local", "rank"):
        end, sort = further
    fighters = sort in BODIES and scene.ps[end].key in titles().forces
    last, right_side, right_place, owner = (end, None, None, None) if fighters else _right(scene, hi, end)
    if sort != sort_before:
        owner = owner or sort_before
    if end < hi and scene.ps[end + 1].key == "elect" and HYPHEN.fullmatch(scene.gap(end)):
        last = end = end + 1
    person = _person_after(scene, hi, last) or (_person_after(scene, hi, end) if last > end else None)
    if person:
        last = max(last, person[1])
        if not (side or right_side or place or right_place):
            last, right_side, right_place, further_owner = _right(scene, hi, last)
            owner = owner or further_owner
    else:
        person = _person_before(scene, lo, first, last)
        if person and not _speaks(scene, last):
            first = person[0]
        else:
            person = None
    belongs = own or AGAIN in (owner, sort)
    if own and not side:
        place = right_place = None  # "its ambassador in Vienna"
    former = _is_former(scene, first) and not person
    if former:
        side = right_side = place = right_place = None
    return Office(
        first,
        last,
        at,
        end,
        sort,
        side or right_side,
        place or right_place,
        belongs,
        person,
        None if owner == AGAIN else owner,
    )


def _left(scene: Scene, lo: int, at: int) -> tuple[int, str | None, PlaceMention | None, bool]:
    """What stands before a title: the first piece that belongs to it, the side, the place, a possessive pronoun."""
    ps, lexicon = scene.ps, titles()
    first, own = at, False
    k = at - 1
    for _ in range(LEFT_WORDS):
        if k < lo or not _close(scene.gap(k)):
            break
        key = ps[k].key
        hit = scene.hit_at.get(k)
        if hit and hit.last == k:
            if HYPHEN.fullmatch(scene.gap(k)) and first == k + 1 and ps[first].key not in lexicon.owning:
                break
            return hit.first, hit.party, None, own
        if key in seats():
            return k, seats()[key], None, own
        place = scene.place_at.get(k)
        if place and place.role in ("place", "party", "demonym") and place.place:
            return _start_of(scene, place, k), None, place, own
        if key in OWN:
            own = True
            break
        if key == "s" and k > lo and scene.gap(k - 1) in "’'":
            k -= 1
            if ps[k].key in lexicon.again and not scene.hit_at.get(k) and not scene.place_at.get(k):
                own = True
                break
            continue
        if key in lexicon.past:
            return k, None, None, own
        if key not in lexicon.modifiers and key not in lexicon.compounds and not _adjective(scene, k):
            break
        first = k
        k -= 1
    return first, None, None, own


def _adjective(scene: Scene, k: int) -> bool:
    """A demonym of a place or a title's word in its capital: "Defence", "Regional"."""
    sort = titles().sorts.get((scene.ps[k].key,))
    return sort is not None and sort not in (*PRIVATE, "group", "unknown", "rank", "exonym")


def _close(gap: str) -> bool:
    return bool(POSSESSIVE.fullmatch(gap) or HYPHEN.fullmatch(gap)) and "\n\n" not in gap


def _start_of(scene: Scene, place: PlaceMention, k: int) -> int:
    while k > 0 and scene.ps[k - 1].start >= place.start:
        k -= 1
    return k


def _right(
    scene: Scene, hi: int, end: int
) -> tuple[int, str | None, PlaceMention | None, Sort | Literal["again"] | None]:
    """What stands after a title: the last piece that belongs to it, and the side, place or sort of body that it is of."""
    ps, lexicon = scene.ps, titles()
    k = end + 1
    if k > hi or not SPACE.fullmatch(scene.gap(end)):
        return end, None, None, None
    if ps[k].key in lexicon.owning and k + 3 <= hi and "by" in (ps[k + 1].key, ps[k + 2].key):
        hit = scene.hit_at.get(k + 2 if ps[k + 1].key == "by" else k + 3)
        return (hit.last, hit.party, None, None) if hit else (end, None, None, None)
    if ps[k].key not in lexicon.links or (ps[k].key == "to" and (ps[end].key,) not in lexicon.sorts):
        return end, None, None, None
    weak_link = ps[k].key not in ("of", "for", "to")
    k += 1
    for _ in range(RIGHT_WORDS):
        if k > hi or not SPACE.fullmatch(scene.gap(k - 1)):
            break
        hit, place = scene.hit_at.get(k), scene.place_at.get(k)
        if hit and hit.form != "metonym":
            last = _whole(scene, hi, hit.last)
            inner = scene.hit_at.get(last)
            return last, inner.party if inner else hit.party, None, None
        if place and place.role != "person" and place.place and not (weak_link and place.place.precision == "country"):
            return _whole(scene, hi, _end_of(scene, place, k)), None, place, None
        if hit:
            return hit.last, hit.party, None, None
        core = _core(scene, k, hi)
        if core and core[1] not in (*PRIVATE, "any", "unknown"):
            last, side, further, _ = _right(scene, hi, core[0])
            return last, side, further, core[1]
        if ps[k].key in lexicon.again:
            return k, None, None, AGAIN
        if ps[k].key not in lexicon.fillers and ps[k].key not in lexicon.modifiers:
            break
        k += 1
    return end, None, None, None


def _whole(scene: Scene, hi: int, last: int) -> int:
    """Past the noun that a side or place stands before: "Donetsk | region", "Ukrainian | navy", "Hamas | politburo"."""
    k = last + 1
    if k <= hi and scene.ps[k].key == "s" and scene.gap(last) in "’'":
        last, k = k, k + 1
    while k <= hi and k <= last + 3 and SPACE.fullmatch(scene.gap(k - 1)):
        key = scene.ps[k].key
        if k in scene.hit_at:
            return scene.hit_at[k].last
        if key in titles().region_nouns or key in titles().forces or (key,) in titles().sorts:
            last = k
        elif key not in titles().modifiers:
            break
        k += 1
    return last




def _end_of(scene: Scene, place: PlaceMention, k: int) -> int:
    while k + 1 < len(scene.ps) and scene.ps[k + 1].end <= place.end:
        k += 1
    return k


def _speaks(scene: Scene, last: int) -> bool:
    """A verb right after the title makes it the speaker itself: "…, medic says" is no name and apposition."""
    return last + 1 < len(scene.ps) and SPACE.fullmatch(scene.gap(last)) is not None and scene.ps[last + 1].key in SAYS


def _person_after(scene: Scene, hi: int, last: int) -> tuple[int, int] | None:
    """The name right after a title, with or without a comma."""
    if last + 1 > hi:
        return None
    gap = scene.gap(last)
    plain = bool(SPACE.fullmatch(gap) or gap == ". ")
    if not plain and not COMMA_SPACE.fullmatch(gap):
        return None
    name = person_at(scene, hi, last + 1)
    if name and not plain and (name[0] == name[1] or not _closes(scene, name[1])):
        return None  # after a comma only a full name that a comma, a stop or a verb follows
    return name


def _closes(scene: Scene, last: int) -> bool:
    return (
        last + 1 >= len(scene.ps)
        or scene.gap(last)[:1] in (",", ".", ":", ";", ")", '"', "”")
        or scene.ps[last + 1].text.islower()
    )


def _person_before(scene: Scene, lo: int, first: int, last: int) -> tuple[int, int] | None:
    """The full name that a title stands in apposition to: "Dmytro Pletenchuk, spokesman …"."""
    before = scene.text[scene.ps[lo].start : scene.ps[first].start]
    match = APPOSITION.search(before)
    after = scene.gap(last)[:1] if last + 1 < len(scene.ps) else ""
    if after and after in "'’":
        return None  # "…, the alliance's chief": the owner of the next office
    if not match or scene.place_at.get(first) is not None:
        return None
    cut = scene.ps[lo].start + match.start()
    end = first - 1
    while end >= lo and scene.ps[end].end > cut:
        end -= 1
    for start in range(max(lo, end - NAME_WORDS + 1), end):
        if person_at(scene, end, start) == (start, end):
            return start, end
    return None


def _past_ranks(scene: Scene, hi: int, at: int) -> int:
    """The first piece after ranks and courtesy titles: "Maj. Gen. | Idris"."""
    sorts = titles().sorts
    while at < hi and INITIAL.fullmatch(scene.gap(at)) and scene.ps[at].text[0].isupper():
        pair = sorts.get((scene.ps[at].key, scene.ps[at + 1].key))
        if sorts.get((scene.ps[at].key,)) not in ("rank", "courtesy") and pair not in ("rank", "courtesy"):
            break
        at += 1
    return at


def person_at(scene: Scene, hi: int, at: int) -> tuple[int, int] | None:
    """The pieces of a person's name that begins at piece `at`: capitals in a row, with particles between."""
    at = _past_ranks(scene, hi, at)
    inner = next((scene.hit_at[k] for k in range(at, min(at + 2, hi + 1)) if k in scene.hit_at), None)
    if inner and inner.form == "person" and inner.first > at and scene.ps[at].key not in titles().not_names:
        return inner.first, inner.last
    hit = scene.hit_at.get(at)
    if hit and hit.form == "person":
        return hit.first, hit.last
    lexicon, ps = titles(), scene.ps
    end, k = None, at
    while k <= hi and k < at + NAME_WORDS + 2:
        piece = ps[k]
        known = scene.hit_at.get(k)
        if k > at and not (INITIAL.fullmatch(scene.gap(k - 1))):
            break
        place = scene.place_at.get(k)
        free = not (known and known.form != "person") and not (place and place.role == "place" and place.place)
        if piece.text[0].isupper() and piece.key not in lexicon.not_names and free:
            if k == at and ((piece.key,) in lexicon.sorts and len(piece.text) > 3):
                rank = lexicon.sorts[(piece.key,)]
                if rank not in ("rank", "courtesy"):
                    return None
            end = k
        elif not (piece.key in lexicon.particles and end is not None or (piece.key in ("al", "el", "abu") and k == at)):
            break
        k += 1
    return (at, end) if end is not None else None
