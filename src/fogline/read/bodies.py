"""Which words are a title: one of the lexicon, a numbered unit, or a body by how its name ends."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from fogline.lexicon.titles import Sort, titles
from fogline.read.scene import Scene
from fogline.read.title_case import only_set_so

BODY_WORDS = 7
UNIT_WORDS = 5
PLAIN_WORDS = 3
JOINING = frozenset({"of", "and", "the", "for"})  # words in lower case inside a body's name
BEFORE_AGAIN = frozenset({"the", "its", "their", "his", "her"})
OPENING = frozenset({"neither", "both", "either", "when", "while", "if", "as", "but", "after", "before", "since"})
BEFORE_PLAIN = BEFORE_AGAIN | {"s"}
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


def title_at(scene: Scene, at: int, last: int) -> tuple[int, Sort] | None:
    """The longest title that begins at piece `at`, not beyond `last`: its last piece and its sort."""
    piece, lexicon = scene.ps[at], titles()
    small = piece.text[0].islower()
    if small and piece.key not in lexicon.longest and not (at and scene.ps[at - 1].key in BEFORE_PLAIN):
        return None  # most words: nothing below can begin with one
    hit = scene.hit_at.get(at)
    if (hit and hit.form != "demonym") or _ends_a_name(scene, at) or _is_no_such(scene, at):
        return None
    unit = _unit(scene, at, last)
    body = unit if unit is not None else _named_body(scene, at, last)
    if body is None and piece.key not in lexicon.foreign_rule:
        body = _plain_body(scene, at, last)
    if body is not None:
        return body, "body"
    for end in range(min(last, at + lexicon.longest.get(piece.key, 0) - 1), at - 1, -1):
        sort = lexicon.sorts.get(tuple(p.key for p in scene.ps[at : end + 1]))
        joined = sort and all(_inside(scene.gap(i)) for i in range(at, end)) and not _owns(scene, at, end)
        if sort and joined and not _is_word(scene, at, end, sort):
            return end, sort
    return (at, sort) if (sort := _bare(scene, at, last)) else None


def _bare(scene: Scene, at: int, last: int) -> Sort | None:
    """What a word alone is by those around it: "the occupation" an army, "the group" a body named before."""
    piece, lexicon = scene.ps[at], titles()
    if piece.key in lexicon.foreign_rule and _is_who_rules(scene, at, last):
        return "exonym"
    taken_up = at > 0 and piece.text.islower() and piece.key in lexicon.again
    return "again" if taken_up and scene.ps[at - 1].key in BEFORE_AGAIN else None


def _is_who_rules(scene: Scene, at: int, last: int) -> bool:
    """Whether "the occupation" is an army and no state of things: "its drones", "warplanes of the occupation"."""
    keys, lexicon = [piece.key for piece in scene.ps[max(0, at - 3) : at]], titles()
    if keys[-1:] in (["s"], ["their"], ["its"]):
        return False  # "Israel's occupation"
    after = [piece.key for piece in scene.ps[at + 1 : min(last, at + 2) + 1] if piece.key != "s"]
    if at == last or not _inside(scene.gap(at)):
        after = []
    if not lexicon.of_rule.isdisjoint(after[:1]):
        return True
    of_it = keys[-2:] == ["of", "the"] and keys[0] in lexicon.of_rule
    return of_it or (keys[-1:] == ["the"] and not lexicon.under_rule.isdisjoint(after[:1]))


def _ends_a_name(scene: Scene, at: int) -> bool:
    """Whether "State" ends the name of a part of a country and is nobody: "two men in Bauchi State"."""
    before = scene.place_at.get(at - 1) if scene.ps[at].text == "State" and scene.gap(at - 1) == " " else None
    return before is not None and before.place is not None and before.place.precision == "region"


def _is_no_such(scene: Scene, at: int) -> bool:
    """Whether a word is denied by the one before it: "non-state armed groups" are no state's."""
    return at > 0 and scene.ps[at - 1].key == "non" and scene.gap(at - 1) in ("-", "‑", " ")


