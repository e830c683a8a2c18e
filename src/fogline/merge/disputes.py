"""On which fields do the claims of one happening contradict each other?

A contradiction needs two voices that cannot both be right. A count that grows with time is an update; sides are those
of the voices, and parties that stand together in the same role (both accused, both hit) are one camp.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from fogline.merge.figure_disputes import disputed_figures
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


def disputed(told: Sequence[Claim], reports: Mapping[str, Report], event_type: str) -> tuple[str, ...]:
    """The names of the disputed fields, in the vocabulary's order, figures after them; `told` in order of time."""
    fields = set(disputed_figures(told, reports))
    says = [claim for claim in told if claim.stance == "asserts"]
    if says and event_type not in SPOKEN:
        fields.update(_denied(told, says, event_type))
    if event_type not in SPOKEN and _opposed_actors(says):
        fields.add("actor")
    if _opposed_places(says):
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
    other = bool(denial.against) and denial.side in denial.actor and named.isdisjoint(denial.against)
    if other or _own_words(told, denial):
        return "against" if event_type in HITTING else None
    by_word_alone = event_type == "violence_against_civilians"  # a killing that only a foe tells of leaves no ruins
    witnessed = (_casualties(says) and not by_word_alone) or any(claim.side is None for claim in says)
    return "actor" if accused > 1 or witnessed else "occurred"


def _casualties(says: Sequence[Claim]) -> bool:
    return any(figure.low > 0 for claim in says for name, figure in claim.figures.items() if name in CASUALTIES)


def _own_words(told: Sequence[Claim], denial: Claim) -> bool:
    """Whether the accused side itself says it did the deed, only otherwise than it is told.

    Who owns up in a later report than that of the denial gives the denial up.
    """
    before = [claim for at, claim in enumerate(told) if claim.report == denial.report or at < told.index(denial)]
    return any(c.stance == "asserts" and c.side == denial.side and denial.side in c.actor for c in before)


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
    """Whether two sides name settlements too far from each other to be one place; a region contradicts no town."""
    named = {(claim.side, place) for claim in says if claim.side and (place := claim.place) and _exact(place)}
    return any(
        side != other_side and one.name != other.name and one.km_to(other) > ONE_PLACE_KM
        for (side, one), (other_side, other) in combinations(named, 2)
    )


def _exact(place: Place) -> bool:
    return place.precision == "settlement"


def _opposed_days(says: Sequence[Claim]) -> bool:
    """Whether two sides give days in words that have none in common; a day that is only that of a report is no word."""
    named = {(claim.side, days) for claim in says if claim.side and (days := claim.date) and _day_told(claim)}
    return any(side != other_side and one.gap(other) > 0 for (side, one), (other_side, other) in combinations(named, 2))


def _day_told(claim: Claim) -> bool:
    return not claim.spans or claim.spans.get("when") not in (None, claim.spans.get("what"))


def _opposed_kinds(says: Sequence[Claim], strike: bool) -> bool:
    """Whether who did it says that only soldiers or arms were hit, and another voice names only other things.

    Of a strike, who counts the dead and names no soldiers names other people.
    """
    actors = {party for claim in says for party in claim.actor}
    named = [(claim.side, set(claim.against) - {"other"}) for claim in says]
    military = {side for side, things in named if things and things <= MILITARY and side in actors}
    others = {side for side, things in named if things and not things & MILITARY}
    if strike:
        others |= {c.side for c in says if not c.against and c.side not in actors and _killed(c)}
    return any(one != other for one in military for other in others)


def _killed(claim: Claim) -> bool:
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
    """Whether different sides name weapons that cannot be of one strike.

    Where they accuse each other (`accusing`), each names what only the other has: then "rockets" and "shells" differ.
    """
    named = {(claim.side, frozenset(claim.weapon)) for claim in says if claim.weapon and claim.side}
    fit = _share_a_word if accusing else weapons_fit
    return any(side != other and not fit(one, two) for (side, one), (other, two) in combinations(named, 2))


def _share_a_word(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other or (one | other) & ANY_WEAPON)
