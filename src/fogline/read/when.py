"""When: which days do the words of a report stand for?

An interval grammar of its own: days counted from the publication ("on Sunday", "last night"), from the day that the
story has got to ("a day earlier"), and from the calendar ("22 June 2024"). Durations and ages name no day.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from fogline.errors import FoglineError, InputTypeError
from fogline.model.mention import DateMention
from fogline.read.calendar_context import Resolved
from fogline.read.calendar_from import resolve
from fogline.read.calendar_hints import kinds_of_hints
from fogline.read.calendar_lines import sentence_bounds
from fogline.read.calendar_rule import Rule
from fogline.read.calendar_told import Story, context_of, moved_on
from fogline.read.calendar_tried import rules_for

if TYPE_CHECKING:
    from fogline.read.text import Sentence

BORN = re.compile(r"\bborn(?: in| on| around| about)?\s*$")
LEAD = 56  # characters in front of the first hint in which an expression may begin


def find_dates(text: str, published: dt.date | None, sentences: "Sequence[Sentence]" = ()) -> list[DateMention]:
    """The temporal expressions of a text, in order, with the days that they stand for.

    Offsets count characters of `text`, as do those of `sentences`; without sentences the text is split at full stops
    and line ends. Without `published`, full calendar dates are resolved and the rest is found with both ends None.
    Raises InputTypeError where `text` is no text.
    """
    if not isinstance(text, str):
        raise InputTypeError(f"{text!r:.60} is no text to find dates in: give a str")
    bounds = [(sentence.start, sentence.end) for sentence in sentences] or sentence_bounds(text)
    mentions: list[DateMention] = []
    story = Story(published)
    for index, (start, end) in enumerate(bounds):
        kinds = kinds_of_hints(text, start, end)
        rules = rules_for(frozenset(kinds)) if kinds else ()
        if not rules:
            continue
        story = story.at(index)
        begins = [max(start, min(kinds[kind] for kind in rule.needs if kind in kinds) - LEAD) for rule in rules]
        for match, resolved, reached in _in_sentence(text, (start, end), rules, begins, story):
            if BORN.search(text[max(start, match.start() - LEAD) : match.start()]):
                continue  # "a girl born in 2019": no day of the story's
            mentions.append(_mention(text, match, resolved))
            story = reached
    return mentions


def published_day(published: str | dt.date | None) -> dt.date | None:
    """The day of a publication, local to where it was published: the day of a moment's own offset.

    Raises FoglineError for a text that is no date or moment in ISO 8601, InputTypeError for what is no text or day.
    """
    if isinstance(published, dt.datetime):
        return published.date()
    if published is None or isinstance(published, dt.date):
        return published
    if not isinstance(published, str):
        raise InputTypeError(f"published {published!r} is no day: give an ISO date such as 2024-12-22, or a date")
    try:
        return dt.datetime.fromisoformat(published.strip()).date()
    except ValueError as error:
        raise FoglineError(f"published {published!r} is no ISO date such as 2024-12-22") from error


def _mention(text: str, match: re.Match[str], resolved: Resolved) -> DateMention:
    start, end = match.span("only") if "only" in match.re.groupindex else match.span()
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end += resolved.reach
    end -= len(text[start:end]) - len(text[start:end].rstrip(" ,("))
    return DateMention(start, end, text[start:end], resolved.first, resolved.last, resolved.precision, resolved.anchor)


def _in_sentence(
    text: str, bounds: tuple[int, int], rules: Sequence[Rule], begins: Sequence[int], story: Story
) -> Iterator[tuple[re.Match[str], Resolved, Story]]:
    """The expressions of one sentence: the leftmost first, of two at one place the longer, none overlapping.

    `bounds` are where the sentence begins and ends, `begins` where the first expression of each rule may begin.
    """
    start, end = bounds
    nexts = [rule.pattern.search(text, begin, end) for rule, begin in zip(rules, begins, strict=True)]
    while any(nexts):
        order = min(
            (index for index, match in enumerate(nexts) if match),
            key=lambda index: (nexts[index].start(), -nexts[index].end(), index),  # type: ignore[union-attr]
        )
        match = nexts[order]
        assert match is not None
        context = context_of(text, start, end, match, story)
        resolved = resolve(rules[order], match, context, text, end)
        if resolved is None or match.end() == match.start():
            nexts[order] = rules[order].pattern.search(text, match.start() + 1, end)
            continue
        story = moved_on(story, match, resolved, context)
        yield match, resolved, story
        nexts = [
            again if again is None or again.start() >= match.end() else rule.pattern.search(text, match.end(), end)
            for rule, again in zip(rules, nexts, strict=True)
        ]
