"""Has what is talked of yet to be held: "talks are scheduled for Thursday", "a round that is expected next week"?"""

from spacy.tokens import Token

from fogline.lexicon.status import status_words

SUBJECT = ("nsubj", "nsubjpass")
PAST = ("was", "were", "had")


def is_due(noun: Token) -> bool:
    """Whether a verb or a clause on a noun, or on the round of it, says that its day is set."""
    whole = round_of(noun)
    if any(_sets_a_day(c) for word in (noun, whole) for c in word.children if c.dep_ in ("relcl", "acl", "amod")):
        return True
    dated = whole.dep_ == "pobj" and whole.head.lower_ == "for" and whole.head.head.lemma_ == "set"
    return dated or (whole.dep_ in SUBJECT and _sets_a_day(whole.head))  # "no date has been set for new talks"


def round_of(noun: Token) -> Token:
    """The noun by which one of several is named, or the noun itself: of "a round of talks" the round."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
    return noun


def _sets_a_day(verb: Token) -> bool:
    """Whether words say that something is still to be: "scheduled for", "is due on", "are to be held"."""
    due = status_words().due
    if verb.lemma_.lower() in due:
        return not any(c.dep_ == "auxpass" and c.lower_ in PAST for c in verb.children)
    if verb.lemma_ != "be" or verb.lower_ in PAST:
        return False
    told = [c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd", "xcomp", "prep")]
    return any(c.lemma_.lower() in due or (c.dep_ == "xcomp" and _has_to(c)) for c in told)


def is_set_for(word: Token) -> bool:
    """Whether a word above an infinitive says that its day is set: "are due to meet", "were scheduled to meet"."""
    if word.lemma_.lower() not in status_words().due:
        return False
    return word.dep_ == "acomp" or any(c.dep_ == "auxpass" for c in word.children)  # not "expects them to meet"


def _has_to(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
