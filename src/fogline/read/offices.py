"""Which words of a report are an office, a body or a plain person, and what stands beside them.

"Ukraine's interior minister, Ihor Klymenko", "the head of the Dnipropetrovsk region", "Belgorod governor Vyacheslav
Gladkov", "Dmytro Pletenchuk, a spokesman for the navy", "the Sixth Infantry Division", "a doctor": a grammar of
neighbours that needs no parse, so that offices in sentences which are not parsed count too.
"""

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from fogline.lexicon.deeds import deeds
from fogline.lexicon.parties import party_named, seats
from fogline.lexicon.titles import PRIVATE, Sort, titles
from fogline.model import PlaceMention
from fogline.read.bodies import title_at
from fogline.read.office_houses import chaired_by, house_of, is_close
from fogline.read.people import APPOSITION, of_several, person_after, person_before, speaks
from fogline.read.scene import HYPHEN, SPACE, Scene

ENEMY: Final = "exonym"  # what one side calls the other
AGAIN: Final = "again"  # the owner is a word that takes up a body named before
LEFT_WORDS = 7  # words between a side and its office: "Ukraine's acting first deputy interior minister"
RIGHT_WORDS = 4  # words between an office and what it is of: "spokesman for the southern military"
WHOLE_WORDS = 3  # words of "region" and the like after a place
BODIES = ("body", "local_body")
HELD_BY = ("any", "national", "local", "rank")  # "army | spokesman": sorts that a body before them owns
OWN = frozenset({"its", "their", "his", "her"})
ITS = frozenset({"its", "their"})
NEW = frozenset({"a", "an"})  # what stands before something not spoken of yet, which owns nobody
# Between an office and the rank of who holds it: a comma, perhaps behind what the office is of.
HOLDER = re.compile(r"(?: (?:of|for) (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)*)?, (?:the )?")
OF_THE = re.compile(r" of (?:the )?")
STATED = ("rank", "body", "local_body", "national", "local")  # sorts that are a state's where no words say whose
OFFICES_OF = ("national", "local")
Owner = Sort | Literal["again"] | None


@dataclass(frozen=True, slots=True)
class Office:
    """Pieces first..last of the report are an office with what belongs to it; core_first..core_last is its title.

    `side` is the party that the words name, `place` the place that they name, `own` that it belongs to somebody named
    before ("its spokesman", "an adviser to the force"); `person` the pieces of the name beside it; `owner` the sort of
    the body without a side that it belongs to ("a spokesman for the army"); `former` that it is held no longer;
    `again` the word that takes up a body named before ("an adviser to the force").
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
    again: str | None = None


def find_offices(scene: Scene) -> list[Office]:
    """All offices of the report, in order, none inside another."""
    found: list[Office] = []
    for first, last in scene.bounds:
        at = first
        while at <= last:
            core = title_at(scene, at, last)
            if core is None:
                at += 1
                continue
            office = _widen(scene, (first, last), at, *core)
            if not found or office.first > found[-1].last:
                found.append(office)
            elif found[-1].sort == ENEMY and office.first <= found[-1].first and office.sort in BODIES:
                found[-1] = replace(found[-1], last=office.last)  # "occupation | air force"
            elif office.first <= found[-1].first and office.last > found[-1].last and not found[-1].person:
                found[-1] = office  # "the prime minister's | press secretary"
            elif office.person and office.person == found[-1].person and found[-1].side is None:
                found[-1] = _one_man(found[-1], office)
            at = max(office.last, core[0]) + 1
    return _joined(scene, found)


def _joined(scene: Scene, offices: list[Office]) -> list[Office]:
    """Make one of a rank and name and the office after the comma: "Col. Ivan Hrytsenko, the brigade's spokesman"."""
    out: list[Office] = []
    for office in offices:
        before = out[-1] if out else None
        if before is not None and _holds(scene, before, office):
            side, place = before.side or office.side, before.place or office.place
            sort = office.sort if before.sort == "any" else before.sort
            out[-1] = replace(before, last=office.last, person=office.person, side=side, place=place, sort=sort)
        elif before is not None and _of_the_enemy(scene, before, office):
            out[-1] = replace(before, last=office.last)
        elif before is not None and _serves_the_enemy(scene, before, office):
            out[-1] = replace(office, first=before.first)
        elif before is not None and _apposed(scene, before, office):
            out[-1] = _one_man(before, replace(office, person=before.person, place=office.place or before.place))
        else:
            out.append(office)
    return out


def _holds(scene: Scene, before: Office, office: Office) -> bool:
    """Whether a rank and name right behind an office say who holds it: "spokesman of the navy, Captain Musa"."""
    gap = scene.text[scene.ps[before.last].end : scene.ps[office.first].start]
    held = before.person is None and before.sort in HELD_BY and office.sort == "rank" and office.person is not None
    return held and HOLDER.fullmatch(gap) is not None


def _of_the_enemy(scene: Scene, before: Office, office: Office) -> bool:
    """Whether forces are those of whom the speaker calls the enemy: "enemy warplanes" are not the home state's."""
    beside = before.sort == ENEMY and office.first == before.last + 1 and SPACE.fullmatch(scene.gap(before.last))
    return bool(beside) and office.sort in BODIES and office.side is None and office.person is None


