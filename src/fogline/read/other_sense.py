"""Do the words of a frame tell of something else where they stand: "took the dead to hospital", "sent firemen"?"""

import re

from spacy.tokens import Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.events import frames
from fogline.lexicon.parties import party_named
from fogline.lexicon.saying import saying
from fogline.lexicon.status import status_words
from fogline.read.arms_again import is_munition
from fogline.read.arms_held import only_made_safe
from fogline.read.company import Around, is_remote, object_words, parties_of, party_acts, subject_words, weapon_acts
from fogline.read.counted import noun_classes
from fogline.read.doers import doers_of
from fogline.read.foretold import only_foretold
from fogline.read.only_looms import only_looms
from fogline.read.some_of_them import harmed_by_fire
from fogline.read.talks import takers
from fogline.read.trigger import Trigger

FIRED = frozenset({"attack", "missile_artillery_attack", "bombing", "ground_battle", "violence_against_civilians"})
SHOT = ("attack", "ground_battle", "violence_against_civilians")
PEOPLE = frozenset({"people", "aid", "media"})
MONTH = re.compile(r"\b(?:\d{1,2}|in|since|until|by|early|late|mid) March\b|\bMarch \d")
FORMATIONS = "formations"  # brigades and the like; "the formation of a brigade" makes one
LASTING = frozenset({"old", "long"})  # of a revolt that began before
WHERE = frozenset({"where", "that", "which"})  # what a clause on a place begins with


def other_sense(trigger: Trigger, verb: Token, around: Around) -> bool:
    """Whether what a frame's words are done to, or who says them, makes them no deed of its kind."""
    if (
        _without(verb)
        or _not_in_the_air(trigger, around)
        or (trigger.type in SHOT and (_into_the_air(verb) or _sets_up(verb)))
        or _at_a_crowd(trigger, verb)
    ):
        return True
    match trigger.type:
        case "threat":
            other = (
                only_foretold(trigger, around)
                or _is_a_danger(verb)
                or _of_arms(verb)
                or _for_their_good(verb)
                or _by_a_court(verb)
                or _of_a_place(trigger, verb)
            )
            other = other or _endangers(verb) or only_looms(verb, around)
        case "sanction" | "protest":
            other = _on_nobody(trigger, verb) or _at_a_ship(trigger, around) or _in_march(trigger, around)
        case "ground_battle" | "bombing" | "attack":
            other = _fights_munitions(verb) if trigger.type == "ground_battle" else only_made_safe(verb)
        case "abduction_detention":
            other = _takes_nobody(verb, around)
        case "property_destruction":
            other = verb.lemma_ == "seize" and (verb.dep_ == "acl" or _takes_arms(verb))
        case "territory_change":
            other = any(c.lemma_.lower() in status_words().homes for c in _behind(verb, "from", "of"))
            other = other or _people_are_held(trigger, verb, around) or _drives_out_people(verb, around)
            other = other or _sends_people_away(verb) or _of_no_ground(verb) or _lies_under(verb, around)
        case "agreement":
            other = _opens_a_name(verb) or any(map(_of_fire, _told_by(trigger, verb))) or _has_run_out(verb)
        case "negotiation":
            other = _with_his_own(verb, around) or _not_answered(verb) or _is_rumour(verb)
        case "pledge" | "mutiny":  # "pledged allegiance to", "the year-old revolt"
            other = any(c.lemma_.lower() in status_words().fealty or c.lower_ in LASTING for c in verb.children)
            other = other or _says_how_it_is(verb) or _fell(verb)
        case "mobilisation":
            other = not _forces_come(trigger, verb) or _strikes_with_it(verb, around) or _names_a_body(verb)
        case _:
            other = False
    return other


def _sets_up(verb: Token) -> bool:
    """Whether nobody is set upon: "set up a roadblock on the road"."""
    return verb.lemma_ == "set" and any(c.dep_ == "prt" and c.lower_ == "up" for c in verb.children)


def _not_in_the_air(trigger: Trigger, around: Around) -> bool:
    """Whether what is shot down by a frame's words stood on the ground: "destroyed two missile launchers"."""
    if trigger.frame.role != "subject_suffers" or trigger.frame.weapon is None:
        return False
    inside = (t for t in around.things if trigger.start <= t.start < trigger.end and t.value == "military")
    return any(is_munition(around.sentence.text[t.start : t.end]) or t.end > trigger.end for t in inside)


