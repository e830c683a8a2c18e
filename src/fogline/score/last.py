"""What were the figures of the last run? Kept in a small JSON file, so that a run can tell what changed."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from fogline.gazetteer.build import cache_folder
from fogline.score.cases import Case
from fogline.score.checks import read_json

FOLDER = "scores"
KEY_DIGITS = 16

Run = Mapping[str, Mapping[str, float]]
"""Figures by name, of the "ledger" and, where there were mentions, of the "mentions"."""


def usual_file(cases: Sequence[Case], reader: str) -> Path:
    """Where the figures of these cases and this reader are kept unless a file is named: in the cache folder."""
    key = json.dumps([reader, *(str(case.folder) for case in cases)])
    return cache_folder() / FOLDER / f"{hashlib.sha256(key.encode()).hexdigest()[:KEY_DIGITS]}.json"


def load(path: Path) -> Run | None:
    """The figures of the last run; None where there was none. Raises CaseError where the file holds something else."""
    if not path.exists():
        return None
    file = read_json(path)
    return {part: {name: file[part][name].number() for name in file[part].mapping()} for part in file.mapping()}


def text_of(run: Run) -> str:
    """The figures as a file has them."""
    return json.dumps({part: dict(figures) for part, figures in run.items()}, indent=1) + "\n"
