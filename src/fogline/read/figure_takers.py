"""Who took those who were "taken away", where their sentence does not say: gunmen told of before, or the law?

Whom gunmen take away is a captive, whom the police lead away is under arrest. The last sentence before that names
either of the two tells.
"""

from collections.abc import Sequence
from dataclasses import replace

from fogline.lexicon.figures import count_words
from fogline.model import FigureMention
from fogline.read.figure_patterns import pattern
from fogline.read.text import Sentence

BACK = 4  # sentences back to those who did it
REACH = 60  # characters behind the counted within which they are taken


def taken_by(
    counted: Sequence[FigureMention], sentence: Sentence, sentences: Sequence[Sentence]
) -> list[FigureMention]:
    """The figures of a sentence, with those "taken away" as captives where raiders were told of last."""
    return [
        replace(figure, figure="captured")
        if figure.figure == "detained" and _led_off(figure, sentence) and _by_raiders(sentence, sentences)
        else figure
        for figure in counted
    ]


def _led_off(figure: FigureMention, sentence: Sentence) -> bool:
    at = figure.end - sentence.start
    before = sentence.text[max(0, figure.start - sentence.start - REACH) : figure.start - sentence.start]
    behind = pattern("led_off").search(sentence.text, at, at + REACH) is not None
    return behind or pattern("led_off_before").search(before) is not None


def _by_raiders(sentence: Sentence, sentences: Sequence[Sentence]) -> bool:
    marks = count_words().marks
    for index in range(sentence.index, max(-1, sentence.index - 1 - BACK), -1):
        named = _words(sentences[index].text)
        law = not named.isdisjoint((*marks["lawful"], *marks["in_custody"]))
        if law:
            return False
        if not named.isdisjoint(marks["raiders"]):
            return True
    return False


def _words(text: str) -> frozenset[str]:
    """The words of a text in small letters, each with and without its plural's ending."""
    words = [word.strip('.,;:!?()"“”‘’') for word in text.lower().split()]
    return frozenset((*words, *(word.removesuffix("s") for word in words)))
