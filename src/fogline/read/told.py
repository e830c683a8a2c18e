"""Who does what to whom, where, when and with what, in one sentence: each item goes to the trigger that it hangs on."""

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from fogline.lexicon.events import ATTACK
from fogline.lexicon.triage import triage_words
from fogline.model import TYPE_GROUPS, DateMention
from fogline.read.arms_again import arms_again, is_munition
from fogline.read.arms_grounded import as_targets
from fogline.read.arms_held import without_held
from fogline.read.asides import asides_of
from fogline.read.behind import names_who, only_behind
from fogline.read.bonds import attribute
from fogline.read.came_of_it import without_what_came_of_it
from fogline.read.carried_over import filed_from, in_story, on_day, opening_days, with_later_name, without_accidents
from fogline.read.coming import with_day_of_coming
from fogline.read.dating import is_exact
from fogline.read.day_spoken import on_days_of_speech
from fogline.read.held_out import promises_harm
from fogline.read.hit_in_each import with_each_hit
from fogline.read.hurt_in_each import with_each_town, without_places_of_parts
from fogline.read.in_statistics import only_counted
from fogline.read.killed_there import KILLED_THERE
from fogline.read.members import with_members
from fogline.read.nearby import is_town
from fogline.read.offered import find_offer
from fogline.read.on_land import tankers_on_land
from fogline.read.on_the_way import on_the_way
from fogline.read.one_assault import one_assault, with_blasts
from fogline.read.one_telling import clusters_of
from fogline.read.outcomes import (
    done_elsewhere,
    is_outcome,
    taken_of_the_fallen,
    taken_to_be_killed,
    tells_who_is_freed,
)
from fogline.read.placing import Found, token_at
from fogline.read.repelled import came_to_nothing, is_what_was_tried
from fogline.read.role_parts import raid_in
from fogline.read.sources import HEADINGS
from fogline.read.status import is_recalled, names_a_day, only_goes_on, only_since, only_supposed, only_told_of
from fogline.read.struck import only_those_hit
from fogline.read.struck_too import with_towns_of_harm
from fogline.read.tally import is_wave
from fogline.read.telling import THREAT, Telling
from fogline.read.text import ParsedText, Sentence
from fogline.read.things import find_things, without_defence
from fogline.read.told_words import TALKS, is_armed_group, telling_of
from fogline.read.what import VIOLENT, Around, Trigger, find_triggers
from fogline.read.who_fell import with_those_hit
from fogline.read.who_they_were import without_their_past

SUBJECTS = ("nsubj", "nsubjpass")
BY_WHICH = ("in", "under", "as")  # prepositions of the accord in which two sides agree
WITHIN = frozenset({"negotiation", "agreement"})  # types of which one sentence tells one by several words
OCCASION = re.compile(r"\b(?:in|during) (?:an?|the|that|this) (?:[\w-]+ ){0,2}$")
WHERE_MET = ("when", "where", "as", "while")
RAIDED = frozenset({"detention", "property"})
# Groups of deeds that reports announce before they are done, and that are events of status "planned".
PLANNABLE = frozenset({"talks", "mobilisation", "aid", "pledge", "sanction", "unrest"})


def find_tellings(parsed: ParsedText, found: Found) -> list[Telling]:
    """All tellings of a report in the order of its sentences."""
    armed = is_armed(parsed, found)
    found = replace(found, asides=asides_of(parsed, found))
    out: list[Telling] = []
    for sentence in parsed.sentences:
        doc = parsed.docs.get(sentence.index)
        if doc is not None:
            out += _of_sentence(around_of(sentence, doc, found, armed, parsed.sentences), found)
    out = with_towns_of_harm(with_each_hit(with_each_town(out, parsed, found), parsed, found), parsed, found)
    out = in_story([with_later_name(t, parsed, found) for t in out], filed_from(parsed, found), found)
    out = on_day(out, opening_days(parsed, found), found.asides)
    out = with_blasts(on_days_of_speech(out, parsed, found))
    attacked = {t.sentence.paragraph for t in out if t.group in ("remote", ATTACK) and not t.backed}
    out = [t for t in out if not t.backed or t.sentence.paragraph in attacked or (t.item and attacked)]
    out = [t for t in out if not (t.item and t.denied and t.group == "ground")]  # "no clashes in the Lyman sector"
    return without_what_came_of_it(without_accidents(with_those_hit(out, parsed), parsed), parsed)


