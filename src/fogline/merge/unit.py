"""What does one report say of one happening? The unit that is compared: claims that share a report and a happening."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from fogline.merge.guessed import day_guessed, place_guessed
from fogline.merge.order import NEVER_DATED, told_at
from fogline.merge.summary import asserting, common_days, common_place, common_type
from fogline.merge.wording import Words, day_words, wording
from fogline.model import TYPE_GROUPS, Claim, Days, Figure, Place, Report

# A sentence of fewer words, without a name or a number behind its first letter, tells nothing of its own: a judgement.
DESCRIBING_WORDS = 9
HALF = "when:"  # before the half of the day, in the keys of a claim's spans
SETS_KEPT = 1 << 14


@dataclass(frozen=True, slots=True)
class Unit:
    """One report's telling of one happening; `id` is the smallest of its claims' ids.

    `open` is true where no words give the type ("the attack"). `ahead` is true of what is threatened or planned;
    `published` is the report's day of publication as an interval, where it has one, `guessed` marks a day that no words
    of the report give, `place_guessed` a place that it names only in sentences that tell something else, and `halves`
    are those of the day that its words name (`am`, `pm`). `names` and `words` are those that few other tellings share,
    `day_words` those that date it (`wording`). `source` is whose report it is, empty where no report is given.
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
    halves: frozenset[str]
    guessed: bool
    published: Days | None
    place: Place | None
    place_guessed: bool
    actor: frozenset[str]
    target: frozenset[str]
    against: frozenset[str]
    weapon: frozenset[str]
    figures: Mapping[str, frozenset[Figure]]
    voices: frozenset[str]
    sentences: frozenset[str]
    names: Words = ()
    words: Words = ()
    day_words: Words = ()
    source: str = ""

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
    names, words = wording(claims)
    source = report.source.casefold() if report and report.source else ""
    told_by = (claim.by.casefold() for claim in claims if claim.by)
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
        halves=_halves(says),
        guessed=day_guessed(dated),
        published=None if moment == NEVER_DATED or report is None else _day(report),
        place=common_place(says) or common_place(claims),
        place_guessed=place_guessed(claims),
        actor=_union(says, "actor") or _union(claims, "actor"),
        target=_union(says, "target") or _union(claims, "target"),
        against=_union(claims, "against"),
        weapon=_union(claims, "weapon"),
        figures=_figures(claims),
        voices=_set(tuple(dict.fromkeys(name for name in told_by if name != source))),
        sentences=frozenset(folded(claim.sentence) for claim in claims if _telling(claim.sentence)),
        names=names,
        words=words,
        day_words=day_words(claims),
        source=source,
    )


def _halves(claims: Sequence[Claim]) -> frozenset[str]:
    return _set(tuple(dict.fromkeys(k.removeprefix(HALF) for c in claims for k in c.spans if k.startswith(HALF))))


def _day(report: Report) -> Days | None:
    day = report.published_day
    return Days.on(day) if day else None


def _telling(sentence: str) -> bool:
    """Whether a sentence names, counts or describes: "Windows were broken nearby" is printed of many happenings."""
    cased = sentence.upper() != sentence.lower()
    marked = any(letter.isdigit() or letter.isupper() for letter in sentence[1:])
    return bool(sentence) and (marked or not cased or len(sentence.split()) >= DESCRIBING_WORDS)


def folded(sentence: str) -> str:
    """A sentence without its capitals and line ends, by which it is known in another report."""
    return " ".join(sentence.casefold().split())


def _union(claims: Sequence[Claim], field: str) -> frozenset[str]:
    if len(claims) == 1:
        return _set(getattr(claims[0], field))
    return _set(tuple(dict.fromkeys(value for claim in claims for value in getattr(claim, field))))


def _figures(claims: Iterable[Claim]) -> dict[str, frozenset[Figure]]:
    values: defaultdict[str, dict[Figure, None]] = defaultdict(dict)
    for claim in claims:
        for name, figure in claim.figures.items():
            values[name][figure] = None
    return {name: _figure_set(tuple(values[name])) for name in sorted(values)}


# The same few words and counts come up again and again: kept once, a million claims take half the memory.
@lru_cache(maxsize=SETS_KEPT)
def _set(values: tuple[str, ...]) -> frozenset[str]:
    return frozenset(values)


@lru_cache(maxsize=SETS_KEPT)
def _figure_set(values: tuple[Figure, ...]) -> frozenset[Figure]:
    return frozenset(values)
