"""How much of a sentence, and of what stands behind it, does a speaker vouch for?"""

from collections.abc import Callable
from typing import Any

import pytest

from fogline.model import Voice
from fogline.read.said import find_voices
from fogline.read.who import find_parties

Voices = Callable[..., list[Voice]]


WHOLE = [
    "Nine gunmen died and four were captured, according to Ukraine's army.",
    "Three people were killed and 52 wounded when shells fell, according to Ukraine's army.",
    "Ukraine's army posted that shells struck the mill: three people hurt, a house damaged.",
]


@pytest.mark.parametrize("sentence", WHOLE)
def test_a_source_at_the_end_or_a_colon_covers_what_is_joined(parsed: Any, sentence: str) -> None:
    text = parsed(sentence)
    found = find_voices(text, find_parties(text, []))[1]
    assert [text.text[a.start : a.end] for a in found if a.voice.side == "Ukraine"] == [sentence]


def test_a_source_at_the_end_covers_nothing_before_a_turn(parsed: Any) -> None:
    text = parsed("Nine gunmen died, but four were captured alive, according to Ukraine's army.")
    found = find_voices(text, find_parties(text, []))[1]
    assert not any("Nine" in text.text[a.start : a.end] for a in found if a.voice.side == "Ukraine")


def test_what_went_on_meanwhile_is_not_what_somebody_said(parsed: Any) -> None:
    for sentence, theirs in [
        ("Nine people were killed, Israel's army said, as mediators met in Doha.", False),
        ("Shells hit a camp, Israel's army said, while diplomats met in Doha.", False),
        ("Israel's army said that nine people were killed as mediators met in Doha.", True),
        ("Israel's army said that shells hit a camp, while diplomats met in Doha.", True),
    ]:
        text = parsed(sentence)
        found = find_voices(text, find_parties(text, []))[1]
        assert any("Doha" in text.text[a.start : a.end] for a in found if a.voice.side == "Israel") is theirs


def test_two_speakers_of_one_sentence_each_vouch_for_their_part(parsed: Any) -> None:
    text = parsed("Ukraine said that six people had died and Russia denied that it had fired.")
    found = find_voices(text, find_parties(text, []))[1]
    ukraine = next(a for a in found if a.voice.side == "Ukraine")
    russia = next(a for a in found if a.voice.side == "Russia")
    assert "six people" in text.text[ukraine.start : ukraine.end]
    assert "fired" in text.text[russia.start : russia.end]
    assert "six people" not in text.text[russia.start : russia.end]


def test_a_deed_that_goes_on_in_somebodys_words_has_no_voice_of_its_own(voices: Voices) -> None:
    assert [v.by for v in voices("A nurse said the militia continued its shelling of the camp.")] == ["nurse"]
    assert [v.by for v in voices('The militia\'s leader continued: "We shelled the camp."')] != [None]


def test_a_quotation_over_two_sentences_has_one_speaker(voices: Voices) -> None:
    body = '"Two shells fell near us. A school burned down in the night," Ostap Revenko, a Ukrainian official, said.'
    assert [v.by for v in voices(body, 1)] == ["Ostap Revenko"]


def test_a_report_goes_on_in_the_same_paragraph_and_ends_with_it(voices: Voices) -> None:
    body = (
        "Nine people were killed, Israel's army said. A tenth died of wounds.\n\nThe border has been quiet since 2006."
    )
    assert [v.side for v in voices(body, 2)] == ["Israel"]
    assert [v.side for v in voices(body, 3)] == [None]
