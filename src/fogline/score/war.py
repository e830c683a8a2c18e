"""What happened in a war that never was? The truth behind claims with which merging alone is measured.

Three countries of towns 10 to 40 km apart, a fixed number of happenings a day, whatever the length of the war: a ledger
grows by lasting longer. Most happenings have a neighbour that differs in one thing alone: the same town and weapon the
next day, the next town on the same day, the same plant a month later, the same town in the morning and in the evening,
a strike after the threat of it. Everything depends on the seed alone.
"""

import datetime as dt
import random
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from fogline.model import Place

START = dt.date(2024, 3, 1)
COUNTRIES = ("XA", "XB", "XC")  # ISO 3166 leaves these codes to its users
REGIONS, TOWNS = 12, 40  # regions of a country, towns of a region
STEP = 0.22  # degrees between towns, before they are shaken: 24 km north to south
REGION_ACROSS, REGION_DOWN = 8, 5  # towns of a region, east and north
NAMESAKES = 0.02  # towns that bear the name of one in another region
A_DAY = 180  # happenings a day in all; ACLED counts 100 to 150 a day in Ukraine alone

ROUGH = 0.09  # deeds that the hand-coded cases place by their region alone (788 tellings, 2026-11)
# The shares of what follows an earlier happening; the rest happens by itself.
NEXT_DAY, NEXT_TOWN, MONTH_LATER, EVENING, THREATENED = 0.15, 0.15, 0.04, 0.03, 0.01
MONTH = (27, 34)  # days until a plant is hit again
HELD = 7  # days for which who takes a village has it: nobody takes it twice

