"""Where a threat is meant for: the places of the harm that it holds out, else the state that it names."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.saying import saying
from fogline.lexicon.status import status_words
from fogline.model import PartyMention, PlaceMention
from fogline.read.placing import places_of, token_at
from fogline.read.struck import is_aimed_at
from fogline.read.telling import THREAT
from fogline.read.things import Thing
from fogline.read.what import Around, Trigger

SUBJECTS = ("nsubj", "nsubjpass", "expl")
HELD_OUT = ("unreal", "future")


def threatened(
    lead: Trigger,
    own: Sequence[PlaceMention],
    targets: Sequence[PartyMention],
    triggers: Sequence[Trigger],
    around: Around,
) -> tuple[PlaceMention, ...]:
    """The places that a threat is against: where somebody speaks is not what he threatens.

    "Would not hesitate to fire at Tel Aviv" is against Tel Aviv; what stands in the condition ("if Metula is hit") is
    not.
    """
    tokens = around.doc
    harm = harm_held_out(lead, triggers, tokens)
    places = tuple(dict.fromkeys([*own, *(p for t in harm for p in places_of(t, triggers, around))]))
    behind = tuple(p for p in places if p.start >= around.sentence.start + lead.end)
    told = behind or places
    meant = tuple(p for p in told if not _spoken_in(p, tokens[lead.token], around))
    return meant or _of_targets(targets, around) or told


def harm_held_out(lead: Trigger, triggers: Sequence[Trigger], doc: Doc) -> list[Trigger]:
    """The deeds that a threat says are to come, but for those on which it makes them depend."""
    return [t for t in triggers if t.reality in HELD_OUT and t.token > lead.token and not _in_condition(doc[t.token])]


def is_threatened(thing: Thing, lead: Trigger, doc: Doc) -> bool:
    """Whether harm is held out to a thing: "to bomb their bases", not the base at which somebody speaks."""
    return thing.start >= lead.end and is_aimed_at(thing, doc)


def is_condition(thing: Thing, doc: Doc) -> bool:
    """Whether a threat depends on what a thing does: "if one more drone takes off", "should a bomb fall"."""
    word = next((t for t in doc if t.idx <= thing.head < t.idx + len(t.text)), None)
    if word is None:
        return False
    return _in_condition(word) or any(
        c.lower_ == "should" and c.i < up.i and not any(s.i < c.i for s in up.children if s.dep_ in SUBJECTS)
        for up in word.ancestors
        for c in up.children
        if c.dep_ == "aux"
    )


def _spoken_in(place: PlaceMention, verb: Token, around: Around) -> bool:
    """Whether a place is where the threat was uttered: "said in Tel Aviv that Hodeidah would pay"."""
    word = token_at(around, place.start, place.end)
    if word is None or word.dep_ != "pobj" or word.head.lower_ not in ("in", "at") or word.head.head != verb:
        return False
    return verb.lemma_.lower() in saying().say | deeds().vowing


def _in_condition(token: Token) -> bool:
    marks = (c for up in (token, *token.ancestors) for c in up.children if c.dep_ == "mark")
    return any(m.lower_ in status_words().unreal_marks for m in marks)


def _of_targets(targets: Sequence[PartyMention], around: Around) -> tuple[PlaceMention, ...]:
    """A threat that names no place is against the state that it is meant for, in the words that name that state."""
    for target in targets:
        for place in around.places:
            if place.place and place.start < target.end and target.start < place.end:
                return (place,)
    return ()


def promises_harm(trigger: Trigger, triggers: Sequence[Trigger], doc: Doc) -> bool:
    """Whether what is promised is the harm that another word threatens: "promised that it would be avenged"."""
    pledges = trigger.group == "pledge" and trigger.frame.sort == "word"
    return pledges and any(t.group == THREAT and doc[trigger.token].is_ancestor(doc[t.token]) for t in triggers)
