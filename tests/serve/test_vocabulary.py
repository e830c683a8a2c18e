"""The page's copy of the vocabulary is the ledger's."""

import re
from pathlib import Path

import pytest

from fogline.model import CORROBORATION_LEVELS, EVENT_TYPES, FIGURES, STATUSES

PAGE = Path(__file__).parents[2] / "src/fogline/serve/web/src/data/vocabulary.ts"


@pytest.mark.parametrize(
    ("name", "values"),
    [("TYPES", EVENT_TYPES), ("STATUSES", STATUSES), ("CORROBORATIONS", CORROBORATION_LEVELS), ("FIGURES", FIGURES)],
)
def test_the_page_has_the_ledger_s_words(name, values):
    listed = re.search(rf"export const {name} = \[(.*?)\] as const", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert listed is not None
    assert tuple(re.findall(r'"(\w+)"', listed[1])) == tuple(values)
