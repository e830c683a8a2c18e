"""One sentence's telling of one happening: the words, and what hangs on them."""

from dataclasses import dataclass

from fogline.lexicon.deeds import deeds
from fogline.model import DateMention, FigureMention, PartyMention, Place, PlaceMention
from fogline.read.text import Sentence
from fogline.read.things import Thing

THREAT = "threat"
SPOKEN = (THREAT, "pledge")  # groups of deeds that are done by speaking


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence's telling of one happening, with every span in offsets of the report's full text.

    `type` is `attack` where the sentence leaves it open. `denied` marks a happening that the sentence says was not.
    `date` hangs on the words that tell it, `context` is the day that the paragraph spoke of last, `context_spoken`
    tells whether somebody only spoke on that day; `context_here` tells whether the place of the story was named in the
    telling's own paragraph, `item` whether that place heads the paragraph. `apart` marks a sentence that opens on
    another happening than those before it. `part_of` are the groups of happenings that it can be a part of: an arrest
    of a protest. `tally` marks a night's count over a whole country, `firm` a deed that a verb tells as done in a town,
    `by_arms` a threat of men in arms, `points` words that only tell where or when what was told before took place.
    `definite` tells whether any of its words point back to what was told, `named` whether those do by which it is told,
    `answered` whether its words name what another deed answers.
    `area` is what those answer for who speak of it, where nothing else tells the place.
    """

    sentence: Sentence
    group: str
    type: str
    status: str
    sort: str
    span: tuple[int, int]
    definite: bool
    denied: bool
    weak: bool
    backed: bool
    habitual: bool
    apart: bool
    mutual: bool
    part_of: frozenset[str]
    weapon_implied: str | None
    default: str | None
    places: tuple[PlaceMention, ...]
    date: DateMention | None
    context: DateMention | None
    context_place: PlaceMention | None
    context_here: bool
    item: bool
    actors: tuple[PartyMention, ...]
    targets: tuple[PartyMention, ...]
    things: tuple[Thing, ...]
    figures: tuple[FigureMention, ...]
    tally: bool = False
    context_spoken: bool = False
    firm: bool = False
    by_arms: bool = False
    points: bool = False
    named: bool = False
    answered: bool = False
    area: tuple[Place, ...] = ()


def flying_at_large(telling: Telling) -> bool:
    """Whether the words leave open what flew: an "aircraft" can be the drone told before."""
    at = telling.sentence.start
    told = telling.sentence.text[telling.span[0] - at : telling.span[1] - at].lower()
    return telling.weapon_implied == "airstrike" and "aircraft" in told


def bombed_at_large(telling: Telling) -> bool:
    """Whether the words leave open if what burst was planted or dropped: "the bombing of the market"."""
    at = telling.sentence.start
    told = telling.sentence.text[telling.span[0] - at : telling.span[1] - at].lower()
    return telling.weapon_implied == "explosive" and told in deeds().planted_or_dropped
