"""Who stands for what in a dispute, since when, and has a side come over to the others?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fogline.merge.figure_disputes import unlike
from fogline.merge.figures import without_copies
from fogline.merge.order import told_at
from fogline.model import FIGURES, Claim, Dispute, Figure, Position, Report


@dataclass(frozen=True, slots=True)
class _Word:
    """What one claim says on a field."""

    claim: Claim
    stance: str
    values: tuple[str, ...]
    count: Figure | None

    @property
    def voice(self) -> str:
        """The side, or the voice without one; the outlet's own word is that of its report."""
        return self.claim.side or self.claim.by or self.claim.report

    def contradicts(self, other: "_Word") -> bool:
        """Whether the two cannot both be right."""
        if self.stance != other.stance:
            return True
        if self.count and other.count:
            return unlike(self.count, other.count)
        return bool(self.values and other.values) and not set(self.values) & set(other.values)


def disputes_of(
    fields: Iterable[str], told: Sequence[Claim], reports: Mapping[str, Report], origins: Mapping[str, str]
) -> tuple[Dispute, ...]:
    """The disputes over these fields, in their order; `told` in order of time."""
    return tuple(_dispute(field, told, reports, origins) for field in fields)


def _dispute(field: str, told: Sequence[Claim], reports: Mapping[str, Report], origins: Mapping[str, str]) -> Dispute:
    words = _words(field, told, origins)
    held = {word.claim.report for word in words}
    second = _second(words)
    settled = _settled(words, reports)
    return Dispute(
        field=field,
        positions=_positions(words),
        since=_published(second, reports) if second else None,
        settled=_published(settled, reports) if settled else None,
        conceded=settled.voice if settled else None,
        within=next(iter(held)) if len(held) == 1 else None,
    )


def _words(field: str, told: Sequence[Claim], origins: Mapping[str, str]) -> list[_Word]:
    """What each claim says on a field, in order of time; silence and claims that leave it open say nothing."""
    if field in FIGURES:
        giving = [claim for claim in told if field in claim.figures]
        return [_Word(c, "asserts", (), c.figures[field]) for c in without_copies(giving, field, origins)]
    words = []
    denied = any(claim.stance == "denies" for claim in told)  # then every word that it happened is one against that
    for claim in told:
        values = _values(field, claim)
        if claim.stance == "denies":
            words.append(_Word(claim, "denies", (), None))
        elif claim.stance == "asserts" and (values or denied or field == "occurred"):
            words.append(_Word(claim, "asserts", values, None))
    return words


def _values(field: str, claim: Claim) -> tuple[str, ...]:
    if field == "place":
        return (claim.place.name,) if claim.place else ()
    if field == "date":
        return tuple(claim.date.iso()) if claim.date else ()
    return () if field == "occurred" else tuple(getattr(claim, field))


def _positions(words: Sequence[_Word]) -> tuple[Position, ...]:
    """One for each side or voice and what it says, in order of time."""
    grouped: defaultdict[tuple[str, str, tuple[str, ...], Figure | None], list[Claim]] = defaultdict(list)
    for word in words:
        grouped[word.voice, word.stance, word.values, word.count].append(word.claim)
    return tuple(
        Position(
            claims[0].side,
            None if claims[0].side and len({claim.by for claim in claims}) > 1 else claims[0].by,
            stance,
            values,
            count,
            tuple(claim.id for claim in claims),
        )
        for (_, stance, values, count), claims in grouped.items()
    )


def _second(words: Sequence[_Word]) -> _Word | None:
    """The first word that another voice's contradicts, or else its own voice's."""
    seen: list[_Word] = []
    own: _Word | None = None
    for word in words:
        against = [other for other in seen if word.contradicts(other)]
        if any(other.voice != word.voice for other in against):
            return word
        if own is None and against:
            own = word
        if all((word.voice, word.stance, word.values, word.count) != _key(other) for other in seen):
            seen.append(word)  # what is said again can contradict nothing more
    return own


def _key(word: _Word) -> tuple[str, str, tuple[str, ...], Figure | None]:
    return (word.voice, word.stance, word.values, word.count)


def _settled(words: Sequence[_Word], reports: Mapping[str, Report]) -> _Word | None:
    """The word of the side that came over, in a later report than its other one, where all sides now agree."""
    latest: dict[str, _Word] = {}
    before: dict[str, list[_Word]] = defaultdict(list)
    for word in words:
        if word.claim.side:
            before[word.voice].append(word)
            latest[word.voice] = word
    last = list(latest.values())
    if len(last) < 2 or any(one.contradicts(other) for at, one in enumerate(last) for other in last[:at]):
        return None
    moved = [
        word
        for word in last
        if any(old.contradicts(word) and _earlier(old, word, reports) for old in before[word.voice])
        and not any(_same_time(old, word, reports) and old.contradicts(word) for old in before[word.voice])
    ]
    return moved[-1] if moved else None


def _earlier(old: _Word, word: _Word, reports: Mapping[str, Report]) -> bool:
    return told_at(reports.get(old.claim.report)) < told_at(reports.get(word.claim.report))


def _same_time(old: _Word, word: _Word, reports: Mapping[str, Report]) -> bool:
    return told_at(reports.get(old.claim.report)) == told_at(reports.get(word.claim.report))


def _published(word: _Word, reports: Mapping[str, Report]) -> str | None:
    report = reports.get(word.claim.report)
    return report.published if report else None
