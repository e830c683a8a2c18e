"""Deeds of other times stand behind the news, and who did those is not said to have done this one."""

import pytest
from spacy.language import Language

from fogline.gazetteer import Gazetteer
from fogline.model import Report
from fogline.read.other_times import at_other_times
from fogline.read.reader import Reader


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp, Gazetteer.open())


@pytest.mark.parametrize(
    ("text", "deed", "others"),
    [
        ("The front has claimed similar attacks on markets.", "attacks", True),
        ("The front claimed two attacks on Sunday.", "attacks", False),
        ("The group has owned up to many such bombings.", "bombings", True),
        ("The previous strikes on Monday killed six.", "strikes", False),
        ("The province has seen a rise in kidnappings.", "kidnappings", True),
        ("The valley has seen a surge in violence, including killings of teachers and raids on farms.", "raids", True),
        ("The dead were hit in raids on farms.", "raids", False),
        ("It was the latest in a string of attacks on the port.", "attacks", True),
        ("A string of attacks on the port killed nine.", "attacks", False),
        ("They came amid a wave of bombings in the capital.", "bombings", True),
        ("A wave of bombings hit the capital on Sunday.", "bombings", False),
        ("Raids on the camp have become more deadly.", "Raids", True),
        ("Raids on the camp killed nine.", "Raids", False),
        ("The rebels have claimed responsibility for dozens of ambushes.", "ambushes", True),
        ("Dozens of ambushes were laid on Sunday.", "ambushes", False),
        ("It was the latest in a series of raids that have killed 40 guards.", "killed", True),
        ("It was a raid that killed 40 guards.", "killed", False),
        ("It was the deadliest, with 100 guards killed in a series of similar raids.", "killed", True),
        ("It was the deadliest, with 100 guards killed in a raid.", "killed", False),
    ],
)
def test_deeds_of_other_times(nlp: Language, text: str, deed: str, others: bool) -> None:
    assert at_other_times(next(t for t in nlp(text) if t.text == deed)) is others


# What stands behind the news of a blast, and who is then said to have caused it.
BEHIND = [
    ("No group claimed it, though al-Shabaab has claimed responsibility for similar attacks.", set()),
    ("Al-Shabaab often carries out such attacks.", set()),
    ("Al-Shabaab claimed responsibility for the attack.", {"Al-Shabaab"}),
    ("Al-Shabaab has claimed responsibility for dozens of attacks in the city.", set()),
]


@pytest.mark.parametrize(("text", "actors"), BEHIND)
def test_who_did_others(reader: Reader, text: str, actors: set[str]) -> None:
    news = "A car bomb killed nine people at a hotel in Mogadishu, the capital of Somalia, on Monday, police said."
    report = Report("x", "Wire", None, "Blast kills nine", f"{news} {text}", "2024-06-04", "en")
    claims = reader.read(report).claims
    assert {c.type for c in claims} == {"bombing"}
    assert {a for c in claims for a in c.actor} == actors


def test_those_killed_in_a_row_of_attacks(reader: Reader) -> None:
    text = (
        "Rebels ambushed a patrol near Gao in Mali on Monday, killing two soldiers. It was the latest in a string of "
        "attacks that have killed 40 soldiers in the past two weeks."
    )
    claims = reader.read(Report("x", "Wire", None, "Patrol ambushed", text, "2024-06-04", "en")).claims
    assert {v.low for c in claims for k, v in c.figures.items() if k == "killed"} == {2}
