"""The words around a count that make it a toll, a part, an earlier state or a total, as patterns."""

import re
from functools import cache

from fogline.lexicon.figures import count_words
from fogline.read.calendar_words import any_of

TOLL_REACH = 200  # characters between "the number of dead" and its number
# The head of a list of losses: "KILLED: one, WOUNDED: eight".
LABELS = {
    "killed": "killed",
    "dead": "killed",
    "wounded": "injured",
    "injured": "injured",
    "missing": "missing",
    "arrested": "detained",
    "detained": "detained",
    "captured": "captured",
}


# Each pattern around the words that the lexicon marks for it, or around those of several lists.
FRAMES = {
    "period": r"\b(?:{words}|since\s+\d{{1,2}}\s+[a-z])",
    "harmless": r"\b{words}\b",
    "condition": r"\s+{words}\b",
    "seized": r"\s+(?:(?:were|was|had been|have been|being)\s+)?{words}\b",
    "fallen": r"\s*[\"“'‘]?{words}\b",
    "subset_before": r"\b{words}\s+(?:at\s+least\s+)?$",
    "former_before": r"\b{words}\s+(?:put\s+at\s+|said\s+)?$",
    "subset_after": r"\s*{words}\b",
    "label": r"\b({labels})\s*:\s*$",
    "anaphor": r"\b(?:the|their|its|that|this) {tolls}\b(?! of)[^;.]*$",
    "led": r"\b{led}\b",
    "toll": r"\b{led}\b[^;.]{{0,{reach}}}?\b(?:{toll_verbs}|from)\s+(?:therefore\s+|now\s+|already\s+|still\s+)?$",
}


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The pattern of a mark, by its name in `FRAMES`."""
    marks = count_words().marks
    counted = [*marks["toll"], *marks["count"]]
    filled = FRAMES[name].format(
        words=any_of(marks[name]) if name in marks else "",
        labels="|".join(LABELS),
        tolls=any_of(counted),
        led=any_of([*counted, "put", "puts", "putting"]),
        toll_verbs=any_of(marks["toll_verbs"]),
        reach=TOLL_REACH,
    )
    return re.compile(filled, re.IGNORECASE)