def _without(noun: Token) -> bool:
    """Whether a deed is named as what there was none of: "took the town without fighting"."""
    return (
        noun.head.lower_ == "without"
        and noun.dep_ in ("pobj", "pcomp")
        and not any(c.dep_ == "dobj" for c in noun.children)
    )


def _with_his_own(verb: Token, around: Around) -> bool:
    """Whether those who meet are all of one side: "the president met the army chief to discuss the fall of Goma"."""
    known = status_words().met_with
    above = verb.head if verb.dep_ in ("advcl", "xcomp") else verb
    meeting = next((v for v in (verb, above) if v.lemma_.lower() in known), None)
    if meeting is None:
        return False
    met = [
        p for p in takers(meeting, around.parties, around.sentence.start) if p.form in ("office", "person", "demonym")
    ]
    return len(met) > 1 and len({p.party for p in met}) == 1


def _by_a_court(verb: Token) -> bool:
    """Whether it is a court that sets a term: "gave the ministry ten days to say where they were held"."""
    governors = (t for t in (verb, *verb.ancestors) if t.pos_ == "VERB")
    return any(subject_words(v) & status_words().courts for v in governors)


def _of_a_place(trigger: Trigger, verb: Token) -> bool:
    """Whether an order only says what a place is: "al-Mawasi, which the army has told people to move to"."""
    clause = next((t for t in (verb, *verb.ancestors) if t.dep_ == "relcl"), None)
    ordered = clause is not None and trigger.frame.sort == "word" and clause.head.pos_ in ("NOUN", "PROPN")
    perfect = clause is not None and any(c.dep_ == "aux" and c.lemma_ == "have" for c in clause.children)
    there = clause is not None and any(t.lower_ in WHERE and t.i < clause.i for t in clause.subtree)
    return ordered and perfect and there


def _for_their_good(verb: Token) -> bool:
    """Whether people are told to stay where it is safe, or to keep others off: "told residents to stay indoors"."""
    if verb.lemma_ == "keep" and any(c.dep_ == "dobj" for c in verb.children):
        return True  # "told both sides to keep the war away from ships"
    return verb.lemma_ == "stay" and any(t.lower_ in status_words().staying_safe for t in verb.subtree)


def _of_arms(verb: Token) -> bool:
    """Whether it is arms that are told to be ready: "a missile that was prepared to launch"."""
    return any(t.dep_ in ("relcl", "acl") and is_munition(t.head.text) for t in (verb, *verb.ancestors))


def _is_a_danger(word: Token) -> bool:
    """Whether who or what is dangerous is called a threat, or is to be met as one: "the group remains a threat"."""
    if word.lemma_.lower() != "threat" or word.dep_ not in ("attr", "oprd", "dobj", "acomp", "nsubjpass", "nsubj"):
        return False
    if word.dep_ == "nsubj" and not any(c.dep_ in ("acomp", "oprd", "attr") for c in word.head.children):
        return False  # "the threat came at once", but "the threat to ships remains severe"
    return word.head.lemma_.lower() in status_words().dangers


def _into_the_air(verb: Token) -> bool:
    """Whether shots hit nobody: "came on motorcycles and shot sporadically into the air"."""
    return verb.lemma_ in ("shoot", "fire") and any(c.lower_ == "air" for c in _behind(verb, "in", "into"))


def _fights_munitions(verb: Token) -> bool:
    """Whether what is defeated flies: "defeated two drones and a missile" is no battle."""
    beaten = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return bool(beaten) and verb.lemma_ in status_words().beating and all(is_munition(c.text) for c in beaten)


def _fell(mutineers: Token) -> bool:
    """Whether those who are told of only fell to a blow: "killing dozens of mutineers"."""
    top = mutineers
    while top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.pos_ in ("NOUN", "NUM"):
        top = top.head.head
    return top.dep_ in ("dobj", "nsubjpass") and top.head.lemma_.lower() in deeds().casualty


