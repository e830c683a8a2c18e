"""Is a name a place or a party: "in Kyiv", or "Kyiv accused"?"""

from functools import cache
from typing import Final

from spacy.tokens import Token

from fogline.gazetteer import Candidate, Gazetteer
from fogline.lexicon.places import PlaceWords, place_words
from fogline.lexicon.titles import titles
from fogline.model.mention import PlaceRole
from fogline.read.where_beside import MAX_BACK, is_list
from fogline.read.where_context import BIG
from fogline.read.where_looks import office_of
from fogline.read.where_story import Name, Story

LONGEST_PART: Final = 3  # words of the name of a part of a city
FAR_KM: Final = 40.0  # from a capital to a town that is none of its suburbs
TYPE_WORDS: Final = 3  # "Sumy administrative region, Ukraine"
LONGEST_BODY: Final = 4  # words behind "Uganda" in the name of a force
CONTINENTS: Final = frozenset({"Europe", "Africa", "Asia"})
UNION: Final = frozenset({"eu", "e u", "european union"})  # names of a continent that are those of a party
# "A raid on the Goma municipality" is where it is, "the Goma municipality said" is not.
AT_OFFICES: Final = frozenset({"on", "at", "in", "inside", "outside", "near", "against"})


def role(story: Story, name: Name, candidate: Candidate) -> PlaceRole:
    """The role of a name that is no part of something else.

    Only a country or a capital can be a party; any other name is a place, unless it tells whose office it is. A
    continent is where something happened only "in" it ("the Council of Europe", "flights to Africa"), and the European
    Union acts.
    """
    lexicon = place_words()
    hyphened = story.gap(name.first - 1, name.first) == "-"
    leaning = hyphened and story.folded(name.first - 1, name.sentence) in titles().leaning  # "pro-Moscow policemen"
    if leaning or _sets_the_clock(story, name):
        return "other"
    if candidate.place.name in CONTINENTS:
        return "place" if name.by in lexicon.inside else ("party" if name.folded in UNION else "other")
    small = candidate.kind != "country" and not _seat(name, candidate)
    other = _names_another(story, name, candidate, lexicon) or (
        small and office_of(story, name) and name.by not in AT_OFFICES and not _of_a_blow(story, name)
    )
    if other:
        return "other"
    if small or (name.typed and candidate.kind != "country"):
        return "place"
    if candidate.kind == "country" and _names_a_force(story, name, lexicon):
        return "party"
    told = _owned(story, name, lexicon) or _told_beside(story, name, candidate, lexicon)
    return told or _acts(story, name, candidate, lexicon) or _governed(story, name, candidate, lexicon)


def _of_a_blow(story: Story, name: Name) -> bool:
    """Whether an office behind a town's name is what a blow hit: "the Kunduz bank blast"."""
    at = name.last + 2
    blow = story.folded(at, name.sentence).removesuffix("s")
    return story.adjoins(at - 2, at - 1) and story.adjoins(at - 1, at) and blow in place_words().hits


def _sets_the_clock(story: Story, name: Name) -> bool:
    """Whether a name only says by whose clock it was: "at 3am Moscow time"; not "hit Gaza time and again"."""
    clock = story.folded(name.last + 1, name.sentence) == "time" and story.adjoins(name.last, name.last + 1)
    return clock and name.by not in place_words().inside and story.folded(name.last + 2, name.sentence) != "and"


def grounds_end(story: Story, name: Name) -> int | None:
    """Where "the Turkish coast" ends, if what a demonym describes is land, water or air of its country."""
    at = name.last + 1
    if story.folded(at, name.sentence) in place_words().ground_kinds:
        at += 1
    if story.folded(at, name.sentence) not in place_words().grounds or not story.adjoins(at - 1, at):
        return None
    behind = story.folded(at + 1, name.sentence) if story.adjoins(at, at + 1) else ""
    words = place_words()  # "the Greek coast guard", "the Russian border city"
    return None if behind in words.ground_guards | words.settlement | words.region else story.words[at].end


