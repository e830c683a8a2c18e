"""Which days and places of a report does only a clause on a place name?

"Hundreds marched for protection on the road to Beni, where rebels killed five on Sunday. Police dispersed the march":
no story goes on from there.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from fogline.model import DateMention, PlaceMention
from fogline.read.nearby import is_town
from fogline.read.placing import Found
from fogline.read.text import ParsedText, Sentence

WHERE = "where"


def asides_of(parsed: ParsedText, found: Found) -> frozenset[DateMention | PlaceMention]:
    """The days and places that only such clauses name, and the towns that they are on beside the one of the story."""
    return frozenset(
        mention
        for sentence in parsed.sentences
        if (doc := parsed.docs.get(sentence.index)) is not None
        and (found.dates.get(sentence.index) or found.places.get(sentence.index))
        for clause in clauses_on_places(doc)
        for mention in _named_in(clause, sentence, found)
    )


def clauses_on_places(doc: Doc) -> list[Token]:
    """The verbs of the clauses on a place in a sentence: "the road to Beni, where rebels [killed] five".

    None where the parse has the main verb in such a clause.
    """
    if WHERE not in doc.text:
        return []
    clauses = [t for t in doc if t.dep_ == "relcl" and any(c.lower_ == WHERE for c in t.children)]
    return [t for t in clauses if all(up.dep_ != "ROOT" or up.pos_ in ("VERB", "AUX") for up in t.ancestors)]


def _named_in(clause: Token, sentence: Sentence, found: Found) -> Iterator[DateMention | PlaceMention]:
    dates, places = found.dates.get(sentence.index, ()), found.places.get(sentence.index, ())
    last = clause.right_edge
    low, high = sentence.start + clause.left_edge.idx, sentence.start + last.idx + len(last.text)
    named: tuple[DateMention | PlaceMention, ...] = (*dates, *places)
    yield from (m for m in named if low <= m.start < high)
    towns = [p for p in places if p.role == "place" and is_town(p) and p.start < low]
    on = sentence.start + clause.head.left_edge.idx
    if any(p.start < on for p in towns):  # the story is in the town named before
        yield from (p for p in towns if p.start >= on)
