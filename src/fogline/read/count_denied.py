"""Which counts are not their speaker's: those that he denies and gives another for, and those that he lowers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from fogline.read.contribution import Contribution
from fogline.read.saying_verbs import corrects

Voiced = tuple[int, str | None, str | None, str]  # a happening, who speaks and for whom, and a figure


def without_denied_counts(contributions: Sequence[Contribution], docs: Mapping[int, Doc]) -> list[Contribution]:
    """The contributions without the denials of those who give another count.

    Who denies one count and gives another denies no deed: "denied that nine had died and put the toll at 14". A lower
    count in a sentence that corrects takes the place of that which the same voice gave before.
    """
    denied = {key for c in contributions if c.voice.stance == "denies" for key in _keys(c)}
    given = {key for c in contributions if c.voice.stance == "asserts" for key in _keys(c)}
    counted = {_place(c) for c in contributions if any(key in denied & given for key in _keys(c))}
    out = [c for c in contributions if not (c.voice.stance == "denies" and _place(c) in counted)]
    return _corrected(out, docs)


def _place(contribution: Contribution) -> tuple[int, int, str | None, str | None]:
    """The sentence of a contribution, its happening and who speaks."""
    return contribution.sentence.index, contribution.happening, contribution.voice.by, contribution.voice.side


def _keys(contribution: Contribution) -> dict[Voiced, int]:
    """The counts of a contribution, each with who gives it of which happening, but counts of none."""
    voice, figures = contribution.voice, contribution.figures
    return {(contribution.happening, voice.by, voice.side, f.figure): f.value.low for f in figures if f.value.low}


def _corrected(contributions: list[Contribution], docs: Mapping[int, Doc]) -> list[Contribution]:
    """The contributions without the higher counts that a voice gave before it corrected them."""
    lowered: dict[Voiced, tuple[int, int]] = {}
    highest: dict[Voiced, int] = {}
    for c in contributions:
        for key, low in _keys(c).items():
            if low < highest.get(key, 0) and any(map(corrects, docs[c.sentence.index])):
                lowered[key] = c.sentence.index, low
            highest[key] = max(low, highest.get(key, 0))
    if not lowered:
        return contributions
    return [_as_corrected(c, lowered) for c in contributions]


def _as_corrected(c: Contribution, lowered: dict[Voiced, tuple[int, int]]) -> Contribution:
    kept = []
    for figure in c.figures:
        at, low = lowered.get((c.happening, c.voice.by, c.voice.side, figure.figure), (-1, 0))
        if not (c.sentence.index < at and figure.value.low > low):
            kept.append(figure)
    return replace(c, figures=tuple(kept)) if len(kept) < len(c.figures) else c
