"""Which deed is a clause a part of that tells too little to be a deed of its own: "They set fire to seven houses"?

Its arms and what came of it are those of the deed told right before it.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from fogline.lexicon.events import ATTACK
from fogline.read.contribution import VIOLENT_GROUPS, Contribution
from fogline.read.happenings import HEADINGS, Happening

FACED = frozenset({"ground", "abuse", ATTACK})  # groups of deeds that have such parts: of men who face each other
ARMS = frozenset({"gun", "explosive", "knife_fire", "rocket"})  # weapons of such deeds
NEXT = 2  # sentences from the deed to its part


def handed_over(
    contributions: Sequence[Contribution], happenings: Sequence[Happening], lost: Collection[int], kept: Collection[int]
) -> list[Contribution]:
    """The contributions, what those to the `lost` happenings tell of arms, effects and hands given to one of `kept`."""
    homes = {n: home for n in sorted(lost) if (home := _home(n, happenings, kept)) is not None}
    out = [_given(c, happenings, homes[c.happening]) if c.happening in homes else c for c in contributions]
    return [c for c, before in zip(out, contributions, strict=True) if c is before or c.things or c.blamed]


def _home(number: int, happenings: Sequence[Happening], kept: Collection[int]) -> int | None:
    part = happenings[number]
    bare = part.status == "occurred" and part.group in VIOLENT_GROUPS and not part.places and not part.date
    if not bare or any(t.denied or t.apart or t.sentence.part in HEADINGS for t in part.tellings):
        return None
    first = min(part.sentences)
    near = [(max(i for i in h.sentences if i <= first), n) for n in sorted(kept) if _can_have(h := happenings[n], part)]
    near = [(at, n) for at, n in near if first - at <= NEXT]
    return max(near)[1] if near else None


def _can_have(deed: Happening, part: Happening) -> bool:
    """Whether a deed told before can have the part: of no other hand."""
    told = deed.status == "occurred" and deed.group in FACED and min(deed.sentences) <= min(part.sentences)
    return told and not (deed.actors and part.actors and not deed.actors & part.actors)


def _given(contribution: Contribution, happenings: Sequence[Happening], home: int) -> Contribution:
    part, deed = happenings[contribution.happening], happenings[home]
    telling = contribution.telling
    hands = telling.actors if telling and not deed.actors else ()
    burned = part.group == "property"  # by whom the set fire is no arm
    things = tuple(
        t
        for t in contribution.things
        if t.kind == "effects"
        or (t.kind == "against" and burned)
        or (t.value in ARMS and not burned and not deed.weapons)
    )
    return replace(contribution, happening=home, telling=None, figures=(), things=things, blamed=hands)
