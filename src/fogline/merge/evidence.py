"""What speaks for and against two tellings being of one happening?

Each feature is a name, a score and a detail to show a reader: positive scores speak for, negative against, and
`CONTRADICTS` rules it out. The weights follow how sharply each question divides happenings in reports of one day; they
were set by hand and checked on cases that are coded by hand (pairwise precision first) in 2026-11.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from fogline.merge.kinds import ATTACKS, MUTUAL, SAID, weapons_fit
from fogline.merge.unit import Unit
from fogline.model import Days, Figure, Place
from fogline.model.explained import Feature

CONTRADICTS = float("-inf")

NEAR_KM = 15.0  # a settlement's radius in the codebook: one village or the next
BESIDE_KM = 5.0  # a district, a suburb, a plant at the edge of the town
NAMESAKE_KM = 60.0  # one name with coordinates of the town and of its district
REGION_KM = 150.0  # a region's radius in the codebook
NIGHT = 2  # days of "overnight", from evening to morning
LONG_DAYS = 10  # more is a period ("in May"), not a happening's days
GUESSED_GAP = 3  # a headline or a follow-up gives no day; older news names one
LASTING_GAP = 3  # a village's capture is claimed again for some days
MANY = 10  # two counts from here on seldom agree by chance
FEW = 2  # one dead, two hurt: too common to tell one strike from the next

# Scores that other modules ask about.
EQUAL_DAYS = 2.0
SHARED_DAYS = 1.5
SAME_WEAPON = 0.7
TELLING_COUNT = 1.5
UNLIKE_ATTACKS = -1.0  # "the massacre" in one report may be the shelling of another
SOME_COUNT = 0.8
RARE_COUNT = 2.0

# Places of two tellings, from the closest relation to none.
SAME, NEAR, WITHIN, VAGUE = "same", "near", "within", "vague"


def explain_pair(one: Unit, other: Unit) -> tuple[Feature, ...]:
    """All that speaks for and against; it ends at the first contradiction."""
    features: list[Feature] = []
    for feature in _said(one, other) if one.group in SAID else _done(one, other):
        features.append(feature)
        if feature.score == CONTRADICTS:
            break
    return tuple(features)


def total(features: tuple[Feature, ...]) -> float:
    """The sum of the scores; minus infinity where one of them contradicts."""
    return sum(feature.score for feature in features)


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


def _wide(one: Place, other: Place, kinds: AbstractSet[str]) -> str | None:
    """How places relate of which one at least is a region or a country, of one country as far as told."""
    if one.name.casefold() == other.name.casefold() and one.km_to(other) <= REGION_KM:
        return SAME  # a village that one report places only by its region
    if "country" in kinds:
        return VAGUE
    if _region(one) and _region(one) == _region(other):
        return SAME if kinds == {"region"} else WITHIN
    reach = REGION_KM if not (one.region and other.region) else NAMESAKE_KM
    return VAGUE if one.km_to(other) <= reach else None


def _done(one: Unit, other: Unit) -> Iterator[Feature]:
    """Of deeds: where and when first, then by whom, with what, on what, how many."""
    yield _kind(one, other)
    yield _place(one, other)
    yield _days(one, other)
    yield _parties(one, other)
    if one.weapon and other.weapon:
        yield _weapon(one, other)
    if one.against and other.against:
        shared = one.against & other.against
        yield Feature("against", 0.7 if shared else -0.3, _both(one.against, other.against))
    yield _figures(one, other)
    yield _words(one, other)


def _said(one: Unit, other: Unit) -> Iterator[Feature]:
    """Of what is said or decided: by whom, to whom, on which day; the place matters less."""
    yield _kind(one, other)
    yield _days(one, other)
    if one.group in MUTUAL:
        yield _talkers(one, other)
    else:
        yield _speakers(one, other)
    nearby = nearness(one.place, other.place)
    if nearby is None:
        yield Feature("place", -2.0 if one.group == "talks" else -0.5, _both_places(one, other))
    elif nearby in (SAME, NEAR):
        yield Feature("place", 1.0, _both_places(one, other))
    if one.voices & other.voices:
        yield Feature("voice", 0.7, ", ".join(sorted(one.voices & other.voices)))
    if one.weapon & other.weapon or one.against & other.against:
        yield Feature("object", 0.5, ", ".join(sorted(one.weapon & other.weapon | one.against & other.against)))
    yield _figures(one, other)
    yield _words(one, other)


def _kind(one: Unit, other: Unit) -> Feature:
    if one.ahead != other.ahead or (one.group != other.group and not {one.group, other.group} <= ATTACKS):
        return Feature("type", CONTRADICTS, f"{one.type} | {other.type}")
    if one.group != other.group and (one.open or other.open):
        return Feature("type", 0.0, f"{one.type} | {other.type}: one is open")
    if one.group != other.group:
        return Feature("type", UNLIKE_ATTACKS, f"{one.type} | {other.type}")
    if one.type == other.type:
        return Feature("type", 0.5, one.type)
    return Feature("type", -1.0 if one.group in SAID else 0.0, f"{one.type} | {other.type}")


def _place(one: Unit, other: Unit) -> Feature:
    nearby = nearness(one.place, other.place)
    if nearby is None:
        return Feature("place", CONTRADICTS, _both_places(one, other))
    score = {SAME: 3.0, NEAR: 1.0, WITHIN: 1.0, VAGUE: 0.2}[nearby]
    if nearby == SAME and one.place and one.place.precision == "region":
        score = 1.5
    elif nearby == VAGUE and one.place and other.place and one.place.precision == other.place.precision == "country":
        score = 0.8
    elif nearby == NEAR and one.place and other.place and one.place.km_to(other.place) <= BESIDE_KM:
        score = 2.0
    return Feature("place", score, f"{nearby}: {_both_places(one, other)}")


def _settlements(one: Place, other: Place) -> str | None:
    km = one.km_to(other)
    if one.geonameid is not None and one.geonameid == other.geonameid:
        return SAME
    if one.name.casefold() == other.name.casefold() and km <= NAMESAKE_KM:
        return SAME
    return NEAR if km <= NEAR_KM else None


def _region(place: Place) -> str | None:
    name = place.region or (place.name if place.precision == "region" else None)
    return name.casefold() if name else None


def _days(one: Unit, other: Unit) -> Feature:
    """Equal days speak for it, days apart against; an undated telling says nothing either way."""
    a, b = one.days, other.days
    if a is None or b is None:
        return Feature("days", 0.0, "one is not dated")
    detail = f"{_interval(a)} | {_interval(b)}"
    gap = a.gap(b)
    if gap:
        return Feature("days", _apart(one, other, gap), detail)
    if max(a.length, b.length) > LONG_DAYS:
        return Feature("days", SHARED_DAYS if a == b else 0.2, detail)
    if a.length == b.length == NIGHT and a != b:
        return Feature("days", -3.0, f"two nights: {detail}")
    return Feature("days", EQUAL_DAYS if a == b else SHARED_DAYS, detail)


def _apart(one: Unit, other: Unit, gap: int) -> float:
    """What days between two tellings cost: little at a night's edge or a day that is only inferred, else much."""
    assert one.days and other.days
    if one.group == "territory" and gap <= LASTING_GAP:
        return -0.5 * gap
    if gap <= GUESSED_GAP and (_guessed_late(one, other) or _guessed_late(other, one)):
        return -0.3 * gap
    if gap > 1 or max(one.days.length, other.days.length) > LONG_DAYS:
        return CONTRADICTS
    if one.group in SAID:
        return 1.0
    if max(one.days.length, other.days.length) > 1:
        return -1.5
    return -4.5


