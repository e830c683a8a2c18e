"""Is a deed told as one of many at other times: "such attacks", "a rise in raids", "the latest in a string of raids"?

What is told so is no happening, and nobody who did the others is said to have done the one that the report is about.
"""

from spacy.tokens import Token

from fogline.lexicon.status import status_words

PLURALS = ("NNS", "NNPS")
STEPS = 5  # from a deed up to the words for more and more of it
BECOME = ("become", "grow")
LISTING = ("in", "of", "including")


def at_other_times(word: Token) -> bool:
    """Whether a noun tells of deeds of the kind that others were, of more and more of them, or of a row of them."""
    if word.pos_ in ("VERB", "AUX"):
        row = word.dep_ == "acl" or (word.dep_ == "relcl" and _so_far(word))
        beside = word.dep_ == "advcl" and word.head.lemma_ in BECOME and _so_far(word.head)  # "with three killed"
        return beside or _in_others(word) or (row and word.head.pos_ == "NOUN" and at_other_times(word.head))
    plural = word.tag_ in PLURALS
    in_sum = plural and (_of_others(word) or _owned_in_sum(word) or _has_become(word) or _had_a_part(word))
    return in_sum or _swells(word)


def _in_others(verb: Token) -> bool:
    """Whether it was done in others of its kind: "with 100 killed in a series of similar raids"."""
    inside = [o for p in verb.children if p.dep_ == "prep" and p.lower_ == "in" for o in p.children]
    rows = [o for o in inside if o.lemma_.lower() in status_words().in_a_row]
    inside += [o for row in rows for p in row.children if p.lower_ == "of" for o in p.children]
    return verb.dep_ in ("pcomp", "advcl") and any(o.tag_ in PLURALS and _of_others(o) for o in inside)


def _of_others(noun: Token) -> bool:
    """Whether adjectives say that others are meant, told of no day: "has carried out similar attacks"."""
    others = any(c.lower_ in status_words().of_others for c in noun.children if c.i < noun.i)
    return others and not any(p.lower_ == "on" and _is_day(c) for p in noun.children for c in p.children)


def _is_day(word: Token) -> bool:
    return word.tag_ == "NNP" and word.lower_.endswith("day")


def _owned_in_sum(noun: Token) -> bool:
    """Whether somebody has owned up to many at once: "has claimed responsibility for dozens of attacks"."""
    words = status_words()
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        count = noun.head.head
        many = count.lower_ in words.of_many
    else:
        count, many = noun, any(c.lower_ in words.of_many for c in noun.children)
    if not many:
        return False
    up = count.head.head if count.dep_ == "pobj" else count.head
    up = up.head if up.pos_ == "NOUN" else up
    return up.pos_ == "VERB" and up.lemma_ in ("claim", "blame", "accuse") and _so_far(up)


def _had_a_part(noun: Token) -> bool:
    """Whether it is only said who had a part in them, on no day: "had been involved in the killings of traders"."""
    if noun.dep_ != "pobj" or noun.head.head.lemma_.lower() not in status_words().having_a_part:
        return False
    return not any(_is_day(t) for t in noun.head.head.subtree)


def _has_become(noun: Token) -> bool:
    """Whether it is said what they have come to be: "raids have become increasingly deadly"."""
    return noun.dep_ == "nsubj" and noun.head.lemma_ in BECOME and _so_far(noun.head)


def _so_far(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in ("has", "have", "had") for c in verb.children)


def _swells(word: Token) -> bool:
    """Whether words for more and more of it, or for a row in which one is the latest, stand above a noun."""
    words = status_words()
    for _ in range(STEPS):
        if word.dep_ in ("conj", "appos"):
            word = word.head
            continue
        if word.dep_ != "pobj" or word.head.lower_ not in LISTING:
            return False
        link, noun = word.head, word.head.head
        if link.lower_ != "of" and noun.lemma_.lower() in words.rising:
            return True
        if link.lower_ == "of" and noun.lemma_.lower() in words.in_a_row:
            latest = noun.dep_ == "pobj" and (
                noun.head.head.lower_ in ("latest", "one") or noun.head.lower_ in ("amid", "as")
            )
            return latest or (noun.dep_ == "nsubj" and noun.head.lemma_ == "continue")
        word = noun
    return False