def _serves_the_enemy(scene: Scene, before: Office, office: Office) -> bool:
    """Whether the forces named before are said to be the enemy's: "warplanes of the occupation"."""
    theirs = office.sort == ENEMY and before.sort in BODIES and before.side is None and before.person is None
    return theirs and OF_THE.fullmatch(scene.text[scene.ps[before.last].end : scene.ps[office.first].start]) is not None


def _one_man(before: Office, office: Office) -> Office:
    """A rank and name with the office behind them: "Col. X, the navy's spokesman".

    Where that says nothing of whose it is ("Col. X, a spokesman"), the rank does.
    """
    unowned = office.sort == "any" and not (office.side or office.owner or office.own or office.again)
    whose = before.sort if unowned and before.sort in STATED else office.sort
    return replace(office, first=before.first, sort=whose)


def _apposed(scene: Scene, before: Office, office: Office) -> bool:
    gap = scene.text[scene.ps[before.last].end : scene.ps[office.first].start]
    named = before.person is not None and before.side is None and office.person is None
    return named and APPOSITION.fullmatch(gap) is not None and not speaks(scene, office.last)


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands at one side of a title: its outermost piece, and whose or where that says it is."""

    edge: int
    side: str | None = None
    place: PlaceMention | None = None
    owner: Owner = None
    own: bool = False
    again: str | None = None
    private: bool = False  # it belongs to a body without a side: "Amnesty's Nigeria director"


def _widen(scene: Scene, bounds: tuple[int, int], at: int, end: int, sort: Sort) -> Office:
    """The office of the title at at..end with all that belongs to it."""
    lo, hi = bounds
    left = _left(scene, lo, at)
    owner: Owner = None
    if sort in BODIES and end < hi and SPACE.fullmatch(scene.gap(end)):
        further = title_at(scene, end + 1, hi)
        if further and further[1] in HELD_BY:
            owner, (end, sort) = sort, further
    if sort == "national" and (chaired := chaired_by(scene, hi, end)) is not None:
        end, sort = chaired, "private"
    fighters = sort in BODIES and scene.ps[end].key in titles().forces
    fighters = fighters and not _of_a_party(scene, end + 1, hi)
    right = _Beside(end) if fighters or sort == ENEMY else _right(scene, hi, end)
    right = _whose_thing(scene, hi, end) or right
    if sort == "any" and (house := house_of(scene, hi, end)) is not None:
        left, right, sort = _Beside(left.edge), _Beside(house), "private"
    if end < hi and scene.ps[end + 1].key == "elect" and HYPHEN.fullmatch(scene.gap(end)):
        right = _Beside(end + 1)
    first, last = left.edge, right.edge
    several = of_several(scene, at, end)
    person = person_after(scene, hi, last, several) or (person_after(scene, hi, end, several) if last > end else None)
    if person:
        last = max(last, person[1])
        if not (left.side or left.place or right.side or right.place or right.owner):
            right = _right(scene, hi, last)
            last = right.edge
    else:
        person = person_before(scene, lo, first, last)
        first = person[0] if person else first
    owner = right.owner or owner
    if sort == AGAIN and right.owner in OFFICES_OF:
        sort, owner = right.owner, None  # "the office of the prime minister" takes up nobody
    side, place = left.side or right.side, left.place or right.place
    if (left.own and not left.side) or sort == ENEMY or (sort == "any" and _singular(scene, end) in deeds().in_arms):
        place = None  # "its ambassador in Vienna", "raiders from Turkana": no office of the state that has the place
    if left.private and sort == "any":
        side, place = None, None
    past = [k for k in range(max(lo, left.edge - 1), at) if scene.ps[k].key in titles().past]
    first = min([first, *past])
    return Office(
        first,
        last,
        at,
        end,
        sort,
        side,
        place,
        own=left.own or AGAIN in (owner, sort),
        person=person,
        owner=None if owner == AGAIN else owner,
        former=bool(past),
        again=left.again or right.again,
    )


def _singular(scene: Scene, at: int) -> str:
    """A piece as the singular of a noun."""
    return scene.ps[at].key.removesuffix("s")


def _of_a_party(scene: Scene, at: int, hi: int) -> bool:
    """Whether whose they are stands behind "of": "the troops of Turkey", "the air defences of the Arakan Army"."""
    if at > hi or scene.ps[at].key != "of":
        return False
    k = at + 2 if at < hi and scene.ps[at + 1].key == "the" else at + 1
    hit = scene.hit_at.get(k)
    if hit is None:
        return k <= hi and k not in scene.place_at and scene.ps[k].key in seats()
    group = party_named(hit.party).kind == "armed_group"
    named = hit.form in ("name", "force") or (hit.form == "demonym" and group and scene.ps[hit.last].text.endswith("s"))
    if not named:
        return False
    # "the Command of the Front"
    return group or party_named(hit.party).kind == "state" or scene.ps[at - 1].text.istitle()


def _left(scene: Scene, lo: int, at: int) -> _Beside:
    """What stands before a title: a side, a place, a possessive pronoun, behind adjectives."""
    ps, lexicon = scene.ps, titles()
    between = lexicon.modifiers | lexicon.compounds
    if ps[at].key in titles().ministries:
        between |= lexicon.portfolios
    first, k = at, at - 1
    for _ in range(LEFT_WORDS):
        if k < lo or not is_close(scene.gap(k)):
            break
        if ps[k].key == "s" and k > lo and scene.gap(k - 1) in ("'", "’"):
            k -= 1
            if ps[k].key in lexicon.again and k not in scene.hit_at and k not in scene.place_at:
                return _Beside(first, own=True, again=ps[k].key)
            continue
        owner = _owner_before(scene, k, first)
        if owner is not None:
            return _body_over(scene, lo, owner) or owner
        if ps[k].key not in between and not _adjective(scene, k):
            return _Beside(first, private=_private_owner(scene, lo, k))
        first = k
        k -= 1
    return _Beside(first)


def _is_possessive(scene: Scene, k: int) -> bool:
    """Whether an 's stands behind a piece."""
    return k + 1 < len(scene.ps) and scene.ps[k + 1].key == "s" and scene.gap(k) in ("'", "’")


