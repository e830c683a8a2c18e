"""What names a claim: a hash of what it says, so that the same words always give the same id."""

import hashlib
from dataclasses import replace

from fogline.model import Claim


def with_id(claim: Claim) -> Claim:
    """The claim with the id that its values and spans give it."""
    return replace(claim, id=claim_id(claim))


def claim_id(claim: Claim) -> str:
    """A hash of report, voice, stance, type, values and spans (12 hex digits): the same words give the same id."""
    parts = (
        claim.report,
        claim.happening,
        claim.by,
        claim.side,
        claim.stance,
        claim.type,
        claim.status,
        claim.date.iso() if claim.date else None,
        claim.sentence_start,
        sorted(claim.spans.items()),
        sorted((k, f.low, f.high) for k, f in claim.figures.items()),
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:12]
