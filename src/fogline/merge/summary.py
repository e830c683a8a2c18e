"""What do the claims of one happening add up to?

Every value of an event is one that a claim holds: chosen by how many reports and claims agree with it, never computed.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from fogline.merge.corroboration import corroboration
from fogline.merge.disputes import disputed, weapons_told
from fogline.merge.figures import figure_ranges
from fogline.merge.guessed import day_told, place_told
from fogline.merge.kinds import MORE_EXACT, without_general
from fogline.merge.order import in_time
from fogline.merge.positions import disputes_of
from fogline.merge.wholes import without_parts
from fogline.model import EVENT_TYPES, STATUSES, Claim, Days, Event, Place, Report

# Types that two sides do to each other.
FOUGHT = frozenset({"ground_battle", "territory_change"})
PRECISIONS = ("settlement", "region", "country")


def summarise(claims: Iterable[Claim], reports: Mapping[str, Report], origins: Mapping[str, str]) -> Event:
    """The event that these claims are about; its id is the same for the same claims."""
    told = in_time(list(claims), reports)
    says = asserting(told)
    backing = corroboration(told, reports, origins)
    event_type = common_type(says)
    fields = disputed(told, reports, origins, event_type)
    actor, target = parties(says, "actor"), struck(says, event_type)
    if "actor" not in fields:
        actor, target = apart(actor, target)
    return Event(
        id=event_id(claim.id for claim in told),
        type=event_type,
        status=_most_told([(claim, claim.status) for claim in says], STATUSES),
        date=common_days(day_told(says)) or _earliest_days(says) or _earliest_days(told),
        place=common_place(place_told(says)) or common_place(says) or common_place(told),
        actor=actor,
        target=target,
        against=words(says, "against", "against" in fields),
        weapon=words(_with_arms(says), "weapon", "weapon" in fields, event_type),
        effects=words(says, "effects", True),
        figures=figure_ranges(without_parts(told), reports, origins),
        disputed=tuple(sorted(fields)),
        disputes=disputes_of(fields, told, reports, origins, event_type),
        origins=backing.origins,
        sides=backing.sides,
        corroboration=backing.level,
        claims=tuple(told),
    )


def event_id(claim_ids: Iterable[str]) -> str:
    """The id of the event of these claims: a hash of their sorted ids (16 hex digits)."""
    return hashlib.sha256("\x1f".join(sorted(claim_ids)).encode()).hexdigest()[:16]


def asserting(claims: Sequence[Claim]) -> list[Claim]:
    """The claims that say it happened; all of them where none does, since a lone denial is still of something."""
    return [claim for claim in claims if claim.stance == "asserts"] or list(claims)


def common_type(claims: Sequence[Claim]) -> str:
    """The type that most reports, then claims, give in words; `other` only where nobody gives a better one."""
    exact = [claim for claim in claims if claim.type != "other"] or claims
    exact = [claim for claim in exact if not claim.type_open] or exact
    return _most_told([(claim, claim.type) for claim in exact], EVENT_TYPES)


def common_days(claims: Iterable[Claim]) -> Days | None:
    """The narrowest interval that most reports, then claims, leave room for: a day outdoes the month around it."""
    dated = [(claim, claim.date) for claim in claims if claim.date is not None]
    if not dated:
        return None

    def weight(days: Days) -> tuple[int, int, int, int, Days]:
        room = [claim for claim, told in dated if told.first <= days.first and days.last <= told.last]
        exact = sum(told == days for _, told in dated)
        return (-len({claim.report for claim in room}), -len(room), days.length, -exact, days)

    return min({told for _, told in dated}, key=weight)


def _earliest_days(claims: Iterable[Claim]) -> Days | None:
    """The first of days that no words give: what a report of the 12th tells as done was done by then."""
    return min(
        (claim.date for claim in claims if claim.date is not None), key=lambda d: (d.last, d.first), default=None
    )


def common_place(claims: Iterable[Claim]) -> Place | None:
    """The most exact kind of place told; of those, the one in most reports, then claims."""
    told: defaultdict[tuple[str, str, str, int, float, float], list[tuple[Claim, Place]]] = defaultdict(list)
    for claim in claims:
        if claim.place is not None:
            told[_place_key(claim.place)].append((claim, claim.place))
    if not told:
        return None

    def weight(key: tuple[str, str, str, int, float, float]) -> tuple[int, int, int, tuple[object, ...]]:
        holders = told[key]
        exactness = PRECISIONS.index(holders[0][1].precision)
        return (exactness, -len({claim.report for claim, _ in holders}), -len(holders), key)

    return told[min(told, key=weight)][0][1]


def parties(claims: Iterable[Claim], field: str) -> tuple[str, ...]:
    """Every party that a claim names as actor or target, by name: where that is disputed, both sides' word."""
    return tuple(sorted({party for claim in claims for party in getattr(claim, field)}))


