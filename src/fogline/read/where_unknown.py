"""Where is a place that no gazetteer lists: "the village of Dovhe near Kurakhove", "Belo camp in North Kivu"?

It is taken for a place when the text says what it is (a village, a town, a district) or names its container. It gets
the point of what it lies in or near, with the precision of a region and its own name.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Final, Literal

from fogline.gazetteer import Candidate, Gazetteer
from fogline.gazetteer.fold import fold
from fogline.gazetteer.index import ARTICLES
from fogline.lexicon.parties import parties
from fogline.lexicon.places import PlaceWords, place_words
from fogline.lexicon.titles import titles
from fogline.model import Place
from fogline.model.place import Precision
from fogline.read.where_context import Context
from fogline.read.where_explained import explained
from fogline.read.where_off import KM_PER_MILE, moved
from fogline.read.where_story import Name, Story, is_list

LONGEST: Final = 4  # words of a name
SHORTEST: Final = 3  # letters of its first word
LONGEST_ACRONYM: Final = 5  # letters
FAR_CHARACTERS: Final = 120  # between an unknown village and the place that it is said to be near
CITY: Final = 100_000  # a city of this size has districts of its own
SPELLED_HOME: Final = 0.5  # of the weight of the main country: where near spellings are looked for
OFF_KM: Final = 15.0  # what "south of Y" says where no distance stands
NEAR_HOME_KM: Final = 120.0  # a place of a near spelling this close to the report's other places is the one meant
# Words between a name and a country or region that therefore is that of something else.
NO_HOLDER: Final = frozenset(
    {
        "based",
        "from",
        "although",
        "though",
        "who",
        "which",
        "said",
        "says",
        "but",
        "while",
        "after",
        "before",
        "because",
    }
    | {"and", "to", "towards", "into", "against", "by", "for", "with", "than", "were", "was", "as"}
)


PartOfCity = Literal["surely", "maybe", ""]


@dataclass(frozen=True, slots=True)
class Stranger:
    """A place name that the gazetteer lacks: words [first, last], and whether it is part of a city, as a street surely
    is and a district may be."""

    first: int
    last: int
    sentence: int
    part_of_city: PartOfCity


@dataclass(frozen=True)
class Finder:
    """What a stranger is placed by: `placed` are the story's resolved names, by their position among the names."""

    story: Story
    placed: Mapping[int, Candidate]
    report: Context
    gazetteer: Gazetteer

    @cached_property
    def by_sentence(self) -> dict[int, list[tuple[int, Name, Candidate]]]:
        """The resolved names of each sentence, in order."""
        found: dict[int, list[tuple[int, Name, Candidate]]] = {}
        for i in sorted(self.placed):
            found.setdefault(self.story.names[i].sentence, []).append((i, self.story.names[i], self.placed[i]))
        return found


def strangers(
    story: Story, taken: frozenset[int], person_words: frozenset[int], namesakes: list[Name]
) -> list[Stranger]:
    """Unknown place names that the text itself calls places.

    `taken` are the words of known ones, `namesakes` the names whose bearers all lie elsewhere than the text says.
    """
    free = frozenset(range(len(story.words))) - taken - person_words
    found = {n.first: Stranger(n.first, n.last, n.sentence, "") for n in namesakes if n.first in free}
    openings = _nouns() | ARTICLES
    for at, word in enumerate(story.words):
        if (word.capital or word.folded in openings) and at in free:
            for stranger in (
                *_behind_noun(story, at, free),
                *_before_noun(story, at, free),
                *_contained(story, at, free),
                *_governed(story, at, free),
                *_explained(story, at, free),
            ):
                found.setdefault(stranger.first, stranger)
    return [found[first] for first in sorted(found)]


@cache
def _nouns() -> frozenset[str]:
    return place_words().settlement | place_words().district


def _behind_noun(story: Story, at: int, free: frozenset[int]) -> list[Stranger]:
    """Those of "the village of X", "the town X", "the villages of X, Y and Z"."""
    sentence = story.sentence_of[at]
    if story.words[at].capital or story.words[at].folded not in _nouns():
        return []
    following = story.folded(at + 1, sentence)
    first = at + 2 if following in {"of", "called", "named"} else at + 1
    out: list[Stranger] = []
    while first < len(story.words) and story.sentence_of[first] == sentence:
        last = _run(story, first, free)
        known = _known_run(story, first, free) if last is None else None
        if (last is None and known is None) or (first == at + 1 and not story.adjoins(at, first)):
            break
        if last is not None:
            out.append(Stranger(first, last, sentence, ""))
        last = last if last is not None else known
        assert last is not None
        following_list = last + 1 if story.folded(last + 1, sentence) != "and" else last + 2
        between = (
            story.text[story.words[last].end : story.words[following_list].start]
            if (following_list < len(story.words))
            else ""
        )
        if not is_list(between):
            break
        first = following_list
    return out


