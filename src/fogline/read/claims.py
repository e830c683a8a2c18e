"""Claims out of contributions: one voice's word on one happening, with the span behind each value."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from fogline.gazetteer import Gazetteer
from fogline.lexicon.events import ATTACK
from fogline.lexicon.figures import count_words
from fogline.lexicon.phrases import words
from fogline.lexicon.status import status_words
from fogline.lexicon.telltales import telltales
from fogline.lexicon.titles import titles
from fogline.model import Claim, DateMention, Days, PlaceMention, Report, Voice
from fogline.read.claim_id import claim_id
from fogline.read.contribution import VIOLENT_GROUPS, Contribution
from fogline.read.deed import Deed
from fogline.read.drafts import Draft, drafts_of, own_place_of, places_told, that_stand
from fogline.read.facts import LISTS, Facts, Span
from fogline.read.happenings import HEADINGS, Happening, background, in_headline, is_long
from fogline.read.in_arms import voice_in_arms
from fogline.read.in_words import Named, in_words
from fogline.read.kinds import ARMED, FROM_AFAR, HITTING, ON_PEOPLE, PLACED, SPOKEN, UNFIT
from fogline.read.lead import day_of_lead
from fogline.read.named_again import only_named_again
from fogline.read.nearby import is_town
from fogline.read.receiving import announced_by, place_meant, same_hand
from fogline.read.said_where import said_where
from fogline.read.settled import settle_type, struck_by_a_state
from fogline.read.span_words import words_kept
from fogline.read.struck import BUILT, TAKEN
from fogline.read.taken import settle_taken
from fogline.read.telling import Telling
from fogline.read.thin import is_thin
from fogline.read.too_little import handed_over
from fogline.read.truce_made import truce_made_there
from fogline.read.wars import War, foes
from fogline.read.which_days import days_before, days_of
from fogline.read.who_was_hit import said_of_the_dead
from fogline.read.whose_hand import ruling_hand, settle_sides
from fogline.read.with_what import Struck

NOTHING: Mapping[int, bool] = MappingProxyType({})
OPENING = 300  # characters of a report that can say that it is a day's bulletin
BACKGROUND_DAYS = 45  # a happening further back, or longer, is background; main events of news lie within days
CLOCK = re.compile(r"\d{1,2}[:.]\d{2} ")  # an entry of a log of the day: "07:12 Heavy fighting at the camp"
ENOUGH_TOLD = 2  # of place, day, party, count, and a paragraph that speaks of a place and a day
SURE = 0.9  # confidence of a claim whose values stand in its own sentences
HEDGE = 0.7  # factor for "reportedly", "allegedly"
INHERITED = 0.9  # factor for a place or day taken from another sentence


@dataclass(frozen=True, slots=True)
class Shared:
    """What all claims of a happening share."""

    number: int
    happening: Happening
    kind: str
    place: PlaceMention | None
    days: Days | None
    when: Span | None
    war: War
    unclaimed: bool  # it was done, and no words say by whom
    alone: bool  # one voice alone tells it
    left: bool = False  # all who have a claim name other places than its own


def build(
    report: Report,
    happenings: Sequence[Happening],
    contributions: Sequence[Contribution],
    gazetteer: Gazetteer,
    named: Mapping[str, Sequence[Span]],
    *,
    places: Named,
    answered: Mapping[int, bool] = NOTHING,
    opening_day: DateMention | None = None,
    opening: int = 0,
) -> list[Claim]:
    """All claims of a report, in order of happening and text; `named` are its parties and `places` its places, with
    the words for each.

    `answered` are the happenings that it names as what others answered, with whether nothing else tells of them: a
    place bears those out. `opening_day` is the first day that its opening names.
    """
    war = War(report.published_day, named, foes(happenings))
    drafts = drafts_of(contributions, happenings)
    known = {n for n, happening in enumerate(happenings) if only_named_again(happening, opening)}
    bearing = answered.keys() | {n for n in known if _hit(happenings[n])}
    daily = telltales().bulletin.search(report.text[:OPENING]) is not None
    kept = {n for n, own in drafts.items() if _borne_out(happenings[n], own, n in bearing, daily)}
    kept = kept or _the_story({n: own for n, own in drafts.items() if _is_fight(happenings[n], own)}, happenings)
    if len(kept) < len(drafts):
        contributions = handed_over(contributions, happenings, drafts.keys() - kept, kept)
        drafts = {n: own for n, own in drafts_of(contributions, happenings).items() if n in kept}
    hands = same_hand(happenings, war)
    lead = day_of_lead(happenings, report.published_day, opening_day)
    claims: list[Claim] = []
    struck = Struck()
    looks_back = all(
        background(days_of(happenings[n], report.published_day, lead)[0], report.published_day, BACKGROUND_DAYS)
        for n in kept
    )
    of_war = any(h.group in VIOLENT_GROUPS and not is_thin(h) for h in happenings)
    for number, happening in enumerate(happenings):
        own = drafts.get(number, [])
        days, when = days_of(happening, report.published_day, lead)
        before = number in known or (happening.date is None and answered.get(number))
        if before and report.published_day:
            days, when = days_before(happening, report.published_day), None
        far_back = background(days, report.published_day, BACKGROUND_DAYS) and not in_headline(happening)
        if not own or (far_back and not (looks_back and _is_looked_into(happening, days, own, opening))):
            continue
        kind = settle_type(happening, happenings)
        place = happening.place or _story_place(happening, kind, war)
        charging = [draft for draft in own if not _turned(draft)]
        unclaimed = happening.status == "occurred" and not any(draft.facts.actor for draft in charging)
        shared = Shared(number, happening, kind, place, days, when, war, unclaimed, len(own) == 1)
        for draft in own:
            _keep_relevant(draft.facts, shared)
        _name_what_burst(own, kind)
        _struck_from_the_air(own, shared)
        struck.settle(happening, kind, own)
        _people_suffer(own, shared)
        _states_act(charging, shared)
        if number in hands and not any(d.facts.actor for d in charging):
            for draft in charging:
                draft.facts.actor = dict([hands[number]]) if draft.contributions[0].voice.stance == "asserts" else {}
        if shared.kind in SPOKEN:
            _speakers_act(own)
            by_name = kind == "threat" and of_war and any(_spoken_by_name(draft) for draft in own)
            agreed = kind in ("agreement", "threat") and any(draft.facts.target for draft in own)
            agreed = agreed or (kind == "agreement" and truce_made_there(happening))
            by_arms = kind == "threat" and any(_in_arms(draft) for draft in own)
            if not agreed and not by_name and not by_arms and not any(draft.facts.actor for draft in own):
                continue
        standing = that_stand(own)
        told = [places_told(draft) for draft in standing]
        shared = replace(shared, left=all(told) and not any(place in named_by for named_by in told))
        claims += [_claim(report, shared, draft, gazetteer, places) for draft in standing]
    return claims


def _turned(draft: Draft) -> bool:
    return any(contribution.turned for contribution in draft.contributions)


def _story_place(happening: Happening, kind: str, war: War) -> PlaceMention | None:
    """The place that the story spoke of when it told the happening, for what happens at a place.

    A campaign of weeks is not at the town that was named last, nor what a state sends at another one in its own land,
    nor whom the police of a state arrest abroad.
    """
    tally = any(t.tally for t in happening.tellings)
    item = kind == "territory_change" and any(t.item for t in happening.tellings)
    placed = (kind in PLACED or item) and not tally
    if not placed or is_long(happening.date) or any(t.places for t in happening.tellings):
        return None
    place = next((t.context_place for t in happening.tellings if t.context_place), None)
    if place is None or place.place is None:
        return place
    elsewhere = kind in FROM_AFAR and war.strikes_abroad(happening.actors, place.place)
    arrest = kind == "abduction_detention" and not _by_soldiers(happening)
    elsewhere = elsewhere or (arrest and war.arrests_at_home(happening.actors, place.place))
    return None if elsewhere else place


def _by_soldiers(happening: Happening) -> bool:
    """Whether soldiers are told of where somebody is taken: they may be abroad, as police are not."""
    soldiers = titles().forces.difference(count_words().marks["wardens"])
    return any(not soldiers.isdisjoint(word.key for word in words(t.sentence.text)) for t in happening.tellings)


def _borne_out(happening: Happening, drafts: Sequence[Draft], answered: bool, daily: bool) -> bool:
    """Whether a violent happening is told with enough to be one: two of place, day, party and count, or a town in
    which a verb says that it was done.

    "They also speak of drone raids" has none of them and could be any raid. A `daily` bulletin dates its strikes.
    """
    if happening.group not in VIOLENT_GROUPS or any(t.tally for t in happening.tellings):
        return True
    of_state = happening.group == "mutiny"  # which falls on a whole state
    daily = daily and happening.group == "remote" and any(is_town(p) for p in happening.places)
    told = (
        any(p.place and (p.place.precision != "country" or of_state) for p in happening.places),
        daily or happening.date is not None or any(_has_hour(t.sentence.text) for t in happening.tellings),
        any(d.facts.actor or d.facts.target or _accused(d) for d in drafts),
        any(d.facts.figures for d in drafts),
    )
    dead = any(_has_victims(d) for d in drafts)  # "car bombs in Iraq killed fifty": a land is enough for those
    in_land = not told[0] and dead and any(p.place for p in happening.places)
    counted = not told[0] and (told[1] or told[3]) and happening.group != "territory"
    spoken_of = counted and any(t.context_here for t in happening.tellings)
    around = any(t.context_place and (t.context or spoken_of) for t in happening.tellings)
    around = around or any(t.item for t in happening.tellings)  # which stands in a list of such
    around = around or (of_state and any(t.context_place for t in happening.tellings))
    afloat = ENOUGH_TOLD * any(_hit_off_it(t) for t in happening.tellings)  # "an incident off Mokha. A ship was hit"
    headed = of_state and any(t.sentence.part in HEADINGS for t in happening.tellings)
    asserted = any(d.contributions[0].voice.stance == "asserts" for d in drafts)
    firm = any(t.firm and not t.habitual for t in happening.tellings)
    return sum(told) + around + headed + answered + firm + in_land + afloat >= ENOUGH_TOLD and (asserted or told[0])


def _is_fight(happening: Happening, drafts: Sequence[Draft]) -> bool:
    """Whether somebody says that a fight had its dead or hurt, in a report that has spoken of a town before."""
    asserted = any(d.contributions[0].voice.stance == "asserts" and _has_victims(d) for d in drafts)
    spoken = any(t.context_place and is_town(t.context_place) and not t.weak for t in happening.tellings)
    return asserted and spoken and happening.group == "ground" and happening.status == "occurred"


def _the_story(drafts: Mapping[int, Sequence[Draft]], happenings: Sequence[Happening]) -> set[int]:
    """What a report is about that tells no deed with its place and day: the first of these; nothing without one."""
    return {min(drafts, key=lambda n: happenings[n].tellings[0].span)} if drafts else set()


def _is_looked_into(happening: Happening, days: Days | None, drafts: Sequence[Draft], opening: int) -> bool:
    """Whether a report opens with the dead of a deed and its day, as that of an inquiry does."""
    opens = any(t.sentence.paragraph == opening for t in happening.tellings)
    dated = opens and happening.date is not None and days is not None and days.length <= BACKGROUND_DAYS
    return happening.status == "occurred" and dated and any(_has_victims(draft) for draft in drafts)


def _hit_off_it(telling: Telling) -> bool:
    """Whether a ship was hit off the place that the same paragraph names before."""
    named = telling.context_here and telling.context_place is not None
    return named and telling.group in ("remote", ATTACK) and any(t.value == "ship" for t in telling.things)


def _has_victims(draft: Draft) -> bool:
    """Whether somebody counts those killed or hurt."""
    tolls = (draft.facts.figures.get(name) for name in ("killed", "injured"))
    return any(told is not None and told[0].high != 0 for told in tolls)


def _hit(happening: Happening) -> bool:
    """Whether it is a blow from afar of which it is told what it hit: "the strike on the wedding"."""
    return happening.group in ("remote", ATTACK) and bool(happening.objects)


def _spoken_by_name(draft: Draft) -> bool:
    """Whether somebody named threatens in his own words, though of no side that is known."""
    return draft.contributions[0].voice.by is not None and any(c.telling for c in draft.contributions)


def _in_arms(draft: Draft) -> bool:
    """Whether men in arms threaten, of no side that is known."""
    tellings = [c.telling for c in draft.contributions if c.telling]
    return any(t.by_arms for t in tellings) or (bool(tellings) and voice_in_arms(draft.contributions[0].voice.by))


def _accused(draft: Draft) -> bool:
    """Whether a side denies what it tells of, or keeps silent on it: others say that it did it."""
    first = draft.contributions[0]
    turned = first.voice.stance in ("denies", "no_comment")
    return turned and first.voice.side is not None and first.telling is not None


def _has_hour(sentence: str) -> bool:
    return bool(CLOCK.match(sentence) or telltales().hours.search(sentence))


def _name_what_burst(drafts: Sequence[Draft], kind: str) -> None:
    """Leave out that what was sent from afar exploded, where anybody names it: "the second bomb" was a glide bomb."""
    if kind in FROM_AFAR and any(set(draft.facts.weapon) - {"explosive"} for draft in drafts):
        for draft in drafts:
            draft.facts.weapon.pop("explosive", None)


def _keep_relevant(facts: Facts, shared: Shared) -> None:
    """Leave what the type can have: talks hit nothing, and who is abducted or shot face to face is people."""
    kind = shared.kind
    if kind not in HITTING:
        facts.against = {}
    if kind in ON_PEOPLE:
        facts.against = {v: s for v, s in facts.against.items() if v in ON_PEOPLE[kind]}
    elif len(facts.against) > 1:
        facts.against.pop("people", None)
    if kind not in ARMED:
        facts.weapon = {}
    facts.weapon = {w: span for w, span in facts.weapon.items() if w not in UNFIT.get(kind, ())}
    if kind in SPOKEN:
        facts.effects = {}
    if kind == "protest" and "gun" in facts.weapon:
        facts.against = {"people": facts.weapon["gun"]}  # on whom somebody fired


def _struck_from_the_air(drafts: Sequence[Draft], shared: Shared) -> None:
    """A "strike" or "raid" of a state from the air was one of aircraft, where nobody names what flew."""
    if shared.kind != "air_drone_strike" or any(draft.facts.weapon for draft in drafts):
        return
    span = struck_by_a_state(shared.happening)
    for draft in drafts:
        if span and draft.contributions[0].voice.stance == "asserts":
            told = next((c.telling.span for c in draft.contributions if c.telling), span)
            draft.facts.weapon = {"airstrike": told}


def _people_suffer(drafts: Sequence[Draft], shared: Shared) -> None:
    """An abduction or a killing face to face is done to people, but where a voice says that they were fighters."""
    if shared.kind not in ("abduction_detention", "violence_against_civilians"):
        return
    killing = shared.kind == "violence_against_civilians"
    for draft in drafts:
        asserted = draft.contributions[0].voice.stance == "asserts"
        fought = [t for c in draft.contributions for t in said_of_the_dead(c.sentence) if t.value == "military"]
        if killing and asserted and fought:
            at = draft.contributions[0].sentence.start
            draft.facts.against = {"military": (at + fought[0].start, at + fought[0].end)}
        elif asserted and (killing or not draft.facts.against.keys() - BUILT - TAKEN):
            draft.facts.against["people"] = shared.happening.tellings[0].span


def _states_act(drafts: Sequence[Draft], shared: Shared) -> None:
    """What a state announces on its own soil and gives to nobody is its own doing, but for what was done to it."""
    if any(draft.facts.actor for draft in drafts):
        return
    hit = {party for draft in drafts for party in draft.facts.target}
    for draft in drafts:
        told = " ".join(c.sentence.text for c in draft.contributions)
        voice = draft.contributions[0].voice
        announced = announced_by(shared.kind, told, shared.place, voice, shared.war)
        draft.facts.actor = {state: span for state, span in announced.items() if state not in hit}
        if not draft.facts.actor and shared.unclaimed and voice.stance == "asserts":
            draft.facts.actor = ruling_hand(shared.kind, told, shared.place, shared.war)


def _speakers_act(drafts: Sequence[Draft]) -> None:
    """Who threatens, promises or proposes is who says so, where no other words name him."""
    for draft in drafts:
        voice = draft.contributions[0].voice
        told = any(c.telling for c in draft.contributions)
        if told and not draft.facts.actor and voice.side and voice.stance == "asserts":
            own = next(c.telling.span for c in draft.contributions if c.telling)  # in a paper of its own
            draft.facts.actor = {voice.side: own if voice.start is None else (voice.start, voice.end or voice.start)}


def _claim(report: Report, shared: Shared, draft: Draft, gazetteer: Gazetteer, places: Named) -> Claim:
    happening, kind, voice = shared.happening, shared.kind, draft.contributions[0].voice
    telling = next((c.telling for c in draft.contributions if c.telling), happening.tellings[0])
    own_place = own_place_of(places_told(draft), shared.place if shared.left else None) or shared.place
    if voice.stance == "no_comment":
        facts = Facts(against=draft.facts.against)  # on what he is silent, and nothing that he says of it
    else:
        facts = _settled(draft, shared, telling, own_place)
    meant = place_meant(facts, own_place, kind, gazetteer, shared.war, by_soldiers=_by_soldiers(happening))
    where = meant or said_where(facts, happening, kind, gazetteer)
    if kind == "mobilisation":
        facts.target = {}  # nobody is at its receiving end
    if kind == "agreement":
        facts.actor, facts.target = {**facts.target, **facts.actor}, {}  # who agrees are both
    lists = {name: _ordered(getattr(facts, name)) for name in LISTS}
    spans: dict[str, Span] = {"what": telling.span}
    if where:
        stands = where[1] in facts.actor.values()  # who acts, for the seat or the land of his state
        spans["where"] = in_words(*where, telling.span, places) if stands else where[1]
    if shared.days:
        spans["when"] = shared.when or telling.span
    spans |= _spans_of_values(voice, facts, lists)
    sentence = draft.contributions[0].sentence
    body = Claim(
        "",
        report.id,
        str(shared.number),
        voice.by or report.source,
        voice.side,
        voice.stance,
        kind,
        happening.status,
        shared.days,
        where[0] if where else None,
        **lists,
        figures={figure: value for figure, (value, _) in sorted(facts.figures.items())},
        spans=spans,
        sentence=sentence.text,
        sentence_start=sentence.start,
        confidence=_confidence(draft),
        type_open=happening.type == ATTACK or _only_bloodshed(happening),
    )
    return replace(body, id=claim_id(body), spans={**spans, **words_kept(report.full_text, spans)})


def _settled(draft: Draft, shared: Shared, telling: Telling, place: PlaceMention | None) -> Facts:
    """What a draft tells, once it is settled who did it to whom and who was taken."""
    facts, told = draft.facts, tuple(c.sentence for c in draft.contributions)
    if not _turned(draft):  # who accuses his accuser says whose deed it was, not whom it fell on
        deed = Deed(shared.kind, told, telling.span, place, draft.contributions[0].voice, telling.mutual)
        settle_sides(facts, deed, shared.war, unclaimed=shared.unclaimed, alone=shared.alone)
        if len(facts.actor) == 1 and shared.kind not in FROM_AFAR:  # nobody does it to himself: a minister's arrest
            facts.target = {name: at for name, at in facts.target.items() if name not in facts.actor}
    settle_taken(facts, shared.kind, told)
    _displacement(facts)
    return facts


def _spans_of_values(voice: Voice, facts: Facts, lists: Mapping[str, Sequence[str]]) -> dict[str, Span]:
    """Where the words for the speaker, for each value and for each count stand, by the key of the claim's spans."""
    spans: dict[str, Span] = {}
    if voice.start is not None and voice.end is not None:
        spans["said"] = (voice.start, voice.end)
    for name, values in lists.items():
        for position, value in enumerate(values):
            spans[name if position == 0 else f"{name}:{value}"] = getattr(facts, name)[value]
    return spans | {figure: span for figure, (_, span) in sorted(facts.figures.items())}


