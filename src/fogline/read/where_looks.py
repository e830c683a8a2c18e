"""Is a toponym part of something else: a person's name, an outlet, a ship, a longer proper name?"""

import re
from functools import cache
from typing import Final, Literal

from fogline.gazetteer import Candidate
from fogline.gazetteer.fold import fold
from fogline.gazetteer.index import ARTICLES
from fogline.lexicon.parties import parties
from fogline.lexicon.places import PlaceWords, place_words
from fogline.lexicon.titles import titles
from fogline.read.where_story import Name, Story, is_past

OFFICE_SORTS: Final = frozenset({"national", "local", "rank", "courtesy", "any"})
LONGEST_TITLE: Final = 3
LONGEST_PERSON: Final = 4  # words
LONGEST_SORT: Final = 3  # words that tell what sort of school or hospital it is
KNOWN_CITY: Final = 200_000  # a name of so big a city begins no person's name by itself


@cache
def title_words() -> frozenset[tuple[str, ...]]:
    """Titles before a person's name, folded: ("president",), ("prime", "minister")."""
    known = titles().sorts.items()
    return frozenset(key for key, sort in known if sort in OFFICE_SORTS | {"private"} and len(key) <= LONGEST_TITLE)


@cache
def office_words() -> frozenset[tuple[str, ...]]:
    """Titles of offices, without those of private persons ("resident", "doctor")."""
    return frozenset(key for key in title_words() if titles().sorts[key] in OFFICE_SORTS)


def persons(story: Story) -> frozenset[int]:
    """Positions of the words that are parts of persons' names, later bearers alone included."""
    found: set[int] = set()
    bearers: set[str] = set()
    noted: set[str] = set()  # those that are a big city, a region or a demonym as well
    for first, last in runs(story):
        if _whole(story, first, first, last) and _stands_in(story, first):
            continue  # "near Ali Doro" is a place, though people bear such names too
        begin = _person_begin(story, first, last)
        if begin is not None and begin <= last:
            found.update(range(begin, last + 1))
            if last > begin or begin > first:
                bearers.update(story.words[at].folded for at in range(begin, last + 1) if not _known(story, at))
                noted.add(story.words[last].folded)
    lexicon = place_words()
    for at, word in enumerate(story.words if bearers or noted else ()):
        if not word.capital or at in found or not (word.folded in bearers or word.folded in noted):
            continue
        before = story.folded(at - 1, story.sentence_of[at])
        named_again = word.folded in bearers and before not in lexicon.inside | lexicon.settlement
        if named_again or (word.folded in noted and _speaks_alone(story, at)):
            found.add(at)
    return frozenset(found)


def _speaks_alone(story: Story, at: int) -> bool:
    """Whether a second name that is a town's as well speaks: "Kano said", "Gombe added"; no state or capital does."""
    sentence = story.sentence_of[at]
    around = (at - 1, at + 1)
    if any(story.sentence_of[n] == sentence and story.words[n].capital for n in around if 0 <= n < len(story.words)):
        return False
    if any(c.kind in {"country", "area"} or c.capital for name in story.names_at(at) for c in name.candidates):
        return False
    told_by = story.folded(at - 2, sentence) == "according" and story.folded(at - 1, sentence) == "to"
    return told_by or story.folded(at + 1, sentence) in place_words().speaks


def runs(story: Story) -> list[tuple[int, int]]:
    """Runs of capitalised words, first and last, with the small words of names between them ("Abdel Fattah al-Burhan").

    Sentences set like titles have none.
    """
    particles = titles().particles
    out: list[tuple[int, int]] = []
    at = 0
    while at < len(story.words):
        if not story.words[at].capital or story.sentence_of[at] in story.titled or story.sentence_of[at] < 0:
            at += 1
            continue
        last = at
        while story.adjoins(last, last + 1):
            if story.words[last + 1].capital:
                last += 1
            elif (
                story.words[last + 1].folded in particles
                and story.adjoins(last + 1, last + 2)
                and story.words[last + 2].capital
            ):
                last += 2
            else:
                break
        out.append((at, last))
        at = last + 1
    return out


