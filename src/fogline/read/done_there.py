"""Does a verb tell a deed as done in a town, or by one party to another: "protests broke out in Benghazi"?

What is told so is one by itself, where little else is told of it.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from fogline.lexicon.status import status_words
from fogline.model import PartyMention, PlaceMention
from fogline.read.placing import token_at
from fogline.read.sources import HEADINGS
from fogline.read.what import Around, Trigger

PAST = ("VBD", "VBN")
PRESENT = ("VBP", "VBZ")  # of what is told as it goes on; in a heading anybody battles anything
CLAUSES = ("acl", "relcl", "amod")
SUBJECTS = ("nsubj", "nsubjpass")
LOOSE = frozenset({"protest", "riot"})  # types whose nouns alone tell too little, but for such a verb


def done_there(trigger: Trigger, town: PlaceMention, around: Around) -> bool:
    """Whether a verb tells the deed as done in a town: not a participle, a clause on somebody or a question."""
    token, word = around.doc[trigger.token], token_at(around, town.start, town.end)
    verb = _teller(trigger, around)
    if word is None or verb is None or not town.text[:1].isupper():  # not "the village"
        return False
    loose = trigger.frame.weak and not (verb != token and trigger.type in LOOSE)
    return verb.is_ancestor(word) and not loose


def done_by(trigger: Trigger, actors: Sequence[PartyMention], targets: Sequence[PartyMention], around: Around) -> bool:
    """Whether a verb tells the deed as done by one party to another: "Syria shot down a Turkish jet"."""
    sides = ({p.party for p in parties if p.party} for parties in (actors, targets))
    doers, sufferers = sides
    told = bool(doers) and bool(sufferers - doers) and not trigger.frame.weak
    return told and around.doc[trigger.token].pos_ == "VERB" and _teller(trigger, around) is not None


def _teller(trigger: Trigger, around: Around) -> Token | None:
    """The finite verb that tells of a real deed: itself with a subject, or one that says of a noun that it came to be.

    None in a question.
    """
    if trigger.reality != "real" or around.doc[-1].text == "?":
        return None
    token = around.doc[trigger.token]
    verb = token if token.pos_ == "VERB" else _came_about(token)
    tags = PAST if around.sentence.part in HEADINGS else PAST + PRESENT
    if verb is None or not (verb.tag_ in tags or _goes_on(verb)) or verb.dep_ in CLAUSES:
        return None
    told = verb != token or token.dep_ == "conj" or any(c.dep_ in (*SUBJECTS, "auxpass") for c in token.children)
    return verb if told else None


def _goes_on(verb: Token) -> bool:
    """Whether a verb goes on with a past before it, whatever its tag: "pressed west and retook the town"."""
    return verb.dep_ == "conj" and verb.head.tag_ in PAST and not any(c.dep_ == "aux" for c in verb.children)


def _came_about(token: Token) -> Token | None:
    """The verb that says of a noun that it came to be."""
    verb = token.head
    came = token.dep_ in SUBJECTS and verb.lemma_.lower() in status_words().coming_about
    ahead = any(c.tag_ in ("MD", "TO") or c.dep_ == "neg" for c in verb.children)
    return verb if came and not ahead else None