def _private_owner(scene: Scene, lo: int, k: int) -> bool:
    """Whether a name of no side owns what stands behind piece `k` or soon before: "the UN's humanitarian | head"."""
    for at in (k, k - 1, k - 2):
        if at < lo:
            return False
        if _is_possessive(scene, at):
            hit = scene.hit_at.get(at)
            sided = hit is not None and party_named(hit.party).side is not None
            return scene.ps[at].text[:1].isupper() and not sided and at not in scene.place_at
        if scene.ps[at].text[:1].isupper() and scene.ps[at].key != "s":
            return False
    return False


def _body_over(scene: Scene, lo: int, owner: _Beside) -> _Beside | None:
    """The body whose name stands before the land of an office: "MSF's Sudan director"; None where there is none."""
    k = owner.edge - 2
    if k < lo or scene.ps[k].text[:1].islower() or not _is_possessive(scene, k) or scene.gap(k + 1) != " ":
        return None
    if k in scene.place_at or (owner.place is None and owner.side is None):
        return None
    hit = scene.hit_at.get(k)
    return _Beside(owner.edge, hit.party) if hit and party_named(hit.party).side else _Beside(owner.edge, private=True)


def _owner_before(scene: Scene, k: int, first: int) -> _Beside | None:
    """The owner of an office that ends at piece `k`, where the office begins at `first`; None where there is none."""
    ps, lexicon, key = scene.ps, titles(), scene.ps[k].key
    hit, place = scene.hit_at.get(k), scene.place_at.get(k)
    leaning = k and ps[k - 1].key in lexicon.leaning and HYPHEN.fullmatch(scene.gap(k - 1))
    if leaning or key in OWN:  # "the pro-Iranian movement", "its movement"
        return _Beside(k - 1) if leaning else _Beside(first, own=True)
    if hit and hit.last == k:
        return _Beside(first) if _leans(scene, k, first) else _Beside(hit.first, hit.party)
    if key in seats():
        return _Beside(k, seats()[key])
    if place and place.role != "person" and place.place:
        return _Beside(_start_of(scene, place, k), None, place)
    if key in lexicon.group_words | lexicon.allied and ps[k].text.islower():
        return _Beside(k, own=True, again=key)  # "an alliance spokesman"
    return _Beside(k) if key in lexicon.past else None


