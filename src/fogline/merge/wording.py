"""Which words of a telling do few other tellings share? Names and longer words beside its place, parties and voices.

What is common in a language is mostly short (Zipf, "The Psycho-Biology of Language", 1935), so that the length of a
word stands for its rarity: no list of one language's words is needed, and no count over the ledger, on which every pair
would depend. In the hand-coded cases (2026-11, 298 tellings of attacks) two tellings of one attack have a name in
common in 37 of 100 pairs and three such words in 34, two of different attacks in 12 and 10 (days of the week are among
the names; without them it is 15 and 3).
"""

import re
import sys
from collections.abc import Iterable, Sequence
from itertools import chain

from fogline.model import Claim

NAME_LETTERS = 4
LONG_LETTERS = 5
STEM = 6  # letters by which a word is known: "strikes" and "striking" are one
OWN_STEM = 4  # the same for names that are known otherwise: "Russian" beside Russia
MOST_WORDS = 24  # of a telling that runs on

_WORD = re.compile(r"[^\W\d_]+")
_BEGINS = frozenset('.!?:;"“”«»‘(')

Words = tuple[str, ...]


def wording(claims: Sequence[Claim]) -> tuple[Words, Words]:
    """The names and the longer words of these claims' sentences, each sorted; a word that is a name is in both."""
    own = {word[:OWN_STEM].casefold() for word in _WORD.findall(" ".join(_known(claims)))}
    names: set[str] = set()
    words: set[str] = set()
    for sentence in dict.fromkeys(claim.sentence for claim in claims):
        for found in _WORD.finditer(sentence):
            word = found.group()
            if len(word) < NAME_LETTERS:
                continue
            folded = word.casefold()
            if folded[:OWN_STEM] in own:
                continue
            stem = sys.intern(folded[:STEM])
            if len(word) >= LONG_LETTERS:
                words.add(stem)
            if word[0].isupper() and not word.isupper() and not _begins(sentence, found.start()):
                names.add(stem)
    return tuple(sorted(names)[:MOST_WORDS]), tuple(sorted(words)[:MOST_WORDS])


def in_common(one: Words, other: Words) -> frozenset[str]:
    """The words that stand in both."""
    return frozenset(one).intersection(other) if one and other else frozenset()


def as_written(stems: Iterable[str], *told: Sequence[Claim]) -> list[str]:
    """Each stem as its word stands in the sentences of each of these tellings: "shelled", "shelled | shelling"."""
    found: list[dict[str, str]] = []
    for claims in told:
        words = [word for claim in claims for word in _WORD.findall(claim.sentence)]
        found.append({word.casefold()[:STEM]: word for word in reversed(words)})
    forms = ((stem, [words.get(stem, stem) for words in found]) for stem in sorted(stems))
    return [" | ".join({form.casefold(): form for form in reversed(each)}.values()) for _, each in forms]


def names_place(names: Words, place: str) -> bool:
    """Whether these names have the whole of a place's name."""
    stems = {word.casefold()[:STEM] for word in _WORD.findall(place) if len(word) >= NAME_LETTERS}
    return bool(stems) and stems.issubset(names)


def _known(claims: Iterable[Claim]) -> Iterable[str]:
    """What a telling says of itself otherwise: its place, its parties, its voices, its days."""
    for claim in claims:
        yield from chain(claim.actor, claim.target)
        yield from (name for name in (claim.by, claim.side) if name)
        if claim.place is not None:
            yield claim.place.name
            yield claim.place.region or ""
        yield _dated(claim)


def day_words(claims: Iterable[Claim]) -> Words:
    """The days and months that the sentences of these claims name to date them, by their stems, sorted."""
    words = (word for claim in claims for word in _WORD.findall(_dated(claim)))
    return tuple(sorted({word[:STEM].casefold() for word in words if len(word) >= NAME_LETTERS and word[0].isupper()}))


def _dated(claim: Claim) -> str:
    """The words of a claim's sentence that give its day; none where its report or another sentence gives it."""
    when, start = claim.spans.get("when"), claim.sentence_start
    if when is None or when == claim.spans.get("what") or when[0] < start:
        return ""
    return claim.sentence[when[0] - start : when[1] - start]


def _begins(sentence: str, at: int) -> bool:
    """Whether a word stands where any word has a capital."""
    before = sentence[:at].rstrip()
    return not before or before[-1] in _BEGINS
