"""Which deed is a clause a part of that tells too little to be a deed of its own: "They set fire to seven houses"?

Its arms and what came of it are those of the deed told right before it.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from fogline.lexicon.events import ATTACK
from fogline.model import FigureMention
from fogline.read.contribution import VIOLENT_GROUPS, Contribution
from fogline.read.happenings import HEADINGS, Happening
from fogline.read.homes import FIGURE_GROUPS
from fogline.read.other_happening import done_by_the_fallen

FACED = frozenset({"ground", "abuse", ATTACK})  # groups of deeds that have such parts: of men who face each other
ARMS = frozenset({"gun", "explosive", "knife_fire", "rocket"})  # weapons of such deeds
OF_ANY = frozenset({"killed", "injured", "displaced", "evacuated", "detained"})  # which many a deed is counted with
PARAGRAPHS = 2  # back to the deed that a count can be of
NEXT = 2  # sentences from the deed to its part


def handed_over(
    contributions: Sequence[Contribution], happenings: Sequence[Happening], lost: Collection[int], kept: Collection[int]
) -> list[Contribution]:
    """The contributions, what those to the `lost` happenings tell of arms, effects and hands given to one of `kept`."""
    homes = {n: home for n in sorted(lost) if (home := _home(n, happenings, kept)) is not None}
    out = [_given(c, happenings, homes[c.happening]) if c.happening in homes else c for c in contributions]
    whole = [c for c, before in zip(out, contributions, strict=True) if c is before or c.things or c.blamed]
    return whole + _counts(contributions, happenings, lost, kept)


def _counts(
    contributions: Sequence[Contribution], happenings: Sequence[Happening], lost: Collection[int], kept: Collection[int]
) -> list[Contribution]:
    """What the lost happenings were counted with, each count given to the deed told last before that it can be of."""
    out = []
    for given in contributions:
        if given.happening not in lost or not given.figures or not _bare(happenings[given.happening]):
            continue
        for figure in given.figures:
            if figure.figure not in OF_ANY or figure.value.high == 0:
                continue
            home = _counted_for(figure, given, happenings, kept)
            if home is not None:
                out.append(Contribution(home, given.sentence, given.voice, None, (figure,), ()))
    return out


def _counted_for(
    figure: FigureMention, given: Contribution, happenings: Sequence[Happening], kept: Collection[int]
) -> int | None:
    """The last of the deeds told before a count, not far back, that it can be of: of no other hand."""
    part, at = happenings[given.happening], given.sentence
    near = [
        (max(t.sentence.index for t in told), -n)
        for n in sorted(kept)
        if happenings[n].group in FIGURE_GROUPS[figure.figure]
        and happenings[n].status == "occurred"
        and not (happenings[n].actors and part.actors and not happenings[n].actors & part.actors)
        and not done_by_the_fallen(part.tellings[0], happenings[n])
        and (told := [t for t in happenings[n].tellings if 0 <= at.paragraph - t.sentence.paragraph <= PARAGRAPHS])
    ]
    return -max(near)[1] if near else None


def _home(number: int, happenings: Sequence[Happening], kept: Collection[int]) -> int | None:
    part = happenings[number]
    if not _bare(part):
        return None
    first = min(part.sentences)
    near = [(max(i for i in h.sentences if i <= first), n) for n in sorted(kept) if _can_have(h := happenings[n], part)]
    near = [(at, n) for at, n in near if first - at <= NEXT]
    return max(near)[1] if near else None


def _bare(part: Happening) -> bool:
    """Whether a violent deed is told in the body with neither place nor day."""
    bare = part.status == "occurred" and part.group in VIOLENT_GROUPS and not part.places and not part.date
    return bare and not any(t.denied or t.apart or t.sentence.part in HEADINGS for t in part.tellings)


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