def _leans(scene: Scene, k: int, first: int) -> bool:
    """Whether a party before a hyphen only says to whom others lean: "the Iran-backed", "the al-Qaeda-linked group"."""
    ps, lexicon = scene.ps, titles()
    if not HYPHEN.fullmatch(scene.gap(k)) or first != k + 1:
        return False
    linked = ps[first].key in lexicon.linked and ps[first + 1].key in lexicon.group_words
    return linked or ps[first].key not in lexicon.owning


def _befriended(scene: Scene, hi: int, k: int) -> bool:
    """Whether a party at piece `k` only says who stands behind the one named next: "the Iran-backed group"."""
    hit = scene.hit_at.get(k)
    if hit is None or hit.first != k or hit.last + 2 > hi or not HYPHEN.fullmatch(scene.gap(hit.last)):
        return False
    return scene.ps[hit.last + 1].key in titles().befriended


def _adjective(scene: Scene, k: int) -> bool:
    """A demonym of a place or a title's word in its capital: "Defence", "Regional"."""
    sort = titles().sorts.get((scene.ps[k].key,))
    return sort is not None and sort not in (*PRIVATE, "group", "unknown", "rank", "exonym")


def _start_of(scene: Scene, place: PlaceMention, k: int) -> int:
    while k > 0 and scene.ps[k - 1].start >= place.start:
        k -= 1
    return k


def _right(scene: Scene, hi: int, end: int) -> _Beside:
    """What stands after a title: the side, the place or the body that it is of."""
    ps, lexicon = scene.ps, titles()
    k = end + 1
    if k > hi or not SPACE.fullmatch(scene.gap(end)):
        return _Beside(end)
    if ps[k].key in lexicon.owning and k + 3 <= hi and "by" in (ps[k + 1].key, ps[k + 2].key):
        hit = scene.hit_at.get(k + 2 if ps[k + 1].key == "by" else k + 3)  # "installed (there) by Moscow"
        return _Beside(hit.last, hit.party) if hit else _Beside(end)
    link = ps[k].key
    if link not in lexicon.links or (link == "to" and (ps[end].key,) not in lexicon.sorts):
        return _Beside(end)
    k += 1
    if link == "in" and k <= hi and ps[k].key in NEW:
        return _Beside(end)  # "people in an Israeli strike", "officers in a town"
    return _behind_link(scene, hi, k, link) or _Beside(end)


