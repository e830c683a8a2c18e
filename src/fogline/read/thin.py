"""Which happening is meant where a report tells of one again with too little to be one by itself.

"Grad launchers fired a salvo at half past ten", a few paragraphs down, has neither place nor day of its own: it is the
shelling told above, unless what it does say speaks against that.
"""

from collections.abc import Sequence

from fogline.lexicon.events import ATTACK
from fogline.read.happenings import Happening, is_long
from fogline.read.nearby import contains, is_town, same_place
from fogline.read.other_happening import mob_beside_march, strikes_back
from fogline.read.what import VIOLENT

ENOUGH_TOLD = 2  # of place, day, party and count
REACH = 4  # paragraphs back to the happening that is meant
NEXT = 2  # sentences on in which those who laid a bomb open fire
GATHERED = frozenset({"unrest", "detention"})  # groups of which one without place and day is the one told before
OF_A_FIGHT = frozenset({"artillery", "explosive", "missile", "gun"})  # families of weapons that both sides of one fire
ATTACKS = frozenset({"remote", "ground", "abuse", ATTACK})


def gather(found: Sequence[Happening]) -> list[Happening]:
    """The happenings, those told with too little joined to the one that they can be; in the order first told."""
    kept = [h for h in found if not is_thin(h)]
    out = list(found)
    for thin in [h for h in found if is_thin(h)]:
        home = _home(thin, kept)
        if home is not None:
            for telling in thin.tellings:
                home.join(telling)
            out.remove(thin)
    return out


def is_thin(happening: Happening) -> bool:
    """Whether a happening is told with too little to be one by itself."""
    tellings = happening.tellings
    told = (
        any(p.place and p.place.precision != "country" for p in happening.places),
        happening.date is not None,
        any(p.party for t in tellings for p in (*t.actors, *t.targets)),
        any(t.figures for t in tellings),
    )
    if happening.status != "occurred":
        return False
    if happening.group in GATHERED:
        return not told[0] and not told[1] and not any(t.item for t in tellings)
    violent = happening.group in VIOLENT | {ATTACK}
    return violent and sum(told) < ENOUGH_TOLD and not any(t.tally or (t.item and t.places) for t in tellings)


def _home(thin: Happening, kept: Sequence[Happening]) -> Happening | None:
    fitting = [(_distance(thin, h), n) for n, h in enumerate(kept) if _can_be(thin, h)]
    return kept[min(fitting)[1]] if fitting else None


def _distance(thin: Happening, other: Happening) -> int:
    at = thin.tellings[0].sentence.index
    return min(abs(at - t.sentence.index) for t in other.tellings)


def _can_be(thin: Happening, other: Happening) -> bool:
    long = is_long(other.date) or is_long(thin.date)
    if (
        long
        or other.status != "occurred"
        or thin.sentences & other.sentences
        or mob_beside_march(thin.tellings[0], other)
        or strikes_back(thin.tellings[0], other)
    ):
        return False
    same = thin.group == other.group or (ATTACK in (thin.group, other.group) and {thin.group, other.group} <= ATTACKS)
    same = same or (thin.group == "remote" and _fired_in(thin, other)) or _went_on(thin, other)
    arrests = thin.group != "detention" or thin.tellings[0].part_of == other.tellings[0].part_of  # are no kidnapping
    same = same and arrests
    if not same or (thin.actors and other.actors and not thin.actors & other.actors):
        return False
    if thin.weapons and other.weapons and not thin.weapons & other.weapons and not _went_on(thin, other):
        return False
    if thin.places and any(t.tally for t in other.tellings):
        return False  # a night's count over the whole country is no strike on a town
    first = thin.tellings[0].sentence.paragraph
    if not any(0 <= first - t.sentence.paragraph <= REACH for t in other.tellings):
        return False
    return _one_place(thin, other) and _one_day(thin, other)


def _one_place(thin: Happening, other: Happening) -> bool:
    """Whether the places of two, or those that their paragraphs speak of, are one; of towns no region around both."""
    towns = [[p.place for p in told.places if p.place and is_town(p)] for told in (thin, other)]
    if all(towns):
        return any(same_place(a, b) for a in towns[0] for b in towns[1])
    mine = [p.place for p in thin.places if p.place]
    mine = mine or [t.context_place.place for t in thin.tellings if t.context_place and t.context_place.place]
    theirs = [p.place for p in other.places if p.place]
    theirs = theirs or [t.context_place.place for t in other.tellings if t.context_place and t.context_place.place]
    if not mine or not theirs:
        return not mine
    return any(same_place(a, b) or contains(a, b) or contains(b, a) for a in mine for b in theirs)


def _one_day(thin: Happening, other: Happening) -> bool:
    mine = thin.date or thin.tellings[0].context
    theirs = other.date or other.tellings[0].context
    if not mine or not theirs or not mine.days or not theirs.days:
        return True
    return mine.days.gap(theirs.days) == 0


def _went_on(thin: Happening, other: Happening) -> bool:
    """Whether those who laid a bomb then fired on whom it had hit: nowhere else, and in the sentences right behind."""
    first = thin.tellings[0]
    told = [t.sentence for t in other.tellings if 0 < first.sentence.index - t.sentence.index <= NEXT]
    behind = any(first.sentence.paragraph - s.paragraph <= 1 for s in told) and not first.apart
    laid = other.type == "bombing" and thin.weapons == {"gun"} and thin.group in ATTACKS
    return laid and behind and not thin.places and thin.date is None


def _fired_in(thin: Happening, other: Happening) -> bool:
    """Whether what is fired or thrown without a place is a part of a fight that two sides had: "traded fire"."""
    fought = other.group == "ground" and any(t.mutual for t in other.tellings)
    return fought and not thin.places and bool(thin.weapons) and thin.weapons <= OF_A_FIGHT
