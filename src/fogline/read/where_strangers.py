"""Which names that no gazetteer lists does a text itself call places: "the village of Dovhe", "near Belo"?

One is taken for a place when the text says what it is (a village, a town, a district) or names its container.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from fogline.gazetteer.fold import fold
from fogline.gazetteer.index import ARTICLES
from fogline.lexicon.parties import parties
from fogline.lexicon.places import place_words
from fogline.lexicon.titles import titles
from fogline.read.where_beside import is_list
from fogline.read.where_explained import explained
from fogline.read.where_looks import office_words
from fogline.read.where_story import Name, Story

LONGEST: Final = 4  # words of a name
SHORTEST: Final = 3  # letters of its first word
LONGEST_ACRONYM: Final = 5  # letters
PartOfCity = Literal["surely", "maybe", ""]


@dataclass(frozen=True, slots=True)
class Stranger:
    """A place name that the gazetteer lacks: words [first, last], and whether it is part of a city, as a street surely
    is and a district may be."""

    first: int
    last: int
    sentence: int
    part_of_city: PartOfCity


def strangers(
    story: Story, taken: frozenset[int], person_words: frozenset[int], namesakes: list[Name]
) -> list[Stranger]:
    """Unknown place names that the text itself calls places.

    `taken` are the words of known ones, `namesakes` the names whose bearers all lie elsewhere than the text says.
    """
    free = frozenset(range(len(story.words))) - taken - person_words
    found = {
        n.first: Stranger(n.first, n.last, n.sentence, "")
        for n in namesakes
        if n.first in free and (n.last > n.first or _may_be_called(story, n.first))
    }
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


def _may_be_called(story: Story, at: int) -> bool:
    """Whether a namesake of a town elsewhere can be a place: not in "shelling East of Aleppo", "a Toyota near Gao"."""
    return _toponymic(story, at) and story.words[at].folded not in place_words().never


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
        if out and story.words[first].folded in place_words().never:
            break  # "the towns of X and Y, Reuters said"
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
    if _acronym(story, at, last) and story.words[at].folded.isalpha():
        return []  # "the CRPF camp" is a force's
    lexicon = place_words()
    noun = story.folded(last + 1, sentence) if story.adjoins(last, last + 1) else ""
    if noun in lexicon.settlement_sorts and story.adjoins(last + 1, last + 2):
        noun = story.folded(last + 2, sentence)  # "the X refugee camp"
    if noun not in lexicon.settlement | lexicon.district | lexicon.quarter or noun in lexicon.not_explained:
        return []
    if at == last and _tells_what_sort(story, at, noun):
        return []
    part: PartOfCity = "surely" if noun in lexicon.quarter else ("maybe" if noun in lexicon.city_parts else "")
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
    if last is None or story.words[last].folded in lexicon.care:
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
    told = told or (before == "on" and story.folded(at - 2, sentence) in lexicon.assaults)  # "the raid on X"
    if before == "of" and story.folded(at - 2, sentence) in lexicon.parts:
        return []  # "the church of X" is a church
    if words[-1] in lexicon.care and before in lexicon.inside:
        return []  # "doctors at Mechnikov Hospital"
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
    if root is None or (story.folded(first - 1, story.sentence_of[first]) == "the" and not _is_built(story, last)):
        return False  # "hit the Maersk Gibraltar" is a ship
    return root.pos_ == "PROPN" and root.dep_ == "dobj" and root.head.lemma_.lower() in place_words().takes


def _is_built(story: Story, last: int) -> bool:
    """Whether a run ends in a word for what is built or land: "the Kunlong Police Station", "the Sagaing Hills"."""
    lexicon = place_words()
    return story.words[last].folded in lexicon.facility | lexicon.land | lexicon.district | lexicon.settlement


@cache
def _party_words() -> frozenset[str]:
    """Words of the names of armed groups, alliances and bodies, and forces of a state with a name of one word."""
    found: set[str] = set()
    for party in parties().values():
        if party.kind != "state":
            for name in (party.name, *party.names, *party.metonyms, *party.forces):
                found.update(set(fold(name).split()) - ARTICLES)
        else:
            found.update(fold(name) for name in party.forces if " " not in name)
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
    return None if _has_its_own(story, last) else last


def _has_its_own(story: Story, last: int) -> bool:
    """Whether a run ends in an owner and no place: "in Northwind's own words"."""
    behind = last + 1 < len(story.words) and story.words[last + 1].folded == "own"
    return behind and story.gap(last, last + 1).replace("’", "'").startswith("'s")


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
        | {key[0] for key in office_words() if len(key) == 1}  # "the village of X, Governor Y said"
        | _PLAIN
    )


_PLAIN: Final = frozenset(
    {"the", "and", "its", "his", "her", "our", "their", "this", "that", "but", "for", "one", "two"}
)