def _person_begin(story: Story, first: int, last: int) -> int | None:
    """The word of a run where a person's name begins, or None."""
    sentence = story.sentence_of[first]
    lexicon = place_words()
    for at in range(first, last + 1):
        if at > first and _title_ends(story, at - 1, sentence) and last - at < LONGEST_PERSON:
            return at
    if _title_ends(story, first - 1, sentence) and story.adjoins(first - 1, first):
        return first if last - first < LONGEST_PERSON else None
    if story.text.startswith(", ", story.words[last].end) and (
        _aged(story, first, last) or _beside_a_title(story, first, last) or _told_of(story, first, last)
    ):
        return first
    verb = story.folded(last + 1, sentence)
    speaks = verb in lexicon.speaks or verb in lexicon.meets
    for at in range(first, last):
        surname = speaks or _surname(story, at + 1) or (is_past(verb) and _bears(story, at + 1, last))
        if story.words[at].folded in lexicon.given and surname and last - at < LONGEST_PERSON:
            return at
    if not speaks or not 0 < last - first < LONGEST_PERSON:
        return None
    known = any(_known(story, at) or _whole(story, at, first, last) for at in range(first, last + 1))
    return None if known else first


def _beside_a_title(story: Story, first: int, last: int) -> bool:
    """Whether a run of two names stands in commas behind a title: "a trader, Bello Gaya, said"."""
    before = story.text[story.words[first - 1].end : story.words[first].start] if first else ""
    names = last == first + 1 and story.words[last].folded not in _no_persons()
    return names and before == ", " and _title_ends(story, first - 1, story.sentence_of[first])


# A person's age behind the name: "Jordan, 14, was killed", "Lincoln, 34, of Omaha".
AGED: Final = re.compile(r", (?:aged )?\d{1,2},")


def _aged(story: Story, first: int, last: int) -> bool:
    """Whether an age follows a run that begins with a given name or is one word."""
    alone = first == last or story.words[first].folded in place_words().given
    return alone and AGED.match(story.text, story.words[last].end) is not None and not _governed(story, first)


# What only a person is told of by: "Castro, who fled", "Kidal, a former aide".
WHO: Final = re.compile(
    r", (?:(?P<who>who|whose|himself|herself)\b"
    r"|(?:an?|the|his|her) (?:[a-z-]+ ){0,3}?(?P<noun>[a-z-]+)(?=,| (?:of|who|to|in|at|from|and|with)\b))"
)


def _told_of(story: Story, first: int, last: int) -> bool:
    """Whether what stands behind the comma behind a name of one word tells of a person: "Castro, a lawyer"."""
    found = WHO.match(story.text, story.words[last].end) if first == last and not _governed(story, first) else None
    if found is None or _known(story, first):
        return False
    return bool(found["who"]) or found["noun"] in place_words().one_person


def _governed(story: Story, at: int) -> bool:
    """Whether a preposition of places or a type word stands before a word: "in Jordan, 14, ..."."""
    lexicon = place_words()
    before = story.folded(at - 1, story.sentence_of[at])
    return before in lexicon.inside or before in lexicon.toward or before in lexicon.settlement


def _stands_in(story: Story, at: int) -> bool:
    """Whether a preposition that only places have stands before a word: "near X", "in X"."""
    return story.folded(at - 1, story.sentence_of[at]) in place_words().near | {"in", "at", "inside", "outside"} - {
        "by"
    }


def _bears(story: Story, at: int, last: int) -> bool:
    """Whether the rest of a run can be a surname before a verb, though it is a common word: "Chad Smith fled"."""
    return last - at < 2 and not any(
        story.words[i].folded in _no_persons() or any(name.demonym for name in story.names_at(i))
        for i in range(at, last + 1)
    )


@cache
def _no_persons() -> frozenset[str]:
    lexicon = place_words()
    places = lexicon.facility | lexicon.settlement | lexicon.region | lexicon.district | lexicon.quarter | lexicon.land
    return places | lexicon.bodies | lexicon.outlets | lexicon.calendar | lexicon.directions


def _title_ends(story: Story, at: int, sentence: int) -> bool:
    """Whether a title ends at a word: "defence minister"."""
    if story.folded(at, sentence) not in _title_endings():
        return False
    words = [story.folded(at - back, sentence) for back in range(LONGEST_TITLE)]
    return any(tuple(reversed(words[:count])) in title_words() for count in range(1, LONGEST_TITLE + 1))


@cache
def _title_endings() -> frozenset[str]:
    return frozenset(words[-1] for words in title_words())


