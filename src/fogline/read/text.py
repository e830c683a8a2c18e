"""A report's text as sentences with their place in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span, Token

from fogline.model import Report

Part = Literal["headline", "subhead", "body", "caption", "byline", "tail"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its offsets in the report's full text, the part of the report, the paragraph's number."""

    index: int
    start: int
    end: int
    text: str
    part: Part
    paragraph: int


@dataclass(frozen=True, slots=True)
class ParsedText:
    """A report split into sentences; `docs` holds the parse of those sentences that can carry a claim.

    A doc holds exactly one sentence: offset in the report = sentence.start + token.idx. `armed` is False where the
    report has no word that only war reporting uses.
    """

    report: Report
    sentences: tuple[Sentence, ...]
    docs: Mapping[int, Doc]
    armed: bool = True

    @property
    def text(self) -> str:
        """The report's full text."""
        return self.report.full_text


def offsets(sentence: Sentence, words: Token | Span) -> tuple[int, int]:
    """Start and end of a token or span of the sentence's doc, in the report's full text."""
    if isinstance(words, Token):
        return sentence.start + words.idx, sentence.start + words.idx + len(words.text)
    return sentence.start + words.start_char, sentence.start + words.end_char
