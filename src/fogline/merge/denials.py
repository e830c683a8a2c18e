"""What is a denial of: the happening, who did it, or what was hit?

A denial without a side, or in a battle by a party that has no part in it, is of something else that is told. One that
names who is said to have done it, and nothing of what was hit, is of the deed and says nothing of what was hit.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from fogline.merge.kinds import MILITARY
from fogline.model import Claim

# Casualties show that something happened: there a denial is of the deed's author.
CASUALTIES = frozenset({"killed", "injured"})
# What is true by somebody's word or control alone: a denial is of the happening as such.
WORD_AGAINST_WORD = frozenset({"territory_change", "mobilisation", "mutiny", "aid"})
# What is said or agreed: who "denies" it turns it down, and both parties are its authors.
SPOKEN = frozenset({"threat", "pledge", "negotiation", "agreement", "sanction"})
# A count of none that denies the deed itself; who denies that anybody was hurt says nothing of the deed.
SENT = frozenset({"launched", "hit"})
# What aims at something, so that a side may own the deed and deny what was hit.
HITTING = frozenset({"air_drone_strike", "missile_artillery_attack", "bombing", "violence_against_civilians"})
# What who says that he does not target civilians denies having hit.
PEOPLE = "people"
STRIKES = frozenset({"air_drone_strike", "missile_artillery_attack"})


def denied_fields(told: Sequence[Claim], event_type: str) -> dict[str, str]:
    """For each denial, by its id, the field that it disputes; `told` in order of time."""
    says = [claim for claim in told if claim.stance == "asserts"]
    if not says or event_type in SPOKEN:
        return {}
    return dict(_Denials(told, says, event_type).fields())


class _Denials:
    """What the claims of an event say that a denial may be of."""

    def __init__(self, told: Sequence[Claim], says: Sequence[Claim], event_type: str) -> None:
        self._told = told
        self._type = event_type
        self._actors = {party for claim in says for party in claim.actor}
        self._targets = {party for claim in says for party in claim.target}
        self._named = {thing for claim in says for thing in claim.against}
        self._by_side: defaultdict[str | None, list[Claim]] = defaultdict(list)
        for claim in says:
            self._by_side[claim.side].append(claim)
        self._hurt = {side for side, claims in self._by_side.items() if _casualties(claims)}
        self._told_of_nobody = any(_casualties([c]) and not c.actor for c in self._by_side.get(None, ()))
        self._scarred = any(claim.effects for claim in says)
        self._place = {claim.id: at for at, claim in enumerate(told)}
        self._owned = {
            side: [claim for claim in claims if side in claim.actor] for side, claims in self._by_side.items() if side
        }

    def fields(self) -> Iterator[tuple[str, str]]:
        for denial in self._told:
            if denial.stance == "denies" and not set(denial.figures) - SENT and (field := self._field(denial)):
                yield denial.id, field

    def _field(self, denial: Claim) -> str | None:
        accused, hit = denial.side in self._actors, denial.side in self._targets
        if self._type in WORD_AGAINST_WORD:
            return "actor" if accused and not hit and len(self._actors) > 1 else "occurred"
        disowns = hit and denial.side in denial.actor and _of_the_deed(denial)
        if hit and not accused and not disowns:
            return self._by_target(denial)
        if accused or disowns or (denial.side and not self._actors and self._type != "ground_battle"):
            return self._by_accused(denial)
        return None

    def _by_target(self, denial: Claim) -> str | None:
        """Where there are dead, the side that was hit denies not the strike but what it was aimed at."""
        if not {denial.side, None} & self._hurt:
            return "occurred"
        if self._type not in STRIKES:
            return None
        return "occurred" if _of_the_deed(denial) and not self._soldiers_hit() else "against"

    def _soldiers_hit(self) -> bool:
        """Whether who did it says that soldiers or arms were hit."""
        return any(
            MILITARY.intersection(claim.against) for side in self._actors for claim in self._by_side.get(side, ())
        )

    def _by_accused(self, denial: Claim) -> str | None:
        """A side that owns the deed denies what was hit; one that does not, its part in it, or that there was any."""
        if self._type in STRIKES and set(denial.against) == {PEOPLE}:
            return "against"
        own = self._owned_until(denial)
        at_once = any(claim.report == denial.report for claim in own)
        if _of_the_deed(denial):
            if at_once:
                return None
        elif self._told_otherwise(denial, own, at_once):
            return "against" if self._type in HITTING else None
        # A killing that only its accusers tell of leaves no ruins.
        by_word_alone = self._type == "violence_against_civilians" and not self._told_of_nobody
        witnessed = not by_word_alone and (bool(self._hurt) or self._scarred or None in self._by_side)
        return "actor" if len(self._actors) > 1 or witnessed else "occurred"

    def _owned_until(self, denial: Claim) -> list[Claim]:
        """Where the accused side says that it did the deed: who owns up in a later report gives the denial up."""
        own = self._owned.get(denial.side or "", [])
        return [c for c in own if c.report == denial.report or self._place[c.id] < self._place[denial.id]]

    def _told_otherwise(self, denial: Claim, own: Sequence[Claim], at_once: bool) -> bool:
        """Whether a side that owns the deed denies only how it is told, or things that nobody tells of.

        Who owned up before to the very thing that the denial names, or to all that others name, takes that back.
        """
        if denial.against:
            untold = bool(self._named) and denial.side in denial.actor and self._named.isdisjoint(denial.against)
            return untold or any(set(denial.against).isdisjoint(claim.against) for claim in own)
        return at_once or any(self._named - set(claim.against) for claim in own)


def _of_the_deed(denial: Claim) -> bool:
    return bool(denial.actor) and not denial.against


def _casualties(says: Collection[Claim]) -> bool:
    return any(figure.low > 0 for claim in says for name, figure in claim.figures.items() if name in CASUALTIES)
