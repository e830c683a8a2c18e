"""Who spoke before, where a speaker is taken up as "he", "the source" or "we", or answers what he is asked?"""

from collections.abc import Callable
from typing import Any

import pytest

from fogline.gazetteer import Gazetteer
from fogline.model import Voice
from fogline.read.said import find_voices
from fogline.read.voiced import of_speakers
from fogline.read.where import find_places
from fogline.read.who import find_parties

Voices = Callable[..., list[Voice]]


# What is said first, what takes up its speaker, and who that is.
TAKEN_UP = [
    ("A source in Hamas spoke of nine dead.", "Two tanks were burning, the source said.", "Hamas"),
    ("A source in Hamas spoke of nine dead.", "Two tanks were burning, a driver said.", None),
    ("Hamas said nine had died. Doctors said ten had.", "In a statement it said the raid was a crime.", "Hamas"),
    ("Hamas said nine had died. Doctors said ten had.", "More are under the rubble, they said.", None),
]


@pytest.mark.parametrize(("before", "sentence", "side"), TAKEN_UP)
def test_who_spoke_before_is_taken_up_by_what_he_was_called(
    voices: Voices, before: str, sentence: str, side: str | None
) -> None:
    said = voices(f"{before} {sentence}", before.count(".") + 1)
    assert [v.side for v in said] == [side]


# A named speaker, what takes him up by his office, and his name.
BY_OFFICE = [
    ("Nine died, Interior Minister Petro Lysenko said.", "Two cars burned, the minister wrote.", "Petro Lysenko"),
    ("Nine died, Interior Minister Petro Lysenko said.", "Two cars burned, the defence minister wrote.", None),
    ("A Houthi official said nine died. A US official denied it.", "The official said it was a depot.", "US official"),
]


@pytest.mark.parametrize(("before", "sentence", "name"), BY_OFFICE)
def test_a_named_speaker_is_taken_up_by_his_office(
    voices: Voices, before: str, sentence: str, name: str | None
) -> None:
    said = [v.by for v in voices(f"{before} {sentence}", before.count(".") + 1)]
    assert said == [name] if name else "Petro Lysenko" not in said


def test_who_is_only_reported_does_not_go_on_to_speak(voices: Voices) -> None:
    body = "Russia's defence ministry said it had hit a depot. Reports by Kyiv about a hostel are false, it added."
    assert ("Russia", "denies") in [(v.side, v.stance) for v in voices(body, 2)]


def test_a_side_told_once_is_the_speakers_throughout(voices: Voices) -> None:
    body = "Ostap Revenko spoke of nine dead. Two tanks burned, said Ostap Revenko, Ukraine's army spokesman."
    assert [v.side for v in voices(body)] == ["Ukraine"]


def test_what_somebodys_own_people_saw_is_his_word(voices: Voices) -> None:
    assert [v.by for v in voices("Amnesty says its teams counted nine dead.")] == ["Amnesty"]
    said = voices("Amnesty says rescue teams counted nine dead.")
    assert {v.by for v in said} == {"Amnesty", "rescue teams"}


def test_according_to_him_is_according_to_whoever_spoke(voices: Voices) -> None:
    body = "Ostap Revenko, Ukraine's army spokesman, said nine men died. According to him, two were hurt."
    assert [v.by for v in voices(body, 2)] == ["Ostap Revenko"]


def test_he_is_whoever_spoke_before(voices: Voices) -> None:
    body = "Two shells fell, Ukraine's interior minister Ostap Revenko said. He added that a school had burned."
    assert [(v.by, v.side) for v in voices(body, 2)] == [("Ostap Revenko", "Ukraine")]


def test_we_and_the_enemy_are_read_from_the_speakers_side(parsed: Any) -> None:
    text = parsed('"Our soldiers hold the town and the enemy fled," Ukraine\'s army said. Russia struck Ukraine again.')
    found = find_parties(text, [])
    meant = {m.text: m.party for m in of_speakers(text, found, find_voices(text, found))}
    assert meant["Our"] == "Ukraine"
    assert meant["the enemy"] == "Russia"


@pytest.mark.parametrize(
    ("source", "body", "words", "party"),
    [
        (
            "Saba",
            "Our armed forces struck Eilat on Tuesday with a missile. Israel is silent.",
            "armed forces",
            "Houthis",
        ),
        ("Saba", "Our naval forces struck a ship in the Red Sea on Tuesday.", "naval forces", "Houthis"),
        ("Tasnim", "Our armed forces shelled Erbil in Iraq on Tuesday.", "armed forces", "Iran"),
        ("Evening Star", "Our armed forces left Gao on Tuesday.", "armed forces", "Mali"),
        ("Saba", "The naval forces struck an American ship off Aden on Tuesday.", "naval forces", "Houthis"),
        ("Houthi media centre", "The missile force struck Marib on Tuesday.", "missile force", "Houthis"),
        ("Saba", "The enemy bombed a market in Hodeidah and fled to Eilat. Palestine wept.", "The enemy", "Israel"),
        ("Evening Star", "The naval forces struck a ship off Aden, Yemen, on Tuesday.", "naval forces", "Yemen"),
    ],
)
def test_our_forces_are_those_of_the_agencys_side(
    parsed: Any, source: str, body: str, words: str, party: str | None
) -> None:
    text = parsed(body, source)
    places = find_places(text, Gazetteer.open())
    found = find_parties(text, places)
    meant = {m.text: m.party for m in of_speakers(text, found, find_voices(text, found), places)}
    assert meant.get(words) == party


INTERVIEW = (
    "Colonel Ostap Hnatyuk, spokesman of Ukraine's army, spoke to this paper on Friday.\n\n"
    "Q: Is the town lost?\n\nA: We hold it. Two tanks were burned.\n\nQ: They say nine died.\n\nA: That is not so."
)


def test_answers_are_the_words_of_who_is_asked(parsed: Any) -> None:
    text = parsed(INTERVIEW)
    found = find_voices(text, find_parties(text, []))
    told = {s.text: found[s.index][0].voice.side for s in text.sentences}
    assert told["Two tanks were burned."] == "Ukraine"
    assert told["Q: They say nine died."] is None


def test_a_heading_with_a_colon_is_no_interview(parsed: Any) -> None:
    text = parsed("Colonel Ostap Hnatyuk of Ukraine's army spoke on Friday.\n\nA: Kyiv. Two tanks were burned.")
    found = find_voices(text, find_parties(text, []))
    assert {a.voice.side for s in text.sentences for a in found[s.index] if "tanks" in s.text} == {None}
