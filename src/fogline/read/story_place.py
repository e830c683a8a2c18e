"""Where is the story when a sentence names no place of its own?

In the town told of last, the one that heads an item of a list, or the one that "the town" or "a village" stands for.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache

from fogline.lexicon.events import frames
from fogline.lexicon.figures import count_words
from fogline.lexicon.phrases import words
from fogline.lexicon.places import place_words
from fogline.lexicon.status import status_words
from fogline.model import PlaceMention
from fogline.read.area_before import is_district
from fogline.read.bonds import beside
from fogline.read.cared_for import cared_for
from fogline.read.local_word import told_locally
from fogline.read.nearby import is_town
from fogline.read.passing import passed_through, speaks_at_its_seat
from fogline.read.placing import AREA_KM, Found, is_named_town, is_seat, on_border, tells_who_speaks, token_at
from fogline.read.text import Sentence
from fogline.read.what import Around, Trigger

ITEM_LEAD, ITEM_GAP = 5, 3  # characters before and behind the town that heads an item of a list
FAR_BACK = 8  # paragraphs in which "the town" finds the one that it stands for
AREA_LEAD = 12  # characters before the name of an area that opens a paragraph
KEPT = 1024  # sentences
NEAR_BOTH_KM = 30.0  # between two towns: what is near one is not told to be in the other
ROAD = " road"  # ends the name of a stretch between two towns
LIES_IN = (" in ", ", in ", " in the ")
LEAD_PARAGRAPHS = 4  # paragraphs that still speak of what the headline names


def context_place(sentence: Sentence, at: int, found: Found) -> PlaceMention | None:
    """The settlement that the story spoke of last: in this or the paragraph before, near the top in the headline."""
    item = _item_place(sentence, at, found)
    if item is not None:
        inner = _town_before(sentence, at, found, 0)
        return inner if inner is not None and inner.start > item.start else item
    told = _town_before(sentence, at, found, 1)
    area = _opening_area(sentence, at, found)
    if area is not None and (told is None or told.start < found.starts[sentence.paragraph]):
        return area
    if told is not None:
        return told
    heading = [p for p in found.places.get(0, ()) if is_named_town(p)] if sentence.paragraph <= LEAD_PARAGRAPHS else []
    return next(iter(heading[:1] or _only_town(at, found)), None)


def _town_before(sentence: Sentence, at: int, found: Found, back: int, *, small: bool = False) -> PlaceMention | None:
    """The town named last before an offset, in the paragraph or one of those right before it.

    Not one that was only passed through; `small` asks for one that is no seat of a government.
    """
    fits: PlaceMention | None = None
    for town in _backwards(sentence.paragraph - back, at, found):
        if fits is not None and not _only_its_area(fits, town, found):
            return fits
        aside = town in found.asides and town.start < sentence.start
        passed = aside or (small and is_seat(town)) or passed_through(found.text, town)
        passed = passed or _only_speaks(town, found)
        fits = None if passed else town
    return fits


def _only_speaks(town: PlaceMention, found: Found) -> bool:
    """Whether a capital is only where its state speaks."""
    return is_seat(town) and speaks_at_its_seat(found.text, town)


def _backwards(paragraph: int, at: int, found: Found) -> Iterator[PlaceMention]:
    """The towns named from a paragraph on to an offset, the last first."""
    opening = next(start for number, start in found.starts.items() if number >= paragraph)
    for number in range(bisect_left(found.towns, at, key=lambda town: town.start) - 1, -1, -1):
        if found.towns[number].start < opening:
            return
        yield found.towns[number]


def _only_its_area(town: PlaceMention, earlier: PlaceMention, found: Found) -> bool:
    """Whether a name only tells in what the town before it lies: "the camp of X in the Y territory", "at X in Y"."""
    if found.text[earlier.end : town.start] in LIES_IN:
        return True
    return is_district(found.text, town.end) and "." not in found.text[earlier.end : town.start]


def _only_town(at: int, found: Found) -> list[PlaceMention]:
    """The one town that a report has named before an offset, however it named it."""
    named = [p for i in sorted(found.places) for p in found.places[i] if p.start < at and is_town(p)]
    if len({p.place.name for p in named if p.place}) != 1:
        return []
    return [p for p in named if p.role == "place" and not _only_speaks(p, found)][-1:]


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
    towns = [p for p in found.places.get(opening, ()) if is_named_town(p)]
    heads = [p for p in towns if p.start - start <= ITEM_LEAD and p.start < at]
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


def heads_sector(sentence: Sentence, found: Found) -> bool:
    """Whether a paragraph is the item of a bulletin on one sector: "In the Lyman direction, the army repelled"."""
    return sentence.part == "body" and _sector().match(found.text, found.starts[sentence.paragraph]) is not None


def stands_alone(sentence: Sentence, found: Found) -> bool:
    """Whether the town that heads a paragraph of the body is a name alone, no dateline and no day behind it."""
    opening, start = min(found.paragraphs[sentence.paragraph]), found.starts[sentence.paragraph]
    if opening in found.datelines or sentence.part != "body":
        return False
    heads = [p for p in found.places.get(opening, ()) if is_named_town(p) and p.start - start <= ITEM_LEAD]
    ends = [m.end() for p in heads if not is_seat(p) and (m := _heading_end().match(found.text, p.end))]
    return bool(ends) and not any(d.start < ends[0] for d in found.dates.get(opening, ()))


def named_later(telling_end: int, sentence: Sentence, found: Found, text: str) -> PlaceMention | None:
    """The village that the next paragraphs name, where the sentence speaks of "a village" and names no town."""
    if not _some_village().search(sentence.text):
        return None
    coming = [i for n in range(sentence.paragraph, sentence.paragraph + 3) for i in sorted(found.paragraphs.get(n, ()))]
    for place in (p for i in coming for p in found.places.get(i, ()) if p.start > telling_end and is_named_town(p)):
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
def _sector() -> re.Pattern[str]:
    return re.compile(r"(?:In|On) the [A-Z][\w-]+(?: [A-Z][\w-]+)? (?:direction|sector|axis|front),")


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


def named_again(
    around: Around,
    mine: Callable[[int, int], bool],
    stories: tuple[PlaceMention | None, PlaceMention | None],
    found: Found,
) -> tuple[PlaceMention, ...]:
    """The settlement that "the city", "the village" or "there" stands for, where it hangs on these words.

    `stories` are the place told of last, which "there" means, and the one that "the town" can mean.
    """
    text, offset = around.sentence.text, around.sentence.start
    for first, last, noun in _again_in(text):
        start, end = offset + first, offset + last
        word = token_at(around, start, end)
        named = word is None or word.dep_ != "expl"  # "there was a raid"
        story = stories[noun != "there"]
        meant = _meant_again(around, start, noun, story, found) if named and mine(start, end) else None
        if meant is not None and not _of_another_country(meant, start, end, around):
            return (PlaceMention(start, end, text[first:last], "place", meant.place, meant.confidence),)
    return ()


@lru_cache(maxsize=KEPT)
def _again_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """Where words of a sentence name a town again, and their noun: "the city", "there", "the border town"."""
    spoken = words(text)
    matches = frames().town.find(spoken)
    other = {match.first for match in matches if not match.value}
    again = [(spoken[m.first], spoken[m.last]) for m in matches if m.value and m.first not in other]
    described = ((m.start(), m.end(), m["noun"].lower()) for m in _described().finditer(text))
    return (*((first.start, last.end, last.key) for first, last in again), *described)


@cache
def _described() -> re.Pattern[str]:
    """A town called again by what it is, without a name behind: "the border town", "the eastern Ukrainian city"."""
    kinds, others = "|".join(sorted(place_words().towns)), "|".join(sorted(place_words().other_towns))
    return re.compile(
        rf"\b[Tt]he (?!(?:(?!(?:{kinds})\b)[\w'’-]+ ){{0,2}}(?:{others})\b)(?:[\w'’-]+ ){{1,3}}?(?P<noun>{kinds})\b"
        r"(?!['’]?s? (?:of|called|named|council|hall|centre|center|near|in|[A-Z])|[-'’]|s\b)"
    )


def _of_another_country(town: PlaceMention, start: int, end: int, around: Around) -> bool:
    """Whether the words that name a town again say that it is another country's: "the Russian border city"."""
    inside = (p.place for p in around.places if p.role == "demonym" and start <= p.start < end)
    return any(place is not None and town.place is not None and place.country != town.place.country for place in inside)


