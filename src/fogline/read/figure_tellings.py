"""What does a sentence say of a counted noun? The verbs, states and nouns that the parse ties to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from fogline.lexicon.figures import count_words
from fogline.lexicon.numbers import number_words
from fogline.lexicon.time import time_words

Role = Literal["object", "subject", "state", "of", "with", "noun"]

CLIMB = 8  # steps up the parse; a longer chain is a parse gone wrong
PASSIVE = ("nsubjpass", "csubjpass")
SUBJECT = ("nsubj", "csubj", "expl")
OBJECT = ("dobj", "dative", "obj", "npadvmod")
COMPLEMENT = ("acomp", "oprd", "xcomp", "attr")
VERBAL = ("VERB", "AUX")
COPULAS = ("be", "have", "remain", "lie", "stay", "go", "become")  # whose complement says how the subject is
BESIDE = (
    "before",
    "after",
    "near",
    "behind",
    "among",
    "against",
    "for",
    "from",
    "beside",
    "towards",
    "toward",
    "like",
    "as",
)
PARTICLES = ("over", "up", "off", "out", "away", "down")
WHERE = ("in", "at", "near", "outside")
RELATIVES = ("who", "whom", "which", "that", "whose")


@dataclass(frozen=True, slots=True)
class Telling:
    """One thing said of a count: the word that says it, and the part that the counted plays in it."""

    role: Role
    word: Token
    weak: bool = False


def tellings(head: Token, noun: Token | None, start: int, end: int) -> list[Telling]:
    """What is said of the count whose head is `head` and whose words are tokens [start, end); the plainest first."""
    found = [*above(head), *_below(head), *_after(head, end), *_before(head, start)]
    if noun is not None and noun != head:
        found += _below(noun)
    return list(dict.fromkeys(found))


def phrases(verb: Token) -> set[str]:
    """A verb with each of its particles and complements: {"shoot", "shoot down", "shoot dead"}."""
    lemma = verb.lemma_.lower()
    found = {lemma}
    behind = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    if behind.dep_ == "quantmod" and behind.lower_ in PARTICLES:  # "hand over 38 prisoners" counts no more than 38
        found.add(f"{lemma} {behind.lower_}")
    for child in verb.children:
        word = child.lemma_.lower()
        if child.dep_ in ("prt", "advmod", *COMPLEMENT, *OBJECT):
            found |= {f"{lemma} {word}", f"{lemma} {child.lower_}"}
        if child.dep_ in ("prt", "prep", "advmod", "advcl"):
            found.add(f"{lemma} {child.lower_}")
            found |= {
                f"{lemma} {child.lower_} {other.lemma_.lower()}" for other in verb.children if other.dep_ in OBJECT
            }
            for inner in child.children:
                if inner.dep_ in ("pobj", "pcomp", "amod"):
                    found |= {
                        f"{lemma} {child.lower_} {inner.lemma_.lower()}",
                        f"{lemma} {child.lower_} {inner.lower_}",
                    }
                if inner.dep_ == "prep":  # "put out of action"
                    found |= {f"{lemma} {child.lower_} {inner.lower_} {last.lemma_.lower()}" for last in inner.children}
        if child.dep_ == "xcomp" and child.i > verb.i:
            found.add(f"{lemma} to {word}")
    return found


def above(head: Token) -> Iterator[Telling]:
    """What governs a counted noun says of it."""
    node = head
    for _ in range(CLIMB):
        parent, dep = node.head, node.dep_
        if parent == node:
            return
        if (dep in ("conj", "appos") and parent.pos_ not in VERBAL) or (
            dep == "nummod" and (node != head or _stands_alone(node))
        ):
            node = parent
            continue
        if dep == "pobj":
            governor = _noun_before(parent) or parent.head
            if parent.lower_ == "of" and governor.lemma_.lower() in (*count_words().many, "minimum", "maximum"):
                yield Telling("of", governor)
                node = governor
                continue
            yield Telling("of", governor)
            if parent.lower_ == "with" and governor.pos_ == "VERB":
                yield Telling("with", governor)
            if governor.pos_ == "VERB" and parent.lower_ not in BESIDE and not _opens_with_of(parent, governor):
                yield Telling("object", governor, weak=True)
            return
        if dep == "npadvmod" and parent.lower_ in PARTICLES and parent.head.pos_ == "VERB":
            parent, dep = parent.head, "dobj"  # "shot down 63 of 80 drones"
        yield from _of_verb(node, parent, dep)
        return


def _stands_alone(number: Token) -> bool:
    """Whether a mark parts a number from the noun that the parse gives it: "killed nine: five guards and a boy"."""
    behind = number.doc[number.i + 1 : number.i + 2]
    return bool(behind) and behind[0].text in (":", ",", ";", "–", "—") and number.head.i > number.i


def _opens_with_of(preposition: Token, verb: Token) -> bool:
    """Whether "of" names the whole before a verb that is said of a part: "of 36 drones, 31 were shot down"."""
    return preposition.lower_ == "of" and preposition.i < verb.i


def _noun_before(preposition: Token) -> Token | None:
    """The second noun right before "to", which hangs on the first: "the deaths of three and injuries to two"."""
    noun = preposition.nbor(-1) if preposition.lower_ == "to" and preposition.i else None
    second = noun is not None and noun.dep_ == "conj" and noun.pos_ == "NOUN" and noun != preposition.head
    return noun if second else None


def _of_verb(node: Token, verb: Token, dep: str) -> Iterator[Telling]:
    """What a verb says of its subject or object."""
    if dep in PASSIVE:
        yield Telling("object", verb)
        yield from _complements(verb, "object")
        yield from _joined(verb)
    elif dep in SUBJECT:
        if verb.lemma_ in COPULAS or verb.lemma_ in count_words().marks["said"]:
            yield from _complements(verb, "object")
        yield Telling("subject", verb)
        if _headline_passive(verb):
            yield Telling("object", verb)
        yield from _joined(verb)
        yield from _garden_path(verb)
    elif dep in OBJECT and not (_suffers(node) and (_parted(verb, node) or node.pos_ == "NUM")):
        yield Telling("object", verb)
        yield from _complements(verb, "object")
    elif dep in ("attr", "oprd"):
        for child in verb.children:
            if child.dep_ in SUBJECT and child != node:
                yield Telling("of", child)
            if child.dep_ == "prep" and child.lower_ == "among":
                yield from (Telling("of", inner) for inner in child.children if inner.dep_ == "pobj")
    elif dep in ("conj", "dep", "ccomp", "appos") and verb.pos_ == "VERB":
        yield from (Telling("object", child) for child in node.children if child.tag_ == "VBN")
        if dep == "conj":
            yield from _beside_a_verb(node, verb)


def _beside_a_verb(node: Token, verb: Token) -> Iterator[Telling]:
    """What a verb says of a count that the parse joins to it, as of its own object or subject."""
    if any(child.dep_ in OBJECT and verb.i < child.i < node.i for child in verb.children):
        yield Telling("object", verb)  # "killed a couple and their son"
    elif _leaves_out_verb(node):
        counted = next((c for c in verb.children if c.dep_ in (*PASSIVE, *SUBJECT) and c.i < verb.i), None)
        if counted is not None:
            yield from _of_verb(counted, verb, counted.dep_)


def _leaves_out_verb(number: Token) -> bool:
    """Whether a number beside a verb is counted by it again: "six were killed in Sumy and two in Konotop"."""
    behind = number.doc[number.i + 1 : number.i + 2]
    return number.pos_ == "NUM" and bool(behind) and behind[0].lower_ in WHERE and behind[0].head == number


def _garden_path(verb: Token) -> Iterator[Telling]:
    """The verb behind a participle that the parse took for the verb: "14 drones sent from the south were downed"."""
    if verb.tag_ not in ("VBN", "VBD") or any(child.dep_ in ("aux", "auxpass", *OBJECT) for child in verb.children):
        return
    if verb.dep_ == "csubjpass":
        yield Telling("object", verb.head)
    for other in (*verb.head.children, *verb.children):
        inner = {child.dep_ for child in other.children}
        if other.i > verb.i and other.tag_ == "VBN" and "auxpass" in inner and not inner & {*SUBJECT, *PASSIVE, "mark"}:
            yield Telling("object", other)


def _headline_passive(verb: Token) -> bool:
    """Whether a bare participle stands for a passive: "Three soldiers killed in ambush"."""
    helped = any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    return verb.tag_ in ("VBN", "VBD") and not helped and not any(child.dep_ == "dobj" for child in verb.children)


def does_it(verb: Token) -> bool:
    """Whether a verb has an object right behind it, so that its subject does it: "a bomber killed 12 people".

    What a comma parts from it, a day, and who is said to have suffered himself ("five killed 12 wounded") is none.
    """
    if verb.pos_ != "VERB" or any(child.dep_ == "auxpass" for child in verb.children):
        return False
    return any(child.dep_ == "dobj" and child.i > verb.i and _is_object(verb, child) for child in verb.children)


def _is_object(verb: Token, noun: Token) -> bool:
    measures = noun.lower_ in number_words().not_after or noun.text in time_words().weekdays
    measures = measures or noun.lower_ in ("more", "longer")  # "is missing any more"
    return not measures and not _suffers(noun) and not _parted(verb, noun)


def _suffers(noun: Token) -> bool:
    """Whether a participle right behind a noun says what it suffered: "12 wounded"."""
    behind = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    return behind.tag_ == "VBN" and (behind.head == noun or noun.pos_ == "NUM")


def _parted(verb: Token, noun: Token) -> bool:
    return any(t.text in (",", ";", ":") for t in noun.doc[verb.i + 1 : noun.left_edge.i])


def _complements(verb: Token, role: Role) -> Iterator[Telling]:
    for child in verb.children:
        if child.dep_ in COMPLEMENT and child.i > verb.i:
            yield Telling("state", child)
            if _is_perfect(child):  # "are known to have died"
                yield Telling("subject", child)
            elif child.tag_ in ("VBN", "VBD"):
                yield Telling(role, child)
            yield from (Telling("state", inner) for inner in child.children if inner.dep_ in COMPLEMENT)


def _is_perfect(verb: Token) -> bool:
    """Whether a verb tells what its subject has done: "to have died", not "to have been killed"."""
    helping = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return {"to", "have"} <= helping and "been" not in helping


def _joined(verb: Token) -> Iterator[Telling]:
    """Verbs that share the subject: "came under fire and were wounded"."""
    for other in verb.conjuncts:
        if other.pos_ in VERBAL and other.i > verb.i:
            if any(child.dep_ in (*PASSIVE, *SUBJECT) for child in other.children):
                return
            passive = any(child.dep_ == "auxpass" for child in other.children)
            passive = passive or (other.tag_ == "VBN" and not does_it(other))
            yield Telling("object" if passive else "subject", other)


def _below(head: Token) -> Iterator[Telling]:
    for child in head.children:
        if child.dep_ == "acl" and child.tag_ == "VBG":
            yield Telling("subject", child)
            yield Telling("state", child)
        elif child.dep_ in ("acl", "amod") and child.i > head.i and not _of_their_kin(head, child):
            yield Telling("state", child)
            yield Telling("object", child)
            yield from _complements(child, "object")
        elif child.dep_ == "relcl":
            yield from _relative(child)
        elif child.dep_ == "oprd" and child.i > head.i:
            yield Telling("state", child)  # "left 24 inmates dead"
        elif child.dep_ == "amod" and child.i < head.i:
            yield Telling("state", child, weak=True)
    yield Telling("noun", head, weak=True)


def _of_their_kin(head: Token, said: Token) -> bool:
    """Whether it is said of those whose kin are counted: "200 relatives of soldiers captured in the siege"."""
    kin = head.lemma_.lower() in count_words().marks["kin"]
    return kin and any(c.lower_ == "of" and head.i < c.i < said.i for c in head.children)


def _relative(verb: Token) -> Iterator[Telling]:
    """What a relative clause says of its noun: "who were killed", "15 people it had held"; nothing after "in which"."""
    roles = {child.dep_ for child in verb.children if child.lower_ in RELATIVES}
    if roles & set(PASSIVE):
        yield Telling("object", verb)
        yield from _complements(verb, "object")
    elif roles & set(SUBJECT):
        yield Telling("subject", verb)
        yield from _complements(verb, "object")
    elif roles & set(OBJECT) or _is_contact(verb):
        yield Telling("object", verb)


def _is_contact(verb: Token) -> bool:
    """Whether the clause has a subject, no relative word and no object: "15 people it had held"."""
    if any(token.lower_ in RELATIVES for left in verb.lefts for token in left.subtree):
        return False
    roles = {child.dep_ for child in verb.children}
    return bool(roles & set(SUBJECT)) and not roles & set(OBJECT)


def _after(head: Token, end: int) -> Iterator[Telling]:
    """The word right behind the count, whatever the parse makes of it: "13 dead", "three killed", "two feared dead"."""
    doc = head.doc
    for token in doc[end : end + 4]:
        adverb = token.dep_ == "advmod" and token.pos_ != "ADJ"
        if token.lemma_.lower() in count_words().marks["skipped"] or token.dep_ in ("aux", "auxpass") or adverb:
            continue
        if not does_it(token):
            yield Telling("state", token)
        if head.dep_ == "pobj" and head.head.lower_ == "for":
            return  # "food for 900 people reached the town"
        doing = token.tag_ == "VBG" and token.i > end and token.nbor(-1).lemma_ == "be"  # "eight were receiving care"
        if token.pos_ == "VERB" and (doing or token.tag_ in ("VBD", "VBP", "VBZ")):
            yield Telling("subject", token)
        return


def _before(head: Token, start: int) -> Iterator[Telling]:
    """The word right before the count, where the parse took a verb for a noun: "strike kills at least 14"."""
    if start > 0:
        word = head.doc[start - 1]
        if (
            word.tag_ in ("NNS", "NNP", "NNPS", "VBZ", "VBG")
            and word.lemma_.lower() in count_words().marks["headline_verbs"]
        ):
            yield Telling("object", word)


def plain_tellings(head: Token) -> list[Telling]:
    """What the clause says of a name itself, nothing that hangs on it: "Ivanov was killed"."""
    return [telling for telling in _of_verb(head, head.head, head.dep_) if telling.word == head.head]


def noun_tellings(noun: Token) -> list[Telling]:
    """What hangs on the noun itself: "the 23 men carried off by the raiders"."""
    return [telling for telling in _below(noun) if not telling.weak]
