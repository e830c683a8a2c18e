"""Does a place only tell from where somebody fired: "accused them of having fired from the hills above Sake"?

What was fired came down elsewhere: such a place says nothing of where the deed was.
"""

import re

from fogline.model import PlaceMention
from fogline.read.text import Sentence

# "Fired from Sake", "came from positions near Sake"; not "20 km from Sake".
FROM = re.compile(
    r"\b(?:fir|launch|shoot|shell|lobb)(?:e|ed|ing|es|s)?\b[^.;,]{0,40}?(?<!km )(?<!miles )(?<!kilometres )(?<!away )"
    r"\bfrom (?:[\w’'-]+ ){0,6}$|\b(?:came|coming|come|comes) from (?:[\w’'-]+ ){0,6}$"
)


def only_fired_from(place: PlaceMention, sentence: Sentence) -> bool:
    """Whether a place only tells from where something was fired."""
    at = place.start - sentence.start
    return at >= 0 and FROM.search(sentence.text[:at]) is not None
