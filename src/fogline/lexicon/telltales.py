"""Words that tell, beside a deed, whose hand it was, who speaks and whether it is told again: `telltales.toml`."""

import re
from dataclasses import dataclass, fields
from functools import cache

from fogline.errors import LexiconError
from fogline.lexicon.load import need, table

NAME = "en/telltales.toml"


@dataclass(frozen=True, slots=True)
class Telltales:
    """One pattern for each list; see the comments in `telltales.toml`."""

    arrested: re.Pattern[str]
    kidnapped: re.Pattern[str]
    warplanes: re.Pattern[str]
    warships: re.Pattern[str]
    both_armies: re.Pattern[str]
    taking_sides: re.Pattern[str]
    combatants: re.Pattern[str]
    foes_fell: re.Pattern[str]
    speaking_for: re.Pattern[str]
    missions: re.Pattern[str]
    officers: re.Pattern[str]
    administered: re.Pattern[str]
    early: re.Pattern[str]
    middle: re.Pattern[str]
    late: re.Pattern[str]
    past_noon: re.Pattern[str]
    hours_later: re.Pattern[str]
    one_more: re.Pattern[str]
    children: re.Pattern[str]
    women: re.Pattern[str]
    civilians: re.Pattern[str]
    soldiers: re.Pattern[str]
    helpers: re.Pattern[str]
    counted_again: re.Pattern[str]
    as_a_figure: re.Pattern[str]
    said_again: re.Pattern[str]
    some_of_those: re.Pattern[str]
    infighting: re.Pattern[str]
    deployed: re.Pattern[str]
    planted: re.Pattern[str]
    stays: re.Pattern[str]
    embassies: re.Pattern[str]
    hours: re.Pattern[str]
    bulletin: re.Pattern[str]
    disguised: re.Pattern[str]
    uniforms: re.Pattern[str]
    housing: re.Pattern[str]
    of_the_un: re.Pattern[str]
    calling_itself: re.Pattern[str]
    armed_group: re.Pattern[str]
    militia: re.Pattern[str]
    other_deeds: re.Pattern[str]


@cache
def telltales() -> Telltales:
    """The English lists; raises LexiconError where one is missing, is empty, or holds what is no regular expression."""
    content = table("en", "telltales.toml")
    keys = [field.name for field in fields(Telltales)]
    need(set(content) == set(keys), NAME, f"must hold exactly {', '.join(keys)}")
    return Telltales(**{key: _pattern(key, content[key]) for key in keys})


def _pattern(key: str, words: list[str]) -> re.Pattern[str]:
    need(bool(words) and all(isinstance(w, str) and w for w in words), f"{NAME}: {key}", "must be a list of words")
    need(len(set(words)) == len(words), f"{NAME}: {key}", "names a word twice")
    try:
        return re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE)
    except re.error as error:
        raise LexiconError(f"lexicon/{NAME}: {key}: {error}") from error
