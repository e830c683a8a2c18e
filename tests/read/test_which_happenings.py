"""Which happenings a report tells: no deed is missed, none is told twice, no mere mention is one."""

import tomllib
from pathlib import Path

import pytest
from spacy.language import Language

from fogline.gazetteer import Gazetteer
from fogline.model import Report
from fogline.read.reader import Reader

FILE = Path(__file__).parent / "which_happenings.toml"
CASES: list[tuple[list[str], str]] = tomllib.loads(FILE.read_text("utf-8"))["cases"]


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp, Gazetteer.open())


@pytest.mark.parametrize(("told", "text"), CASES)
def test_a_report_tells_these_happenings(reader: Reader, told: list[str], text: str) -> None:
    claims = reader.read(Report("r1", "outlet", None, "What is known", text, "2025-03-10", "en")).claims
    found = {c.happening: f"{c.type} {c.place.name}" if c.place else c.type for c in claims}
    assert sorted(found.values()) == sorted(told)