def is_armed(parsed: ParsedText, found: Found) -> bool:
    """Whether a report has words of war, or names an armed group."""
    named = {p.party for parties in found.parties.values() for p in parties if p.party}
    return parsed.armed or any(map(is_armed_group, named))


def around_of(sentence: Sentence, doc: Doc, found: Found, armed: bool, sentences: Sequence[Sentence] = ()) -> Around:
    """What was found in one sentence, for its triggers; `armed` whether the report has words of war.

    Of the report's sentences those before it say which arms "one of them" stands for.
    """
    i = sentence.index
    figures = found.figures.get(i, ())
    places = without_places_of_parts(found.places.get(i, ()), figures, sentence)
    named = tankers_on_land(find_things(sentence.text), doc, places)
    named = with_members(named, doc, found.parties.get(i, ()), sentence.start)
    named = as_targets(named, doc, places, found.parties.get(i, ()), sentence.start)
    return Around(
        sentence,
        doc,
        places,
        found.parties.get(i, ()),
        only_those_hit(
            without_held(without_defence(arms_again(sentence, doc, sentences, named), doc), doc),
            doc,
            places,
            sentence.start,
        ),
        bool(found.dates.get(i)),
        any(f.figure in ("killed", "injured") for f in figures),
        armed,
        any(map(is_exact, found.dates.get(i, ()))),
        _is_headed(sentence, found, sentences),
    )


def _is_headed(sentence: Sentence, found: Found, sentences: Sequence[Sentence]) -> bool:
    """Whether a town alone is the first sentence of a paragraph: "Zaporizhzhia. Explosions heard"."""
    opening = min(found.paragraphs.get(sentence.paragraph, (sentence.index,)))
    towns = [p for p in found.places.get(opening, ()) if p.role == "place"] if opening < sentence.index else []
    return bool(towns) and sentences[opening].text.strip(" .") == towns[0].text


def _of_sentence(around: Around, found: Found) -> list[Telling]:
    i, doc = around.sentence.index, around.doc
    # What a wished or recalled deed is said of belongs to none of the others: all triggers share out the words,
    # but for words of harm beside a deed, whose words are the deed's.
    every = [t for t in find_triggers(around) if not (doc[t.token].pos_ == "VERB" and attribute(doc[t.token]))]
    every = [t for t in without_their_past(every, doc) if not (_is_none(doc[t.token]) or _names_arms(t, doc))]
    named = _naming(every, around)
    named = [t for t in named if not _only_announces(t, named, doc)]
    if ways := [t for t in named if on_the_way(t, named, around, found.figures.get(i, ()))]:  # harm may tell the rest
        named = _naming([t for t in every if t not in ways], around)
    every = [t for t in named if not taken_to_be_killed(t, named, doc)]
    if any(t.group in ("ground", ATTACK) for t in every):
        every = [t for t in every if not taken_of_the_fallen(t, around)]
    done = [doc[t.token] for t in every if _counts(t, doc)]
    every = [t for t in every if not _met_where_it_fell(t, every, doc)]
    every = [t for t in every if not _only_took(t, every, around)]
    every = [t for t in every if not (_within_talks(t, every, doc) or is_what_was_tried(doc[t.token], done))]
    every = [t for t in every if _counts(t, doc) or not came_to_nothing(doc[t.token], done)]
    triggers = [t for t in every if _counts(t, doc) and not _only_since(t, around, found.dates.get(i, ()))]
    triggers = [t for t in triggers if not (_only_told_of(t, around) or promises_harm(t, triggers, doc))]
    shift = around.sentence.start
    days = [(date.start - shift, date.end - shift) for date in found.dates.get(i, ())]
    triggers = [t for t in triggers if not names_who(t, triggers, doc, days)]
    triggers = [t for t in triggers if not only_counted(t, doc[t.token], found.dates.get(i, ()))]
    if not triggers:
        return []
    if not all(t.frame.points for t in triggers):  # "the incident occurred when gunmen fired on a bus"
        every, triggers = ([t for t in group if not t.frame.points] for group in (every, triggers))
    clusters = clusters_of(triggers, every, around, found.dates.get(i, ()), is_wave(found.figures.get(i, ())))
    told = one_assault([telling_of(cluster, every, around, found) for cluster in clusters])
    told = _with_borrowed_places(told, around)
    told = with_day_of_coming(told, around.sentence.start, around.doc)
    if promises := [t for t in told if t.group == t.type == "pledge" and t.sort == "word"]:
        told = [t for t in told if not (_promised(t) and any(_below(t, p, around) for p in promises))]
    return [*told, *(proposal for t in told if (proposal := _proposal(t, around, found)))]


