"""Is a value that was read the one of the case? Days, places, lists, figures and voices of two events."""

import datetime as dt
import math

from fogline.score.events import Claim, Days, Event, Point
from fogline.score.names import Names, fold

EARTH_DIAMETER_KM = 12742
NIGHT = dt.timedelta(days=1)
# What a case calls an outlet that has no name: any voice without a side will do.
UNNAMED = ("news site", "outlet")

Counted = tuple[int, int, int]
"""How many values are right, are wanted, and were found."""


def same_days(gold: Days | None, found: Days | None) -> bool:
    """Equal intervals; of a night that is told as "overnight", either of its two days will do."""
    if gold is None or found is None:
        return gold is found
    if gold == found:
        return True
    short = max(gold[1] - gold[0], found[1] - found[0]) <= NIGHT
    return short and (_within(gold, found) or _within(found, gold))


def _within(outer: Days, inner: Days) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def near(gold: Point | None, found: Point | None) -> bool:
    """Whether a place lies within the radius of the case's; anywhere does where the case has none."""
    if gold is None:
        return True
    distance = None if found is None else kilometres(gold, found)
    return distance is not None and distance <= gold.radius_km


def kilometres(one: Point, other: Point) -> float | None:
    """Great-circle distance of two places; None where one has no degrees."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    from_lat, to_lat = math.radians(one.lat), math.radians(other.lat)
    across = math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    half = math.sin((to_lat - from_lat) / 2) ** 2 + math.cos(from_lat) * math.cos(to_lat) * across
    return EARTH_DIAMETER_KM * math.asin(min(1, math.sqrt(half)))


def same_names(gold: Event, found: Event, field: str, names: Names) -> Counted:
    """Values of a list, parties under any of their names."""
    wanted = {names.party(name) for name in gold.lists[field]}
    got = {names.party(name) for name in found.lists[field]}
    return len(wanted & got), len(wanted), len(got)


def same_speaker(gold: Claim, found: Claim, names: Names) -> bool:
    """Whether two claims are the word of one party, or of one source that belongs to none."""
    if gold.side:
        return names.party(gold.side) == names.party(found.side)
    if found.side:
        return False
    shared = set(fold(gold.by).split()) & set(fold(found.by).split())
    return bool(shared) or gold.by in UNNAMED or not found.by


def same_voice(gold: Claim, found: Claim, names: Names) -> bool:
    """Whether two claims are one speaker's, in one report, with one stance."""
    alike = gold.report == found.report and gold.stance == found.stance
    return alike and same_speaker(gold, found, names)


def same_voices(gold: Event, found: Event, names: Names) -> Counted:
    """The distinct voices of an event: those of one side in one report with one stance are one."""
    both, missed, added = voices_apart(gold, found, names)
    return both, both + len(missed), both + len(added)


def voices_apart(gold: Event, found: Event, names: Names) -> tuple[int, list[Claim], list[Claim]]:
    """How many voices are in both events, and those in only one of them."""

    def speaker(claim: Claim) -> str:
        return names.party(claim.side) if claim.side else fold(claim.by)

    wanted = {(claim.report, speaker(claim), claim.stance): claim for claim in gold.claims}
    got = {
        (claim.report, names.party(claim.side), "" if claim.side else fold(claim.by), claim.stance): claim
        for claim in found.claims
    }
    left, added = list(wanted.values()), []
    for claim in got.values():
        match = next((one for one in left if same_voice(one, claim, names)), None)
        if match is None:
            added.append(claim)
        else:
            left.remove(match)
    return len(wanted) - len(left), left, added