def _surname(story: Story, at: int) -> bool:
    """Whether a capitalised word can be the surname behind a given name: no common word, none of places or bodies."""
    word = story.words[at].folded
    if word in titles().particles:
        return True
    return word not in _no_surnames() and not _title_ends(story, at, story.sentence_of[at])


@cache
def _no_surnames() -> frozenset[str]:
    lexicon = place_words()
    place_like = lexicon.facility | lexicon.settlement | lexicon.region | lexicon.bodies | lexicon.outlets
    return place_like | lexicon.common | lexicon.calendar


def _known(story: Story, at: int) -> bool:
    """Whether a word belongs to a name that is a country, a capital or a big city, or is a demonym."""
    return any(
        name.demonym or any(c.kind in {"country", "area"} or _known_city(c) for c in name.candidates)
        for name in story.names_at(at)
    )


def _whole(story: Story, at: int, first: int, last: int) -> bool:
    """Whether a word belongs to a name that is a whole run of capitals: "Tamil Nadu said"."""
    return any(name.first == first and name.last == last for name in story.names_at(at))


def _known_city(candidate: Candidate) -> bool:
    return candidate.capital or (candidate.kind == "settlement" and candidate.population >= KNOWN_CITY)


# What stands around a nickname: "Ali 'Gao' Keita".
NICKNAMED: Final = frozenset(
    (" ", left, right, " ") for left, right in (('"', '"'), ("“", "”"), ("'", "'"), ("‘", "’"))
)

Look = Literal["person", "other", "part", "group"]
"""`part`: of a longer proper name, which may yet be that of a place that the gazetteer lacks; `group`: a whole name of
an armed group or one of an army's sectors, which is no place."""


def look(story: Story, name: Name, person_words: frozenset[int]) -> Look | None:
    """What a name is part of; None where it may be a place as it stands."""
    single = not name.kinds() & {"facility", "area"}
    if single and (_nickname(story, name) or all(at in person_words for at in range(name.first, name.last + 1))):
        return "person"
    lexicon = place_words()
    before = story.folded(name.first - 1, name.sentence) if story.adjoins(name.first - 1, name.first) else ""
    after = story.folded(name.last + 1, name.sentence) if story.adjoins(name.last, name.last + 1) else ""
    outlet = after in lexicon.outlets and (after not in lexicon.papers or story.words[name.last + 1].capital)
    if outlet or before in lexicon.before or _make(story, name, after, lexicon):
        return "other"
    if after and _in_party(story, name):
        return "other"
    namesake = name.folded in _namesake_groups() and not name.typed and name.by not in lexicon.inside
    if namesake or _numbered(name):
        return "group"
    if name.sentence in story.titled:
        return None
    longer = (before and _begins_longer(story, name)) or (after and _goes_on(story, name))
    return "part" if longer else None


def _numbered(name: Name) -> bool:
    """Whether a name is only which of many districts or sectors is meant: "Sector 3", which armies have as well."""
    head, _, number = name.folded.partition(" ")
    return number.isdigit() and head in place_words().district | place_words().city_parts


def _nickname(story: Story, name: Name) -> bool:
    """Whether a name stands in quotation marks between those of a person: 'Joaquin "El Chapo" Guzman'."""
    first, last = name.first - 1, name.last + 1
    inside = name.first > 0 and last < len(story.words) and story.sentence_of[last] == name.sentence
    if not inside or not (story.words[first].capital and story.words[last].capital):
        return False
    before = story.text[story.words[first].end : name.start]
    after = story.text[name.end : story.words[last].start]
    return (before[:1], before[1:], after[:1], after[1:]) in NICKNAMED


