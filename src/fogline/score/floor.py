"""Which figures may not be fallen below? A TOML file with one floor a field, which only rises.

    [ledger]
    event = 0.592

A floor stands a little below the figure that it was taken from, so that one value read otherwise on another machine
breaks nothing.
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fogline.score.checks import CaseError, Value, read_text
from fogline.score.figures import headlines
from fogline.score.last import Run

TOLERANCE = 0.005
DIGITS = 1000  # floors have three decimals
HEAD = """\
# The least figure of each field on the cases beside this file: F1, or accuracy for type, date and place.
# `make floor` raises these after a gain, and never lowers one.
"""

Floors = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Fall:
    """A field whose figure lies under its floor."""

    part: str
    field: str
    figure: float
    floor: float

    def __str__(self) -> str:
        return f"{self.field} ({self.part}) fell to {self.figure:.4f}, under its floor of {self.floor:.3f}"


def load(path: Path) -> Floors:
    """The floors of a file. Raises CaseError."""
    try:
        file = Value(tomllib.loads(read_text(path)), str(path))
    except tomllib.TOMLDecodeError as error:
        raise CaseError(f"{path}: is broken TOML: {error}") from error
    return {part: {field: file[part][field].number() for field in file[part].mapping()} for part in file.mapping()}


def falls(run: Run, floors: Floors) -> list[Fall]:
    """The fields that lie under their floor. Raises CaseError for a floor of which the run has no figure."""
    found = []
    for part, fields in floors.items():
        reached = headlines(run.get(part, {}))
        for field, floor in fields.items():
            if field not in reached:
                raise CaseError(f"there is a floor for {part}.{field}, but these cases have no such figure")
            if reached[field] < floor:
                found.append(Fall(part, field, reached[field], floor))
    return found


def raised(run: Run, floors: Floors) -> Floors:
    """The floors, each raised to what this run reached, less the tolerance; none is lowered or left out."""
    higher = {part: dict(fields) for part, fields in floors.items()}
    for part, figures in run.items():
        fields = higher.setdefault(part, {})
        for field, figure in headlines(figures).items():
            fields[field] = max(fields.get(field, 0.0), _under(figure))
    return higher


def differing(floors: Floors, others: Floors) -> int:
    """How many floors are not the same in the others, or not in them at all."""
    return sum(
        others.get(part, {}).get(field) != floor for part, fields in floors.items() for field, floor in fields.items()
    )


def _under(figure: float) -> float:
    return max(0.0, math.floor((figure - TOLERANCE) * DIGITS) / DIGITS)


def head_of(path: Path) -> str:
    """The lines before the first floor of a file, in which a person may have told why one was lowered.

    Those of a new file where there is none. Raises CaseError.
    """
    if not path.exists():
        return HEAD
    head, _, _ = read_text(path).partition("\n[")
    return head.rstrip("\n") + "\n" if head.startswith("#") else HEAD


def text_of(floors: Floors, head: str = HEAD) -> str:
    """The floors as their file has them, under the lines that it begins with."""
    parts = [
        f"\n[{part}]\n" + "".join(f"{field} = {floor:.3f}\n" for field, floor in fields.items())
        for part, fields in floors.items()
    ]
    return head + "".join(parts)
