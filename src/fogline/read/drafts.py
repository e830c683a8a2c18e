"""Whose word stands? The contributions to a happening by voice, and of the voices those that make a claim."""

from collections.abc import Sequence
from dataclasses import dataclass

from fogline.model import PlaceMention
from fogline.read.contribution import Contribution
from fogline.read.facts import Facts, add, facts_of, figures_fit, fill
from fogline.read.happenings import HEADINGS, Happening
from fogline.read.nearby import contains, is_town
from fogline.read.own_eyes import is_evidence


@dataclass(slots=True)
class Draft:
    """A claim in the making: the contributions of one voice to one happening."""

    happening: int
    contributions: list[Contribution]
    facts: Facts


def drafts_of(contributions: Sequence[Contribution], happenings: Sequence[Happening]) -> dict[int, list[Draft]]:
    """By happening, the drafts that claim something."""
    drafts = _by_voice(contributions)
    return {number: told for number, own in drafts.items() if (told := _but_denied(happenings[number], own))}


def _but_denied(happening: Happening, drafts: list[Draft]) -> list[Draft]:
    """The drafts on a happening; of one that is told only to say that it was not, those of sides that disown it."""
    told = (c for d in drafts for c in d.contributions if c.voice.stance == "asserts")
    if not happening.tellings[0].denied or any(c.telling and not c.telling.denied for c in told):
        return drafts
    return [d for d in drafts if d.contributions[0].voice.stance == "denies" and d.contributions[0].voice.side]


def _by_voice(contributions: Sequence[Contribution]) -> dict[int, list[Draft]]:
    """By happening, a draft for each voice and stance; one more where a voice contradicts its own figure."""
    drafts: dict[tuple[int, str | None, str | None, str], list[Draft]] = {}
    for contribution in contributions:
        facts = facts_of(contribution)
        voice = contribution.voice
        same = drafts.setdefault((contribution.happening, voice.by, voice.side, voice.stance), [])
        home = next((draft for draft in same if figures_fit(draft.facts, facts)), None)
        if home is None:
            same.append(Draft(contribution.happening, [contribution], facts))
        else:
            home.contributions.append(contribution)
            add(home.facts, facts)
    _to_denials(drafts)
    found: dict[int, list[Draft]] = {}
    for (number, *_), same in drafts.items():
        found.setdefault(number, []).extend(same)
    return found


def _to_denials(drafts: dict[tuple[int, str | None, str | None, str], list[Draft]]) -> None:
    """Give what a side only counts as none ("no civilians were killed") to its denial of the deed."""
    for (number, by, side, stance), same in drafts.items():
        denial = drafts.get((number, by, side, "denies"), []) if stance == "asserts" and side else []
        for draft in [d for d in same if denial and _counts_none(d)]:
            add(denial[0].facts, draft.facts)
            same.remove(draft)


def _counts_none(draft: Draft) -> bool:
    """Whether a voice says nothing but that nobody was hurt."""
    facts = draft.facts
    told = facts.actor or facts.target or facts.weapon or facts.effects or any(c.telling for c in draft.contributions)
    return not told and bool(facts.figures) and all(value.high == 0 for value, _ in facts.figures.values())


def that_stand(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts to keep: the outlet's own word stands alone only where it adds a figure or nobody else vouches.

    What the outlet tells in its own voice without a figure goes to the voices that it reports, where they leave a gap.
    """
    others = [d for d in drafts if d.contributions[0].voice.by or d.contributions[0].voice.side]
    spoke = {_who(d) for d in others if d.contributions[0].voice.stance != "no_comment"}
    silent = [d for d in others if d.contributions[0].voice.stance == "no_comment" and _who(d) in spoke]
    drafts, others = [d for d in drafts if d not in silent], [d for d in others if d not in silent]
    telling = [d for d in others if any(c.telling or c.figures for c in d.contributions)]
    vouching = [d for d in telling if d.contributions[0].voice.stance == "asserts"]
    outlet = [d for d in drafts if d not in others]
    if not vouching:
        return list(drafts)
    others = [d for d in others if not _sums_up(d, vouching)]
    for draft in outlet:
        _spare(draft, vouching)
        for voice in vouching:
            fill(voice.facts, draft.facts)
    return [d for d in drafts if d in others or d.facts.figures or (d in outlet and is_evidence(d.contributions))]


def _who(draft: Draft) -> tuple[str, str | None]:
    """Who speaks, however written: "officials said … Officials have not commented on the number"."""
    voice = draft.contributions[0].voice
    return (voice.by or "").casefold(), voice.side


def _sums_up(draft: Draft, vouching: Sequence[Draft]) -> bool:
    """Whether a speaker without a side is heard in headings alone, which sum up what somebody says below them."""
    heard = all(c.sentence.part in HEADINGS for c in draft.contributions)
    below = any(c.sentence.part not in HEADINGS for d in vouching for c in d.contributions)
    return heard and below and draft.contributions[0].voice.side is None


def _spare(outlet: Draft, vouching: Sequence[Draft]) -> None:
    """Take from the outlet what a speaker counts as it does, and what only its headings count: they sum him up."""
    for name, (value, span) in list(outlet.facts.figures.items()):
        heading = any(
            c.sentence.part in HEADINGS and c.sentence.start <= span[0] < c.sentence.end for c in outlet.contributions
        )
        below = [c for c in outlet.contributions if c.sentence.part not in HEADINGS]
        heading = heading and not any(f.figure == name and f.value == value for c in below for f in c.figures)
        counted = [draft.facts.figures[name][0] for draft in vouching if name in draft.facts.figures]
        if value in counted or (heading and counted):
            del outlet.facts.figures[name]


def places_told(draft: Draft) -> list[PlaceMention]:
    """The places that a voice itself tells a happening with, headings left out, in the order of the text."""
    below = [c.telling for c in draft.contributions if c.telling and c.telling.sentence.part not in HEADINGS]
    return [p for telling in below for p in telling.places if p.place]


def own_place_of(told: Sequence[PlaceMention], left: PlaceMention | None) -> PlaceMention | None:
    """Where a voice has it: the first place that it names, or the town in it that it names later on.

    `left` is a place that only the outlet names, which leaves no claim, and so tells for all where in that land it was.
    """
    first = next(iter(told), None)
    if first is None or is_town(first):
        return first
    later = (p for p in (*told, left) if p is not None and is_town(p) and contains(first.place, p.place))
    return next(later, first)
