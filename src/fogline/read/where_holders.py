"""What does the text beside a name say that it lies in or near: "X in the Y region", "Sudan's X", "X, near Y"?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Final

from fogline.lexicon.places import place_words
from fogline.read.where_beside import is_list
from fogline.read.where_context import BIG, only_container
from fogline.read.where_story import Name, Story

GOES_ON: Final = 6  # characters that tell whether a list goes on
# "X, a town in the southeast of the same region", right behind X.
SAME_REGION: Final = re.compile(
    r",?(?: (?:a|an|the|in|of|village|town|city|settlement|north|south|east|west|north-?east|north-?west|south-?east"
    r"|south-?west|centre|center|also|part)\b,?){0,8} same (?:region|province|oblast|governorate|state)\b"
)
LONGEST_LIST: Final = 80  # characters
UNKNOWN_LIST: Final = re.compile(r"(?:(?:,| and|, and| or) [A-Z\u00C0-\u00DE][\w’'-]+(?: [A-Z][\w’'-]+)?)+")
NAMES_BACK: Final = 40  # "the same region" is that of a name no further back
NEAR_WORDS: Final = 3  # "near the city of"
FAR: Final = 40.0  # kilometres or miles: further off no place is looked for by its neighbour
MEASURE: Final = 60  # characters
# What stands before the town from which a distance or a direction is told: "12 km (7 miles) to the west of ".
MEASURED: Final = re.compile(
    r"\b(?:km|kms|kilomet(?:er|re)s?|miles?|(?:north|south)(?:-?(?:east|west))?|east|west)(?: \([^()]{1,20}\))?"
    r"(?: [a-z-]+){0,4} (?:of|from) (?:the )?(?:[a-z]+ ){0,2}(?:of )?$"
)
OFF: Final = re.compile(
    r",?(?: a| the| village| town| just| some| about| around| roughly| lying| located| which lies| is)*"
    r" (?P<far>\d{1,3}(?:\.\d)?)[ -]?(?:kms?|kilomet(?:er|re)s?|miles?)(?: \([^()]{1,20}\))?"
    r"(?: (?:to the )?[a-z]+(?:-[a-z]+)?)? (?:of|from) (?:the )?(?:town |city |village )?(?:of )?"
)
# Which way from a town a place lies, however far: ", east of ", ", a village just to the north-west of the town of ".
WAY: Final = re.compile(
    r",?(?: (?:a|the)(?: [a-z-]+){0,2} (?:village|town|settlement|hamlet))?"
    r"(?: lying| located| situated| just| immediately| to| in| the)* (?P<way>[a-z]+(?:-[a-z]+)?) of (?:the )?"
    r"(?:(?:town|city|village) (?:of )?)?"
)
# Between a place and the town that it is in: " gorge in ", ", also in ", " in the municipality of ".
IN_TOWN: Final = re.compile(
    r"(?: (?P<noun>[a-z-]+))?,? (?:also |both |all |located |situated )?in (?:the )?"
    r"(?:(?:town|city|municipality|commune|village|township|district|port|locality|barangay) )?(?:of )?"
)
STANDS: Final = frozenset(
    {"in", "at", "near", "on", "around", "outside", "inside", "into", "over", "towards"}
)  # before it
# A district that the gazetteer lacks, between a name and the region that holds both.
UNKNOWN_DISTRICT: Final = re.compile(
    r"\b[A-Z\u00C0-\u00DE][\w’'-]+(?: [A-Z][\w’'-]+)? (?=(?:sub-?)?(?:district|county|raion)\b)"
)


@dataclass(frozen=True, slots=True)
class Holder:
    """The name that another lies in or near, by its position.

    `strict` where nothing else can be meant ("X in the Y region"), `near` where it only lies near, `region` where it
    lies in the same region ("X, in the same region"), `part` where it is a part of that town, `loose` where the
    container may be that of something else which only lies by the name ("a village 12 km west of X, in the Y region").
    """

    at: int
    strict: bool = True
    near: bool = False
    region: bool = False
    loose: bool = False
    part: bool = False
    perhaps: bool = False


def containers(story: Story) -> dict[int, Holder]:
    """For each name what the text says that it lies in or near, by their positions: "Bamenda, Cameroon" is {0: 1}.

    Countries and areas lie in nothing.
    """
    found: dict[int, Holder] = {}
    names = story.names
    for at in range(len(names) - 1, -1, -1):
        name = names[at]
        if name.demonym or (name.kinds() & {"country", "area"} and not _in_one_state(story, at)):
            continue
        if at + 1 < len(names) and names[at + 1].sentence == name.sentence:
            behind = _behind(story, at, found)
            if behind is not None:
                found[at] = behind
        if at not in found and at and names[at - 1].sentence == name.sentence:
            between = story.text[names[at - 1].end : name.start]
            if _holds_before(between, names[at - 1], name):
                found[at] = Holder(at - 1, strict=False)
        if at not in found and SAME_REGION.match(story.text, name.to):
            before = _region_before(story, at)
            if before is not None:
                found[at] = Holder(before, region=True)
    return found


def _behind(story: Story, at: int, found: Mapping[int, Holder]) -> Holder | None:
    """What the next name of the sentence tells of where a name is; `found` holds what is told of that one."""
    name, following = story.names[at], story.names[at + 1]
    between = story.text[name.to : following.start]
    town = following.kinds() & {"settlement"}
    if _holds_behind(between, following) or _state_behind(story, name, following):
        return Holder(_innermost(story, at + 1), strict=between.strip() != ",", loose=_measured_from(story, name))
    if _listed(between, following):
        return Holder(_innermost(story, at + 1), strict=False)
    if town and _near(between):
        return Holder(at + 1, near=True)
    if town and _some_way_off(between):
        return Holder(at + 1, strict=False, near=True, perhaps=True)
    if _in_town(between, name, following):
        return Holder(at + 1, near=True, part=True)
    goes_on = is_list(between) and at + 1 in found and found[at + 1].at > at + 1
    return replace(found[at + 1], strict=False) if goes_on else None


def _region_before(story: Story, at: int) -> int | None:
    """The last name before another that stands as a place does and can be a region or lie in one.

    One in whose region a bearer of the name lies comes before others: between the two, other countries may be named.
    """
    held = {candidate.region for candidate in story.names[at].candidates if candidate.region >= 0}
    last: int | None = None
    for other in range(at - 1, max(-1, at - 1 - NAMES_BACK), -1):
        name = story.names[other]
        told = name.by or name.typed or name.sentence in story.titled or name.sentence == story.names[at].sentence
        if (
            not name.demonym
            and told
            and not name.kinds() & {"country", "area"}
            and name.folded != story.names[at].folded
        ):
            if not held or held & {candidate.region for candidate in name.candidates}:
                return other
            last = other if last is None else last
    return last


def _in_one_state(story: Story, at: int) -> bool:
    """Whether a comma and an abbreviated state behind a country's name make a town of it: "Lebanon, Pa."."""
    if at + 1 >= len(story.names):
        return False
    name, state = story.names[at], story.names[at + 1]
    if story.text[name.to : state.start] != ", " or [c.kind for c in state.candidates] != ["region"]:
        return False
    return any(held.lies_in(state.candidates[0]) for held in name.candidates)


