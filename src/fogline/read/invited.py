"""Who is asked to come where, to talk: "Qatar invited both sides to Doha for Saturday", whatever day that is for."""

from spacy.tokens import Token

from fogline.lexicon.status import status_words
from fogline.lexicon.time import time_words
from fogline.read.company import Around, direct_objects

PASSIVE = "nsubjpass"


def invited(verb: Token, around: Around) -> bool:
    """Whether sides of a war or those who speak for them are asked to a town, for a day or to talk."""
    guests = [*direct_objects(verb), *(c for c in verb.children if c.dep_ == PASSIVE)]
    guests = [g for guest in guests for g in (guest, *guest.conjuncts)]
    if not any(_takes_part(guest, around) for guest in guests):
        return False
    ends = [c for prep in _of_coming(verb) for c in prep.children if c.dep_ == "pobj"]
    met = any(end.lemma_.lower() in status_words().appointments for end in ends)
    return met or any(_is_town(end, around) or end.text in time_words().weekdays for end in ends)


def is_for_then(word: Token, verb: Token) -> bool:
    """Whether a day behind "to" or "for" is that for which somebody is asked: "invited them to Doha on Friday"."""
    if verb.lemma_.lower() not in status_words().inviting:
        return False
    return any(prep.i < word.i for prep in _of_coming(verb))


def _takes_part(guest: Token, around: Around) -> bool:
    """Whether a guest is a party or one of those who talk for it."""
    if guest.lemma_.lower() in status_words().guests:
        return True
    start, end = (around.sentence.start + at for at in (guest.idx, guest.idx + len(guest.text)))
    return guest.pos_ == "PROPN" and any(p.party and p.start < end and start < p.end for p in around.parties)


def _is_town(word: Token, around: Around) -> bool:
    start = around.sentence.start + word.idx
    return any(p.role == "place" and p.place and p.start <= start < p.end for p in around.places)


def _of_coming(verb: Token) -> list[Token]:
    """The "to" and "for" of where and what somebody is asked to."""
    return [c for c in verb.children if c.dep_ in ("prep", "dative") and c.lower_ in ("to", "for") and c.i > verb.i]