def _says_how_it_is(verb: Token) -> bool:
    """Whether an assurance is of how things are, and of nothing to be done: "assured people that stocks suffice"."""
    told = [c for c in verb.children if c.dep_ == "ccomp"] if verb.lemma_ == "assure" else []
    return bool(told) and not any(c.dep_ == "aux" and c.tag_ in ("MD", "TO") for t in told for c in t.children)


def _people_are_held(trigger: Trigger, verb: Token, around: Around) -> bool:
    """Whether it is people, and no town, that are in somebody's hands: "the captives are in rebel hands"."""
    if "hands" not in around.sentence.text[trigger.start : trigger.end].lower():
        return False
    people = {t.head for t in around.things if t.value in PEOPLE or (t.kind == "person" and t.value != "settlement")}
    told = next((t for t in (verb, *verb.ancestors) if t.pos_ in ("VERB", "AUX")), verb)
    held = [c for c in told.children if c.dep_ in ("nsubj", "nsubjpass")]
    somebody = [c for c in held if c.idx in people or (c.pos_ == "NOUN" and "person" in noun_classes(c))]
    return bool(held) and held == somebody


def _at_a_crowd(trigger: Trigger, verb: Token) -> bool:
    """Whether what is fired is police's against a crowd: "fired tear gas shells"."""
    if trigger.type not in FIRED:
        return False
    fired = [c for c in verb.children if c.dep_ == "dobj"]
    return bool(fired) and all(any(c.lower_ in deeds().crowd_arms for c in f.subtree if c.i <= f.i) for f in fired)


def _in_march(trigger: Trigger, around: Around) -> bool:
    """Whether a march is only the month: "soldiers held since 2 March"."""
    return MONTH.search(around.sentence.text[trigger.start : trigger.end]) is not None


def _at_a_ship(trigger: Trigger, around: Around) -> bool:
    """Whether water cannon are turned on a ship, and no crowd is there: "fired water cannon at a supply boat"."""
    told = around.sentence.text[trigger.start : trigger.end].lower() if trigger.type == "protest" else ""
    return "cannon" in told and any(t.kind == "against" and t.value == "ship" for t in around.things)


def _on_nobody(trigger: Trigger, verb: Token) -> bool:
    """Whether measures are of a kind that punishes nobody: "announced 'anti-terrorist measures'"."""
    told = (
        t for t in (verb.doc if trigger.type == "sanction" else ()) if t.idx >= trigger.start and t.lower_ == "measures"
    )
    kinds = status_words().no_sanctions
    return any(kinds & {w.lower_ for w in verb.doc[max(0, t.i - 2) : t.i]} for t in told)


def _endangers(verb: Token) -> bool:
    """Whether something only is a danger to what nobody threatens: "such schemes threaten our security"."""
    objects = [c for c in verb.children if c.dep_ == "dobj"] if verb.lemma_ == "threaten" else []
    return bool(objects) and all(c.lemma_.lower() in status_words().endangered for c in objects)


def _is_rumour(noun: Token) -> bool:
    """Whether talk is what people say: "called talk of a captured village fiction"; "the talks" are none."""
    said = (t for t in (noun, *noun.children) if t.tag_ == "NN" and t.lemma_ == "talk")
    return any(_behind(t, "of", "about") for t in said)


def _not_answered(verb: Token) -> bool:
    """Whether somebody has only not answered: "has not replied to the offer"."""
    silent = verb.lemma_.lower() in ("reply", "respond", "react", "answer")
    return silent and any(c.dep_ == "neg" or c.lower_ == "yet" for c in verb.children)


def _drives_out_people(verb: Token, around: Around) -> bool:
    """Whether it is those who live there whom somebody drives out: "forced the residents out" of a house."""
    driven = {c.idx for c in verb.children if c.dep_ == "dobj"}
    who = [t.value for t in around.things if t.head in driven and (t.kind == "person" or t.value in PEOPLE)]
    return bool(who) and all(value in PEOPLE | {"civilian", "hostage"} for value in who)


def _sends_people_away(noun: Token) -> bool:
    """Whether an authority has people leave, and no side its ground: "ordered the evacuation of two villages"."""
    done = (
        noun.dep_ == "dobj" and noun.head.lemma_.lower() in status_words().ordering_verbs | status_words().light_verbs
    )
    return noun.lemma_.lower() == "evacuation" and done


