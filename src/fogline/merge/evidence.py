"""What speaks for and against two tellings being of one happening?

Each feature is a name, a score and a detail to show a reader: positive scores speak for, negative against, and
`CONTRADICTS` rules it out. The weights follow how sharply each question divides happenings in reports of one day; they
were set by hand and checked on cases that are coded by hand (pairwise precision first) in 2026-11.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

from fogline.merge import evidence_words
from fogline.merge.evidence_days import CONTRADICTS, OTHER_HALF, days_score, is_formula, other_half, two_nights
from fogline.merge.kinds import ATTACKS, MUTUAL, SAID, weapons_fit
from fogline.merge.unit import Unit
from fogline.merge.wording import in_common, names_place
from fogline.model import Figure, Place, is_part
from fogline.model.explained import Feature

NEAR_KM = 15.0  # a settlement's radius in the codebook: one village or the next
BESIDE_KM = 5.0  # a district, a suburb, a plant at the edge of the town
NAMESAKE_KM = 60.0  # one name with coordinates of the town and of its district
REGION_KM = 150.0  # a region's radius in the codebook
MANY = 10  # two counts from here on seldom agree by chance
FEW = 2  # one dead, two hurt: too common to tell one strike from the next
TELLING = FEW + 1

# Scores that other modules ask about.
SAME_WEAPON = 0.7
TELLING_COUNT = 1.5
UNLIKE_ATTACKS = -1.0  # "the massacre" in one report may be the shelling of another
SOME_COUNT = 0.8
RARE_COUNT = 2.0
FAR_COUNTS = ((10, -0.7), (3, -0.4))  # more than so many times the other
OTHER_COUNT = -0.2  # tolls grow, and sides count differently: little against it

TOWN, BESIDE, REGION = 3.0, 2.0, 1.5  # one town, a town and what lies beside it, one region
OTHER_SITE = -4.5  # a school where five died, a bakery where two did
NAMES = (0.4, 0.7)  # of one name in common, of more
DAY_NAMED = 0.4  # both say "on Monday": neither has its day from the post's alone
PLACE_NAMED = 1.0  # "in Lisne, near Dorsk", where the other tells of Dorsk
FEWEST_RARE = 3
RARE_WORDS = (0.3, 0.6)  # of three longer words in common, of more
SAME_VOICE, OTHER_VOICE = 0.7, -4.0
NAME_LETTERS = 4
VOICES_KEPT = 1 << 14
KM_A_DEGREE = 111.0  # of latitude
NEARNESS_KEPT = 1 << 16  # pairs of places: the towns of a war come up again and again

# Of what was hit, buildings that no other word means. Homes burn beside much else, and what one side calls a military
# target is another's port.
SITES = frozenset({"airport", "hospital", "market", "media", "religious", "school"})
TOLL = ("killed", "injured")

# A feature's name and score; an agreement of two figures: how much it speaks for, the figure's name, both values.
Score = tuple[str, float]
Agreement = tuple[float, str, Figure, Figure]

# Places of two tellings, from the closest relation to none.
SAME, NEAR, WITHIN, VAGUE = "same", "near", "within", "vague"


def explain_pair(one: Unit, other: Unit) -> tuple[Feature, ...]:
    """All that speaks for and against; it ends at the first contradiction."""
    return tuple(Feature(name, score, detail(name, one, other)) for name, score in scored(one, other).items())


def total(features: tuple[Feature, ...]) -> float:
    """The sum of the scores; minus infinity where one of them contradicts."""
    return sum(feature.score for feature in features)


def scored(one: Unit, other: Unit) -> dict[str, float]:
    """The same by name, without the words to show: most pairs are never shown."""
    scores: dict[str, float] = {}
    for name, score in _said(one, other) if one.group in SAID else _done(one, other):
        scores[name] = score
        if score == CONTRADICTS:
            break
    return scores


def together(scores: Mapping[str, float]) -> float:
    """The sum of the scores; minus infinity where one of them contradicts."""
    return sum(scores.values())


def detail(name: str, one: Unit, other: Unit) -> str:
    """What a feature of two tellings rests on, in words."""
    if name == "place":
        nearby = between(one, other)
        places = evidence_words.places(one, other)
        return places if nearby is None or one.group in SAID else f"{nearby}: {places}"
    if name == "days" and two_nights(one, other):
        return f"two nights: {evidence_words.days(one, other)}"
    if name == "figures":
        best = _best_figures(one, other)
        return evidence_words.figures(best)
    return evidence_words.DETAILS[name](one, other)


@lru_cache(maxsize=NEARNESS_KEPT)
def nearness(one: Place | None, other: Place | None) -> str | None:
    """How two places relate: same, near, within, vague; None where they cannot be of one happening."""
    if one is None or other is None:
        return VAGUE
    kinds = {one.precision, other.precision}
    if kinds == {"settlement"}:
        return _settlements(one, other)
    if one.country and other.country and one.country != other.country:
        return None
    return _wide(one, other, kinds)


def between(one: Unit, other: Unit) -> str | None:
    """How the places of two tellings relate; one that only stands elsewhere in its report rules no other one out."""
    return nearness(one.place, other.place) or (VAGUE if lent(one, other) else None)


def lent(one: Unit, other: Unit) -> bool:
    """Whether two tellings have different places of one country, of which one at least is only guessed."""
    if one.place is None or other.place is None or not (one.place_guessed or other.place_guessed):
        return False
    return one.place.country == other.place.country and nearness(one.place, other.place) is None


def _wide(one: Place, other: Place, kinds: AbstractSet[str]) -> str | None:
    """How places relate of which one at least is a region or a country, of one country as far as told."""
    if _letters(one) == _letters(other) and one.km_to(other) <= REGION_KM:
        return SAME  # a village that one report places only by its region
    if "country" in kinds:
        return VAGUE
    if _region(one) and _region(one) == _region(other):
        return SAME if kinds == {"region"} else WITHIN
    if is_part(_region(one), _region(other)) or is_part(_region(other), _region(one)):
        return WITHIN
    reach = REGION_KM if not (one.region and other.region) else NAMESAKE_KM
    return VAGUE if one.km_to(other) <= reach else None


def _done(one: Unit, other: Unit) -> Iterator[Score]:
    """Of deeds: where and when first, then by whom, with what, on what, how many."""
    yield "type", _kind(one, other)
    nearby = between(one, other)
    yield "place", _place(one, other, nearby)
    yield "days", days_score(one, other)
    if other_half(one, other):
        yield "part of day", OTHER_HALF
    yield "parties", _parties(one, other)
    if one.weapon and other.weapon:
        yield "weapon", _weapon(one, other)
    if one.against and other.against and not (_whoever(one) or _whoever(other)):
        yield "against", _against(one, other)
    yield "figures", _figures(one, other)
    yield "words", _words(one, other)
    yield from _wording(one, other, nearby)


def _whoever(unit: Unit) -> bool:
    """Whether an attack is told so openly that its having been on people says no more than that some were hurt."""
    return unit.open and unit.against == {"people"}


def _against(one: Unit, other: Unit) -> float:
    """What was hit; told otherwise it says little, since a strike hits much, but where the tolls are two as well."""
    if one.against & other.against:
        return 0.7
    return OTHER_SITE if one.against | other.against <= SITES and _other_toll(one, other) else -0.3


def _other_toll(one: Unit, other: Unit) -> bool:
    """Whether both count the dead or the hurt, and no count is the other's, or has grown from it by a later day."""
    tolls = [name for name in TOLL if name in one.figures and name in other.figures]
    pairs = [(a, b) for name in tolls for a in one.figures[name] for b in other.figures[name]]
    if not pairs or one.published is None or other.published is None:
        return False
    if one.published.gap(other.published):
        later = one.published.first > other.published.first
        return all(a.low < b.low if later else b.low < a.low for a, b in pairs)
    return not any(a.overlaps(b) for a, b in pairs)