def before_colon(story: Story, name: Name, candidate: Candidate, gazetteer: Gazetteer) -> PlaceRole | None:
    """The role of a capital that a colon parts from what its sentence tells; None of any other name.

    It speaks where that is of foreigners or of another town: "Khartoum: RSF shelled Babanusa". "Kabul: nine killed in
    a blast" is told of the city.
    """
    opens = story.word(name.first - 1, name.sentence) is None and story.text.startswith(":", name.end)
    if not (candidate.capital and opens):
        return None
    behind = [n for n in story.names if n.sentence == name.sentence and n.first > name.last]
    return "party" if any(_is_elsewhere(other, candidate, gazetteer) for other in behind) else "place"


def _is_elsewhere(other: Name, capital: Candidate, gazetteer: Gazetteer) -> bool:
    """Whether a name is that of foreigners, or of a town or region of the country far from its capital."""
    if other.demonym:
        country = gazetteer.country_of_demonym(other.folded)
        return country is not None and country.place.country != capital.place.country
    meant = next(iter(other.candidates), None)
    if meant is None:
        return False
    foreign = meant.place.country != capital.place.country
    return foreign if meant.kind == "country" else not foreign and meant.place.km_to(capital.place) > FAR_KM


def _told_beside(story: Story, name: Name, candidate: Candidate, lexicon: PlaceWords) -> PlaceRole | None:
    """What the words right beside a name make of it, whatever its part in the sentence."""
    hyphen = story.text[name.end : name.end + 1] in {"-", "‑", "–"}
    joined = hyphen and story.folded(name.last + 1, name.sentence) in lexicon.joined
    if joined or (candidate.kind == "country" and _strikes(story, name, lexicon)):
        return "party"
    sided = story.adjoins(name.first - 1, name.first) and story.folded(name.first - 1, name.sentence) in lexicon.ways
    if sided or name.by in lexicon.inside or _follows_onto(story, name, lexicon):
        return "place"
    if candidate.kind == "country" and _names_a_town(story, name, lexicon):
        return "place"
    if office_of(story, name) or _willed(story, name, lexicon):
        return "party"
    if not name.by and candidate.kind != "country" and _is_minded(story, name, lexicon):
        return "party"
    return "place" if tells_border(story, name) else None


def _strikes(story: Story, name: Name, lexicon: PlaceWords) -> bool:
    """Whether a state's letters say whose a blow is: "killed in the US strikes", "in a UAE airstrike"."""
    letters = name.text.replace(".", "")
    return letters.isupper() and story.folded(name.last + 1, name.sentence) in lexicon.blows


def _has_men(story: Story, name: Name, candidate: Candidate, lexicon: PlaceWords) -> bool:
    """Whether a name that is also a second one of a small town is somebody's who has men or arms: "Abiy's drones"."""
    end = story.words[name.last].end
    if candidate.folded == name.folded or candidate.population >= BIG or name.by or name.typed:
        return False
    owns = story.text[end : end + 2] in {"'s", "’s"}
    return owns and story.folded(name.last + 1, name.sentence) in lexicon.bodies | lexicon.mens


def _names_a_land(story: Story, name: Name, lexicon: PlaceWords) -> bool:
    """Whether a sea's name only says by which sea a land lies: "the French Pacific territory"."""
    noun = story.folded(name.last + 1, name.sentence)
    return noun in lexicon.region | lexicon.settlement | lexicon.lands and story.adjoins(name.last, name.last + 1)


def _names_another(story: Story, name: Name, candidate: Candidate, lexicon: PlaceWords) -> bool:
    """Whether a name is that of who has men, or only says by which sea a land lies."""
    if candidate.kind == "settlement":
        return _has_men(story, name, candidate, lexicon)
    return candidate.place.country is None and _names_a_land(story, name, lexicon)


def _names_a_force(story: Story, name: Name, lexicon: PlaceWords) -> bool:
    """Whether a country's name begins that of a body of it: "Kenya Defence Forces", "Rwanda Security Forces"."""
    for at in range(name.last + 1, name.last + 1 + LONGEST_BODY):
        word = story.word(at, name.sentence)
        if word is None or not word.capital or not story.adjoins(at - 1, at) or story.names_at(at):
            return False
        if word.folded in lexicon.bodies:
            return True
    return False


def _names_a_town(story: Story, name: Name, lexicon: PlaceWords) -> bool:
    """Whether a country's name tells in which a town or village lies: "attack Niger village", "a Chad border town"."""
    at = name.last + 1
    at += story.folded(at, name.sentence) == "border"
    noun = story.folded(at, name.sentence)
    return noun in lexicon.settlement - lexicon.not_explained and story.adjoins(at - 1, at)


