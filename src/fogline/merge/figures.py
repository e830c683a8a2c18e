"""What range of counts do the claims give, and which is the latest?"""

from collections import defaultdict
from collections.abc import Sequence

from fogline.model import FIGURES, Claim, Figure, FigureRange


def figure_ranges(told: Sequence[Claim]) -> dict[str, FigureRange]:
    """Each figure's lowest and highest word and its latest value with the voice, from claims in order of time.

    "At least 6" and later "8" are 6 to 8; the range is open upwards (`high` None) only where the highest
    word itself is: "8" and "at least 11".
    """
    values: defaultdict[str, list[tuple[Figure, Claim]]] = defaultdict(list)
    for claim in told:
        for name, figure in claim.figures.items():
            values[name].append((figure, claim))
    return {name: _range(values[name]) for name in sorted(values, key=_order)}


def _range(told: Sequence[tuple[Figure, Claim]]) -> FigureRange:
    highs = [figure.high for figure, _ in told if figure.high is not None]
    floors = [figure.low for figure, _ in told if figure.high is None]
    top = max(highs, default=-1)
    latest, claim = told[-1]
    return FigureRange(
        low=min(figure.low for figure, _ in told),
        high=None if floors and max(floors) > top else top,
        latest=latest,
        by=claim.by or claim.side,
    )


def _order(name: str) -> tuple[int, str]:
    return (FIGURES.index(name) if name in FIGURES else len(FIGURES), name)
