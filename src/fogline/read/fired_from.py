"""Does a place only tell from where somebody fired: "accused them of having fired from the hills above Sake"?

What was fired came down elsewhere: such a place says nothing of where the deed was.
"""

import re
from collections.abc import Collection, Sequence

from fogline.gazetteer.fold import fold
from fogline.lexicon.parties import parties, party_named, seats
from fogline.model import PlaceMention
from fogline.read.text import Sentence

WORDS = r"(?:(?!(?:into|onto|towards?|against|to|hit|struck)\b)[\w’'-]+ ){0,6}"
# "Fired from Sake", "came from positions near Sake"; not "20 km from Sake", nor "from the sea into Sake".
FROM = re.compile(
    r"\b(?:fir|launch|shoot|shell|lobb)(?:e|ed|ing|es|s)?\b[^.;,]{0,40}?(?<!km )(?<!miles )(?<!kilometres )(?<!away )"
    rf"\bfrom {WORDS}$|\b(?:came|coming|come|comes) from {WORDS}$"
)

# "Three shells that came from southern Syria", "a drone launched from Lebanon".
OUT_OF = re.compile(
    r"\b(?:fired|launched|shot|lobbed|sent|flown|crossed|crossing|came|coming|approached|approaching|entered)\b[^.;]{0,40}?"
    r"\bfrom (?:the )?(?:(?:north|south|east|west|central|southern|northern|eastern|western|nearby|neighbouring)\w* )?"
    r"(?P<land>[A-Z]\w+(?: [A-Z]\w+)?)"
)


def only_fired_from(place: PlaceMention, sentence: Sentence) -> bool:
    """Whether a place only tells from where something was fired."""
    at = place.start - sentence.start
    return at >= 0 and FROM.search(sentence.text[:at]) is not None


def sent_from_land(told: Sequence[Sentence]) -> tuple[str, tuple[int, int]] | None:
    """The state, or the party whose seat it is, out of which sentences tell that something flew, and its words."""
    for sentence in told:
        for match in OUT_OF.finditer(sentence.text):
            words = match["land"]
            for name in (words, words.split()[0]):
                party = seats().get(fold(name)) or (name if _is_state(name) else None)
                if party:
                    at = sentence.start + match.start("land")
                    return party, (at, at + len(name))
    return None


def _is_state(name: str) -> bool:
    party = parties().get(name)
    return party is not None and party.kind == "state"


def sender(land: str, foes: Collection[str]) -> str | None:
    """Who of the foes of those struck sends from a land: its party or state, else the one armed group at home there."""
    if land in foes:
        return land
    home = party_named(land).iso2
    groups = [foe for foe in sorted(foes) if party_named(foe).kind == "armed_group" and party_named(foe).iso2 == home]
    return groups[0] if len(groups) == 1 and home else None
