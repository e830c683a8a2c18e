"""What does the clause around a day say of it: that it is to come, that somebody spoke on it, what counts from it?"""

import re
from functools import cache

from fogline.lexicon.time import time_words
from fogline.read.calendar_context import TOLD_VERB
from fogline.read.calendar_days import WEEK
from fogline.read.calendar_words import any_of, count_of

CLAUSE = 200  # characters before and after an expression in which its clause is looked for
NEARBY = 60  # characters of context that a rule may look at
# Words between a mark of the future and the day that it governs, and between a day that opens a clause and the mark.
FUTURE_REACH = 14
FUTURE_FURTHEST = 24  # where no comma stands between
OPENING_REACH = 8
PRESENT_REACH = 5  # words between a verb of the present tense and the day that it is planned for
CLAUSE_START = re.compile(r"(?:^|[,;:“\"(—–]|\band|\bbut|\bthat)\s*$")
CLAUSES = re.compile(r"[;:]")
HAD_BEEN = re.compile(r"\bhad\s+(?:\w+\s+)?been\b", re.IGNORECASE)  # "had been due on Friday": it lies behind
DONE_TO = re.compile(r"\b(?:failed|refused|declined|managed|tried|able|unable|began|had|forced)\s*$", re.IGNORECASE)
# "Two days after the attack on", in front of a day: it only names what is counted from.
COUNTED_FROM = re.compile(
    r"(?:\b(?P<n>[\w-]+)\s+)?\b(?P<unit>hour|day|week|month|year)s?\s+(?P<way>after|before)(?:\s+[\w'’-]+){0,14}$",
    re.IGNORECASE,
)


@cache
def speech() -> re.Pattern[str]:
    """What stands before a day on which somebody spoke: "told reporters on Tuesday"."""
    return re.compile(rf"(?<!\w){any_of(time_words().words['said'])}(?:\s+[\w.'’-]+){{0,4}}$", re.IGNORECASE)


def passed(before: str) -> int:
    """The days that have passed since a day that "a week after" stands in front of; 0 where that lies ahead."""
    counted = COUNTED_FROM.search(before[-NEARBY:].rstrip()) if "after" in before else None
    if counted is None or counted["way"].lower() != "after" or counted["n"] is None:
        return 0
    count = 1 if counted["n"].lower() == "the" else count_of(counted["n"]) or 0
    unit = {"day": 1, "week": WEEK}.get(counted["unit"].lower(), 0)
    return 0 if not unit or ahead(before[: -len(counted[0])], "") else count * unit


def ahead(before: str, rest: str) -> bool:
    """Whether the clause around a day speaks of what is to come ("will meet on Friday")."""
    return bool(mark_of_future(before, rest))


def mark_of_future(before: str, rest: str) -> str:
    """The words by which the clause around a day speaks of what is to come, in lower case; "" where it does not."""
    marks, ends = _future()
    words = CLAUSES.split(before)[-1].rpartition(" but ")[2].split()[-FUTURE_FURTHEST:]
    commas = [at for at, word in enumerate(words) if word.endswith(",")]
    words = words[min(commas[-1] + 1 if commas else 0, max(0, len(words) - FUTURE_REACH)) :]
    near = " ".join(words)
    *_, last = [_asked().search(near), *marks.finditer(near)]
    if last and not ends.search(near, last.end()) and not HAD_BEEN.search(near) and not _in_vain(near, last):
        return last[0].lower()
    present, stops = _future_near()
    nearer = " ".join(words[-PRESENT_REACH:])
    found = present.search(nearer)
    if found and not stops.search(nearer):
        return found[0].lower()
    if _future_after().match(rest):
        return "after"
    if not CLAUSE_START.search(before):
        return ""
    following = " ".join(rest.split()[:OPENING_REACH])
    mark, past = marks.search(following), ends.search(following)
    if mark is None:
        mark = present.search(following)
        past = mark and (stops.search(following, 0, mark.start()) or TOLD_VERB.search(following))
    return mark[0].lower() if mark is not None and (past is None or mark.start() < past.start()) else ""


def _in_vain(near: str, mark: re.Match[str]) -> bool:
    """Whether "to meet" is what failed, or what was done: "they failed to meet on Monday"."""
    return mark[0].lower().startswith("to ") and DONE_TO.search(near, 0, mark.start()) is not None


@cache
def _future() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = time_words().words
    marks = re.compile(rf"(?<!\w){any_of(words['future'])}(?!\w)", re.IGNORECASE)
    return marks, re.compile(rf"(?<!\w){any_of(words['future_ends'])}(?!\w)", re.IGNORECASE)


@cache
def _asked() -> re.Pattern[str]:
    """What speaks, before a day, of those who are asked to come then: "invited both sides to Doha on"."""
    words = time_words().words
    there, then = any_of(words["future_asked"]), any_of(words["future_called"])
    return re.compile(rf"(?<!\w)(?:{there}\s[^,;]+?\s(?:to|for)|{then}\s[^,;]+?\sfor)(?!\w)", re.IGNORECASE)


@cache
def _future_near() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What speaks of the future right before a day, and what it may not stand with."""
    words = time_words().words
    may = rf"(?:could|may|might)(?!(?:n['’]t|\s+{any_of(words['may_not'])})\b)"
    plural = r"(?:(?<=[a-z]s\s)(?<!\bits\s)(?<!\bhis\s)(?<!\bthis\s)|(?<=\bthey\s)|(?<=\bpeople\s)|(?<=\bchildren\s))"
    stops = [*words["future_not"], *words["said"], "after", "since", "who", "which", "when", "was", "were", "had"]
    return (
        re.compile(rf"(?<!\w)(?:{any_of(words['future_near'])}|{may}|{plural}{any_of(words['future_plural'])})(?!\w)"),
        re.compile(rf"(?<!\w){any_of(stops)}(?!\w)", re.IGNORECASE),
    )


@cache
def _future_after() -> re.Pattern[str]:
    return re.compile(rf"\s*{any_of(time_words().words['future_after'])}\b", re.IGNORECASE)