def _known_run(story: Story, first: int, free: frozenset[int]) -> int | None:
    """The last word of a known name that stands in a list of villages."""
    if first in free or first >= len(story.words) or not story.words[first].capital:
        return None
    last = first
    while last + 1 < len(story.words) and last + 1 not in free and story.adjoins(last, last + 1):
        last += 1
    return last


def _before_noun(story: Story, at: int, free: frozenset[int]) -> list[Stranger]:
    """That of "X village", "X district", "the X neighbourhood"."""
    sentence = story.sentence_of[at]
    last = _run(story, at, free)
    if last is None or _continues(story, at):
        return []
    lexicon = place_words()
    noun = story.folded(last + 1, sentence) if story.adjoins(last, last + 1) else ""
    if noun not in lexicon.settlement | lexicon.district | lexicon.quarter or noun in lexicon.not_explained:
        return []
    if at == last and _tells_what_sort(story, at, noun):
        return []
    part: PartOfCity = "surely" if noun in lexicon.quarter else ("maybe" if noun in lexicon.district else "")
    return [Stranger(at, last, sentence, part)]


def _tells_what_sort(story: Story, at: int, noun: str) -> bool:
    """Whether a word before "town" or "villages" only tells of what sort: "the Moslem town", "Peaceful settlements"."""
    several = (
        noun.endswith("s")
        and noun[:-1] in _nouns() | place_words().quarter
        and story.folded(at - 1, story.sentence_of[at]) != "and"
    )
    return several or story.words[at].folded in place_words().common


def _explained(story: Story, at: int, free: frozenset[int]) -> list[Stranger]:
    """That of "X, a village near Y", "the village, X, lies in", "X, 20 km from Y"; see `where_explained`."""
    last = _run(story, at, free)
    if last is None or _continues(story, at) or _acronym(story, at, last):
        return []
    start, end = story.words[at].start, story.words[last].end
    common = all(story.words[i].folded in place_words().common for i in range(at, last + 1))
    told = not common and explained(story.text, start, end)
    return [Stranger(at, last, story.sentence_of[at], "")] if told else []


def _contained(story: Story, at: int, free: frozenset[int]) -> list[Stranger]:
    """That of "in X in the Y region", "near X, Y province"."""
    sentence = story.sentence_of[at]
    lexicon = place_words()
    if story.folded(at - 1, sentence) not in lexicon.inside:
        return []
    last = _run(story, at, free)
    if last is None:
        return []
    for name in story.names:
        if name.sentence == sentence and name.first > last and not name.demonym:
            between = story.text[story.words[last].end : name.start].casefold()
            words = [word.strip(",") for word in between.split()]
            holds = between.strip() == "," or "in" in words
            region = name.typed == "region" or (name.kinds() & {"country", "region", "area"} and holds)
            return (
                [Stranger(at, last, sentence, "")]
                if (region and holds and all(word in lexicon.filler for word in words if word))
                else []
            )
    return []


def _governed(story: Story, at: int, free: frozenset[int]) -> list[Stranger]:
    """That of "near X", "the road to X", "captured X", "in X"."""
    sentence = story.sentence_of[at]
    last = _run(story, at, free)
    if last is None or _continues(story, at) or sentence in story.titled:
        return []
    lexicon = place_words()
    words = [story.words[i].folded for i in range(at, last + 1)]
    if any(word in lexicon.never or word in _party_words() for word in words) or _acronym(story, at, last):
        return []
    before = story.folded(at - 1, sentence)
    earlier = {story.folded(at - back, sentence) for back in (2, 3)}
    told = before in lexicon.near - lexicon.party_prepositions or (
        before in {"of", "to", "from", "in", "on"} and earlier & lexicon.measures
    )
    told = told or (before == "of" and story.folded(at - 2, sentence) in lexicon.land)  # "in the hills of X"
    told = told or (before in {"to", "from"} and bool(story.names_at(at - 2)))
    if told or before in lexicon.inside or _taken(story, at, last):
        common = all(word in lexicon.common for word in words)
        return [] if common else [Stranger(at, last, sentence, "")]
    return []


