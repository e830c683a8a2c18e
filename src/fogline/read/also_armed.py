"""With what was a deed done of which only another sentence says it: "he had been hit by three bullets"?"""

from collections.abc import Sequence
from dataclasses import replace

from fogline.lexicon.things import things
from fogline.read.arms_held import without_held
from fogline.read.happenings import Happening
from fogline.read.homes import Story, likeliest
from fogline.read.text import Sentence
from fogline.read.things import Thing, find_things, without_defence

FACED = frozenset({"ground", "abuse", "mutiny", "unrest"})  # groups of deeds done by men who face each other
APART = frozenset({"airstrike", "knife_fire"})  # what makes a deed of its own, and what burns after one
REACH = 6  # sentences back to the deed that arms can be of


def arms_also(
    sentence: Sentence, story: Story, last: Sequence[int], counted: int | None
) -> tuple[int, tuple[Thing, ...]] | None:
    """The deed without a weapon that a sentence telling no deed names arms of, and these.

    `counted` is the deed whose dead the sentence counts.
    """
    found = [t for t in find_things(sentence.text) if t.kind in ("weapon", "shots")]
    doc = story.parsed.docs.get(sentence.index)
    if not found or doc is None:
        return None
    if any(t.kind == "weapon" for t in found):
        found = [t for t in found if t.kind == "weapon"]  # "warplanes fired on"
    used = without_held(without_defence([replace(t, kind="weapon") for t in found], doc), doc)
    bare = [
        n for n in last if _bare(story.happenings[n], sentence) and any(_fits(t, story.happenings[n]) for t in used)
    ]
    number = counted if counted in bare else likeliest(bare, sentence, story) if counted is None else None
    if number is None:
        return None
    return number, tuple(t for t in used if _fits(t, story.happenings[number]))


def _bare(happening: Happening, sentence: Sentence) -> bool:
    return not happening.weapons and sentence.index - happening.tellings[-1].sentence.index <= REACH


def _fits(thing: Thing, happening: Happening) -> bool:
    """Whether arms can be those of a deed: of a strike only such as make it one of its type."""
    if happening.group == "remote":
        return things().weapon_type.get(thing.value) == happening.type
    if thing.value in APART:
        return False
    return happening.group in FACED and (thing.value == "gun" or happening.group == "ground")
