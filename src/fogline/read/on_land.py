"""Is a tanker a lorry: "burned 40 tankers on the road to Kayes"?"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from fogline.lexicon.deeds import deeds
from fogline.model import PlaceMention
from fogline.read.things import Thing

SHIP, TRANSPORT = "ship", "transport"
NO_COAST = frozenset(
    {"AF", "AM", "AT", "BF", "BI", "BO", "BW", "BY", "CF", "CH", "CZ", "ET", "HU", "KG", "LA", "LS", "MD", "ML", "MN"}
    | {"MW", "NE", "NP", "PY", "RS", "RW", "SK", "SS", "SZ", "TD", "TJ", "UG", "UZ", "XK", "ZM", "ZW"}
)


def tankers_on_land(found: Sequence[Thing], doc: Doc, places: Sequence[PlaceMention]) -> tuple[Thing, ...]:
    """The things, tankers as lorries where the sentence speaks of roads or of no land that has a coast."""
    tankers = [t for t in found if t.value == SHIP and doc.text[t.start : t.end].lower().rstrip("s").endswith("tanker")]
    if not tankers or not (_inland(places) or any(t.lower_ in deeds().on_roads for t in doc)):
        return tuple(found)
    return tuple(replace(t, value=TRANSPORT) if t in tankers else t for t in found)


def _inland(places: Sequence[PlaceMention]) -> bool:
    """Whether all places of a sentence lie in states without a coast."""
    lands = {p.place.country for p in places if p.place and p.role == "place"}
    return bool(lands) and lands <= NO_COAST
