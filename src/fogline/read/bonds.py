"""What hangs on what in a parsed sentence: how far a place, a day or a weapon is from the words that tell a deed."""

from collections.abc import Collection

from spacy.tokens import Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.figures import count_words
from fogline.lexicon.places import place_words
from fogline.lexicon.status import status_words

FAR = 99  # steps in the tree between words that the parse does not connect
INTO = ("into", "onto", "toward", "towards", "against")  # where it went that was sent from somewhere


def steps(a: Token, b: Token) -> int:
    """Edges between two words in the dependency tree; FAR where they do not connect."""
    up = {token.i: n for n, token in enumerate([a, *a.ancestors])}
    for n, token in enumerate([b, *b.ancestors]):
        if token.i in up:
            return n + up[token.i]
    return FAR


def bond(word: Token, trigger: Token) -> tuple[bool, int]:
    """How closely a word hangs on a trigger, the closest first: below it before beside it, then by steps."""
    return not trigger.is_ancestor(word), steps(word, trigger)


def elsewhere(word: Token, trigger: Token) -> bool:
    """Whether a word stands in a clause of its own that tells of something else than the trigger's clause does."""
    if trigger == word:
        return False
    below = trigger.is_ancestor(word)
    for above in word.ancestors:
        if above == trigger or above.is_ancestor(trigger):
            return False
        told = above.pos_ in ("VERB", "AUX") and any(c.dep_ in ("nsubj", "nsubjpass") for c in above.children)
        told = told and not (_only_counts(above) or _counts_harm(above))
        if told and (not below or above.dep_ == "conj"):
            return True  # "three were picked up, and two remain in a cell in the capital"
    return False


def _only_counts(verb: Token) -> bool:
    """Whether a verb only counts more of the same: the "85 injured" of "eleven were killed and 85 injured near Gao"."""
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    bare = verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return bare and verb.dep_ == "conj" and all(s.pos_ == "NUM" for s in subjects)


def _counts_harm(verb: Token) -> bool:
    """Whether a verb only tells who was hurt, behind one that names no place: "homes burned and two were hurt in"."""
    hurt = count_words().figures["injured"].states | count_words().figures["killed"].states
    joined = verb.dep_ == "conj" and verb.lower_ in hurt and any(c.dep_ == "nsubjpass" for c in verb.children)
    before = (c for c in verb.head.children if c.dep_ == "prep" and c.i < verb.i)
    return joined and not any(g.dep_ == "pobj" and g.pos_ == "PROPN" for c in before for g in c.children)


def _preposition(word: Token) -> Token | None:
    return word.head if word.dep_ == "pobj" else None


def origin(word: Token) -> bool:
    """Whether a place is where something came from or goes: "launched from northern Gaza", "the road to Goma"."""
    preposition = _preposition(word) or _listed_behind_from(word)
    if preposition is None or preposition.lower_ not in ("from", "to"):
        return False
    return not _measured(preposition) and preposition.head.lower_ not in place_words().adjoining


def _listed_behind_from(word: Token) -> Token | None:
    """The "from" of a list of places that somebody came from: "reinforced from Yei and Kaya"."""
    while word.dep_ == "conj" and word.pos_ == "PROPN":
        word = word.head
    preposition = _preposition(word)
    return preposition if preposition is not None and preposition.lower_ == "from" else None


def sent_from(word: Token, trigger: Token) -> bool:
    """Whether a place is inside what something was sent from: "launched from a wood south of Tyre"."""
    for up in word.ancestors:
        if up == trigger or (up.dep_ == "prep" and up.lower_ in INTO):
            return False
        behind = up.doc[up.i - 1] if up.i and up.lower_ in status_words().directions else None
        if behind is not None and behind.dep_ == "pobj" and behind.head.lower_ == "from":
            return True  # "from a grove north of the river", whatever the parse hangs "north" on
        if up.dep_ == "prep" and up.lower_ == "from" and not _measured(up):
            return up.head == trigger and not _from_people(up)
    return False


def _from_people(preposition: Token) -> bool:
    """Whether what stands behind "from" acts: "came under fire from insurgents near Banki"."""
    return any(c.lemma_.lower() in status_words().shooters for c in preposition.children if c.dep_ == "pobj")