SYLLABLES = ("ba", "dor", "ke", "lin", "mo", "nar", "pe", "ros", "sha", "tul", "ve", "zar", "hu", "gri", "oll", "sen")
# Kinds of deeds: how often, the type, its weapons, and what it is done to.
Kind = tuple[float, str, tuple[str, ...]]
THREAT: Kind = (0.6, "threat", ())
DEEDS: tuple[Kind, ...] = (
    (30, "air_drone_strike", ("drone", "drone", "glide_bomb", "airstrike")),
    (28, "missile_artillery_attack", ("artillery", "missile", "rocket", "ballistic_missile", "cruise_missile")),
    (5, "bombing", ("explosive", "mine")),
    (13, "ground_battle", ("gun", "artillery")),
    (5, "territory_change", ()),
    (4, "violence_against_civilians", ("gun", "knife_fire")),
    (5, "abduction_detention", ()),
    (2, "property_destruction", ("knife_fire",)),
    (3, "protest", ()),
    # Six parties speak: a few words a day are many.
    THREAT,
    (0.6, "negotiation", ()),
    (0.3, "pledge", ()),
)
SPEAKERS = 12  # of each party
SAID = ("threat", "negotiation", "pledge")
REMOTE = ("air_drone_strike", "missile_artillery_attack")
THINGS = ("residential", "energy", "school", "hospital", "industry", "port", "market", "military", "transport")
PARTS = ("morning", "afternoon", "evening")
DETAILS, DETAIL_WORDS = 5, 2000  # a bus driver, a stairwell, the second floor: of each happening so many
TOLLS = (0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 5, 7, 9, 12, 18, 31)


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened (or was said): the truth that reports tell of.

    `day` is that of the morning where it was `night`, `part` the part of the day; `thing_name` is the proper name of
    what was hit, `rough` that nobody tells the place closer than its region. Coders count what is done in one town on
    one day, in one way, once, unless it is told as two: so no two are alike in these
    but a morning's and an evening's strike.
    """

    number: int
    day: dt.date
    town: int
    type: str
    weapon: str | None
    thing: str
    thing_name: str
    actor: str
    target: str
    killed: int
    injured: int
    night: bool = False
    rough: bool = False
    part: str = "morning"  # of the day
    details: tuple[int, ...] = ()  # what is told of it beside, as numbers of words
    about: int | None = None  # of a threat, the town that it names
    morning: int | None = None  # of an evening's strike, the number of the morning's
    speaker: int = 0  # of what is said, which of the actor's people says it


class World:
    """The towns and regions of the three countries, their popularity and the names of what stands in them."""

    def __init__(self, seed: int) -> None:
        """The same seed makes the same world."""
        chance = random.Random(f"world {seed}")
        self.towns: list[Place] = []
        self.regions: list[Place] = []
        self.countries: list[Place] = []
        for at, code in enumerate(COUNTRIES):
            self.countries.append(Place(f"Country {code}", code, None, 20.0 + 20 * at, 34.0, 100 + at, "country"))
            for number in range(REGIONS):
                self._add_region(code, at, number, chance)
        for at in range(len(self.towns)):
            if chance.random() < NAMESAKES:
                self.towns[at] = replace(self.towns[at], name=chance.choice(self.towns).name)
        # Fighting is where it is: the weights fall like those of words (Zipf), so that some towns are hit daily.
        order = chance.sample(range(len(self.towns)), len(self.towns))
        self._by_weight = order
        self._weights = list(accumulate(1 / (3 + rank) ** 0.8 for rank in range(len(order))))
        parties = [party for town in range(0, len(self.towns), TOWNS * REGIONS) for party in self.sides(town)]
        self._speakers = {
            (party, number): f"{a_name(chance)} {a_name(chance)}" for party in parties for number in range(SPEAKERS)
        }
        self._near = [self._neighbours(at) for at in range(len(self.towns))]
        beside = ((0.04, 0.03), (0.03, -0.04), (-0.04, 0.02))  # degrees: 4 to 5 km
        self._suburbs = [
            [
                replace(town, name=a_name(chance), lat=town.lat + north, lon=town.lon + east, geonameid=None)
                for north, east in beside
            ]
            for town in self.towns
        ]

    def draw_town(self, chance: random.Random) -> int:
        """A town, the embattled ones more often."""
        return self._by_weight[bisect(self._weights, chance.random() * self._weights[-1])]

    def suburb(self, town: int, chance: random.Random) -> Place:
        """One of the villages and districts beside a town."""
        return chance.choice(self._suburbs[town])

    def next_town(self, town: int, chance: random.Random) -> int:
        """One of the six nearest towns of the region."""
        return chance.choice(self._near[town])

    def region_of(self, town: int) -> Place:
        """The region of a town, at its own centre."""
        return self.regions[town // TOWNS]

    def country_of(self, town: int) -> Place:
        """The country of a town."""
        return self.countries[town // TOWNS // REGIONS]

    def sides(self, town: int) -> tuple[str, str]:
        """The two parties that fight over a town's country."""
        code = COUNTRIES[town // TOWNS // REGIONS]
        return f"Army of {code}", f"Front of {code}"

    def speaker(self, party: str, number: int, foreign: bool) -> str:
        """The name of one of a party's speakers; written in other letters by outlets of another language."""
        name = self._speakers[party, number]
        return "".join(chr(0x430 + ord(letter) % 32) for letter in name) if foreign else name

    def _add_region(self, code: str, at: int, number: int, chance: random.Random) -> None:
        south = 18.0 + 20 * at + (number // 3) * REGION_DOWN * STEP
        west = 30.0 + (number % 3) * REGION_ACROSS * STEP
        name, key = f"{a_name(chance)} Region", len(self.regions)
        middle = (south + REGION_DOWN * STEP / 2, west + REGION_ACROSS * STEP / 2)
        self.regions.append(Place(name, code, name, *middle, 1000 + key, "region"))
        for cell in range(TOWNS):
            lat = south + (cell // REGION_ACROSS + chance.uniform(-0.3, 0.3)) * STEP
            lon = west + (cell % REGION_ACROSS + chance.uniform(-0.3, 0.3)) * STEP
            self.towns.append(Place(a_name(chance), code, name, lat, lon, 10_000 + len(self.towns), "settlement"))

    def _neighbours(self, town: int) -> list[int]:
        here, first = self.towns[town], town // TOWNS * TOWNS
        others = [at for at in range(first, first + TOWNS) if at != town]
        return sorted(others, key=lambda at: here.km_to(self.towns[at]))[:6]


def a_name(chance: random.Random) -> str:
    """A made-up proper name."""
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.choice((2, 3, 3)))).capitalize()


def happenings(world: World, seed: int, a_day: int = A_DAY) -> Iterator[list[Happening]]:
    """The happenings of each day, day after day without an end."""
    chance = random.Random(f"war {seed}")
    threatened: dict[dt.date, list[Happening]] = {}
    past: list[list[Happening]] = []
    number = 0
    day = START
    while True:
        today: list[Happening] = []
        for threat in threatened.pop(day, []):
            today.append(_strike(threat, number, day, world, chance))
            number += 1
        taken = {_alike(one) for one in today}
        held = {(one.town, one.actor) for before in past[-HELD:] for one in before if one.type == "territory_change"}
        while len(today) < a_day:
            one, evening = _one(number, day, today=today, past=past, world=world, chance=chance)
            if _alike(one) in taken and not evening:
                continue
            if one.type == "territory_change" and (one.town, one.actor) in held:
                continue
            taken.add(_alike(one))
            today.append(one)
            number += 1
            if today[-1].type == "threat" and today[-1].about is not None:
                threatened.setdefault(day + dt.timedelta(days=chance.randint(1, 3)), []).append(today[-1])
        yield today
        past = [*past, today][-MONTH[1] :]
        day += dt.timedelta(days=1)


def _one(
    number: int,
    day: dt.date,
    *,
    today: list[Happening],
    past: list[list[Happening]],
    world: World,
    chance: random.Random,
) -> tuple[Happening, bool]:
    """A happening of this day, one that follows an earlier one or one of its own; whether it is an evening's twin."""
    kind = chance.random()
    if kind < NEXT_DAY and past:
        before = chance.choice(past[-1])
        if before.type != "territory_change":  # nobody takes a village twice
            return _again(before, number, day, chance), False
    kind -= NEXT_DAY
    if kind < NEXT_TOWN and today:
        before = chance.choice(today)
        after = _again(before, number, day, chance)
        place = world.next_town(before.town, chance)
        return replace(after, town=place, thing_name=a_name(chance), night=before.night), False
    kind -= NEXT_TOWN
    if kind < MONTH_LATER and len(past) >= MONTH[0]:
        return _again(chance.choice(past[-chance.randint(MONTH[0], len(past))]), number, day, chance), False
    kind -= MONTH_LATER
    if kind < EVENING and today:
        morning = chance.choice(today)
        twins = morning.morning is not None or any(one.morning == morning.number for one in today)
        if morning.type in REMOTE and not morning.night and not twins:
            part = "morning" if morning.part == "evening" else "evening"
            return replace(_again(morning, number, day, chance), morning=morning.number, part=part), True
    kind -= EVENING
    town = world.draw_town(chance)
    if kind < THREATENED:
        threat = _fresh(number, day, town, THREAT, world=world, chance=chance)
        return replace(threat, about=town), False
    kind_of_deed = chance.choices(DEEDS, weights=[often for often, _, _ in DEEDS])[0]
    return _fresh(number, day, town, kind_of_deed, world=world, chance=chance), False


def _alike(one: Happening) -> tuple[object, ...]:
    """What coders count once a day: a town's strikes, its other deeds by kind, a speaker's word, two parties' talks.

    Where nobody tells more than the region, two such strikes of a day are one to whoever reads of them.
    """
    if one.type == "negotiation":
        return one.type, one.town // TOWNS // REGIONS
    if one.type in SAID:
        return one.type, one.actor, one.speaker
    where = ("region", one.town // TOWNS) if one.rough else ("town", one.town)
    return where, "strike" if one.type in (*REMOTE, "bombing") else one.type


def _fresh(number: int, day: dt.date, town: int, kind: Kind, *, world: World, chance: random.Random) -> Happening:
    _, deed, weapons = kind
    actor, target = chance.sample(world.sides(town), 2)
    weapon = chance.choice(weapons) if weapons else None
    killed, injured = _toll(deed, chance)
    night = deed in REMOTE and chance.random() < 0.3
    thing = chance.choice(THINGS)
    name, speaker = a_name(chance), chance.randrange(SPEAKERS)
    rough = chance.random() < ROUGH
    one = Happening(
        number, day, town, deed, weapon, thing, name, actor, target, killed, injured, night, rough, speaker=speaker
    )
    return replace(one, part=_part(night, chance), details=_details(chance))


def _again(before: Happening, number: int, day: dt.date, chance: random.Random) -> Happening:
    """The same deed once more, with a toll of its own; sometimes with another weapon or on something else."""
    killed, injured = _toll(before.type, chance)
    after = replace(before, number=number, day=day, killed=killed, injured=injured, about=None, morning=None)
    after = replace(after, part=_part(before.night, chance), details=_details(chance))
    if chance.random() < 0.3:
        after = replace(after, thing=chance.choice(THINGS), thing_name=a_name(chance))
    if before.type in REMOTE and chance.random() < 0.3:
        _, deed, weapons = DEEDS[chance.randrange(2)]
        after = replace(after, type=deed, weapon=chance.choice(weapons))
    return after


def _strike(threat: Happening, number: int, day: dt.date, world: World, chance: random.Random) -> Happening:
    """What a threat announced."""
    town = threat.town if threat.about is None else threat.about
    strike = _fresh(number, day, town, DEEDS[chance.randrange(2)], world=world, chance=chance)
    return replace(strike, actor=threat.actor, target=threat.target)


def _part(night: bool, chance: random.Random) -> str:
    return "night" if night else chance.choice(PARTS)


def _details(chance: random.Random) -> tuple[int, ...]:
    """Words fall off in frequency as those of a language do."""
    return tuple(min(DETAIL_WORDS - 1, int(3 * chance.paretovariate(0.7))) for _ in range(DETAILS))


def _toll(deed: str, chance: random.Random) -> tuple[int, int]:
    if deed in SAID or deed == "territory_change":
        return 0, 0
    killed = chance.choice(TOLLS)
    return killed, killed * chance.choice((1, 2, 3)) + chance.randrange(9)
