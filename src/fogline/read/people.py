"""Where a person's name stands: capitals in a row beside a title, or around one in apposition."""

import re

from fogline.lexicon.titles import titles
from fogline.read.scene import SPACE, Scene

NAME_WORDS = 5
TITLE_WORDS = 4
APPOSITION = re.compile(r",\s+(?:(?:the|a|an|its|his|her|their)\s+)?$")
COMMA_SPACE = re.compile(r"\s*,\s+|\s+[–—-]\s+")
INITIAL = re.compile(r"\.?[ \t\u00a0]+|[-’'ʼ]|\. ")
CLOSING = (",", ".", ":", ";", ")", '"', "”")
RANKS = ("rank", "courtesy")


def person_after(scene: Scene, hi: int, last: int, several: bool) -> tuple[int, int] | None:
    """The name right after a title, with or without a comma; `several` where the title is for more than one."""
    if last + 1 > hi:
        return None
    gap = scene.gap(last)
    plain = bool(SPACE.fullmatch(gap) or gap == ". ")
    if not plain and not COMMA_SPACE.fullmatch(gap):
        return None
    if not plain and (several or _is_title(scene, last + 1)):
        return None  # "killing five people, President Tinubu said"
    name = person_at(scene, hi, last + 1)
    if name and not plain and (name[0] == name[1] or not _closes(scene, name[1])):
        return None  # after a comma only a full name that a comma, a stop or a verb follows
    return name


def of_several(scene: Scene, first: int, last: int) -> bool:
    """Whether a title is for several, whom no one name names: "residents"; not "minister of foreign affairs"."""
    lexicon = titles()
    head = next((k for k in range(first, last) if scene.ps[k + 1].key in lexicon.owned_by), last)
    key = scene.ps[head].key
    plural = key.endswith("s") and not key.endswith("ss")
    return plural or key in lexicon.several or key in lexicon.several_titled


def _closes(scene: Scene, last: int) -> bool:
    return last + 1 >= len(scene.ps) or scene.gap(last)[:1] in CLOSING or scene.ps[last + 1].text.islower()


def person_before(scene: Scene, lo: int, first: int, last: int) -> tuple[int, int] | None:
    """The full name that a title at first..last stands in apposition to: "Dmytro Pletenchuk, spokesman …"."""
    match = APPOSITION.search(scene.text[scene.ps[lo].start : scene.ps[first].start])
    possessive = last + 1 < len(scene.ps) and scene.gap(last)[:1] in ("'", "’")  # "…, the alliance's | chief"
    place = scene.place_at.get(first)
    if not match or possessive or (place is not None and place.role != "demonym") or speaks(scene, last):
        return None
    cut = scene.ps[lo].start + match.start()
    end = first - 1
    while end >= lo and scene.ps[end].end > cut:
        end -= 1
    for start in range(max(lo, end - NAME_WORDS + 1), end):
        if person_at(scene, end, start) == (start, end):
            return start, end
    return None


def speaks(scene: Scene, last: int) -> bool:
    """A verb right after the title makes it the speaker itself: "…, medic says" is no name and apposition."""
    if last + 1 >= len(scene.ps) or SPACE.fullmatch(scene.gap(last)) is None:
        return False
    return scene.ps[last + 1].key in titles().speaks


def _past_ranks(scene: Scene, hi: int, at: int) -> int:
    """The first piece after ranks and courtesy titles: "Maj. Gen. | Idris"."""
    sorts = titles().sorts
    while at < hi and INITIAL.fullmatch(scene.gap(at)) and scene.ps[at].text[0].isupper():
        pair = sorts.get((scene.ps[at].key, scene.ps[at + 1].key))
        if sorts.get((scene.ps[at].key,)) not in RANKS and pair not in RANKS:
            break
        at += 1
    return at


def person_at(scene: Scene, hi: int, at: int) -> tuple[int, int] | None:
    """The pieces of a person's name from `at` on, not beyond `hi`: capitals in a row, particles between."""
    at = _past_ranks(scene, hi, at)
    known = _known_person(scene, hi, at)
    if known is not None:
        return known
    end, k = None, at
    while k <= hi and k < at + NAME_WORDS + 2 and (k == at or INITIAL.fullmatch(scene.gap(k - 1))):
        key = scene.ps[k].key
        if _may_name(scene, k):
            if k == at and _is_title(scene, k):
                return None
            end = k
        elif not (key in titles().particles and end is not None) and not (key in titles().openers and k == at):
            break
        k += 1
    return (at, end) if end is not None else None


def _known_person(scene: Scene, hi: int, at: int) -> tuple[int, int] | None:
    """A person of the lexicon at `at` or one word behind it ("Even Vladimir Putin")."""
    for k in range(at, min(at + 2, hi + 1)):
        hit = scene.hit_at.get(k)
        if hit and hit.form == "person" and (k == at or scene.ps[at].key not in titles().not_names):
            return hit.first, hit.last
    return None


def _may_name(scene: Scene, k: int) -> bool:
    """Whether a piece may be of a name: a capital, no weekday or the like, no known party, no place."""
    piece, hit, place = scene.ps[k], scene.hit_at.get(k), scene.place_at.get(k)
    taken = (hit and hit.form != "person") or (place and place.role == "place" and place.place)
    said = piece.key in titles().speaks  # of a headline: "Mayor Says"
    return piece.text[0].isupper() and piece.key not in titles().not_names and not (taken or said)


def _is_title(scene: Scene, k: int) -> bool:
    """A title's word at the head of a name makes it none; a short one ("Mai") may be a name."""
    keys = [piece.key for piece in scene.ps[k : k + TITLE_WORDS]]
    if any(titles().sorts.get(tuple(keys[:n]), "rank") not in RANKS for n in range(2, len(keys) + 1)):
        return True
    sort = titles().sorts.get((scene.ps[k].key,))
    return sort is not None and sort not in RANKS and len(scene.ps[k].text) > len("Mai")
