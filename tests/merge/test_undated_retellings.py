"""How far back a telling without a day may lie: a few days, a week where both tell of one market or school."""

import pytest

from fogline.gazetteer import Gazetteer
from fogline.merge.same_event import same_event
from fogline.merge.unit import units
from fogline.model import Report
from fogline.read.reader import Reader

FIRST = "At least 10 people were killed in an air strike on {hit} in Kabkabiya on Monday, the Emergency Lawyers said."
LATER = "The death toll from the air strike on {hit} in Kabkabiya has risen to 27, the Emergency Lawyers said."


@pytest.mark.parametrize(
    ("hit", "day", "events"),
    [("a house", "2024-12-05", 1), ("a house", "2024-12-08", 2), ("the market", "2024-12-08", 1)],
)
def test_an_undated_retelling_joins_within_its_reach(nlp, hit: str, day: str, events: int) -> None:
    reader = Reader(nlp, Gazetteer.open())
    told = [("r1", FIRST, "2024-12-02"), ("r2", LATER, day)]
    claims = [
        claim
        for name, text, published in told
        for claim in reader.read(Report(name, name, None, "", text.format(hit=hit), published, "en")).claims
    ]
    assert len(same_event(units(claims))) == events
