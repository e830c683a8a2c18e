"""Does the name of a place only tell whose embassy, agency or office is spoken of?

"The US embassy", "the state news agency SANA", "the chairman of the Hong administrative area": nothing is there yet.
"""

import re
from functools import cache

from fogline.lexicon.saying import saying
from fogline.lexicon.telltales import telltales
from fogline.model import PlaceMention

BACK = 60  # characters before a name that can say so
AHEAD = 60  # characters behind it
OWN = re.compile(r"(?:['’]s)? ")  # between a country and its embassy
SPEAKING = re.compile(r",? *(?:of [A-Z][\w-]+(?: state)?,? *)?(?:,|told|said|confirmed|says)", re.IGNORECASE)


def only_whose(place: PlaceMention, text: str) -> bool:
    """Whether a name with the role of a place only tells whose seat or office it is, or names an outlet."""
    if place.text.isupper() and place.text in _outlets():
        return True
    behind = text[place.end : place.end + AHEAD]
    if place.place is not None and place.place.precision == "country" and _seat(behind):
        return True
    before = text[max(0, place.start - BACK) : place.start].rpartition("\n")[2]
    return telltales().officers.search(before) is not None and _speaks_for_area(behind)


def _seat(behind: str) -> bool:
    """Whether an embassy or who serves in one stands right behind: "the Turkish embassy", "Chad's envoy"."""
    own = OWN.match(behind)
    return own is not None and telltales().missions.match(behind, own.end()) is not None


def _speaks_for_area(behind: str) -> bool:
    """Whether what stands behind is an area's kind, and then what its office-holder says."""
    area = telltales().administered.match(behind, 1) if behind.startswith(" ") else None
    return area is not None and SPEAKING.match(behind, area.end()) is not None


@cache
def _outlets() -> frozenset[str]:
    """Agencies whose names in capitals a gazetteer takes for towns: "SANA"."""
    return frozenset(name for name in (*saying().party_media, *saying().state_media) if name.isupper())
