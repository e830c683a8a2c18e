"""Are two names the same party's? Case, accents, punctuation and a leading "the" do not count."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from fogline.score.checks import read_json

PARTIES = "parties.json"
ARTICLE = "the "


@cache
def fold(name: str | None) -> str:
    """A name in small letters and digits, with single blanks."""
    text = unicodedata.normalize("NFKD", name or "").casefold()
    text = "".join(char for char in text if not unicodedata.combining(char))
    text = " ".join("".join(char if char.isalnum() else " " for char in text).split())
    return text.removeprefix(ARTICLE)


@dataclass(frozen=True, slots=True)
class Names:
    """Other names of parties, folded, each with the one that stands for it."""

    of: Mapping[str, str] = field(default_factory=dict)

    def party(self, name: str | None) -> str:
        """The folded name that stands for a party, or for any other word itself."""
        folded = fold(name)
        return self.of.get(folded, folded)


Party = Callable[[str | None], str]


@cache
def read_names(path: Path) -> Names:
    """The names of a file `{"party": ["other name", …]}`. Raises CaseError."""
    file = read_json(path)
    return Names({fold(name): fold(party) for party in file.mapping() for name in (party, *file[party].texts())})
