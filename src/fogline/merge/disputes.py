"""On which fields do the claims of one happening contradict each other?

A contradiction needs two voices that cannot both be right. A count that grows with time is an update; sides are those
of the voices, and parties that stand together in the same role (both accused, both hit) are one camp.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

from fogline.merge.denials import SPOKEN, STRIKES, denied_fields
from fogline.merge.figure_disputes import disputed_figures
from fogline.merge.guessed import place_told
from fogline.merge.kinds import ANY_WEAPON, MILITARY
from fogline.model import FIGURES, Claim, Place, Report
from fogline.model.vocabulary import DISPUTABLE

# What lasts for days, so that two sides may each tell of another of them.
LONG = frozenset({"ground_battle", "territory_change", "protest", "riot", "mutiny", "mobilisation"}) | SPOKEN
ONE_PLACE_KM = 15.0  # a settlement's radius in the codebook: one village or the next
KILLING = "violence_against_civilians"
# What who counts the dead says was hit, where he names nothing else.
PEOPLE = ("people",)


def disputed(
    told: Sequence[Claim], reports: Mapping[str, Report], origins: Mapping[str, str], event_type: str
) -> tuple[str, ...]:
    """The names of the disputed fields, in the vocabulary's order, figures after them; `told` in order of time."""
    fields = set(disputed_figures(told, reports, origins))
    says = [claim for claim in told if claim.stance == "asserts"]
    fields.update(denied_fields(told, event_type).values())
    if event_type not in SPOKEN and _opposed_actors(says):
        fields.add("actor")
    if _opposed_places(place_told(says)):
        fields.add("place")
    if event_type not in LONG and _opposed_days(says):
        fields.add("date")
    if (event_type == KILLING or _is_strike(says, event_type)) and _opposed_kinds(says):
        fields.add("against")
    if "against" in fields and _opposed_targets(says):
        fields.add("target")
    if "actor" in fields and _opposed_weapons(says):
        fields.add("weapon")
    return tuple(field for field in (*DISPUTABLE, *FIGURES) if field in fields)


def _opposed_actors(says: Sequence[Claim]) -> bool:
    """Whether two sides name wholly different authors, at least one of them another than itself.

    Two that each claim the deed did it together; a mere witness is a party to no quarrel, unless it names the accuser.
    """
    named = {(claim.side, frozenset(claim.actor)) for claim in says if claim.actor}
    return any(_accuse(a, b) for a, b in combinations(named, 2))


def _accuse(one: tuple[str | None, frozenset[str]], other: tuple[str | None, frozenset[str]]) -> bool:
    (side, actors), (other_side, others) = one, other
    if side == other_side or actors & others or (side in actors and other_side in others):
        return False
    return (side is not None and other_side is not None) or side in others or other_side in actors


def _opposed_places(says: Sequence[Claim]) -> bool:
    """Whether two sides name settlements too far from each other to be one place."""
    named = {(claim.side, claim.place) for claim in says if claim.side}
    return any(
        side != other_side and places_part(one, other) for (side, one), (other_side, other) in combinations(named, 2)
    )


def places_part(one: Place | None, other: Place | None) -> bool:
    """Whether two places are not one; a region contradicts no town."""
    if one is None or other is None or {one.precision, other.precision} != {"settlement"}:
        return False
    return one.name != other.name and one.km_to(other) > ONE_PLACE_KM


def _opposed_days(says: Sequence[Claim]) -> bool:
    """Whether two sides give days in words that have none in common."""
    named = list({(c.side, c.date, _day_told(c)): c for c in says if c.side}.values())
    return any(one.side != other.side and days_part(one, other) for one, other in combinations(named, 2))


def days_part(one: Claim, other: Claim) -> bool:
    """Whether two claims give days in words that have none in common; a day that is only a report's is no word."""
    if one.date is None or other.date is None or not (_day_told(one) and _day_told(other)):
        return False
    return one.date.gap(other.date) > 0


def _day_told(claim: Claim) -> bool:
    return not claim.spans or claim.spans.get("when") not in (None, claim.spans.get("what"))


def _is_strike(says: Sequence[Claim], event_type: str) -> bool:
    """Whether it came from afar, as anybody tells it: "the bombing of the town" may have been an air strike."""
    return event_type in STRIKES or (event_type == "bombing" and any(claim.type in STRIKES for claim in says))


def _opposed_kinds(says: Sequence[Claim]) -> bool:
    """Whether who made a strike says that soldiers or arms were hit, and another voice names only other things.

    "A school used as a command post" is one of his. Who counts the dead and names no soldiers names other people.
    """
    actors = {party for claim in says for party in claim.actor}
    named = [(claim.side, claim.against) for claim in says]
    named += [(c.side, PEOPLE) for c in says if not c.against and c.side not in actors and counts_dead(c)]
    military = [(side, things) for side, things in named if side in actors and MILITARY.intersection(things)]
    return any(side != other and kinds_part(own, things) for side, own in military for other, things in named)


def kinds_part(one: Collection[str], other: Collection[str]) -> bool:
    """Whether one tells that soldiers or arms were hit, and the other names only other things."""
    return _no_soldiers(other if MILITARY.intersection(one) else one) and bool(MILITARY.intersection((*one, *other)))


def _no_soldiers(things: Collection[str]) -> bool:
    return set(things) - {"other"} != set() and not MILITARY.intersection(things)


def counts_dead(claim: Claim) -> bool:
    """Whether a claim tells of dead."""
    return "killed" in claim.figures and claim.figures["killed"].low > 0


def _opposed_targets(says: Sequence[Claim]) -> bool:
    """Whether who did it names whom it was aimed at, and others that tell it name nobody, or another.

    Where those say themselves that they were hit, everybody's word is of them.
    """
    actors = {party for claim in says for party in claim.actor}
    aimed = {party for claim in says if claim.side in actors for party in claim.target}
    aimed -= {claim.side for claim in says if claim.side in claim.target}
    others = [claim for claim in says if claim.side not in actors and (claim.against or claim.figures)]
    return bool(aimed) and any(not aimed & _targets_told(claim) for claim in others)


def _targets_told(claim: Claim) -> set[str]:
    """The parties at the receiving end but for those told by the place alone, which they hold, or by who speaks."""
    inferred = {claim.spans.get("where"), claim.spans.get("said")} - {None}
    spans = {
        party: claim.spans.get("target" if at == 0 else f"target:{party}") for at, party in enumerate(claim.target)
    }
    return {party for party, span in spans.items() if span not in inferred}


def _opposed_weapons(says: Sequence[Claim]) -> bool:
    """Whether different sides, which accuse each other, name weapons that cannot be of one strike.

    Those who agree whose strike it was quarrel over no weapon: it had all that they name.
    """
    named = {(claim.side, frozenset(weapons_told(claim))) for claim in says if claim.side and weapons_told(claim)}
    return any(side != other and weapons_part(one, two) for (side, one), (other, two) in combinations(named, 2))


def weapons_told(claim: Claim) -> tuple[str, ...]:
    """The weapons of a claim, but for one that it has from words that leave the type open: "carried out a strike"."""
    if not claim.type_open or len(claim.weapon) != 1 or claim.spans.get("weapon") != claim.spans.get("what", ()):
        return claim.weapon
    return ()


def weapons_part(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two weapons cannot be of one strike: each side names what only the other has, "rockets" or "shells"."""
    return bool(one and other) and not (one & other or (one | other) & ANY_WEAPON)
