"""What Fogline reads out of the corpus is no worse than it was: each field stays at or above its floor."""

from pathlib import Path

import pytest

from fogline.score import draw, floor
from fogline.score.cases import read_cases
from fogline.score.scored import LEDGER, MENTIONS, score_all

CORPUS = Path(__file__).parent.parent / "corpus"


@pytest.mark.corpus
def test_no_figure_on_the_corpus_falls_under_its_floor():
    floors = floor.load(CORPUS / "floor.toml")
    assert set(floors) == {LEDGER, MENTIONS}
    run = score_all(read_cases([CORPUS]), draw.own()).run
    assert [str(fall) for fall in floor.falls(run, floors)] == []
