"""On which fields do the claims of one happening contradict each other?

A contradiction needs two voices that cannot both be right. A count that grows with time is an update; sides are those
of the voices, and parties that stand together in the same role (both accused, both hit) are one camp.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from fogline.merge.figure_disputes import disputed_figures
from fogline.merge.guessed import place_told
from fogline.merge.kinds import ANY_WEAPON, MILITARY, weapons_fit
from fogline.model import FIGURES, Claim, Place, Report
from fogline.model.vocabulary import DISPUTABLE

# Casualties show that something happened: there a denial is of the deed's author.
CASUALTIES = frozenset({"killed", "injured"})
# What is true by somebody's word or control alone: a denial is of the happening as such.
WORD_AGAINST_WORD = frozenset({"territory_change", "mobilisation", "mutiny", "aid"})
# What is said or agreed: who "denies" it turns it down, and both parties are its authors.
SPOKEN = frozenset({"threat", "pledge", "negotiation", "agreement", "sanction"})
# A count of none that denies the deed itself; who denies that anybody was hurt says nothing of the deed.
SENT = frozenset({"launched", "hit"})
# What lasts for days, so that two sides may each tell of another of them.
LONG = frozenset({"ground_battle", "territory_change", "protest", "riot", "mutiny", "mobilisation"}) | SPOKEN
ONE_PLACE_KM = 15.0  # a settlement's radius in the codebook: one village or the next
# What aims at something, so that a side may own the deed and deny what was hit.
HITTING = frozenset({"air_drone_strike", "missile_artillery_attack", "bombing", "violence_against_civilians"})
STRIKES = frozenset({"air_drone_strike", "missile_artillery_attack"})
# What who counts the dead says was hit, where he names nothing else.
PEOPLE = ("people",)


def disputed(
    told: Sequence[Claim], reports: Mapping[str, Report], origins: Mapping[str, str], event_type: str
) -> tuple[str, ...]:
    """The names of the disputed fields, in the vocabulary's order, figures after them; `told` in order of time."""
    fields = set(disputed_figures(told, reports, origins))
    says = [claim for claim in told if claim.stance == "asserts"]
    if says and event_type not in SPOKEN:
        fields.update(_denied(told, says, event_type))
    if event_type not in SPOKEN and _opposed_actors(says):
        fields.add("actor")
    if _opposed_places(place_told(says)):
        fields.add("place")
    if event_type not in LONG and _opposed_days(says):
        fields.add("date")
    if _opposed_kinds(says, event_type in STRIKES):
        fields.add("against")
    if "against" in fields and _opposed_targets(says):
        fields.add("target")
    if _opposed_weapons(says, "actor" in fields):
        fields.add("weapon")
    return tuple(field for field in (*DISPUTABLE, *FIGURES) if field in fields)


def _denied(told: Sequence[Claim], says: Sequence[Claim], event_type: str) -> Iterator[str]:
    """What each denial is of: the happening, its author, or what it was aimed at.

    A denial without a side, or in a battle by a party that has no part in it, is of something else that is told.
    """
    actors = {party for claim in says for party in claim.actor}
    targets = {party for claim in says for party in claim.target}
    for denial in told:
        if denial.stance != "denies" or set(denial.figures) - SENT:
            continue
        if event_type in WORD_AGAINST_WORD:
            accused = denial.side in actors and denial.side not in targets
            yield "actor" if accused and len(actors) > 1 else "occurred"
        elif denial.side in targets and denial.side not in actors:
            yield from _denied_by_target(says, denial, event_type)
        elif denial.side in actors or (denial.side and not actors and event_type != "ground_battle"):
            field = _denied_by_accused(told, denial, len(actors), event_type)
            if field:
                yield field


def _denied_by_target(says: Sequence[Claim], denial: Claim, event_type: str) -> Iterator[str]:
    """Where there are dead, the side that was hit denies not the strike but what it was aimed at."""
    own = [claim for claim in says if claim.side == denial.side or claim.side is None]
    if not _casualties(own):
        yield "occurred"
    elif event_type in STRIKES:
        yield "against"


def _denied_by_accused(told: Sequence[Claim], denial: Claim, accused: int, event_type: str) -> str | None:
    """A side that owns the deed denies what was hit; one that does not, its part in it, or that there was any."""
    says = [claim for claim in told if claim.stance == "asserts"]
    named = {thing for claim in says for thing in claim.against}
    other = bool(denial.against and named) and denial.side in denial.actor and named.isdisjoint(denial.against)
    if other or _own_words(told, denial):
        return "against" if event_type in HITTING else None
    by_word_alone = event_type == "violence_against_civilians"  # a killing that only a foe tells of leaves no ruins
    witnessed = (_casualties(says) and not by_word_alone) or any(claim.side is None for claim in says)
    return "actor" if accused > 1 or witnessed else "occurred"


def _casualties(says: Sequence[Claim]) -> bool:
    return any(figure.low > 0 for claim in says for name, figure in claim.figures.items() if name in CASUALTIES)


def _own_words(told: Sequence[Claim], denial: Claim) -> bool:
    """Whether the accused side itself says it did the deed, only otherwise than it is told.

    Who owns up in a later report than that of the denial gives the denial up; who owned up before to the very thing
    that the denial names takes that back.
    """
    before = [claim for at, claim in enumerate(told) if claim.report == denial.report or at < told.index(denial)]
    own = [c for c in before if c.stance == "asserts" and c.side == denial.side and denial.side in c.actor]
    return any(set(denial.against).isdisjoint(claim.against) for claim in own)


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


def _opposed_kinds(says: Sequence[Claim], strike: bool) -> bool:
    """Whether who did it says that only soldiers or arms were hit, and another voice names only other things.

    Of a strike, who counts the dead and names no soldiers names other people.
    """
    actors = {party for claim in says for party in claim.actor}
    named = [(claim.side, claim.against) for claim in says]
    if strike:
        named += [(c.side, PEOPLE) for c in says if not c.against and c.side not in actors and counts_dead(c)]
    military = [(side, things) for side, things in named if side in actors and _soldiers(things)]
    return any(side != other and kinds_part(own, things) for side, own in military for other, things in named)


def kinds_part(one: Collection[str], other: Collection[str]) -> bool:
    """Whether one tells that only soldiers or arms were hit, and the other names only other things."""
    return (_soldiers(one) and _no_soldiers(other)) or (_no_soldiers(one) and _soldiers(other))


def _soldiers(things: Collection[str]) -> bool:
    return set(things) - {"other"} != set() and set(things) - {"other"} <= MILITARY


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
    return bool(aimed) and any(not aimed & set(claim.target) for claim in others)


def _opposed_weapons(says: Sequence[Claim], accusing: bool) -> bool:
    """Whether different sides name weapons that cannot be of one strike."""
    named = {(claim.side, frozenset(claim.weapon)) for claim in says if claim.weapon and claim.side}
    return any(
        side != other and weapons_part(one, two, accusing) for (side, one), (other, two) in combinations(named, 2)
    )


def weapons_part(one: frozenset[str], other: frozenset[str], accusing: bool) -> bool:
    """Whether two weapons cannot be of one strike.

    Where the sides accuse each other (`accusing`), each names what only the other has: then "rockets" and "shells"
    differ.
    """
    if not accusing:
        return not weapons_fit(one, other)
    return bool(one and other) and not (one & other or (one | other) & ANY_WEAPON)
