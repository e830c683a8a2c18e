"""Where is a place that no gazetteer lists: "the village of Dovhe near Kurakhove", "Belo camp in North Kivu"?

It gets the point of what it lies in or near, with the precision of a region and its own name.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from fogline.gazetteer import Candidate, Gazetteer
from fogline.lexicon.places import PlaceWords, place_words
from fogline.model import Place
from fogline.model.place import Precision
from fogline.read.where_context import Context
from fogline.read.where_off import KM_PER_MILE, moved
from fogline.read.where_story import Name, Story
from fogline.read.where_strangers import Stranger

FAR_CHARACTERS: Final = 120  # between an unknown village and the place that it is said to be near
CITY: Final = 100_000  # a city of this size has districts of its own
SPELLED_HOME: Final = 0.5  # of the weight of the main country: where near spellings are looked for
OFF_KM: Final = 15.0  # what "south of Y" says where no distance stands
HELD, BESIDE, IN_REGION, BEFORE = 3, 2, 1, 0  # how closely a text tells where a stranger lies
WIDE: Final = ("country", "region", "area")
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


@dataclass(frozen=True, slots=True)
class Found:
    """Where a stranger lies, how sure that is, and how closely the text tells it: the most where it names a town or a
    district that holds it, the least where only the place named before it is known."""

    place: Place
    confidence: float
    told: int = HELD


def place_of(stranger: Stranger, finder: Finder) -> Found | None:
    """Where a stranger lies, or None where the report tells nothing."""
    story = finder.story
    name = story.text[story.words[stranger.first].start : story.words[stranger.last].end]
    around = finder.by_sentence.get(stranger.sentence, [])
    if stranger.part_of_city:
        cities = [a for a in (_as_city(a) for a in around) if a[2].kind == "settlement"]
        city = _nearest(cities, story, stranger) or _before(finder, stranger, settled=True)
        if city and (stranger.part_of_city == "surely" or city.population >= CITY):
            return Found(city.place, 0.6)
    holder = _called_after(stranger, finder) or _container(around, story, stranger, place_words())
    known = _respelled(name, finder, holder)
    if known:
        return Found(known.place, 0.6)
    told = HELD if holder else BESIDE
    holder = holder or _nearest(around, story, stranger)
    told = told if holder and holder.kind not in WIDE else IN_REGION if holder else BEFORE
    holder = holder or _before(finder, stranger)
    if holder is None:
        return None
    if holder.kind == "region":
        holder = _town_in(holder, stranger, finder) or holder
    place = _inside(name, holder, finder.gazetteer)
    place = moved(place, _way_to(holder, around, story, stranger)) if holder.kind == "settlement" else place
    return Found(place, 0.5, told)


def _called_after(stranger: Stranger, finder: Finder) -> Candidate | None:
    """The town of the report that a longer name begins with: "Kyunhla Myoma Police Station"."""
    names, words = finder.story.names, finder.story.words
    own = [words[at].folded for at in range(stranger.first, stranger.last + 1)]
    towns = (i for i, c in sorted(finder.placed.items()) if c.kind == "settlement")
    at = next(
        (i for i in towns if len(own) > (n := len(names[i].folded.split())) and own[:n] == names[i].folded.split()),
        None,
    )
    return None if at is None else finder.placed[at]


def _as_city(named: tuple[int, Name, Candidate]) -> tuple[int, Name, Candidate]:
    """A bare name that is read as a region's, as the city's that has it too: "the Dniprovskyi district of Kherson"."""
    at, name, candidate = named
    if candidate.kind != "region" or name.typed:
        return named
    cities = (c for c in name.candidates if c.kind == "settlement" and c.population >= CITY and c.lies_in(candidate))
    return at, name, next(cities, candidate)


def _container(
    around: list[tuple[int, Name, Candidate]], story: Story, stranger: Stranger, lexicon: PlaceWords
) -> Candidate | None:
    """What the text behind a stranger names as holding it or as near it."""
    end = story.words[stranger.last].end
    behind = [(n, c) for _, n, c in around if end <= n.start <= end + FAR_CHARACTERS]
    for at, (name, candidate) in enumerate(behind):
        between = story.text[end : name.start].casefold()
        words = [word.strip(",") for word in between.split()]
        if not set(words) & (lexicon.near | {"in", "of", "from"}) and not _lists_container(between, lexicon):
            continue
        if candidate.kind in WIDE and not NO_HOLDER.isdisjoint(words):
            continue  # "X, although a monitor based in Britain", "travellers from Punjab near X"
        if candidate.kind in WIDE and at + 1 < len(behind):
            owned = story.text[max(name.end, name.to) : behind[at + 1][0].start].replace("’", "'").split()
            if owned[:1] == ["'s"] and all(word in lexicon.filler for word in owned[1:]):
                return behind[at + 1][1]
        return candidate
    return None


def _lists_container(between: str, lexicon: PlaceWords) -> bool:
    """Whether a comma alone, or behind what sort of place it is, stands before a container: "X village, Y"."""
    kind = between.strip().removesuffix(",")
    return between.strip().endswith(",") and (not kind or kind in lexicon.settlement | lexicon.district)


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


def _town_in(region: Candidate, stranger: Stranger, finder: Finder) -> Candidate | None:
    """The town of a region that the report names closest to a stranger in it, which lies nearer than the middle."""
    towns = [
        (abs(finder.story.names[i].first - stranger.first), i)
        for i, c in sorted(finder.placed.items())
        if c.kind == "settlement" and c.lies_in(region) and c.population < CITY
    ]
    return finder.placed[min(towns)[1]] if towns else None


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