def _continues(story: Story, at: int) -> bool:
    """Whether a capitalised word stands right before a word: no name begins there."""
    if not at or not story.adjoins(at - 1, at):
        return False
    article = story.words[at - 1].folded in ARTICLES and story.gap(at - 1, at) == "-"
    return story.words[at - 1].capital or article


def _acronym(story: Story, first: int, last: int) -> bool:
    text = story.text[story.words[first].start : story.words[last].end]
    return first == last and text.isupper() and len(text) <= LONGEST_ACRONYM


def _taken(story: Story, first: int, last: int) -> bool:
    """Whether a run is the object of a verb that takes or strikes places, by the parse."""
    root = story.token(first, last)
    if root is None:
        return False
    return root.pos_ == "PROPN" and root.dep_ == "dobj" and root.head.lemma_.lower() in place_words().takes


@cache
def _party_words() -> frozenset[str]:
    """Words of the names of armed groups, alliances and bodies."""
    found: set[str] = set()
    for party in parties().values():
        if party.kind != "state":
            for name in (party.name, *party.names, *party.metonyms, *party.forces):
                found.update(set(fold(name).split()) - ARTICLES)
    return frozenset(found)


def _run(story: Story, first: int, free: frozenset[int]) -> int | None:
    """The last word of a run of capitalised free words that can be a toponym, or None."""
    if first not in free or not _toponymic(story, first):
        return None
    article = story.words[first].folded in ARTICLES and story.adjoins(first, first + 1)
    if article and not story.words[first].capital:
        if story.gap(first, first + 1) != "-" or first + 1 not in free or not story.words[first + 1].capital:
            return None
    elif not story.words[first].capital:
        return None
    last = first
    while last - first + 1 < LONGEST and story.adjoins(last, last + 1) and last + 1 in free:
        if story.words[last + 1].capital:
            last += 1
        elif story.words[last + 1].folded in titles().particles and story.adjoins(last + 1, last + 2):
            if last + 2 not in free or not story.words[last + 2].capital:
                break
            last += 2
        else:
            break
    return last


def _toponymic(story: Story, at: int) -> bool:
    word = story.words[at].folded
    if word in ARTICLES:
        return True
    if word in _no_toponyms() or word[:1].isdigit() or len(word) < SHORTEST:
        return False
    return not any(name.demonym for name in story.names_at(at))


@cache
def _no_toponyms() -> frozenset[str]:
    lexicon = place_words()
    return (
        lexicon.directions
        | lexicon.calendar
        | lexicon.settlement
        | lexicon.region
        | lexicon.inside
        | lexicon.bodies
        | _PLAIN
    )


_PLAIN: Final = frozenset(
    {"the", "and", "its", "his", "her", "our", "their", "this", "that", "but", "for", "one", "two"}
)


def place_of(stranger: Stranger, finder: Finder) -> tuple[Place, float] | None:
    """Where a stranger lies and how sure that is, or None where the report tells nothing."""
    story = finder.story
    name = story.text[story.words[stranger.first].start : story.words[stranger.last].end]
    around = finder.by_sentence.get(stranger.sentence, [])
    if stranger.part_of_city:
        cities = [a for a in around if a[2].kind == "settlement"]
        city = _nearest(cities, story, stranger) or _before(finder, stranger, settled=True)
        if city and (stranger.part_of_city == "surely" or city.population >= CITY):
            return city.place, 0.6
    holder = _container(around, story, stranger, place_words())
    known = _respelled(name, finder, holder)
    if known:
        return known.place, 0.6
    holder = holder or _nearest(around, story, stranger) or _before(finder, stranger)
    if holder is None:
        return None
    place = _inside(name, holder, finder.gazetteer)
    return moved(place, _way_to(holder, around, story, stranger)) if holder.kind == "settlement" else place, 0.5


def _container(
    around: list[tuple[int, Name, Candidate]], story: Story, stranger: Stranger, lexicon: PlaceWords
) -> Candidate | None:
    """What the text behind a stranger names as holding it or as near it."""
    end = story.words[stranger.last].end
    behind = [(n, c) for _, n, c in around if end <= n.start <= end + FAR_CHARACTERS]
    for at, (name, candidate) in enumerate(behind):
        between = story.text[end : name.start].casefold()
        words = [word.strip(",") for word in between.split()]
        if not set(words) & (lexicon.near | {"in", "of", "from"}) and between.strip() != ",":
            continue
        if candidate.kind in {"country", "region", "area"} and not NO_HOLDER.isdisjoint(words):
            continue  # "X, although a monitor based in Britain", "travellers from Punjab near X"
        if candidate.kind in {"country", "region", "area"} and at + 1 < len(behind):
            owned = story.text[max(name.end, name.to) : behind[at + 1][0].start].replace("’", "'").split()
            if owned[:1] == ["'s"] and all(word in lexicon.filler for word in owned[1:]):
                return behind[at + 1][1]
        return candidate
    return None


