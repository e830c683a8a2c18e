"""What was hit in which town: "hit a depot in Kharkiv and a school in Odesa" tells of two strikes.

Things that one word of a sentence strikes, joined by "and" and each with a town of its own, are struck apart: each town
has the things, the counts and the day of its own part.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from fogline.lexicon.events import ATTACK
from fogline.lexicon.places import place_words
from fogline.lexicon.things import things
from fogline.model import TYPE_GROUPS, PlaceMention
from fogline.read.arms_again import is_munition
from fogline.read.nearby import is_town, same_place
from fogline.read.placing import Found
from fogline.read.telling import Telling
from fogline.read.text import ParsedText
from fogline.read.things import Thing
from fogline.read.what import VIOLENT

STRUCK = ("dobj", "nsubjpass", "pobj")
APART = VIOLENT | {ATTACK, "property"}
ONE, OF = "one", "of"
FEW = 2
LINKS = (*STRUCK, "prep", "conj", "npadvmod", "nummod", "appos", "amod")
FIRED = ("missile_artillery_attack", "air_drone_strike")

Part = tuple[int, int]  # characters of the sentence


def with_each_hit(tellings: Sequence[Telling], parsed: ParsedText, found: Found) -> list[Telling]:
    """The tellings, one that strikes things in several towns as one for each."""
    out: list[Telling] = []
    for telling in tellings:
        doc = parsed.docs[telling.sentence.index]
        told = telling.status == "occurred" and not telling.denied and telling.group in APART
        out += (_apart(telling, doc, found) if told else None) or [telling]
    return out


def _apart(telling: Telling, doc: Doc, found: Found) -> list[Telling]:
    """One telling for each part of what was struck that has a town; none unless there are several such towns."""
    index, offset = telling.sentence.index, telling.sentence.start
    towns = [p for p in found.places.get(index, ()) if is_town(p) and _stands_there(p, doc, offset)]
    if len(towns) < FEW:
        return []
    for chain in _chains(telling, doc):
        there = [[town for town in towns if start <= town.start - offset < end] for start, end in chain]
        if all(len(in_part) == 1 for in_part in there) and _differ([town for (town,) in there]):
            others = [[part for part in chain if part != own] for own in chain]
            parts = zip(chain, others, there, strict=True)
            return [_of_part(telling, part, rest, town, found) for part, rest, (town,) in parts]
    return []


def _stands_there(town: PlaceMention, doc: Doc, offset: int) -> bool:
    """Whether words such as "in" and "near" lead to a town: "a nurse from Gao" was hurt anywhere."""
    word = next((token for token in doc if token.idx <= town.start - offset < token.idx + len(token)), None)
    while word is not None and word.dep_ in ("compound", "appos", "nmod"):
        word = word.head
    if word is None or word.dep_ != "pobj":
        return False
    leading = word.head.lower_
    if leading == OF and word.head.head.dep_ == "pobj":  # "in the town of"
        leading = word.head.head.head.lower_
    return leading in place_words().inside | place_words().near


def _chains(telling: Telling, doc: Doc) -> Iterator[list[Part]]:
    """The things that the telling's words strike, joined by "and": the characters of each with what hangs on it."""
    start, end = (at - telling.sentence.start for at in telling.span)
    told = {token.i for token in doc if start <= token.idx < end}
    for token in doc:
        above = token.head.head if token.dep_ == "pobj" else token.head
        struck = token.dep_ in STRUCK and token.pos_ == "NOUN" and above.i in told
        struck = struck and (token.i not in told or is_munition(token.text))  # "fired rockets at X and a drone at Y"
        others = [word for word in _joined(above, doc) if word.i > token.i] if struck else []
        if others:
            yield _parts([token, *others], doc)


def _joined(verb: Token, doc: Doc) -> Iterator[Token]:
    """The further things that a verb strikes: parsers hang the second on the first, on its town or on its day."""
    for word in doc:
        thing = word.dep_ == "conj" and (word.pos_ == "NOUN" or word.lower_ == ONE)
        again = word.dep_ == "pobj" and word.pos_ == "NOUN" and word.head.dep_ == "conj"  # "to a depot and to a mill"
        if (thing or again) and (_hangs_on(word, verb) or (again and _hung_too_high(word.head, verb))):
            yield word


def _hangs_on(word: Token, deed: Token) -> bool:
    """Whether a word hangs on a verb or a nominal deed by prepositions, objects and "and" alone."""
    while word != deed and word.dep_ in LINKS and word.pos_ != "VERB":
        word = word.head
    return word == deed


def _hung_too_high(preposition: Token, deed: Token) -> bool:
    """Whether the parse joins a preposition to a verb, where it goes on that of a deed: "a strike on X, and on Y"."""
    same = any(c.dep_ == "prep" and c.lower_ == preposition.lower_ and c.i < preposition.i for c in deed.children)
    joined_to = preposition.head
    return same and joined_to.pos_ == "VERB" and (joined_to == deed or joined_to.is_ancestor(deed))


def _parts(nouns: Sequence[Token], doc: Doc) -> list[Part]:
    """From each noun to the next; the last ends with its own words, or at the comma or verb behind them."""
    starts = [noun.left_edge.idx for noun in nouns]
    behind = (
        token.idx
        for token in doc[nouns[-1].right_edge.i + 1 :]
        if token.is_punct or token.pos_ in ("VERB", "AUX", "CCONJ")
    )
    return list(zip(starts, [*starts[1:], next(behind, len(doc.text))], strict=True))


def _differ(towns: Sequence[PlaceMention]) -> bool:
    pairs = ((one.place, other.place) for at, one in enumerate(towns) for other in towns[:at])
    return not any(one and other and same_place(one, other) for one, other in pairs)


def _of_part(telling: Telling, part: Part, others: Sequence[Part], town: PlaceMention, found: Found) -> Telling:
    """The telling at one town, without the things and counts of the others' parts."""
    offset = telling.sentence.start

    def here(start: int) -> bool:
        return not any(first <= start < last for first, last in others)

    days = [d for d in found.dates.get(telling.sentence.index, ()) if part[0] <= d.start - offset < part[1]]
    own = tuple(thing for thing in telling.things if here(thing.start))
    return replace(
        telling,
        type=_type_by_arms(telling, own),
        places=(town,),
        things=own,
        figures=tuple(figure for figure in telling.figures if here(figure.start - offset)),
        date=days[0] if len(days) == 1 else telling.date,
        firm=True,  # the words for what was struck name the town
    )


def _type_by_arms(telling: Telling, own: Sequence[Thing]) -> str:
    """What a part of a salvo was, by what was fired at its town: "fired rockets at Safed and a drone at Nahariya"."""
    types = {things().weapon_type[thing.value] for thing in own if thing.kind == "weapon"}
    if len(types) != 1 or telling.type not in FIRED:
        return telling.type
    other = types.pop()
    return other if TYPE_GROUPS[other] == telling.group else telling.type
