"""Which places of a sentence belong to which deed that it tells, and where the story is when it names none."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.events import frames
from fogline.lexicon.figures import count_words
from fogline.lexicon.parties import parties
from fogline.lexicon.phrases import words
from fogline.lexicon.places import place_words
from fogline.lexicon.saying import saying
from fogline.model import DateMention, FigureMention, PartyMention, PlaceMention
from fogline.read.bonds import beside, bond, elsewhere, listed, origin, sent_from, steps
from fogline.read.nearby import is_town
from fogline.read.passing import passed_through
from fogline.read.seams import answered_apart
from fogline.read.stretch import one_stretch
from fogline.read.text import Sentence
from fogline.read.what import Around, Trigger

FURTHEST = 11  # steps for the only place of a sentence
REACH = 7  # steps in the tree within which a place belongs to a trigger; beyond lie other clauses' places
MOST_BETWEEN = 2  # characters, a comma and a space, between a place and "near" another
ITEM_LEAD, ITEM_GAP = 5, 3  # characters before and behind the town that heads an item of a list
FAR_BACK = 8  # paragraphs in which "the town" finds the one that it stands for
AREA_LEAD = 12  # characters before the name of an area that opens a paragraph
AREA_KM = 150  # from the town that a province is named after to another in it
OPENING = re.compile(r"(?:(?:Separately|Meanwhile|Elsewhere|Also|And|But), ?)?[Ii]n (?:the )?")
LEAD_PARAGRAPHS = 4  # paragraphs that still speak of what the headline names


@dataclass(frozen=True, slots=True)
class Found:
    """All mentions of a report by sentence index, and the sentences of each paragraph."""

    places: Mapping[int, tuple[PlaceMention, ...]]
    dates: Mapping[int, tuple[DateMention, ...]]
    parties: Mapping[int, tuple[PartyMention, ...]]
    paragraphs: Mapping[int, frozenset[int]]  # the sentences of each paragraph
    starts: Mapping[int, int]  # the offset of each paragraph
    figures: Mapping[int, tuple[FigureMention, ...]]
    datelines: frozenset[int] = frozenset()  # the sentences that are one, of paragraphs behind the first
    text: str = ""  # of the whole report

    def named(self) -> dict[str, tuple[int, int]]:
        """The parties of the report, each with the first words that stand for it."""
        out: dict[str, tuple[int, int]] = {}
        for index in sorted(self.parties):
            for mention in self.parties[index]:
                if mention.party:
                    out.setdefault(mention.party, (mention.start, mention.end))
        return out

    def mentioned(self) -> dict[str, list[tuple[int, int]]]:
        """The parties of the report, each with all the words that stand for it, in order."""
        out: dict[str, list[tuple[int, int]]] = {}
        for index in sorted(self.parties):
            for mention in self.parties[index]:
                if mention.party:
                    out.setdefault(mention.party, []).append((mention.start, mention.end))
        return out


def _hyphened(place: PlaceMention, around: Around) -> bool:
    """Whether a name only describes a thing: "a Panama-flagged tanker"."""
    return around.sentence.text[place.end - around.sentence.start :].startswith("-")


def token_at(around: Around, start: int, end: int) -> Token | None:
    """The syntactic head of the words at report offsets [start, end)."""
    low, high = start - around.sentence.start, end - around.sentence.start
    tokens = [t for t in around.doc if low <= t.idx < high]
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head == t), None)


def nearest(word: Token, triggers: Sequence[Trigger], doc: Doc) -> Trigger:
    """The trigger that a word hangs on: fewest steps in the parse, then in the sentence."""
    return min(triggers, key=lambda t: (steps(word, doc[t.token]), abs(word.i - t.token), t.token))


def places_of(trigger: Trigger, triggers: Sequence[Trigger], around: Around) -> tuple[PlaceMention, ...]:
    """The places of the sentence that hang on this trigger rather than on another."""
    token = around.doc[trigger.token]
    near: list[tuple[tuple[bool, bool, int], PlaceMention]] = []
    named = [p for p in around.places if p.role == "place" and p.place is not None]
    for place in around.places:
        if place.role != "place" or place.place is None or _hyphened(place, around):
            continue
        word = token_at(around, place.start, place.end)
        if word is None or _locates(word, around) or nearest(word, triggers, around.doc) is not trigger:
            continue
        if answered_apart(around.doc, trigger.start, trigger.end, place.start - around.sentence.start):
            continue
        if elsewhere(word, token) or _reached(word, token) or (is_seat(place) and _spoken_at(word, trigger, token)):
            continue
        if _is_victim(word, trigger, token) or (len(named) > 1 and _of_speaker(word, token)):
            continue
        alone = len([p for p in named if not _opens(p, around)]) == 1
        reach = FURTHEST if alone and is_town(place) else REACH
        if (steps(word, token) <= reach or _over(word, token)) and not _passed(word, trigger, around):
            near.append(((beside(word), *bond(word, token)), place))
    if not near:
        return _after_colon(token, around)
    exact = [(d, p) for d, p in near if is_town(p)]
    pool = _narrowed(exact or near, around)
    first = min(pool, key=lambda pair: (pair[0], pair[1].start))[1]
    head = token_at(around, first.start, first.end)
    assert head is not None
    others = [p for _, p in pool if p is not first and _beside_it(head, token_at(around, p.start, p.end))]
    names = {first.place.name if first.place else ""}
    out = [first]
    for place in others:
        if place.place and place.place.name not in names:
            names.add(place.place.name)
            out.append(place)
    return tuple(out)


def _beside_it(head: Token, word: Token | None) -> bool:
    """Whether a place is listed with another as one more where it was done, not as the other end of one stretch."""
    return listed(head, word) and not (word is not None and one_stretch(head, word))


def _narrowed(
    pool: list[tuple[tuple[bool, bool, int], PlaceMention]], around: Around
) -> list[tuple[tuple[bool, bool, int], PlaceMention]]:
    """Without the area that opens the sentence where a town in it follows: "In Diyala, gunmen fired on a bus in X"."""
    opening = [pair for pair in pool if _opens(pair[1], around)]
    inner = [pair for pair in pool if pair not in opening and not pair[0][0]]
    if not opening or not inner:
        return pool
    wide, town = opening[0][1].place, min(inner, key=lambda pair: (pair[0], pair[1].start))[1].place
    lies_in = wide is not None and town is not None and wide.country == town.country and wide.km_to(town) <= AREA_KM
    return [pair for pair in pool if pair not in opening] if lies_in else pool


def _opens(place: PlaceMention, around: Around) -> bool:
    """Whether a name opens the sentence between "in" and a comma: "In Taiz, two children were wounded"."""
    at = place.start - around.sentence.start
    text = around.sentence.text
    behind = text[place.end - around.sentence.start :]
    return bool(OPENING.fullmatch(text[:at])) and behind.startswith(
        (",", " province,", " region,", " governorate,", " district,")
    )


def _locates(word: Token, around: Around) -> bool:
    """Whether a place only tells where the one right before it lies: "Kenscoff, near Port-au-Prince"."""
    if not beside(word):
        return False
    start = around.sentence.start + word.head.idx
    return any(0 <= start - place.end <= MOST_BETWEEN for place in around.places if place.role == "place")


def _after_colon(trigger: Token, around: Around) -> tuple[PlaceMention, ...]:
    """Settlements listed behind a colon: "captured two villages: Lozova and Krasne"."""
    start = around.sentence.start
    rest = around.sentence.text[trigger.idx :].partition(": ")
    listed = start + trigger.idx + len(rest[0])
    inside = [p for p in around.places if rest[1] and p.start >= listed and _is_town(p)]
    named = {p.place.name: p for p in reversed(inside) if p.place}
    return tuple(sorted(named.values(), key=lambda p: p.start)) if trigger.pos_ == "VERB" else ()


def _passed(word: Token, trigger: Trigger, around: Around) -> bool:
    """Whether a place is only where something came from or goes; a retreat from it or troops to it concern it."""
    taken = trigger.group in ("detention", "abuse")  # "dragged from buses near Gao": there it was done
    if not origin(word):
        sent = trigger.frame.sort == "deed" and not taken and sent_from(word, word.doc[trigger.token])
        return sent and not _aimed_at(word, around)
    above = (word.head.head, word.head.head.head)  # "pulled back from"
    retreat = word.head.lower_ == "from" and any(verb.lemma_.lower() in deeds().retreat for verb in above)
    retreat = retreat or (taken and word.head.lower_ == "from" and word.head.head.i == trigger.token)
    return not (retreat or (word.head.lower_ == "to" and trigger.group in ("mobilisation", "aid")))


def _aimed_at(word: Token, around: Around) -> bool:
    """Whether arms are aimed at a place, whatever the parse hangs it on: "fired rockets from launchers at Belgorod"."""
    aim = word.head
    if aim.dep_ != "prep" or aim.lower_ not in ("at", "into", "onto", "towards", "toward"):
        return False
    end = aim.head.idx + len(aim.head.text)
    return any(t.kind == "weapon" and t.start < end <= t.end for t in around.things)


def _is_victim(word: Token, trigger: Trigger, token: Token) -> bool:
    """Whether a name is that of who was taken or killed, whatever place is called so too: "detained César N."."""
    if word.dep_ != "dobj" or word.head != token:
        return False
    kills = token.lemma_.lower() in count_words().figures["killed"].objects
    return trigger.group == "detention" or (trigger.group == "abuse" and kills)


def _over(word: Token, trigger: Token) -> bool:
    """Whether a word opens the clause that holds the trigger: "In Goma, three of those hurt in the attack died"."""
    verb = next((up for up in word.ancestors if up.pos_ in ("VERB", "AUX")), None)
    return verb is not None and verb.is_ancestor(trigger) and word.i < verb.i


def _spoken_at(word: Token, trigger: Trigger, token: Token) -> bool:
    """Whether a place is where somebody spoke of a deed: "In Paris, the president said that the strike showed"."""
    verb = next((up for up in word.ancestors if up.pos_ in ("VERB", "AUX")), None)
    below = verb is not None and verb != token and verb.is_ancestor(token) and trigger.frame.sort == "deed"
    return below and verb is not None and verb.lemma_.lower() in saying().say


def _of_speaker(word: Token, token: Token) -> bool:
    """Whether a place only tells who speaks of a deed: "…, the inspector general of the Bastar range said"."""
    subject = next((up for up in (word, *word.ancestors) if up.dep_ == "nsubj"), None)
    if subject is None or subject in (token, word) or subject.is_ancestor(token):
        return False
    return subject.head.lemma_.lower() in saying().say and subject.head != token


def is_seat(place: PlaceMention) -> bool:
    """Whether a town is one whose name stands for a government."""
    return place.text.casefold() in _seats()


@cache
def _seats() -> frozenset[str]:
    return frozenset(name.casefold() for party in parties().values() for name in party.metonyms)


def _reached(word: Token, trigger: Token) -> bool:
    """Whether a place is where somebody got to in a clause above the trigger: "arrived in Gao since gunmen burned"."""
    verb = next((up for up in word.ancestors if up.pos_ in ("VERB", "AUX")), None)
    below = verb is not None and verb.is_ancestor(trigger) and trigger.pos_ == "VERB" and word.i < trigger.i
    return below and verb is not None and verb.lower_ in place_words().moving


def context_place(sentence: Sentence, at: int, found: Found) -> PlaceMention | None:
    """The settlement that the story spoke of last: in this or the paragraph before, near the top in the headline."""
    item = _item_place(sentence, at, found)
    if item is not None:
        return item
    told = _towns_before(sentence, at, found, 1)
    only = [] if told else _only_town(at, found)
    area = _opening_area(sentence, at, found)
    if area is not None and (not told or told[-1].start < found.starts[sentence.paragraph]):
        return area
    heading = [p for p in found.places.get(0, ()) if _is_town(p)] if sentence.paragraph <= LEAD_PARAGRAPHS else []
    return next(iter(told[-1:] or heading[:1] or only), None)


def _towns_before(sentence: Sentence, at: int, found: Found, back: int) -> list[PlaceMention]:
    """The towns named before an offset in the paragraph and those right before it; not those only passed through."""
    numbers = range(sentence.paragraph - back, sentence.paragraph + 1)
    near = [i for n in numbers for i in sorted(found.paragraphs.get(n, ()))]
    return [
        p
        for i in near
        for p in found.places.get(i, ())
        if _is_town(p) and p.start < at and not passed_through(found.text, p)
    ]


def _only_town(at: int, found: Found) -> list[PlaceMention]:
    """The one town that a report has named before an offset, however it named it."""
    named = [p for i in sorted(found.places) for p in found.places[i] if p.start < at and is_town(p)]
    return [] if len({p.place.name for p in named if p.place}) != 1 else [p for p in named if p.role == "place"][-1:]


def _opening_area(sentence: Sentence, at: int, found: Found) -> PlaceMention | None:
    """The province that the paragraph opens with, which takes the story from the town of the paragraph before."""
    opening = min(found.paragraphs[sentence.paragraph])
    start = found.starts[sentence.paragraph]
    return next(
        (
            p
            for p in found.places.get(opening, ())
            if p.role == "place"
            and p.place
            and p.place.precision == "region"
            and p.start < at
            and p.start - start <= AREA_LEAD
        ),
        None,
    )


def in_item(sentence: Sentence, at: int, found: Found) -> tuple[PlaceMention, ...]:
    """The town that heads the paragraph, if it is headed by one."""
    place = _item_place(sentence, at, found)
    return () if place is None else (place,)


def _item_place(sentence: Sentence, at: int, found: Found) -> PlaceMention | None:
    """The town that heads the paragraph, as an item of a list or a dateline: "2. Ansongo, 11 March – drone strike"."""
    opening = min(found.paragraphs[sentence.paragraph])
    start, dates = found.starts[sentence.paragraph], found.dates.get(opening, ())
    heads = [p for p in found.places.get(opening, ()) if _is_town(p) and p.start - start <= ITEM_LEAD and p.start < at]
    dateline = opening in found.datelines
    return next(
        (
            p
            for p in heads
            if dateline
            or any(0 < d.start - p.end <= ITEM_GAP for d in dates)
            or (_heading_end().match(found.text, p.end) and not is_seat(p) and sentence.part == "body")
        ),
        None,
    )


def stands_alone(sentence: Sentence, found: Found) -> bool:
    """Whether the town that heads a paragraph of the body is a name alone, no dateline and no day behind it."""
    opening, start = min(found.paragraphs[sentence.paragraph]), found.starts[sentence.paragraph]
    if opening in found.datelines or sentence.part != "body":
        return False
    heads = [p for p in found.places.get(opening, ()) if _is_town(p) and p.start - start <= ITEM_LEAD]
    ends = [m.end() for p in heads if not is_seat(p) and (m := _heading_end().match(found.text, p.end))]
    return bool(ends) and not any(d.start < ends[0] for d in found.dates.get(opening, ()))


def named_later(telling_end: int, sentence: Sentence, found: Found, text: str) -> PlaceMention | None:
    """The village that the next paragraphs name, where the sentence speaks of "a village" and names no town."""
    if not _some_village().search(sentence.text):
        return None
    coming = [i for n in range(sentence.paragraph, sentence.paragraph + 3) for i in sorted(found.paragraphs.get(n, ()))]
    for place in (p for i in coming for p in found.places.get(i, ()) if p.start > telling_end and _is_town(p)):
        before, behind = text[max(0, place.start - 30) : place.start], text[place.end : place.end + 12]
        if _the_village().search(before) or _village_behind().match(behind):
            return place
    return None


@cache
def _heading_end() -> re.Pattern[str]:
    """What ends a town that stands alone before an item: "Gao. A salvo", "GAO (Mali). Expect", "Sumy: two dead"."""
    kinds = "|".join(sorted(place_words().like_region))
    return re.compile(
        rf"(?: (?:{kinds}))?(?: \([A-Z][^()\n]{{1,30}}\)|, [A-Z][\w-]+(?: [A-Z]?[\w-]+){{0,2}})?"
        r"(?::\s(?=\S)|(?:\.|\s[–—-])\s(?=[A-Z0-9\"“]))"
    )


@cache
def _villages() -> str:
    return "|".join(sorted(place_words().village | place_words().like_village))


@cache
def _some_village() -> re.Pattern[str]:
    return re.compile(rf"\b(?:a|an|one) (?:[a-z-]+ ){{0,3}}(?:{_villages()})\b")


@cache
def _the_village() -> re.Pattern[str]:
    return re.compile(rf"\b[Tt]he (?:{_villages()})(?:, | of | called )$")


@cache
def _village_behind() -> re.Pattern[str]:
    return re.compile(rf" (?:{_villages()})\b")


AGAIN = frozenset({"city", "town", "village"})
LIES = (["in"], ["of"], ["in", "the"])


def named_again(
    around: Around, mine: Callable[[int, int], bool], story: PlaceMention | None, found: Found
) -> tuple[PlaceMention, ...]:
    """The settlement that "the city", "the village" or "there" stands for, where it hangs on these words."""
    spoken = words(around.sentence.text)
    matches = frames().town.find(spoken)
    other = {match.first for match in matches if not match.value}
    for match in matches:
        first, last = spoken[match.first], spoken[match.last]
        start, end = around.sentence.start + first.start, around.sentence.start + last.end
        word = token_at(around, start, end)
        named = match.value and match.first not in other and (word is None or word.dep_ != "expl")  # "there was a raid"
        meant = _meant_again(around.sentence, start, last.key, story, found) if named and mine(start, end) else None
        if meant is not None:
            text = around.sentence.text[first.start : last.end]
            return (PlaceMention(start, end, text, "place", meant.place, meant.confidence),)
    return ()


def in_town_told_before(place: PlaceMention, around: Around) -> bool:
    """Whether an area only tells where a town named before lies: "rocked the city in central Yemen"."""
    if is_town(place):
        return False
    before = around.sentence.text[: max(0, place.start - around.sentence.start)].lower().split()[-4:]
    return any(
        before[k : k + 1] == ["the"] and before[k + 1] in AGAIN and before[k + 2 :] in LIES
        for k in range(len(before) - 2)
    )


def _meant_again(
    sentence: Sentence, at: int, noun: str, story: PlaceMention | None, found: Found
) -> PlaceMention | None:
    """The town meant by words that name one again: "the town" and "the village" are no seat of a government."""
    small = bool(
        {noun, noun.removesuffix("'s"), noun.removesuffix("’s")} & (place_words().village | place_words().like_village)
    )
    if story is not None and story.place is not None and not (small and is_seat(story)):
        return story
    towns = [p for p in _towns_before(sentence, at, found, FAR_BACK) if not (small and is_seat(p))]
    return next(iter(towns[-1:]), None)


def _is_town(place: PlaceMention) -> bool:
    return place.role == "place" and is_town(place)
