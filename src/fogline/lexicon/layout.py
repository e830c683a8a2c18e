"""How the parts of a report show: `layout.toml` of a language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from fogline.lexicon.load import need, table

SETS = ("abbreviations", "ending_abbreviations", "small_words")
LINES = ("captions", "caption_ends", "caption_marks", "credits", "bylines", "tails", "link_heads")


@dataclass(frozen=True, slots=True)
class Layout:
    """Lower-case words and line beginnings; see the head of `layout.toml`."""

    abbreviations: frozenset[str]
    ending_abbreviations: frozenset[str]
    small_words: frozenset[str]
    captions: tuple[str, ...]
    caption_ends: tuple[str, ...]
    caption_marks: tuple[str, ...]
    credits: tuple[str, ...]
    bylines: tuple[str, ...]
    tails: tuple[str, ...]
    link_heads: tuple[str, ...]
    spelled_out: Mapping[str, str]  # what a short form is read as


@cache
def layout() -> Layout:
    """The English layout words; raises LexiconError where a list is missing or not in lower case."""
    content = table("en", "layout.toml")
    for key in (*SETS, *LINES):
        where = f"en/layout.toml {key}"
        need(isinstance(content.get(key), list) and bool(content[key]), where, "must be a list of words")
        need(all(isinstance(w, str) and w == w.lower() for w in content[key]), where, "must be in lower case")
        need(len(set(content[key])) == len(content[key]), where, "names a word twice")
    abbreviations, ending, small = (frozenset(content[key]) for key in SETS)
    whole = content.get("spelled_out") or {}
    need(isinstance(whole, dict) and bool(whole), "en/layout.toml spelled_out", "must be a table of short forms")
    need(all(isinstance(w, str) for w in whole.values()), "en/layout.toml spelled_out", "must be a table of words")
    lines = {key: tuple(content[key]) for key in LINES}
    return Layout(abbreviations, ending, small, **lines, spelled_out=MappingProxyType(whole))
