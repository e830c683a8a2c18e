"""Was a truce made by nobody whom a list of parties names: "elders brokered a ceasefire in Galkayo on Monday"?"""

import re

from fogline.lexicon.deeds import deeds
from fogline.read.happenings import Happening

WORD = re.compile(r"[\w-]+")


def truce_made_there(happening: Happening) -> bool:
    """Whether a truce is told with its town and its day, which bear it out without a party."""
    told = [t for t in happening.tellings if not t.weak]
    towns = any(p.place and p.place.precision != "country" and not p.unlisted for t in told for p in t.places)
    if happening.status != "occurred" or happening.date is None or not towns:
        return False
    words = {word for t in told for word in WORD.findall(t.sentence.text.lower())}
    return not words.isdisjoint(deeds().truces)
