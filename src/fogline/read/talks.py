"""Who talks to whom: the parties to a meeting, a call or a promise, by the parse alone."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from fogline.lexicon.status import status_words
from fogline.model import PartyMention

WITH = frozenset({"with", "between", "to", "among", "from"})
UN = "United Nations"
CLIMB = 4  # steps from a noun ("a call with") up to the verb whose subject takes part


def with_mediators(parties: Sequence[PartyMention]) -> tuple[PartyMention, ...]:
    """The mentions of a sentence, with bodies that mediate as parties to talks: "the UN envoy met Houthi leaders"."""
    return tuple(p if p.party else replace(p, party=_mediator(p)) for p in parties)


def _mediator(mention: PartyMention) -> str | None:
    if "council" in mention.text.lower():
        return None  # who calls for it to meet is who acts
    opening = mention.text.split()[0].removesuffix("s").rstrip("'’")
    body = UN if opening in ("UN", "U.N.") else mention.name
    return body if body in (UN, "International Atomic Energy Agency") else None


def takers(token: Token, parties: Sequence[PartyMention], offset: int) -> list[PartyMention]:
    """The parties to the meeting, the call or the talks that `token` tells of, in order of the text.

    Of a verb its subjects, its objects and those behind "with"; of a noun those behind "between" and "with", and
    the subjects of the verb that it hangs on. `offset` is where the sentence begins in the report.
    """
    heads = _with(token) + (_of_verb(token) if token.pos_ in ("VERB", "AUX") else _of_noun(token))
    envoys = [head for head in heads if head.pos_ == "NOUN" and head.dep_ == "nsubj"]
    heads += [c for head in envoys for c in _behind_of(head) if any(c.conjuncts)]  # "envoys of Lebanon and Israel"
    spans = [(h.left_edge.idx, h.idx + len(h.text)) for head in heads for h in (head, *head.conjuncts)]
    found = [p for p in parties if p.party and any(a <= p.start - offset < b for a, b in spans)]
    return list(dict.fromkeys(found))


def _with(token: Token) -> list[Token]:
    links = [p for p in token.children if p.dep_ in ("prep", "dative") and p.lower_ in WITH]
    links = [p for p in links if p.doc[p.i : p.i + 2][-1].lower_ not in ("them", "whom")]  # "among them gunmen"
    return [c for p in links for c in p.children]


def _of_verb(verb: Token) -> list[Token]:
    passive = any(c.dep_ == "nsubjpass" for c in verb.children)
    objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "dative") and c.pos_ != "ADP"]
    agents = [c for a in verb.children if a.dep_ == "agent" for c in a.children]
    objects += [c for o in objects for n in (o, *_behind_of(o)) for c in _with(n)]  # "held a call with him"
    return objects + agents + ([] if passive else _subjects(verb))


def _behind_of(noun: Token) -> list[Token]:
    """What a measure is of: "five hours of talks"."""
    return [c for p in noun.children if p.lower_ == "of" for c in p.children]


def _of_noun(noun: Token) -> list[Token]:
    owners = [c for c in noun.children if c.dep_ == "poss"]
    token = noun
    for _ in range(CLIMB):
        if token.pos_ in ("VERB", "AUX") or token.head == token:
            break
        token = token.head
    shared = token.pos_ in ("VERB", "AUX") and token.lemma_ != "say" and not owners
    held = noun.dep_ in ("dobj", "pobj") and not any(c.lower_ in ("between", "among") for c in noun.children)
    return owners + (_subjects(token) if shared and held else [])


def _subjects(verb: Token) -> list[Token]:
    while True:
        own = [c for c in verb.children if c.dep_ == "nsubj"]
        if own or verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head.pos_ not in ("VERB", "AUX"):
            return own
        verb = verb.head


def promises_good(verb: Token) -> bool:
    """Whether what a verb of promising is followed by does no harm: "vowed to hold elections", "committed to going"."""
    links = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("to", "in")]
    done = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl") and c.pos_ == "VERB"]
    done += [c for p in links for c in p.children if c.dep_ == "pcomp"]
    return any(_is_promised(c) and _is_good(c) for c in done)


def yields_not(verb: Token) -> bool:
    """Whether a verb of refusing is followed by what the other side wants: "refuse to disarm", "ruled out ceding"."""
    done = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "pcomp", "dobj")]
    done += [c for p in verb.children if p.dep_ in ("prt", "prep") for c in p.children if c.dep_ == "pcomp"]
    return any(c.pos_ == "VERB" and c.lemma_.lower() in status_words().yielding for c in done)


def _is_promised(verb: Token) -> bool:
    """Whether a verb stands as what is to be done: "to hold", "to holding", "that it would hold"."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return verb.dep_ == "pcomp" or bool(auxiliaries & ({"to"} | status_words().announcing))


def _is_good(verb: Token) -> bool:
    lemma, known = verb.lemma_.lower(), status_words()
    if any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children):
        return lemma not in known.defied
    voted = lemma == "hold" and any(c.dep_ == "dobj" and c.lemma_ in known.polled for c in verb.children)
    return lemma in known.promised or voted
