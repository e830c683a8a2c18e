"""Which drones and missiles were destroyed where they stood, before anybody fired them?

"Destroyed two missile launchers", "destroyed a missile that was prepared to launch", "destroyed three Houthi drones in
Yemen": what was hit, and not what hit. Drones destroyed in the land that they were sent against were shot down.
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.parties import party_named
from fogline.model import PartyMention, PlaceMention
from fogline.read.arms_again import is_munition
from fogline.read.arms_held import done_to
from fogline.read.things import Thing

OVER = ("over", "off", "above", "toward", "towards")


def as_targets(
    found: Sequence[Thing], doc: Doc, places: Sequence[PlaceMention], parties: Sequence[PartyMention], shift: int
) -> tuple[Thing, ...]:
    """The things, with munitions that were hit on the ground as what is military; `shift` is the sentence's offset."""
    return tuple(
        replace(t, kind="against", value="military") if _grounded(t, doc, places, parties, shift) else t for t in found
    )


def _grounded(
    thing: Thing, doc: Doc, places: Sequence[PlaceMention], parties: Sequence[PartyMention], shift: int
) -> bool:
    word = next((t for t in doc if t.idx <= thing.head < t.idx + len(t.text)), None)
    if thing.kind == "weapon" and word is not None and _kept_there(word):
        return True
    if thing.kind != "weapon" or not is_munition(doc.text[thing.start : thing.end]):
        return False
    verb = done_to(word) if word is not None else None
    if word is None or verb is None or verb.lemma_.lower() not in deeds().wrecking | {"target"}:
        return False
    if word.dep_ in ("compound", "nmod") and word.head.lemma_.lower() in deeds().stands:
        return True
    clauses = [c for c in word.children if c.dep_ in ("acl", "relcl")]
    told = {t.lemma_.lower() for c in clauses for t in (c, *c.children)} | {"ground"} & _behind(verb, word, "on")
    if told & (deeds().about_to | {"ground"}):
        return True
    before = [p for p in parties if p.start - shift < verb.idx]
    return _at_home(thing, places, parties, before, shift) and not any(
        c.lower_ in OVER for c in (*verb.children, *word.children)
    )


def _kept_there(word: Token) -> bool:
    """Whether munitions lay in what was hit: "a store of rockets", "a truck carrying rockets", "full of missiles"."""
    while word.dep_ in ("compound", "conj") and word.head.pos_ in ("NOUN", "PROPN"):
        word = word.head
    holder, holding = word.head, word.head.head
    if word.dep_ == "dobj" and holder.dep_ in ("acl", "relcl"):
        kept = holder.lemma_.lower() in deeds().keeping
    else:
        kept = word.dep_ == "pobj" and holder.lower_ == "of"
        full = kept and holding.lemma_.lower() == "full"
        holding = holding.head if full else holding
        kept = full or (kept and holding.lemma_.lower() in deeds().stands)
    return (
        kept and holding.dep_ in ("dobj", "nsubjpass") and holding.head.lemma_.lower() in deeds().wrecking | {"target"}
    )


def _behind(verb: Token, word: Token, preposition: str) -> set[str]:
    return {o.lower_ for w in (verb, word) for p in w.children if p.lower_ == preposition for o in p.children}


def _at_home(
    thing: Thing,
    places: Sequence[PlaceMention],
    parties: Sequence[PartyMention],
    before: Sequence[PartyMention],
    shift: int,
) -> bool:
    """Whether the arms' owner, named beside them, is at home in all countries of the sentence, and who acts is not.

    `before` are the parties named before the verb.
    """
    owners = [p for p in parties if p.party and 0 <= thing.start - (p.end - shift) <= len(" anti-ship ballistic ")]
    owner = owners[-1].party if owners else None
    home = party_named(owner).iso2 if owner else None
    lands = {p.place.country for p in places if p.role == "place" and p.place is not None}
    others = {party_named(p.party).iso2 for p in before if p.party and p.party != owner}
    return home is not None and lands == {home} and home not in others