def _measured(preposition: Token) -> bool:
    """Whether "from" stands behind a distance: "some 20 kilometres from Bunia"."""
    head = preposition.head
    return preposition.lower_ == "from" and head.pos_ in ("NOUN", "PROPN") and head.lower_ in place_words().measures


def beside(word: Token) -> bool:
    """Whether a place only helps to find another: "near Odesa", "20 km south of Palma"."""
    preposition = _preposition(word)
    if preposition is None:
        return False
    far = preposition.lower_ == "of" and preposition.head.lower_ in status_words().directions
    far = far or _measured(preposition) or preposition.head.lower_ in place_words().adjoining
    return far or preposition.lower_ in status_words().nearness


def listed(a: Token, b: Token | None) -> bool:
    """Whether two words stand in one list: "on Kharkiv, Sumy and Odesa", "the villages of A in the east and B"."""
    group = next((up for up in a.ancestors if up.pos_ in ("NOUN", "VERB")), a)
    around = [a, *(group.subtree if group.pos_ == "NOUN" else a.subtree)]
    joined = b is not None and any(b in word.conjuncts for word in around if word.pos_ in ("NOUN", "PROPN"))
    return joined or (b is not None and _named_in_turn(a, b))


def _named_in_turn(a: Token, b: Token) -> bool:
    """Whether two names are those of two things of one list: "the village of Bara and the town of Rahad"."""
    of_both = a.dep_ == b.dep_ == "pobj" and a.head.lower_ == b.head.lower_ == "of"
    return of_both and b.head.head in a.head.head.conjuncts


def of_a_noun(word: Token, others: Collection[Token]) -> bool:
    """Whether a word stands in a clause that only tells of a noun, and not of the others: "Kherson, retaken in May".

    `others` are the words of deeds: what is told of them by such a clause is theirs. What somebody was doing then is at
    the time of the deed ("hit a convoy taking food to Gao on Friday").
    """
    for up in word.ancestors:
        if up in others or any(up.is_ancestor(other) for other in others):
            return False
        if up.dep_ in ("acl", "relcl") and up.pos_ in ("VERB", "AUX") and (up.dep_, up.tag_) != ("acl", "VBG"):
            return up.head not in others
    return False


def had_befallen(word: Token) -> Token | None:
    """The verb of the clause around a word that tells what had befallen somebody before: "forces that had come under
    attack", "a school that had been bombed in June".
    """
    clause = next((t for t in (word, *word.ancestors) if t.dep_ == "relcl"), None)
    past = clause is not None and any(c.dep_ == "aux" and c.lower_ == "had" for c in clause.children)
    return clause if past else None


def attribute(verb: Token) -> bool:
    """Whether a participle only describes a noun: "captured soldiers", "Russian territory and occupied Crimea"."""
    if verb.dep_ == "amod" or (verb.dep_ == "conj" and verb.head.pos_ in ("NOUN", "PROPN")):
        return True
    return _stands_as_attribute(verb)


def _stands_as_attribute(verb: Token) -> bool:
    """Whether a participle stands where only an attribute can, whatever the parse: "towards occupied Crimea"."""
    if verb.tag_ not in ("VBN", "VBD") or not 0 < verb.i < len(verb.doc) - 1:
        return False
    before, after = verb.doc[verb.i - 1], verb.doc[verb.i + 1]
    if before.pos_ == "ADV" and before.i:  # "from temporarily occupied Tokmak"
        before = before.nbor(-1)
    framed = before.pos_ in ("ADP", "DET", "ADJ") and before.lower_ != "to" and after.pos_ in ("NOUN", "PROPN")
    return framed and not any(c.dep_ in ("nsubj", "nsubjpass", "auxpass", "aux") for c in verb.children)


def had_from(word: Token, trigger: Token) -> bool:
    """Whether a place is only where what was used had been had from: "the car that exploded had been stolen in X"."""
    verb = next((up for up in word.ancestors if up.pos_ in ("VERB", "AUX")), None)
    above = verb is not None and verb != trigger and not trigger.is_ancestor(verb)
    return above and verb is not None and verb.tag_ == "VBN" and verb.lemma_.lower() in deeds().acquiring
