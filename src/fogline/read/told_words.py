"""What do the words of one telling say: where was it, when, what was used and hit? All hang on its triggers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.events import ATTACK
from fogline.lexicon.parties import party_named
from fogline.lexicon.status import status_words
from fogline.model import TYPE_GROUPS, DateMention, PlaceMention
from fogline.read.begun import begun_on
from fogline.read.behind import stands_behind
from fogline.read.bonds import had_befallen, of_a_noun
from fogline.read.both_ends import both_ends, ends_of_rescue
from fogline.read.calendar_anchor import CAME
from fogline.read.dating import best_date, context_date, of_the_deed, opens_when, outside, shared_dates
from fogline.read.done_there import done_by, done_there
from fogline.read.figure_deed import deed_of
from fogline.read.held_for import only_held_for
from fogline.read.held_out import harm_held_out, is_condition, is_threatened, threatened
from fogline.read.in_arms import said_in_arms
from fogline.read.killed_there import HURT_IN_REGION
from fogline.read.local_word import told_locally
from fogline.read.nearby import is_town
from fogline.read.on_its_road import by_its_road
from fogline.read.one_telling import lead_of
from fogline.read.outcomes import all_set_free, taken_of_the_fallen
from fogline.read.placing import Found, nearest, on_border, places_of, tells_who_speaks, token_at
from fogline.read.seams import answered_apart, ends_what_is_answered, in_what_is_answered, is_answered, only_replied
from fogline.read.some_of_them import harmed_in_it, tells_of_some
from fogline.read.spoken_for import area_of_speakers
from fogline.read.status import is_habitual, sets_apart
from fogline.read.story_place import (
    context_place,
    heads_sector,
    in_item,
    in_its_area,
    in_town_told_before,
    named_again,
    only_lies,
    stands_alone,
    yields_to_story,
)
from fogline.read.struck import is_struck, used_and_hit
from fogline.read.tally import is_shared_out, is_sum, is_tally
from fogline.read.telling import SPOKEN, THREAT, Telling
from fogline.read.text import Sentence
from fogline.read.things import Thing
from fogline.read.things_used import in_party, is_named, speaks
from fogline.read.those_lost import those_lost
from fogline.read.what import VIOLENT, Around, Trigger
from fogline.read.which_type import default_of

YEAR = 365  # days
TALKS, OTHER, GROUND = "talks", "other", "ground_battle"
AFTER = " after"  # ends a day told by a deed right behind: "two days after rebels overran the post"


@dataclass(frozen=True, slots=True)
class _Share:
    """One telling's triggers, led by one, beside all those of the sentence that share out its words."""

    cluster: Sequence[Trigger]
    triggers: Sequence[Trigger]
    around: Around
    found: Found
    lead: Trigger
    members: frozenset[int]

    @property
    def sentence(self) -> Sentence:
        return self.around.sentence

    @property
    def doc(self) -> Doc:
        return self.around.doc

    @property
    def offset(self) -> int:
        """Where the sentence begins in the report."""
        return self.around.sentence.start

    @property
    def at(self) -> int:
        """Where the words that tell it begin in the report."""
        return self.around.sentence.start + self.lead.start

    @property
    def head(self) -> Token:
        """The word that tells it."""
        return self.around.doc[self.lead.token]

    @property
    def dates(self) -> Sequence[DateMention]:
        """The days that the sentence names."""
        return self.found.dates.get(self.around.sentence.index, ())

    def mine(self, start: int, end: int) -> bool:
        """Whether the word at these offsets of the report hangs on one of the telling's own triggers."""
        return self.mine_among(start, end, self.triggers)

    def counts(self, start: int, end: int) -> bool:
        """Whether what is counted at these offsets of the report fell in the deed."""
        word = token_at(self.around, start, end)
        own = deed_of(word, self.triggers) if word is not None and len(self.triggers) > 1 else None
        return own.token in self.members if own is not None else self.mine(start, end)

    def mine_among(self, start: int, end: int, rivals: Sequence[Trigger], more: frozenset[int] = frozenset()) -> bool:
        """Whether it does, of these triggers, or on one of the tokens in `more`."""
        word = token_at(self.around, start, end)
        return word is None or nearest(word, rivals, self.doc).token in self.members | more


def is_armed_group(party: str) -> bool:
    """Whether a party is no state."""
    return party_named(party).kind == "armed_group"


