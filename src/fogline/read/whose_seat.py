"""Does the name of a place only tell whose embassy, agency or office is spoken of?

"The US embassy", "the state news agency SANA", "the chairman of the Hong administrative area": nothing is there yet.
"""

import re
from functools import cache

from fogline.lexicon.saying import saying
from fogline.model import PlaceMention

BACK = 60  # characters before a name that can say so
AHEAD = 60  # characters behind it
SEAT = re.compile(
    r"(?:['’]s)? (?:(?:state|trade|permanent|diplomatic) )?"
    r"(?:embass(?:y|ies)|consulates?|mission to|delegation|ambassadors?|diplomats?|envoys?|(?:consul|attaché)s?)\b",
    re.IGNORECASE,
)
OFFICE = re.compile(
    r"\b(?:chair(?:man|woman|person)?|head|chief|mayor|administrator|caretaker|prefect|commissioner|secretary"
    r"|spokes(?:man|woman|person)|representative|councill?or|official|member|deputy|lawmaker|senator) "
    r"(?:of|for|from|representing) (?:the )?$",
    re.IGNORECASE,
)
AREA = re.compile(
    r" (?:local government(?: area)?|lga|administrative (?:area|district|unit)|area council|county|commune|constituency"
    r"|municipal(?:ity)?|council)\b,? *(?:of [A-Z][\w-]+(?: state)?,? *)?(?:,|told|said|confirmed|says)",
    re.IGNORECASE,
)


def only_whose(place: PlaceMention, text: str) -> bool:
    """Whether a name with the role of a place only tells whose seat or office it is, or names an outlet."""
    if place.text.isupper() and place.text in _outlets():
        return True
    behind = text[place.end : place.end + AHEAD]
    if place.place is not None and place.place.precision == "country" and SEAT.match(behind):
        return True
    before = text[max(0, place.start - BACK) : place.start].rpartition("\n")[2]
    return bool(OFFICE.search(before) and AREA.match(behind))


@cache
def _outlets() -> frozenset[str]:
    """Agencies whose names in capitals a gazetteer takes for towns: "SANA"."""
    return frozenset(name for name in saying().party_media if name.isupper())
