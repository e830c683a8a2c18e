"""Which day does the lead of a report give to its news?

A paper of Sunday that opens with what happened "yesterday" tells of Saturday in all that it does not date.
"""

import datetime as dt
from collections.abc import Sequence

from fogline.model import DateMention
from fogline.read.dating import NIGHT
from fogline.read.happenings import Happening
from fogline.read.what import VIOLENT

# Groups of what is done at once, so that a lead tells its day; arrests, forces and talks come after it.
ON_THE_DAY = VIOLENT | {"attack", "territory", "property", "unrest", "mutiny"}
NEWS = 3  # days back that a lead can date the news of a report


def day_of_lead(happenings: Sequence[Happening], published: dt.date | None) -> DateMention | None:
    """The day of the first deed that the body tells, where its opening paragraph dates one to the last few days."""
    body = sorted((t for h in happenings for t in h.tellings if t.sentence.part == "body"), key=lambda t: t.span)
    opening = [t for t in body if t.sentence.paragraph == body[0].sentence.paragraph and t.sort != "word"]
    first = next((t.date for t in opening if t.date and t.date.days), None)
    if first is None or first.days is None or published is None or first.days.length > NIGHT:
        return None
    return first if 0 <= (published - first.days.last).days <= NEWS else None