def telling_of(cluster: Sequence[Trigger], triggers: Sequence[Trigger], around: Around, found: Found) -> Telling:
    """What a cluster of triggers tells, of the words of the sentence that hang on it and on no other trigger."""
    lead = lead_of(cluster)
    share = _Share(cluster, triggers, around, found, lead, frozenset(t.token for t in cluster))
    sentence, doc = share.sentence, share.doc
    story, item = context_place(sentence, share.at, found), in_item(sentence, share.at, found)
    if story in around.places and len(triggers) > 1 and had_befallen(share.head) is not None:
        story = None  # "strikes on Gao in support of forces that had come under attack"
    actors, targets = both_ends(cluster, lead, around)
    places = _places(share, story, item)
    if lead.group == THREAT:
        places = threatened(lead, places, targets, triggers, around)
    behind = _right_behind(share)
    dates = _dates(share, behind)
    group, kind, status = _kind(share, bool(dates or places))
    if kind == OTHER and lead.group == "detention":
        actors, targets = ends_of_rescue(cluster, around)
    fell = all(taken_of_the_fallen(t, around) for t in cluster)
    if fell:
        group = kind = ATTACK  # "nine gunmen were killed and two arrested": a fight was told, or is
    date = _date(share, dates, behind, spoken=lead.frame.sort == "word" or group in SPOKEN)
    # a threat is of the day on which it is made, not of the deeds around it
    own = of_the_deed(dates, around, share.head)
    context = None if lead.group == THREAT else context_date(sentence, share.at, found, own)
    figures = tuple(f for f in found.figures.get(sentence.index, ()) if share.counts(f.start, f.end))
    if lead.group in VIOLENT | {ATTACK} and places and not targets and not lead.definite:
        doing = {p.party for p in actors}
        targets = tuple(p for p in those_lost(figures, around) if p.party not in doing)
    shared_out = is_shared_out(lead.group, figures, around)
    named = _is_definite(cluster, share)
    places = () if shared_out else places
    return Telling(
        sentence=sentence,
        group=group,
        type=kind,
        status=status,
        sort=lead.frame.sort,
        span=(share.at, share.offset + lead.end),
        definite=named or _points_back(cluster),
        # who refuses to talk has said so
        denied=all(_is_denied(t, cluster, doc) for t in cluster) and lead.type != "negotiation",
        weak=all(t.frame.weak or t.pointing for t in cluster),
        backed=all(t.frame.backed for t in cluster),
        habitual=is_habitual(sentence.text),
        apart=sets_apart(sentence.text),
        mutual=lead.frame.role == "mutual",
        part_of=frozenset.intersection(*(t.frame.part_of for t in cluster)),
        weapon_implied=next((t.frame.weapon for t in cluster if t.frame.weapon), None),
        default=GROUND if fell else default_of(cluster, around),
        places=places,
        date=date and begun_on(date, cluster, doc, share.offset),
        context=context,
        context_place=story,
        context_here=story is not None and story.start >= found.starts[sentence.paragraph],
        item=bool(item) or heads_sector(sentence, found) or HURT_IN_REGION in lead.frame.needs,
        actors=actors,
        targets=targets,
        things=_things(share),
        figures=figures,
        tally=shared_out
        or is_tally(lead.group, places, figures, around)
        or is_sum(lead.group, places, figures, around),
        firm=any(done_there(t, p, around) for p in places if is_town(p) for t in cluster)
        or any(done_by(t, actors, targets, around) for t in cluster),
        by_arms=lead.group == THREAT and said_in_arms(share.head, bool(places)),
        points=all(t.frame.points for t in cluster),
        named=named,
        answered=is_answered(doc, share.at - share.offset),
        area=() if places else area_of_speakers(sentence, around.parties, found.places.get(sentence.index, ())),
    )


def _is_denied(trigger: Trigger, cluster: Sequence[Trigger], doc: Doc) -> bool:
    """Whether words are of what is said not to have been: "did not agree on the text of a treaty".

    Of "no house was hit in the attack" there was an attack.
    """
    word = doc[trigger.token]
    if trigger.definite and trigger.reality == "real" and word.dep_ == "pobj" and word.head.lower_ in deeds().occasion:
        return False
    above = (t for t in cluster if t.reality == "negated" and t.type == trigger.type)
    return trigger.reality == "negated" or any(doc[t.token].is_ancestor(word) for t in above)