def _confidence(draft: Draft) -> float:
    """How sure a claim is: less where its words are hedged, and where it only adds to what others tell."""
    hedged = HEDGE if draft.contributions[0].voice.hedged else 1.0
    told = any(c.telling for c in draft.contributions)
    return round(SURE * hedged * (1.0 if told else INHERITED), 3)


def _only_bloodshed(happening: Happening) -> bool:
    """Whether all that tells of a happening is words like "massacre", which leave open how it was done."""
    told = {t.sentence.text[t.span[0] - t.sentence.start : t.span[1] - t.sentence.start] for t in happening.tellings}
    return not happening.weapons and {word.lower() for word in told} <= status_words().bloodshed


def _displacement(facts: Facts) -> None:
    """People displaced are an effect where somebody counts them; that some fled tells little.

    Those whom somebody counts as evacuated are one as well.
    """
    facts.effects.pop("displacement", None)
    if "displaced" in facts.figures and facts.figures["displaced"][0].low:
        facts.effects["displacement"] = facts.figures["displaced"][1]
    if "evacuated" in facts.figures and facts.figures["evacuated"][0].low:
        facts.effects.setdefault("evacuation", facts.figures["evacuated"][1])


def _ordered(values: Mapping[str, Span]) -> tuple[str, ...]:
    """The values in the order of the exported form."""
    return tuple(sorted(values))
