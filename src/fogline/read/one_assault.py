"""Are two deeds of a sentence one assault: "a car bomb went off at the gate and gunmen stormed in"?

So are a storming and the fight that it set off: "stormed a hotel, triggering a gun battle".
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from fogline.lexicon.deeds import deeds
from fogline.lexicon.events import ATTACK
from fogline.model import PartyMention
from fogline.read.nearby import is_town
from fogline.read.outcomes import one_place
from fogline.read.telling import Telling

NEXT = 2  # sentences on in which an assault is still told
LAID = frozenset({"bombing"})  # what opens the way to those who come on foot
ON_FOOT = frozenset({"ground", ATTACK})  # groups of deeds of armed men who meet others
OTHER = re.compile(r"\s*(?:(?:on|at|into|upon) )?(?:another|an?|two|three|four|several) (?!hail\b)", re.IGNORECASE)
APART = re.compile(r"[;:]|\bwhile\b|\belsewhere\b|\bseparate|\b(?:hour|day|week)s?\b|\bafter\b(?! which)")
# "…, triggering a six-hour gun battle", "…, which led to a firefight"
SET_OFF = re.compile(
    r",? (?:which )?(?:(?:trigger|spark|prompt|ignit|unleash|lead|set|start)(?:ing|ed|e)?(?: off| to)?|led to)"
    r" (?:an? )?(?:[\w-]+ ){0,3}$"
)


def one_assault(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings of one sentence, a blast and the fight behind or before it made one telling of the fight.

    Not where the second names a town or a day of its own, other hands, or one more thing that it fell on.
    """
    if len(tellings) < len(("blast", "fight")):
        return list(tellings)
    laid = any(t.type in LAID for t in tellings)
    out: list[Telling] = []
    for telling in sorted(tellings, key=lambda t: t.span):
        joined = (t for t in reversed(out) if _set_off_by(telling, t) or (laid and _goes_on(telling, t)))
        whole = next(joined, None)
        if whole is None:
            out.append(telling)
        else:
            out[out.index(whole)] = _joined(whole, telling)
    return out if len(out) < len(tellings) else list(tellings)


def _goes_on(telling: Telling, whole: Telling) -> bool:
    """Whether a telling is of the assault that one before it in the sentence tells of."""
    blast = [t for t in (whole, telling) if t.type in LAID]
    fought = [t for t in (whole, telling) if t.type not in LAID and t.group in ON_FOOT]
    if not fought or not all(t.status == "occurred" and t.sort == "deed" and not t.denied for t in (whole, telling)):
        return False
    if not blast and not any(t.value == "explosive" for t in whole.things):
        return False  # two fights are one only where the first was opened by a blast
    return not _speaks_against(telling, whole)


def _set_off_by(telling: Telling, whole: Telling) -> bool:
    """Whether a fight is the one that an attack before it led to, at no other town."""
    ground = telling.group == "ground" and whole.group in ON_FOOT and telling.status == whole.status == "occurred"
    start = telling.sentence.start
    between = telling.sentence.text[whole.span[1] - start : telling.span[0] - start]
    here, there = ([p.place for p in t.places if p.place and is_town(p)] for t in (telling, whole))
    apart = bool(here and there) and not any(one_place(a, b) for a in here for b in there)
    return ground and not telling.denied and not apart and SET_OFF.search(between) is not None


def _speaks_against(telling: Telling, whole: Telling) -> bool:
    """Whether words set the two apart: a place, a day or hands of their own, another thing hit, words of time."""
    sentence, start = telling.sentence.text, telling.sentence.start
    between = sentence[whole.span[1] - start : telling.span[0] - start]
    told = sentence[telling.span[0] - start :]
    apart = APART.search(between) is not None and not (telling.type in LAID and _breached().search(between + told))
    if apart or OTHER.match(told.partition(" ")[2]) or telling.definite:
        return True
    mine, theirs = ({p.party for p in t.actors if p.party} for t in (telling, whole))
    if mine and theirs and not mine & theirs:
        return True
    if telling.date and whole.date and telling.date.days != whole.date.days:
        return True
    behind = [p for p in telling.places if p.start > telling.span[0] or whole.places]  # not where the blast was
    here, there = ([p.place for p in places if p.place and is_town(p)] for places in (behind, whole.places))
    return bool(here) and not any(one_place(a, b) for a in here for b in there)


def _named(parties: Sequence[PartyMention]) -> tuple[PartyMention, ...]:
    """Those of whom it is known who they are, not "gunmen"."""
    return tuple(p for p in parties if p.party)


def with_blasts(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings, a blast by which those who attacked began made a telling of the assault.

    "The fighters set off two cars full of explosives at its outer wall": it follows within two sentences, names no
    place, day or dead of its own, and points back to who attacked or to what they attacked.
    """
    fights = [t for t in tellings if t.group == "ground" and t.status == "occurred" and not t.denied]
    return [replace(t, group="ground", type="ground_battle") if _opens(t, fights) else t for t in tellings]


def _opens(telling: Telling, fights: Sequence[Telling]) -> bool:
    bare = (
        telling.type in LAID and not telling.places and not telling.date and not telling.figures and not telling.apart
    )
    if not bare or telling.definite or telling.sort != "deed" or _back().search(telling.sentence.text) is None:
        return False
    return any(0 < telling.sentence.index - t.sentence.index <= NEXT for t in fights)


@cache
def _back() -> re.Pattern[str]:
    """What takes up again who attacked or what they attacked: "the fighters", "they", "the gate", "the lead lorry"."""
    words = deeds()
    again = "|".join(sorted(words.assailants_again | words.stormed_again))
    parts = "|".join(sorted(words.stormed_parts))
    lead = "|".join(sorted(words.convoy_heads))
    return re.compile(
        rf"\b(?:[Tt]he (?:{again})|[Tt]hey|[Ii]ts (?:\w+ )?(?:{parts})"
        rf"|[Tt]he (?:{lead}) (?:\w+ )?\w+)\b"
    )


@cache
def _breached() -> re.Pattern[str]:
    """A blast by which those who then stormed got in: "after two car bombs breached its walls"."""
    parts = "|".join(sorted(deeds().stormed_parts))
    return re.compile(rf"\bafter\b[^.;:]{{0,80}}\b(?:its|their|the) (?:[\w-]+ ){{0,2}}(?:{parts})s?\b")


def _joined(whole: Telling, telling: Telling) -> Telling:
    """What both tell, as the fight."""
    fight, blast = (telling, whole) if whole.type in LAID else (whole, telling)
    return replace(
        fight,
        span=whole.span if whole is fight else telling.span,
        places=whole.places or telling.places,
        date=whole.date or telling.date,
        actors=_named(fight.actors) or blast.actors or fight.actors,
        targets=_named(fight.targets) or blast.targets or fight.targets,
        things=tuple(dict.fromkeys((*fight.things, *blast.things))),
        figures=tuple(dict.fromkeys((*fight.figures, *blast.figures))),
        weapon_implied=blast.weapon_implied or fight.weapon_implied,
        firm=whole.firm or telling.firm,
    )
