"""A claim: one voice's word, in one report, on one happening."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from fogline.model.days import Days
from fogline.model.figure import Figure
from fogline.model.place import Place

NOTHING: Mapping[str, tuple[int, int]] = MappingProxyType({})
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Claim:
    """What one voice says in one report of one happening.

    `happening` names the happening within the report ("0", "1", …): claims of a report that share it
    speak of the same thing. `spans` map a question to [start, end) in the report's full text: `what`, `where`,
    `when`, `said`, `actor`, `target`, `weapon`, `against`, `effects` and the figures' names; where a list has several
    values, the first has the plain key and each further one `role:value`. `sentence` is the text of the sentence that
    tells it, `sentence_start` its offset. `type_open` is true where the words leave the type open ("the attack"), so
    that it is only the likeliest.
    """

    id: str
    report: str
    happening: str
    by: str | None
    side: str | None
    stance: str
    type: str
    status: str
    date: Days | None
    place: Place | None
    actor: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    weapon: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    figures: Mapping[str, Figure] = field(default_factory=dict)
    spans: Mapping[str, Span] = field(default_factory=lambda: NOTHING)
    sentence: str = ""
    sentence_start: int = 0
    confidence: float = 1.0
    type_open: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A deed that a report only names: where or when it was ("the reply to Bannu", "after Friday's attack").

    `places` are those of the gazetteer, `names` the words with a capital: a village that no gazetteer lists may be one.
    """

    places: tuple[Place, ...] = ()
    names: tuple[str, ...] = ()
    days: Days | None = None


@dataclass(frozen=True, slots=True)
class ClaimLink:
    """A report's word that the happening of one claim answers that of another.

    `later` and `earlier` are claim ids of the same report, `span` the words that say so. Where the report tells nothing
    of what was answered, `earlier` is `later` itself and `named` says what the words name.
    """

    later: str
    earlier: str
    kind: str
    report: str
    span: Span
    named: Named | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one report."""

    report: str
    claims: tuple[Claim, ...] = ()
    links: tuple[ClaimLink, ...] = ()
    warnings: tuple[str, ...] = ()
