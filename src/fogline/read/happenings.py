"""Which tellings of a report are of one happening.

News tells one happening in many sentences: the headline, the lead, "the strike", a figure eight paragraphs down. A
telling joins the happening that fits it best among those told before; what its own words contradict (another city,
another day, another kind of thing) makes a new one.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from fogline.lexicon.events import ATTACK
from fogline.lexicon.phrases import words
from fogline.lexicon.places import place_words
from fogline.lexicon.status import status_words
from fogline.model import TYPE_GROUPS, DateMention, Days, PlaceMention
from fogline.read.happening import HEADINGS, Happening, objects_of, weapons_of
from fogline.read.heading_parts import in_their_parts, named_below, words_in_common
from fogline.read.hit_again import hit_again, of_those_sent
from fogline.read.later import at_another_hour, one_more_later
from fogline.read.looks_back import looks_back
from fogline.read.nearby import around_city, contains, is_town, listed_by_name, of_its_region, same_place
from fogline.read.other_happening import (
    OF_ANY_ARM,
    came_of_the_strike,
    done_by_the_fallen,
    fell_in_it,
    fires_in_it,
    mob_beside_march,
    of_an_older_day,
    only_shot,
    part_of_a_sum,
    strikes_another_land,
    strikes_back,
    wave_and_hit,
)
from fogline.read.outcomes import one_place
from fogline.read.seams import answered_by_the_last, answers_at
from fogline.read.spoken_for import speaks_for
from fogline.read.tally import is_wave
from fogline.read.telling import Telling
from fogline.read.told_on import told_on
from fogline.read.what import VIOLENT
from fogline.read.whose_losses import sides_as_told

__all__ = ["HEADINGS", "STRETCH", "Happening", "background", "group_of", "is_long", "resolve"]

# Weights of what speaks for one happening; set on the development cases, where ±50 % of any one changed little.
SAME_PLACE = 3.0
WITHIN = 0.5  # one names the town, the other the country or the region around it
SPOKEN_FOR = 1.5  # by whose office it is to speak of what happened there
SAME_DAY = 1.0
SAME_ACTOR = 1.0
SAME_WEAPON = 1.0
SAME_OBJECT = 0.5
POINTS_BACK = 1.5
SAME_PARAGRAPH = 1.0
NEXT_PARAGRAPH = 0.5
SAME_WORD, MOST_WORDS = 0.4, 3  # of a heading, in the sentences below
SAME_TYPE = 0.75  # of "the blast", which is the explosion rather than the exchange of fire told last
TOLD_ON = 0.5  # of the town of what the lead tells at none
GUN = "gun"
SAME_KIND = 0.5  # of a heading, whose "strike" can be any attack
RECENT = 0.05  # lost for every sentence between
ENOUGH = 0.6  # below this a telling without a place of its own starts a happening

HEADING_KM = 60.0  # a heading names the nearest town that readers know
SIDE_KM = 400.0  # from the middle of a side of a land to a town there
DISTRICT_KM = 40.0  # from the middle of a district to a town of it
BESIDE_KM = 15.0  # "the raid on the town" was on the plant beside it
BLOWS = VIOLENT | {ATTACK}  # groups of deeds that hit somebody
# Groups of deeds that are one, however many places they are for: "shut the crossings at Torkham and Chaman".
AT_ONCE = frozenset({"talks", "aid", "sanction", "mobilisation", "pledge", "threat", "other"})
MOST_COMPARED = 150  # happenings told last that a telling may join; no news story tells of more
SOON = 4  # sentences on in which "the incident" is what was told last
NEXT = 2  # sentences on in which a part of what was told still follows it
STRETCH = 8  # days; what is told of more than a week is a series or a campaign, not one happening


def resolve(tellings: Sequence[Telling], published: dt.date | None = None) -> list[Happening]:
    """Happenings in the order they are first told; headings, which tell least, join last."""
    last_sentence = max((t.sentence.index for t in tellings), default=0)
    found: list[Happening] = []
    last: Happening | None = None
    tellings = in_their_parts(tellings, HEADINGS)
    body = [t for t in tellings if t.sentence.part not in HEADINGS]
    for telling in [*body, *(t for t in tellings if t.sentence.part in HEADINGS)]:
        if telling.points:
            whole = next((h for h in reversed(found) if any(t.sort != "harm" for t in h.tellings)), None)
            if whole is not None and _tells_of_it(telling, whole):
                whole.join(telling)
            continue
        for one in _apart(telling):
            answering = last if last and _answered_by_the_last(one, tellings) else None
            possible = [h for h in found if h is not answering] if answering else found
            if looks_back(one, last_sentence, published):
                possible = [h for h in possible if h.date or _days_agree(one.date, h.tellings[0].context)]
            home = _home(one, possible)
            if home is None and _stands_alone(one, found):
                home = Happening(one.group)
                found.append(home)
            if home is not None:
                home.join(one)
                last = home
    for happening in found:
        if happening.group in VIOLENT and happening.type != ATTACK:
            happening.group = TYPE_GROUPS[happening.type]
        sides_as_told(happening)
    return found


def _tells_of_it(telling: Telling, happening: Happening) -> bool:
    """Whether words that only tell where or when it was can tell so of the happening told last."""
    near = telling.sentence.index - happening.tellings[-1].sentence.index <= SOON
    alike = replace(telling, group=happening.group, type=happening.type, status=happening.status, definite=True)
    return near and len(telling.places) < 2 and _fit(alike, happening) is not None


def _answered_by_the_last(telling: Telling, tellings: Sequence[Telling]) -> bool:
    sentence = telling.sentence
    if not answers_at(sentence.text):
        return False
    others = [t.span[0] - sentence.start for t in tellings if t.sentence is sentence]
    return answered_by_the_last(sentence.text, telling.span[0] - sentence.start, others)


def _stands_alone(telling: Telling, found: Sequence[Happening]) -> bool:
    """Whether a telling that fits no happening told before is one of its own.

    Weak words need a place of their own, what is denied a town, since others may tell of it there, a heading a place
    that is no country where the body tells of that kind already.
    """
    armed = any(t.kind == "weapon" for t in telling.things) and (telling.date or telling.figures)
    placed = bool(telling.places) or telling.item or telling.tally  # an item is at the town that heads it
    if telling.denied and not (telling.group in BLOWS and telling.sort == "deed" and any(map(is_town, telling.places))):
        return False
    here = telling.context_place  # "residents of the town said that the army killed nine"
    in_it = here is not None and here.start >= telling.sentence.start
    told = in_it and any(p.party for p in telling.actors) and bool(telling.figures)
    if telling.weak and not placed and not told and not (armed and here):
        return False
    if telling.sentence.part in HEADINGS and any(_told_already(telling.group, h.group) for h in found):
        return any(p.place and p.place.precision != "country" for p in telling.places)
    return True


def _told_already(heading: str, group: str) -> bool:
    """Whether the body tells of the kind of a heading; an "attack" may turn out to be any of violence."""
    return heading == group or (ATTACK in (heading, group) and {heading, group} <= VIOLENT | {ATTACK})


def _apart(telling: Telling) -> list[Telling]:
    """A telling of several settlements ("hit Kharkiv and Sumy") is one telling for each.

    The region around a city that is none of its own is no place apart, nor is the land that a town lies in: "over
    Moscow region and on a tower in Moscow", "in Sudan, in a strike that hit a market in El Fasher".
    """
    towns = [p for p in telling.places if is_town(p)]
    once = telling.sort == "word" or telling.group in AT_ONCE | {"detention"}
    if once or len(telling.places) < 2 or not towns or is_wave(telling.figures):
        return [telling]
    kept: list[PlaceMention] = []
    for place in (p for p in telling.places if not any(_lies_around(p, t) for t in towns)):
        assert place.place
        if not any(one_place(place.place, k.place) for k in kept if k.place):
            kept.append(place)
    return [replace(telling, places=(place,)) for place in kept]


def _lies_around(place: PlaceMention, town: PlaceMention) -> bool:
    """Whether a place is the land or the region that a town lies in, or the region around a city."""
    return around_city(place.place, town.place) or (not is_town(place) and contains(place.place, town.place))


def _home(telling: Telling, found: Sequence[Happening]) -> Happening | None:
    best, best_score = None, 0.0
    for happening in found[-MOST_COMPARED:]:
        if telling.sentence.index in happening.sentences:
            continue  # a sentence that tells of two keeps them apart
        score = _fit(telling, happening)
        if score is not None and happening is found[0] and told_on(telling, happening):
            score += TOLD_ON
        if score is not None and score > best_score:
            best, best_score = happening, score
    return best if best_score >= ENOUGH else None


def _fit(telling: Telling, happening: Happening) -> float | None:
    """How well a telling fits a happening; None where its words speak against it."""
    apart = (telling.apart and not telling.definite) or wave_and_hit(telling, happening)
    apart = apart or one_more_later(telling, happening.tellings) or strikes_another_land(telling, happening.places)
    apart = apart or part_of_a_sum(telling, happening) or only_shot(telling, happening)
    apart = apart or of_an_older_day(telling, happening) or strikes_back(telling, happening)
    apart = apart or done_by_the_fallen(telling, happening) or _of_the_answer(telling, happening)
    if apart or not _kinds_agree(telling, happening) or not _status_agrees(telling, happening):
        return None
    score = 0.0
    where = _places_agree(telling, happening)
    points_back = telling.definite or telling.denied or telling.sentence.part in HEADINGS
    elsewhere = where is False or (where is None and not points_back and _spoken_of_elsewhere(telling, happening))
    elsewhere = elsewhere or (not points_back and _told_of_another_town(telling, happening))
    if elsewhere or is_long(telling.date) != is_long(happening.date):
        return None
    score += SAME_PLACE if where else WITHIN if where is None and _one_within(telling, happening) else 0.0
    score += SPOKEN_FOR if speaks_for(telling.area, [p.place for p in happening.places if p.place]) else 0.0
    when = _days_agree(telling.date, happening.date)
    if when is False or (not where and not points_back and _spoken_of_another_day(telling, happening)):
        return None
    score += SAME_DAY if when and (where or points_back) else 0.0
    # a heading sums up what is told first below it; every other telling goes on from the last
    last = happening.tellings[0 if telling.sentence.part in HEADINGS else -1].sentence
    near = abs(telling.sentence.paragraph - last.paragraph)
    score += SAME_PARAGRAPH if near == 0 else NEXT_PARAGRAPH if near == 1 else 0.0
    score -= RECENT * max(0, abs(telling.sentence.index - last.index))
    score += POINTS_BACK if points_back else 0.0
    if telling.sentence.part in HEADINGS:
        score += SAME_WORD * min(MOST_WORDS, words_in_common(telling, happening.tellings))
        score += SAME_KIND if telling.group == happening.group else 0.0
    likeliest = telling.type if telling.type != ATTACK else None
    if telling.type == ATTACK and telling.default not in OF_ANY_ARM:
        likeliest = telling.default
    # what is called a killing was told as any attack
    typed = telling.type == ATTACK or telling.group in ("remote", "ground")
    score += SAME_TYPE if telling.definite and typed and likeliest == happening.type else 0.0
    item = _one_item(telling, happening)
    score += SAME_PLACE if item and where is None else 0.0
    again = where is not False and hit_again(telling, happening.tellings)
    who = _actors_agree(telling, happening)
    heads = telling.sentence.part in HEADINGS and telling.group == happening.group
    if who is False and not (where and (when or heads)) and not item and not again:
        return None
    score += SAME_ACTOR if who else 0.0
    weapons = weapons_of(telling)
    if weapons and happening.weapons:
        if weapons & happening.weapons:
            score += SAME_WEAPON
        elif not (telling.definite or again) and (
            not where or (who is False and not item and not heads) or at_another_hour(telling, happening.tellings)
        ):
            return None  # one side's jets and the other's rockets, though on one town and day
    score += SAME_PLACE if again and where is None else 0.0
    return score + (SAME_OBJECT if objects_of(telling) & happening.objects else 0.0)


def _of_the_answer(telling: Telling, happening: Happening) -> bool:
    """Whether harm told without a place is none of a deed only named as answered: "in revenge for a raid on Gao"."""
    loose = telling.weak and not telling.definite and not telling.places
    return loose and all(t.answered for t in happening.tellings)


def _one_item(telling: Telling, happening: Happening) -> bool:
    """Whether both are told in one item of a list that a town heads: what it tells of violence is one happening."""
    if not telling.item or not {telling.group, happening.group} <= BLOWS:
        return False
    return any(t.item and t.sentence.paragraph == telling.sentence.paragraph for t in happening.tellings)


def _kinds_agree(telling: Telling, happening: Happening) -> bool:
    if mob_beside_march(telling, happening):
        return False
    if telling.group == happening.group or _one_item(telling, happening) or fell_in_it(telling, happening):
        return True
    if telling.group == "remote" and happening.group == "ground" and weapons_of(telling) and not happening.weapons:
        # "the air strike" is not the storming of a post told before, nor a bomb with a toll of its own the fighting
        return bool(_places_agree(telling, happening)) and not (telling.figures and not telling.definite)
    here = not telling.places or bool(_places_agree(telling, happening))
    part = fires_in_it(telling, happening) or (happening.group in telling.part_of and here)
    if part and (_follows(telling, happening) or came_of_the_strike(telling, happening)):
        return True
    fired = telling.denied and weapons_of(telling) <= {GUN} and bool(_places_agree(telling, happening))
    pointing = telling.definite or fired  # "had not opened fire on the town"
    heading = telling.sentence.part in HEADINGS
    # "school attacked", of one that was burned
    violent = BLOWS | {"property"} if heading and telling.group == ATTACK else BLOWS
    if pointing or heading or hit_again(telling, happening.tellings):  # "the massacre" may be what was told as shelling
        return {telling.group, happening.group} <= violent
    return ATTACK in (telling.group, happening.group) and {telling.group, happening.group} <= BLOWS


def _follows(telling: Telling, happening: Happening) -> bool:
    """Whether a telling goes on from the last one of a happening: the next sentence or so of its paragraph."""
    last = happening.tellings[-1].sentence
    return last.paragraph == telling.sentence.paragraph and telling.sentence.index - last.index <= NEXT


def _status_agrees(telling: Telling, happening: Happening) -> bool:
    return telling.status == happening.status or (telling.sort == "word" and telling.type != "negotiation")


def _places_agree(telling: Telling, happening: Happening) -> bool | None:
    """True where they share a place, False where they name different ones, None where the words leave it open."""
    mine = [p.place for p in telling.places if p.place]
    theirs = [p.place for p in happening.places if p.place]
    if telling.sort == "word" or not mine or not theirs:
        return None
    pairs = [(a, b) for a in mine for b in theirs]
    heading = telling.sentence.part in HEADINGS
    follows = _follows(telling, happening)
    one = any(a.name == b.name if heading else same_place(a, b) for a, b in pairs)
    one = one or (heading and named_below(telling, happening.tellings))
    if one or (follows and of_those_sent(telling, happening.tellings)):
        return True
    at_sea = follows and all(place.country is None for place in mine)
    around = telling.definite and _in_district(telling.places, happening.places)
    if at_sea or around or any(_stands_for(a, b) for a in telling.places for b in happening.places):
        return None  # what was shot down "fell into the Black Sea", "fell on a house in the commune of X"
    if heading and any(of_its_region(a, b) for a, b in pairs):
        return None
    about = _reach(telling, happening, heading)
    if about and any(a.km_to(b) <= about for a, b in pairs):
        return None
    towns = all(any(is_town(p) for p in side) for side in (telling.places, happening.places))
    return None if not towns and any(contains(a, b) or contains(b, a) for a, b in pairs) else False


def _in_district(mine: Sequence[PlaceMention], theirs: Sequence[PlaceMention]) -> bool:
    """Whether one names a town and the other a district, or an area as small, around it: "the clashes began in X"."""
    pairs = [(a, b) for a in mine for b in theirs if is_town(a) != is_town(b)]
    wide = [(b if is_town(a) else a, a if is_town(a) else b) for a, b in pairs]
    near = ((a.place, b.place) for a, b in wide if a.place and b.place and a.place.precision == "region")
    return any(a.country == b.country and a.km_to(b) <= DISTRICT_KM for a, b in near)


def _stands_for(one: PlaceMention, other: PlaceMention) -> bool:
    """Whether a place that the gazetteer lacks has the point of the other, by which it lies."""
    a, b = one.place, other.place
    return (one.unlisted or other.unlisted) and a is not None and b is not None and (a.lat, a.lon) == (b.lat, b.lon)


def _is_side_of_a_land(place: PlaceMention) -> bool:
    """Whether a place is one side of a land, as headlines have it: "northern Nigeria"."""
    first = place.text.casefold().split(maxsplit=1)[0]
    return place.place is not None and place.place.precision == "region" and first in place_words().directions


def _reach(telling: Telling, happening: Happening, heading: bool) -> float:
    """How far from a happening's place another can stand for it: the town of a heading, "the town" of a plant."""
    if heading and all(map(_is_side_of_a_land, telling.places)):
        return SIDE_KM  # "seize town in eastern Congo"
    if heading or (_follows(telling, happening) and hit_again(telling, happening.tellings)):
        return HEADING_KM  # "fired rockets at the city. The rockets fell on a village"
    if not telling.definite or all(listed_by_name(p) for p in (*telling.places, *happening.places)):
        return 0.0
    return BESIDE_KM


