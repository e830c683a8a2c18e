"""Where else did a strike hurt people: "Drones attacked the north. Two people were killed in Sumy"?

A sentence that counts the dead or wounded of a town and has no words of a deed goes on from the strike told before it
in its paragraph: of its kind, by its hand, on its day.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from fogline.lexicon.events import ATTACK
from fogline.lexicon.figures import count_words
from fogline.lexicon.saying import saying
from fogline.model import FigureMention, PlaceMention
from fogline.read.cared_for import cared_for
from fogline.read.dating import is_exact
from fogline.read.died_later import tells_one_death, wounded_died_there
from fogline.read.hurt_in_each import tied
from fogline.read.nearby import is_town, same_place
from fogline.read.placing import Found, head_at, is_seat
from fogline.read.telling import Telling
from fogline.read.text import ParsedText, Sentence

WHERE = frozenset({"in", "at", "near", "outside", "around"})
OPENS = re.compile(r"(?:And |But |Meanwhile,? )?(?:In|At|Near|Outside|Around) (?:the \w+ of )?[A-Z]")
# "In the deadliest, at X, five people died": one of those that the sentence before told together.
ONE_OF_THEM = re.compile(
    r"\W*(?:\d\d?[:.]\d\d )?[IA][nt] (?:the )?(?:\w+est|worst|most \w+|one|another|first|second)(?: \w+)?"
    r"(?: of (?:them|these|those|the \w+))?,"
)


def with_towns_of_harm(tellings: Sequence[Telling], parsed: ParsedText, found: Found) -> list[Telling]:
    """The tellings, with those of sentences that only count whom a strike hurt in another town."""
    told: dict[int, list[Telling]] = {}
    for telling in tellings:
        told.setdefault(telling.sentence.index, []).append(telling)
    out: list[Telling] = []
    last: Telling | None = None
    for sentence in parsed.sentences:
        here = told.get(sentence.index, [])
        if not here and last is not None and _goes_on(sentence, last):
            here = _harm(sentence, last, parsed, found)
        out += here
        last = _last_strike(here, last)
    return out


def _last_strike(here: Sequence[Telling], last: Telling | None) -> Telling | None:
    """The last deed told, but for what was only shot down of those that a strike before in the paragraph sent."""
    told = here[-1] if here else last
    if told is None or last is None or told is last or not told.weak or told.places:
        return told
    downed = told.group == last.group == "remote" and told.sentence.paragraph == last.sentence.paragraph
    return last if downed and {p.party for p in told.actors} - {p.party for p in last.actors} else told


def _goes_on(sentence: Sentence, last: Telling) -> bool:
    """Whether a sentence can go on from a deed told in its paragraph, or from one in several towns right before it.

    "Drones hit two cities overnight.", in the next paragraph "In Sumy, two people were killed".
    """
    if last.sentence.paragraph == sentence.paragraph:
        return True
    together = not any(is_town(p) for p in last.places) or last.sort == "harm"
    return together and sentence.paragraph - last.sentence.paragraph == 1 and bool(OPENS.match(sentence.text))


def _harm(sentence: Sentence, last: Telling, parsed: ParsedText, found: Found) -> list[Telling]:
    """A telling of the last deed's kind, where a sentence counts people hurt in one town that is none of its own."""
    if last.group not in ("remote", ATTACK) or last.status != "occurred" or last.denied or sentence.part != "body":
        return []
    figures = tuple(f for f in found.figures.get(sentence.index, ()) if f.figure in ("killed", "injured"))
    figures = tuple(f for f in figures if f.value.low)
    towns = [p for p in found.places.get(sentence.index, ()) if p.role == "place" and is_town(p)]
    if len(towns) > 1:
        each = _of_each(figures, towns, sentence)
        return [_gone_on(last, sentence, t, own, found) for t, own in each if not _was_at(last, t)]
    if not figures or len(towns) != 1 or not _happened_in(towns[0], sentence, parsed):
        return []
    if _was_at(last, towns[0]) or _died_later(towns[0], sentence, last, parsed, found):
        return []
    return [_gone_on(last, sentence, towns[0], figures, found)]


def _died_later(town: PlaceMention, sentence: Sentence, last: Telling, parsed: ParsedText, found: Found) -> bool:
    """Whether one more of those hit died, and only there: "on Sunday a fourth victim died in Goma"."""
    doc = parsed.docs[sentence.index]
    told = last.date or last.context
    deed = told.days if told is not None else None
    days = [date.days for date in found.dates.get(sentence.index, ()) if date.days and is_exact(date)]
    later = deed is not None and bool(days) and all(deed.last < day.first for day in days)
    word = head_at(doc, town.start - sentence.start, town.end - sentence.start)
    wounded = word is not None and wounded_died_there(word)
    return wounded or (later and tells_one_death(doc))


def _was_at(telling: Telling, town: PlaceMention) -> bool:
    return any(same_place(p.place, town.place) for p in telling.places if p.place and town.place)


def _of_each(
    figures: Sequence[FigureMention], towns: Sequence[PlaceMention], sentence: Sentence
) -> list[tuple[PlaceMention, tuple[FigureMention, ...]]]:
    """Each town with its own counts, where a sentence has some for every one of them."""
    counts = [f for f in figures if not f.subset]
    each = [(town, tuple(f for f in counts if tied(f, town, counts, sentence))) for town in towns]
    return each if all(own for _, own in each) else []


def _gone_on(
    last: Telling,
    sentence: Sentence,
    town: PlaceMention,
    figures: tuple[FigureMention, ...],
    found: Found,
) -> Telling:
    date = next((d for d in found.dates.get(sentence.index, ()) if d.days), None)
    weapon = next((t.value for t in last.things if t.kind == "weapon"), last.weapon_implied)
    return replace(
        last,
        sentence=sentence,
        span=(figures[0].start, figures[0].end),
        sort="harm",
        definite=False,
        weak=False,
        backed=False,
        habitual=False,
        apart=bool(ONE_OF_THEM.match(sentence.text)),
        weapon_implied=weapon,
        places=(town,),
        date=date,
        context=date or last.date or last.context,
        context_place=town,
        context_here=True,
        targets=(),
        things=(),
        figures=figures,
        tally=False,
    )


def _happened_in(town: PlaceMention, sentence: Sentence, parsed: ParsedText) -> bool:
    """Whether a town stands behind a word of place that hangs on what happened: "was killed in Sumy"."""
    doc = parsed.docs.get(sentence.index)
    at = town.start - sentence.start
    words = [] if doc is None else [t for t in doc if at <= t.idx < at + len(town.text)]
    top = next((t for t in words if t.head not in words), None)
    while top is not None and top.dep_ in ("compound", "nmod", "appos", "conj") and top.head != top:
        top = top.head
    if top is None or top.dep_ != "pobj" or top.head.lower_ not in WHERE or cared_for(town, sentence):
        return False
    verb = top.head.head
    told = is_seat(town) and verb.lemma_.lower() in saying().say | {*count_words().marks["recounts"], "put"}
    return verb.pos_ in ("VERB", "AUX") and not told  # "in Kyiv, officials put the toll at nine"
