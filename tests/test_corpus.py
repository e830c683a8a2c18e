"""The corpus is whole, and what Fogline reads out of it is no worse than it was."""

import re
from pathlib import Path

import pytest

from fogline.score import draw, floor
from fogline.score.cases import read_cases
from fogline.score.scored import LEDGER, MENTIONS, score_all

CORPUS = Path(__file__).parent.parent / "corpus"
FURTHER = tuple(
    CORPUS / name for name in ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
)  # without mentions


@pytest.fixture(scope="module")
def cases():
    return read_cases([CORPUS])


def test_every_case_follows_the_codebook_and_has_a_file_of_mentions(cases):
    assert [case.name for case in cases if case.mentions is None] == []


def test_the_readme_counts_cases_and_reports(cases):
    told = re.findall(r"(\d+) cases, (\d+) reports", (CORPUS / "README.md").read_text(encoding="utf-8"))
    sets = (cases, *(read_cases([folder]) for folder in FURTHER))
    assert [tuple(map(int, one)) for one in told] == [(len(s), sum(len(case.rows) for case in s)) for s in sets]


@pytest.mark.corpus
def test_several_processes_read_what_one_reads(cases):
    few = sorted(cases, key=lambda case: sum(len(row["text"]) for row in case.rows))[:3]
    assert score_all(few, draw.own(), jobs=2) == score_all(few, draw.own())


@pytest.mark.corpus
def test_no_field_falls_under_its_floor(cases):
    floors = floor.load(CORPUS / "floor.toml")
    assert set(floors) == {LEDGER, MENTIONS}
    run = score_all(cases, draw.own()).run
    assert [str(fall) for fall in floor.falls(run, floors)] == []


@pytest.mark.corpus
@pytest.mark.parametrize("folder", FURTHER, ids=lambda folder: folder.name)
def test_no_field_of_a_further_set_falls_under_its_floor(folder):
    floors = floor.load(folder / "floor.toml")
    assert set(floors) == {LEDGER}
    run = score_all(read_cases([folder]), draw.own()).run
    assert [str(fall) for fall in floor.falls(run, floors)] == []