def _one_within(telling: Telling, happening: Happening) -> bool:
    """Whether the place of one lies in that of the other, and both are told of violence."""
    if telling.sort == "word" or not {telling.group, happening.group} <= VIOLENT | {ATTACK}:
        return False
    pairs = [(a.place, b.place) for a in telling.places for b in happening.places if a.place and b.place]
    return any(contains(a, b) or contains(b, a) for a, b in pairs)


def _spoken_of_elsewhere(telling: Telling, happening: Happening) -> bool:
    """Whether the paragraph of a telling without a place has gone to a town that is none of the happening's."""
    here = telling.context_place
    told_here = any(t.sentence.paragraph == telling.sentence.paragraph for t in happening.tellings)
    if telling.places or telling.sort == "word" or told_here or not here or not here.place or not telling.context_here:
        return False
    theirs = [p.place for p in happening.places if p.place]
    return bool(theirs) and not any(one_place(here.place, place) for place in theirs)


def _told_of_another_town(telling: Telling, happening: Happening) -> bool:
    """Whether a telling names a town, and what names none was told further up, or is another kind of blow."""
    towns = [p.place for p in telling.places if p.place and is_town(p)]
    near = 1 if happening.type == telling.type or ATTACK in (happening.type, telling.type) else 0
    beside = any(telling.sentence.paragraph - t.sentence.paragraph <= near for t in happening.tellings)
    if not towns or happening.places or beside or telling.sort == "word":
        return False
    theirs = [t.context_place.place for t in happening.tellings if t.context_here and t.context_place]
    return bool(theirs) and not any(place and one_place(town, place) for town in towns for place in theirs)


