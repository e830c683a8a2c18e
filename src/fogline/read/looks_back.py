"""Does a report look back to what was before its news: "earlier this month an ambush killed ten", near its end?

What is told there with an older day of its own is another happening than the undated news at the head.
"""

import datetime as dt

from fogline.read.telling import Telling

OLD = 4  # days back from publication at which the news of a report ends
SHORT = 8  # days up to which a date is one of a happening
FROM = 0.5  # part of a report behind which it looks back


def looks_back(telling: Telling, last_sentence: int, published: dt.date | None) -> bool:
    """Whether a telling far down has an older day of its own and does not point back to "the attack"."""
    days = telling.date.days if telling.date else None
    if days is None or published is None or telling.definite or days.length > SHORT:
        return False
    return (published - days.last).days > OLD and telling.sentence.index >= FROM * last_sentence
