"""Which day, month and quarter has a text got to, and does one more day move it on?"""

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from fogline.lexicon.time import time_words
from fogline.read.calendar_anchor import DayTold
from fogline.read.calendar_clause import CLAUSE, COUNTED_FROM, NEARBY, mark_of_future, passed, speech
from fogline.read.calendar_context import Context, Resolved

# How many sentences on a told day still carries "a day earlier" or "that night".
STORY_REACH = 8
# Days before publication that a story goes back to when the day that it told last is too far back.
NEWS = 3
# "That evening" names a day that was told, however far back.
THAT_REACH = 40
# A report on figures counts from the quarter that it is about for longer.
QUARTER_REACH = 12
# By these a report of what was said counts from the day on which it was said ("said on Thursday that it would").
BACKSHIFTED = ("would", "was to", "were to", "was due", "were due", "due to", "planned to", "planned for")
POSSESSIVES = ("'s", "’s")
DATELINE = re.compile(r"\s*(?:\([^)]{1,30}\)|/[^/]{1,30}/)?\s*[-–—:]\s")  # "Nov. 18 (Agency) - Shells fell"
DATELINE_BACK = 2  # days before publication that a dateline may lie
LATE = re.compile(r"\b(?:late|night|midnight|evening)\b", re.IGNORECASE)
EARLY = re.compile(r"\b(?:early|dawn|morning|overnight|daybreak|sunrise)\b", re.IGNORECASE)
# "Following the attack of", "the heaviest since the raid on", in front of the day of what lies behind.
FOLLOWED = re.compile(
    r"\b(?:after|following|since|unlike|than)\s+(?:the|an?|its|their|last|another)(?:\s+[\w'’-]+){1,4}(?:\s+(?:of|on|in))?$",
    re.IGNORECASE,
)
OF_SOMEBODY = re.compile(r"\bwho(?:\s+[\w'’-]+){1,7}$")  # in front of "two days later": "a man who died"
GOVERNS = re.compile(r"\b(?:after|before)\s*$", re.IGNORECASE)
GOVERNED_WORD = re.compile(r"\s*(?!on\b)\w")


@dataclass(frozen=True, slots=True)
class Story:
    """The day and the month that a text has got to, and the sentences in which they were told.

    `deed` is the last day on which something was told to happen, `day` may also be one on which somebody spoke;
    `nights` is 1 where the day told is the morning of a night that began the day before.
    """

    published: dt.date | None
    day: dt.date | None = None
    era: dt.date | None = None
    sentence: int = 0
    day_told: int = 0
    era_told: int = 0
    quarter: dt.date | None = None
    quarter_told: int = 0
    deed: dt.date | None = None
    deed_nights: int = 0
    deed_told: int = 0
    nights: int = 0
    part: str = ""  # "late" or "early" in the day told
    begun: bool = False  # whether any day was told
    lead: dt.date | None = None  # the first day of the last few that was told: that of the news
    lead_nights: int = 0
    night: dt.date | None = None  # the morning of the last night that was told
    told: tuple[DayTold, ...] = ()  # all days on which something was told to happen

    def at(self, sentence: int) -> "Story":
        """The story in a later sentence: what was told too far back is forgotten, but for the day of the news."""
        day, nights = (
            (self.day, self.nights) if sentence - self.day_told <= STORY_REACH else (self.lead, self.lead_nights)
        )
        deed = self.deed if sentence - self.deed_told <= THAT_REACH else None
        era = self.era if sentence - self.era_told <= STORY_REACH else None
        quarter = self.quarter if sentence - self.quarter_told <= QUARTER_REACH else None
        return replace(self, day=day, nights=nights, deed=deed, era=era, quarter=quarter, sentence=sentence)

    def after(self, resolved: Resolved, words: str, spoken: bool) -> "Story":
        """The story after an expression; what lies ahead does not move it, nor does speech move its deeds."""
        last, first = resolved.last, resolved.first or resolved.last
        story = self._of_quarter(resolved)
        if last is None or (self.published and last > self.published):
            return story
        changes: dict[str, Any] = {}
        if resolved.precision != "open":
            changes |= {"era": first, "era_told": self.sentence}
        if resolved.tells:
            nights = nights_of(resolved)
            part = "late" if LATE.search(words) else "early" if EARLY.search(words) else ""
            changes |= {"day": last, "nights": nights, "part": part, "begun": True, "day_told": self.sentence}
            if nights:
                changes |= {"night": last}
            if not spoken:
                changes |= {"deed": last, "deed_nights": nights, "deed_told": self.sentence}
            if self.lead is None and self.published and 0 <= (self.published - last).days <= NEWS:
                changes |= {"lead": last, "lead_nights": nights}
        return replace(story, **changes) if changes else story

    def with_day(self, resolved: Resolved, at: int, sentence: tuple[int, int]) -> "Story":
        """The story with one more day on which something was told to happen, at an offset of a sentence."""
        last = resolved.last
        if not resolved.tells or last is None or (self.published and last > self.published):
            return self
        return replace(self, told=(*self.told, DayTold(at, sentence, last, nights_of(resolved))))

    def _of_quarter(self, resolved: Resolved) -> "Story":
        """The story after a quarter: an earlier one, which figures are compared with, does not move it."""
        first = resolved.first
        if resolved.precision != "quarter" or first is None:
            return self
        if self.quarter and (
            first < self.quarter or (resolved.last and self.published and resolved.last >= self.published)
        ):
            return self
        return replace(self, quarter=first, quarter_told=self.sentence)


