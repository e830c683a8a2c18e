"""Which places does a text tell to be taken or struck by another country's army?

"Russian forces captured Dzerzhinsk" means the town at the front that once bore that name, not the city in Russia: what
an army takes does not lie in its own country, where another bearer of the name lies in one that it fights in. Nor does
the city that "Ukrainian drones" attack, where a state that Ukraine is at war with has a city of the name.
"""

from functools import cache
from typing import Final

from fogline.gazetteer import Gazetteer
from fogline.lexicon.conflicts import where_it_fights
from fogline.lexicon.parties import state_of
from fogline.lexicon.places import PlaceWords, place_words
from fogline.read.where_story import Name, Story

WORDS_BETWEEN: Final = 4  # a verb and its object: "captured the eastern city of X"
_BE: Final = frozenset({"has", "had", "have", "was", "were", "is", "are", "been", "being", "now", "also", "be"})


def takers(story: Story, gazetteer: Gazetteer) -> dict[str, str]:
    """The names that are taken, folded, and the ISO code of the country whose army takes them."""
    lexicon = place_words()
    if not any(_country(name, gazetteer) in lexicon.fights for name in story.names) and not _groups(story, lexicon):
        return {}
    found: dict[str, str] = {}
    for at, name in enumerate(story.names):
        if name.demonym or name.folded in found or name.candidates[0].kind in {"country", "area"}:
            continue
        if _taken(story, name, lexicon) or (at and _goes_on(story, found, at)):
            taker = _taker(story, name, gazetteer, lexicon)
            if any(c.place.country in lexicon.fights.get(taker, ()) for c in name.candidates):
                found[name.folded] = taker
    return found


def aims(story: Story, gazetteer: Gazetteer) -> dict[int, frozenset[str]]:
    """The names, by their number, in a sentence that tells of a state's arms, and where it has fought others (ISO)."""
    lexicon = place_words()
    aimed: dict[int, frozenset[str]] = {}
    for name in story.names:
        country = _country(name, gazetteer) if _armed(story, name, lexicon) else ""
        if country in state_of():
            aimed[name.sentence] = where_it_fights(state_of()[country]) | lexicon.fights.get(country, frozenset())
    return {at: aimed[n.sentence] for at, n in enumerate(story.names) if n.sentence in aimed and not n.demonym}


def _armed(story: Story, name: Name, lexicon: PlaceWords) -> bool:
    """Whether arms stand right behind the name or the adjective of a state: "Ukraine's drones", "Indian jets"."""
    at = name.last + 1
    at += story.folded(at, name.sentence) == "s"  # the tail of "Ukraine's" is a word
    return story.folded(at, name.sentence) in lexicon.arms


def _groups(story: Story, lexicon: PlaceWords) -> bool:
    return any(group.capitalize() in story.text for group in lexicon.fights_for)


def _goes_on(story: Story, found: dict[str, str], at: int) -> bool:
    """Whether a name goes on a list whose last name is taken: "captured X and Y"."""
    before, name = story.names[at - 1], story.names[at]
    between = story.text[before.to : name.start].strip()
    return before.sentence == name.sentence and before.folded in found and between in {",", "and", ", and"}


@cache
def _between() -> frozenset[str]:
    lexicon = place_words()
    return lexicon.filler | lexicon.settlement | lexicon.directions


def _taken(story: Story, name: Name, lexicon: PlaceWords) -> bool:
    """Whether a verb of taking stands before a name, a noun and "of", or a verb in the passive behind it."""
    between = _between()
    for at in range(name.first - 1, name.first - 2 - WORDS_BETWEEN, -1):
        word = story.folded(at, name.sentence)
        if word in lexicon.taking:
            return True
        if word == "of" and story.folded(at - 1, name.sentence) in lexicon.taking_of:
            return True
        if word not in between:
            break
    at = name.last + 1
    while story.folded(at, name.sentence) in _BE or (
        at > name.last + 1 and story.folded(at, name.sentence)[-2:] == "ly"
    ):
        at += 1
    return at > name.last + 1 and story.folded(at, name.sentence) in lexicon.taking


def _taker(story: Story, name: Name, gazetteer: Gazetteer, lexicon: PlaceWords) -> str:
    """The country told of last before a name in its sentence, or else first behind it; "" where none is."""
    nations = [
        (other.start, country)
        for other in story.names
        if other.sentence == name.sentence and (country := _country(other, gazetteer))
    ]
    nations += [
        (word.start, lexicon.fights_for[word.folded])
        for word, sentence in zip(story.words, story.sentence_of, strict=True)
        if sentence == name.sentence and word.capital and word.folded in lexicon.fights_for
    ]
    nations.sort()
    before = [country for start, country in nations if start < name.start]
    behind = [country for start, country in nations if start > name.start]
    return before[-1] if before else (behind[0] if behind else "")


def _country(name: Name, gazetteer: Gazetteer) -> str:
    """The country that a demonym, a country's name or a capital's speaks of, "" for any other name."""
    if name.demonym:
        country = gazetteer.country_of_demonym(name.folded)
        return country.iso2 if country else ""
    first = name.candidates[0] if name.candidates else None
    if first is None or name.by in place_words().inside:
        return ""
    seat = next((c for c in name.candidates if c.kind == "country" or c.capital), None)
    return (seat.place.country or "") if seat else ""
