"""For which happening does a count stand that is told in a sentence of its own?

"Eleven people died", "the toll of the bus has risen to 11": such a sentence has no words that tell what happened. Its
places, its days and the things and people that it names are compared with those of the happenings told around it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from fogline.lexicon.events import ATTACK
from fogline.lexicon.figures import count_words
from fogline.lexicon.phrases import words
from fogline.model import FigureMention, PlaceMention, Voice
from fogline.read.cared_for import cared_for
from fogline.read.counted import noun_classes
from fogline.read.figure_places import places_of_count
from fogline.read.happenings import HEADINGS, Happening
from fogline.read.nearby import contains, same_place
from fogline.read.placing import Found
from fogline.read.spoken_for import area_of_speakers, in_an_office, speaks_for
from fogline.read.telling import Telling
from fogline.read.text import ParsedText, Sentence

# Which groups a figure can belong to; the first named is the likeliest.
FIGURE_GROUPS: Mapping[str, tuple[str, ...]] = {
    "killed": ("remote", "abuse", "ground", ATTACK, "unrest", "mutiny", "detention", "property", "territory"),
    "injured": ("remote", "abuse", "ground", ATTACK, "unrest", "mutiny", "detention", "property", "territory"),
    "missing": ("remote", "abuse", "ground", ATTACK, "detention", "mutiny"),
    "captured": ("detention", "talks", "ground", "abuse", "territory", "mutiny"),
    "detained": ("detention", "unrest", "mutiny"),
    "launched": ("remote", ATTACK),
    "intercepted": ("remote", ATTACK),
    "hit": ("remote", ATTACK),
    "settlements": ("territory", "ground"),
    "displaced": ("ground", "remote", "territory", "abuse", "property", ATTACK),
    "evacuated": ("remote", "ground", "territory", ATTACK, "abuse", "mutiny"),
    "protesters": ("unrest",),
}
# Figures that tell by themselves what kind of happening they count for.
TELLTALE = frozenset({"captured", "detained", "launched", "intercepted", "protesters", "settlements"})
NUMBER_REACH = 2  # words between "two" and "cities"
RIGHT_AHEAD = 12  # characters between a town and the count that it opens: "in Sumy, another four"
ENOUGH_ALIKE = 2  # counts of a kind that a sentence gives to several places
REACH = 20  # sentences back to the happening that a count can be about
THERE_REACH = 2  # sentences back to what "there" stands for
AHEAD = 4  # sentences on, from a heading or a lead that counts before anything is told

# What stands around a place that belongs to a speaker.
SPEAKS_BEHIND = re.compile(
    r"['’]s\b|(?:,? [\w ]{0,30})? ?\b(?:said|says|told|tells|reported|reports|announced|counts|counted"
    r"|(?:puts?|gives?|gave|raised|revised) (?:the|its|their) (?:\w+ )?(?:toll|number|count|figure|tally))\b"
)
SPEAKS_BEFORE = re.compile(r"\b(?:according to|said|says|quoted|cited|citing)\b[^,;.]*$")

# Groups that are done at a table, whose counts are told with places of all kinds: where prisoners were flown to.
ANYWHERE = frozenset({"talks", "pledge", "aid", "sanction", "mobilisation"})

# What is mostly done without dead or wounded.
BLOODLESS = frozenset({"detention", "property", "territory"})

# Weights of what ties a count to a happening; set on the development cases.
SAME_PLACE = 3.0
WITHIN = 1.0
SPOKEN_FOR = 2.0
OTHER_PLACE = -3.0
ELSEWHERE = -2.0
SAME_DAY = 0.5
SHARED_WORD = 0.8
MOST_SHARED = 3
SAME_PARAGRAPH = 1.0
NEXT_PARAGRAPH = 0.5
DISTANCE = 0.1
ONLY_LATER = -3.0
CONTINUES = 0.5
UNLIKELY = 1.0
KIND_WORD = 0.8
LIKELIEST = 0.05
ENOUGH = -0.5


@dataclass(frozen=True, slots=True)
class Story:
    """A report, all that was found in it, its happenings, and the voice of what it tells without a speaker."""

    parsed: ParsedText
    found: Found
    happenings: Sequence[Happening]
    own: Voice
    named: dict[int, frozenset[str]] = field(default_factory=dict, compare=False)
    """The things that sentences name, by the sentence's index, as far as they were asked for."""


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
    fitting = [(n, t) for n, t in here if story.happenings[n].group in groups]
    fitting = [(n, t) for n, t in fitting if _one_clause(t, figure, sentence)] or fitting
    stated = places_of_count(
        figure, story.found.figures.get(sentence.index, ()), _named(sentence.index, story.found), sentence
    )
    if stated and (there := [n for n, h in enumerate(story.happenings) if h.group in groups and _at(h, stated)]):
        fitting = [(n, t) for n, t in fitting if n in there]
        if not fitting:
            return _likeliest_home(figure, sentence, story, topic, stated)
    if figure.figure in ("killed", "injured"):
        bloody = [(n, t) for n, t in fitting if story.happenings[n].group not in BLOODLESS]
        fitting = bloody or fitting
        if fitting and not bloody and (other := _likeliest_home(figure, sentence, story, topic)) is not None:
            fitting = [] if story.happenings[other].group not in BLOODLESS else fitting
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


