"""What is called untrue is denied, also where it is only talk; "the group" that rejects a UN report is no UN."""

import pytest
from spacy.language import Language
from tests.read.contact_steps import read

from fogline.gazetteer import Gazetteer
from fogline.read.reader import Reader

UNTRUE = [
    "Sudan's army described talk of the fall of Babanusa as lies on Sunday.",
    "Talk of the capture of Babanusa is mere rumour, the army in Sudan said on Sunday.",
    "Stories of a massacre at Babanusa are inventions of the enemy, Sudan's army said on Sunday.",
    "The story of the fall of Babanusa is a fairy tale, Sudan's army said on Sunday.",
]

ONLY_TALK = [
    "Talk of a truce in Babanusa is premature, Sudan's army said on Sunday.",
    "There is talk of an attack on Babanusa, a resident said on Sunday.",
    "The film tells the story of a massacre at Babanusa in 1992.",
]

KILLED = "M23 rebels killed 20 civilians in Kanyabayonga on Saturday, "
GROUPS = [
    ("the UN said on Monday, findings that the group rejected.", "M23"),
    ("the UN said on Monday. The group called the report a lie.", "M23"),
    ("the UN rights office said, a charge that the movement dismissed as lies.", "M23"),
    ("Human Rights Watch said. The group said 30 witnesses had told it of 11 dead.", None),
    ("the UN said on Monday. The organisation said it counted 11 girls among the dead.", None),
]


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp, Gazetteer.open())


@pytest.mark.parametrize("text", UNTRUE)
def test_talk_that_is_called_untrue_is_denied(reader: Reader, text: str) -> None:
    assert [(c.place.name if c.place else None, c.stance) for c in read(reader, text)] == [("Babanusa", "denies")]


@pytest.mark.parametrize("text", ONLY_TALK)
def test_what_is_only_talked_of_is_no_deed(reader: Reader, text: str) -> None:
    assert not read(reader, text)


@pytest.mark.parametrize(("words", "side"), GROUPS)
def test_whose_word_the_groups_is(reader: Reader, words: str, side: str | None) -> None:
    last = [c for c in read(reader, KILLED + words) if c.by and "UN" not in c.by]
    assert {c.side for c in last} <= {side}
