"""Which towns only tell where another lies: "Bama, 70 km from Maiduguri", "Krasne, where the roads from X and Y meet"?

Neither a deed nor the story is put there. One rule in two forms: between the two stand only words of where something
lies, or the parse hangs the second on words that explain the first. A town whose district is named by a town of its own
("Yala's Bannang Sata district") is no place of the deed either.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc, Token

from fogline.lexicon.places import place_words
from fogline.model import PlaceMention
from fogline.read.nearby import is_town
from fogline.read.text import Sentence

BETWEEN = 90  # characters
OWNED_KM = 150.0  # from the town that a province is named after to one of its districts
HELD_IN = re.compile(r",? in (?:the )?|, ")
LISTED = re.compile(r",? (?:and|or) ")
OWNS = re.compile(r"['’]s? (?:[a-z-]+ ){0,2}")
JOINING = frozenset({"and", "or", "to"})  # what such words go on from is no first place: "Gao and near Mopti"
ELSEWHERE = frozenset(
    {"in", "at", "and", "or", "where", "when", "who", "which", "that", "from"}
)  # begin something else
WORD = re.compile(r"[\w'’.-]+")
PLAIN = re.compile(r"[\w\s'’.,()-]*")


def mark_locating(
    places: Sequence[PlaceMention], sentences: Sequence[Sentence], docs: Mapping[int, Doc], text: str
) -> list[PlaceMention]:
    """The mentions, the towns that only tell where the town before them lies with the role `other`."""
    towns = [p for p in places if p.role == "place" and is_town(p)]
    only: set[PlaceMention] = set()
    for sentence in sentences if len(towns) > 1 else ():
        here = sorted((p for p in towns if sentence.start <= p.start < sentence.end), key=lambda p: p.start)
        if len({p.place.name for p in here if p.place}) > 1:
            owned = {b: a for a, b in pairwise(here) if _owns(a, b, text)}
            only |= {b for a, b in pairwise(here) if b not in owned and _lies_between(text[a.end : b.start])}
            only |= set(owned.values())
            only |= {b for a, b in pairwise(here) if _holds(a, b, text)}
            only |= {p for p in here if _opens_with_its_way(p, sentence, text)}
            clauses = [m.span() for m in (_where_clause().match(text, p.end, sentence.end) for p in here) if m]
            only |= {p for p in here if any(start <= p.start < end for start, end in clauses)}
            doc = docs.get(sentence.index)
            only |= {p for p in here if doc is not None and _in_aside(p, here, sentence, doc)}
    return [replace(p, role="other") if p in only else p for p in places]


def _owns(wide: PlaceMention, town: PlaceMention, text: str) -> bool:
    """Whether a town's name stands for its province, of which a part is named.

    "In Yala's Bannang Sata district", "in the Homs village of Taldou".
    """
    if wide.place is None or town.place is None or town.place.precision != "settlement":
        return False
    if _town_of().fullmatch(text[wide.end : town.start]):
        return wide.place.country == town.place.country and wide.place.km_to(town.place) <= OWNED_KM
    district = _district().match(text, town.end) is not None and OWNS.fullmatch(text[wide.end : town.start]) is not None
    return district and wide.place.country == town.place.country and wide.place.km_to(town.place) <= OWNED_KM


def _holds(town: PlaceMention, wide: PlaceMention, text: str) -> bool:
    """Whether a town's name stands for the district or province in which the town before it lies.

    "At Panyume in Morobo County", "in Pale township, Sagaing".
    """
    if town.place is None or wide.place is None or town.place.country != wide.place.country:
        return False
    if town.place.km_to(wide.place) > OWNED_KM:
        return False
    between = text[town.end : wide.start]
    if (HELD_IN.fullmatch(between) and _any_district().match(text, wide.end)) or _in_district_of().fullmatch(between):
        return True
    own = wide.place.region is not None and f"{wide.place.region} ".startswith(f"{wide.place.name} ")
    kind = _district_comma().fullmatch(between) is not None
    return own and kind and town.place.region == wide.place.region and LISTED.match(text, wide.end) is None


def _opens_with_its_way(town: PlaceMention, sentence: Sentence, text: str) -> bool:
    """Whether a sentence opens with the side of a town on which another lies: "South of Beirut, a strike on Tyre"."""
    return bool(_way_of().fullmatch(text[sentence.start : town.start])) and text.startswith(",", town.end)


@cache
def _way_of() -> re.Pattern[str]:
    ways = "|".join(sorted(place_words().ways))
    return re.compile(rf"(?:(?:Just|Further|Farther|To the) )?(?i:{ways}) of (?:the )?(?:city of |capital )?")


def _lies_between(between: str) -> bool:
    """Whether only words of where something lies stand between two towns: ", on the approaches to the city of"."""
    if len(between) > BETWEEN or not PLAIN.fullmatch(between):
        return False
    words = [word.lower() for word in WORD.findall(between)]
    told = _lying().search(" ".join(words))
    if told is None or words[0] in JOINING or "," in between[between.rfind(told.group().split()[-1]) :]:
        return False
    before, behind = told.string[: told.end()].split(), told.string[told.end() :].split()
    return all(word[0].isdigit() or word in _locating() for word in before) and not ELSEWHERE & set(behind)


@cache
def _locating() -> frozenset[str]:
    """Single words that can stand between a town and the one that it lies by."""
    lexicon = place_words()
    nouns = lexicon.settlement | lexicon.region | lexicon.district | frozenset(lexicon.ways) | lexicon.directions
    lying = frozenset(word for phrase in lexicon.lying for word in phrase.split())
    told = lexicon.hedges | lexicon.lies | lexicon.lies_off | lexicon.units
    return (lexicon.filler | nouns | lying | told) - {"and", "or"}


@cache
def _any_district() -> re.Pattern[str]:
    """Behind a name, what makes a district of it, also with a capital: " County", " local government area"."""
    kinds = "|".join(sorted(place_words().district_kinds | place_words().areas_held))
    return re.compile(rf" (?:sub-?)?(?:{kinds})\b", re.IGNORECASE)


@cache
def _town_of() -> re.Pattern[str]:
    """Between a province and its town: " village of "."""
    return re.compile(rf" (?:[a-z-]+ )?(?:{'|'.join(sorted(place_words().settlement))}) of (?:the )?")


@cache
def _in_district_of() -> re.Pattern[str]:
    """Between a town and what it lies in: ", in the territory of "."""
    kinds = "|".join(sorted(place_words().district_kinds | place_words().district))
    return re.compile(rf",? in the (?:[a-z]+ )?(?:{kinds}) of ")


@cache
def _district_comma() -> re.Pattern[str]:
    """Between a district and its province: " township, "."""
    return re.compile(rf" (?:{'|'.join(sorted(place_words().district_kinds))}),? (?:in )?", re.IGNORECASE)


@cache
def _district() -> re.Pattern[str]:
    return re.compile(rf" (?:sub-?)?(?:{'|'.join(sorted(place_words().district_kinds))})\b")


@cache
def _lying() -> re.Pattern[str]:
    lying = "|".join(sorted(place_words().lying, key=len, reverse=True))
    return re.compile(rf"\b(?:{lying}|(?:{'|'.join(sorted(place_words().units))}) (?:\S+ ){{0,3}}(?:from|of))\b")


@cache
def _where_clause() -> re.Pattern[str]:
    """A clause right behind a town that says where it lies: ", where the roads from X and Y meet,"."""
    verbs = "|".join(sorted(place_words().locating))
    return re.compile(rf", (?:where|which) (?:[^,.;\n]{{0,90}} )?(?:{verbs})(?:s|es)?\b[^,.;\n]{{0,60}},")


def _in_aside(place: PlaceMention, others: Sequence[PlaceMention], sentence: Sentence, doc: Doc) -> bool:
    """Whether a town hangs on words that explain a town named before it."""
    earlier = [p for p in others if p.end <= place.start]
    word = _head(place, sentence, doc)
    if word is None or not earlier:
        return False
    for up in (word, *word.ancestors):
        explains = (up.dep_ == "appos" and up != word) or (up.dep_ == "relcl" and _locates(up))
        if explains and any(_names(up.head, p, sentence) for p in earlier):
            return True
    return False


def _locates(verb: Token) -> bool:
    return verb.lemma_.lower() in place_words().locating


def _names(noun: Token, place: PlaceMention, sentence: Sentence) -> bool:
    """Whether a noun is a town's name, or has it behind "of": "the trading centre of Krasne"."""
    words = [noun, *(c for p in noun.children if p.lower_ == "of" for c in p.children)]
    return any(place.start <= sentence.start + w.idx < place.end for w in words)


def _head(place: PlaceMention, sentence: Sentence, doc: Doc) -> Token | None:
    inside = [t for t in doc if place.start <= sentence.start + t.idx < place.end]
    return next((t for t in inside if t.head not in inside or t.head == t), None)