def _kind_first(figure: FigureMention, happening: Happening, telling: Telling) -> tuple[int, bool, int, int]:
    """Of happenings told beside a count, its kind of them first, then the one that it hangs on, then the nearest."""
    kind = FIGURE_GROUPS[figure.figure].index(happening.group)
    return kind, figure not in telling.figures, _distance(telling.span, figure), telling.span[0]


def _likeliest_home(
    figure: FigureMention,
    sentence: Sentence,
    story: Story,
    topic: tuple[int, Sentence] | None,
    own: Sequence[PlaceMention] = (),
) -> int | None:
    """The happening that a sentence's places, days and words tie its count to; `own` are the places of the count."""
    groups = FIGURE_GROUPS[figure.figure]
    doc = story.parsed.docs.get(sentence.index)
    spoken = frozenset(t.lemma_.lower() for t in doc) if doc is not None else frozenset()
    fit = [(n, h) for n, h in enumerate(story.happenings) if h.group in groups and _in_reach(sentence, h)]
    later = {n for n, h in fit if _nearest(sentence, h)[1]}
    opens = bool(later) and all(_nearest(sentence, h)[1] for h in story.happenings)  # it counts for what comes
    scored = [
        (tie(sentence, n, story, own) + _by_kind(figure, h, spoken) + _goes_on(n, sentence, topic), n) for n, h in fit
    ]
    scored = [(score + _by_speaker(figure, sentence, story.happenings[n], story.found), n) for score, n in scored]
    scored = [(score + (ONLY_LATER if n in later and not opens else 0.0), -n) for score, n in scored]
    best = max(scored, default=None)
    enough = ENOUGH - UNLIKELY if len(story.happenings) == 1 else ENOUGH
    return -best[1] if best is not None and best[0] >= enough else None


def _by_kind(figure: FigureMention, happening: Happening, spoken: frozenset[str]) -> float:
    """How likely such a count is for a happening of that kind, in a sentence of the words `spoken`."""
    groups = FIGURE_GROUPS[figure.figure]
    score = -LIKELIEST * groups.index(happening.group)
    if figure.figure in ("killed", "injured") and happening.group in BLOODLESS:
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


def counts_several(sentence: Sentence) -> bool:
    """Whether a sentence sums up several places or sides, so that its count is none of theirs: "hit two cities"."""
    marks = count_words().marks
    keys = [word.key for word in words(sentence.text)]
    return any(
        key in marks["spots"] and set(keys[max(0, at - NUMBER_REACH) : at]) & set(marks["several"])
        for at, key in enumerate(keys)
    )