# "X, 20 km (12 miles) south of Y", from X's end to Y.
OFF: Final = re.compile(
    r",?(?: a| the| village| town| just| some| about| around| roughly| lying| located| which lies| is)*"
    r"(?: (?P<far>\d{1,3}(?:\.\d)?)[ -]?(?P<unit>km|kilomet(?:er|re)s?|miles?)(?: \([^()]{1,20}\))?)?"
    r"(?: to the)? (?P<way>[a-z]+(?:-[a-z]+)?) of (?:the )?(?:town |city |village )?(?:of )?"
)


def _way_to(
    holder: Candidate, around: list[tuple[int, Name, Candidate]], story: Story, stranger: Stranger
) -> tuple[float, float]:
    """Kilometres east and north of what it is said to lie by: "20 km south of Kraljevo", "south of Kraljevo"."""
    end = story.words[stranger.last].end
    for _, name, candidate in around:
        near = candidate.row == holder.row and end < name.start <= end + FAR_CHARACTERS
        match = OFF.fullmatch(story.text, end, name.start) if near else None
        way = place_words().ways.get(match["way"]) if match else None
        if match and way:
            km = float(match["far"] or OFF_KM) * (KM_PER_MILE if (match["unit"] or "").startswith("mile") else 1.0)
            length = math.hypot(*way) or 1.0
            return way[0] / length * km, way[1] / length * km
    return 0.0, 0.0


def _nearest(around: list[tuple[int, Name, Candidate]], story: Story, stranger: Stranger) -> Candidate | None:
    start = story.words[stranger.first].start
    below = [a for a in around if a[2].kind != "country" and a[2].place.country]
    below = [a for a in below if a[1].by not in {"from", "to", "towards", "toward"}]  # whence or whither somebody came
    return min(below, key=lambda a: (abs(a[1].start - start), a[0]), default=(0, None, None))[2]


def _before(finder: Finder, stranger: Stranger, settled: bool = False) -> Candidate | None:
    """The last place named before a stranger, or else the first behind it; in the report's main country, if any.

    Places smaller than a country alone; with `settled`, settlements alone.
    """
    kinds = {"settlement"} if settled else {"settlement", "facility", "district", "region", "area"}
    small = {i: c for i, c in sorted(finder.placed.items()) if c.kind in kinds and c.place.country}
    home = [i for i, c in small.items() if c.place.country == finder.report.main_country] or list(small)
    earlier = [i for i in home if finder.story.names[i].first < stranger.first]
    chosen = earlier[-1] if earlier else (home[0] if home else None)
    return None if chosen is None else small[chosen]


def _respelled(name: str, finder: Finder, holder: Candidate | None) -> Candidate | None:
    """A place of nearly that spelling in the report's countries: in what holds it, or close to the report's places."""
    countries = frozenset(country for country, weight in finder.report.countries.items() if weight >= SPELLED_HOME)
    if holder is not None and holder.kind == "settlement" and finder.gazetteer.lookup(name):
        return None  # all that bear the name lie elsewhere than the text says
    found = [c for c in finder.gazetteer.fuzzy(name, countries) if c.kind == "settlement"]
    if holder is not None and holder.kind != "settlement":
        found = [c for c in found if c.lies_in(holder)]
    others = (
        [holder.place]
        if holder and holder.kind == "settlement"
        else [c.place for c in finder.placed.values() if c.place.precision == "settlement"]
    )
    if others and (holder is None or holder.kind == "settlement"):
        found = [c for c in found if min(c.place.km_to(other) for other in others) <= NEAR_HOME_KM]
        return min(found, key=lambda c: min(c.place.km_to(other) for other in others), default=None)
    return found[0] if len(found) == 1 else None


def _inside(name: str, holder: Candidate, gazetteer: Gazetteer) -> Place:
    """A place of that name at the point of what it lies in or near."""
    precision: Precision = "country" if holder.kind == "country" else "region"
    region = holder.place.region
    if holder.kind == "settlement" and holder.region >= 0:
        region = gazetteer.candidate(holder.region).place.name
    return replace(holder.place, name=name, region=region, geonameid=None, precision=precision)
