"""What do words of time mean, and from which day does "two days after" count: one named beside it, told or to come?"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from fogline.read.calendar_anchor import anchor_of
from fogline.read.calendar_clause import CLAUSE, NEARBY, ahead, passed, speech
from fogline.read.calendar_context import TOLD_VERB, Context, Resolved, on_day
from fogline.read.calendar_hints import kinds_of_hints
from fogline.read.calendar_rule import Rule
from fogline.read.calendar_told import GOVERNS, POSSESSIVES, is_dateline, nights_of
from fogline.read.calendar_tried import day_rules, governing_rules

# Characters after "a day after the raid" in a headline in which the day that it counts from may follow.
COMING = 600
LEADING = 3  # words that may stand before what opens a sentence ("In Kyiv, two days after")
# "The next day, 9 December", "two days earlier (on 15 December)", "a week later on 3 May".
APPOSED = re.compile(r"\s*(?:[,(–—-]\s*)?(?:that\s+is,?\s+)?")
CLAUSE_END = re.compile(r"\s*(?:[,.;:)—–]|$)")
# What "two days after" governs: "the attack on the town on 10 December".
GOVERNED_NOUN = re.compile(r"(?:\s+[\w'’-]+){1,14}")
NEW_SUBJECT = re.compile(
    r"(?<!^)(?<!\bof)(?<!\bon)(?<!\bin)(?<!\bat)(?<!\bby)(?<!\bto)(?<!\band)(?<!\bnear)(?<!\bfrom)(?<!\bwith)(?<!\bfor)"
    r"(?<!\bagainst)(?<!\bbetween)(?<!\bover)(?<!\boutside)(?<!\binside)\s(?:the|an?|its?|they|he|she|we|their|his|her|[A-Z]\w*)\b"
)
BETWEEN_ADJOINED = re.compile(r"\s*(?:the\s+)?", re.IGNORECASE)


def resolve(rule: Rule, match: re.Match[str], context: Context, text: str, end: int) -> Resolved | None:
    """What the words mean; a date out of the calendar's range is none."""
    apposed = None
    if "way" in match.re.groupindex or "after" in match.re.groupindex:
        apposed = _apposed_day(match, context, text, end)
        context = _with_governed_day(match, context, text, end)
        if not context.adjoined:
            coming = _with_coming_day(match, context, text, end)
            anchored = _from_anchor(rule, match, context, text) if coming is context and not apposed else None
            if anchored:
                return anchored
            context = coming
    try:
        resolved = rule.resolve(match, context)
    except (OverflowError, ValueError):
        return None
    return on_day(apposed, "narrative", nights_of(resolved)) if resolved and apposed else resolved


def _from_anchor(rule: Rule, match: re.Match[str], context: Context, text: str) -> Resolved | None:
    """What "three days after the blast" means, where the blast was told with its day in a sentence before."""
    if not GOVERNS.search(match[0]) or not context.told:
        return None
    anchor = anchor_of(text, context.sentence, match.span(), context.told)
    if anchor is None:
        return None
    there = replace(context, narrative=anchor.day, deed=anchor.day, nights=anchor.nights, adjoined=True)
    resolved = rule.resolve(match, there)
    if resolved is None or resolved.last is None or (context.published and resolved.last > context.published):
        return None
    return replace(resolved, reach=anchor.reach)


def _apposed_day(match: re.Match[str], context: Context, text: str, end: int) -> dt.date | None:
    """For "two days earlier, on 15 December" and "the next day, 9 December", the day that is named."""
    gap = APPOSED.match(text, match.end(), end)
    assert gap is not None  # it may be empty
    governs = match[0].rstrip().lower().endswith(("after", "before"))
    if not gap[0].strip() and (governs or not text[gap.end() : gap.end() + 3].lower().startswith("on ")):
        return None
    for rule, named in _days_at(text, gap.end(), end):
        rest = text[named.end() : end][:CLAUSE]
        weekday = "wd" in named.re.groupindex
        if rest.startswith(POSSESSIVES) or (weekday and (context.begun or not CLAUSE_END.match(rest))):
            continue
        there = replace(context, before="", ahead=ahead("", rest), rest=rest[:NEARBY])
        resolved = resolve(rule, named, there, text, end)
        if resolved and resolved.tells and resolved.first and resolved.first == resolved.last:
            return resolved.first
    return None


