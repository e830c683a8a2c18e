"""Is a count of days of its own, or of many deeds: "in 2019 some 4,000 died", "the violence has forced 90,000 out"?"""

from collections.abc import Sequence

from fogline.lexicon.events import ATTACK
from fogline.model import NIGHT, DateMention, FigureMention
from fogline.read.about import Story
from fogline.read.happenings import STRETCH
from fogline.read.status import names_a_day
from fogline.read.telling import Telling
from fogline.read.text import Sentence

AT_ONCE = frozenset({"remote", "abuse", "property", ATTACK, "ground"})  # groups of deeds of one day, mostly
CROWD = 10_000  # people, more than flee from one blow within the day


def of_other_days(
    figure: FigureMention, sentence: Sentence, here: Sequence[tuple[int, Telling]], story: Story, number: int
) -> bool:
    """Whether a sentence that tells no deed counts for days of its own: "in 2019 some 4,000 people were killed".

    Of one deed people go on fleeing for days.
    """
    if here:
        return False
    own = [date.days for date in story.found.dates.get(sentence.index, ()) if date.days and not _opens(date, sentence)]
    happened = story.happenings[number].date
    days = happened.days if happened else None
    if not own or days is None:
        return any(one.length > STRETCH for one in own)
    then = [one.length for one in own if one.first <= days.last]  # "in February", of a day in it
    longer = figure.figure != "displaced" and days.length <= NIGHT and bool(then) and min(then) > STRETCH
    return longer or (
        all(one.length > STRETCH or one.last < days.first for one in own) and not any(one.gap(days) == 0 for one in own)
    )


def _opens(date: DateMention, sentence: Sentence) -> bool:
    """Whether something has gone on from a day: "6,000 have crossed since last week"."""
    return date.text.lower().startswith("since ") or sentence.text[: date.start - sentence.start].endswith("since ")


def of_many_days(
    figure: FigureMention, here: Sequence[tuple[int, Telling]], sentence: Sentence, story: Story, number: int
) -> bool:
    """Whether whole crowds have been driven out by what no blow told in the sentence did: "the violence has forced"."""
    if story.happenings[number].group not in AT_ONCE or figure.value.low < CROWD or any(n == number for n, _ in here):
        return False
    start = figure.start - sentence.start
    counted = next((t for t in story.parsed.docs[sentence.index] if t.idx >= start), None)
    verb = next((t for t in counted.ancestors if t.pos_ == "VERB"), None) if counted is not None else None
    so_far = verb is not None and any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in verb.children)
    return verb is not None and so_far and not names_a_day(verb)
