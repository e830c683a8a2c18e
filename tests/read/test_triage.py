"""Which sentences are parsed, and which reports are of no war at all."""

import pytest

from fogline.read.text import Sentence
from fogline.read.triage import can_carry_claim, tells_of_war

PEACE = [
    "The striker scored twice as the league leaders attacked; the coach praised his defenders after the match.",
    "Unions called a strike over wages; employers said that the walkout would hit overtime pay.",
    "Shares were hammered as retailers fought a price war and investors fled; profits and sales fell.",
    "The film tells of a siege; its director and the actor attacked the studio at the premiere.",
]
WAR = [
    "Drones struck a football stadium in the port on Sunday, killing two people, the army said.",
    "Shells fell on a village; soldiers said that four people were killed.",
]


@pytest.mark.parametrize("text", PEACE)
def test_sport_labour_markets_and_stage_are_no_war(text: str) -> None:
    assert not tells_of_war(text)


@pytest.mark.parametrize("text", WAR)
def test_war_near_peaceful_words_is_still_war(text: str) -> None:
    assert tells_of_war(text)


@pytest.mark.parametrize(
    ("text", "part", "worth"),
    [
        ("Two shells fell on the village.", "body", True),
        ("The ministry declined to comment.", "body", True),
        ("The river is wide here and slow.", "body", False),
        ("Two shells fell on the village.", "tail", False),
    ],
)
def test_a_sentence_is_parsed_where_its_words_can_carry_a_claim(text: str, part: str, worth: bool) -> None:
    assert can_carry_claim(Sentence(0, 0, len(text), text, part, 0)) is worth  # type: ignore[arg-type]
