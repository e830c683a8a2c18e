"""Which number is told as a toll: "the death toll rose to 17", "put the number of injured at 40", "WOUNDED: eight"?"""

import re

from fogline.lexicon.figures import count_words
from fogline.read.counted import Count
from fogline.read.figure_found import FoundFigure
from fogline.read.figure_patterns import LABELS, MARK_REACH, TOLL_REACH, pattern
from fogline.read.numbers import find_numbers

# Right behind a number: what the counted are, whatever toll stands before it.
OTHERS_TOLD = re.compile(
    r"\s+(?:wounded|injured|missing|captured|arrested|hurt)\b(?!\s+(?:to|at|by|in)\b)", re.IGNORECASE
)


def told_as_toll(text: str, count: Count, last: str | None = None) -> FoundFigure | None:
    """A figure told as a toll or a number: "the death toll rose to 17", "put the number of injured at 40".

    "The army puts the figure at 74" is of those counted last before it.
    """
    head = text[max(0, count.start - MARK_REACH) : count.start]
    label = pattern("label").search(head) or pattern("dashed").search(head)
    if label and count.kind in ("number", "none"):
        return FoundFigure(count, LABELS[label[1].lower()], count.value, count.start, count.end)
    before = text[max(0, count.start - TOLL_REACH) : count.start]
    if count.kind == "number" and pattern("put_at").search(before):
        behind = pattern("toll_behind").match(text, count.number_end)
        name = _first_named(behind[0].lower()) if behind else None
        if name:
            return FoundFigure(count, name, count.value, count.start, count.end)
    match = pattern("toll").search(before) or pattern("given_as").search(before)
    if not match or count.kind in ("one", "name") or (count.classes and "person" not in count.classes):
        return None
    middle = _since_last_number(match[0].lower())
    if OTHERS_TOLD.match(text, count.number_end) and not label:
        return None  # "gave the number of dead as nine and spoke of 30 wounded"
    former = bool(re.search(r"\bfrom\s*$", before))
    name = _first_named(middle) or (_munitions(middle) if count.noun is None else None)
    if name is None and last and count.noun is None and pattern("anaphor").search(before):
        name = last
    return FoundFigure(count, name, count.value, count.start, count.end, former=former) if name else None


def _first_named(words: str) -> str | None:
    """The figure that the words of a toll name first; the killed where it is a toll and names none."""
    counted = [
        (words.rfind(word), name)
        for name, figure in count_words().figures.items()
        if name != "hit"  # "homes damaged at 34"
        for word in sorted(figure.states | figure.nouns | figure.extra.get("tolls", frozenset()))
        if re.search(rf"\b{re.escape(word)}s?\b", words)
    ]
    return min(counted)[1] if counted else ("killed" if "toll" in words else None)


def _munitions(words: str) -> str | None:
    """What was sent or shot down where a number of munitions is given: "put the number of drones at five"."""
    named = {word.strip(',."“”') for word in words.split()}
    if not any("munition" in count_words().classes.get(word.rstrip("s"), ()) for word in named):
        return None
    down = any(verb in words for verb in ("shot down", "brought down", "knocked down"))
    return "intercepted" if down else "launched"


def _since_last_number(middle: str) -> str:
    """The words behind a number told before, of which a toll is no more: "led to seven deaths and the injury of 19"."""
    numbers = find_numbers(middle)
    rest = middle[numbers[-1].end :] if numbers else middle
    led = list(pattern("led").finditer(rest)) if numbers else []
    if led:
        return rest[led[-1].start() :]
    return rest if any(_names(rest, name) for name in count_words().figures) else middle


def _names(words: str, name: str) -> bool:
    figure = count_words().figures[name]
    return any(
        re.search(rf"\b{re.escape(word)}s?\b", words)
        for word in figure.states | figure.nouns | figure.extra.get("tolls", frozenset())
    )
