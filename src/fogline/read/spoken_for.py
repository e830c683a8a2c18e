"""For which area does a speaker answer: "the Poltava governor said", "the mayor of Kharkiv", "Borno police"?

Who holds an office of a town or a region speaks of what happened there, unless he names another place. The city that a
region is called after stands for all of it.
"""

from collections.abc import Sequence

from fogline.model import PartyMention, Place, PlaceMention
from fogline.read.cared_for import cared_for
from fogline.read.nearby import contains, of_its_region, same_place
from fogline.read.text import Sentence

OFFICES = ("office", "person")
HYPHENS = ("-", "‑", "–")  # "the Moscow-appointed governor"
NAMES = ("other", "place")  # roles of a place's name in an office's


def in_an_office(place: PlaceMention, parties: Sequence[PartyMention]) -> bool:
    """Whether a place's name stands in the words for who holds an office there."""
    return any(p.start <= place.start < p.end for p in parties if p.form in OFFICES)


def area_of_speakers(
    sentence: Sentence, parties: Sequence[PartyMention], places: Sequence[PlaceMention]
) -> tuple[Place, ...]:
    """The towns and regions in the words for the offices that a sentence names; none of a hospital's."""
    named = [p for p in places if p.role in NAMES and in_an_office(p, parties)]
    named = [p for p in named if sentence.text[p.end - sentence.start :][:1] not in HYPHENS]
    return tuple(p.place for p in named if p.place and p.place.precision != "country" and not cared_for(p, sentence))


def speaks_for(areas: Sequence[Place], places: Sequence[Place]) -> bool:
    """Whether something at one of some places happened in the area of a speaker."""
    pairs = [(area, place) for area in areas for place in places]
    return any(same_place(a, p) or contains(a, p) or of_its_region(a, p) for a, p in pairs)
