"""When was it, and what do the days of two tellings say for and against one happening?"""

from collections.abc import Mapping

from fogline.merge.kinds import LASTING, SAID
from fogline.merge.unit import Unit
from fogline.merge.wording import in_common
from fogline.model import NIGHT, Days

CONTRADICTS = float("-inf")

LONG_DAYS = 10  # more is a period ("in May"), not a happening's days
GUESSED_GAP = 3  # a headline or a follow-up gives no day; older news names one
SAME_THING_GAP = 7  # … and further back where both tell of one market or school
COMMON = frozenset({"people", "residential", "military", "government", "other", "transport", "energy"})
ANSWERED_GAP = 14  # what is only named as answered lies in the week before the answer, or in the fortnight before that
LASTING_GAP = 3  # a village's capture is claimed again for some days
ONE_FORM = 0.5  # from this share of longer words in common, of all of both, two posts fill in one form

EQUAL_DAYS = 2.0
SHARED_DAYS = 1.5
MORNING_AFTER = 1.7  # of a night: by itself too little to choose between its two days
TWO_NIGHTS = -3.0
NEXT_DAY = -4.5
OTHER_HALF = -6.0  # a strike in the morning and one in the evening
UNDATED = -0.15  # a day between a telling that gives no day and one that does, up to GUESSED_GAP
FURTHER_BACK = -0.1  # a day; of one deed in the town two weeks ago and one last week the later is meant
NEXT_DAY_SAID = -1.5  # a speaker repeats himself; reports differ by a day on when he spoke


def days_score(one: Unit, other: Unit) -> float:
    """Equal days speak for it, days apart against; an undated telling says nothing either way."""
    a, b = one.days, other.days
    if a is None or b is None:
        return 0.0
    if a == b:
        return SHARED_DAYS if a.length > LONG_DAYS else EQUAL_DAYS
    gap = a.gap(b)
    if gap:
        return _apart(one, other, gap)
    if max(a.length, b.length) > LONG_DAYS:
        return 0.2
    if two_nights(one, other):
        return TWO_NIGHTS
    return MORNING_AFTER if _night_and_morning(a, b) or _night_and_morning(b, a) else SHARED_DAYS


def _night_and_morning(night: Days, day: Days) -> bool:
    """Whether one is a night and the other the day on which it ends: most who give a night one day give that."""
    return night.length == NIGHT and day.length == 1 and day.last == night.last


def two_nights(one: Unit, other: Unit) -> bool:
    """Whether both tell of a night, and of different ones that share a day."""
    a, b = one.days, other.days
    return a is not None and b is not None and a.length == b.length == NIGHT and a != b and not a.gap(b)


def other_half(one: Unit, other: Unit) -> bool:
    """Whether two tell of one day, the one of its morning, the other of what comes after noon."""
    on_one_day = one.days is not None and one.days == other.days and one.days.length == 1
    lasting = {one.group, other.group} & LASTING
    return on_one_day and not lasting and bool(one.halves and other.halves) and not one.halves & other.halves


def sets_apart(scores: Mapping[str, float]) -> bool:
    """Whether days or parts of a day told in words make two happenings of it, unless much else speaks for one."""
    return scores.get("days", 0.0) <= TWO_NIGHTS or "part of day" in scores


def _apart(one: Unit, other: Unit, gap: int) -> float:
    """What days between two tellings cost: little at a night's edge or a day that is only inferred, else much."""
    assert one.days and other.days
    if one.group == "territory" and gap <= LASTING_GAP:
        return -0.5 * gap
    later = one if one.days.first > other.days.last else other
    if gap <= _reach(later, one, other) and not _posts_of_days(one, other):
        return (FURTHER_BACK if _only_answered(later) else UNDATED) * gap
    if gap > 1 or max(one.days.length, other.days.length) > LONG_DAYS:
        return CONTRADICTS
    if one.group in SAID:
        return NEXT_DAY_SAID
    if max(one.days.length, other.days.length) > 1:
        return -1.5
    return NEXT_DAY


def _reach(later: Unit, one: Unit, other: Unit) -> int:
    """How far back an undated telling may lie: further where both tell of one thing hit that a town has few of."""
    return farthest_back(later) if one.against & other.against - COMMON else back_of(later)


def farthest_back(unit: Unit) -> int:
    """The same where another telling is of the same market or school."""
    back = back_of(unit)
    return SAME_THING_GAP if back == GUESSED_GAP and unit.against - COMMON else back


def back_of(unit: Unit) -> int:
    """How many days before its own a telling's happening may lie: none but where it has its publication's for want of
    another.
    """
    if not unit.guessed:
        return 0
    return ANSWERED_GAP if _only_answered(unit) else GUESSED_GAP


def _only_answered(unit: Unit) -> bool:
    """Whether a report names a deed only as what was answered: then it lies in a stretch of days that no words give."""
    return unit.guessed and unit.days is not None and unit.days.length > NIGHT


def _posts_of_days(one: Unit, other: Unit) -> bool:
    """Whether one source tells of an attack in its form for every day, and no words of either post give its day."""
    return one.guessed and other.guessed and is_formula(one, other) and one.group not in LASTING | SAID


def is_formula(one: Unit, other: Unit) -> bool:
    """Whether words in common are a source's form for every day: it has them again for another one."""
    if one.days is None or other.days is None or not one.source or one.source != other.source:
        return False
    return bool(one.days.gap(other.days) or two_nights(one, other)) and _one_form(one, other)


def _one_form(one: Unit, other: Unit) -> bool:
    """Whether two posts have a sentence in common, or most of their longer words: a later toll is told in others."""
    if one.sentences & other.sentences:
        return True
    common, every = in_common(one.words, other.words), {*one.words, *other.words}
    return bool(common) and len(common) >= ONE_FORM * len(every)