def _of_no_ground(verb: Token) -> bool:
    """Whether it is a fire or the like that is brought under control, or a thing that only "took place"."""
    held = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return bool(held) and held[0].lemma_.lower() in status_words().no_ground


def _lies_under(verb: Token, around: Around) -> bool:
    """Whether a participle only tells how a place lies: "drones hit depots in Russia and occupied Crimea".

    Nobody who takes ground is the subject, or it is the state whose the place is.
    """
    behind = next((c for c in verb.children if c.dep_ == "dobj"), None)
    listed = verb.dep_ == "conj" and verb.i > 1 and verb.nbor(-1).dep_ == "cc" and verb.nbor(-2).pos_ != "VERB"
    if not listed or behind is None or verb.lower_ not in status_words().lying_under:
        return False
    if behind.left_edge.i != verb.i + 1 or behind.pos_ != "PROPN":
        return False
    shift = around.sentence.start
    land = next((p.place.country for p in around.places if p.place and p.start - shift == behind.left_edge.idx), None)
    doing = [party_named(party) for party in parties_of(doers_of(verb), around)]
    own = bool(doing) and all(party.kind == "state" and party.iso2 == land for party in doing)
    return own or not party_acts(verb, around)


def _opens_a_name(word: Token) -> bool:
    """Whether a truce only says what talks are about: "ceasefire talks", whatever the parse makes of the second."""
    behind = word.doc[word.i + 1].lower_ if word.i + 1 < len(word.doc) else ""
    return behind.removesuffix("s") in status_words().unreal_heads


def _names_a_body(word: Token) -> bool:
    """Whether a noun is of the name of a force or is one: "drawn from the Rapid Deployment Unit", "formations of"."""
    if word.lower_ == FORMATIONS:
        return True
    return word.dep_ == "compound" and all(w.text[:1].isupper() for w in (word, word.head))


def _has_run_out(word: Token) -> bool:
    """Whether a truce only came to its end: "the truce has collapsed", "ended the truce", not "it ended the war"."""
    verb = word if word.pos_ == "VERB" else word.head
    if verb.lemma_.lower() not in status_words().run_out:
        return False
    whole = any(c.dep_ == "dobj" for c in verb.children)
    return not whole if verb == word else (word.dep_ == "dobj" or (word.dep_ in ("nsubj", "nsubjpass") and not whole))


def _told_by(trigger: Trigger, verb: Token) -> list[Token]:
    """The words that tell a deed."""
    return [t for t in verb.doc if trigger.start <= t.idx < trigger.end]


def _of_fire(exchange: Token) -> bool:
    """Whether it is shots that are exchanged: "an exchange of artillery fire", "died in the exchange"."""
    fired = [t for c in _behind(exchange, "of") for t in (c, *(p for p in c.children if p.dep_ == "compound"))]
    return harmed_by_fire(exchange) or any(c.lemma_.lower() in status_words().volleys for c in fired)


def _takes_nobody(verb: Token, around: Around) -> bool:
    """Whether nobody is made a captive: "a drone took out a truck", "carried off grain", "took him to hospital"."""
    if weapon_acts(verb, around) or around.once(object_words, verb, frozenset()) & frames().loot:
        return True
    known = status_words()
    done_to = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    held = bool(done_to) and all(c.lemma_.lower() in known.no_captives for c in done_to)  # "prayers were held"
    held = held or (verb.lemma_ == "seize" and _takes_arms(verb)) or _held_off(verb)
    towns = [c for c in done_to if c.dep_ == "nsubjpass"]
    if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VBN" and verb.head.dep_ != "pobj":
        towns.append(verb.head)
    held = held or any(_is_town(town, around) for town in towns)  # "the town was taken", "Gao, taken by rebels"
    held = held or _is_helped(verb) or _is_done(verb)
    held = held or (verb.dep_ == "relcl" and verb.head.head.lemma_.lower() in known.coming_to_light and _is_lost(verb))
    return held or any(c.lemma_.lower() in known.havens for c in _behind(verb, "to"))


def _is_done(verb: Token) -> bool:
    """Whether something is done: "carried out strikes on rebel positions" carries nobody off."""
    return verb.lemma_ == "carry" and any(c.lemma_.lower() in status_words().anaphors for c in verb.children)