def _guessed_late(one: Unit, other: Unit) -> bool:
    """Whether one telling only lacks a day of its own, and so has that of its publication, after the other's."""
    return one.guessed and one.days is not None and other.days is not None and other.days.last < one.days.first


def _parties(one: Unit, other: Unit) -> Feature:
    """Who did it to whom; of clashes either may be told as the attacker."""
    detail = f"{_names(one.actor)} → {_names(one.target)} | {_names(other.actor)} → {_names(other.target)}"
    if one.group in MUTUAL:
        a, b = one.actor | one.target, other.actor | other.target
        return Feature("parties", 0.0 if not a or not b else 0.7 if a & b else -1.5, detail)
    if one.group == "territory" and one.actor and other.actor and not one.actor & other.actor:
        return Feature("parties", CONTRADICTS, detail)
    score = _overlap(one.actor, other.actor, 0.7, -1.0) + _overlap(one.target, other.target, 0.5, -0.5)
    return Feature("parties", score, detail)


def _speakers(one: Unit, other: Unit) -> Feature:
    detail = f"{_names(one.actor)} → {_names(one.target)} | {_names(other.actor)} → {_names(other.target)}"
    actors = _overlap(one.actor, other.actor, 2.0, CONTRADICTS)
    return Feature("parties", actors + _overlap(one.target, other.target, 1.0, -1.0), detail)


