"""By which names does one outlet go, and where does a sentence name it?

"The Herald" and herald.com are one, and so are a name and its initials: "Agence France-Presse" and AFP. That needs no
list of agencies.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

# Endings of an outlet's address, which texts leave out when they quote it.
ENDINGS = (".com", ".org", ".net", ".co.uk", ".ua", ".ru")
ARTICLE = "the "
# Initials of fewer letters are those of too many names for a sentence to be searched for these.
TELLING_INITIALS = 3
NAMES_KEPT = 1 << 12

_WORD = re.compile(r"[^\W\d_]+")


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
    plain = " ".join(name.split())
    if plain.casefold().startswith(ARTICLE):
        plain = plain[len(ARTICLE) :]
    for ending in ENDINGS:
        plain = plain.removesuffix(ending)
    forms = [plain]
    if plain.islower():
        forms = [plain.capitalize(), plain.title(), plain.upper()]
    initials = _initials(plain)
    if initials is not None:
        forms.append(initials.upper())
    written = [re.compile(rf"(?<!\w){re.escape(form)}(?!\w)") for form in dict.fromkeys(forms) if len(form) > 1]
    if plain.isupper() and plain.isalpha() and len(plain) >= TELLING_INITIALS:
        written.append(re.compile(r"(?<!\w)" + r"\W".join(rf"{letter}\w+" for letter in plain) + r"(?!\w)"))
    return tuple(written)
