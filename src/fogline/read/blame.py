"""Whose deed somebody says it was, in a sentence that does not tell the deed itself."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.phrases import words
from fogline.lexicon.saying import saying
from fogline.lexicon.status import status_words
from fogline.lexicon.time import time_words
from fogline.model import PartyMention
from fogline.read.stance import NO, NOBODY
from fogline.read.text import Sentence

CHARGING = ("of", "over", "for")
SUBJECTS = ("nsubj", "nsubjpass")
AIMED = ("on", "at", "into", "in", "against", "back", "first", "toward", "towards", "upon")
CLAUSES = ("ccomp", "parataxis", "conj")  # what somebody says


def find_blamed(doc: Doc, sentence: Sentence, parties: Sequence[PartyMention]) -> tuple[PartyMention, ...]:
    """The parties that somebody blames, in the order of the text.

    "The army blamed the rebels", "accused the rebels of it", "said the rebels were behind it", "said the rebels had
    staged it"; not those of "denied being to blame".
    """
    if not any(p.party for p in parties):
        return ()
    found = [*_objects(doc), *_subjects(doc), *_owners(doc)]
    found += [token for verb in doc for token in laid_on(verb) if not says_no(verb)]
    return named_by(found, sentence, parties)


def find_accused_beside(doc: Doc, sentence: Sentence, parties: Sequence[PartyMention]) -> tuple[PartyMention, ...]:
    """The parties that a participle blames for what its sentence tells: "…, police said, blaming the cartel"."""
    if not any(p.party for p in parties):
        return ()
    found: list[Token] = []
    for verb in doc:
        if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "conj", "xcomp", "parataxis", "acl") or says_no(verb):
            continue
        bare = not any(c.lower_ == "of" and c.dep_ == "prep" for c in verb.children)
        if verb.lemma_.lower() in (*saying().blame, "accuse") and bare:
            found += [child for child in verb.children if child.dep_ == "dobj"]
        found += laid_on(verb)
    return named_by(found, sentence, parties)


def find_charged(
    doc: Doc, sentence: Sentence, parties: Sequence[PartyMention]
) -> list[tuple[tuple[PartyMention, ...], tuple[int, int]]]:
    """Who is said to be behind what a sentence tells, with where it tells that: "police said X was behind the raid"."""
    if not any(p.party for p in parties):
        return []
    out = []
    for verb in doc:
        if verb.dep_ not in CLAUSES or verb.lemma_.lower() != "be" or says_no(verb):
            continue
        subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
        for word in (c for c in verb.rights if c.lower_ in saying().guilt):
            told = (sentence.start + word.idx, sentence.start + word.right_edge.idx)
            out.append((named_by(subjects, sentence, parties), told))
    return out


def named_by(found: Sequence[Token], sentence: Sentence, parties: Sequence[PartyMention]) -> tuple[PartyMention, ...]:
    """The parties in the words for those who are blamed: "the army and the rebels", "remnants of Islamic State"."""
    listed = dict.fromkeys(t for f in found for t in (f, *(c for c in f.conjuncts if c.i > f.i)))
    whole = [*listed, *(o for t in listed for o in _wholes(t))]
    spans = [(sentence.start + t.left_edge.idx, sentence.start + t.idx + len(t.text)) for t in whole]
    return tuple(p for p in parties if p.party and any(start <= p.start < end for start, end in spans))


def _wholes(noun: Token) -> list[Token]:
    """Of whom a noun for fighters or a wing names a part: "dissidents of the FARC"; not "the failure of the army"."""
    lexicon = deeds()
    if noun.lemma_.lower() not in lexicon.in_arms | lexicon.of_bands | lexicon.parts:
        return []
    return [o for p in noun.children if p.lower_ in ("of", "from") for o in p.children if o.dep_ == "pobj"]


def _objects(doc: Doc) -> Iterator[Token]:
    """Of whom a verb of blame says that it was his deed, and of accusing where the charge is what was told or unsaid.

    "Blamed the rebels", "accused them of it", "the army accuses the rebels", "al-Shabaab is suspected".
    """
    for verb in doc:
        lemma = verb.lemma_.lower()
        if lemma not in saying().accuse or verb.pos_ != "VERB" or says_no(verb):
            continue
        objects = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
        charges = [c for t in (verb, *objects) for c in t.children if c.dep_ == "prep" and c.lower_ in CHARGING]
        charged = any(points_back(c) or any(map(_fired, c.children)) for c in charges)
        undone = (g.lemma_.lower() in status_words().unreal_verbs for c in charges for g in c.children)
        if any(undone):
            continue  # "blamed the authorities for failing to protect them"
        if lemma in saying().blame or charged or (lemma == "accuse" and not charges):
            yield from objects


def _fired(verb: Token) -> bool:
    """Whether a verb says that somebody fired, at nothing that it names: "of having fired from the hills"."""
    aimed = any(c.dep_ == "dobj" or c.lower_ in AIMED for c in verb.children)
    return verb.lemma_.lower() == "fire" and verb.pos_ == "VERB" and not aimed


def laid_on(verb: Token) -> list[Token]:
    """On whom a verb lays what was done: "pinned it on them", "pointed the finger at them", "held them responsible"."""
    lemma, lexicon = verb.lemma_.lower(), saying()
    if verb.pos_ != "VERB" or not (lemma in ("point", "hold") or lemma in lexicon.pin or lemma in lexicon.attribute):
        return []
    objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    stands = any(c.lemma_ in lexicon.faults or points_back(c) for c in objects)
    if lemma in lexicon.pin and stands:
        return [*behind(verb, ("on", "upon", "with")), *_at_the_door(verb)]
    if lemma in lexicon.attribute and stands:
        return behind(verb, ("to",))
    if lemma == "point" and (not objects or any(c.lemma_ == "finger" for c in objects)):
        return behind(verb, ("at", "to", "toward", "towards"))  # "the army pointed to the rebels": parties alone count
    if lemma == "hold" and any(t.lower_ in lexicon.answerable for c in verb.children for t in c.subtree):
        return [c for c in verb.subtree if c.dep_ in ("dobj", "nsubj", "nsubjpass") and c.i > verb.i][:1]
    return []


def behind(verb: Token, prepositions: tuple[str, ...]) -> list[Token]:
    """What stands behind one of these prepositions, which hangs on the verb or on its object."""
    heads = [verb, *(c for c in verb.children if c.dep_ == "dobj")]
    return [
        o
        for h in heads
        for p in h.children
        if p.dep_ == "prep" and p.lower_ in prepositions
        for o in p.children
        if o.dep_ == "pobj"
    ]


def charged_in_clause(doc: Doc) -> list[tuple[Token, Token]]:
    """The noun of a deed that a clause lays on somebody, and who lays it: "an ambush that the army blamed on them".

    Also "a raid, blamed by the army on them" and "a raid for which the army blamed them".
    """
    found = []
    for verb in doc:
        if verb.pos_ != "VERB" or verb.dep_ not in ("relcl", "acl", "ccomp") or says_no(verb):
            continue
        gap = next(
            (c for c in verb.children if c.lower_ in ("that", "which") and c.dep_ in ("dobj", "nsubjpass")), None
        )
        if verb.dep_ == "ccomp" and gap is None:
            continue
        lemma = verb.lemma_.lower()
        told = lemma in saying().blame and any(c.lower_ == "for" and _is_relative(c) for c in verb.children)
        if not (told or laid_with(verb) or (lemma == "blame" and behind(verb, ("on", "upon")))):
            continue
        named = [c for c in verb.children if c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP")]
        named += [p for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"]
        noun = verb.head if gap is None or verb.dep_ != "ccomp" else doc[max(0, gap.i - 1)]
        found += [(noun, who) for who in named[:1] if noun.pos_ in ("NOUN", "PROPN")]
    return found


def _is_relative(preposition: Token) -> bool:
    return any(c.tag_ in ("WDT", "WP") for c in preposition.children)


def laid_with(verb: Token) -> list[Token]:
    """On whom a verb lays a deed that is its object."""
    if verb.lemma_.lower() in saying().attribute:
        return behind(verb, ("to",))
    laid = behind(verb, ("on", "upon")) if verb.lemma_.lower() in saying().pin else []
    days = {word.lower() for word in (*time_words().months, *time_words().weekdays)}
    return [who for who in laid if who.lower_ not in days and who.pos_ != "NUM"]  # "an ambush laid on 4 March"


def _at_the_door(verb: Token) -> list[Token]:
    """ "Laid it at the door of the army"."""
    doors = [door for door in behind(verb, ("at",)) if door.lemma_ in saying().doors]
    return [o for door in doors for p in door.children if p.lower_ == "of" for o in p.children if o.dep_ == "pobj"]


def _owners(doc: Doc) -> Iterator[Token]:
    """Whose mark a deed bears or whose work it was, in what somebody says: "bore the hallmarks of the cartel"."""
    for noun in doc:
        mark, work = noun.lemma_ in saying().marks, noun.lemma_ in saying().work
        if not (mark or work) or any(says_no(a) for a in noun.ancestors):
            continue
        verb = noun.head
        if (mark and verb.lemma_ in saying().bearing) or (work and verb.lemma_ == "be"):
            yield from (o for p in noun.children if p.lower_ == "of" for o in p.children if o.dep_ == "pobj")
            yield from (c for c in noun.children if c.dep_ == "poss")


def _subjects(doc: Doc) -> Iterator[Token]:
    """Who "was behind it", "was responsible", "had staged the attack", in what somebody says."""
    for verb in doc:
        if verb.dep_ not in CLAUSES or says_no(verb):
            continue
        lemma = verb.lemma_.lower()
        charged = lemma == "be" and any(c.lower_ in saying().guilt or is_to_blame(c) for c in verb.rights)
        to_come = any(c.tag_ == "MD" for c in verb.children)
        done = (
            lemma in saying().doing and not to_come and any(c.dep_ == "dobj" and points_back(c) for c in verb.children)
        )
        fired = _fired(verb) and not to_come and any(c.lower_ == "from" for c in verb.children)
        if charged or done or fired:
            yield from (child for child in verb.children if child.dep_ in SUBJECTS)


def is_to_blame(verb: Token) -> bool:
    """ "The cartel was to blame": it is blamed and blames nobody."""
    to = verb.i > 0 and verb.nbor(-1).lower_ == "to"
    return verb.lower_ == "blame" and to and (verb.head.lemma_ == "be" or verb.dep_ == "xcomp")


def says_no(verb: Token) -> bool:
    """Whether nobody does it: "did not blame them", "nobody blamed them", "refused to blame them"."""
    above = verb.head if verb.dep_ == "xcomp" else verb
    children = [*verb.children, *above.children]
    nobody = any(c.dep_ in SUBJECTS and (c.lower_ in NOBODY or _is_no(c)) for c in children)
    withheld = above != verb and above.lemma_.lower() in saying().withhold
    return withheld or nobody or any(c.dep_ == "neg" for c in children)


def _is_no(noun: Token) -> bool:
    return any(c.lower_ in NO for c in noun.children if c.dep_ == "det")


def points_back(head: Token) -> bool:
    """Whether words stand for what was told before: "it", "the attack"."""
    told = status_words()
    keys = {word.key for token in head.subtree for word in words(token.text)}
    return bool(keys & (told.anaphors | saying().standing_for))


def owns(verb: Token, text: str) -> bool:
    """Whether a verb says that somebody did what was told: "claimed responsibility", "claimed the attack"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in saying().owning or says_no(verb):
        return False
    owned = any(c.dep_ == "dobj" and c.lemma_.lower() in saying().owned for c in verb.children)
    return owned or saying().claimed_it.match(text, verb.idx) is not None


def owner_of(verb: Token) -> Token | None:
    """Who owns up, where he stands right in the clause of the verb."""
    return next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
