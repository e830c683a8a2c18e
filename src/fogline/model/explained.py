"""Why an event is one: what joined its tellings, what came near, who contradicts whom, whose word an answer is."""

from dataclasses import dataclass

from fogline.model.claim import ClaimLink
from fogline.model.event import Link
from fogline.model.verdict import Ruling

# A telling: its report's id and the happening's name within it.
Name = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Feature:
    """One reason for or against: its name, its weight, and what it rests on."""

    name: str
    score: float
    detail: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two tellings beside each other: all that speaks for and against, its sum, and how much would be enough."""

    one: Name
    other: Name
    features: tuple[Feature, ...]
    score: float
    enough: float


@dataclass(frozen=True, slots=True)
class Near:
    """A telling of another event that was compared with one of this event, and what kept the two events apart."""

    pairing: Pairing
    event: str
    against: str


@dataclass(frozen=True, slots=True)
class Opposed:
    """A disputed field: the pairs of claims that contradict each other, or else all that speak of it.

    `uncompared` is how many further claims say something of it and were compared with no other.
    """

    field: str
    pairs: tuple[tuple[str, str], ...]
    claims: tuple[str, ...]
    uncompared: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """A link of the event, with each report's word for it: the claims that it stands between."""

    link: Link
    told: tuple[ClaimLink, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """All reasons of one event. `joins` are in the order in which they were made, `near` by score."""

    event: str
    joins: tuple[Pairing, ...]
    near: tuple[Near, ...]
    rulings: tuple[Ruling, ...]
    disputes: tuple[Opposed, ...]
    answers: tuple[Answer, ...]
