"""Which day does the lead of a report give to its news?

A paper of Sunday that opens with what happened "yesterday" tells of Saturday in all that it does not date.
"""

import datetime as dt
from collections.abc import Sequence

from fogline.model import NIGHT, DateMention
from fogline.read.happenings import Happening
from fogline.read.placing import Found
from fogline.read.text import ParsedText
from fogline.read.what import VIOLENT

# Groups of what is done at once, so that a lead tells its day; arrests, forces and talks come after it.
ON_THE_DAY = VIOLENT | {"attack", "territory", "property", "unrest", "mutiny", "detention"}
OPENING = 2  # paragraphs that open a body: a question, an answer, what follows
NEWS = 3  # days back that a lead can date the news of a report


def day_of_lead(
    happenings: Sequence[Happening], published: dt.date | None, opening_day: DateMention | None = None
) -> DateMention | None:
    """The day of the first deed that the body tells, where its opening paragraph dates one to the last few days.

    Of several days in one sentence it is the last: of "those kidnapped on Monday were found on Wednesday" the second is
    the news. Where no deed there has a day, it is the first that the opening names (`opening_day`), and in a review
    the days over which it tells.
    """
    if opening_day and opening_day.days and opening_day.days.length > NIGHT:
        return opening_day
    body = sorted((t for h in happenings for t in h.tellings if t.sentence.part == "body"), key=lambda t: t.span)
    opening = [t for t in body if t.sentence.paragraph == body[0].sentence.paragraph]
    dated = [t for t in opening if t.date and t.date.days and published and t.date.days.last <= published]
    told = [t.date for t in dated if t.date and t.sentence is dated[0].sentence]
    first = max(told, key=_newest) if told else opening_day
    if first is None or first.days is None or published is None or first.days.length > NIGHT:
        return None
    return first if 0 <= (published - first.days.last).days <= NEWS else None


def _newest(date: DateMention) -> tuple[dt.date, int]:
    """Orders days by which is the newer, of equals the one named first."""
    assert date.days
    return date.days.last, -date.start


def first_day(parsed: ParsedText, found: Found) -> DateMention | None:
    """The first day that the opening paragraphs of the body name: "Delegations sat down on Thursday in Istanbul"."""
    body = [s for s in parsed.sentences if s.part == "body"]
    first = [s for s in body if s.paragraph < body[0].paragraph + OPENING]
    days = (d for s in first for d in found.dates.get(s.index, ()) if d.days and d.days.length <= NIGHT)
    return next(days, None)