def _behind_link(scene: Scene, hi: int, k: int, link: str) -> _Beside | None:
    """The owner that a few words from piece `k` on name, behind the link of a title; None where they name none."""
    ps, lexicon, theirs = scene.ps, titles(), False
    for _ in range(RIGHT_WORDS):
        if k > hi or not SPACE.fullmatch(scene.gap(k - 1)):
            break
        if theirs and (core := title_at(scene, k, hi)) is not None:
            return _Beside(core[0], owner=AGAIN)  # "an adviser to its commander"
        theirs = theirs or ps[k].key in ITS
        if _befriended(scene, hi, k):
            k = scene.hit_at[k].last + 2  # "for the Iranian-aligned Houthis"
            continue
        found = _owner_at(scene, hi, k, link)
        if found is not None:
            return found
        if ps[k].key not in lexicon.fillers and ps[k].key not in lexicon.modifiers:
            break
        k += 1
    return None


def _whose_thing(scene: Scene, hi: int, end: int) -> _Beside | None:
    """Whose a thing is that an army's word stands before: "a military post of the rebels"; None where nobody says."""
    k = end + 1
    if k >= hi or scene.ps[end].key not in titles().armies or scene.ps[k].key not in deeds().held_things:
        return None
    found = _right(scene, hi, k) if scene.ps[k + 1].key == "of" else None
    return replace(found, edge=end) if found is not None and found.side else None


def _is_seat(place: PlaceMention, link: str) -> bool:
    """Whether a place behind "of" or "in" can say whose an office is: a country only behind "of"."""
    if place.role == "person" or place.place is None:
        return False
    return link in ("of", "for", "to") or place.place.precision != "country"


def _owner_at(scene: Scene, hi: int, k: int, link: str) -> _Beside | None:
    """The owner of an office that begins at piece `k` behind "of" or "in"; None where there is none."""
    hit, place = scene.hit_at.get(k), scene.place_at.get(k)
    if hit and hit.form != "metonym":
        last = _whole(scene, hi, hit.last)
        inner = scene.hit_at.get(last)
        return _Beside(last, inner.party if inner else hit.party)
    if place is not None and _is_seat(place, link):
        return _Beside(_whole(scene, hi, _end_of(scene, place, k)), None, place)
    seat = seats().get(scene.ps[k].key) if link == "of" and place is None else None
    if hit or seat:
        return _Beside(hit.last, hit.party) if hit else _Beside(k, seat)  # "soldiers of the caliphate"
    core = title_at(scene, k, hi)
    if core is None or core[1] in (AGAIN, "group"):
        last = core[0] if core else k
        key = scene.ps[last].key
        named = last in scene.hit_at  # "fighters of | the Group for the Support of Islam"
        return _Beside(last, owner=AGAIN, again=key) if key in titles().again and not named else None
    if core[1] not in (*PRIVATE, "any", "unknown"):
        return replace(_right(scene, hi, core[0]), owner=core[1])
    further = _right(scene, hi, core[0]) if core[1] == "any" else _Beside(k)  # "an adviser to the head of Crimea"
    return further if further.side or further.place else None


def _whole(scene: Scene, hi: int, last: int) -> int:
    """Past the noun that a side or place stands before: "Donetsk | region", "Ukrainian | navy", "Hamas | politburo"."""
    owner, k = last, last + 1
    if k <= hi and scene.ps[k].key == "s" and scene.gap(last) in ("'", "’"):
        last, k = k, k + 1
    possessive = last
    while k <= hi and k <= last + WHOLE_WORDS and SPACE.fullmatch(scene.gap(k - 1)):
        key = scene.ps[k].key
        core = title_at(scene, k, hi)
        if k in scene.hit_at:
            return scene.hit_at[k].last
        if core and core[1] in BODIES:  # "an officer of Ukraine's | security service"
            last, k = core[0], core[0]
        elif key in titles().region_nouns or key in titles().forces or (key,) in titles().sorts:
            last = k
        elif key not in titles().modifiers:
            break
        k += 1
    return owner if last == possessive else last


def _end_of(scene: Scene, place: PlaceMention, k: int) -> int:
    while k + 1 < len(scene.ps) and scene.ps[k + 1].end <= place.end:
        k += 1
    return k
