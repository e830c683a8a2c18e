"""Which of the happenings told around it is a sentence about that tells none itself?

Its places, its days and the things that it names are compared with those of the happenings; what was told in its
paragraph or right before comes first.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from fogline.lexicon.events import ATTACK
from fogline.model import PartyMention, PlaceMention, Voice
from fogline.read.cared_for import cared_for
from fogline.read.counted import noun_classes
from fogline.read.died_later import tells_late_death
from fogline.read.fired_from import only_fired_from
from fogline.read.happenings import HEADINGS, Happening
from fogline.read.nearby import contains, same_place
from fogline.read.placing import Found
from fogline.read.spoken_for import in_an_office
from fogline.read.text import ParsedText, Sentence

THERE_REACH = 2  # sentences back to what "there" stands for

# What stands around a place that belongs to a speaker.
SPEAKS_BEHIND = re.compile(
    r"['’]s\b|(?:,? [\w ]{0,30})? ?\b(?:said|says|told|tells|reported|reports|announced|counts|counted"
    r"|acknowledged|admitted|confirmed|conceded|claimed|claims"
    r"|(?:puts?|gives?|gave|raised|revised) (?:the|its|their) (?:\w+ )?(?:toll|number|count|figure|tally))\b"
)
SPEAKS_BEFORE = re.compile(r"\b(?:according to|said|says|quoted|cited|citing)\b[^,;.]*$")

# Groups that are done at a table, whose counts are told with places of all kinds: where prisoners were flown to.
ANYWHERE = frozenset({"talks", "pledge", "aid", "sanction", "mobilisation"})

# Groups of deeds that kill: "there" is where one of them was.
HURT = frozenset({"remote", "abuse", "ground", ATTACK, "unrest", "mutiny", "detention", "property", "territory"})

# Weights of what ties a sentence to a happening; set on the development cases.
SAME_PLACE = 3.0
STORY_PLACE = 2.0  # of a happening that no telling places, but the story around it
WITHIN = 1.0
OTHER_PLACE = -3.0
ELSEWHERE = -2.0
SAME_DAY = 0.5
SHARED_WORD = 0.8
MOST_SHARED = 3
ONLY_THERE = 0.4  # of a word that tells of no other happening
SAME_PARAGRAPH = 1.0
NEXT_PARAGRAPH = 0.5
DISTANCE = 0.1
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
    blamed: dict[int, dict[str, int]] = field(default_factory=dict, compare=False)
    """Who was blamed so far for which happening, and the index of the sentence that did so last."""

    def accused(self, number: int) -> set[str]:
        """The parties that are said to have done what a happening tells, as far as the report was read."""
        return self.happenings[number].actors | self.blamed.get(number, {}).keys()

    def remember_blame(self, told: Iterable[tuple[int, Sequence[PartyMention]]], sentence: Sentence) -> None:
        """Keep who was blamed in a sentence for which happening."""
        for number, parties in told:
            if parties:
                self.blamed.setdefault(number, {}).update({p.party: sentence.index for p in parties if p.party})


def likeliest(
    numbers: Sequence[int], sentence: Sentence, story: Story, more: Callable[[int], float] | None = None
) -> int | None:
    """Of some happenings the one that a sentence is most likely about, the latest of equals; none of another place.

    `more` says what speaks for one beside the places, days and words that are told of it.
    """
    ties = {n: tie(sentence, n, story) for n in numbers}
    best = max(reversed(numbers), key=lambda n: ties[n] + (more(n) if more else 0.0), default=None)
    return best if best is not None and ties[best] >= ENOUGH else None


def last_before(sentence: Sentence, happening: Happening) -> Sentence | None:
    """The sentence that last told of a happening, up to this one."""
    told = [t.sentence for t in happening.tellings if t.sentence.index <= sentence.index]
    return max(told, key=lambda s: s.index) if told else None


def tie(sentence: Sentence, number: int, story: Story, own: Sequence[PlaceMention] | None = None) -> float:
    """How much speaks for a sentence's being about a happening; `own` are the places of a count, if it tells them."""
    happening = story.happenings[number]
    score = _by_day(sentence, happening, story.found)
    if happening.group not in ANYWHERE:
        score += _by_place(sentence, happening, story, own)
    nearest, _ = nearest_telling(sentence, happening)
    apart = abs(nearest.paragraph - sentence.paragraph)
    score += SAME_PARAGRAPH if apart == 0 else NEXT_PARAGRAPH if apart == 1 else 0.0
    score -= DISTANCE * abs(nearest.index - sentence.index)
    mine = _words(sentence, story)
    shared = mine & _words_told(number, sentence, story)
    return score + SHARED_WORD * min(MOST_SHARED, len(shared))


def by_words_of_its_own(sentence: Sentence, number: int, story: Story) -> float:
    """What speaks for a happening of which alone some things are told that a sentence names."""
    shared = _words(sentence, story) & _words_told(number, sentence, story)
    only = shared.difference(*(_words_told(n, sentence, story) for n in range(len(story.happenings)) if n != number))
    return ONLY_THERE * min(MOST_SHARED, len(only))


