"""For which happening does a count stand that is told in a sentence of its own?

"Eleven people died", "the toll of the bus has risen to 11": such a sentence has no words that tell what happened. Its
places, its days and the things and people that it names are compared with those of the happenings told around it.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from fogline.lexicon.events import ATTACK
from fogline.lexicon.figures import count_words
from fogline.lexicon.parties import party_named
from fogline.lexicon.phrases import words
from fogline.model import FigureMention, PlaceMention
from fogline.read.about import (
    ANYWHERE,
    ENOUGH,
    Story,
    by_words_of_its_own,
    last_before,
    named_places,
    nearest_telling,
    places_told,
    tie,
    was_at,
)
from fogline.read.calendar_words import any_of
from fogline.read.figure_hands import hands_of
from fogline.read.figure_places import places_of_count
from fogline.read.happenings import Happening, is_long
from fogline.read.hurt_in_each import tied
from fogline.read.nearby import is_town
from fogline.read.placing import Found
from fogline.read.spoken_for import area_of_speakers, speaks_for
from fogline.read.telling import Telling
from fogline.read.text import Sentence
from fogline.read.whence import FLEEING, left_behind

# Which groups a figure can belong to; the first named is the likeliest.
FIGURE_GROUPS: Mapping[str, tuple[str, ...]] = {
    "killed": ("remote", "abuse", "ground", ATTACK, "unrest", "mutiny", "detention", "property", "territory"),
    "injured": ("remote", "abuse", "ground", ATTACK, "unrest", "mutiny", "detention", "property", "territory"),
    "missing": ("remote", "abuse", "ground", ATTACK, "detention", "mutiny", "property", "territory"),
    "captured": ("detention", "talks", "ground", "abuse", "territory", "mutiny"),
    "detained": ("detention", "unrest", "mutiny", "ground", ATTACK),
    "launched": ("remote", ATTACK),
    "intercepted": ("remote", ATTACK),
    "hit": ("remote", ATTACK),
    "settlements": ("territory", "ground"),
    "displaced": ("ground", "remote", "territory", "abuse", "property", ATTACK),
    "evacuated": ("remote", "ground", "territory", ATTACK, "abuse", "mutiny"),
    "protesters": ("unrest",),
}
LOST = ("killed", "injured")
FREED = ("captured", "evacuated")  # also counted of those who were set free or brought away, told beside
# Figures that tell by themselves what kind of happening they count for.
TELLTALE = frozenset({"captured", "detained", "launched", "intercepted", "protesters", "settlements"})
NUMBER_REACH = 2  # words between "two" and "cities"
RIGHT_AHEAD = 12  # characters between a town and the count that it opens: "in Sumy, another four"
ENOUGH_ALIKE = 2  # counts of a kind that a sentence gives to several places
REACH = 20  # sentences back to the happening that a count can be about
AHEAD = 4  # sentences on, from a heading or a lead that counts before anything is told

SAYS = re.compile(
    r"\s+(?:has |had |have |also |later )*(?:said|says|say|claimed|claims|reported|reports|announced|boasted|boasts)\b"
)
ACROSS = re.compile(r"\b(?:[Aa]cross|[Tt]hroughout) (?:the )?[A-Z]")
BOTH_SIDES = re.compile(r"\b(?:on|from) both sides\b", re.IGNORECASE)

# Deeds by which a place can be taken.
BY_HAND = frozenset({"ground", "abuse", ATTACK, "mutiny"})

# Deeds of one side against another.
FOUGHT = frozenset({"remote", "ground", "abuse", ATTACK, "detention"})

# What is mostly done without dead or wounded.
BLOODLESS = frozenset({"detention", "property", "territory"})

# Weights of what ties a count to a happening; set on the development cases.
SPOKEN_FOR = 2.0
SAME_HAND = 1.0
ONLY_LATER = -3.0
GROWN, SHRUNK = 1.0, -3.0
CONTINUES = 0.5
UNLIKELY = 1.0
EARLIER = 0.6
KIND_WORD = 0.8
LIKELIEST = 0.05


def home_of(
    figure: FigureMention,
    here: Sequence[tuple[int, Telling]],
    sentence: Sentence,
    story: Story,
    topic: tuple[int, Sentence] | None = None,
) -> int | None:
    """The number of the happening that a figure counts for; None where there is none.

    `topic` is the happening that was counted for last, and where.
    """
    groups = FIGURE_GROUPS[figure.figure]
    freed = (*groups, "other") if figure.figure in FREED else groups
    fitting = [(n, t) for n, t in here if story.happenings[n].group in freed]
    fitting = [(n, t) for n, t in fitting if _one_clause(t, figure, sentence)] or fitting
    stated = places_of_count(
        figure, story.found.figures.get(sentence.index, ()), named_places(sentence.index, story.found), sentence
    )
    if stated and (there := [n for n, h in enumerate(story.happenings) if h.group in groups and was_at(h, stated)]):
        fitting = [(n, t) for n, t in fitting if n in there]
        if not fitting:
            return _likeliest_home(figure, sentence, story, topic, stated)
    if figure.figure in ("killed", "injured"):
        bloody = [(n, t) for n, t in fitting if story.happenings[n].group not in BLOODLESS]
        fitting = bloody or fitting
        if fitting and not bloody and (other := _likeliest_home(figure, sentence, story, topic)) is not None:
            fitting = [] if _bloodier(story.happenings[other], [story.happenings[n] for n, _ in fitting]) else fitting
    if fitting:
        own = [n for n, t in fitting if figure in t.figures]
        if figure.figure in TELLTALE:  # "detained 14 demonstrators" counts the detained, whatever they had done
            return min(fitting, key=lambda pair: _kind_first(figure, story.happenings[pair[0]], pair[1]))[0]
        if len(own) > 1 and (
            placed := _placed_behind(figure, [(n, t) for n, t in fitting if n in own], sentence, story)
        ):
            return placed[0]
        return own[0] if own else min(fitting, key=lambda pair: (_distance(pair[1].span, figure), pair[0]))[0]
    return _likeliest_home(figure, sentence, story, topic)


def _bloodier(other: Happening, told: Sequence[Happening]) -> bool:
    """Whether the dead are of another happening than those told beside them: of the fight, not of the arrest.

    Who fell where a place was taken did so by no air strike told elsewhere.
    """
    taken = all(happening.group == "territory" for happening in told)
    return other.group in BY_HAND if taken else other.group not in BLOODLESS


def _kind_first(figure: FigureMention, happening: Happening, telling: Telling) -> tuple[int, bool, int, int]:
    """Of happenings told beside a count, its kind of them first, then the one that it hangs on, then the nearest."""
    groups = FIGURE_GROUPS[figure.figure]
    kind = groups.index(happening.group) if happening.group in groups else len(groups)
    return kind, figure not in telling.figures, _distance(telling.span, figure), telling.span[0]


def _likeliest_home(
    figure: FigureMention,
    sentence: Sentence,
    story: Story,
    topic: tuple[int, Sentence] | None,
    own: Sequence[PlaceMention] | None = None,
) -> int | None:
    """The happening that a sentence's places, days and words tie its count to; `own` are the places of the count."""
    groups = FIGURE_GROUPS[figure.figure]
    if own is None and figure.figure in FLEEING:
        named = named_places(sentence.index, story.found)
        own = left_behind(sentence, named, story.found.places.get(sentence.index, ()))
    doc = story.parsed.docs.get(sentence.index)
    spoken = frozenset(t.lemma_.lower() for t in doc) if doc is not None else frozenset()
    fit = [(n, h) for n, h in enumerate(story.happenings) if h.group in groups and _in_reach(sentence, h)]
    if figure.figure in LOST and of_an_area(sentence):
        towns = named_places(sentence.index, story.found)
        fit = [(n, h) for n, h in fit if not (h.places and all(map(is_town, h.places))) or was_at(h, towns)]
    earlier = {n for n, h in fit if any(_told_before_it(h, other) for _, other in fit)}
    later = {n for n, h in fit if nearest_telling(sentence, h)[1]}
    opens = bool(later) and all(nearest_telling(sentence, h)[1] for h in story.happenings)  # it counts for what comes
    scored = [
        (
            tie(sentence, n, story, own)
            + by_words_of_its_own(sentence, n, story)
            + _by_kind(figure, h, spoken)
            + (0.0 if _seldom(figure, h, spoken) else _goes_on(n, sentence, topic)),
            n,
        )
        for n, h in fit
    ]
    scored = [(score + _by_speaker(figure, sentence, story.happenings[n], story.found), n) for score, n in scored]
    if _rises(figure, sentence):
        scored = [(score + _grown(figure, story.happenings[n]), n) for score, n in scored]
    if figure.figure in ("killed", "injured", "captured") and _of_soldiers(figure, sentence):
        scored = [(score - UNLIKELY if story.happenings[n].group == "abuse" else score, n) for score, n in scored]
    scored = [(score - EARLIER if n in earlier else score, n) for score, n in scored]
    sides = _speaking_sides(sentence, story.found)
    scored = [(score + _by_hand(sides, story.happenings[n]), n) for score, n in scored]
    if doc is not None:
        hands = hands_of(figure, sentence, doc, story.found.parties.get(sentence.index, ()))
        seldom = {n for n, h in fit if figure.figure in LOST and h.group in BLOODLESS}  # who arrests has not killed so
        scored = [(s + (0.0 if n in seldom else _by_hand(hands, story.happenings[n])), n) for s, n in scored]
    scored = [(score + (ONLY_LATER if n in later and not opens else 0.0), -n) for score, n in scored]
    best = max(scored, default=None)
    if best is None:
        return None
    alone = _only_one(figure, -best[1], story) or _goes_on_there(story.happenings[-best[1]], sentence)
    return -best[1] if best[0] >= (ENOUGH - UNLIKELY if alone else ENOUGH) else None


