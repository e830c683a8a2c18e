"""Is a pair of tellings worth joining, by itself?"""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from fogline.merge.evidence import (
    BESIDE,
    NEAR,
    SAME,
    SAME_WEAPON,
    SOME_COUNT,
    TELLING_COUNT,
    between,
    scored,
    together,
)
from fogline.merge.evidence_days import CONTRADICTS, EQUAL_DAYS, SHARED_DAYS, TWO_NIGHTS
from fogline.merge.kinds import ATTACKS, LASTING, SAID
from fogline.merge.unit import Unit
from fogline.model.explained import Feature

# Sums of scores from which two tellings are one happening; set with the weights of `evidence`.
ENOUGH = 3.0
ENOUGH_SAID = 3.5
ENOUGH_OTHER = 4.5  # "other" is a heap of unlike things
# A vague telling joins the best of several candidates only where it beats the next by this much.
CLEAR_LEAD = 0.5
# A telling of a region that could be any of more tellings than this, for all that it says, is taken for none of them.
# In the hand-coded cases (2026-11), of a few reports each, fewer fit, and mostly one of them is meant.
CROWDED = 8

Ids = npt.NDArray[np.uint32]
Scores = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings that are of one happening as far as the two of them go."""

    one: Unit
    other: Unit
    score: float


class Judged(NamedTuple):
    """What a pair is worth.

    `located` is true where place and day agree, `loose` where one tells of a region alone and nothing told in common is
    more exact.
    """

    score: float
    located: bool
    loose: bool


class Pairs:
    """Pairs of units with their scores, 16 bytes each: of a million claims there are millions."""

    def __init__(self, units: Sequence[Unit]) -> None:
        """None yet of these units, which are sorted by id."""
        self._units = units
        self._scores, self._ones, self._others, self._loose = array("d"), array("I"), array("I"), array("B")

    def add(self, found: Judged, one: int, other: int) -> None:
        """Add a pair by the units' positions, the smaller first; that one comes twice does no harm."""
        self._scores.append(found.score)
        self._loose.append(found.loose)
        self._ones.append(one)
        self._others.append(other)

    def best_first(self) -> Iterator[Pair]:
        """The pairs by falling score, then by the units' ids; those that are contested after all others.

        A pair is contested where the report of one unit tells of something else too that fits the other unit as well:
        it tells two strikes of a day apart, and which of them is meant shows better in its other pairs.
        """
        if not self._scores:
            return
        names = np.asarray(self._ones).astype(np.uint64) << np.uint64(32) | np.asarray(self._others)
        kept = np.unique(names, return_index=True)[1]
        kept = kept[~self._crowded(kept)]
        ones, others = np.asarray(self._ones)[kept], np.asarray(self._others)[kept]
        scores = np.asarray(self._scores)[kept]
        contested = self._contested(ones, others, scores)
        for at in kept[np.lexsort((others, ones, -scores, contested))].tolist():
            yield Pair(self._units[self._ones[at]], self._units[self._others[at]], self._scores[at])

    def _crowded(self, kept: npt.NDArray[np.intp]) -> Flags:
        """Whether each pair is loose where so much happens in the region on that day that this tells nothing."""
        loose = np.asarray(self._loose)[kept].astype(bool)
        ones, others = np.asarray(self._ones)[kept], np.asarray(self._others)[kept]
        counts = np.bincount(np.r_[ones[loose], others[loose]], minlength=len(self._units))
        crowded: Flags = loose & (np.maximum(counts[ones], counts[others]) > CROWDED)
        return crowded

    def _contested(self, ones: Ids, others: Ids, scores: Scores) -> Flags:
        """Whether each pair is contested, from either side."""
        names: dict[str, int] = {}
        reports = np.fromiter((names.setdefault(u.report, len(names)) for u in self._units), np.int64, len(self._units))
        flags = np.zeros(len(scores), dtype=bool)
        for unit, other in ((ones, others), (others, ones)):
            asked = unit.astype(np.int64) * len(names) + reports[other]  # a unit, and a report that may tell the same
            order = np.lexsort((other, -scores, asked))
            asked, by_score, told = asked[order], scores[order], other[order]
            first = np.r_[True, asked[1:] != asked[:-1]]
            best = np.maximum.accumulate(np.where(first, np.arange(len(asked)), 0))
            near = (by_score > by_score[best] - CLEAR_LEAD) & (told != told[best])
            rivalled = np.zeros(len(asked), dtype=bool)
            np.logical_or.at(rivalled, best, near)
            flags[order] |= rivalled[best] | (told != told[best])
        return flags


def judge(one: Unit, other: Unit) -> Judged | None:
    """What a pair is worth, or None where the score is not enough."""
    scores = scored(one, other)
    if together(scores) < enough(one):
        return None
    nearby = between(one, other)
    if _refused(one, other, scores, nearby) is not None:
        return None
    placed = one.group in SAID or nearby == SAME
    dated = scores.get("days", 0.0) >= EQUAL_DAYS or one.group in LASTING or one.group in SAID
    located = scores.get("words", 0.0) > 0 or (dated and (placed or nearby == NEAR))
    loose = one.group in ATTACKS and _region_only(one, other) and not _specific(scores)
    return Judged(together(scores), located, loose)


