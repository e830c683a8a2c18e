"""One sentence's word on one happening, in one voice."""

from dataclasses import dataclass

from fogline.lexicon.events import ATTACK
from fogline.model import FigureMention, PartyMention, Voice
from fogline.read.telling import Telling
from fogline.read.text import Sentence
from fogline.read.things import Thing

VIOLENT_GROUPS = frozenset(
    {"remote", "ground", "abuse", "unrest", "mutiny", "detention", "property", "territory", ATTACK}
)
OWN_WORD = frozenset({"negotiation", "pledge", "threat"})  # which speaking does, refusing among it


@dataclass(frozen=True, slots=True)
class Contribution:
    """One sentence's word on one happening in one voice. Spans of `things` count from the start of the sentence."""

    happening: int
    sentence: Sentence
    voice: Voice
    telling: Telling | None
    figures: tuple[FigureMention, ...]
    things: tuple[Thing, ...]
    owned: bool = False  # the speaker says that it was his side's deed
    blamed: tuple[PartyMention, ...] = ()  # whose deed the speaker says it was
    turned: bool = False  # who is accused says so
