"""The words around a count that make it a toll, a part, an earlier state or a total, as patterns."""

import re
from functools import cache

from fogline.lexicon.figures import count_words
from fogline.read.calendar_words import any_of

MARK_REACH = 60  # characters before a count in which "including" or "up from" is looked for
TOLL_REACH = 200  # characters between "the number of dead" and its number
# The head of a list of losses: "KILLED: one, WOUNDED: eight".
LABELS = {
    "killed": "killed",
    "dead": "killed",
    "toll": "killed",
    "wounded": "injured",
    "injured": "injured",
    "missing": "missing",
    "arrested": "detained",
    "detained": "detained",
    "captured": "captured",
    "deaths": "killed",
    "fatalities": "killed",
    "injuries": "injured",
    "hurt": "injured",
    "abducted": "captured",
    "kidnapped": "captured",
    "displaced": "displaced",
    "evacuated": "evacuated",
}


# Between a count and its verb: "two more of the guests".
GAP = (
    r"(?:\s(?!(?:and|but|who|which|while|as|after|when|whose|from|were|was|are|is|be|been|had|have|has|did|died|\w+ed)\b)"
    r"[\w’'-]+){{0,4}}?"
)
IS = r"\s+(?:are|were|is|was|remain|remains|remained)\s+(?:still\s+)?"