def in_town_told_before(place: PlaceMention, around: Around) -> bool:
    """Whether an area or a road only tells where a town named before lies: "rocked the city in central Yemen".

    "Took control of the northern town on the Mandalay-Lashio road".
    """
    before = around.sentence.text[: max(0, place.start - around.sentence.start)]
    road = place.place is not None and place.place.name.endswith(ROAD)
    return (road or not is_town(place)) and _town_in().search(before) is not None


@cache
def _town_in() -> re.Pattern[str]:
    return re.compile(
        rf"\bthe (?:[\w-]+ ){{0,3}}(?:{'|'.join(sorted(place_words().towns))}) (?:in|of|on|along) (?:the )?$"
    )


def _meant_again(around: Around, at: int, noun: str, story: PlaceMention | None, found: Found) -> PlaceMention | None:
    """The town meant by words that name one again: "the town" and "the village" are no seat of a government."""
    sentence = around.sentence
    local = next((p for p in told_locally(around, None, 0) if is_town(p) and p.start < at), None)
    if local is not None:
        return local  # "the mayor of Gao said that rockets had hit the city"
    small = bool(
        {noun, noun.removesuffix("'s"), noun.removesuffix("’s")} & (place_words().village | place_words().like_village)
    )
    if story is not None and story.place is not None and not (small and is_seat(story)):
        return story
    return _town_before(sentence, at, found, FAR_BACK, small=small)


