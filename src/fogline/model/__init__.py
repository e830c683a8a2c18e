"""The nouns of Fogline as plain typed data.

Nothing here reads, writes or knows a language; every other part of the package may import it.
"""

from fogline.model.claim import Claim, ClaimLink, Named, Reading
from fogline.model.days import NIGHT, Days
from fogline.model.event import Dispute, Event, FigureRange, Link, Merged, Position
from fogline.model.figure import FIGURES, Figure
from fogline.model.mention import DateMention, FigureMention, PartyMention, PlaceMention, Voice
from fogline.model.place import Place, is_part
from fogline.model.reason import Reason
from fogline.model.report import Report
from fogline.model.vocabulary import (
    AGAINST,
    CORROBORATION_LEVELS,
    EFFECTS,
    EVENT_TYPES,
    STANCES,
    STATUSES,
    TYPE_GROUPS,
    WEAPONS,
)

__all__ = [
    "AGAINST",
    "CORROBORATION_LEVELS",
    "EFFECTS",
    "EVENT_TYPES",
    "FIGURES",
    "NIGHT",
    "STANCES",
    "STATUSES",
    "TYPE_GROUPS",
    "WEAPONS",
    "Claim",
    "ClaimLink",
    "DateMention",
    "Days",
    "Dispute",
    "Event",
    "Figure",
    "FigureMention",
    "FigureRange",
    "Link",
    "Merged",
    "Named",
    "PartyMention",
    "Place",
    "PlaceMention",
    "Position",
    "Reading",
    "Reason",
    "Report",
    "Voice",
    "is_part",
]