def likeliest(
    numbers: Sequence[int], sentence: Sentence, story: Story, more: Callable[[int], float] | None = None
) -> int | None:
    """Of some happenings the one that a sentence is most likely about, the latest of equals; none of another place.

    `more` says what speaks for one beside the places, days and words that are told of it.
    """
    ties = {n: tie(sentence, n, story) for n in numbers}
    best = max(reversed(numbers), key=lambda n: ties[n] + (more(n) if more else 0.0), default=None)
    return best if best is not None and ties[best] >= ENOUGH else None


def _distance(span: tuple[int, int], figure: FigureMention) -> int:
    return max(span[0] - figure.end, figure.start - span[1], 0)


def _in_reach(sentence: Sentence, happening: Happening) -> bool:
    """Whether a happening was told before, not too far back; a heading may count what only the next lines tell."""
    back = _last_before(sentence, happening)
    if back is not None:
        return sentence.index - back.index <= REACH
    first = min(t.sentence.index for t in happening.tellings)
    return first - sentence.index <= AHEAD


def _last_before(sentence: Sentence, happening: Happening) -> Sentence | None:
    told = [t.sentence for t in happening.tellings if t.sentence.index <= sentence.index]
    return max(told, key=lambda s: s.index) if told else None


def tie(sentence: Sentence, number: int, story: Story, own: Sequence[PlaceMention] = ()) -> float:
    """How much speaks for a sentence's being about a happening, or of a count that has places of its `own`."""
    happening = story.happenings[number]
    score = _by_day(sentence, happening, story.found)
    if happening.group not in ANYWHERE:
        score += _by_place(sentence, happening, story, own)
    nearest, _ = _nearest(sentence, happening)
    apart = abs(nearest.paragraph - sentence.paragraph)
    score += SAME_PARAGRAPH if apart == 0 else NEXT_PARAGRAPH if apart == 1 else 0.0
    score -= DISTANCE * abs(nearest.index - sentence.index)
    mine = _words(sentence, story)
    shared = {w for t in happening.tellings for w in mine & _words(t.sentence, story)}
    return score + SHARED_WORD * min(MOST_SHARED, len(shared))


def _nearest(sentence: Sentence, happening: Happening) -> tuple[Sentence, bool]:
    """The sentence nearest to a count that tells of a happening, and whether the body tells of it only later on."""
    told = [t.sentence for t in happening.tellings]
    in_body = [s for s in told if s.part not in HEADINGS]
    before = [s for s in in_body or told if s.index <= sentence.index]
    nearest = min(before or told, key=lambda s: (abs(s.index - sentence.index), s.index))
    return nearest, not before and sentence.part not in HEADINGS


def _by_place(sentence: Sentence, happening: Happening, story: Story, own: Sequence[PlaceMention]) -> float:
    found = story.found
    named = list(own) or _named(sentence.index, found) or _there(sentence, story)
    mine = [p.place for p in named if p.place]
    spoken_of = not mine and all(t.sentence.paragraph != sentence.paragraph for t in happening.tellings)
    if spoken_of:  # the paragraph is about another place
        before = sorted(found.paragraphs.get(sentence.paragraph, ()))
        told = next((p for i in reversed(before) if i < sentence.index and (p := _named(i, found))), [])
        mine = [p.place for p in told if p.place]
    theirs = [p.place for p in _places(happening) if p.place and p.place.precision != "country"]
    if not mine or not theirs:
        return 0.0
    pairs = [(a, b) for a in mine for b in theirs]
    same = any(same_place(a, b) for a, b in pairs)
    within = any(contains(a, b) or contains(b, a) for a, b in pairs)
    if spoken_of:
        return 0.0 if same or within else ELSEWHERE
    other = 0.0 if named and all(_of_speaker(p, sentence) or cared_for(p, sentence) for p in named) else OTHER_PLACE
    if same and not any(same_place(p.place, b) for p in _free(named, sentence, found) if p.place for b in theirs):
        return 0.0
    return SAME_PLACE if same else WITHIN if within else other


