"""Every frame of `events.toml` reads a sentence, and leaves one that has its words."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from fogline.gazetteer import Gazetteer
from fogline.lexicon.events import Frame, frames
from fogline.lexicon.phrases import words
from fogline.model import Report
from fogline.read.company import Around
from fogline.read.dating import is_exact
from fogline.read.how_many import find_figures
from fogline.read.sentences import sentences
from fogline.read.text import ParsedText
from fogline.read.things import find_things
from fogline.read.told import _counts
from fogline.read.what import Trigger, _by_lemma, _by_phrase, _conditions_hold, find_triggers
from fogline.read.when import find_dates
from fogline.read.where import find_places
from fogline.read.who import find_parties

CASES: dict[str, list[list[str]]] = tomllib.loads((Path(__file__).parent / "frame_cases.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def around(nlp: Language) -> Any:
    """A function from a sentence to what is found in it; what was asked for once is kept."""
    gazetteer = Gazetteer.open()

    @cache
    def of(text: str) -> Around:
        split = sentences(Report("r1", None, None, "What is known", text, "2024-11-20", "en"))
        body = split[-1]
        assert body.text == text, "a case is one sentence"
        doc = nlp(text)
        parsed = ParsedText(
            Report("r1", None, None, "What is known", text, "2024-11-20", "en"), split, {body.index: doc}
        )
        places = find_places(parsed, gazetteer)
        parties = find_parties(parsed, places)
        dates = find_dates(parsed.text, parsed.report.published_day, split)
        figures = find_figures(body, doc, parties)
        harm = any(f.figure in ("killed", "injured") for f in figures)
        day = any(map(is_exact, dates))
        return Around(body, doc, tuple(places), tuple(parties), tuple(find_things(text)), bool(dates), harm, True, day)

    return of


def told(around: Around) -> list[Trigger]:
    """The triggers that tell of something done or said."""
    return [t for t in find_triggers(around) if _counts(t, around.doc) and t.reality != "negated"]


def has_words_of(frame: Frame, around: Around) -> bool:
    lemmas = {token.lemma_.lower() for token in around.doc} | {token.lower_ for token in around.doc}
    phrases = {id(m.value) for m in frames().phrases.find(words(around.sentence.text))}
    return bool(lemmas & (frame.verbs | frame.nouns)) or id(frame) in phrases


@pytest.mark.parametrize(("kind", "text", "word"), CASES["tells"])
def test_a_frame_reads_what_its_words_tell(around: Any, kind: str, text: str, word: str) -> None:
    found = [(t.type, text[t.start : t.end]) for t in told(around(text))]
    assert any(t == kind and word in w.split() for t, w in found), found


@pytest.mark.parametrize(("kind", "text", "word"), CASES["silent"])
def test_the_same_words_may_tell_of_nothing(around: Any, kind: str, text: str, word: str) -> None:
    found = [(t.type, text[t.start : t.end]) for t in told(around(text))]
    assert word in text.replace(",", "").replace(".", "").split()
    assert not found, found


def test_every_frame_has_a_case_that_it_reads_and_one_that_it_leaves(around: Any) -> None:
    read: set[int] = set()
    for _, text, _ in CASES["tells"]:
        here = around(text)
        spoken = words(text)
        candidates = (*_by_phrase(here, spoken), *_by_lemma(here))
        read |= {t.frame.index for t in candidates if _conditions_hold(t, here)}
    silent = [around(text) for _, text, _ in CASES["silent"]]
    left = {f.index for f in frames().frames for here in silent if has_words_of(f, here)}
    every = {f.index for f in frames().frames}
    assert not every - read, sorted(every - read)
    assert not every - left, sorted(every - left)