def _is_helped(verb: Token) -> bool:
    """Whether somebody is cared for or got out: "was taken away by ambulance", "tourists were taken out by bus"."""
    known = status_words()
    out = any(c.dep_ in ("prt", "advmod") and c.lower_ == "out" for c in verb.children)
    means = known.hurt_taken_by | (known.taken_out_by if out else frozenset())
    behind = (c for p in verb.children if p.lower_ in ("by", "in", "on") for c in p.children if c.dep_ == "pobj")
    return any(c.lemma_.lower() in means for c in behind)


def _is_lost(verb: Token) -> bool:
    """Whether it is only said that somebody is missing: "a sailor who had been missing since the attack"."""
    return verb.lower_ in ("missing", "disappeared") and not any(c.dep_ == "agent" for c in verb.children)


def _held_off(verb: Token) -> bool:
    """Whether another word makes of holding something else: "held them off", "held them responsible"."""
    if verb.lemma_ != "hold":
        return False
    off = any(c.dep_ in ("prt", "advmod") and c.lower_ in status_words().held_otherwise for c in verb.children)
    said_of = [*verb.children, *(t for c in verb.children if c.dep_ == "dobj" for t in c.children)]
    return off or any(t.lower_ in saying().answerable for t in said_of)


def _is_town(noun: Token, around: Around) -> bool:
    """Whether a noun is, or is part of the name of, a place."""
    shift = around.sentence.start
    towns = (p for p in around.places if p.role == "place")
    named = any(p.start - shift <= noun.idx < p.end - shift for p in towns)
    return named or any(t.head == noun.idx for t in around.things if t.kind == "person" and t.value == "settlement")


def _behind(verb: Token, *prepositions: str) -> list[Token]:
    """What stands behind one of these prepositions of a verb."""
    return [c for p in verb.children if p.dep_ == "prep" and p.lower_ in prepositions for c in p.children]


def _takes_arms(verb: Token) -> bool:
    """Whether what is seized is arms: "soldiers seized five rifles", "a truck of weapons" is no looting."""
    seized = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    seized += [t for c in seized for t in _behind(c, "of", "with")]
    return any(c.lemma_.lower() in status_words().arms for c in seized)


def _forces_come(trigger: Trigger, verb: Token) -> bool:
    """Whether forces are moved, and no rescuers: "deployed 60 firefighters"; not "fled when the soldiers arrived"."""
    known = status_words()
    if verb.lemma_ in known.arriving:
        before = verb.dep_ == "advcl" and any(c.lower_ in known.by_then for c in verb.children)
        return _comes_itself(trigger, verb) and not before  # "bodies, most of them soldiers, had arrived"
    inside = [t for t in verb.doc if trigger.start <= t.idx < trigger.end and t.pos_ == "VERB"]
    if any(c.lemma_.lower() in known.havens for v in (verb, *inside) for c in _behind(v, "to")):
        return False  # "two soldiers were hurt and flown to a hospital"
    moved = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    moved = [t for m in moved for t in (m, *m.conjuncts)]
    return not moved or not all(m.lemma_.lower() in known.rescuers for m in moved)


def _strikes_with_it(verb: Token, around: Around) -> bool:
    """Whether arms are used for a blow: "deployed a drone to attack a patrol", "sent jets to strike a depot"."""
    if verb.lemma_.lower() not in status_words().using:
        return False
    moved = {c.idx: c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")}
    makes = {t.idx for c in moved.values() for t in c.children if t.dep_ in ("compound", "nummod", "amod", "nmod")}
    arms = [t for t in around.things if (t.head in moved or t.head in makes) and is_remote(t)]
    done = [c for w in (verb, *moved.values()) for c in w.children if c.tag_ == "VB"]
    blow = any(c.lemma_.lower() in status_words().hitting for c in done)
    flying = any(t.value == "drone" for t in arms) and any(c.lower_ == "against" for c in verb.children)
    return bool(arms) and (blow or flying)


def _comes_itself(trigger: Trigger, verb: Token) -> bool:
    """Whether it is the force that the words name which comes."""
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    inside = [c for c in subjects if trigger.start <= c.idx < trigger.end]
    return trigger.start == verb.idx or bool(inside) or not any(s.idx < trigger.start for s in subjects)
