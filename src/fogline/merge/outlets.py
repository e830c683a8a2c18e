"""By which names does one outlet go, and where does a sentence name it?

"The Herald" and herald.com are one, and so are a name and its initials: "Agence France-Presse" and AFP. That needs no
list of agencies.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

# Endings of an outlet's address, which texts leave out when they quote it.
ENDINGS = (".com", ".org", ".net", ".co.uk", ".ua", ".ru")
ARTICLE = "the "
# Initials of fewer letters are those of too many names for a sentence to be searched for these.
TELLING_INITIALS = 3
NAMES_KEPT = 1 << 12

_WORD = re.compile(r"[^\W\d_]+")
_ANY_WORD = re.compile(r"\w+")


@lru_cache(maxsize=NAMES_KEPT)
def outlet_key(name: str) -> str:
    """A source's name as others quote it: "The Herald" and "herald.com" are one."""
    key = " ".join(name.casefold().split()).removeprefix(ARTICLE)
    for ending in ENDINGS:
        key = key.removesuffix(ending)
    return key


def one_outlet(one: str, other: str) -> bool:
    """Whether two names are of one outlet: the same, or one is the other's initials."""
    first, second = outlet_key(one), outlet_key(other)
    return first == second or first == _initials(other) or second == _initials(one)


@lru_cache(maxsize=NAMES_KEPT)
def _initials(name: str) -> str | None:
    """The first letters of a name of several words, without the small ones: "Press Trust of India" is pti."""
    words = _WORD.findall(name)
    if words and words[0].casefold() == ARTICLE.strip():
        words = words[1:]
    first = [word[0].casefold() for word in words if not word.islower() or name.islower()]
    return "".join(first) if len(first) > 1 else None


def named_at(sentence: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where a sentence has one of an outlet's names, written with its capitals, or the long or short form of it."""
    for name in dict.fromkeys(names) if sentence else ():
        for pattern in _patterns(name):
            for found in pattern.finditer(sentence):
                yield found.span()


@lru_cache(maxsize=NAMES_KEPT)
def _patterns(name: str) -> Sequence[re.Pattern[str]]:
    plain = _plain(name)
    written = [re.compile(rf"(?<!\w){re.escape(form)}(?!\w)") for form in _forms(plain)]
    if _is_short(plain):
        written.append(re.compile(r"(?<!\w)" + r"\W".join(rf"{letter}\w+" for letter in plain) + r"(?!\w)"))
    return tuple(written)


def _plain(name: str) -> str:
    """A name as it is written, without the article and the ending of an address."""
    plain = " ".join(name.split())
    if plain.casefold().startswith(ARTICLE):
        plain = plain[len(ARTICLE) :]
    for ending in ENDINGS:
        plain = plain.removesuffix(ending)
    return plain


def _forms(plain: str) -> list[str]:
    """What a sentence may have of a plain name."""
    forms = [plain]
    if plain.islower():
        forms = [plain.capitalize(), plain.title(), plain.upper()]
    initials = _initials(plain)
    if initials is not None:
        forms.append(initials.upper())
    return [form for form in dict.fromkeys(forms) if len(form) > 1]


def _is_short(plain: str) -> bool:
    """Whether a name is initials that a sentence may write out."""
    return plain.isupper() and plain.isalpha() and len(plain) >= TELLING_INITIALS


class Outlets:
    """The outlets of an event by what a text needs to have to name them: of many, few are looked for in a sentence."""

    def __init__(self, names: Mapping[str, Sequence[str]]) -> None:
        """`names` gives the ways in which each outlet, by its key, is written."""
        self._called: defaultdict[str, set[str]] = defaultdict(set)  # a key as a voice has it, or its initials
        self._words: defaultdict[str, set[str]] = defaultdict(set)  # a word of a written form
        self._letters: defaultdict[str, set[str]] = defaultdict(set)  # the first letters of initials to write out
        self._anywhere: set[str] = set()
        forms: list[tuple[str, list[str]]] = []
        for key, written in names.items():
            for call in filter(None, (outlet_key(key), _initials(key))):
                self._called[call].add(key)
            for plain in dict.fromkeys(map(_plain, written)):
                forms += [(key, _ANY_WORD.findall(form)) for form in _forms(plain)]
                if _is_short(plain):
                    self._letters[plain[:TELLING_INITIALS]].add(key)
        common = Counter(word for _, words in forms for word in words)
        for key, words in forms:
            if words:
                self._words[min(words, key=lambda word: (common[word], word))].add(key)
            else:
                self._anywhere.add(key)

    def candidates(self, voice: str | None, sentence: str) -> set[str]:
        """The keys of all outlets that may be a claim's voice or be named in its sentence, and few besides."""
        found = set(self._anywhere)
        if voice:
            for call in filter(None, (outlet_key(voice), _initials(voice))):
                found |= self._called.get(call, set())
        words = _ANY_WORD.findall(sentence)
        for word in words:
            found |= self._words.get(word, set())
        letters = "".join(word[0] for word in words)
        for at in range(len(letters) - TELLING_INITIALS + 1):
            found |= self._letters.get(letters[at : at + TELLING_INITIALS], set())
        return found
