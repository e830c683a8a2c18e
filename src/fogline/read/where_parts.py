"""What parts of a country or city do words name: "northern Israel", "the Sudanese capital", "Gagarin district"?"""

from dataclasses import replace
from typing import Final

from fogline.gazetteer import Candidate, Gazetteer
from fogline.lexicon.places import place_words
from fogline.model import Place, PlaceMention
from fogline.read.where_context import Context
from fogline.read.where_story import Name, Story
from fogline.read.where_unknown import Finder

CAPITAL: Final = "capital"
CITY_KM: Final = 60.0  # a settlement further than this from all others of a report is no part of one of its cities
QUARTER_KM: Final = 20.0  # the same for what the text calls a quarter or a street
SURE: Final = 0.6
SCENE_SENTENCES: Final = 4  # so far back "the capital" looks for the country that it is of


def side_of(story: Story, name: Name, whole: tuple[int, Place], gazetteer: Gazetteer) -> tuple[int, Place]:
    """Where the mention of a country or region begins and what it means, with the direction before it.

    `whole` is the mention's end and the place without a direction. "Southern Lebanon" is an area of its own, "northern
    Israel" the middle of the regions on that side; a region's side is the region.
    """
    end, place = whole
    word = story.folded(name.first - 1, name.sentence)
    ways = place_words().ways
    if word not in ways or not story.adjoins(name.first - 1, name.first):
        return name.start, place
    first = name.first - 1
    pair = f"{story.folded(first - 1, name.sentence)}-{word}"
    if pair in ways and story.adjoins(first - 1, first):
        first, word = first - 1, pair
    start = story.words[first].start
    known = [c for c in gazetteer.lookup(story.text[start:end]) if c.kind == "area"]
    if known:
        return start, known[0].place
    middle = gazetteer.part_of(place.country, ways[word]) if place.precision == "country" and place.country else None
    if middle is None:
        return name.start, place
    return start, replace(place, name=story.text[start:end], lat=middle[0], lon=middle[1], precision="region")


def part_of_city(name: Name, report: Context, container: Candidate | None) -> bool:
    """Whether "X district" or "X street" is no settlement of that name, since none is near the report's places.

    A town of that name in the `container` that the text names has a district of its own.
    """
    if name.typed == "district" and container and any(c.lies_in(container) for c in name.candidates):
        return False
    if name.typed == "district" and any(
        report.weight(c.place.country) for c in name.candidates if c.kind in {"district", "region"}
    ):
        return False
    others = [p.place for p in report.places if p.row not in {c.row for c in name.candidates}]
    if not others:
        abroad = report.countries and not any(report.home(c.place.country) for c in name.candidates)
        return name.typed == "quarter" and bool(abroad)
    reach = QUARTER_KM if name.typed == "quarter" else CITY_KM
    return not any(c.place.km_to(other) <= reach for c in name.candidates for other in others)


def capitals(finder: Finder, known: list[tuple[int, int]]) -> list[PlaceMention]:
    """Mentions of "the capital", "the Sudanese capital", "Chechnya's capital", where its name does not stand beside.

    `known` are the spans of the places found already.
    """
    story = finder.story
    out = []
    for at, word in enumerate(story.words):
        if word.folded != CAPITAL or story.sentence_of[at] < 0 or story.words[at].capital:
            continue
        beside = _of_country(story, at) is None and _named_beside(story, at, known)
        if beside or _other_sense(story, at):
            continue
        owner = _owner(finder, at)
        city = owner and _seat(owner, finder.gazetteer)
        if city:
            start = word.start
            out.append(PlaceMention(start, word.end, story.text[start : word.end], "place", city.place, SURE))
    return out


def _named_beside(story: Story, at: int, known: list[tuple[int, int]]) -> bool:
    """Whether the capital's name stands right behind or before: "the capital, Khartoum", "Juba, the capital"."""
    end = story.words[at].end
    starts = [
        story.words[max(0, at - back)].start for back in (1, 2)
    ]  # "Juba, the capital", "Juba, the Sudanese capital"
    return any(0 <= first - end <= len(" of ,") for first, _ in known) or any(
        0 <= start - last <= 2 for _, last in known for start in starts
    )


def _other_sense(story: Story, at: int) -> bool:
    """Whether "capital" means money or punishment, or stands before a noun."""
    sentence = story.sentence_of[at]
    before = story.folded(at - 1, sentence)
    if before == "its":
        return not _told_country(story, at) or story.folded(at + 1, sentence) in place_words().money
    owned = before in {"the", "s"} or before in place_words().of_parts or bool(story.names_at(at - 1))
    possessive = story.text[: story.words[at].start].rstrip().endswith(("'s", "’s", "'", "’"))
    if _of_country(story, at) is not None:
        return False
    return not (owned or possessive) or story.folded(at + 1, sentence) in place_words().not_capital


def _of_country(story: Story, at: int) -> Name | None:
    """The country behind "the capital of"."""
    sentence = story.sentence_of[at]
    if story.folded(at + 1, sentence) != "of" or story.folded(at - 1, sentence) != "the":
        return None
    behind = at + 3 if story.folded(at + 2, sentence) == "the" else at + 2
    return next((n for n in story.names_at(behind) if not n.demonym and "country" in n.kinds()), None)


def _told_country(story: Story, at: int) -> Name | None:
    """The country whose capital "its capital" is: that of the last name before, in the same sentence."""
    before = [n for n in story.names if n.sentence == story.sentence_of[at] and n.last < at]
    last = before[-1] if before else None
    return last if last and (last.demonym or "country" in last.kinds()) else None


def _owner(finder: Finder, at: int) -> Candidate | None:
    """The country or region whose capital is meant."""
    story, gazetteer = finder.story, finder.gazetteer
    sentence = story.sentence_of[at]
    local = story.folded(at - 1, sentence) in place_words().of_parts
    told = _told_country(story, at) if story.folded(at - 1, sentence) == "its" else _of_country(story, at)
    for name in [told] if told else story.names_at(at - 1):
        if name.demonym:
            country = gazetteer.country_of_demonym(name.folded)
            area = gazetteer.area_of_demonym(name.folded)
            return _country(country.iso2, gazetteer) if country else area
        return next((c for c in name.candidates if c.kind in {"country", "region"}), None)
    if local:
        regions = [c for i, c in sorted(finder.placed.items()) if c.kind == "region" and story.names[i].first < at]
        return regions[-1] if regions else None
    home = _scene(finder, at) or finder.report.main_country
    return _country(home, gazetteer) if home else None


def _scene(finder: Finder, at: int) -> str | None:
    """The country of the last place told of before a word, in its sentence or the few before it."""
    first = finder.story.sentence_of[at] - SCENE_SENTENCES
    names = finder.story.names
    near = [i for i in finder.placed if names[i].last < at and names[i].sentence >= first]
    told = [i for i in sorted(near) if names[i].by or names[i].typed]
    return finder.placed[told[-1]].place.country if told else None


def _country(iso2: str, gazetteer: Gazetteer) -> Candidate | None:
    country = gazetteer.country(iso2)
    return next((c for c in gazetteer.lookup(country.name) if c.kind == "country"), None) if country else None


def _seat(owner: Candidate, gazetteer: Gazetteer) -> Candidate | None:
    if owner.kind == "country":
        return gazetteer.capital_of(owner.place.country or "")
    return gazetteer.largest_in(owner.row) if owner.kind == "region" else None