def is_long(date: DateMention | None) -> bool:
    """Whether a date is a stretch of time, as of background: "this year", "since February"."""
    return date is not None and (not date.days or date.days.length > STRETCH)


def _spoken_of_another_day(telling: Telling, happening: Happening) -> bool:
    """Whether the paragraphs of the two speak of different days, but for those on which somebody only spoke."""
    first = happening.tellings[0]
    mine = telling.date or (None if telling.context_spoken else telling.context)
    return _days_agree(mine, happening.date or (None if first.context_spoken else first.context)) is False


def _days_agree(mine: DateMention | None, theirs: DateMention | None) -> bool | None:
    a, b = mine and mine.days, theirs and theirs.days
    if not a or not b:
        return None
    return a.gap(b) == 0 and not (a == b and mine and theirs and _parts_differ(mine.text, theirs.text))


def _parts_differ(mine: str, theirs: str) -> bool:
    """Whether two times of one day cannot be one: "Saturday morning" and "Saturday evening"."""
    early, late = status_words().early, status_words().late
    one, other = ({word.key for word in words(text)} for text in (mine, theirs))
    return bool((one & early and other & late) or (one & late and other & early))


def _actors_agree(telling: Telling, happening: Happening) -> bool | None:
    mine, theirs = {p.party for p in telling.actors if p.party}, happening.actors
    if not mine or not theirs:
        return None
    if mine & theirs:
        return True
    return False if telling.sort == "word" or not telling.definite else None


def group_of(kind: str) -> str:
    """The type group of a settled type."""
    return TYPE_GROUPS[kind]


def background(days: Days | None, published: dt.date | None, limit: int) -> bool:
    """Whether a happening lies further back than `limit` days, or is told as a long stretch of time."""
    if not days or not published:
        return False
    return (published - days.last).days > limit or days.length > limit


def in_headline(happening: Happening) -> bool:
    """Whether the headline tells of a happening, which is then what the report is about, however long ago it was."""
    return not is_long(happening.date) and any(t.sentence.part == "headline" for t in happening.tellings)