def _names_arms(trigger: Trigger, doc: Doc) -> bool:
    """Whether a deed's word only tells what sort of arms those are behind it: "one-way attack drones"."""
    word = doc[trigger.token]
    return (
        word.dep_ == "compound" and word.pos_ == "NOUN" and trigger.frame.type == ATTACK and is_munition(word.head.text)
    )


def _is_none(noun: Token) -> bool:
    """Whether it is said to be an accident and no such deed: "a bus fell into a ravine, it was not an attack"."""
    if noun.pos_ != "NOUN" or not any(c.lower_ in ("a", "an") for c in noun.children):
        return False
    if not any(triage_words().peace.get(t.lower_) == "accident" for t in noun.doc):
        return False  # whose blast it was is denied
    named = noun.dep_ == "attr" and any(c.dep_ == "neg" for c in noun.head.children)
    beside = noun.dep_ in ("appos", "conj") and noun.left_edge.lower_ == "not"
    before = noun.left_edge.nbor(-1) if noun.left_edge.i else noun
    return named or beside or (noun.dep_ in ("appos", "conj") and before.lower_ == "not")


def _only_announces(trigger: Trigger, triggers: Sequence[Trigger], doc: Doc) -> bool:
    """Whether what is announced is told as done by its own word: "announced the deployment of 200 men"."""
    verb = doc[trigger.token]
    if trigger.type != "pledge" or verb.lemma_ != "announce":
        return False
    what = {c.i for c in verb.children if c.dep_ == "dobj"}
    return any(t.token in what and t.group in ("mobilisation", "sanction") for t in triggers)


def _naming(triggers: list[Trigger], around: Around) -> list[Trigger]:
    """The triggers without words of harm or of coming that only belong to a violent deed beside them."""
    told = [t for t in triggers if t.frame.sort == "deed"]
    if any(_counts(t, around.doc) for t in told):
        triggers = [t for t in triggers if KILLED_THERE not in t.frame.needs]
    deeds = (t for t in told if t.group in VIOLENT | {ATTACK})
    if not any(_counts(t, around.doc) for t in deeds):
        return triggers
    loose = [t for t in triggers if t.frame.sort in ("harm", "scene") and not done_elsewhere(t, triggers, around)]
    return [t for t in triggers if t not in loose and not is_outcome(t, triggers, around.doc)]


def _below(telling: Telling, promise: Telling, around: Around) -> bool:
    """Whether what is to come is what is promised: not "said that men will be sent and offered a reward"."""
    word, verb = (token_at(around, *t.span) for t in (telling, promise))
    return word is None or verb is None or verb.dep_ != "conj" or verb.is_ancestor(word)


def _promised(telling: Telling) -> bool:
    """Whether a deed beside a promise is what is promised: arms to come, men to be sent."""
    to_come = telling.status == "planned" and telling.group in ("mobilisation", "aid")
    return (telling.type == "pledge" or to_come) and telling.sort != "word"


def _with_borrowed_places(tellings: list[Telling], around: Around) -> list[Telling]:
    """The tellings of one sentence, words without a town of their own at that of the deeds or talks beside them.

    "Our drones reached the port and will reach it again"; "signed a truce after two days of talks in the city".
    """
    out: list[Telling] = []
    for telling in tellings:
        lent = [t for t in tellings if t is not telling and _lends(t, telling)]
        towns = [p for t in lent for p in t.places if is_town(p)]
        towns = towns or [p for t in lent for p in t.places if _taken_in_it(t, telling)]  # "in Zamfara state"
        own = any(is_town(p) for p in telling.places)
        placed = replace(telling, places=(towns[0], *telling.places)) if towns and not own else telling
        day = placed.date or _day_lent(placed, tellings) or _day_of_next(placed, tellings, around)
        out.append(replace(placed, date=day))
    return out