def _is_definite(cluster: Sequence[Trigger], share: _Share) -> bool:
    """Whether words point back to a deed: those that tell it, or beside words of harm those for the deed itself."""
    harm = share.lead.frame.sort == "harm" and any(t.definite for t in cluster)
    harm = harm or (share.lead.frame.sort == "harm" and harmed_in_it(share.head))
    return share.lead.definite or harm or tells_of_some(share.head)


def _points_back(cluster: Sequence[Trigger]) -> bool:
    """Whether words of a telling are those for a deed told before: "the attack took place, with gunmen storming it"."""
    return any(t.definite and t.frame.type == ATTACK for t in cluster)


def _kind(share: _Share, apart: bool) -> tuple[str, str, str]:
    """The group, the type and the status: talks that will be held are planned, arms that will be sent are promised.

    Who is set free on a day or at a place of its own (`apart`) was not taken there and then.
    """
    lead = share.lead
    if lead.group == "detention" and apart and all_set_free(share.cluster, share.doc):
        return OTHER, OTHER, lead.frame.status
    future = lead.reality == "future" and lead.frame.sort != "word"
    future = future or (lead.group == TALKS and all(t.reality == "future" for t in share.cluster))
    group, kind = ("pledge", "pledge") if future and lead.group == "aid" else (lead.group, lead.type)
    return group, kind, "planned" if future else lead.frame.status


def _places(share: _Share, story: PlaceMention | None, item: tuple[PlaceMention, ...]) -> tuple[PlaceMention, ...]:
    """The places that hang on the telling, or those that the story, its item or who speaks tell for it."""
    lead, around, found = share.lead, share.around, share.found
    violent = lead.group in VIOLENT | {ATTACK}
    places = tuple(dict.fromkeys(p for t in share.cluster for p in places_of(t, share.triggers, around)))
    if all(in_town_told_before(p, around) or tells_who_speaks(p, lead, around) for p in places):
        before = story
        if places and story in around.places:  # "the garrison of Gao denies the fall of the town"
            before = context_place(share.sentence, share.offset, found) or story
        places = named_again(around, share.mine, (story, before), found) or places
    if story is not None and all(yields_to_story(p, lead, around) for p in places):
        places = ()
    if all(on_border(p, around.sentence.text, share.offset) for p in places):
        places = ()
    if story is not None and places and all(only_lies(p, around) or not is_town(p) for p in places):
        places = in_its_area(item, places, around) or places
    if violent and stands_alone(share.sentence, found) and not any(is_town(p) for p in places):
        places = item  # "Izmail. 14 drones were shot down over the Danube"
    if not places and not lead.definite and violent:
        places = told_locally(around, story, found.starts[share.sentence.paragraph])
    if not places and story is None and lead.group in VIOLENT | {ATTACK, "property", "detention"}:
        places = by_its_road(around)
    return places


def _right_behind(share: _Share) -> Mapping[DateMention, Trigger]:
    """The days that close the words of a trigger, or open those of the one right behind ("on Friday, when")."""
    triggers, around, offset = share.triggers, share.around, share.offset
    closed = {d: t for t in triggers for d in share.dates if _closes(t, d, triggers, around)}
    opened = {
        d: t
        for d in share.dates
        for t in reversed(triggers)
        if t.start > d.end - offset and opens_when(around.sentence.text[d.end - offset : t.start])
    }
    came = {
        d: t
        for d in share.dates
        if d.text.lower().endswith(AFTER) and CAME.search(around.sentence.text[: d.start - offset].rstrip())
        if not any(other.start > d.end for other in share.dates)  # which it would be counted from
        for t in reversed(triggers)
        if t.start >= d.end - offset
    }  # "the attack came a week after a bombing in Gao": that day is the bombing's
    return closed | opened | came


def _dates(share: _Share, behind: Mapping[DateMention, Trigger]) -> list[DateMention]:
    """The days of the sentence that are the telling's."""
    doc, offset = share.doc, share.offset
    on_a_day = [t for t in share.triggers if not stands_behind(doc[t.token])]  # what goes on all the time has no day
    answered = max(t.end for t in share.cluster)

    def holds(date: DateMention) -> bool:
        at = date.start - offset
        there = [t for t in on_a_day if not in_what_is_answered(doc, t.start, at)]
        if not date.text.lower().endswith(AFTER):
            there = [t for t in there if not answered_apart(doc, t.start, t.end, at)]
        rivals = outside(date, there or on_a_day, offset) or outside(date, share.triggers, offset)
        return share.mine_among(date.start, date.end, rivals)

    dates = [
        d
        for d in share.dates
        if outside(d, share.cluster, offset)
        and (behind[d].token in share.members if d in behind else holds(d))
        and (
            d in behind
            or d.text.lower().endswith(AFTER)
            or not answered_apart(doc, share.lead.start, answered, d.start - offset)
        )
    ]
    if share.lead.frame.sort == "word":
        return dates  # "in a video posted on Friday" they threatened on that day
    return [d for d in dates if not _of_a_noun(d, share)] or dates


