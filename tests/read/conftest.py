"""A report from a few words, with every sentence parsed: what the tests of who and said start from."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fogline.gazetteer import Gazetteer
from fogline.model import Claim, PartyMention, Report, Voice
from fogline.read.reader import Reader
from fogline.read.said import find_voices
from fogline.read.sentences import sentences
from fogline.read.text import ParsedText
from fogline.read.who import find_parties

sys.path.insert(0, str(Path(__file__).parent))  # how_many_steps.py

Parsed = Callable[..., ParsedText]


@pytest.fixture(scope="session")
def parsed(nlp: Any) -> Parsed:
    """A function from a body, and perhaps a source and a title, to the parse of a report."""

    def of(body: str, source: str | None = None, title: str = "What is known so far") -> ParsedText:
        report = Report("r1", source, None, title, body, "2024-11-20", "en")
        split = sentences(report)
        docs = nlp.pipe([s.text for s in split])
        return ParsedText(report, split, {s.index: doc for s, doc in zip(split, docs, strict=True)})

    return of


@pytest.fixture(scope="session")
def voices(parsed: Parsed) -> Callable[..., list[Voice]]:
    """A function from a body, and which of its sentences (the headline is 0), to the voices of that sentence."""

    def of(body: str, sentence: int = 1) -> list[Voice]:
        text = parsed(body)
        told = [s.index for s in text.sentences if s.part != "byline"]  # a dateline is a sentence of its own
        return [a.voice for a in find_voices(text, find_parties(text, []))[told[sentence]]]

    return of


@pytest.fixture(scope="session")
def mention_of() -> Callable[[list[PartyMention], str], PartyMention]:
    """A function from mentions and words to the longest mention that covers the words."""

    def of(mentions: list[PartyMention], words: str) -> PartyMention:
        found = [m for m in mentions if words in m.text]
        assert found, f"no mention of {words!r} among {[m.text for m in mentions]}"
        return max(found, key=lambda m: m.end - m.start)

    return of


@pytest.fixture(scope="session")
def reader(nlp: Any) -> Reader:
    """A reader over the session's parser and gazetteer."""
    return Reader(nlp, Gazetteer.open())


@pytest.fixture(scope="session")
def claims(nlp: Any) -> Callable[..., tuple[Claim, ...]]:
    """A function from a body, and perhaps its day, to the claims of a report: all steps of reading."""
    reader = Reader(nlp, Gazetteer.open())

    def of(body: str, published: str = "2025-03-10") -> tuple[Claim, ...]:
        return reader.read(Report("r1", "a news site", None, "", body, published, "en")).claims

    return of