# Each pattern around the words that the lexicon marks for it, or around those of several lists.
FRAMES = {
    # "since 3 May", "since the rebels took up arms in 1984", "in the 12 days of attacks"
    "period": (
        r"\b(?:{words}|since\s+\d{{1,2}}\s+(?![ap]\.?m\b|hours?\b|o.clock)[a-z]"
        r"|since\s[^.;,\d]{{0,60}}\sin\s(?:19|20)\d\d\b"
        r"|(?:in|over|during)\s+(?:the|those)\s+[\w-]+\s+(?:days|weeks|months)\s+of\s"
        r"|(?:dead|killed|deaths|toll|casualties)\s+since\s+(?:last\s+)?[a-z]+day\b)"
    ),
    "harmless": r"\b{words}\b",
    "condition": r"\s+(?:{words}\b|in\s+(?:the\s+)?hospital(?=\s*(?:[.,;]|$|and\b)))",
    "seized": r"\s+(?:(?:were|was|had been|have been|being)\s+)?{words}\b",
    "were_seized": r"\s+(?:were|was|had\s+been|have\s+been)\s+{seized}\b",
    # Behind a count, over "of the hotel": "had not been accounted for".
    "unseen": r"(?:\s(?!and\b|but\b|who\b)[\w’'-]+){{0,4}}?\s+{words}\b(?!\s+for\s+comment)",
    # Behind a count, where no other verb stands between: "two more are under the rubble".
    "under": GAP + r"\s+(?:may|might|could|are|were|is|was|remain|remains|remained)\s+"
    r"(?:still\s+)?(?:(?:believed|feared|thought|presumed|known|said|reported)\s+to\s+)?(?:be\s+|still\s+|lie\s+|lying\s+)*{words}\b",
    "captive": GAP + IS + r"(?:{words}|in\s+(?:the\s+)?[\w-]+\s+hands|with\s+(?:the\s+|their\s+)?{captors})\b",
    "in_cells": r"\s+(?:others?\s+|more\s+|suspects?\s+|men\s+)?in\s+(?:\w+\s+)?custody\b",
    "cells": GAP + IS + r"{words}\b",
    "away": GAP + IS + r"(?:{words}|{sleeping}\s+(?:in|at|under|with)\s+(?:\w+\s+){{0,2}}?{roofs})\b",
    "housed": GAP
    + r"\s+(?:spent|spend|spends)\s+(?:the|a)\s+(?:\w+\s+)?night\s+(?:in|at)\s+(?:\w+\s+){{0,2}}?{roofs}\b",
    "no_more": GAP + r"\s+(?:are|is|were)\s+no\s+more\s*(?:[.,;!]|$)",
    "led_off": r"\b{words}\b",
    "led_off_before": r"\b(?:took|taking|take|led|leading|marched|carried|dragged|drove|herded)\s+(?:away|off)\s+$",
    "kia": r"\s+{words}\b",
    "wia": r"\s+{words}\b",
    "mia": r"\s+{words}\b",
    "graves": r"\s+(?:fresh|new|freshly\s+dug)\s+graves\b",
    "bare_graves": r"\s+graves\b",
    "counted_graves": r"\b(?:counted|counts|dug|dig|shown|saw)\s+$",
    "sought": r"\b{rescuers}\b[^.;,]{{0,40}}?\b(?:look|looking|looked|search|searching|searched|dig|digging)\s+for\s+$",
    "custody": r"\b(?:take|takes|took|taken|taking)\s+{words}\s+$",
    "prisoner": r"\b(?:take|takes|took|taken|taking)\s+{words}\s+$",
    "contact": r"\b{words}\s+$",
    "contact_with": r"\bcontact\s+with\s+$",
    "contact_lost": r"(?:\s\w+){{0,3}}?\s+(?:(?:is|was|were|has been|had been)\s+)?lost\b",
    "likewise": r",?\s+as\s+(?:was|were|did|had|have|has)\s+$",
    # "puts at nine the number of people killed", "raised to four on Friday the number of its dead"
    "put_at": r"\b(?:put(?:s|ting)?\s+at"
    r"|(?:rais(?:ed?|es|ing)|lower(?:ed|s|ing)?|revis(?:ed?|es|ing)|cuts?|brought|brings)\s+to)\s+$",
    "toll_behind": r"(?:\s+on\s+\w+day)?\s+(?:the|its|their)\s+{tolls}\b[^;.,]{{0,60}}",
    # Right behind a number, where nothing that it could describe follows.
    "stated": r"\s+(dead|killed|wounded|injured|hurt)"
    r"(?=\s*(?:[,.;)]|$)|\s+and\s+(?:\w+\s+){{1,3}}(?:dead|killed|wounded|injured|hurt)\b)",
    # Behind a number in a list of losses that has no verb.
    "listed_captives": r"\s+{words}\s*(?:[.,;!)]|and\b|$)",
    "losses_before": r"\b\S+\s+(?:\w+\s+)?(?:killed|dead|slain|wounded|injured|captured)"
    r"\s*(?:,|and|,\s+and)\s*$",
    "fallen": r"\s*[\"“'‘]?{words}\b",
    "subset_before": r"\b{words}\s+(?:at\s+least\s+)?(?:(?:the|a|an)\s+)?$",
    "among_whole": r"\bamong(?:st)?\s+(?:(?:the|those|its|their|all|his|her)\s+)?(?:[\w-]+\s+){{0,2}}?{wholes}"
    r"(?:\s+(?:and|or|in|at)\s+[\w-]+)?\s+(?:is|are|was|were)\s+(?:also\s+|at\s+least\s+)?$",
    "former_before": r"\b{words}\s+(?:put\s+at\s+|said\s+)?$",
    # "An earlier report said 12 people died", "its earlier figure of 17": up to the next clause or number.
    # Before "since": "the worst flare-up in the State since last year" is no count of a year.
    "record": r"\b{records}\b[^.;,]{{0,60}}$",
    "superseded": r"(?<!had )(?<!has )(?<!have )(?<!was )(?<!were )\b(?:earlier|previous|prior|original)\s+"
    r"(?:[\w-]+\s+){{0,2}}?{superseded}\b"
    r"(?:(?!\b(?:and|but|while|now|to)\b)[^.;,\d])*$",
    "miscounted": r"\s+(?:[\w’'-]+\s+){{0,4}}?{miscounted}\b",
    "subset_after": r"\s*{words}\b",
    "label": r"\b({labels})\s*(?::|\b(?:now\s+|already\s+)?number(?:s|ed)?\b)\s*$",
    "dashed": r"(?:^|[.,;:!]\s+)({labels})\s+[–—-]\s+$",  # "Killed – 2, injured – 5"
    "anaphor": r"\b(?:the|their|its|that|this) {tolls}\b(?! of)[^;.]*$",
    "led": r"\b{led}\b",
    # "Gave the number of the injured as more than thirty".
    "given_as": r"\b(?:give|gives|gave|giving|put|puts|list|lists|listed|quoted)\s+(?:the|its|their|a)\s+(?:[\w-]+\s+)?"
    r"{tolls}\b[^;.]{{0,60}}?\bas\s+[\"“‘']?$",
    "toll": r"\b{led}\b[^;.]{{0,{reach}}}?\b(?:{toll_verbs}|from)\s+"
    r"(?:therefore\s+|now\s+|already\s+|still\s+)?[\"“‘']?$",
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
        wholes=any_of(marks["wholes"]),
        seized=any_of(marks["seized"]),
        records=any_of(marks["records"]),
        captors=any_of(marks["captors"]),
        sleeping=any_of(marks["sleeping"]),
        roofs=any_of(marks["roofs"]),
        rescuers=any_of(marks["rescuers"]),
        superseded=any_of(marks["superseded"]),
        miscounted=any_of(marks["miscounted"]),
        reach=TOLL_REACH,
    )
    return re.compile(filled, re.IGNORECASE)
