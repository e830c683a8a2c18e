"""What does one report say of one happening? The unit that is compared: claims that share a report and a happening."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fogline.merge.order import NEVER_DATED, told_at
from fogline.merge.summary import asserting, common_days, common_place, common_type, day_guessed
from fogline.model import TYPE_GROUPS, Claim, Days, Figure, Place, Report


@dataclass(frozen=True, slots=True)
class Unit:
    """One report's telling of one happening; `id` is the smallest of its claims' ids.

    `open` is true where no words give the type ("the attack"). `ahead` is true of what is threatened or planned;
    `published` is the report's day of publication as an interval, where it has one, and `guessed` marks a day that no
    words of the report give.
    """

    id: str
    report: str
    origin: str
    claims: tuple[Claim, ...]
    group: str
    type: str
    open: bool
    ahead: bool
    days: Days | None
    guessed: bool
    published: Days | None
    place: Place | None
    actor: frozenset[str]
    target: frozenset[str]
    against: frozenset[str]
    weapon: frozenset[str]
    figures: Mapping[str, frozenset[Figure]]
    voices: frozenset[str]
    sentences: frozenset[str]

    @property
    def telling(self) -> tuple[str, str]:
        """What verdicts know it by: its report's id and the happening's name within that."""
        return self.report, self.claims[0].happening


def units(
    claims: Iterable[Claim], reports: Mapping[str, Report] | None = None, origins: Mapping[str, str] | None = None
) -> list[Unit]:
    """The units of these claims, by id; what no report is given for has no day of publication and is its own origin."""
    together: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        together[claim.report, claim.happening].append(claim)
    found = (
        unit(sorted(told, key=lambda claim: claim.id), (reports or {}).get(report), (origins or {}).get(report, report))
        for (report, _), told in together.items()
    )
    return sorted(found, key=lambda one: one.id)


def unit(claims: Sequence[Claim], report: Report | None, origin: str) -> Unit:
    """The unit of claims of one report and happening, sorted by id; at least one claim."""
    says = asserting(claims)
    kind = common_type(says)
    dated = [claim for claim in claims if claim.date is not None]
    moment = told_at(report)
    return Unit(
        id=claims[0].id,
        report=claims[0].report,
        origin=origin,
        claims=tuple(claims),
        group=TYPE_GROUPS.get(kind, "other"),
        type=kind,
        open=all(claim.type_open for claim in says),
        ahead=sum(claim.status != "occurred" for claim in says) * 2 > len(says),
        days=common_days(says) or common_days(claims),
        guessed=day_guessed(dated),
        published=None if moment == NEVER_DATED or report is None else _day(report),
        place=common_place(says) or common_place(claims),
        actor=_union(says, "actor") or _union(claims, "actor"),
        target=_union(says, "target") or _union(claims, "target"),
        against=_union(claims, "against"),
        weapon=_union(claims, "weapon"),
        figures=_figures(claims),
        voices=frozenset(claim.by.casefold() for claim in claims if claim.by),
        sentences=frozenset(" ".join(claim.sentence.casefold().split()) for claim in claims if claim.sentence),
    )


def _day(report: Report) -> Days | None:
    day = report.published_day
    return Days.on(day) if day else None


def _union(claims: Iterable[Claim], field: str) -> frozenset[str]:
    return frozenset(value for claim in claims for value in getattr(claim, field))


def _figures(claims: Iterable[Claim]) -> dict[str, frozenset[Figure]]:
    values: defaultdict[str, set[Figure]] = defaultdict(set)
    for claim in claims:
        for name, figure in claim.figures.items():
            values[name].add(figure)
    return {name: frozenset(values[name]) for name in sorted(values)}
