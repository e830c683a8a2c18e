"""Is who is said to be hit one of those on whom the deed told before fell: "A student was hit in the chest"?"""

from collections.abc import Sequence
from dataclasses import replace

from fogline.lexicon.deeds import deeds
from fogline.lexicon.events import ATTACK
from fogline.read.sources import HEADINGS
from fogline.read.telling import Telling
from fogline.read.text import ParsedText
from fogline.read.what import VIOLENT

DEEDS = VIOLENT | {ATTACK, "unrest", "mutiny"}  # groups of deeds that fall on people
OPEN = frozenset({ATTACK, "remote", "abuse"})  # groups that words for a person's being hit are taken for
NEXT = 2  # sentences on in which the next paragraph still tells of the same deed


def with_those_hit(tellings: Sequence[Telling], parsed: ParsedText) -> list[Telling]:
    """The tellings, those of somebody's being hit in a part of the body made tellings of the deed told right before."""
    out: list[Telling] = []
    for telling in tellings:
        hit = _hits_somebody(telling, parsed)
        deed = next((t for t in reversed(out) if _can_have_hit(t, telling)), None) if hit else None
        out.append(telling if deed is None else _as_told_of(deed, telling))
    return out


def _as_told_of(deed: Telling, telling: Telling) -> Telling:
    return replace(
        telling, group=deed.group, type=deed.type, default=deed.default, definite=True, named=True, weak=True
    )


def _hits_somebody(telling: Telling, parsed: ParsedText) -> bool:
    """Whether words only tell that somebody was hit in a part of the body, with no day, town or doer of their own."""
    if telling.group not in OPEN or telling.date or telling.actors or telling.sentence.part in HEADINGS:
        return False
    if any(p.text[:1].isupper() for p in telling.places):  # "a doctor at the town's hospital said"
        return False
    doc = parsed.docs[telling.sentence.index]
    low, high = (at - telling.sentence.start for at in telling.span)
    verbs = [t for t in doc if low <= t.idx < high and t.tag_ == "VBN"]
    passive = any(c.dep_ == "nsubjpass" for v in verbs for c in v.children)
    where = {c.lemma_.lower() for v in verbs for p in v.children if p.dep_ == "prep" for c in p.children}
    return passive and bool(where & deeds().limbs)


def _can_have_hit(deed: Telling, telling: Telling) -> bool:
    """Whether a deed of force or a protest is told right before."""
    apart = telling.sentence.paragraph - deed.sentence.paragraph
    near = apart == 0 or (apart == 1 and telling.sentence.index - deed.sentence.index <= NEXT)
    return near and deed.group in DEEDS and deed.status == "occurred" and not deed.denied and deed.sort == "deed"