def struck(claims: Sequence[Claim], event_type: str) -> tuple[str, ...]:
    """The parties at the receiving end, as the claims have it.

    Of a blow that each side lays at the other's door nobody is the foe: it fell on whom words name, or who holds the
    place.
    """
    fought = event_type in FOUGHT
    accused = {party for claim in claims for party in claim.actor}
    return tuple(
        sorted(
            {
                party
                for claim in claims
                for party in claim.target
                if fought or party not in accused or not _is_the_foe(claim, party)
            }
        )
    )


def _is_the_foe(claim: Claim, party: str) -> bool:
    """Whether neither what a claim's sentence tells nor its place speaks of a party: it is the foe of who did it.

    That the party's spokesman tells it says nothing of whom it fell on.
    """
    span = claim.spans.get("target" if party == claim.target[0] else f"target:{party}")
    if span is None or span == claim.spans.get("where"):
        return False
    said = claim.spans.get("said", (0, 0))
    if said[0] <= span[0] and span[1] <= said[1]:
        return True
    return not claim.sentence_start <= span[0] < claim.sentence_start + len(claim.sentence)


def apart(actor: tuple[str, ...], target: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The two lists without what stands in both, where nobody disputes who did it: no party attacks itself.

    It stays the target where another actor is named, else the actor. Two that fight each other stay in both.
    """
    if actor == target and len(actor) > 1:
        return actor, target
    others = tuple(party for party in actor if party not in target)
    return (others, target) if others else (actor, tuple(party for party in target if party not in actor))


def _with_arms(says: Sequence[Claim]) -> Sequence[Claim]:
    """The claims that name a weapon, or all where none does but by calling it a strike."""
    return [claim for claim in says if weapons_told(claim)] or says


def words(claims: Iterable[Claim], field: str, every: bool, kind: str | None = None) -> tuple[str, ...]:
    """The words of a field that claims hold, in alphabetical order, less the merely general ones.

    Unless `every` is asked for, as it is where the sides contradict each other, a word of one claim alone gives way
    where claims agree on another: the claim keeps it. One that only says more exactly what they agree on stays.
    """
    holders = Counter(word for claim in claims for word in dict.fromkeys(getattr(claim, field)))
    agreed = [word for word, count in holders.items() if count > 1]
    agreed += [word for general in agreed for word in sorted(MORE_EXACT.get(general, ())) if holders[word] == 1]
    return tuple(sorted(without_general(frozenset(holders if every or not agreed else agreed), kind)))


def _most_told(told: Sequence[tuple[Claim, str]], vocabulary: Sequence[str]) -> str:
    """The value in most reports, then claims, then first in the vocabulary."""
    holders: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim, value in told:
        holders[value].append(claim)
    return min(
        holders,
        key=lambda v: (-len({claim.report for claim in holders[v]}), -len(holders[v]), _rank(vocabulary, v), v),
    )


def _rank(vocabulary: Sequence[str], word: str) -> int:
    return vocabulary.index(word) if word in vocabulary else len(vocabulary)


def _place_key(place: Place) -> tuple[str, str, str, int, float, float]:
    return (
        place.name,
        place.country or "",
        place.precision,
        place.geonameid or 0,
        place.lat,
        place.lon,
    )
