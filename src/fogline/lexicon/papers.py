"""What publishes and what it calls its papers, by which a report is read as somebody's own word: `papers.toml`."""

import re
from dataclasses import dataclass, fields
from functools import cache

from fogline.errors import LexiconError
from fogline.lexicon.load import need, table

NAME = "en/papers.toml"


@dataclass(frozen=True, slots=True)
class Papers:
    """Each list as one regular expression for any of its words; see the comments in `papers.toml`."""

    pages: str
    sites: str
    papers: str
    paper_kinds: str
    official: str
    outlets: str
    press_offices: str
    own_paper: str
    issued: str
    ours: str
    own_state: str
    ruling: str
    installed: str


@cache
def papers() -> Papers:
    """The English lists; raises LexiconError where one is missing, is empty, or holds what is no regular expression."""
    content = table("en", "papers.toml")
    keys = [field.name for field in fields(Papers)]
    need(set(content) == set(keys), NAME, f"must hold exactly {', '.join(keys)}")
    return Papers(**{key: _either(key, content[key]) for key in keys})


def _either(key: str, words: list[str]) -> str:
    need(bool(words) and all(isinstance(w, str) and w for w in words), f"{NAME}: {key}", "must be a list of words")
    need(len(set(words)) == len(words), f"{NAME}: {key}", "names a word twice")
    either = f"(?:{'|'.join(words)})"
    try:
        re.compile(either)
    except re.error as error:
        raise LexiconError(f"lexicon/{NAME}: {key}: {error}") from error
    return either