def _day_of_next(telling: Telling, tellings: list[Telling], around: Around) -> DateMention | None:
    """The day behind the second of two joined verbs, which is of both: "downed a drone and shelled Gao on Sunday"."""
    later = [t for t in tellings if t.date and telling.span[1] <= t.span[0] and t.group in VIOLENT]
    if not later or telling.group not in VIOLENT:
        return None
    shift = around.sentence.start
    verb = next((t for t in around.doc if t.idx >= telling.span[0] - shift and t.pos_ == "VERB"), None)
    joined = [c.idx for c in verb.conjuncts if not any(o.dep_ in SUBJECTS for o in c.children)] if verb else []
    return next((t.date for t in later if t.span[0] - shift in joined), None)


def _day_lent(telling: Telling, tellings: Sequence[Telling]) -> DateMention | None:
    """The day of the raid that a telling was a part of, at no other place: "killed nine and abducted 30 on Sunday"."""
    raids = [t for t in tellings if _of_one_raid(t, telling) or _taken_in_it(t, telling)]
    raids = [t for t in raids if set(t.places) >= set(telling.places)]
    return next((t.date for t in raids if t.date), None)


def _lends(lender: Telling, telling: Telling) -> bool:
    """Whether a telling beside another can say where that was: a deed told before a threat, talks for an agreement."""
    if telling.group == THREAT:
        return not telling.places and lender.group in VIOLENT and lender.span < telling.span
    if telling.group == "ground" and lender.group == "territory":  # "had been liberated after five days of fighting"
        return not telling.places and not telling.date
    if _of_one_raid(lender, telling) or _taken_in_it(lender, telling) or _found_dead(lender, telling):
        return not telling.places
    return telling.type == "agreement" and lender.type == "negotiation"


def _of_one_raid(raid: Telling, killing: Telling) -> bool:
    """Whether those who took or burned others had killed there: "killed three people and abducted 18 near Gusau".

    The same of those who were taken "in an attack on Gusau" that had its dead.
    """
    if killing.span > raid.span:
        return False
    before = raid.sentence.text[: raid.span[0] - raid.sentence.start]
    if killing.group in RAIDED and raid.group in (*VIOLENT, ATTACK) and OCCASION.search(before):
        return True
    return killing.group in RAIDED | {"abuse"} and raid.group in RAIDED and before.endswith(" and ")


def _taken_in_it(raid: Telling, taking: Telling) -> bool:
    """Whether people were taken in the attack told before: "raided a mine, killing six and kidnapping a dozen"."""
    at = taking.sentence.start
    words = taking.sentence.text[taking.span[0] - at : taking.span[1] - at].split()
    before = raid.group in (*VIOLENT, ATTACK) and raid.span < taking.span and raid.sort == taking.sort == "deed"
    return before and taking.group in RAIDED and bool(words) and words[0].endswith("ing")


def _found_dead(taking: Telling, killing: Telling) -> bool:
    """Whether those who had been taken were found dead: "the guards kidnapped in Pataz were found dead in a tunnel"."""
    words = killing.sentence.text[killing.span[0] - killing.sentence.start : killing.span[1] - killing.sentence.start]
    return taking.group == "detention" and killing.group == "abuse" and words.lower().startswith("found")


def _met_where_it_fell(trigger: Trigger, triggers: Sequence[Trigger], doc: Doc) -> bool:
    """Whether those who met were only hit there: "bombed an office when officials met in it"."""
    verb = doc[trigger.token]
    clause = verb.dep_ in ("advcl", "relcl") and any(c.lower_ in WHERE_MET for c in verb.children)
    blows = (doc[t.token] for t in triggers if t.group in VIOLENT | {ATTACK})
    return trigger.group == TALKS and clause and any(blow.is_ancestor(verb) for blow in blows)


def _only_took(trigger: Trigger, triggers: Sequence[Trigger], around: Around) -> bool:
    """Whether a raid on civilians has no other tale than whom it took: "were abducted when gunmen invaded a mosque"."""
    if trigger.type not in (ATTACK, "violence_against_civilians") or around.has_harm:
        return False
    taken = [around.doc[t.token] for t in triggers if t.group == "detention"]
    return any((raid := raid_in(verb)) is not None and raid.i == trigger.token for verb in taken)


