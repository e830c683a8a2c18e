"""A war that never was, told by reports that miss things, for measuring merging: neighbours in place and time included.

Towns stand on a grid, 20 to 30 km apart. Some are hit on several days running, some on one day together with the next
town. Reports tell a few happenings each, leave values out, say "overnight", give only the region, copy each other, and
give tolls that grow from day to day.
"""

import datetime as dt
import random
from dataclasses import dataclass

from fogline.model import Claim, Days, Figure, Place, Report

START = dt.date(2024, 3, 1)
WEAPONS = ("drone", "missile", "artillery", "glide_bomb")
TYPE_OF = {
    "drone": "air_drone_strike",
    "glide_bomb": "air_drone_strike",
    "missile": "missile_artillery_attack",
    "artillery": "missile_artillery_attack",
}
THINGS = ("residential", "energy", "school", "hospital", "industry", "port", "market", "military")
ACROSS, TOWNS_IN_REGION = 40, 12


@dataclass(frozen=True)
class Strike:
    """What happened: the truth behind the claims."""

    number: int
    day: dt.date
    town: int
    weapon: str
    thing: str
    killed: int
    injured: int
    overnight: bool


@dataclass(frozen=True)
class War:
    """Reports and claims, and of each claim the number of the strike that it is about."""

    reports: list[Report]
    claims: list[Claim]
    truth: dict[str, int]


def town(number: int) -> Place:
    """A town of the grid."""
    lat, lon = 46.0 + 0.22 * (number // ACROSS), 25.0 + 0.35 * (number % ACROSS)
    region = f"Region {number // TOWNS_IN_REGION}"
    return Place(f"Town {number}", "UA", region, lat, lon, 1000 + number, "settlement")


def region(number: int) -> Place:
    """The region of a town, with a centre of its own."""
    centre = town(number // TOWNS_IN_REGION * TOWNS_IN_REGION + TOWNS_IN_REGION // 2)
    name = centre.region or ""
    return Place(name, "UA", name, centre.lat, centre.lon, 500 + number // TOWNS_IN_REGION, "region")


def strikes(count: int, chance: random.Random) -> list[Strike]:
    """Strikes of which a third repeat the town of the last one next day and a third hit the next town the same day."""
    found: list[Strike] = []
    day, place = START, 0
    for number in range(count):
        kind = chance.random()
        if found and kind < 0.33:
            day += dt.timedelta(days=1)
        elif found and kind < 0.66:
            place += 1
        else:
            day, place = START + dt.timedelta(days=chance.randrange(max(3, count // 12))), chance.randrange(ACROSS * 20)
        dead = chance.choice((0, 1, 1, 2, 3, 4, 7, 12))
        weapon, thing = chance.choice(WEAPONS), chance.choice(THINGS)
        found.append(
            Strike(number, day, place, weapon, thing, dead, dead * 3 + chance.randrange(9), chance.random() < 0.2)
        )
    unique = {(strike.day, strike.town): strike for strike in found}
    return list(unique.values())


def war(count: int, seed: int = 1) -> War:
    """Reports of some strikes: each strike in one to six reports, over three days."""
    chance = random.Random(seed)
    by_day: dict[dt.date, list[tuple[Strike, int]]] = {}
    for strike in strikes(count, chance):
        for _ in range(chance.choice((1, 2, 2, 3, 4, 6))):
            late = chance.choice((0, 0, 1, 1, 2))
            by_day.setdefault(strike.day + dt.timedelta(days=late), []).append((strike, late))
    reports, claims, truth = [], [], {}
    for published, told in sorted(by_day.items()):
        chance.shuffle(told)
        at = 0
        while at < len(told):
            name, size = f"r{len(reports)}", chance.randrange(1, 4)
            these = {strike.number: (strike, late) for strike, late in told[at : at + size]}
            at += size
            reports.append(
                Report(name, f"outlet {len(reports) % 17}", None, name, f"Text of {name}", str(published), "en")
            )
            for strike, late in these.values():
                for claim in telling(name, strike, late, chance):
                    claims.append(claim)
                    truth[claim.id] = strike.number
    return War(reports, claims, truth)


def telling(report: str, strike: Strike, late: int, chance: random.Random) -> list[Claim]:
    """One or two claims of a report on a strike, with things left out."""

    def maybe(value: str, often: float) -> tuple[str, ...]:
        return (value,) if chance.random() < often else ()

    place: Place | None = town(strike.town)
    if chance.random() < 0.08:
        place = region(strike.town) if chance.random() < 0.7 else None
    dates = Days.on(strike.day)
    if strike.overnight and chance.random() < 0.5:
        dates = Days(strike.day - dt.timedelta(days=1), strike.day)
    toll = {"killed": Figure(max(0, strike.killed - 2 + late), strike.killed if late else None)}
    if chance.random() < 0.5:
        toll["injured"] = Figure(strike.injured, strike.injured)
    fields = {
        "type": TYPE_OF[strike.weapon],
        "status": "occurred",
        "date": None if chance.random() < 0.02 else dates,
        "place": place,
        "actor": maybe("Russia", 0.8),
        "target": maybe("Ukraine", 0.7),
        "weapon": maybe(strike.weapon, 0.8),
        "against": maybe(strike.thing, 0.7),
    }
    name = f"{report}/{strike.number}"
    told = [Claim(f"{name}/0", report, str(strike.number), "governor", "Ukraine", "asserts", figures=toll, **fields)]
    if chance.random() < 0.3:
        told.append(Claim(f"{name}/1", report, str(strike.number), None, None, "asserts", **fields))
    return told


def pairwise(events: list[list[Claim]], truth: dict[str, int]) -> tuple[float, float]:
    """Precision and recall over pairs of tellings, of different reports, that share an event."""
    found = {pair for event in events for pair in _pairs(event)}
    by_strike: dict[int, list[Claim]] = {}
    for event in events:
        for claim in event:
            by_strike.setdefault(truth[claim.id], []).append(claim)
    wanted = {pair for claims in by_strike.values() for pair in _pairs(claims)}
    right = len(found & wanted)
    return right / max(1, len(found)), right / max(1, len(wanted))


def _pairs(claims: list[Claim]) -> set[tuple[tuple[str, str], tuple[str, str]]]:
    told = sorted({(claim.report, claim.happening) for claim in claims})
    return {(one, other) for at, one in enumerate(told) for other in told[at + 1 :] if one[0] != other[0]}
