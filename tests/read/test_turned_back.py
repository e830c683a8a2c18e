"""Whom a side that is accused of a deed accuses of it itself."""

import pytest

from fogline.model import Claim, Report
from fogline.read import Reader

TOLD = "Russian artillery shelled the market in Kupiansk on Monday, killing nine people, the mayor said. "


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def claims(reader: Reader, text: str) -> list[Claim]:
    report = Report("r1", "a news site", None, "What happened this week", text, "2025-03-12", "en")
    return [c for c in reader.read(report).claims if c.place and c.place.name == "Kupiansk"]


@pytest.mark.parametrize(
    "accusation",
    [
        "Russia's Defence Ministry said that Ukraine had shelled its own people.",
        "Moscow accused Ukraine of staging the attack.",
        "Moscow said it was a Ukrainian shell that had fallen short.",
        "According to Moscow, a Ukrainian rocket had gone astray.",
        "Moscow said the blast was caused by a Ukrainian air defence missile.",
    ],
)
def test_who_is_accused_says_that_another_did_it(reader: Reader, accusation: str) -> None:
    found = claims(reader, TOLD + accusation)
    assert [c.actor for c in found if c.side == "Russia"] == [("Ukraine",)]
    assert all(c.actor == ("Russia",) for c in found if c.side != "Russia")


@pytest.mark.parametrize(
    "near_miss",
    [
        "Russia's Defence Ministry said that Ukraine was pulling its own troops out of Kupiansk.",
        "Russia's Defence Ministry said that Ukraine had lost two air defence systems.",
        "The governor said that Russia had left its own dead behind.",
    ],
)
def test_what_else_is_said_of_the_accuser_turns_no_deed_on_him(reader: Reader, near_miss: str) -> None:
    assert all("Ukraine" not in c.actor for c in claims(reader, TOLD + near_miss) if c.type != "mobilisation")


def test_whom_nobody_else_accuses_is_still_the_foe_of_those_hit(reader: Reader) -> None:
    told = "A missile hit a house in the Ukrainian town of Kupiansk on Monday, killing nine people, the mayor said. "
    said = "The Kremlin said a Ukrainian air defence missile had gone astray. The war with Russia is in its third year."
    hands = {c.side: c.actor for c in claims(reader, told + said)}
    assert hands["Ukraine"] == ("Russia",)
    assert hands["Russia"] == ("Ukraine",)


@pytest.mark.parametrize(
    "blame", ["accused Ukraine of it", "blamed Ukraine for the attack", "blamed Ukrainian saboteurs"]
)
def test_who_denies_a_deed_and_blames_another_says_both(reader: Reader, blame: str) -> None:
    found = claims(reader, TOLD + f"Russia denied having shelled the market and {blame}.")
    assert [c.actor for c in found if c.side == "Russia" and c.stance == "asserts"] == [("Ukraine",)]
    assert any(c.side == "Russia" and c.stance == "denies" for c in found)


def test_who_denies_a_deed_and_accuses_another_of_something_else_says_no_more(reader: Reader) -> None:
    found = claims(reader, TOLD + "Russia denied having shelled the market and accused Ukraine of lying.")
    assert not [c for c in found if c.side == "Russia" and c.stance == "asserts"]


@pytest.mark.parametrize(
    "words",
    [
        "Russia denied striking the market in Kupiansk and said it had been hit by a Ukrainian shell.",
        "Moscow denied that it had shelled the market in Kupiansk. It said Ukrainian rockets had hit it.",
        "Moscow denied that it had shelled the market in Kupiansk, saying the Ukrainian army had fired the shells.",
        "Moscow denied hitting the market in Kupiansk and said a Ukrainian missile had fallen on the stalls.",
    ],
)
def test_who_denies_a_deed_and_tells_whose_arms_hit_it_says_both(reader: Reader, words: str) -> None:
    found = [c for c in claims(reader, words) if c.side == "Russia"]
    assert [c.actor for c in found if c.stance == "asserts"] == [("Ukraine",)]
    assert any(c.stance == "denies" for c in found)


@pytest.mark.parametrize(
    "words",
    [
        "Russia denied striking the market in Kupiansk and said Ukrainian drones had hit a depot in Ryazan overnight.",
        "Russia denied striking the market in Kupiansk. It said Ukrainian shells had killed two in Donetsk on Tuesday.",
        "Russia denied striking the market in Kupiansk and said Ukrainian troops had left.",
    ],
)
def test_what_the_other_side_did_elsewhere_is_no_word_on_what_is_denied(reader: Reader, words: str) -> None:
    assert all("Ukraine" not in c.actor for c in claims(reader, words) if c.type != "mobilisation")
