"""What do the words right beside a number say of it: "ten in critical condition", "took prisoner 40", "as were six"?"""

from collections.abc import Sequence

from fogline.lexicon.figures import count_words
from fogline.read.counted import Count
from fogline.read.figure_choice import CROWD
from fogline.read.figure_found import FoundFigure
from fogline.read.figure_patterns import LABELS, MARK_REACH, pattern

# The figure that the words behind a count give, and those before it, by the name of their pattern; the first counts.
BEHIND = {
    "condition": "injured",
    "fallen": "killed",
    "cells": "detained",
    "in_cells": "detained",
    "seized": "captured",
    "were_seized": "captured",
    "unseen": "missing",
    "under": "missing",
    "captive": "captured",
    "away": "displaced",
    "housed": "evacuated",
    "no_more": "killed",
    "graves": "killed",
    "kia": "killed",
    "wia": "injured",
    "mia": "missing",
}
BEFORE = {"custody": "detained", "prisoner": "captured", "contact": "missing", "sought": "missing"}
SHORTENED = ("kia", "wia", "mia")
AT_THE_NUMBER = ("fallen", "seized", "graves")  # said right behind the number; the others are said of the counted


def told_beside(text: str, count: Count, found: Sequence[FoundFigure]) -> str | None:
    """The figure that the words right before or behind a number give it; None where they give none.

    `found` are the figures of the counts before it, of which "as were nine rebels" tells the same.
    """
    if count.classes and "person" not in count.classes:
        return None
    before = text[max(0, count.start - MARK_REACH) : count.start]
    told = _told_behind(text, count) or _told_before(text, count, before)
    return told or (found[-1].figure if found and pattern("likewise").search(before) else None)


def _told_behind(text: str, count: Count) -> str | None:
    noun = count.noun.lemma_.lower() if count.noun is not None else ""
    for name, figure in BEHIND.items():
        fits = noun not in count_words().figures[figure].extra.get("never", ())
        fits = fits and not (name == "unseen" and count.value.low >= CROWD)  # "4,000 have not returned home"
        ends = [count.number_end] if name in AT_THE_NUMBER else [count.end]
        ends += [count.number_end] if name in SHORTENED else []
        if fits and any(pattern(name).match(text, end) for end in ends):
            return _held(noun, text) if name == "captive" else figure
    stated = pattern("stated").match(text, count.number_end)
    return LABELS[stated[1].lower()] if stated else None  # "two dead and two injured"


def _told_before(text: str, count: Count, before: str) -> str | None:
    if pattern("losses_before").search(before) and pattern("listed_captives").match(text, count.number_end):
        return "captured"
    for name, figure in BEFORE.items():
        if pattern(name).search(before):
            return figure
    if pattern("counted_graves").search(before) and pattern("bare_graves").match(text, count.number_end):
        return "killed"
    lost = pattern("contact_with").search(before) and pattern("contact_lost").match(text, count.end)
    return "missing" if lost else None


def _held(noun: str, text: str) -> str:
    """What those are who are held: dead where bodies are, detained where words tell of the law, else captives."""
    if noun in count_words().marks["remains"]:
        return "killed"
    words = {word.strip('.,;:"”’') for word in text.lower().split()}
    return "captured" if words.isdisjoint(count_words().marks["in_custody"]) else "detained"


def condition_behind(text: str) -> str | None:
    """The words right behind a count that say how the counted are: "in critical condition"."""
    match = pattern("condition").match(text)
    return match[0] if match else None