def _willed(story: Story, name: Name, lexicon: PlaceWords) -> bool:
    """Whether a state's name stands for those who will something: "at the request of Mogadishu", "an ally of Kyiv"."""
    of = story.folded(name.first - 1, name.sentence) == "of"
    return of and story.folded(name.first - 2, name.sentence) in lexicon.wills


def _seat(name: Name, candidate: Candidate) -> bool:
    """Whether a city's name can stand for its country's government."""
    return candidate.capital or (candidate.population >= BIG and name.folded in place_words().seats)


def tells_border(story: Story, name: Name) -> bool:
    """Whether a name tells where a border runs: "the border with Chad and Libya", "bordering Lebanon"."""
    lexicon = place_words()
    listed = 2 if story.folded(name.first - 1, name.sentence) == "and" else 1
    for other in story.names_at(name.first - listed):
        if other.sentence == name.sentence and is_list(story.text[other.to : name.start]):
            return not other.demonym and tells_border(story, other)
    before = story.folded(name.first - 1, name.sentence)
    if before == "the":
        before = story.folded(name.first - 2, name.sentence)
    back = 2 if before in {"with", "between", "of"} else 1
    return story.folded(name.first - back, name.sentence) in lexicon.borders


def _governed(story: Story, name: Name, candidate: Candidate, lexicon: PlaceWords) -> PlaceRole:
    """What the preposition before a name makes of it."""
    country = candidate.kind == "country"
    if country and _stands_behind_place(story, name, candidate):
        return "place"
    if name.by in _WAYS and _moving(story, name, lexicon):
        return "place"
    if name.by in lexicon.party_prepositions and (country or name.by in _SIDES):
        return "party"
    return "party" if country else "place"


def _moving(story: Story, name: Name, lexicon: PlaceWords) -> bool:
    """Whether a word of moving stands before the preposition: "fled to Chad"."""
    for at in range(name.first - 1, name.first - 1 - MAX_BACK, -1):
        if story.folded(at, name.sentence) == name.by:
            return story.folded(at - 1, name.sentence) in lexicon.moving
    return False


_WAYS: Final = frozenset({"to", "from", "for", "towards", "toward"})
_SIDES: Final = frozenset({"with", "against", "between", "than", "like", "versus"})


def _owned(story: Story, name: Name, lexicon: PlaceWords) -> PlaceRole | None:
    """What a possessive makes of a name: "Russia's army" a party, "Russia's Belgorod region" a place."""
    end = story.words[name.last].end
    if story.text[end : end + 2] not in {"'s", "’s", "' ", "’ "}:
        return None
    at = name.last + 1
    word = story.word(at, name.sentence)
    if word is None:
        return None
    if word.folded in lexicon.bodies:
        return "party"
    if word.folded in lexicon.possessed_places | lexicon.directions:
        return "place"
    if _noun_of(story, at, name.sentence) in lexicon.possessed_places:
        return "place"
    starts_name = any(other.first == at and not other.demonym for other in story.names)
    town = all(c.kind != "country" for c in name.candidates)
    starts_name = starts_name or (town and name.by == "in" and word.capital)  # "in Kabul's Shahr-e Naw"
    return "place" if starts_name or _part_behind(story, at, name.sentence, lexicon) else "party"


def _noun_of(story: Story, at: int, sentence: int) -> str:
    """The first word behind participles and adverbs: "heavily guarded airport"."""
    while story.folded(at, sentence).endswith(("ly", "ed", "ing")):
        at += 1
    return story.folded(at, sentence)


def _part_behind(story: Story, at: int, sentence: int, lexicon: PlaceWords) -> bool:
    """Whether capitalised words and a word for a part of a city or country begin there: "Burri neighbourhood"."""
    parts = lexicon.quarter | lexicon.parts | lexicon.named_parts
    for noun in range(at + 1, at + 1 + LONGEST_PART):  # the noun may be a capitalised one too: "Tahrir Square"
        before = story.word(noun - 1, sentence)
        if before is None or not before.capital:
            return False
        if story.folded(noun, sentence) in parts and story.adjoins(noun - 1, noun):
            return True
    return False