def _only_one(figure: FigureMention, number: int, story: Story) -> bool:
    """Whether a report tells of no other deed that can have had the dead and hurt."""
    if len(story.happenings) == 1:
        return True
    groups = [g for g in FIGURE_GROUPS[figure.figure] if g not in BLOODLESS]
    others = (h for n, h in enumerate(story.happenings) if n != number)
    return figure.figure in ("killed", "injured") and all(h.group not in groups for h in others)


def _told_before_it(happening: Happening, other: Happening) -> bool:
    """Whether a deed is told only beside a later one: "struck A, a day after B killed one in C"."""
    days, then = happening.date and happening.date.days, other.date and other.date.days
    return bool(days and then and then.first > days.last) and set(happening.sentences) <= set(other.sentences)


def _goes_on_there(happening: Happening, sentence: Sentence) -> bool:
    """Whether a sentence goes on in the paragraph that tells how a place was taken, where people fell as well."""
    nearest, later = nearest_telling(sentence, happening)
    return happening.group == "territory" and not later and nearest.paragraph == sentence.paragraph


def _rises(figure: FigureMention, sentence: Sentence) -> bool:
    """Whether a count is told as a toll that has grown: "the toll rose to 19"."""
    return _rising().search(sentence.text[: figure.start - sentence.start]) is not None


