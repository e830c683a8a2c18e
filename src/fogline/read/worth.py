"""Is a happening that the rules found likely an event of its own, or a part or a shadow of another?

A logistic regression over what was read of it, trained on the corpus (`bench/models.py --train`); its card is in
docs/models.md.
"""

import math
from collections.abc import Sequence

from fogline.lexicon.events import ATTACK
from fogline.lexicon.worth import worth_weights
from fogline.model import TYPE_GROUPS, Claim
from fogline.read.happenings import HEADINGS, Happening, is_long
from fogline.read.nearby import is_town, same_place
from fogline.read.telling import Telling
from fogline.read.text import ParsedText
from fogline.read.what import VIOLENT

AT_LENGTH = 3  # sentences below its heading by which a story is about a happening


def unlikely(parsed: ParsedText, happenings: Sequence[Happening], claims: Sequence[Claim]) -> frozenset[int]:
    """The numbers of the happenings with claims that are likely no events.

    None in a short report, nor the items of a list; never all of a report: the likeliest stays.
    """
    weights = worth_weights()
    numbers = sorted({int(claim.happening) for claim in claims})
    if len(parsed.sentences) < weights.sentences or len(numbers) < 2:
        return frozenset()
    opening = _told_first_alone(parsed, [happenings[number] for number in numbers])
    first = _first_blow([happenings[number] for number in numbers])
    out: dict[int, float] = {}
    for number in numbers:
        if any(telling.item for telling in happenings[number].tellings):  # a list that heads it with a town is sure
            continue
        story = _is_the_story(happenings[number], happenings[number] is opening)
        if story or happenings[number] is first or _killing_told(happenings[number], claims, number):
            continue
        seen = features(parsed, happenings, claims, number)
        score = math.fsum(value * weights.features.get(name, 0.0) for name, value in seen.items())
        if score + weights.constant < weights.least:
            out[number] = score
    if len(out) == len(numbers):
        out.pop(max(numbers, key=lambda n: out[n]))
    return frozenset(out)


def _told_first_alone(parsed: ParsedText, happenings: Sequence[Happening]) -> Happening | None:
    """The happening that the body's first sentence tells, with its place and day, where it tells no other."""
    opening = min((s.index for s in parsed.sentences if s.part == "body"), default=0)
    told = [h for h in happenings if opening in h.sentences]
    dated = [t for h in told for t in h.tellings if t.sentence.index == opening and t.places and t.date]
    return told[0] if len(told) == 1 and dated else None


def _is_the_story(happening: Happening, opens: bool) -> bool:
    """Whether a heading tells it and the body opens with it or goes on about it: what a report is about stays."""
    body = _in_body(happening)
    return len(body) < len(happening.tellings) and (opens or len(body) >= AT_LENGTH)


def _first_blow(happenings: Sequence[Happening]) -> Happening | None:
    """The violence that the body tells first, where it is told with its town and its day: what the news begins with."""
    body = [(min(t.span for t in own), h) for h in happenings if (own := _in_body(h))]
    first = min(body, key=lambda pair: pair[0], default=(None, None))[1]
    placed = first is not None and first.group in VIOLENT | {ATTACK} and first.date is not None
    return first if first is not None and placed and any(is_town(p) for p in first.places) else None


def _in_body(happening: Happening) -> list[Telling]:
    return [t for t in happening.tellings if t.sentence.part not in HEADINGS]


def _killing_told(happening: Happening, claims: Sequence[Claim], number: int) -> bool:
    """Whether somebody counts the dead of a killing, or the report says who did it where: that is not left out."""
    mine = [c for c in claims if int(c.happening) == number and c.type == "violence_against_civilians"]
    own_place = any(t.places for t in happening.tellings)
    told = [c for c in mine if c.spans.get("said") or own_place]
    return any((toll := c.figures.get("killed")) and toll.high != 0 for c in told)


def features(
    parsed: ParsedText, happenings: Sequence[Happening], claims: Sequence[Claim], number: int
) -> dict[str, float]:
    """What the rules read of one happening, as numbers."""
    happening, mine = happenings[number], [c for c in claims if int(c.happening) == number]
    tellings = happening.tellings
    first = min(tellings, key=lambda t: t.span)
    kinds = {int(c.happening): TYPE_GROUPS[c.type] for c in claims}
    alike = [n for n, group in kinds.items() if n != number and group == kinds[number]]
    there = [n for n in alike if share_place(happening, happenings[n])]
    beside = [n for n in kinds if n != number and happening.sentences & happenings[n].sentences]
    place, when, published = mine[0].place, mine[0].date, parsed.report.published_day
    out: dict[str, float] = {
        "open": mine[0].type_open,
        "ahead": happening.status != "occurred",
        "told": math.log(len(tellings)),
        "told once": len(tellings) == 1,
        "weak": all(t.weak for t in tellings),
        "definite": all(t.definite for t in tellings),
        "habitual": any(t.habitual for t in tellings),
        "denied": any(t.denied for t in tellings),
        "heading": any(t.sentence.part in HEADINGS for t in tellings),
        "depth": first.sentence.index / len(parsed.sentences),
        "length": math.log(len(parsed.sentences)),
        "own place": happening.place is not None,
        "town": any(is_town(p) for p in happening.places),
        "places": len(happening.places),
        "own day": happening.date is not None,
        "long": is_long(happening.date),
        "context day": any(t.context for t in tellings),
        "figures": len({name for c in mine for name in c.figures}),
        "claims": math.log(len(mine)),
        "side": any(c.side for c in mine),
        "denies": any(c.stance != "asserts" for c in mine),
        "confidence": max(c.confidence for c in mine),
        "happenings": math.log(len(kinds)),
        "alike": math.log1p(len(alike)),
        "alike there": bool(there),
        "alike there before": any(n < number for n in there),
        "alike in its sentence": bool(set(alike) & set(beside)),
    }
    for name in ("actor", "target", "against", "weapon", "effects"):
        values = {v for c in mine for v in getattr(c, name)}
        out[f"some {name}"] = bool(values)
        out |= {f"{name}={v}": 1.0 for v in values if name in ("against", "weapon")}
    out |= {f"figure={name}": 1.0 for c in mine for name in c.figures}
    out |= {f"beside={kinds[n]}": 1.0 for n in beside}
    out |= {f"type={mine[0].type}": 1.0, f"group={kinds[number]}": 1.0, f"sort={first.sort}": 1.0}
    out |= {f"part={first.sentence.part}": 1.0, f"place={place.precision if place else None}": 1.0}
    out[f"paragraph={min(first.sentence.paragraph, 6) // 2}"] = 1.0
    if when and published:
        out[f"days ago={min((published - when.last).days, 8)}"] = 1.0
    return {name: float(value) for name, value in out.items()}


def share_place(one: Happening, other: Happening) -> bool:
    """Whether two happenings were told with one place."""
    return any(same_place(p.place, q.place) for p in one.places for q in other.places if p.place and q.place)
