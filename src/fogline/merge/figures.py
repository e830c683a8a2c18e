"""What range of counts do the claims give, which is the latest, and what do both sides agree on?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from fogline.merge.order import NEVER_DATED, told_at
from fogline.model import FIGURES, Claim, Figure, FigureRange, Report


def figure_ranges(
    told: Sequence[Claim], reports: Mapping[str, Report], origins: Mapping[str, str]
) -> dict[str, FigureRange]:
    """Each figure's lowest and highest word and its latest value with the voice, from claims in order of time.

    "At least 6" and later "8" are 6 to 8; the range is open upwards (`high` None) only where the highest
    word itself is: "8" and "at least 11". `origins` maps a report's id to that of the report whose words it copies: a
    copy that comes late tells nothing new, so its count is not the latest; nor is that of a report without a date where
    another has one. Of several counts that one voice gives at one moment the highest is its latest, as a toll grows. A
    count that somebody denies is not his.
    """
    values: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in told:
        for name, figure in claim.figures.items():
            if claim.stance != "denies" or not figure.low:
                values[name].append(claim)
    return {
        name: _range(name, without_copies(values[name], name, origins), reports) for name in sorted(values, key=_order)
    }


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


def _range(name: str, told: Sequence[Claim], reports: Mapping[str, Report]) -> FigureRange:
    words = [claim.figures[name] for claim in told]
    highs = [figure.high for figure in words if figure.high is not None]
    floors = [figure.low for figure in words if figure.high is None]
    top = max(highs, default=-1)
    last = _latest(name, told, reports)
    sides = dict.fromkeys(claim.side for claim in told if claim.side)
    by_side = [_latest(name, [one for one in told if one.side == side], reports).figures[name] for side in sides]
    return FigureRange(
        low=min(figure.low for figure in words),
        high=None if floors and max(floors) > top else top,
        latest=last.figures[name],
        by=last.by or last.side,
        agreed=agreed(by_side) if len(by_side) > 1 else None,
        told=tuple(claim.id for claim in _news(name, told)),
    )


def _latest(name: str, told: Sequence[Claim], reports: Mapping[str, Report]) -> Claim:
    """The last claim of a dated report, or the one with the highest count that its voice gives at the same moment."""
    dated = [one for one in told if told_at(reports.get(one.report)) != NEVER_DATED]
    last = (dated or told)[-1]
    told_last = (_voice(last), told_at(reports.get(last.report)))
    peers = [one for one in told if (_voice(one), told_at(reports.get(one.report))) == told_last]
    return max(reversed(peers), key=lambda one: one.figures[name].low)


def _voice(claim: Claim) -> tuple[str | None, ...]:
    """Who speaks: an outlet that speaks in its own voice is known by its report."""
    return (claim.side, claim.by) if claim.by else (claim.side, None, claim.report)


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