def _words_told(number: int, sentence: Sentence, story: Story) -> frozenset[str]:
    """The things that the other sentences name that tell of a happening."""
    others = (t.sentence for t in story.happenings[number].tellings if t.sentence is not sentence)
    return frozenset().union(*(_words(other, story) for other in others))


def nearest_telling(sentence: Sentence, happening: Happening) -> tuple[Sentence, bool]:
    """The sentence nearest to a count that tells of a happening, and whether the body tells of it only later on."""
    told = [t.sentence for t in happening.tellings]
    in_body = [s for s in told if s.part not in HEADINGS]
    before = [s for s in in_body or told if s.index <= sentence.index]
    nearest = min(before or told, key=lambda s: (abs(s.index - sentence.index), s.index))
    return nearest, not before and sentence.part not in HEADINGS


def _by_place(sentence: Sentence, happening: Happening, story: Story, own: Sequence[PlaceMention] | None) -> float:
    found = story.found
    named = list(own or ()) if own is not None else _named_there(sentence, found) or _there(sentence, story)
    mine = [p.place for p in named if p.place]
    spoken_of = not mine and all(t.sentence.paragraph != sentence.paragraph for t in happening.tellings)
    if spoken_of:  # the paragraph is about another place
        before = sorted(found.paragraphs.get(sentence.paragraph, ()))
        back = (story.parsed.sentences[i] for i in reversed(before) if i < sentence.index)
        told = next((p for other in back if (p := _named_there(other, found))), [])
        mine = [p.place for p in told if p.place]
    theirs = [p.place for p in places_told(happening) if p.place and p.place.precision != "country"]
    if not mine or not theirs:
        return 0.0
    pairs = [(a, b) for a in mine for b in theirs]
    same = any(same_place(a, b) for a, b in pairs)
    within = any(contains(a, b) or contains(b, a) for a, b in pairs)
    if spoken_of:
        return 0.0 if same or within else ELSEWHERE
    other = 0.0 if named and all(_of_speaker(p, sentence) or cared_for(p, sentence) for p in named) else OTHER_PLACE
    doc = story.parsed.docs.get(sentence.index)
    if doc is not None and tells_late_death(doc):
        other = 0.0  # whither one of those hit had been brought
    if all(place.country is None for place in mine):
        other = 0.0  # a river or a sea of several countries: "districts on the right bank of the Danube"
    if same and not any(same_place(p.place, b) for p in _free(named, sentence, found) if p.place for b in theirs):
        return 0.0
    stated = SAME_PLACE if happening.places else STORY_PLACE
    return stated if same else WITHIN if within else other


def _free(named: Sequence[PlaceMention], sentence: Sentence, found: Found) -> Sequence[PlaceMention]:
    """Where something was, without the areas of speakers beside it: "hurt in Nikopol, the Dnipro governor said"."""
    offices = found.parties.get(sentence.index, ())
    return [p for p in named if not in_an_office(p, offices)] or named


def was_at(happening: Happening, places: Sequence[PlaceMention]) -> bool:
    """Whether a happening was in one of some places."""
    theirs = [p.place for p in places_told(happening) if p.place]
    return any(same_place(p.place, place) for p in places if p.place for place in theirs)


def _there(sentence: Sentence, story: Story) -> list[PlaceMention]:
    """The places that "there" stands for, those of the last sentence before that names any: "three died there"."""
    doc = story.parsed.docs.get(sentence.index)
    if doc is None or not any(_is_where(t) for t in doc):
        return []
    before = range(sentence.index - 1, max(-1, sentence.index - 1 - THERE_REACH), -1)
    told = [named for i in before if (named := named_places(i, story.found))]
    hurt = [h for h in story.happenings if h.group in HURT]
    return next((named for named in told if any(was_at(h, named) for h in hurt)), [])


def _is_where(token: Token) -> bool:
    """Whether "there" says where something was; not "there were", "nobody was there"."""
    if token.lower_ != "there" or token.i == 0 or token.dep_ in ("expl", "ROOT"):
        return False
    return token.nbor(-1).pos_ != "AUX"


def named_places(index: int, found: Found) -> list[PlaceMention]:
    """The places below a country that a sentence names."""
    named = [p for p in found.places.get(index, ()) if p.role == "place" and p.place]
    return [p for p in named if p.place and p.place.precision != "country"]


def _named_there(sentence: Sentence, found: Found) -> list[PlaceMention]:
    """The places of a sentence but for those from where somebody fired."""
    return [p for p in named_places(sentence.index, found) if not only_fired_from(p, sentence)]


def _of_speaker(place: PlaceMention, sentence: Sentence) -> bool:
    """Whether a place only tells whose voice it is: "Belgrade's Studio B", "the media centre in Pristina said"."""
    at, to = place.start - sentence.start, place.end - sentence.start
    return bool(SPEAKS_BEHIND.match(sentence.text[to:]) or SPEAKS_BEFORE.search(sentence.text[:at]))


def places_told(happening: Happening) -> list[PlaceMention]:
    """Where a happening was: the places that its tellings name, else that of the story."""
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
