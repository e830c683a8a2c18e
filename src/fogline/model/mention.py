"""What a reader finds in a text before it makes claims: words and the value that each stands for.

Offsets are characters of the report's full text, [start, end).
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from fogline.model.days import Days
from fogline.model.figure import Figure
from fogline.model.place import Place

PlaceRole = Literal["place", "party", "demonym", "person", "other"]
DatePrecision = Literal["day", "week", "month", "quarter", "season", "year", "open"]
DateAnchor = Literal["publication", "narrative", "calendar"]
PartyForm = Literal["name", "demonym", "metonym", "office", "person", "pronoun", "description"]


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A toponym, and the place that it names; `place` is None where no gazetteer entry fits.

    `role` tells a place ("in Kyiv") from a party ("Kyiv accused"), a demonym ("Ukrainian"), a person ("Paris Hilton")
    and what only looks like a toponym. `confidence` is 0 to 1; `candidates` all places that the name can mean, where
    they were asked for; `unlisted` marks a place that no gazetteer lists, placed by what it lies in or near.
    """

    start: int
    end: int
    text: str
    role: PlaceRole
    place: Place | None
    confidence: float = 1.0
    candidates: tuple[Place, ...] = ()
    unlisted: bool = False


@dataclass(frozen=True, slots=True)
class DateMention:
    """A temporal expression and the days it stands for.

    `first` or `last` is None where that end is open ("since February", "before May"); both are None where the
    expression cannot be resolved without a publication date.
    """

    start: int
    end: int
    text: str
    first: dt.date | None
    last: dt.date | None
    precision: DatePrecision
    anchor: DateAnchor

    @property
    def days(self) -> Days | None:
        """The closed interval, or None where an end is open."""
        return Days(self.first, self.last) if self.first and self.last else None


@dataclass(frozen=True, slots=True)
class PartyMention:
    """Words that stand for a party: its name, a demonym, a metonym, an office holder, a person with a known side.

    `party` is the party's name in the lexicon, None for a body or person without a side (the UN, a witness);
    `name` what the mention is called as a voice ("Igor Klymenko", "Russian Ministry of Defense").
    """

    start: int
    end: int
    text: str
    party: str | None
    name: str
    form: PartyForm


@dataclass(frozen=True, slots=True)
class FigureMention:
    """A count of one of the figures, with the words that give it.

    `of` says whose loss it is where the words tell (a party's name), `subset` that it is part of another count
    ("including three children"), `period` that it is a total over a longer time ("since the start of the war"),
    `former` that it is an earlier state of the count ("up from six").
    """

    start: int
    end: int
    figure: str
    value: Figure
    of: str | None = None
    subset: bool = False
    period: bool = False
    former: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: `by` as named in the text, the party it belongs to, and where the text says so.

    `start` and `end` cover the words that attribute ("Interior Minister Igor Klymenko announced"), None for the
    outlet's own voice. `hedged` marks "reportedly", "allegedly", "unverified".
    """

    by: str | None
    side: str | None
    stance: str = "asserts"
    start: int | None = None
    end: int | None = None
    hedged: bool = False
