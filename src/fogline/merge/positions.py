"""Who stands for what in a dispute, since when, and has a side come over to the others?"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from fogline.merge.denials import denied_fields
from fogline.merge.disputes import PEOPLE, counts_dead, days_part, kinds_part, places_part, weapons_part, weapons_told
from fogline.merge.figure_disputes import Contradictions
from fogline.merge.figure_words import unlike
from fogline.merge.order import told_at
from fogline.merge.wholes import of_the_same
from fogline.model import FIGURES, Claim, Dispute, Figure, Position, Report

# Fields on which only the words of two sides contradict each other; elsewhere a witness may contradict a side.
OF_SIDES = frozenset({"place", "date", "weapon"})
# Fields that a denial of a deed is a word on.
DENIABLE = frozenset({"occurred", "actor", "against"})


@dataclass(frozen=True, slots=True, eq=False)
class _Word:
    """What one claim says on a field; of a field on which it is `silent` it only says that there was a deed."""

    claim: Claim
    stance: str
    values: tuple[str, ...]
    count: Figure | None
    silent: bool = False
    kind: str = ""  # of the people counted

    @property
    def voice(self) -> str:
        """The side, or the voice without one; the outlet's own word is that of its report."""
        return self.claim.side or self.claim.by or self.claim.report


Apart = Callable[[_Word, _Word], bool]  # whether two words cannot both be right
# Whether any of some words contradicts any of some others; of counts it is asked with the time at which they were told.
Opposed = Callable[[Sequence[_Word], Sequence[_Word]], bool]


def disputes_of(
    fields: Collection[str],
    told: Sequence[Claim],
    reports: Mapping[str, Report],
    origins: Mapping[str, str],
    event_type: str,
) -> tuple[Dispute, ...]:
    """The disputes over these fields, in their order; `told` in order of time."""
    denied = denied_fields(told, event_type)
    return tuple(_dispute(field, told, reports, origins, denied=denied) for field in fields)


def _dispute(
    field: str,
    told: Sequence[Claim],
    reports: Mapping[str, Report],
    origins: Mapping[str, str],
    *,
    denied: Mapping[str, str],
) -> Dispute:
    """`denied` is what each denial is of."""
    if field in FIGURES:
        counts = Contradictions(field, told, reports, origins)
        words, second, apart, opposed = _counted(counts, told)
    else:
        apart = _apart(field)
        every = _words(field, told, denied)
        words = [word for word in every if not word.silent]
        second = _second(words, apart, field in OF_SIDES)
        if second is None:  # who only tells the deed stands against who denies it, or says more of it
            words, second = every, _second(every, apart)

        def opposed(ones: Sequence[_Word], others: Sequence[_Word]) -> bool:
            return any(apart(one, other) for one in ones for other in others)

    settled = _settled(words, second, apart, opposed, reports) if second else None
    held = {word.claim.report for word in words}
    return Dispute(
        field=field,
        positions=_positions(words),
        since=_published(second, reports) if second else None,
        settled=_published(settled, reports) if settled else None,
        conceded=settled.voice if settled else None,
        within=next(iter(held)) if len(held) == 1 else None,
    )


def _counted(counts: Contradictions, told: Sequence[Claim]) -> tuple[list[_Word], _Word | None, Apart, Opposed]:
    """Each count that takes part, the first that contradicts another, and when two and when some contradict others."""
    taking_part, second = counts.in_dispute(), counts.second()
    words = {
        claim.id: _Word(claim, "asserts", (), claim.figures[counts.name], kind=counts.words[claim.id].kind)
        for claim in told
        if claim.id in taking_part
    }

    def opposed(ones: Sequence[_Word], others: Sequence[_Word]) -> bool:
        return counts.clash(*([counts.words[word.claim.id] for word in some] for some in (ones, others)))

    return list(words.values()), words[second] if second else None, _counts_part, opposed


def _words(field: str, told: Sequence[Claim], denied: Mapping[str, str]) -> list[_Word]:
    """What each claim says on a field that is no figure, in order of time; `denied` is what each denial is of.

    A denial of the deed that names nothing of what was hit is no word on that.
    """
    actors = {party for claim in told if claim.stance == "asserts" for party in claim.actor}
    words = []
    for claim in told:
        values = _values(field, claim, actors)
        if claim.stance == "denies" and field in DENIABLE:
            if field != "against" or claim.against or denied.get(claim.id) == field:
                words.append(_Word(claim, "denies", (), None))
        elif claim.stance == "asserts":
            words.append(_Word(claim, "asserts", values, None, silent=not values and field != "occurred"))
    return words


