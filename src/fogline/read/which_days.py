"""On which days was a happening: by its own words, those spoken of around it, the lead, or when it was published?"""

import datetime as dt

from fogline.model import NIGHT, DateMention, Days
from fogline.read.facts import Span
from fogline.read.happenings import HEADINGS, Happening
from fogline.read.lead import ON_THE_DAY

ANSWERED_BACK = 6  # days before the answer in which a deed lies that is told undated, and only as answered


def days_of(
    happening: Happening, published: dt.date | None, lead: DateMention | None
) -> tuple[Days | None, Span | None]:
    """The days of a happening and the words behind them.

    News in the past tense without a date of its own is of the day that the lead tells of, a deed told there, else of
    the day of publication; the words behind it are then those that tell what happened.
    """
    mention = happening.date
    if mention and published and (mention.first or published) > published:
        mention = None  # a plan has the day on which it was made; and what was done was not done later
    due = mention is not None and mention.first is None
    if mention and published and due and ((mention.last or published) >= published or happening.status != "occurred"):
        mention = None  # a deadline; "promised it by Sunday" is of the day on which it was promised
    if mention and published and happening.status != "occurred" and (mention.last or published) > published:
        mention = None  # "will do so this month": the plan is of the day on which it was made
    if mention and mention.first and mention.last:
        last = mention.last
        if published and (last - mention.first).days > 1:
            last = min(last, published)  # "this week" is the whole week; what was done in it was done by now
        return Days(mention.first, last), (mention.start, mention.end)
    if mention and published:
        first = mention.first or published
        last = mention.last or max(published, first)
        return Days(min(first, last), last), (mention.start, mention.end)
    dated = next((t for t in happening.tellings if t.context), None)
    context = dated.context if dated else None
    if dated and context and context.days and (published is None or context.days.first <= published):
        return context.days, None if dated.context_spoken else (context.start, context.end)
    if lead and lead.days and _dates(lead.days, lead, happening):
        return lead.days, (lead.start, lead.end)
    if published:
        return Days.on(published), None
    return None, None


def _dates(days: Days, lead: DateMention, happening: Happening) -> bool:
    """Whether a lead tells when a happening was that is told undated, as the days of a review do for all in it."""
    done = happening.group in ON_THE_DAY and happening.status == "occurred"
    headed = all(t.sentence.part in HEADINGS for t in happening.tellings)
    return done and (days.length > NIGHT or headed or lead.start < happening.tellings[0].span[0])


def days_before(happening: Happening, published: dt.date) -> Days:
    """Of what is told undated and only as answered by another deed: the days up to the one that the report spoke of."""
    spoken = (t.context.days.last for t in happening.tellings if t.context and t.context.days)
    last = next((day for day in spoken if day <= published), published)
    return Days(last - dt.timedelta(days=ANSWERED_BACK), last)