def _within_talks(trigger: Trigger, triggers: Sequence[Trigger], doc: Doc) -> bool:
    """Whether talks or a deal are what other words of them speak of: "offered to host talks", "agreed in an accord"."""
    if trigger.type not in WITHIN:
        return False
    if trigger.type == "negotiation" and doc[trigger.token].dep_ == "acl":  # "in an exchange mediated by the Emirates"
        made = doc[trigger.token].head.idx
        if any(t.type == "agreement" and t.start <= made < t.end and _counts(t, doc) for t in triggers):
            return True
    above = [t for t in triggers if t.type == trigger.type and doc[t.token].is_ancestor(doc[trigger.token])]
    if trigger.type == "agreement":
        above = [t for t in above if _agreed_by(doc[t.token], doc[trigger.token])]
    return any(_counts(t, doc) for t in above)


def _agreed_by(verb: Token, word: Token) -> bool:
    """Whether a word names what two sides agree by: "agreed on a pause in an accord brokered by", "under the deal"."""
    top = next((t for t in (word, *word.ancestors) if t.head == verb), word)
    return top.dep_ == "prep" and top.lower_ in BY_WHICH


def _proposal(reply: Telling, around: Around, found: Found) -> Telling | None:
    """The proposal of another party that a telling of its refusal tells as well."""
    if TYPE_GROUPS.get(reply.type) != "talks":
        return None
    dates = found.dates.get(around.sentence.index, ())
    repliers = frozenset(p.party for p in reply.actors)
    offer = find_offer(around, reply.span, repliers, dates)
    if offer is None:
        return None
    return replace(
        reply,
        type="negotiation",
        span=offer.span,
        definite=True,
        places=(),
        date=offer.date or reply.date,
        context=None,
        actors=(offer.party,),
        targets=(),
        things=(),
        figures=(),
    )


def _counts(trigger: Trigger, doc: Doc) -> bool:
    """Whether a trigger tells of something: done, denied, said, or announced; not of what used to be done."""
    token = doc[trigger.token]
    if (token.pos_ == "VERB" and (attribute(token) or is_recalled(token))) or only_behind(trigger.group, token):
        return False
    freed = trigger.group in ("aid", "mobilisation") and _meanwhile(token)
    freed = freed or (trigger.group in ("detention", "territory") and tells_who_is_freed(token))
    if trigger.group in (TALKS, "pledge") and only_supposed(token):
        return False  # "whether they will meet"
    if freed or (trigger.group in ("aid", "sanction", "territory") and _says_what_it_is(token)):
        return False
    if trigger.reality == "unreal":
        return trigger.frame.sort == "word"
    if trigger.reality == "future":
        return trigger.frame.sort == "word" or trigger.group in PLANNABLE
    return True


def _meanwhile(verb: Token) -> bool:
    """Whether it is only what somebody was doing: "seized two soldiers while delivering food"."""
    return verb.tag_ == "VBG" and any(c.dep_ == "mark" and c.lower_ in ("while", "when") for c in verb.children)


def _says_what_it_is(word: Token) -> bool:
    """Whether a participle behind a noun only tells of what kind that is: "drones supplied by its sponsor", "a bank
    placed under sanctions"; one with a day of its own tells what happened.
    """
    verb = word.head.head if word.dep_ == "pobj" else word
    whole = any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in verb.children)  # "a claim that they had taken it"
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and not whole and not names_a_day(verb)


def _only_since(trigger: Trigger, around: Around, dates: Sequence[DateMention]) -> bool:
    """Whether words only tell since when something has been, and name no day: "since it left Sevastopol"."""
    verb = around.doc[trigger.token]
    start, end = (around.sentence.start + t.idx for t in (verb.left_edge, verb.right_edge))
    return only_since(verb) and not any(start < date.end and date.start <= end for date in dates)


def _only_told_of(trigger: Trigger, around: Around) -> bool:
    """Whether a deed is only what those do as a rule of whom the body tells: "gangs who raid villages"."""
    body = around.sentence.part not in HEADINGS
    word = around.doc[trigger.token]
    verb = word.head if word.dep_ == "dobj" else word  # "planes from which they drop bombs"
    return body and trigger.frame.sort != "word" and (only_told_of(verb) or only_goes_on(verb))