@cache
def _rising() -> re.Pattern[str]:
    grown = "|".join(map(re.escape, sorted(count_words().marks["rising"])))
    return re.compile(rf"\b(?:{grown}) (?:[\w-]+ ){{0,2}}?to (?:at least |more than |over |about |around |some )?$")


def _grown(figure: FigureMention, happening: Happening) -> float:
    """What speaks for a happening whose toll a count can have grown from, and against one that has more dead."""
    told = [f for t in happening.tellings for f in t.figures if f.figure == figure.figure and f.end <= figure.start]
    told = [f for f in told if not (f.subset or f.former or f.period)]
    if not told:
        return 0.0
    return GROWN if any(f.value.low <= figure.value.low for f in told) else SHRUNK


def _seldom(figure: FigureMention, happening: Happening, spoken: frozenset[str]) -> bool:
    """Whether such a count is seldom that of such a happening: dead of an arrest, unless captives are told of."""
    captives = happening.group == "detention" and not spoken.isdisjoint(count_words().marks["captives"])
    return figure.figure in ("killed", "injured") and happening.group in BLOODLESS and not captives


def _of_soldiers(figure: FigureMention, sentence: Sentence) -> bool:
    """Whether men under arms are counted, who fall in a fight rather than in a deed on civilians."""
    told = sentence.text[figure.start - sentence.start : figure.end - sentence.start].lower().split()
    return not {word.removesuffix("s") for word in told}.isdisjoint(count_words().marks["men_in_arms"])


def _by_kind(figure: FigureMention, happening: Happening, spoken: frozenset[str]) -> float:
    """How likely such a count is for a happening of that kind, in a sentence of the words `spoken`."""
    groups = FIGURE_GROUPS[figure.figure]
    score = -LIKELIEST * groups.index(happening.group)
    if _seldom(figure, happening, spoken):
        score -= UNLIKELY
    if figure.figure == "displaced" and happening.group == "territory":  # people flee the fighting for a town
        score -= UNLIKELY
    if spoken & frozenset(count_words().marks.get(f"of_{happening.group}", ())):
        score += KIND_WORD
    return score


def _goes_on(number: int, sentence: Sentence, topic: tuple[int, Sentence] | None) -> float:
    """What speaks for a happening that was counted for right before."""
    if topic is None or topic[0] != number or sentence.paragraph - topic[1].paragraph > 1:
        return 0.0
    return CONTINUES if sentence.index - topic[1].index <= 1 else 0.0


def _one_clause(telling: Telling, figure: FigureMention, sentence: Sentence) -> bool:
    """Whether no semicolon parts a count from what tells of a happening."""
    first, last = min(telling.span[0], figure.start), max(telling.span[1], figure.end)
    return ";" not in sentence.text[first - sentence.start : last - sentence.start]


