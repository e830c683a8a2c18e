"""Which words mark a sentence or a report as worth reading: `triage.toml`."""

from dataclasses import dataclass
from functools import cache

from fogline.lexicon.load import need, table

KEYS = ("also_parse", "war", "peace")


@dataclass(frozen=True, slots=True)
class Triage:
    """Word forms in lower case: worth a parse; of war reporting; of sport, markets, labour disputes and the stage."""

    also_parse: frozenset[str]
    war: frozenset[str]
    peace: frozenset[str]


@cache
def triage_words() -> Triage:
    """The English lists; raises LexiconError where one is missing, not in lower case, or names a word twice."""
    content = table("en", "triage.toml")
    for key in KEYS:
        where = f"en/triage.toml {key}"
        words = content.get(key)
        need(isinstance(words, list) and bool(words), where, "must be a list of words")
        need(all(isinstance(w, str) and w == w.lower() for w in words or ()), where, "must be in lower case")
        need(len(set(words or ())) == len(words or ()), where, "names a word twice")
    need(not set(content["war"]) & set(content["peace"]), "en/triage.toml", "a word is either of war or of peace")
    return Triage(*(frozenset(content[key]) for key in KEYS))