def _named_body(scene: Scene, at: int, last: int) -> int | None:
    """The last piece of a body's name that begins here: "State Disaster Management Authority"."""
    ps = scene.ps
    if not _capital(scene, at) or at in scene.hit_at or (at and _in_name(scene, at)):
        return None
    if ps[at].key in BEFORE_AGAIN | OPENING:
        return None
    end = at
    while end < last and end < at + BODY_WORDS and scene.gap(end) in (" ", "-") and end + 1 not in scene.hit_at:
        if not ps[end + 1].text[0].isupper() and ps[end + 1].key not in JOINING:
            break
        end += 1
    for stop in range(end, at, -1):
        heads = _heads_by_last().get(ps[stop].key, ())
        ends = any(tuple(p.key for p in ps[stop - len(h) + 1 : stop + 1]) == h for h in heads)
        if ends and ps[stop].text[0].isupper():
            return None if only_set_so(scene.text, ps[at].start, ps[stop].end) else _with_its_field(scene, stop, end)
    return None


def _with_its_field(scene: Scene, stop: int, end: int) -> int:
    """The last piece of a ministry's name with what it is for: "State Ministry | of Public Health"."""
    ps, of = scene.ps, stop + 1
    if ps[stop].key not in titles().fielded or of >= end or ps[of].key != "of":
        return stop
    field = of
    while field < end and (ps[field + 1].text[0].isupper() or ps[field + 1].key == "and"):
        if (ps[field + 1].key,) in titles().sorts:
            break
        field += 1
    return field if ps[field].text[0].isupper() else stop


@cache
def _heads_by_last() -> Mapping[str, Sequence[tuple[str, ...]]]:
    """The last words of bodies' names, by the very last."""
    heads: dict[str, list[tuple[str, ...]]] = {}
    for head in titles().body_heads:
        heads.setdefault(head[-1], []).append(head)
    return heads


def _plain_body(scene: Scene, at: int, last: int) -> int | None:
    """The last piece of a body's name in lower case: "the | state ports authority", "its | aviation watchdog"."""
    ps = scene.ps
    if at == 0 or ps[at - 1].key not in BEFORE_PLAIN:
        return None
    for end in range(at, min(last, at + PLAIN_WORDS - 1) + 1):
        plain = ps[end].text.islower() and end not in scene.hit_at and (end == at or scene.gap(end - 1) == " ")
        if not plain or ps[end].key in titles().no_state:
            return None
        if end > at and ps[end].key in titles().plain_heads:
            return end
    return None


def _capital(scene: Scene, at: int) -> bool:
    return scene.ps[at].text[0].isupper() and not scene.ps[at].text.isupper()


def _in_name(scene: Scene, at: int) -> bool:
    """Whether a capital right before makes this piece the middle of a name."""
    before = scene.ps[at - 1]
    joined = before.text[0].isupper() and scene.gap(at - 1) == " "
    return joined and at - 1 not in scene.hit_at and before.key not in ("the", "a", "an")


def _inside(gap: str) -> bool:
    return len(gap) <= 2 and "," not in gap and ";" not in gap and "\n\n" not in gap


def _is_word(scene: Scene, at: int, end: int, sort: Sort) -> bool:
    """A rank or courtesy title counts with a capital and a name after it; "general" and "major" are words else."""
    if sort not in ("rank", "courtesy"):
        return False
    return not scene.ps[at].text[0].isupper() or end + 1 >= len(scene.ps) or not scene.ps[end + 1].text[0].isupper()


def _owns(scene: Scene, at: int, end: int) -> bool:
    """Whether it is of what the last word owns and not of that: "director of the province | 's health unit"."""
    if "of" not in (p.key for p in scene.ps[at:end]) or end + 1 >= len(scene.ps):
        return False
    return scene.ps[end + 1].key == "s" and scene.gap(end) in ("'", "’")


def _unit(scene: Scene, at: int, last: int) -> int | None:
    """The last piece of a numbered unit that begins here: "47th Mechanised Brigade", "Second Division"."""
    ps = scene.ps
    spelt = ps[at].key in titles().ordinals and ps[at].text[0].isupper()
    if not spelt and not ORDINAL.fullmatch(ps[at].text):
        return None
    for end in range(at + 1, min(at + UNIT_WORDS, last) + 1):
        lower = ps[end].text[0].islower() and ps[end].key not in titles().unit_kinds | titles().units
        if scene.gap(end - 1) not in (" ", "-", "\u00a0") or lower:
            return None
        if ps[end].key in titles().units:
            return end
    return None