def _placed_behind(
    figure: FigureMention, own: Sequence[tuple[int, Telling]], sentence: Sentence, story: Story
) -> list[int]:
    """Of places told in one breath, the one behind each count: "killed five in Sloviansk and three in Kramatorsk"."""
    figures = story.found.figures.get(sentence.index, ())
    alike = [f.start for f in figures if f.figure in ("killed", "injured") and not f.subset]
    if len(alike) < ENOUGH_ALIKE:
        return []
    after = min((at for at in alike if at > figure.start), default=sentence.end)
    behind = [n for n, t in own if any(figure.end <= p.start < after for p in t.places)]
    return behind or [n for n, t in own if any(0 <= figure.start - p.end < RIGHT_AHEAD for p in t.places)]


def of_an_area(sentence: Sentence) -> bool:
    """Whether a sentence sums up days or a whole land: "52 were killed across Gaza", "over the past day six died".

    What a toll has risen to in a day is that of the deed told before.
    """
    marks = count_words().marks
    spoken = {word.key for word in words(sentence.text)}
    told = spoken & {*marks["rising"], *marks["late_of"]}
    return not told and bool(_summed().search(sentence.text) or ACROSS.search(sentence.text))


@cache
def _summed() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(count_words().marks['summed'])}\b", re.IGNORECASE)


def counts_several(sentence: Sentence) -> bool:
    """Whether a sentence sums up several places or sides, so that its count is none of theirs: "hit two cities".

    Those killed "on both sides" of a fight fell in it.
    """
    marks = count_words().marks
    keys = [word.key for word in words(sentence.text)]
    return any(
        key in marks["spots"] and set(keys[max(0, at - NUMBER_REACH) : at]) & set(marks["several"])
        for at, key in enumerate(keys)
    )


def in_a_town(figure: FigureMention, sentence: Sentence, story: Story) -> bool:
    """Whether words tie a count to one of the places that a sentence sums up; others than dead and hurt are of all."""
    counts = [
        f for f in story.found.figures.get(sentence.index, ()) if f.figure in ("killed", "injured") and not f.subset
    ]
    return figure not in counts or any(
        tied(figure, place, counts, sentence) for place in named_places(sentence.index, story.found)
    )


def of_both_in_a_fight(sentence: Sentence, story: Story) -> bool:
    """Whether those counted "on both sides" fell in a fight told in the same paragraph."""
    if not BOTH_SIDES.search(sentence.text) or any(map(is_long, story.found.dates.get(sentence.index, ()))):
        return False
    fights = (t for h in story.happenings if h.group == "ground" for t in h.tellings)
    return any(t.sentence.paragraph == sentence.paragraph and t.sentence.index <= sentence.index for t in fights)


def _distance(span: tuple[int, int], figure: FigureMention) -> int:
    return max(span[0] - figure.end, figure.start - span[1], 0)


def _in_reach(sentence: Sentence, happening: Happening) -> bool:
    """Whether a happening was told before, not too far back; a heading may count what only the next lines tell."""
    back = last_before(sentence, happening)
    if back is not None:
        return sentence.index - back.index <= REACH
    first = min(t.sentence.index for t in happening.tellings)
    return first - sentence.index <= AHEAD


def _by_speaker(figure: FigureMention, sentence: Sentence, happening: Happening, found: Found) -> float:
    """What speaks for a happening told before in the area that somebody answers for who speaks in a sentence."""
    nearest, later = nearest_telling(sentence, happening)
    if (
        happening.group in BLOODLESS
        or happening.group in ANYWHERE
        or (later and nearest.paragraph != sentence.paragraph)
    ):
        return 0.0
    theirs = [p.place for p in places_told(happening) if p.place and p.place.precision != "country"]
    areas = area_of_speakers(sentence, found.parties.get(sentence.index, ()), found.places.get(sentence.index, ()))
    return SPOKEN_FOR if speaks_for(areas, theirs) else 0.0


def _speaking_sides(sentence: Sentence, found: Found) -> frozenset[str]:
    """The armed groups that a sentence has speak, who count what they did: "the group said ten soldiers had died"."""
    spoken = (p for p in found.parties.get(sentence.index, ()) if p.party and p.form != "demonym")
    texts = ((p.party, sentence.text[p.end - sentence.start :]) for p in spoken)
    return frozenset(
        party for party, text in texts if party and SAYS.match(text) and party_named(party).kind == "armed_group"
    )


def _by_hand(hands: frozenset[str], happening: Happening) -> float:
    """What speaks for a happening whose doers are those by whom the counted fell."""
    return SAME_HAND if hands & happening.actors and happening.group in FOUGHT else 0.0
