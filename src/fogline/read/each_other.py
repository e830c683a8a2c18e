"""Who says what where two blame each other: "the army and the rebels blamed each other", "each accusing the other"?

Each says of the deed told that it was the other's. Where no words name the two ("both sides"), they are the only two
parties of the sentence and the one before.
"""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from fogline.lexicon.saying import saying
from fogline.lexicon.status import status_words
from fogline.model import PartyMention, Voice
from fogline.read.about import Story, likeliest
from fogline.read.blame import behind, named_by, points_back, says_no
from fogline.read.contribution import VIOLENT_GROUPS, Contribution
from fogline.read.telling import Telling
from fogline.read.text import Sentence

CHARGING = ("of", "over", "for")
SUBJECTS = ("nsubj", "nsubjpass")
EACH, OTHER = "each", "other"
TWO = 2
BEFORE = 2  # sentences: this one and the one before


def find_each_other(doc: Doc, sentence: Sentence, parties: Sequence[PartyMention]) -> tuple[PartyMention, ...]:
    """The parties of whom each blames the rest: "India and Pakistan accused each other of shelling villages"."""
    for verb in doc:
        if _blames(verb) and any(c.dep_ == "dobj" and _is_each_other(c) for c in verb.children):
            return named_by([c for c in verb.children if c.dep_ in SUBJECTS], sentence, parties)
    return ()


def each_others_deed(
    sentence: Sentence, here: Sequence[tuple[int, Telling]], story: Story, last: Sequence[int]
) -> list[Contribution] | None:
    """What two sides that blame each other say of a deed told before those words, or in the sentences before.

    None where a sentence has no two that do.
    """
    doc, parties = story.parsed.docs[sentence.index], story.found.parties
    verb = next((t for t in doc if _mutual(t)), None)
    if verb is None:
        return None
    if not _is_charge(verb):
        return []  # "accused each other of stealing gold"
    at = sentence.start + verb.left_edge.idx if verb.dep_ != "ROOT" else sentence.start + verb.idx
    if any(telling.span[0] >= at and story.happenings[n].tellings[0] is telling for n, telling in here):
        return []  # "accused each other of shelling villages": a deed in their own words
    two = _two(doc, verb, sentence, parties)
    number = _deed(sentence, [n for n, _ in here], story, last)
    if number is None or len({p.party for p in two}) != TWO:
        return []
    first, second = sentence.start + verb.idx, sentence.start + verb.idx + len(verb.text)
    out = []
    for mention in two:
        voice = Voice(mention.name, mention.party, "asserts", first, second)
        others = tuple(p for p in two if p.party != mention.party)
        out.append(Contribution(number, sentence, voice, None, (), (), False, others, True))
    return out


def _deed(sentence: Sentence, here: Sequence[int], story: Story, last: Sequence[int]) -> int | None:
    """The deed that is meant: the one told here, in this paragraph, or likeliest of those before."""
    violent = [n for n in last if story.happenings[n].group in VIOLENT_GROUPS]
    told = [n for n in violent if n in here]
    told = told or [
        n for n in violent if any(t.sentence.paragraph == sentence.paragraph for t in story.happenings[n].tellings)
    ]
    return told[-1] if told else likeliest(violent, sentence, story)


def _two(
    doc: Doc, verb: Token, sentence: Sentence, parties: Mapping[int, Sequence[PartyMention]]
) -> tuple[PartyMention, ...]:
    """A mention for each of those who blame each other: those that the words name, else the only two told of."""
    here = parties.get(sentence.index, ())
    named = named_by([c for c in verb.children if c.dep_ in SUBJECTS], sentence, here)
    if len({p.party for p in named}) == TWO:
        return _one_each(named)
    at = sentence.start + verb.idx
    for back in range(BEFORE):
        told = [p for n in range(sentence.index - back, sentence.index) for p in parties.get(n, ())]
        told = [p for p in (*told, *(p for p in here if p.start < at)) if p.party]
        if len({p.party for p in told}) >= TWO:
            return _one_each(told)
    return ()


def _one_each(mentions: Sequence[PartyMention]) -> tuple[PartyMention, ...]:
    return tuple({p.party: p for p in reversed(mentions)}.values())[::-1]


def _blames(verb: Token) -> bool:
    return verb.pos_ == "VERB" and verb.lemma_.lower() in saying().accuse and not says_no(verb)


def _mutual(verb: Token) -> bool:
    """Whether a verb has two blame each other: "blame each other", "each blaming the other", "traded accusations"."""
    if verb.pos_ != "VERB":
        return False
    if verb.lemma_.lower() in saying().trading:
        return any(c.lemma_.lower() in saying().traded for c in _objects(verb)) and not says_no(verb)
    if not _blames(verb):
        return False
    objects = _objects(verb)
    if any(_is_each_other(c) for c in objects):
        return True
    each = any(t.lower_ == EACH for c in verb.children if c.dep_ in SUBJECTS for t in c.subtree)
    return each and any(c.lower_ == OTHER for c in objects)


def _objects(verb: Token) -> list[Token]:
    """The objects of a verb, among them the noun behind it that the parse takes for its head: "traded accusations"."""
    behind_it = [verb.head] if verb.dep_ == "amod" and verb.head.i == verb.i + 1 else []
    return [c for c in verb.children if c.dep_ == "dobj"] + behind_it


def _is_each_other(noun: Token) -> bool:
    before = noun.nbor(-1).lower_ if noun.i else ""
    return (before, noun.lower_) in ((EACH, OTHER), ("one", "another"))


def _is_charge(verb: Token) -> bool:
    """Whether they quarrel over a deed: nothing is said of what, or it is what was told, or who began it."""
    charges = [c for t in (verb, *_objects(verb)) for c in t.children]
    charges = [c for c in charges if c.dep_ == "prep" and c.lower_ in CHARGING]
    if not charges or any(points_back(c) for c in charges) or behind(verb, ("over",)):
        return True
    begun = saying().beginning | status_words().breaching_verbs
    return any(t.lemma_.lower() in begun for c in charges for t in c.children)
