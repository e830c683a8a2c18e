"""With what was a deed done of which only another sentence says it: "he had been hit by three bullets"?"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from fogline.lexicon.things import things
from fogline.read.about import Story, likeliest
from fogline.read.arms_held import without_held
from fogline.read.happenings import Happening
from fogline.read.text import Sentence
from fogline.read.things import Thing, find_things, without_defence

FACED = frozenset({"ground", "abuse", "mutiny", "unrest"})  # groups of deeds done by men who face each other
MUTINY = "mutiny"
APART = frozenset({"airstrike", "knife_fire"})  # what makes a deed of its own, and what burns after one
REACH = 6  # sentences back to the deed that arms can be of


def arms_heard(
    before: Sentence, silent: bool, sentence: Sentence, told: Sequence[int], story: Story
) -> tuple[int, tuple[Thing, ...]] | None:
    """The deed without a weapon that a sentence tells, armed as the one before says: "Shots rang out. They mutinied".

    `silent` is whether the one before tells no deed; the fire of a mutiny may be told as a fight.
    """
    doc = story.parsed.docs.get(before.index)
    if doc is None or before.paragraph != sentence.paragraph:
        return None
    used = _used(before, doc)
    for number in told:
        happening = story.happenings[number]
        fit = tuple(t for t in used if _fits(t, happening))
        if not fit or happening.weapons or happening.group not in FACED:
            continue
        if (silent or happening.group == MUTINY) and happening.tellings[0].sentence is sentence:
            return number, fit
    return None


def _used(sentence: Sentence, doc: Doc) -> tuple[Thing, ...]:
    """The arms that a sentence names as used, and the words by which guns are fired where it names none."""
    found = [t for t in find_things(sentence.text) if t.kind in ("weapon", "shots")]
    if any(t.kind == "weapon" for t in found):
        found = [t for t in found if t.kind == "weapon"]  # "warplanes fired on"
    return without_held(without_defence([replace(t, kind="weapon") for t in found], doc), doc)


def arms_also(
    sentence: Sentence, story: Story, last: Sequence[int], counted: int | None
) -> tuple[int, tuple[Thing, ...]] | None:
    """The deed without a weapon that a sentence telling no deed names arms of, and these.

    `counted` is the deed whose dead the sentence counts.
    """
    doc = story.parsed.docs.get(sentence.index)
    used = _used(sentence, doc) if doc is not None else ()
    if not used:
        return None
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
