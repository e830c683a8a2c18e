"""Which towns does a text only name: "a spokesman in Geneva", "the Gao convoy", "bound for Rotterdam"?

Nothing that the text tells happened there, so neither a deed nor the story is put there.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from fogline.lexicon.deeds import deeds
from fogline.lexicon.places import place_words
from fogline.lexicon.status import status_words
from fogline.lexicon.titles import titles
from fogline.model import PlaceMention
from fogline.read.nearby import is_town
from fogline.read.whose_seat import only_whose

BACK = 60  # characters before a name that can say so
AHEAD = 20  # characters behind it
LIST_BACK = 160  # characters of a list of towns
# "(14:30 in Tokyo)": what the clock showed elsewhere.
CLOCK = re.compile(r"\(\s*\d{1,2}[:.h]\d{2}[^()]*$|\b[Tt]imes(?: are)?(?: in)? $")
ARTICLES = (
    r"(?:(?:the|a|an|its|their|his|her|nearby|regional|capital|city|town|of"
    r"|[\w-]+(?= (?:[a-z]+ )?(?:town|city|village|port|capital) of )) )*"  # "the besieged town of"
)


def mark_named_only(places: Sequence[PlaceMention], text: str) -> list[PlaceMention]:
    """The mentions, the towns that the text only names with the role `other`, where it names another town as well.

    A hospital, a jail or a court is where something happened unless an earlier town says where that was.
    """
    based = {p for p in places if p.role == "place" and _based().search(text[max(0, p.start - BACK) : p.start])}
    whose = {p for p in places if p.role == "place" and only_whose(p, text)}
    places = [replace(p, role="other") if p in based | whose else p for p in places]
    towns = [p for p in places if p.role == "place" and is_town(p)]
    if len({p.place.name for p in towns if p.place}) < 2:
        return list(places)
    first = min(p.start for p in towns)
    only = {p for p in towns if _named_only(p, text, first)}
    return [replace(p, role="other") if p in only else p for p in places]


def _named_only(place: PlaceMention, text: str, first: int) -> bool:
    before = text[max(0, place.start - BACK) : place.start].rpartition("\n")[2]
    behind = text[place.end : place.end + AHEAD]
    if _thing_behind().match(behind) or CLOCK.search(before) or _stop().match(behind):
        return True
    if _before().search(before) and not _at_seat().search(before) and not _forces_sent().search(before):
        return True
    if _launched().search(text[max(0, place.start - LIST_BACK) : place.start]):
        return True
    if "from " in before.lower() and (_origin().search(before) or _spoken_from().search(before)):
        return True
    care = _care_before().search(before)
    return place.start > first and care is not None and not _struck().search(before[: care.start()])


@cache
def _origin() -> re.Pattern[str]:
    """Before a town that somebody only comes from: "a 30-year-old from Gao", "a student from"."""
    return re.compile(rf"(?:-year-old|, \d{{2}},|\b(?:{_any(place_words().from_there)})) from $")


@cache
def _launched() -> re.Pattern[str]:
    """Before a town of a list from which arms were launched: "from the directions of Kursk, Oryol and "."""
    name = r"[A-Z][\w'’-]*(?:[ -][A-Z][\w'’-]*)*(?: ?[–—-] ?[A-Z][\w ]*)?"
    towns = rf"(?:{name}(?:, and |, | and |, or | or ))*"
    return re.compile(rf"\bfrom (?:the )?(?:{_any(place_words().named_whence)}) {towns}$")


@cache
def _based() -> re.Pattern[str]:
    """Before where somebody sits, which a country can be too: "a monitor based in Britain"."""
    return re.compile(rf"\b(?:{_any(place_words().based)}) in (?:the )?$")


@cache
def _stop() -> re.Pattern[str]:
    """Behind a name that a town has a street or a stop of: "the Lenin Street stop in Gao"."""
    kinds, streets = _any(place_words().street_kinds), _any(place_words().streets)
    return re.compile(rf" (?:(?:{kinds}) )*(?:{streets}) (?:in|of) [A-Z]")


@cache
def _thing_behind() -> re.Pattern[str]:
    streets = {word.capitalize() for word in place_words().named_road_names}
    things = _any(place_words().named_things | streets)
    return re.compile(rf"[-–][A-Z]\w+ (?:{things})\b| (?:{things})\b")


@cache
def _before() -> re.Pattern[str]:
    lexicon = place_words()
    return re.compile(
        rf"\b(?:(?:{_any(lexicon.named_people)}) (?:in|at)|arriving (?:in|at)|(?:{_any(lexicon.named_bodies)}) of"
        rf"|(?:{_any(lexicon.named_bound)}) (?:for|to|towards?)|{_any(lexicon.named_routes)}) {ARTICLES}$",
        re.IGNORECASE,
    )


@cache
def _at_seat() -> re.Pattern[str]:
    """Before a seat at which something happened: "outside the party headquarters in", "a bomb hit the embassy in"."""
    beside, seats = _any(place_words().at_seats), _any(place_words().named_seats)
    return re.compile(
        rf"\b(?:{beside}) (?:the |a |an |its |their )?(?:[\w'’-]+ ){{0,3}}(?:{seats}) (?:in|at) {ARTICLES}$",
        re.IGNORECASE,
    )


@cache
def _forces_sent() -> re.Pattern[str]:
    """Before a town that forces are sent to: "soldiers have been sent to", not "wounded soldiers were sent to"."""
    forces, ordered = _any(deeds().forces | titles().forces | titles().units), _any(place_words().named_ordered)
    whole = r"(?<!wounded )(?<!injured )(?<!captured )"
    return re.compile(rf"{whole}\b(?:{forces})s?\b[^,;]* (?:{ordered}) (?:to|towards?) {ARTICLES}$", re.IGNORECASE)


@cache
def _spoken_from() -> re.Pattern[str]:
    """Before a town from which somebody speaks: "contacted by telephone from", "wrote on Telegram from"."""
    return re.compile(
        rf"\b(?:{_any(place_words().named_speaking)})\b(?: [\w'’-]+){{0,4}} from (?:his |her |their )?{ARTICLES}$",
        re.IGNORECASE,
    )


@cache
def _care_before() -> re.Pattern[str]:
    care = _any(place_words().named_care)
    return re.compile(
        rf"\b(?:to|in|from|at|into) (?:(?:the|a|an|\w+) ){{0,2}}(?-i:[A-Z][\w’'-]+ ){{0,4}}"
        rf"(?:{care}) (?:in|at|of) {ARTICLES}$",
        re.IGNORECASE,
    )


@cache
def _struck() -> re.Pattern[str]:
    """Before a clinic that was itself attacked: "an air strike at a clinic in"."""
    return re.compile(rf"(?:{_any(status_words().anaphors)})(?:es|s)?\s*$", re.IGNORECASE)


def _any(words: frozenset[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