def _innermost(story: Story, at: int) -> int:
    """The container meant where a country is named before its region: "Ukraine's Sumy region"."""
    if at + 1 >= len(story.names):
        return at
    country, region = story.names[at], story.names[at + 1]
    between = story.text[country.end : region.start].replace("’", "'")
    owned = between.startswith("'s ") and all(word in place_words().filler for word in between[3:].split())
    wide = "country" in country.kinds() and region.kinds() & {"region", "area"} and not region.demonym
    return at + 1 if owned and wide and country.sentence == region.sentence else at


def _listed(between: str, container: Name) -> bool:
    """Whether names that the gazetteer lacks go on a list whose end is in the container: "X and Unknown in Y"."""
    unknown = UNKNOWN_LIST.match(between) if len(between) <= LONGEST_LIST else None
    return unknown is not None and _holds_behind(between[unknown.end() :], container)


def _state_behind(story: Story, name: Name, state: Name) -> bool:
    """Whether "Buffalo, New York" names a town and its state: no list goes on, and the state has such a town."""
    if story.text[name.to : state.start].strip() != ",":
        return False
    rest = story.text[state.to : state.to + GOES_ON]
    if rest.lstrip(",").startswith((" and ", " or ")) or (rest[:2] == ", " and rest[2:3].isupper()):
        return False
    towns = max((c.population for c in state.candidates if c.kind == "settlement"), default=0)
    regions = [c for c in state.candidates if c.kind == "region" and c.population > towns]
    return any(held.lies_in(region) for region in regions for held in name.candidates)