def _follows_onto(story: Story, name: Name, lexicon: PlaceWords) -> bool:
    """Whether a name follows "on" or "of" and a noun that makes a place of it: "strikes on Ukraine"."""
    by = "of" if story.folded(name.first - 1, name.sentence) == "of" else name.by
    if by not in {"on", "of"}:
        return False
    for at in range(name.first - 1, name.first - 5, -1):
        if story.folded(at, name.sentence) == by:
            noun = story.folded(at - 1, name.sentence)
            return noun in lexicon.onto or (by == "of" and noun in _parts())
    return False


@cache
def _parts() -> frozenset[str]:
    """Words for parts of a country: "the Darfur region of Sudan"."""
    lexicon = place_words()
    return (lexicon.region | lexicon.settlement | lexicon.district) - lexicon.whole_lands


def _stands_behind_place(story: Story, name: Name, country: Candidate) -> bool:
    """Whether a country follows a place in it and a comma: "Bamenda, Cameroon"."""
    for at in range(name.first - 1, name.first - 1 - TYPE_WORDS, -1):  # a word that types it may stand between
        for other in story.names_at(at):
            if other.sentence == name.sentence and story.text[other.to : name.start].strip() == ",":
                return not other.demonym and any(held.lies_in(country) for held in other.candidates)
    return False


def _acts(story: Story, name: Name, candidate: Candidate, lexicon: PlaceWords) -> PlaceRole | None:
    """Whether a name is the doer of its sentence, by the parse or, without one, by the verb behind it."""
    token = story.token(name.first, name.last)
    if token is None:
        return "party" if not name.by and _acts_by_words(story, name, candidate, lexicon) else None
    if not candidate.capital and candidate.kind != "country":  # only what its words say of a city such as Tel Aviv
        return "party" if not name.by and _acts_by_words(story, name, candidate, lexicon) else "place"
    return _acts_by_parse(token, candidate, lexicon)


def _acts_by_parse(token: Token, candidate: Candidate, lexicon: PlaceWords) -> PlaceRole | None:
    """What the part of a country or capital in its parsed sentence makes of it."""
    while token.dep_ in {"conj", "appos"} and token.head != token:
        token = token.head
    if token.dep_ == "compound" and token.head.lower_ in lexicon.bodies:
        return "party"
    country = candidate.kind == "country"
    if token.dep_ == "nsubj" or (token.dep_ == "pobj" and token.head.dep_ == "agent"):
        verb = token.head if token.dep_ == "nsubj" else token.head.head
        lived_through = verb.lemma_.lower() in lexicon.lives_through or (verb.lemma_ == "see" and verb.tag_ == "VBD")
        undergone = lived_through if country else verb.lemma_.lower() in lexicon.undergo
        return "place" if undergone else "party"
    if token.dep_ in {"dobj", "dative"}:
        return "party" if country or token.head.lemma_.lower() not in lexicon.takes else "place"
    if token.dep_ == "nsubjpass":
        return "party" if country else "place"
    return None


def _acts_by_words(story: Story, name: Name, candidate: Candidate, lexicon: PlaceWords) -> bool:
    """Whether the verb behind a name, or behind the list that it begins, or the verb before it, makes a party of it."""
    if story.folded(name.first - 1, name.sentence) in lexicon.addressed:
        return True
    at = name.last + 1
    following = story.folded(at, name.sentence)
    if following == "and":  # "Kyiv and Moscow swapped prisoners"
        partner = next((n for n in story.names_at(at + 1) if not n.demonym), None)
        if partner is None or not any(c.kind == "country" or _seat(partner, c) for c in partner.candidates):
            return False
        at = partner.last + 1
        following = story.folded(at, name.sentence)
    if following in lexicon.cuts:
        return candidate.kind == "country" or story.folded(at + 1, name.sentence) in lexicon.ties
    acts = following in lexicon.party_verbs or following in lexicon.governs
    return acts and not (following in _BE and candidate.kind != "country")


def _is_minded(story: Story, name: Name, lexicon: PlaceWords) -> bool:
    """Whether a form of "be" and a word for a will or a state of mind follow: "is on the offensive"."""
    if story.folded(name.last + 1, name.sentence) not in _BE:
        return False
    words = [story.folded(name.last + ahead, name.sentence) for ahead in range(2, 6)]
    while words and words[0] in lexicon.before_minded:
        words.pop(0)
    return bool(words) and words[0] in lexicon.minded


_BE: Final = frozenset({"is", "was", "has", "had", "were"})