def _free(named: Sequence[PlaceMention], sentence: Sentence, found: Found) -> Sequence[PlaceMention]:
    """Where something was, without the areas of speakers beside it: "hurt in Nikopol, the Dnipro governor said"."""
    offices = found.parties.get(sentence.index, ())
    return [p for p in named if not in_an_office(p, offices)] or named


def _by_speaker(figure: FigureMention, sentence: Sentence, happening: Happening, found: Found) -> float:
    """What speaks for a happening told before in the area that somebody answers for who speaks in a sentence."""
    bloodless = figure.figure in ("killed", "injured") and happening.group in BLOODLESS
    nearest, later = _nearest(sentence, happening)
    if bloodless or happening.group in ANYWHERE or (later and nearest.paragraph != sentence.paragraph):
        return 0.0
    theirs = [p.place for p in _places(happening) if p.place and p.place.precision != "country"]
    areas = area_of_speakers(sentence, found.parties.get(sentence.index, ()), found.places.get(sentence.index, ()))
    return SPOKEN_FOR if speaks_for(areas, theirs) else 0.0


def _at(happening: Happening, places: Sequence[PlaceMention]) -> bool:
    """Whether a happening was in one of some places."""
    theirs = [p.place for p in _places(happening) if p.place]
    return any(same_place(p.place, place) for p in places if p.place for place in theirs)


def _there(sentence: Sentence, story: Story) -> list[PlaceMention]:
    """The places that "there" stands for, those of the last sentence before that names any: "three died there"."""
    doc = story.parsed.docs.get(sentence.index)
    if doc is None or not any(_is_where(t) for t in doc):
        return []
    before = range(sentence.index - 1, max(-1, sentence.index - 1 - THERE_REACH), -1)
    told = [named for i in before if (named := _named(i, story.found))]
    hurt = [h for h in story.happenings if h.group in FIGURE_GROUPS["killed"]]
    return next((named for named in told if any(_at(h, named) for h in hurt)), [])


def _is_where(token: Token) -> bool:
    """Whether "there" says where something was; not "there were", "nobody was there"."""
    if token.lower_ != "there" or token.i == 0 or token.dep_ in ("expl", "ROOT"):
        return False
    return token.nbor(-1).pos_ != "AUX"


def _named(index: int, found: Found) -> list[PlaceMention]:
    """The places below a country that a sentence names."""
    named = [p for p in found.places.get(index, ()) if p.role == "place" and p.place]
    return [p for p in named if p.place and p.place.precision != "country"]


def _of_speaker(place: PlaceMention, sentence: Sentence) -> bool:
    """Whether a place only tells whose voice it is: "Belgrade's Studio B", "the media centre in Pristina said"."""
    at, to = place.start - sentence.start, place.end - sentence.start
    return bool(SPEAKS_BEHIND.match(sentence.text[to:]) or SPEAKS_BEFORE.search(sentence.text[:at]))


def _places(happening: Happening) -> list[PlaceMention]:
    return happening.places or [t.context_place for t in happening.tellings if t.context_place][:1]


def _by_day(sentence: Sentence, happening: Happening, found: Found) -> float:
    mine = [d.days for d in found.dates.get(sentence.index, ()) if d.days]
    date = happening.date or happening.tellings[0].context
    theirs = date.days if date else None
    if not mine or not theirs:
        return 0.0
    return SAME_DAY if any(d.gap(theirs) == 0 for d in mine) else 0.0


def _words(sentence: Sentence, story: Story) -> frozenset[str]:
    """The things that a sentence names, without the words for people and munitions, which every report has."""
    if sentence.index not in story.named:
        story.named[sentence.index] = _things_named(story.parsed.docs.get(sentence.index))
    return story.named[sentence.index]


def _things_named(doc: Doc | None) -> frozenset[str]:
    if doc is None:
        return frozenset()
    return frozenset(
        t.lemma_.lower()
        for t in doc
        if t.pos_ in ("NOUN", "PROPN") and len(t.text) > 2 and not noun_classes(t) & {"person", "munition"}
    )
