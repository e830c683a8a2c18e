"""Every entry of the frames, things and word lists is well formed, and a bad one is told."""

import pytest

from fogline.errors import LexiconError
from fogline.lexicon import events
from fogline.lexicon.answers import answers
from fogline.lexicon.events import frames
from fogline.lexicon.layout import layout
from fogline.lexicon.phrases import PhraseIndex, parse, words
from fogline.lexicon.status import status_words
from fogline.lexicon.things import things
from fogline.lexicon.triage import triage_words
from fogline.model import EVENT_TYPES


def test_all_lists_load_and_hold_to_their_schema() -> None:
    assert frames().frames and things().weapon_type and layout().tails and status_words().modals
    assert triage_words().war and answers().threat_answers


def test_every_type_of_the_vocabulary_has_a_frame() -> None:
    assert {frame.type for frame in frames().frames} >= set(EVENT_TYPES)


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ({"type": "war", "verbs": ["fight"]}, "unknown type"),
        ({"type": "bombing"}, "no trigger words"),
        ({"type": "bombing", "verbs": ["blow"], "weapons": "mine"}, "unknown keys"),
        ({"type": "bombing", "phrases": ["… blew up"]}, "is no phrase"),
        ({"type": "bombing", "nouns": ["bomb", "bomb"]}, "twice"),
        ({"type": "protest", "verbs": ["march"], "subjects": ["@choir"]}, "no such class"),
    ],
)
def test_a_malformed_frame_is_named_with_its_fault(entry: dict[str, object], told: str) -> None:
    with pytest.raises(LexiconError, match=told):
        events._frame(0, entry, {"crowd": ["woman"]})


def test_a_class_stands_for_its_words() -> None:
    entry: dict[str, object] = {"type": "protest", "verbs": ["march"], "subjects": ["@crowd", "monk"]}
    assert events._frame(0, entry, {"crowd": ["woman", "miner"]}).subjects == {"woman", "miner", "monk"}


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("came|come under … fire", "The town came under heavy mortar fire.", True),
        ("came|come under … fire", "The town came under a very long and quite heavy fire.", False),
        ("shot down", "It was Shot down.", True),
        ("shot down", "It was shot. Down it came.", True),
        ("air strike", "An airstrike hit.", False),
        ("governor's office", "It hit the governor’s office.", True),
        ("governor's office", "It hit the governor's car.", False),
    ],
)
def test_a_phrase_matches_words_in_a_row_with_short_gaps(phrase: str, text: str, found: bool) -> None:
    assert bool(PhraseIndex([(phrase, 1)]).find(words(text))) is found


def test_a_phrase_may_not_begin_or_end_with_a_gap() -> None:
    for phrase in ("…", "shot …", "… shot", "a||b"):
        with pytest.raises(ValueError, match="no phrase"):
            parse(phrase)
