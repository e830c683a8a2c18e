"""Who did what a report calls answered? Those whom the answer is aimed at, where no words say so."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from fogline.lexicon.conflicts import foes_of
from fogline.model import TYPE_GROUPS, Claim, ClaimLink
from fogline.read.claim_id import with_id

# Deeds of war; a killing that a raid is the answer to may have been anybody's.
DONE = frozenset({"remote", "ground"})


def with_doers(claims: Sequence[Claim], links: Sequence[ClaimLink]) -> tuple[list[Claim], list[ClaimLink]]:
    """The claims and links, with the one party that an answer falls on as the doer of the deed that it answers.

    A deed that any words give a doer keeps it, and so does one of which a speaker is on the side of that party.
    """
    at = {claim.id: claim for claim in claims}
    doers: dict[str, tuple[str, tuple[int, int]]] = {}
    for link in links:
        later, earlier = at.get(link.later), at.get(link.earlier)
        if later is None or earlier is None or link.named is not None:
            continue
        doer = _struck(later)
        if doer is not None and TYPE_GROUPS.get(earlier.type) in DONE:
            doers.setdefault(earlier.happening, doer)
    told = {claim.happening for claim in claims if claim.actor}
    new = {claim.id: _done_by(claim, doers) for claim in claims if claim.happening in doers.keys() - told}
    if not new:
        return list(claims), list(links)
    return [new.get(claim.id, claim) for claim in claims], [_relinked(link, new) for link in links]


def _struck(answer: Claim) -> tuple[str, tuple[int, int]] | None:
    """The one party that an answer falls on, with the words behind it; it is at war with those who answer."""
    span = answer.spans.get("target")
    if len(answer.target) != 1 or span is None or answer.date is None:
        return None
    foes = {foe for actor in answer.actor for foe in foes_of(actor, answer.date.first)}
    return (answer.target[0], span) if answer.target[0] in foes else None


def _done_by(claim: Claim, doers: Mapping[str, tuple[str, tuple[int, int]]]) -> Claim:
    doer, span = doers[claim.happening]
    if claim.stance != "asserts" or doer in claim.target:
        return claim
    return with_id(replace(claim, actor=(doer,), spans={**claim.spans, "actor": span}))


def _relinked(link: ClaimLink, new: Mapping[str, Claim]) -> ClaimLink:
    later, earlier = (new[id].id if id in new else id for id in (link.later, link.earlier))
    return replace(link, later=later, earlier=earlier)
