"""Of which happening is a denial, where its sentence may tell deeds of its own?

"The rebels denied that they had laid the mine": the weapon that it names, who denies it and how much was told of each
happening before say which is meant. A deed that only the denial tells, and nowhere ("denied that its men had fired"),
is the one told before.
"""

from collections.abc import Sequence

from spacy.tokens import Doc

from fogline.lexicon.events import frames
from fogline.lexicon.phrases import words
from fogline.lexicon.saying import saying
from fogline.lexicon.status import status_words
from fogline.model import Voice
from fogline.read.about import Story, likeliest
from fogline.read.happenings import BLOWS, Happening
from fogline.read.one_telling import family
from fogline.read.said import Attribution
from fogline.read.telling import Telling
from fogline.read.text import Sentence
from fogline.read.things import find_things

PRESENT = ("VBP", "VBZ")
# Weights beside those of `homes`, set on the development cases.
SAME_WEAPON = 1.0
OTHER_WEAPON = -0.5
SAME_SIDE = 0.6  # who denies is one of those who are said to have done it
JUST_BLAMED = 3.0  # … in the sentence before
TOLD = 0.25  # for each telling beside the first, up to MOST_TOLD
MOST_TOLD = 3


def of_what_was_told(sentence: Sentence, here: Sequence[tuple[int, Telling]], story: Story) -> bool:
    """Whether a denial is of what was told: "denied it", "denies the strike", not "denies backing the rebels".

    "Moscow denies targeting civilians" says what it never does, not what it did not do that day; "denies that it
    gives them orders" likewise.
    """
    told = status_words()
    doc = story.parsed.docs[sentence.index]
    if saying().creeds.search(sentence.text) or of_a_habit(doc, here):
        return False
    if not here and saying().backing.search(sentence.text):
        return False  # "Kabul denied sheltering the attackers"
    if saying().disowned.search(sentence.text):
        return True
    keys = {word.key for word in words(sentence.text)}
    return bool(here) or bool(keys & (told.pointing | told.anaphors | frames().forms | frames().phrases.first_words))


def of_a_habit(doc: Doc, here: Sequence[tuple[int, Telling]]) -> bool:
    """Whether a verb of denial is of what somebody does at large: "denies arming them", "that it gives them orders"."""
    for verb in doc:
        if verb.lemma_.lower() not in saying().deny or verb.tag_ not in PRESENT:
            continue
        for clause in verb.children:
            if clause.dep_ == "ccomp" and clause.tag_ in PRESENT and clause.lemma_ not in ("be", "have"):
                return not any(c.dep_ in ("aux", "auxpass") for c in clause.children)
            if clause.dep_ == "xcomp" and clause.tag_ == "VBG" and not here:
                return not any(c.dep_ in ("aux", "auxpass") for c in clause.children)
    return False


def denied_deed(
    attribution: Attribution,
    here: Sequence[tuple[int, Telling]],
    sentence: Sentence,
    story: Story,
    violent: Sequence[int],
) -> int | None:
    """The number of the violent happening that a denial is of; `violent` in the order they were last spoken of."""
    only = {n for n, t in here if _only_here(story.happenings[n], attribution)}
    within = [n for n, t in here if n in violent and n not in only and _inside(t, attribution)]
    if within or spoken_of(attribution, here, violent):
        return within[0] if within else None  # "rejected calls for a truce" is of the truce
    before = [n for n, t in reversed(here) if n in violent and t.span[0] < attribution.start]
    if before:
        return before[0]
    charged = [n for n, t in here if t.span[0] > attribution.end and _charges(sentence, attribution)]
    only |= {n for n in charged if {t.sentence.index for t in story.happenings[n].tellings} == {sentence.index}}
    told = [n for n, _ in here if n in violent and n not in only]
    if told:
        return told[0]
    named = {family(t.value) for t in find_things(sentence.text) if t.kind == "weapon"}
    side = attribution.voice.side

    def more(number: int) -> float:
        happening = story.happenings[number]
        tied = TOLD * min(MOST_TOLD, len(happening.tellings) - 1)
        if named and happening.weapons:
            tied += SAME_WEAPON if named & happening.weapons else OTHER_WEAPON
        just = side is not None and story.blamed.get(number, {}).get(side) == sentence.index - 1
        return tied + SAME_SIDE * (side in story.accused(number)) + JUST_BLAMED * just

    others = [n for n in violent if n not in only]
    meant = likeliest(others, sentence, story, more)
    if meant is None and charged:  # the places and days of the sentence are those of the charge
        return others[-1] if others else None
    return next((n for n in violent if n in only), None) if meant is None else meant


def _charges(sentence: Sentence, attribution: Attribution) -> bool:
    """Whether a denial is followed by a charge: "called it a lie and accused the rebels of having fired on a post"."""
    behind = sentence.text[attribution.end - sentence.start :].lstrip().partition(" ")[0].lower()
    return any(behind.startswith(verb.removesuffix("e")) for verb in saying().accuse)


def contrary(voice: Voice, happening: Happening, sentence: Sentence) -> bool:
    """Whether who disputes an account of a deed tells his own, since it is not he who is said to have done it.

    "The activist disputed the police version" of the shooting.
    """
    if voice.stance != "denies" or happening.group not in BLOWS or voice.side in happening.actors:
        return False
    return any(word.key in saying().versions for word in words(sentence.text))


def _inside(telling: Telling, attribution: Attribution) -> bool:
    return attribution.start <= telling.span[0] < attribution.end


def _only_here(happening: Happening, attribution: Attribution) -> bool:
    """Whether only the words of the denial tell a happening, and no place of it."""
    return not happening.places and all(_inside(t, attribution) for t in happening.tellings)


def spoken_of(attribution: Attribution, here: Sequence[tuple[int, Telling]], but: Sequence[int] = ()) -> list[int]:
    """What is told in the words of a denial, of any kind `but` these: "rejected the truce" is of the truce."""
    return [n for n, t in here if n not in but and _inside(t, attribution)]
