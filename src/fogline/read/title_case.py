"""Is a name of a headline one, where all its words have capitals: "Villagers Flee Militia Attack"?"""

import re
from functools import lru_cache

from fogline.model.report import TITLE_END

WORD = re.compile(r"[^\W\d_]+")
LONG_WORD = 5  # letters; shorter words of a title may be set small
ENOUGH = 4  # long words that a headline has at least, to tell by them how it is set


def only_set_so(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] stands in a headline with capitals throughout, and nowhere below it.

    `text` is a report's full text, which begins with its headline.
    """
    close = _title_end(text)
    return start < close and text.find(text[start:end], close) < 0


@lru_cache(maxsize=8)
def _title_end(text: str) -> int:
    """Where a headline with capitals throughout ends; 0 where a report has none."""
    close = text.find(TITLE_END)
    long = [w for w in WORD.findall(text[: max(close, 0)]) if len(w) >= LONG_WORD]
    return close if len(long) >= ENOUGH and all(w[0].isupper() for w in long) else 0