def _talkers(one: Unit, other: Unit) -> Feature:
    """Talks need the same parties, whoever is told first."""
    a, b = one.actor | one.target, other.actor | other.target
    detail = f"{_names(a)} | {_names(b)}"
    if not a or not b:
        return Feature("parties", 0.0, detail)
    if not (a <= b or b <= a):
        return Feature("parties", CONTRADICTS, detail)
    return Feature("parties", 3.0 if a == b else 1.5, detail)


def _weapon(one: Unit, other: Unit) -> Feature:
    detail = _both(one.weapon, other.weapon)
    if one.weapon & other.weapon:
        return Feature("weapon", SAME_WEAPON, detail)
    return Feature("weapon", 0.2 if weapons_fit(one.weapon, other.weapon) else -1.0, detail)


def _figures(one: Unit, other: Unit) -> Feature:
    """The two best agreements of figures, or something against where all in common are of another size."""
    found: list[tuple[float, str]] = []
    for name in sorted(one.figures.keys() & other.figures.keys()):
        values = ((a, b) for a in one.figures[name] for b in other.figures[name])
        found.append(max((_agreement(a, b), f"{name} {_count(a)} | {_count(b)}") for a, b in values))
    if not found:
        return Feature("figures", 0.0, "no figure in common")
    best = sorted(found, reverse=True)[:2]
    score = sum(value for value, _ in best if value > 0) or min(best[0][0], 0.0)
    return Feature("figures", score, "; ".join(detail for _, detail in best))


def _agreement(a: Figure, b: Figure) -> float:
    if a == b:
        return 0.2 if a.low == 0 else SOME_COUNT if a.low <= FEW else TELLING_COUNT if a.low < MANY else RARE_COUNT
    if a.overlaps(b):
        return 0.3
    low, high = sorted((max(a.low, 1), max(b.low, 1)))
    return -0.7 if high > 10 * low else 0.0


def _words(one: Unit, other: Unit) -> Feature:
    """The same sentence in two reports: one text, printed twice."""
    shared = one.sentences & other.sentences
    return Feature("words", 3.0 if shared else 0.0, min(shared, default="no sentence in common"))


def _overlap(a: frozenset[str], b: frozenset[str], same: float, unlike: float) -> float:
    if not a or not b:
        return 0.0
    return same if a & b else unlike


def _names(parties: frozenset[str]) -> str:
    return ", ".join(sorted(parties)) or "?"


def _both(a: frozenset[str], b: frozenset[str]) -> str:
    return f"{_names(a)} | {_names(b)}"


def _both_places(one: Unit, other: Unit) -> str:
    return f"{one.place.name if one.place else '?'} | {other.place.name if other.place else '?'}"


def _interval(days: Days) -> str:
    return days.first.isoformat() if days.length == 1 else f"{days.first.isoformat()}..{days.last.isoformat()}"


def _count(figure: Figure) -> str:
    return (
        f"{figure.low}+"
        if figure.high is None
        else f"{figure.low}"
        if figure.low == figure.high
        else f"{figure.low}–{figure.high}"
    )