def _measured_from(story: Story, name: Name) -> bool:
    """Whether something else is told to lie by a name: "12 km west of X", "near X"."""
    return (
        name.by in place_words().near
        or MEASURED.search(story.text, max(0, name.start - MEASURE), name.start) is not None
    )


def _near(between: str) -> bool:
    """Whether "X<between>Y" says that X is near Y: "X, near Y", "X, 20 km from Y"; "fired at X by Y" does not."""
    words = [word.strip(",") for word in between.casefold().split() if word != ","]
    if 0 < len(words) <= NEAR_WORDS and words[0] in place_words().near - {"by"}:
        return True
    off = OFF.fullmatch(between)
    return off is not None and float(off["far"]) <= FAR


def _some_way_off(between: str) -> bool:
    """Whether "X<between>Y" says which way X lies from Y, but not how far: "X, east of Y"."""
    way = WAY.fullmatch(between)
    return way is not None and way["way"] in place_words().ways


def _in_town(between: str, name: Name, town: Name) -> bool:
    """Whether "X<between>Y" says that X is a part of the town Y: "in the Santa Ana gorge in Buenavista"."""
    match = IN_TOWN.fullmatch(between)
    known = any(c.capital or c.population >= BIG for c in name.candidates if c.folded == name.folded)
    if match is None or name.by not in STANDS or (known and not match["noun"]) or not town.kinds() & {"settlement"}:
        return False
    lexicon = place_words()
    nouns = lexicon.land | lexicon.quarter | lexicon.facility | lexicon.settlement | lexicon.district
    return match["noun"] is None or match["noun"] in nouns


def _holds_behind(between: str, container: Name) -> bool:
    """Whether "X<between>container" says that X is in the container."""
    wide = container.kinds() & {"country", "region", "area", "district"} or container.typed == "district"
    if container.demonym or not wide:
        return False
    plain = UNKNOWN_DISTRICT.sub("", between).strip().casefold()
    if plain == ",":
        return only_container(container)
    inner = plain.removeprefix(",").split()
    lexicon = place_words()
    if plain.endswith(",") and plain[:-1].strip() in lexicon.village:
        return container.typed in {"district", "region"}  # "Tora village, Kutum locality"
    words = [word.strip(",()") for word in inner]
    if not words or any(word and word not in lexicon.filler for word in words):
        return False
    beside = any(word in lexicon.ways and following == "of" for word, following in pairwise(words))
    holds = {"in", "of", "within", "inside"} & set(words) and not beside
    return bool(holds) and not {"and", "or", "to"} & set(words[:1])


@cache
def _between_holder() -> frozenset[str]:
    """Words that may stand between a holder and what it holds: "the Malian town of X"."""
    lexicon = place_words()
    return lexicon.filler | lexicon.settlement | lexicon.directions | lexicon.possessed_places | lexicon.district


def _holds_before(between: str, container: Name, name: Name) -> bool:
    """Whether "container<between>X" says that X is in the container: "Sudan's El Fasher", "the Malian town of X"."""
    words = [word.strip(",") for word in between.casefold().replace("’", "'").split()]
    lexicon = place_words()
    known = _between_holder()
    if container.demonym:
        return all(word in known for word in words) and not {"in", "and", "or", "to"} & set(words)
    if not container.kinds() & {"country", "region", "area"}:
        return False
    possessive = words[:1] == ["'s"] or words[:1] == ["'"]
    rest = words[1:] if possessive else words
    if any(word not in known and word not in lexicon.region for word in rest) or {"in", "and", "or", "to"} & set(rest):
        return False
    of_noun = len(rest) >= 2 and rest[-1] == "of" and rest[-2] in lexicon.settlement
    return possessive or (of_noun and container.kinds() <= {"region", "area", "country", "district"})
