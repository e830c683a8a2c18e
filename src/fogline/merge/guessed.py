"""Whose day or place do no words of a telling give? A report's other sentences lent it, or the day of publication."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from fogline.model import Claim


def day_told(claims: Iterable[Claim]) -> list[Claim]:
    """The claims of tellings that give a day in words, not just that of their publication."""
    dated = (claim for claim in claims if claim.date is not None)
    return [claim for telling in _tellings(dated) if not day_guessed(telling) for claim in telling]


def place_told(claims: Iterable[Claim]) -> list[Claim]:
    """The claims of tellings that name their place."""
    return [claim for telling in _tellings(claims) if not place_guessed(telling) for claim in telling]


def day_guessed(claims: Iterable[Claim]) -> bool:
    """Whether no words of one report's telling give the day: none are pointed at, or just those that tell the deed."""
    pointing = [claim for claim in claims if claim.spans]
    deeds = {claim.spans.get("what") for claim in pointing}
    return bool(pointing) and {claim.spans.get("when") for claim in pointing} <= deeds | {None}


def place_guessed(claims: Sequence[Claim]) -> bool:
    """Whether the place of one report's telling is named in none of the sentences that tell it, but elsewhere."""
    names = [claim.spans["where"][0] for claim in claims if "where" in claim.spans]
    sentences = [(claim.sentence_start, claim.sentence_start + len(claim.sentence)) for claim in claims]
    return bool(names) and not any(start <= name < end for name in names for start, end in sentences)


def _tellings(claims: Iterable[Claim]) -> list[list[Claim]]:
    """The claims by report and happening."""
    tellings: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        tellings[claim.report, claim.happening].append(claim)
    return list(tellings.values())
