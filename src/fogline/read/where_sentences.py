"""Where do the sentences of a bare text end, which has no parse?"""

import re
from collections.abc import Mapping
from typing import Final

from fogline.lexicon.layout import layout
from fogline.lexicon.places import place_words
from fogline.read.text import Sentence

LAST_WORD: Final = re.compile(r"(?<![\w.])([A-Za-z](?:[\w.]{0,8}\w)?)\.$")
SENTENCE_END: Final = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z\u00C0-\u00DE\u0400-\u042F])|\n+")


def bare_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, each a paragraph of its own; a stop behind an abbreviation ends none."""
    out: list[Sentence] = []
    start = 0
    for match in (*SENTENCE_END.finditer(text), None):
        if match and _abbreviated(text[start : match.start()], match.group()):
            continue
        end = match.start() if match else len(text)
        if text[start:end].strip():
            out.append(Sentence(len(out), start, end, text[start:end], "body", len(out)))
        start = match.end() if match else end
    return tuple(out)


def _abbreviated(before: str, gap: str) -> bool:
    """Whether the stop at the end of `before` belongs to an abbreviation: "St. Louis", "N.C. police", "Gov. Smith"."""
    last = LAST_WORD.search(before) if "\n" not in gap else None
    if last is None:
        return False
    word = last.group(1)
    return "." in word or len(word) == 1 or word.casefold() in layout().abbreviations or f"{word}." in _states()


def _states() -> Mapping[str, str]:
    return place_words().abbreviations