@cache
def _group_names() -> dict[str, frozenset[tuple[str, ...]]]:
    """Names of armed groups and alliances of more than one word, folded, by their first word."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for party in parties().values():
        if party.kind != "state":
            for written in (party.name, *party.names, *party.forces):
                words = tuple(fold(written).split())
                if len(words) > 1:
                    found.setdefault(words[0], set()).add(words)
    return {first: frozenset(names) for first, names in found.items()}


@cache
def _namesake_groups() -> frozenset[str]:
    """Names of armed groups of one word, and of bodies, that are written like names of places: "Fano", "Red Cross"."""
    known = parties().values()
    groups = (group.name for group in known if group.kind == "armed_group" and " " not in group.name)
    bodies = (name for body in known if body.kind == "body" for name in (body.name, *body.names) if " " in name)
    return frozenset(fold(name) for name in (*groups, *bodies) if name.istitle())


def _in_party(story: Story, name: Name) -> bool:
    """Whether a name begins that of an armed group: "Arakan Army"."""
    return any(
        all(story.folded(name.first + at, name.sentence) == word for at, word in enumerate(words))
        and name.first + len(words) - 1 > name.last
        for words in _group_names().get(story.words[name.first].folded, ())
    )


def _make(story: Story, name: Name, after: str, lexicon: PlaceWords) -> bool:
    """Whether a name is that of a make of vehicles or weapons: "a Ural truck"."""
    if after not in lexicon.makes or name.kinds() & {"country"} or any(c.capital for c in name.candidates):
        return False
    return story.folded(name.last + 2, name.sentence) not in lexicon.crashes


def _begins_longer(story: Story, name: Name) -> bool:
    """Whether the capitalised word before a name makes one longer proper name with it: "Hotel Ukraine"."""
    at = name.first - 1
    word = story.words[at]
    gap = story.gap(at, name.first)
    if not word.capital or gap not in {" ", "-"} or _settled(story, at):
        return False
    if gap == "-" and (word.folded in ARTICLES or story.names_at(at) or name.kinds() & {"country", "area"}):
        return False  # "Al-Shaddadi", "the Moscow-Kyiv road"; but "Kalaban-Coro" is no Coro
    opens = at == 0 or story.sentence_of[at - 1] != story.sentence_of[at]
    if word.folded in _no_beginnings() or word.folded.isdigit() or (opens and not story.tagged(at, "PROPN")):
        return False
    return not _title_ends(story, at, name.sentence)


@cache
def _no_beginnings() -> frozenset[str]:
    lexicon = place_words()
    places = lexicon.settlement | lexicon.region | lexicon.directions
    return places | lexicon.inside | lexicon.toward | lexicon.calendar


def _goes_on(story: Story, name: Name) -> bool:
    """Whether the capitalised word behind a name makes one longer proper name with it: "Kyiv Security Forum"."""
    at = name.last + 1
    word = story.words[at]
    gap = story.gap(name.last, at)
    if not word.capital or gap not in {" ", "-"} or _settled(story, at, hyphened=gap == "-"):
        return False
    typed = story.words[at].end <= name.to or _facility_behind(
        story, at, name.sentence
    )  # "Zurmi Local Government Area"
    return word.folded not in _no_endings() and not word.folded.isdigit() and not typed


def _facility_behind(story: Story, at: int, sentence: int) -> bool:
    """Whether a town's name goes on with what sort of facility it is: "Lafey Girls' Secondary School"."""
    first, lexicon = at, place_words()
    while story.folded(at, sentence) in lexicon.facility_sorts and at - first < LONGEST_SORT:
        at += 1
    return at > first and story.words[at].capital and story.folded(at, sentence) in lexicon.local_facilities


@cache
def _no_endings() -> frozenset[str]:
    lexicon = place_words()
    places = lexicon.facility | lexicon.settlement | lexicon.region | lexicon.district | lexicon.quarter
    return places | lexicon.directions | lexicon.calendar | lexicon.bodies


def _settled(story: Story, at: int, hyphened: bool = False) -> bool:
    """Whether a word belongs to a name that stands for itself: a demonym, a country, a region, a big city.

    Behind a hyphen a region's name is mostly half of a village's.
    """
    for name in story.names_at(at):
        if name.demonym or name.kinds() & ({"country"} if hyphened else {"country", "area", "region"}):
            return True
        return any(_known_city(c) for c in name.candidates)
    return False


def office_of(story: Story, name: Name) -> bool:
    """Whether a name only tells whose office somebody holds: "Kharkiv Mayor Ihor Terekhov", "the Belgorod governor"."""
    at = name.last + 1 if story.words[name.last].end >= name.to else name.last + 2
    if not story.adjoins(at - 1, at):
        return False
    if story.folded(at, name.sentence) in titles().modifiers and story.adjoins(at, at + 1):
        at += 1
    words = [story.folded(at + ahead, name.sentence) for ahead in range(LONGEST_TITLE)]
    return any(tuple(words[:count]) in office_words() for count in range(1, LONGEST_TITLE + 1))