def nights_of(resolved: Resolved) -> int:
    """1 for a night, which runs into the next day."""
    return int(resolved.first is not None and resolved.last == resolved.first + dt.timedelta(days=1))


def is_dateline(resolved: Resolved, context: Context) -> bool:
    """Whether a date says when the report was written, not what happened: that day, or just before it and a dash."""
    if resolved.anchor != "calendar" or resolved.last is None or context.published is None:
        return False
    back = (context.published - resolved.last).days
    return back == 0 or (0 < back <= DATELINE_BACK and DATELINE.match(context.rest) is not None)


def moved_on(story: Story, match: re.Match[str], resolved: Resolved, context: Context) -> Story:
    """The story after an expression: a dateline leaves it where it is, a day of speech is none of its deeds."""
    if is_dateline(resolved, context):
        return story
    spoken = bool(speech().search(context.before))
    if not _looks_back(match.string, match, resolved, story):
        story = story.after(resolved, match[0], spoken)
    return story if spoken else story.with_day(resolved, match.start(), context.sentence)


def _looks_back(text: str, match: re.Match[str], resolved: Resolved, story: Story) -> bool:
    """Whether a day only names an earlier deed: "in answer to Sunday's raid" does not take Monday's story to Sunday."""
    before = text[max(0, match.start() - 2 * NEARBY) : match.start()].rstrip().rpartition("\n")[2]
    if match[0].lower().endswith("later") and OF_SOMEBODY.search(before):
        return True
    if not story.begun:
        return COUNTED_FROM.search(before) is not None
    if resolved.last is None or story.day is None or resolved.last >= story.day:
        return False
    if text.startswith(POSSESSIVES, match.end()) or match[0].rstrip().endswith(POSSESSIVES):
        return True
    ago = match[0].lower().endswith(" ago") and story.day_told == story.sentence
    if GOVERNS.search(match[0]) and GOVERNED_WORD.match(text, match.end()):
        return True  # "a day after the two had met"
    # "said on Friday that the men seized nine days ago …"
    return ago or COUNTED_FROM.search(before) is not None or FOLLOWED.search(before[-NEARBY:]) is not None


def context_of(text: str, start: int, end: int, match: re.Match[str], story: Story) -> Context:
    """What an expression of a sentence is resolved against: the story so far and the words around it."""
    before = text[max(start, match.start() - CLAUSE) : match.start()]
    rest = text[match.end() : min(end, match.end() + CLAUSE)]
    of_speech = story.deed is not None and (story.day is None or story.day_told < story.sentence)
    # "stormed it on Monday, officials said on Tuesday": from the Monday the next sentences go on
    near = 0 < story.sentence - story.day_told <= STORY_REACH
    said_too = near and story.deed is not None and story.deed_told == story.day_told and story.deed != story.day
    mark = mark_of_future(before, rest)
    spoke = story.day if story.day_told == story.sentence and story.begun else None
    standing = not _standing().isdisjoint(re.findall(r"\w+", before.lower()))
    return Context(
        published=story.published,
        narrative=story.deed if said_too else story.day,
        night=story.night,
        nights=story.deed_nights if said_too else story.nights,
        deed=story.deed if of_speech else story.day,
        part="" if said_too else story.part,
        begun=story.begun,
        heads=story.sentence == 0,
        deed_nights=story.deed_nights if of_speech else story.nights,
        era=story.era,
        quarter=story.quarter,
        ahead=bool(mark),
        from_then=spoke if mark in BACKSHIFTED else None,
        standing=standing,
        counted=passed(before),
        before=before[-NEARBY:].rstrip(),
        rest=rest[:NEARBY],
        told=story.told,
        sentence=(start, end),
    )


@cache
def _standing() -> frozenset[str]:
    return frozenset(time_words().words["standing"])
