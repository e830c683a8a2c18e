"""What does a telling without a place or a day of its own take over from the story around it?"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from fogline.lexicon.events import ATTACK, frames
from fogline.lexicon.phrases import words
from fogline.lexicon.places import place_words
from fogline.model import DateMention, PartyMention, PlaceMention
from fogline.read.dating import is_exact
from fogline.read.nearby import contains, is_town
from fogline.read.outcomes import one_place
from fogline.read.placing import Found, is_seat
from fogline.read.story_place import named_later
from fogline.read.telling import THREAT, Telling
from fogline.read.text import ParsedText, Sentence
from fogline.read.what import VIOLENT

OPENING = 4  # characters before a day that opens its sentence
BLOWS = VIOLENT | {ATTACK}  # groups of deeds that hit somebody
STORY_PARAGRAPHS = 8  # on which the story is still where something happened last


def filed_from(parsed: ParsedText, found: Found) -> PlaceMention | None:
    """The town of the dateline: who reports from it names it there alone. From seats of power all the land is told."""
    bylines = {s.index for s in parsed.sentences if s.part == "byline"}
    return next(
        (p for i in sorted(bylines) for p in found.places.get(i, ()) if is_town(p) and not is_seat(p)),
        None,
    )


def in_story(tellings: Sequence[Telling], filed: PlaceMention | None, found: Found) -> list[Telling]:
    """The tellings, those without a place of their own at the town where the story last had something happen.

    A town that is only named ("the ministry in Islamabad") is where the story is only if nothing was told to happen
    elsewhere since, nor in the sentence that names it: "fought in Nasir while flying wounded to Juba" leaves the story
    in Nasir. The first deed happened in the town that its own paragraph named before it.
    """
    out: list[Telling] = []
    last: tuple[int, PlaceMention] | None = None  # of what happened last: its paragraph and its town
    there: Sentence | None = None  # the sentence that told where
    before: set[PlaceMention] = set()  # towns where something had happened before the news
    for told in tellings:
        if told.tally:
            out.append(replace(told, context_place=None))
            continue
        telling = _governed(told, (last[1] if last else None, told.context_place, filed), found)
        back = _back_on_its_day(telling, out)
        if back is not None:
            out.append(replace(telling, context_place=back, context_here=False))
            continue
        town = next((p for p in telling.places if is_town(p)), None)
        told_before = _is_of_what_was_before(telling) or telling.answered
        aside = last is not None and last[0] == telling.sentence.paragraph and told_before
        before.update(telling.places if aside else ())
        if telling.sort != "word" and town is not None and not aside:
            last, there = (telling.sentence.paragraph, town), telling.sentence
        elif not telling.places and telling.sentence is there and telling.context_place is None:
            out.append(telling)  # "hit a school in Izium that had been shelled": it was not told to be there
            continue
        elif not telling.places and last is not None and telling.sentence.paragraph - last[0] <= STORY_PARAGRAPHS:
            named = telling.context_place
            told_of = there if there is not telling.sentence else None
            if (
                named is None
                or not telling.context_here
                or named.start < last[1].start
                or named in before
                or (told_of is not None and told_of.start <= named.start < told_of.end)
            ):
                here = last[0] == telling.sentence.paragraph
                out.append(replace(telling, context_place=last[1], context_here=here))
                continue
        elif filed is not None and not telling.places and telling.context_place is None:
            out.append(replace(telling, context_place=filed))
            continue
        if (
            last is None
            and told.sort == "deed"
            and not telling.places
            and telling.context_here
            and telling.context_place
        ):
            last = (telling.sentence.paragraph, telling.context_place)
        out.append(telling)
    return out


def _back_on_its_day(telling: Telling, told: Sequence[Telling]) -> PlaceMention | None:
    """The town of the blow told before on the very day of another, where the story has gone on to later arrests.

    "A bomb burst in Quetta on Friday. … Two were held in Chaman on Sunday. It went off on Friday as shops opened."
    """
    day = telling.date.days if telling.date else None
    last = next((t for t in reversed(told) if t.places), None)
    if day is None or telling.places or last is None or not last.date or not last.date.days:
        return None
    if telling.group not in BLOWS or last.group in BLOWS or last.date.days.gap(day) == 0:
        return None
    blows = (t for t in told if t.group in BLOWS and t.date and t.date.days and t.date.days.gap(day) == 0)
    towns = {p.place.name: p for t in blows for p in t.places if p.place and is_town(p)}
    return next(iter(towns.values())) if len(towns) == 1 else None


def _governed(telling: Telling, spoken_of: Sequence[PlaceMention | None], found: Found) -> Telling:
    """A telling whose only place is a speaker's province is at the town of it that the story speaks of.

    "The drones came before dawn, said the governor of the Odesa region" in a story from Izmail.
    """
    offices = [p for p in found.parties.get(telling.sentence.index, ()) if p.form in ("office", "person")]
    seats = [(p, o) for p in telling.places for o in offices if o.start <= p.start < o.end]
    town = next((s for s in spoken_of if s and seats and all(_governs(o, p, s) for p, o in seats)), None)
    if town is None or len(seats) < len(telling.places):
        return telling
    return replace(telling, places=(), context_place=town)


def _governs(office: PartyMention, place: PlaceMention, town: PlaceMention) -> bool:
    """Whether a town lies in the province that an office names: itself, or by the city of its name."""
    if contains(place.place, town.place):
        return True
    regional = place_words().of_region & {word.key for word in words(office.text)}
    one, other = place.place and place.place.region, town.place and town.place.region
    return bool(regional) and place.place != town.place and one is not None and one == other


def without_accidents(tellings: Sequence[Telling], parsed: ParsedText) -> list[Telling]:
    """The tellings without "the blast" of a paragraph that began with a gas explosion or the like."""
    begun = {s.paragraph: s.start for s in reversed(parsed.sentences) if frames().no_war.find(words(s.text))}
    return [t for t in tellings if not _takes_up(t, begun.get(t.sentence.paragraph))]


def _takes_up(telling: Telling, accident: int | None) -> bool:
    armed = any(t.kind == "weapon" for t in telling.things)
    again = telling.definite and telling.type == ATTACK and not armed and not telling.places
    return again and accident is not None and accident < telling.sentence.start


def with_later_name(telling: Telling, parsed: ParsedText, found: Found) -> Telling:
    """The telling of what happened in "a village", at the village that the report names after it."""
    if telling.sort == "word" or any(is_town(p) for p in telling.places):
        return telling
    village = named_later(telling.span[1], telling.sentence, found, parsed.text)
    return telling if village is None else replace(telling, places=(village,))


def _is_of_what_was_before(telling: Telling) -> bool:
    """Whether a deed only tells when the news was: "struck the port, a day after the two had signed a deal"."""
    return telling.date is not None and telling.date.text.lower().endswith((" after", " before"))


def _has_lasted(date: DateMention, telling: Telling) -> bool:
    """Whether a day is that since which something has been so, and what is told was done later: talks, vows."""
    begun = date.text.lower().startswith("since ")
    return begun and telling.group not in VIOLENT | {ATTACK, "territory"}


def opening_days(parsed: ParsedText, found: Found) -> frozenset[DateMention]:
    """Days that open a sentence in which nobody speaks: what follows happened then."""
    return frozenset(
        date
        for sentence in parsed.sentences
        for date in found.dates.get(sentence.index, ())[:1]
        if date.start - sentence.start <= OPENING
        and not place_words().speaks & {word.key for word in words(sentence.text)}
    )


def on_day(
    tellings: Sequence[Telling], opening: frozenset[DateMention], asides: Collection[DateMention | PlaceMention]
) -> list[Telling]:
    """The tellings, those without a day of their own on that of the deed told before in their paragraph.

    A day on which somebody spoke of it, named since, is not theirs; one that opens a sentence (`opening`) is. From
    `asides` no story goes on.
    """
    out: list[Telling] = []
    last: tuple[int, DateMention, tuple[PlaceMention, ...]] | None = None  # of the last dated deed: where and when
    for telling in tellings:
        here = telling.sentence.paragraph
        if telling.group != THREAT and telling.date is None and last is not None and last[0] == here:
            since = telling.context if telling.context in opening else None
            newer = since is not None and since.start > last[1].start
            newer = newer or _has_lasted(last[1], telling) or _spoken_of_elsewhere(telling, last[2])
            out.append(telling if newer else replace(telling, context=last[1]))
            continue
        aside = last is not None and last[0] == here and _is_of_what_was_before(telling)
        aside = aside or telling.date in asides
        if telling.sort != "word" and telling.date is not None and telling.date.days and not aside:
            last = (here, telling.date, telling.places)
        out.append(telling)
    return out


def _spoken_of_elsewhere(telling: Telling, places: Sequence[PlaceMention]) -> bool:
    """Whether a sentence with a day on which somebody spoke tells of another place than the deed before it.

    "RSF guns shelled the camp on Monday. The army said on Wednesday that jets had bombed Nyala."
    """
    day = telling.context
    if day is None or day.start < telling.sentence.start or not is_exact(day):
        return False
    here, there = ([p.place for p in named if p.place] for named in (telling.places, places))
    return bool(here and there) and not any(one_place(a, b) for a in here for b in there)
