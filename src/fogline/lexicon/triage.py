"""Which words mark a sentence or a report as worth reading: `triage.toml`."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from fogline.lexicon.load import need, table
from fogline.lexicon.phrases import PhraseIndex

LISTS = ("also_parse", "war", "either")
PHRASES = ("neither", "fiction")
FILE = "en/triage.toml"


@dataclass(frozen=True, slots=True)
class Triage:
    """Word forms in lower case and phrases; see the head of `triage.toml`. `peace` holds a word's kind of news."""

    also_parse: frozenset[str]
    war: frozenset[str]
    either: frozenset[str]
    peace: dict[str, str]
    neither: PhraseIndex[None]
    fiction: PhraseIndex[None]


@cache
def triage_words() -> Triage:
    """The English lists; raises LexiconError where one is missing, not in lower case, or names a word twice."""
    content = table("en", "triage.toml")
    need(set(content) == {*LISTS, *PHRASES, "peace"}, FILE, "must hold exactly its lists and [peace]")
    also_parse, war, either = (_words(content[key], key) for key in LISTS)
    peace: dict[str, str] = {}
    for kind, entries in content["peace"].items():
        for word in _words(entries, f"peace.{kind}"):
            peace.setdefault(word, kind)
    need(not war & set(peace), FILE, f"of war and of peace: {sorted(war & set(peace))}")
    need(not war & either, FILE, f"of war and of either: {sorted(war & either)}")
    neither, fiction = (_phrases(content[key], key) for key in PHRASES)
    return Triage(also_parse, war, either, peace, neither, fiction)


def _words(value: Any, key: str) -> frozenset[str]:
    where = f"{FILE} {key}"
    need(isinstance(value, list) and bool(value), where, "must be a list of words")
    need(all(isinstance(w, str) and w == w.lower() for w in value), where, "must be in lower case")
    twice = sorted({w for w in value if value.count(w) > 1})
    need(not twice, where, f"names a word twice: {twice}")
    return frozenset(value)


def _phrases(value: Any, key: str) -> PhraseIndex[None]:
    _words(value, key)
    return PhraseIndex((phrase, None) for phrase in value)