def _of_a_noun(date: DateMention, share: _Share) -> bool:
    """Whether a day is that of a clause on a noun: "the strike on Kherson, retaken in May, killed four on Monday"."""
    word = token_at(share.around, date.start, date.end)
    return word is not None and of_a_noun(word, [share.doc[t.token] for t in share.triggers])


def _date(
    share: _Share, dates: Sequence[DateMention], behind: Mapping[DateMention, Trigger], spoken: bool
) -> DateMention | None:
    """The day of a telling, of the days that are its own, else of those that the sentence has for all of it."""
    around, head = share.around, share.head
    own = best_date([d for d in dates if d in behind], around, head, spoken=True)
    own = own or best_date(dates or shared_dates(share.dates, around, head), around, head, spoken=spoken)
    return own or _only_year(share)


def _only_year(share: _Share) -> DateMention | None:
    """The year of a sentence that names no other time, where it is that of the clause above: "seized it in 2012"."""
    date = share.dates[0] if len(share.dates) == 1 else None
    if date is None or not date.days or date.days.length < YEAR or not date.text[-4:].isdigit():
        return None
    word = token_at(share.around, date.start, date.end)
    verb = next((up for up in word.ancestors if up.pos_ in ("VERB", "AUX")), None) if word is not None else None
    return date if verb is not None and (verb == share.head or verb.is_ancestor(share.head)) else None


def _things(share: _Share) -> tuple[Thing, ...]:
    """What was used and hit, of the things that hang on the telling and neither name a party nor speak."""
    lead, around, doc, offset = share.lead, share.around, share.doc, share.offset
    spans = [(p, (p.start - offset, p.end - offset)) for p in around.parties]
    named = [span for _, span in spans]
    armed = [span for p, span in spans if p.party and is_armed_group(p.party)]
    afar = lead.group == "remote" or TYPE_GROUPS.get(lead.frame.default or "") == "remote"
    answered = max(t.end for t in share.cluster)
    return tuple(
        t
        for t in used_and_hit(around.things, doc, lead.group, armed, afar)
        if _takes(share, t)
        and not answered_apart(doc, lead.start, answered, t.start)
        and is_named(t, doc)
        and not (in_party(t, named) and not is_struck(t, doc, lead.group, afar))
        and not speaks(t, doc)
        and not only_held_for(lead, t.start, share.sentence.text)
    )


def _takes(share: _Share, thing: Thing) -> bool:
    """Whether a thing is of this telling; of a threat, what it holds out to hit, and no weapon of its condition."""
    start, end = share.offset + thing.start, share.offset + thing.end
    if share.lead.group != THREAT:
        return share.mine(start, end)
    if thing.kind == "weapon" and is_condition(thing, share.doc):
        return False
    if thing.kind != "against":
        return share.mine(start, end)
    harm = frozenset(t.token for t in harm_held_out(share.lead, share.triggers, share.doc))
    return is_threatened(thing, share.lead, share.doc) and share.mine_among(start, end, share.triggers, harm)


def _closes(trigger: Trigger, date: DateMention, triggers: Sequence[Trigger], around: Around) -> bool:
    """Whether a day stands right behind a deed or its place: "vowed to answer the strikes on Gao a day earlier".

    Any other day may be that of the verb above: "denied the strikes on Gao on Friday".
    """
    if around.doc[trigger.token].pos_ != "NOUN" or trigger.frame.sort != "deed":
        return False
    at, others = date.start - around.sentence.start, [t.start for t in triggers if t is not trigger]
    if ends_what_is_answered(around.sentence.text, (trigger.start, trigger.end), others, at):
        return bool(others) or not only_replied(around.doc, trigger.start, at)
    if not date.text.endswith(tuple(status_words().counted_back)):
        return False
    ends = [around.sentence.start + trigger.end, *(p.end for p in places_of(trigger, triggers, around))]
    return any(date.start - end == 1 for end in ends)
