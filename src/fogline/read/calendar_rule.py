"""What is a rule for words of time, and what do the words beside a day make of it: a bound, a name, what is to come?"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from fogline.lexicon.time import time_words
from fogline.read import calendar_days as days
from fogline.read.calendar_context import Context, Resolved
from fogline.read.calendar_words import compiled

Resolver = Callable[[re.Match[str], Context], Resolved | None]

BY = ("by", "until", "till", "up to", "no later")
STORY_YEARS = {"that": 0, "the same": 0, "the previous": -1, "the before": -1}
# What follows a day that stands alone: "after Monday the road was shut", not "after Monday talks".
NO_NOUN = (
    r"(?=\s*(?:[,;:.)!?–—](?!\d)|$)|\s+(?:in|at|on|by|when|as|before|during|with|and|but|for|to|from|against|near|around|while"
    r"|until|the|it|he|she|they|because|if|unless|there|no|nothing|nobody)\b)"
)
POSSESSIVE = re.compile(r"^['’]s\b")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what it means; a match that `resolve` answers with None is no expression of time."""

    pattern: re.Pattern[str]
    resolve: Resolver
    needs: frozenset[str]


def rule(pattern: str, resolve: Resolver, needs: str) -> Rule:
    """A rule whose pattern names pieces in braces (see calendar_words).

    `needs` are kinds of hints (see calendar_hints): the rule is tried only on a sentence that has one of them.
    """
    return Rule(compiled(pattern), resolve, frozenset(needs.split()))


def bound_of(match: re.Match[str], context: Context) -> str | None:
    """The bound in front, unless what follows owns the day: in "before Monday's raid" it bounds the raid."""
    groups = match.groupdict()
    bound: str | None = groups.get("bound")
    # "before dawn on Wednesday" is a time of the Wednesday
    before_part = bound is not None and bool(groups.get("opening")) and bound.lower().startswith("before")
    return None if before_part or (bound and POSSESSIVE.match(context.rest)) else bound


def follows_name(context: Context) -> bool:
    """Whether the word in front makes a name of what follows ("Black Friday", "Russia Today")."""
    return context.before.split()[-1:] != [] and context.before.split()[-1] in time_words().words["not_a_day_after"]


def looks_ahead(match: re.Match[str], context: Context) -> bool:
    """Whether the day lies ahead: the clause says so, or "until" it something stands."""
    bound = (match.groupdict().get("bound") or "").strip().lower()
    return context.ahead or (bound.startswith(("until", "till")) and context.standing)


def by_then(match: re.Match[str], context: Context, month: int, day: int = 1) -> bool:
    """Whether "by 4 February" lies ahead: the coming one is nearer than the last one."""
    bound = (match.groupdict().get("bound") or "").strip().lower()
    if context.published is None or not bound.startswith(BY):
        return False
    past = days.recent_date(context.published, month, day, ahead=False)
    coming = days.recent_date(context.published, month, day, ahead=True)
    return bool(past and coming and (past == coming or coming - context.published < context.published - past))


def year_told(word: str | None, context: Context) -> int | None:
    """The year that "2023", "last year", "that year" or "the previous year" names; None without such a word."""
    if not word:
        return None
    if word.isdigit():
        return int(word)
    name = " ".join(word.lower().split()).removesuffix("year").strip()
    if name in STORY_YEARS:
        return context.told_month.year + STORY_YEARS[name] if context.told_month else None
    if context.published is None:
        return None
    return context.published.year + {"last": -1, "next": 1}.get(name, 0)
