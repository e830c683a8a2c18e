"""Which arms do "one of them", "another" and "the rest" stand for: those that the sentence before names?"""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.figures import count_words
from fogline.read.company import is_remote
from fogline.read.text import Sentence
from fogline.read.things import Thing, find_things

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ALONE = frozenset({"another", "others", "other", "rest", "both", "one", "several", "most", "some"})
THEM = frozenset({"them", "these", "those", "which"})
BACK = 2  # sentences of the paragraph in which the arms may have been named


def arms_again(
    sentence: Sentence, doc: Doc, sentences: Sequence[Sentence], found: Sequence[Thing]
) -> tuple[Thing, ...]:
    """The things of a sentence, with the arms that its subject stands for: "One of them hit a school".

    Nothing is added where the sentence names arms of its own.
    """
    if any(is_remote(thing) for thing in found):
        return tuple(found)
    flown = next((token for token in doc if _flies(token)), None)
    if flown is not None:
        start, end = flown.idx, flown.idx + len(flown.text)
        return (*found, Thing(start, end, "weapon", "airstrike" if _is_craft(flown) else "explosive", start))
    stand_in = next((token for token in doc if _stands_for_others(token)), None)
    if stand_in is None:
        return tuple(found)
    for before in reversed(sentences[max(0, sentence.index - BACK) : sentence.index]):
        if before.paragraph != sentence.paragraph:
            continue
        arms = [thing for thing in find_things(before.text) if is_remote(thing)]
        counted = [thing for thing in arms if is_munition(before.text[thing.start : thing.end])]
        if counted:
            start, end = stand_in.idx, stand_in.idx + len(stand_in.text)
            return (*found, Thing(start, end, "weapon", counted[-1].value, start))
    return tuple(found)


def _flies(token: Token) -> bool:
    """Whether an air force, a bomber or a helicopter does what a verb of striking says: "the Air Force hit a camp"."""
    lemma = token.lemma_.lower()
    force = lemma == "force" and token.i and token.doc[token.i - 1].lower_ == "air"
    craft = lemma in deeds().craft
    if not force and not craft and lemma not in deeds().airmen:
        return False
    by = token.dep_ == "pobj" and token.head.lower_ == "by"
    verb = token.head.head if by else token.head
    acts = by or token.dep_ == "nsubj"
    if craft and verb.lemma_.lower() == "open" and any(c.lower_ == "fire" and c.dep_ == "dobj" for c in verb.children):
        return acts
    if craft and verb.lemma_.lower() == "cut":
        return acts and any(c.dep_ == "dobj" and c.lemma_.lower() in deeds().severed for c in verb.children)
    if craft and any(c.dep_ == "prt" for c in verb.children):
        return False  # it shot something down
    done = deeds().strafing if craft else deeds().striking
    return acts and verb.pos_ == "VERB" and verb.lemma_.lower() in done


def _is_craft(token: Token) -> bool:
    """Whether who strikes flies: "a car bomber" is a person, "Russian bombers" fly."""
    if token.lemma_.lower() != "bomber":
        return True
    beside = [c for c in token.children if c.dep_ in ("compound", "amod", "nmod", "poss")]
    if any(c.lower_ in deeds().aircraft for c in beside):
        return True
    persons = any(c.lower_ in deeds().self_killers for c in beside)
    several = token.tag_ in ("NNS", "NNPS")
    return several and not persons and any(c.text[:1].isupper() for c in beside)


def _stands_for_others(token: Token) -> bool:
    """Whether a word without a noun is who does it: "another hit a depot", "two of them fell on houses"."""
    if token.dep_ not in SUBJECTS or token.head.pos_ not in ("VERB", "AUX"):
        return False
    if _of_people(token):
        return False
    of = [c for p in token.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"]
    if of:
        return all(c.lower_ in THEM for c in of) and (token.lower_ in ALONE or token.pos_ == "NUM")
    return token.lower_ in ALONE or (token.pos_ == "NUM" and token.lower_.isalpha())


def _of_people(subject: Token) -> bool:
    """Whether the verb of a subject tells what people do, or is done to people."""
    return subject.head.lemma_.lower() in (deeds().suffered if subject.dep_ == "nsubjpass" else deeds().living)


def is_munition(word: str) -> bool:
    """Whether a word names what is fired one by one: drones and missiles, not shelling."""
    last = word.rsplit(maxsplit=1)[-1].lower()
    classes = count_words().classes
    return any("munition" in classes.get(noun, ()) for noun in (last, last.removesuffix("s")))