def fits(one: Unit, other: Unit, scores: Mapping[str, float]) -> bool:
    """Whether two tellings with these scores are one happening as far as the two of them go."""
    return _refused(one, other, scores, between(one, other)) is None


def refusal(one: Unit, other: Unit, features: tuple[Feature, ...]) -> str | None:
    """Why two tellings with these features are not taken for one happening, in words; None where they are."""
    scores = {feature.name: feature.score for feature in features}
    return _refused(one, other, scores, between(one, other))


def _refused(one: Unit, other: Unit, scores: Mapping[str, float], nearby: str | None) -> str | None:
    score = together(scores)
    if score < enough(one):
        return "too little speaks for it" if score > CONTRADICTS else "a contradiction"
    if one.group != other.group and not _alike(scores) and not _left_open(one, other, scores, nearby):
        return "attacks of different kinds without a count or a thing hit in common"
    placed = one.group in SAID or nearby == SAME
    beside = nearby == NEAR and scores.get("place", 0.0) >= BESIDE and distinctive(scores)
    beside = beside or "place named" in scores
    if not placed and nearby == NEAR and scores["figures"] < TELLING_COUNT and not scores["words"] and not beside:
        return "neighbouring places without a telling count or a sentence in common"
    if not placed and "place named" not in scores and not distinctive(scores):
        nowhere = one.place is None and other.place is None
        if nowhere or ((_anywhere(one) or _anywhere(other)) and not _fitting(scores, score - enough(one))):
            return "no place in common, and nothing that few happenings of a day share"
    return None


def _alike(scores: Mapping[str, float]) -> bool:
    """Whether attacks told as of different kinds have a count or what was hit in common, and no weapon against it."""
    count, weapon, against = (scores.get(name, 0.0) for name in ("figures", "weapon", "against"))
    shared = (
        count >= TELLING_COUNT
        or (against > 0 and (weapon >= SAME_WEAPON or count >= SOME_COUNT))
        or scores.get("words", 0.0) > 0
    )
    return shared and weapon >= 0


def _left_open(one: Unit, other: Unit, scores: Mapping[str, float], nearby: str | None) -> bool:
    """Whether "the attack" of one report can be what another calls by its name: in one place on one day.

    Or on one that its report only takes for its own: "said on Tuesday that he knew of no strike on the school".
    """
    killers = "abuse" in (one.group, other.group) and one.actor and other.actor and not one.actor & other.actor
    days = scores.get("days", 0.0)
    dated = days >= SHARED_DAYS or (days > TWO_NIGHTS and (one.guessed or other.guessed))
    return (one.open or other.open) and nearby == SAME and dated and not killers


def enough(unit: Unit) -> float:
    """The sum of scores from which a pair with this unit is one happening."""
    if unit.group == "other":
        return ENOUGH_OTHER
    return ENOUGH_SAID if unit.group in SAID else ENOUGH


def _anywhere(unit: Unit) -> bool:
    """Told of a whole country or of no place at all."""
    return unit.place is None or unit.place.precision == "country"


def _region_only(one: Unit, other: Unit) -> bool:
    return any(unit.place is not None and unit.place.precision == "region" for unit in (one, other))


def _specific(scores: Mapping[str, float]) -> bool:
    """Whether the two have a weapon, a thing hit, a count or a sentence in common."""
    weapon, against, count = (scores.get(name, 0.0) for name in ("weapon", "against", "figures"))
    return weapon >= SAME_WEAPON or against > 0 or count >= SOME_COUNT or scores.get("words", 0.0) > 0


def distinctive(scores: Mapping[str, float]) -> bool:
    """Whether something speaks for it that few happenings of a day share.

    A count, a sentence, or one weapon on one kind of target on the very day.
    """
    count, weapon, against = (scores.get(name, 0.0) for name in ("figures", "weapon", "against"))
    exact_day = scores.get("days", 0.0) >= EQUAL_DAYS
    alike = scores.get("type", 0.0) > 0 or weapon >= SAME_WEAPON
    return (
        scores.get("words", 0.0) > 0
        or (count >= TELLING_COUNT and alike)
        or (count >= SOME_COUNT and (against > 0 or weapon > 0) and exact_day)
        or (weapon >= SAME_WEAPON and against > 0 and exact_day)
    )


def _fitting(scores: Mapping[str, float], spare: float) -> bool:
    """Whether, without a place to go by, the day, the type and the parties all agree and there is more than enough."""
    return (
        spare >= CLEAR_LEAD
        and scores.get("days", 0.0) >= SHARED_DAYS
        and scores.get("type", 0.0) > 0
        and scores.get("parties", 0.0) > 0
    )