def yields_to_story(place: PlaceMention, lead: Trigger, around: Around) -> bool:
    """Whether the town of the story is meant where only a border, a speaker's land or a hospital's town is named.

    "On a road near the border with Chad"; "the Jubaland security ministry said that it was attacked".
    """
    if on_border(place, around.sentence.text, around.sentence.start):
        return True
    if not tells_who_speaks(place, lead, around):
        return False
    return not is_town(place) or (lead.definite and (cared_for(place, around.sentence) or _of_carers(place, around)))


def _of_carers(place: PlaceMention, around: Around) -> bool:
    """Whether those who care for the hurt speak in a town, who may have been hurt elsewhere: "doctors in Gao said"."""
    word = token_at(around, place.start, place.end)
    return word is not None and any(up.lemma_.lower() in count_words().marks["carers"] for up in word.ancestors)


def only_lies(place: PlaceMention, around: Around) -> bool:
    """Whether a place only tells where another lies: "this village south-west of Gao"."""
    word = token_at(around, place.start, place.end)
    return word is not None and beside(word)


def _near(place: PlaceMention, around: Around) -> bool:
    """Whether "near" stands before a town, and no distance or direction."""
    word = token_at(around, place.start, place.end) if is_town(place) else None
    return word is not None and word.dep_ == "pobj" and word.head.lower_ in status_words().nearness


def in_its_area(
    head: tuple[PlaceMention, ...], places: Sequence[PlaceMention], around: Around
) -> tuple[PlaceMention, ...]:
    """The town that heads an item, unless the item's sentence goes to an area that is not around it, or near a town
    that is too far from it to be near to both."""
    town = next((p.place for p in head), None)
    if any(_near(p, around) and p.place and town and p.place.km_to(town) > NEAR_BOTH_KM for p in places):
        return ()
    wide = [p.place for p in places if p.place and not only_lies(p, around)]
    near = town is not None and all(w.country == town.country and w.km_to(town) <= AREA_KM for w in wide)
    return head if near else ()
