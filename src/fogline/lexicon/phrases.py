"""Phrases as the lexicon writes them, matched against the words of a sentence.

A phrase is words in a row; `a|b` is either word, `…` up to GAP_WORDS words between. Matching works on lower-case word
forms, so that it needs no parse and costs one dictionary look-up for most words.
"""

import itertools
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any, Generic, TypeVar

GAP = "…"
GAP_WORDS = 4
REMEMBERED = 2000  # characters of the longest text whose words are kept: every question asks for those of a sentence
WORD = re.compile(r"[^\W_]+(?:[’'.\-][^\W_]+)*(?:[’']s\b)?|\$|%")
POSSESSIVE = re.compile(r"[’']s?$")

Value = TypeVar("Value")
_numbers = itertools.count()  # each phrase index has a number of its own


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: offsets, the form as written, and the form to match by (lower case, no possessive)."""

    start: int
    end: int
    text: str
    key: str


class Words(tuple[Word, ...]):
    """The words of a text in order, with what is asked of them time and again."""

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The forms to match by, in order."""
        return tuple(word.key for word in self)

    @cached_property
    def present(self) -> frozenset[str]:
        """The forms to match by."""
        return frozenset(self.keys)

    @cached_property
    def found(self) -> dict[int, Any]:
        """The matches of the phrase indexes that were looked for in these words, by the index's number."""
        return {}


def words(text: str) -> Words:
    """The words of a text in order; a hyphenated word is one word."""
    return _words(text) if len(text) <= REMEMBERED else _split(text)


def without(found: Words, starts: Container[int]) -> Words:
    """The same words, those that begin at some offsets matched by nothing."""
    return Words(replace(word, key="") if word.start in starts else word for word in found)


def _split(text: str) -> Words:
    return Words(
        Word(m.start(), m.end(), m.group(), POSSESSIVE.sub("", m.group().lower())) for m in WORD.finditer(text)
    )


@lru_cache(maxsize=2048)
def _words(text: str) -> Words:
    return _split(text)


@dataclass(frozen=True, slots=True)
class Match(Generic[Value]):
    """A phrase found: the first and last word's index, and what the lexicon says of it."""

    first: int
    last: int
    value: Value


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[Value]):
    parts: tuple[frozenset[str] | None, ...]  # None is a gap
    ending: frozenset[str]  # the last part
    value: Value


def parse(phrase: str) -> tuple[frozenset[str] | None, ...]:
    """The parts of a phrase: sets of word forms without possessives, as texts are matched; None for a gap.

    Raises ValueError on an empty part.
    """
    written = (None if part == GAP else part.lower().split("|") for part in phrase.split())
    parts = tuple(None if part is None else frozenset(POSSESSIVE.sub("", word) for word in part) for part in written)
    if not parts or parts[0] is None or parts[-1] is None or any(part is not None and "" in part for part in parts):
        raise ValueError(f"{phrase!r} is no phrase: words, a|b, and … between words")
    return parts


class PhraseIndex(Generic[Value]):
    """Phrases of one part of the lexicon, found by their first word."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        """Index pairs of phrase and value; raises ValueError where a phrase is malformed."""
        self._number = next(_numbers)
        self._by_first: dict[str, list[_Phrase[Value]]] = {}
        for text, value in phrases:
            parts = parse(text)
            first, ending = parts[0], parts[-1]
            assert first is not None and ending is not None
            phrase = _Phrase(parts, ending, value)
            for word in sorted(first):
                self._by_first.setdefault(word, []).append(phrase)

    @property
    def first_words(self) -> frozenset[str]:
        """Every word form that a phrase can begin with."""
        return frozenset(self._by_first)

    def find(self, sentence: Words) -> tuple[Match[Value], ...]:
        """All matches in a sentence, in order of their first word, then of the lexicon."""
        found: tuple[Match[Value], ...] | None = sentence.found.get(self._number)
        if found is None:
            found = sentence.found[self._number] = tuple(self._matches(sentence))
        return found

    def _matches(self, sentence: Words) -> Iterator[Match[Value]]:
        keys, here = sentence.keys, sentence.present
        firsts = here & self._by_first.keys()
        if not firsts:
            return
        for at, key in enumerate(keys):
            if key not in firsts:
                continue
            for phrase in self._by_first[key]:
                if phrase.ending.isdisjoint(here):
                    continue  # most phrases of a common first word: cheaper than to try them
                last = _match(phrase.parts, keys, at)
                if last is not None:
                    yield Match(at, last, phrase.value)


def _match(parts: Sequence[frozenset[str] | None], keys: Sequence[str], at: int) -> int | None:
    """Index of the last word if the parts match from `at` on, else None."""
    position, end = at, len(keys)
    last_gap = 0
    for part in parts:
        if part is None:
            last_gap = GAP_WORDS
            continue
        limit = min(position + last_gap + 1, end)
        while position < limit and keys[position] not in part:
            position += 1
        if position >= limit:
            return None
        position, last_gap = position + 1, 0
    return position - 1


def forms(word: str) -> list[str]:
    """A word with its regular plural, in lower case."""
    low = word.lower()
    if low.endswith(("man", "child")):
        return [low, low[:-2] + "en" if low.endswith("man") else low + "ren", low + "s"]
    if low.endswith(("s", "x", "z", "ch", "sh")):
        return [low, low + "es"]
    if low.endswith("y") and len(low) > 1 and low[-2] not in "aeiou":
        return [low, low[:-1] + "ies"]
    return [low, low + "s"]


def verb_forms(lemma: str) -> list[str]:
    """The regular forms of an English verb or noun; irregular ones are the lexicon's."""
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    out = [*forms(lemma), stem + "ed", stem + "ing"]
    if lemma.endswith("y"):
        out.append(lemma[:-1] + "ied")
    if len(lemma) > 2 and lemma[-1] not in "aeiouwxy" and lemma[-2] in "aeiou":
        out += [lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"]
    return out
