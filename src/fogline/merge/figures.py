"""What range of counts do the claims give, which is the latest, and what do both sides agree on?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from fogline.model import FIGURES, Claim, Figure, FigureRange


def figure_ranges(told: Sequence[Claim], origins: Mapping[str, str]) -> dict[str, FigureRange]:
    """Each figure's lowest and highest word and its latest value with the voice, from claims in order of time.

    "At least 6" and later "8" are 6 to 8; the range is open upwards (`high` None) only where the highest
    word itself is: "8" and "at least 11". `origins` maps a report's id to that of the report whose words it copies: a
    copy that comes late tells nothing new, so its count is not the latest.
    """
    values: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in told:
        for name in claim.figures:
            values[name].append(claim)
    return {name: _range(name, without_copies(values[name], name, origins)) for name in sorted(values, key=_order)}


def without_copies(told: Sequence[Claim], name: str, origins: Mapping[str, str]) -> list[Claim]:
    """The claims that give a figure, less those of copies whose original gives it in this voice too."""
    firsthand = {
        (claim.report, claim.side, claim.by, claim.figures[name])
        for claim in told
        if origins.get(claim.report, claim.report) == claim.report
    }

    def copied(claim: Claim) -> bool:
        origin = origins.get(claim.report, claim.report)
        return origin != claim.report and (origin, claim.side, claim.by, claim.figures[name]) in firsthand

    return [claim for claim in told if not copied(claim)]


def agreed(words: Iterable[Figure]) -> Figure | None:
    """The counts that all words leave room for, None where there are none: "at least 6" and "8" agree on 8."""
    every = list(words)
    if not every:
        return None
    low = max(word.low for word in every)
    high = min((word.high for word in every if word.high is not None), default=None)
    return Figure(low, high) if high is None or low <= high else None


def _range(name: str, told: Sequence[Claim]) -> FigureRange:
    words = [claim.figures[name] for claim in told]
    highs = [figure.high for figure in words if figure.high is not None]
    floors = [figure.low for figure in words if figure.high is None]
    top = max(highs, default=-1)
    last = told[-1]
    by_side = {claim.side: claim.figures[name] for claim in told if claim.side}  # each side's latest word
    return FigureRange(
        low=min(figure.low for figure in words),
        high=None if floors and max(floors) > top else top,
        latest=words[-1],
        by=last.by or last.side,
        agreed=agreed(by_side.values()) if len(by_side) > 1 else None,
        told=tuple(claim.id for claim in _news(name, told)),
    )


def _news(name: str, told: Sequence[Claim]) -> list[Claim]:
    """The claims at which a voice's count changes: who says it again says nothing new."""
    last: dict[tuple[str | None, str | None], Figure] = {}
    kept = []
    for claim in told:
        voice = (claim.side, claim.by)
        if last.get(voice) != claim.figures[name]:
            kept.append(claim)
            last[voice] = claim.figures[name]
    return kept


def _order(name: str) -> tuple[int, str]:
    return (FIGURES.index(name) if name in FIGURES else len(FIGURES), name)