def _values(field: str, claim: Claim, actors: Collection[str]) -> tuple[str, ...]:
    """What a claim says on a field: beside those who did it, who tells what was hit says at whom it was aimed."""
    if field == "occurred":
        return ()
    if field == "place":
        return (claim.place.name,) if claim.place else ()
    if field == "date":
        return tuple(claim.date.iso()) if claim.date else ()
    if field == "weapon":
        return weapons_told(claim)
    told: tuple[str, ...] = getattr(claim, field)
    if told or field not in ("against", "target") or claim.side in actors:
        return told
    return claim.against or (PEOPLE if counts_dead(claim) else ())


def _apart(field: str) -> Apart:
    """When two words on a field that is no figure cannot both be right."""

    def values_part(a: _Word, b: _Word) -> bool:
        if field == "place":
            return places_part(a.claim.place, b.claim.place)
        if field == "date":
            return days_part(a.claim, b.claim)
        if field == "weapon":
            return weapons_part(frozenset(a.values), frozenset(b.values))
        if field == "against":
            return kinds_part(a.values, b.values)
        return bool(a.values and b.values) and not set(a.values) & set(b.values)

    return lambda a, b: a.stance != b.stance or values_part(a, b)


def _counts_part(a: _Word, b: _Word) -> bool:
    """Whether two counts are of the same people, and no number fits both."""
    if a.count is None or b.count is None:
        return False
    return of_the_same(a.count, a.kind, b.count, b.kind) and unlike(a.count, b.count)


def _positions(words: Sequence[_Word]) -> tuple[Position, ...]:
    """One for each side or voice and what it says, in order of time."""
    grouped: defaultdict[tuple[str, str, tuple[str, ...], Figure | None], list[Claim]] = defaultdict(list)
    for word in words:
        grouped[_key(word)].append(word.claim)
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


def _key(word: _Word) -> tuple[str, str, tuple[str, ...], Figure | None]:
    return (word.voice, word.stance, word.values, word.count)


def _second(words: Sequence[_Word], apart: Apart, of_sides: bool = False) -> _Word | None:
    """The first word that another voice's contradicts, of sides where they alone count, or else its own voice's."""
    best: tuple[int, int] | None = None
    for at, word in enumerate(words):
        for other in words[:at]:
            if not apart(other, word):
                continue
            sided = bool(word.claim.side and other.claim.side)
            rank = 2 if other.voice == word.voice else int(of_sides and not sided)
            if best is None or (rank, at) < best:
                best = (rank, at)
        if best is not None and best[0] == 0:
            break
    return words[best[1]] if best else None


def _settled(
    words: Sequence[_Word], second: _Word, apart: Apart, opposed: Opposed, reports: Mapping[str, Report]
) -> _Word | None:
    """The word of the side that came over to what another voice had told, where the sides' last words now agree."""
    spoken = [word for word in words if not word.silent]
    latest = {word.voice: word for word in spoken if word.claim.side}
    standing = latest if len(latest) > 1 else {word.voice: word for word in spoken}
    if any(apart(one, other) for one, other in combinations(standing.values(), 2)):
        return None
    when = {word: told_at(reports.get(word.claim.report)) for word in words}

    def came_over(last: _Word) -> _Word | None:
        own = [word for word in spoken if word.voice == last.voice]
        given_up = [old for old in own if apart(old, last)]
        if not given_up or (until := max(when[old] for old in given_up)) >= when[last]:
            return None
        over = next(word for word in own if when[word] > until)  # later it says it again
        by_then = [one for one in spoken if one.voice != last.voice and when[one] <= when[over]]
        return over if opposed(given_up, by_then) and not all(apart(one, over) for one in by_then) else None

    order = {word: at for at, word in enumerate(words)}
    moved = [word for last in latest.values() if (word := came_over(last)) and when[word] >= when[second]]
    return max(moved, key=lambda word: order[word], default=None)


def _published(word: _Word, reports: Mapping[str, Report]) -> str | None:
    report = reports.get(word.claim.report)
    return report.published if report else None