def _said(one: Unit, other: Unit) -> Iterator[Score]:
    """Of what is said or decided: by whom, to whom, on which day; the place matters less."""
    yield "type", _kind(one, other)
    yield "days", days_score(one, other)
    yield "parties", _talkers(one, other) if one.group in MUTUAL else _speakers(one, other)
    nearby = nearness(one.place, other.place)
    if nearby is None:
        yield "place", -2.0 if one.group == "talks" else -0.5
    elif nearby in (SAME, NEAR):
        yield "place", 0.3 if one.place and one.place.precision == "country" else 1.0
    if one.voices and other.voices:
        group = _group_speaks(one) or _group_speaks(other)
        anybody = group or one.group in MUTUAL  # talks are told by either side
        yield "voice", max(_voice(one.voices, other.voices), 0.0 if anybody else OTHER_VOICE)
    if one.weapon & other.weapon or one.against & other.against:
        yield "object", 0.5
    yield "figures", _figures(one, other)
    yield "words", _words(one, other)
    yield from _wording(one, other, nearby)


def _group_speaks(unit: Unit) -> bool:
    """Whether it is told only for the whole group, "the Houthis threatened": that can be the word of anybody of it."""
    return unit.voices <= {name.casefold() for name in unit.actor}


def _voice(one: frozenset[str], other: frozenset[str]) -> float:
    """Whose word it is: another person's is another happening, as far as both names are written in one alphabet."""
    if one & other:
        return SAME_VOICE
    a, b = _names_in(one), _names_in(other)
    if a & b:
        return SAME_VOICE
    return OTHER_VOICE if any(map(str.isascii, a)) == any(map(str.isascii, b)) else 0.0


