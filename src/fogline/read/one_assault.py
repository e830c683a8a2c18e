"""Are a blast and the storming beside it one assault: "a car bomb went off at the gate and gunmen stormed in"?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from fogline.lexicon.events import ATTACK
from fogline.read.nearby import is_town
from fogline.read.outcomes import one_place
from fogline.read.telling import Telling

LAID = frozenset({"bombing"})  # what opens the way to those who come on foot
ON_FOOT = frozenset({"ground", ATTACK})  # groups of deeds of armed men who meet others
OTHER = re.compile(r"\s*(?:(?:on|at|into|upon) )?(?:another|an?|two|three|four|several) (?!hail\b)", re.IGNORECASE)
APART = re.compile(r"[;:]|\bwhile\b|\belsewhere\b|\bseparate|\b(?:hour|day|week)s?\b|\bafter\b(?! which)")


def one_assault(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings of one sentence, a blast and the fight behind or before it made one telling of the fight.

    Not where the second names a town or a day of its own, other hands, or one more thing that it fell on.
    """
    if len(tellings) < len(("blast", "fight")) or not any(t.type in LAID for t in tellings):
        return list(tellings)
    out: list[Telling] = []
    for telling in sorted(tellings, key=lambda t: t.span):
        whole = next((t for t in reversed(out) if _goes_on(telling, t)), None)
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


def _speaks_against(telling: Telling, whole: Telling) -> bool:
    """Whether words set the two apart: a place, a day or hands of their own, another thing hit, words of time."""
    sentence, start = telling.sentence.text, telling.sentence.start
    between = sentence[whole.span[1] - start : telling.span[0] - start]
    told = sentence[telling.span[0] - start :]
    if APART.search(between) or OTHER.match(told.partition(" ")[2]) or telling.definite:
        return True
    mine, theirs = ({p.party for p in t.actors if p.party} for t in (telling, whole))
    if mine and theirs and not mine & theirs:
        return True
    if telling.date and whole.date and telling.date.days != whole.date.days:
        return True
    here, there = ([p.place for p in t.places if p.place and is_town(p)] for t in (telling, whole))
    return bool(here) and not any(one_place(a, b) for a in here for b in there)


def _joined(whole: Telling, telling: Telling) -> Telling:
    """What both tell, as the fight."""
    fight, blast = (telling, whole) if whole.type in LAID else (whole, telling)
    return replace(
        fight,
        span=whole.span if whole is fight else telling.span,
        places=whole.places or telling.places,
        date=whole.date or telling.date,
        actors=fight.actors or blast.actors,
        targets=fight.targets or blast.targets,
        things=tuple(dict.fromkeys((*fight.things, *blast.things))),
        figures=tuple(dict.fromkeys((*fight.figures, *blast.figures))),
        weapon_implied=blast.weapon_implied or fight.weapon_implied,
        firm=whole.firm or telling.firm,
    )
