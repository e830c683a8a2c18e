"""How is a headline parsed that is set with capitals throughout: "Gunmen Kill Four, Abduct Nine in Zamfara"?

The parser takes every such word for a name. Its common words are set small: those that the report below writes small,
and words of deeds, speech, numbers and people that it does not write as a name.
"""

import re
from functools import cache

from fogline.lexicon.events import frames
from fogline.lexicon.figures import count_words
from fogline.lexicon.layout import layout
from fogline.lexicon.numbers import number_words
from fogline.lexicon.parties import parties
from fogline.lexicon.phrases import verb_forms
from fogline.lexicon.saying import saying
from fogline.lexicon.things import things
from fogline.read.title_case import WORD

MANY_WORDS = 3  # spaces of a line in capitals that is more than a name or a heading
LONG_WORD = 4  # letters; shorter words of a headline may be set small
ENOUGH = 4  # long words that a headline has at least, to tell by them how it is set


def to_parse(text: str, body: str | None = None) -> str:
    """A sentence as it is parsed: in small letters if it is all in capitals, with its names alone if they begin each.

    `body` is what stands below a headline, None for any other sentence.
    """
    small = text.lower()
    if len(small) != len(text):
        return text
    if text.isupper() and text.count(" ") >= MANY_WORDS:
        return small
    if body is None or not _has_capitals(text):
        return text
    first = next(WORD.finditer(text))
    return WORD.sub(lambda m: m[0] if m.start() == first.start() or not _is_common(m[0], body) else m[0].lower(), text)


def _has_capitals(title: str) -> bool:
    """Whether the words of a headline begin with capitals, but for the small ones."""
    long = [w for w in WORD.findall(title) if len(w) >= LONG_WORD and w.lower() not in layout().small_words]
    return len(long) >= ENOUGH and all(w[0].isupper() for w in long)


def _is_common(word: str, body: str) -> bool:
    """Whether a word of a headline is no name: the body writes it small, or it is one of war and no name there."""
    if not word[1:].islower():
        return word == "A"
    low = word.lower()
    if low in layout().small_words:
        return True
    named = len(re.findall(rf"(?<=[a-z,;] ){word}\b", body))
    written = len(re.findall(rf"\b{low}\b", body))
    return written > named or (not named and low in _known())


@cache
def _known() -> frozenset[str]:
    """Words of deeds, speech, numbers, people and things, in their forms."""
    numbers = number_words()
    counts = {*numbers.units, *numbers.tens, *numbers.multipliers, *numbers.groups, *numbers.vague}
    figures = count_words()
    counting = {form for figure in figures.figures.values() for verb in figure.objects for form in verb_forms(verb)}
    states = {state for figure in figures.figures.values() for state in figure.states}
    nouns = {form for noun in figures.classes for form in (noun, f"{noun}s")}
    peoples = {word.lower() for party in parties().values() for word in party.demonyms}
    seen = {word for word in things().index.first_words if word.isalpha()}
    return frozenset({*counts, *counting, *states, *nouns, *seen, *frames().forms, *saying().forms} - peoples)
