"""Which days are those of deeds, and which only of speaking, of what is due or of a count."""

import datetime as dt

import pytest
from spacy.language import Language

from fogline.model import Report
from fogline.read import Reader
from fogline.read.dating import days_of_speech, only_ranks
from fogline.read.text import Sentence
from fogline.read.when import find_dates

PUBLISHED = dt.date(2025, 3, 12)


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Shells hit the town, the ministry said on Tuesday.", True),
        ("On Tuesday the minister rejected claims that his men had shot fishermen.", True),
        ("The army accused them on Tuesday of shelling the town.", True),
        ("Shelling was reported in the town on Tuesday.", False),
        ("Shells hit the town on Tuesday, the ministry said.", False),
        ("The ministry said that shells had hit the town on Tuesday.", False),
    ],
)
def test_a_day_on_which_somebody_only_spoke(nlp: Language, text: str, spoken: bool) -> None:
    dates = find_dates(text, PUBLISHED)
    sentence = Sentence(0, 0, len(text), text, "body", 0)
    assert [d.text for d in dates] == [d.text for d in dates if "Tuesday" in d.text]
    assert days_of_speech(sentence, nlp(text), dates) == (frozenset(dates) if spoken else frozenset())


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("It was the heaviest raid since October.", True),
        ("The attack was the third on mayors in the country this month.", True),
        ("It was one such strike this month.", False),
        ("The first shells in March hit the town.", False),
        ("As of 5 March 2025, looting went on in the town.", True),
        ("Since October, when the army retook the town, shells have hit it.", False),
        ("The town was attacked twice this month.", False),
        ("On 5 March 2025 the first shells hit the town.", False),
        ("Jets dropped 94 bombs, against 71 raids in the week before.", True),
        ("Twelve people died, up from four on Monday.", True),
        ("It fired fewer drones than on Monday.", True),
        ("It fired 40 drones, fewer than the day before.", True),
        ("Troops fought against rebels on Monday.", False),
        ("Rebels fired against two ships on Monday.", False),
        ("More than 12 people died on Monday.", False),
        ("Prices were down from Monday.", False),
    ],
)
def test_a_day_that_only_ranks_or_counts(text: str, ranks: bool) -> None:
    assert [only_ranks(text, date) for date in find_dates(text, PUBLISHED)] == [ranks]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Two people died when drones hit a depot in Shebekino, the governor said on Tuesday.", "2025-03-11"),
        ("Drones hit a depot in Shebekino on Monday, the governor said on Tuesday.", "2025-03-10"),
        ("The General Staff on Tuesday rejected claims that drones had hit a depot in Shebekino.", "2025-03-11"),
    ],
)
def test_what_is_told_on_a_day_was_so_late_at_most(reader: Reader, text: str, day: str) -> None:
    claims = reader.read(Report("r", "a site", None, "Depot on fire", text, "2025-03-12", "en")).claims
    assert {claim.date.iso()[0] for claim in claims if claim.date} == {day}
    guessed = {claim.spans.get("when") == claim.spans["what"] for claim in claims}
    assert guessed == {"Monday" not in text}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()