def _days_at(text: str, position: int, end: int) -> Iterator[tuple[Rule, re.Match[str]]]:
    """The days that are named at a place, by the rules that read them."""
    for rule in governing_rules():
        match = rule.pattern.match(text, position, end)
        if match:
            yield rule, match


def _with_governed_day(match: re.Match[str], context: Context, text: str, end: int) -> Context:
    """For "a day after Monday's raid" and "after the raid on 10 December", the day to count from."""
    gap = BETWEEN_ADJOINED.match(text, match.end(), end)
    position = gap.end() if gap else match.end()
    for rule, adjoining in _days_at(text, position, end):
        day = _governed(rule, adjoining, context, text, end)
        if day:
            return replace(context, narrative=day, adjoined=True)
    if not match[0].rstrip().lower().endswith(("after", "before")):
        return context
    found = GOVERNED_NOUN.match(text, match.end(), end)
    reach = found.end() if found else match.end()
    kinds = kinds_of_hints(text, match.end(), reach).keys()
    matches = [
        (rule, there)
        for rule in governing_rules()
        if rule.needs & kinds and (there := rule.pattern.search(text, match.end(), min(end, reach + NEARBY)))
    ]
    for rule, there in sorted(matches, key=lambda found: (found[1].start(), -found[1].end())):
        if there.start() < reach and _belongs(match, there, context, text, end):
            day = _governed(rule, there, context, text, end)
            if day:
                return replace(context, narrative=day, adjoined=True)
    return context


def _belongs(match: re.Match[str], there: re.Match[str], context: Context, text: str, end: int) -> bool:
    """Whether a day is that of what "two days after" governs, not the day of the sentence that it opens."""
    opens = not context.before or (context.before.endswith(",") and len(context.before.split()) <= LEADING)
    if not opens or text[there.end() : end].lstrip().startswith(","):
        return True
    between = text[match.end() : there.start()]
    return not (NEW_SUBJECT.search(between) or TOLD_VERB.search(between))


def _governed(rule: Rule, match: re.Match[str], context: Context, text: str, end: int) -> dt.date | None:
    before = text[max(0, match.start() - CLAUSE) : match.start()]
    rest = text[match.end() : end][:CLAUSE]
    there = replace(
        context, before=before[-NEARBY:].rstrip(), rest=rest[:NEARBY], ahead=ahead(before, ""), counted=passed(before)
    )
    resolved = resolve(rule, match, there, text, end)
    return resolved.first if resolved and resolved.precision == "day" else None


def _with_coming_day(match: re.Match[str], context: Context, text: str, end: int) -> Context:
    """For "a day after the raid" before any day was told, or in "Two days after the raid, it fell on Friday": that day.

    A headline counts from the day that its story is about to tell.
    """
    opens = not context.before and re.search(r"\b(?:after|before)$", match[0], re.IGNORECASE)
    if context.begun and not opens:
        return context
    limit = match.end() + COMING if context.heads and not context.begun else end
    kinds = kinds_of_hints(text, match.end(), limit).keys()
    matches = (rule.pattern.search(text, match.end(), limit) for rule in day_rules() if rule.needs & kinds)
    for coming in sorted((found for found in matches if found), key=lambda found: found.start()):
        before = text[max(0, coming.start() - CLAUSE) : coming.start()].rstrip()
        day = _told_by(coming, replace(context, before=before[-NEARBY:], rest=text[coming.end() :][:NEARBY]))
        if day and not (speech().search(before) or ahead(before, text[coming.end() :][:CLAUSE])):
            return replace(context, narrative=day, deed=day, nights=0)
    return context


def _told_by(match: re.Match[str], context: Context) -> dt.date | None:
    """The past day that a day rule's match tells; None for a dateline."""
    rule = next(rule for rule in day_rules() if rule.pattern is match.re)
    resolved = resolve(rule, match, context, match.string, match.end())
    if resolved is None or not resolved.tells or resolved.last is None or context.published is None:
        return None
    return resolved.last if resolved.last <= context.published and not is_dateline(resolved, context) else None