@lru_cache(maxsize=VOICES_KEPT)
def _names_in(voices: frozenset[str]) -> frozenset[str]:
    """The longer words of voices: "Igor Klymenko" and "minister Klymenko" are one."""
    return frozenset(word for voice in voices for word in voice.split() if len(word) >= NAME_LETTERS)


def _kind(one: Unit, other: Unit) -> float:
    if one.ahead != other.ahead or (one.group != other.group and not {one.group, other.group} <= ATTACKS):
        return CONTRADICTS
    if one.group != other.group:
        return 0.0 if one.open or other.open else UNLIKE_ATTACKS
    if one.type == other.type:
        return 0.5
    return -1.0 if one.group in SAID else 0.0


def _place(one: Unit, other: Unit, nearby: str | None) -> float:
    if nearby is None:
        return CONTRADICTS
    if nearby == SAME:
        return REGION if one.place and one.place.precision == "region" else TOWN
    if nearby == VAGUE:
        both = one.place and other.place and one.place.precision == other.place.precision == "country"
        return 0.8 if both else 0.2
    if nearby == NEAR and one.place and other.place and one.place.km_to(other.place) <= BESIDE_KM:
        return BESIDE
    return 1.0


def _settlements(one: Place, other: Place) -> str | None:
    if one.geonameid is not None and one.geonameid == other.geonameid:
        return SAME
    if abs(one.lat - other.lat) * KM_A_DEGREE > NAMESAKE_KM:
        return None  # no need to measure
    km = one.km_to(other)
    if _letters(one) == _letters(other) and km <= NAMESAKE_KM:
        return SAME
    return NEAR if km <= NEAR_KM else None


def _letters(place: Place) -> str:
    """A name without what is spelt now one way, now another: "Tin-Akoff" is "Tin Akoff", "Banibangou" "Bani Bangou"."""
    return "".join(letter for letter in place.name.casefold() if letter.isalnum())


def _region(place: Place) -> str | None:
    name = place.region or (place.name if place.precision == "region" else None)
    return name.casefold() if name else None


def _parties(one: Unit, other: Unit) -> float:
    """Who did it to whom; of clashes either may be told as the attacker."""
    if one.group in MUTUAL:
        a, b = one.actor | one.target, other.actor | other.target
        return 0.0 if not a or not b else 0.7 if a & b else -1.5
    if one.group == "territory" and one.actor and other.actor and not one.actor & other.actor:
        return CONTRADICTS
    if one.against & other.against and _turned_back(one, other):
        return 0.0
    return _overlap(one.actor, other.actor, 0.7, -1.0) + _overlap(one.target, other.target, 0.5, -0.5)


