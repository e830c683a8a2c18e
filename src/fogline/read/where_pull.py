"""How do the places of a report pull each other: which namesakes lie where the report's other names can lie too?

A name that can be one of forty towns tells little, and four such names of which one set lies in one county tell it
all. Every candidate gets support from each other name: the share that this name gives to a candidate of its own, times
how close the two lie. The shares follow from the support, so this is done twice (mean field).
"""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from fogline.gazetteer import Candidate
from fogline.read.where_story import Name

CLOSE_KM: Final = 60.0  # at this distance support has fallen to 37 %
PULL: Final = 3.0  # what full support of one other name is worth, beside the weights of where_sense
MOST_PULL: Final = 2.5  # more other names than these add nothing
MOST_CANDIDATES: Final = 24  # of a name: the best by what else is known
MOST_NAMES: Final = 60  # of a report; a table of all the world's cities needs no pull
ROUNDS: Final = 2
KM_PER_RADIAN: Final = 6371.0
RADIANS: Final = math.pi / 180  # of a degree

Floats = npt.NDArray[np.float64]


def support(names: Sequence[Name], score: Callable[[Name, Candidate], float]) -> Mapping[int, float]:
    """How much the other names of a report speak for a place, by its row: 0 to MOST_PULL.

    `score` is what speaks for a candidate without its neighbours.
    """
    distinct = {name.folded: name for name in reversed(names) if not name.demonym}
    chosen: list[tuple[int, float, Candidate]] = []
    for number, name in enumerate(list(distinct.values())[-MOST_NAMES:]):
        small = [c for c in name.candidates if c.kind not in {"country", "area"}]
        scored = sorted(((score(name, c), c) for c in small), key=lambda pair: (-pair[0], pair[1].row))
        rest = max((score(name, c) for c in name.candidates if c.kind in {"country", "area"}), default=None)
        if rest is not None:
            chosen.append((number, rest, next(c for c in name.candidates if c.kind in {"country", "area"})))
        chosen += [(number, value, candidate) for value, candidate in scored[:MOST_CANDIDATES]]
    if len({number for number, _, _ in chosen}) < 2:
        return {}
    found = _settled(chosen)
    out: dict[int, float] = {}
    for (_, _, candidate), value in zip(chosen, found, strict=True):
        out[candidate.row] = max(out.get(candidate.row, 0.0), round(float(value), 4))
    return out


def _settled(chosen: Sequence[tuple[int, float, Candidate]]) -> Floats:
    starts: list[int] = []
    group: list[int] = []  # of each candidate, the position of its name's first one in `starts`
    before = -1
    for at, (number, _, _) in enumerate(chosen):
        if number != before:
            starts.append(at)
            before = number
        group.append(len(starts) - 1)
    scores = np.array([value for _, value, _ in chosen])
    owner = np.array(group)
    near = _near([candidate for _, _, candidate in chosen])
    near[owner[:, None] == owner] = 0.0
    found = np.zeros(len(chosen))
    for _ in range(ROUNDS):
        total = scores + PULL * found
        shares = np.exp(total - np.maximum.reduceat(total, starts)[owner])
        shares /= np.add.reduceat(shares, starts)[owner]
        best = np.maximum.reduceat(near * shares, starts, axis=1)  # of each other name, its likeliest near one
        found = np.minimum(best.sum(axis=1), MOST_PULL)
    return found


def _near(candidates: Sequence[Candidate]) -> Floats:
    """How close each two of the candidates lie, 0 to 1; a place lies in its region.

    Countries and areas are near nothing, nor are capitals, which every report names for who sits there.
    """
    lat, lon = np.array([(c.place.lat, c.place.lon) for c in candidates]).T * RADIANS
    column = lat[:, None]
    east = (lon[:, None] - lon) * np.cos((column + lat) / 2)
    near: Floats = np.exp(np.hypot(column - lat, east) * (-KM_PER_RADIAN / CLOSE_KM))
    if any(c.kind == "region" for c in candidates):
        wide = np.array([c.kind == "region" for c in candidates])
        inside = np.array([c.region for c in candidates])[:, None] == np.array([c.row for c in candidates])
        mixed = wide[:, None] | wide
        near[mixed] = IN_REGION * (inside | inside.T)[mixed]
    nowhere = [at for at, c in enumerate(candidates) if c.capital or c.kind in {"country", "area"}]
    near[nowhere] = 0.0
    near[:, nowhere] = 0.0
    return near


IN_REGION: Final = 0.7  # a region named speaks for its places nearly as much as a neighbouring town
