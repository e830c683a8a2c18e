"""The words of saying are well formed, and tell speech, silence and doubt apart."""

import pytest

from fogline.lexicon.deeds import deeds
from fogline.lexicon.parties import parties
from fogline.lexicon.saying import saying

SILENT = [
    "Moscow has not commented",
    "the ministry did not immediately respond",
    "an aide declined to comment",
    "there was no immediate comment from Tehran",
    "officials have yet to comment",
    "he would neither confirm nor deny it",
    "calls to the army's spokesman went unanswered",
    "no group has claimed it: Kyiv has not claimed responsibility",
]
NOT_SILENT = ["the ministry commented at length", "he answered every question", "they responded with shells"]


@pytest.mark.parametrize("words", SILENT)
def test_silence_is_heard(words: str) -> None:
    assert saying().no_comment.search(words)


@pytest.mark.parametrize("words", NOT_SILENT)
def test_speech_is_no_silence(words: str) -> None:
    assert not saying().no_comment.search(words)


def test_hedges_are_whole_words() -> None:
    assert saying().hedges.search("Allegedly, two died")
    assert not saying().hedges.search("an unallegedly word")


def test_verbs_are_sorted_into_kinds() -> None:
    words = saying()
    assert words.clause_only < words.say
    assert not words.deny & (words.say - words.clause_only - {"doubt", "question"})
    assert {"said", "told", "says", "denied"} <= words.forms


def test_media_of_parties_name_parties() -> None:
    assert set(saying().party_media.values()) <= set(parties())


def test_deeds_are_well_formed() -> None:
    assert "by" in deeds().by
    assert not deeds().on & deeds().by