def _turned_back(one: Unit, other: Unit) -> bool:
    """Whether a side that one telling accuses tells in the other that somebody else did it."""
    if not one.actor or not other.actor or one.actor & other.actor:
        return False
    return bool(one.actor & _sides(other) or other.actor & _sides(one))


def _sides(unit: Unit) -> set[str]:
    return {claim.side for claim in unit.claims if claim.side}


def _speakers(one: Unit, other: Unit) -> float:
    actors = _overlap(one.actor, other.actor, 2.0, CONTRADICTS)
    return actors + _overlap(one.target, other.target, 1.0, -1.0)


def _talkers(one: Unit, other: Unit) -> float:
    """Talks need the same parties, whoever is told first."""
    a, b = one.actor | one.target, other.actor | other.target
    if not a or not b:
        return 0.0
    if not (a <= b or b <= a):
        return CONTRADICTS
    return 3.0 if a == b else 1.5


def _weapon(one: Unit, other: Unit) -> float:
    if one.weapon & other.weapon:
        return SAME_WEAPON
    return 0.2 if weapons_fit(one.weapon, other.weapon) else -1.0


def _figures(one: Unit, other: Unit) -> float:
    """The two best agreements of figures, or something against where all in common are of another size."""
    best = _best_figures(one, other)
    if not best:
        return 0.0
    return sum(value for value, *_ in best if value > 0) or min(best[0][0], 0.0)


def _best_figures(one: Unit, other: Unit) -> list[Agreement]:
    """The two figures that agree best, of each the two values that do."""
    found: list[Agreement] = []
    for name in one.figures.keys() & other.figures.keys():
        values = [(_agreement(a, b), name, a, b) for a in one.figures[name] for b in other.figures[name]]
        found.append(values[0] if len(values) == 1 else max(values, key=_by_agreement))
    return sorted(found, key=_by_agreement, reverse=True)[:2] if len(found) > 1 else found


def _by_agreement(found: Agreement) -> tuple[float, str, tuple[int, float], tuple[int, float]]:
    value, name, *both = found
    one, other = ((figure.low, float("inf") if figure.high is None else figure.high) for figure in both)
    return value, name, one, other


def _agreement(a: Figure, b: Figure) -> float:
    if a == b:
        return 0.2 if a.low == 0 else SOME_COUNT if a.low <= FEW else TELLING_COUNT if a.low < MANY else RARE_COUNT
    if a.overlaps(b):
        return 0.3
    low, high = sorted((max(a.low, 1), max(b.low, 1)))
    return next((score for times, score in FAR_COUNTS if high > times * low), OTHER_COUNT)


def _words(one: Unit, other: Unit) -> float:
    """The same sentence in two reports: one text, printed twice."""
    return 3.0 if one.sentences & other.sentences and not is_formula(one, other) else 0.0


def _wording(one: Unit, other: Unit, nearby: str | None) -> Iterator[Score]:
    """Names and rare words in common; that there are none says nothing, since most tellings are in other words."""
    if nearby == NEAR and (_names_place(one, other) or _names_place(other, one)):
        yield "place named", PLACE_NAMED
    if is_formula(one, other):
        return
    if in_common(one.day_words, other.day_words):
        yield "day named", DAY_NAMED
    names = len(in_common(one.names, other.names))
    if names:
        yield "names", NAMES[min(names, len(NAMES)) - 1]
    rare = len(in_common(one.words, other.words)) - names
    if rare >= FEWEST_RARE:
        yield "rare words", RARE_WORDS[min(rare - FEWEST_RARE, len(RARE_WORDS) - 1)]


def _names_place(one: Unit, other: Unit) -> bool:
    """Whether a telling names the other's settlement beside its own: a district by the town, a village by the next."""
    return other.place is not None and names_place(one.names, other.place.name)


def _overlap(a: frozenset[str], b: frozenset[str], same: float, unlike: float) -> float:
    if not a or not b:
        return 0.0
    return same if a & b else unlike
