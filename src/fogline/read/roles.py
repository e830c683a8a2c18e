"""Who did it and to whom: the mentions of a sentence by their part in one happening."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.events import frames
from fogline.lexicon.places import place_words
from fogline.lexicon.saying import saying
from fogline.lexicon.status import status_words
from fogline.model import PartyMention
from fogline.read.accused import accuse, claim
from fogline.read.arms_again import is_munition
from fogline.read.by_whom import (
    alongside,
    at_hands,
    bursts,
    harmed_in,
    is_of_one,
    killed_with,
    of_operation,
    planted_by,
    shared_agent,
    subject_of,
    supposed,
    told_to_have,
    whose_work,
)
from fogline.read.launched_from import is_launched_from, owners_of_launchers
from fogline.read.named_in import MODIFIERS, Mentions, is_bare_state, is_only_where
from fogline.read.role_parts import Part, walked_into
from fogline.read.text import Sentence

GAINED = "gains from somebody"  # the rule for whom somebody else lost it to
LAID = "laid or fired what it was done with"
OF_CLAUSE = "whom a clause is of"  # "two soldiers who shot at a crowd": the rule is for violence alone
HANDS = "at whose hands it was"
WORK = "whose work it is said to be"
LAUNCHED = "owner of what it was fired from"
BESIDE = "object of a preposition of place"  # the rule for those at whose post or positions it was
ATTACKS = ("attack", "attacks", "operation", "operations")
CLIMB = 6  # steps up the parse from a happening to the clause that holds it
SUBJECTS = ("nsubj", "csubj")
STAYS = ("be", "remain", "stay")
PITTED = ("against", "to", "and", "with")  # "clashes opposed the army to the rebels"
HELD = ("in", "under", "into")  # before the hands or the control of who holds it
CONTROL = ("xcomp", "acomp", "pcomp", "ccomp", "conj", "acl", "advcl", "prep", "relcl", "dobj", "pobj", "oprd")


@dataclass(frozen=True, slots=True)
class Roles:
    """The mentions that act and those acted on; `accuser` says that the actor is another's word for it.

    `acting` and `suffering` name the rule that gave a mention its part, by the offset at which it begins.
    """

    actor: tuple[PartyMention, ...] = ()
    target: tuple[PartyMention, ...] = ()
    accuser: tuple[PartyMention, ...] = ()
    acting: Mapping[int, str] = field(default_factory=dict, compare=False)
    suffering: Mapping[int, str] = field(default_factory=dict, compare=False)


def roles(sentence: Sentence, doc: Doc, trigger: Token, mentions: Sequence[PartyMention]) -> Roles:
    """Actors and targets of the happening that `trigger` names, among the mentions of the sentence.

    Mentions without a party take no part. A mention stands in one role alone; a role that the words do not give is
    empty.
    """
    within = [m for m in mentions if m.party and sentence.start <= m.start < sentence.end]
    known = Mentions(sentence, doc, [m for m in within if not is_only_where(m, sentence)])
    actor, target = Part(), Part()
    accuser: list[PartyMention] = []
    if trigger.lemma_.lower() in deeds().coming_upon:
        return Roles()
    if trigger.pos_ in ("VERB", "AUX"):
        _of_verb(known, trigger, actor, target)
    else:
        _of_noun(known, trigger, actor, target)
    _between(known, trigger, actor, target)
    actor.take(HANDS, at_hands(known, trigger))
    if not actor:
        actor.take(LAUNCHED, owners_of_launchers(known, trigger))
    if not actor:
        actor.take(LAID, planted_by(known, trigger) or killed_with(known, trigger))
    accuse(known, trigger, actor, accuser)
    if not actor:
        claim(known, trigger, actor)
    if not actor:
        actor.take(WORK, whose_work(known, trigger))
    actor_parties = {m.party for m in actor}
    rest = [m for m in target if m not in actor and (m.party not in actor_parties or m.form != "pronoun")]
    return Roles(
        tuple(dict.fromkeys(actor)),
        tuple(dict.fromkeys(rest)),
        tuple(dict.fromkeys(accuser)),
        actor.rules,
        target.rules,
    )


def _of_verb(known: Mentions, verb: Token, actor: Part, target: Part) -> None:
    passive = _is_passive(verb)
    for child in verb.children:
        if passive and child.dep_ in ("nsubj", "nsubjpass") and _is_sent(verb, child):
            actor.take("owner of what was fired", known.within(child))
        elif child.dep_ == "nsubj":
            rule = "passive subject" if passive else OF_CLAUSE if is_of_one(child) else "subject"
            (target if passive else actor).take(rule, subject_of(known, child))
        elif child.dep_ == "nsubjpass":
            target.take("passive subject", subject_of(known, child))
        elif child.dep_ == "agent" or ((passive or _is_deed(verb)) and child.dep_ == "prep" and child.lower_ == "by"):
            actor.take("by-agent", known.after(child))
        elif child.dep_ in ("dobj", "dative", "oprd"):
            _of_object(known, child, passive, actor, target)
        elif child.dep_ == "prep" and child.lower_ in deeds().on | deeds().where and not _with_arms(child):
            beside = child.lower_ not in deeds().on | deeds().by | deeds().belonging
            target.take(BESIDE if beside else "object of a preposition", known.after(child))
        elif child.dep_ == "prep" and child.lower_ == "under":  # "came under fire from the rebels"
            links = [p for o in child.children for p in o.children if p.dep_ == "prep" and p.lower_ in deeds().by]
            target.take("object of a preposition", (m for link in links for m in known.after(link)))
    actor.take("by-agent", shared_agent(known, verb) if passive and not actor else [])
    actor.take("owner of the deed", of_operation(known, verb) if passive and not actor else [])
    fellows, foes = alongside(known, verb)
    actor.take("fights beside them", fellows)
    target.take("object of a preposition", foes)
    if not actor and not passive and not any(c.dep_ == "nsubj" for c in verb.children):
        actor.take("subject of the verb above", _borrowed_subject(known, verb))
    if not passive and verb.dep_ == "relcl" and is_munition(verb.head.text) and not actor:
        actor.take("owner of what was fired", known.within(verb.head))  # "a Houthi drone that hit Eilat"
    if verb.dep_ == "acl" and verb.head.pos_ == "NOUN" and _is_sent(verb, verb.head):
        actor.take("owner of what was fired", known.within(verb.head))
    elif passive and not target and verb.dep_ in ("acl", "relcl"):
        target.take("noun that a participle describes", known.within(_first_listed(verb.head)))
    _give_way(known, verb, actor, target)


def _is_deed(verb: Token) -> bool:
    """Whether the parser takes the name of a deed for a verb: "shelling by the RSF killed three"."""
    return verb.tag_ == "VBG" and verb.dep_ in ("csubj", "nsubj", "pobj", "pcomp", "dobj")


def _of_object(known: Mentions, noun: Token, passive: bool, actor: Part, target: Part) -> None:
    made = [] if passive else _doers(known, noun)
    actor.take("owner of the deed", made)
    target.take("object", (m for m in known.within(noun) if m not in made))
    for inner in noun.children:
        if inner.dep_ == "prep" and inner.lower_ in deeds().on:
            target.take("object of a preposition", known.after(inner))
        if inner.dep_ == "acl" and inner.tag_ == "VBN" and bursts(noun):  # "hit a mine laid by rebels"
            actor.take(LAID, (m for c in inner.children if c.dep_ == "agent" for m in known.after(c)))


def _with_arms(link: Token) -> bool:
    """Whether a preposition leads to arms, or to what they came from, and to no foe: "attacked with Iranian drones"."""
    arms = (c for c in link.children if c.dep_ == "pobj" and is_munition(c.text))
    return is_launched_from(link) or (link.lower_ == "with" and any(arms))


def _is_sent(verb: Token, noun: Token) -> bool:
    """Whether a noun is of arms that were fired or sent: "Russian missiles were fired at Kharkiv"."""
    return verb.lemma_.lower() in deeds().launching | deeds().flown and is_munition(noun.text)


def _first_listed(noun: Token) -> Token:
    """The noun that begins a list without "and": "Eleven Maoists, jawan killed" tells of them all."""
    while noun.dep_ == "appos":
        noun = noun.head
    return noun


def _is_passive(verb: Token) -> bool:
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    bare = not any(c.dep_ in ("aux", "nsubj", "dobj") for c in verb.children)
    if verb.lemma_.lower() in deeds().bent_on and any(c.lower_ == "to" for a in verb.children for c in a.children):
        return False  # "fighters threatened to attack", which the parser may take for what was done to them
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod", "ROOT", "advcl", "dep") and bare


def _give_way(known: Mentions, verb: Token, actor: Part, target: Part) -> None:
    """Turn round what is lost to somebody: "the army lost the town to the rebels", "it fell to the army".

    Who has come to hold it has taken it: "has been in rebel hands since Monday", not "is in our hands".
    """
    stays = verb.lemma_ in STAYS and verb.tag_ != "VBN"
    links = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in HELD and not stays]
    holder = [m for c in links for o in c.children if o.lemma_.lower() in deeds().holds for m in known.within(o)]
    if holder:
        target.only("held by another", [m for m in (*actor, *target) if m not in holder])
        actor.only(GAINED, holder)
    if verb.lemma_.lower() not in deeds().give_way:
        return
    ways = [c for c in verb.children if c.dep_ in ("prep", "dative") and c.lower_ in ("to", "into")]
    taker = [m for way in ways for c in way.children if c.dep_ == "pobj" for m in known.within(c)]
    if taker:
        target.only("loses to somebody", [m for m in (*actor, *target) if m not in taker])
        actor.only(GAINED, taker)


def _doers(known: Mentions, noun: Token) -> list[PartyMention]:
    """The possessor of a deed that stands as an object: "launched its attack", not "attacked its ships"."""
    if noun.lemma_.lower() not in frames().by_noun:
        return []
    return [m for c in noun.children if c.dep_ == "poss" for m in known.of(c) if m.form == "pronoun"]


def _borrowed_subject(known: Mentions, verb: Token) -> list[PartyMention]:
    """The subject of the clause above: "vowed to strike", "struck X, killing Y", "hit A and shelled B"."""
    accused = verb.head.head if verb.dep_ == "pcomp" and verb.head.dep_ == "prep" else verb
    if accused.dep_ in ("dobj", "nsubjpass") and accused.head.lemma_ in saying().accuse:
        return known.within(accused)  # "accused the rebels of shelling", where "of" hangs on the rebels
    token = verb
    for _ in range(CLIMB):
        head = token.head
        if head == token or token.dep_ not in CONTROL:
            return []
        if token.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON"):
            return known.within(head)
        if head.pos_ in ("VERB", "AUX"):
            found = _subject_above(known, head, token.dep_)
            if found is not None:
                return found
        token = head
    return []


def _subject_above(known: Mentions, head: Token, dep: str) -> list[PartyMention] | None:
    """Who acts in the verb that hangs on `head` by `dep`; None where the head does not say."""
    objects = [c for c in head.children if c.dep_ in ("dobj", "dative")]
    passive = [c for c in head.children if c.dep_ == "nsubjpass"]
    agents = [i for c in head.children if c.dep_ == "agent" for i in c.children]
    if dep in ("prep", "pcomp", "advcl") and head.lemma_ in deeds().lost:
        return []  # "died during fighting", "died when shells fell": they are not said to have begun it
    subjects = [c for c in head.children if c.dep_ in SUBJECTS]
    if dep in ("conj", "ccomp", "parataxis") and (meant := supposed(known, head)):
        return meant  # "the men, believed to be members of Hamas, burned a house", as the parse may have it
    doers: list[Token] = []
    if objects and (head.lemma_ in saying().accuse or (head.lemma_ in deeds().causing and dep == "xcomp")):
        doers = objects
    elif passive and agents and dep in ("advcl", "conj"):
        doers = agents
    elif subjects and dep != "ccomp":
        doers = subjects
    elif passive and dep == "xcomp":
        doers = passive
    return [m for doer in doers for m in known.within(doer)] if doers else None


def _of_noun(known: Mentions, noun: Token, actor: Part, target: Part) -> None:
    own = known.at.get(noun.i)
    for child in noun.children:
        if child.dep_ in ("poss", "amod", "compound", "nmod"):
            inner = known.of(child) or [m for c in child.children if c.dep_ in MODIFIERS for m in known.of(c)]
            if child.dep_ == "compound":  # "the Mexico ambush" is where it was, "the Hamas attack" whose it was
                inner = [m for m in inner if not is_bare_state(m) or _strikes(m, noun)]
            actor.take("owner of the deed" if child.dep_ == "poss" else "name before the deed", inner)
        elif child.dep_ in ("prep", "agent"):
            inner = known.after(child)
            if child.lower_ in deeds().by or (child.lower_ == "of" and walked_into(noun)):
                actor.take("by-agent", inner)
            elif child.lower_ in deeds().on or child.lower_ == "of":
                target.take("object of a preposition", inner)
                if child.lower_ in ("between", "with"):
                    actor.take("party to it", inner)
        elif (
            child.dep_ in ("acl", "relcl")
            and child.tag_ == "VBN"
            and not (_tells_whose(child) and not _is_claim(child))
        ):
            actor.take(
                "by-agent",
                (m for c in child.children if c.dep_ in ("agent", "prep") and c.lower_ == "by" for m in known.after(c)),
            )
        elif child.dep_ in ("acl", "relcl"):
            doers = told_to_have(child) if _only_says(child) else [c for c in child.children if c.dep_ in SUBJECTS]
            bled = child.lemma_.lower() in deeds().bleeding  # "a battle in which the army lost nine men"
            (target if bled else actor).take("subject of the clause on it", (m for c in doers for m in known.of(c)))
    if not actor:
        deep = [
            t for t in noun.subtree if t.lower_ == "by" and t.dep_ in ("prep", "agent") and not _tells_whose(t.head)
        ]
        deep = deep or _by_beside(noun)
        actor.take("by-agent", (m for t in deep[:1] for m in known.after(t)))
    _fought_with(known, noun, actor)
    if own is not None and not actor:
        actor.take("named by the deed's own words", [own])
    if not actor:
        actor.take("subject of the verb that it is the object of", _launcher(known, noun) or harmed_in(known, noun))


def _only_says(clause: Token) -> bool:
    """Whether a clause on a deed has somebody tell of it: "an attack that police said killed nine"."""
    told = any(c.dep_ in ("ccomp", "xcomp") for c in clause.children)
    told = told or sum(c.dep_ == "nsubj" for c in clause.children) > 1  # as the parse may have it
    return told and clause.lemma_.lower() in saying().say | saying().deny


def _tells_whose(verb: Token) -> bool:
    """Whether a participle only tells whose something is: "the bombardment of Kherson, retaken by the army"."""
    return verb.pos_ == "VERB" and verb.dep_ in ("acl", "relcl", "amod") and verb.lemma_.lower() in deeds().whose


def _is_claim(verb: Token) -> bool:
    """Whether a participle on a deed says who owns up to it: "an attack claimed by the rebels"."""
    return verb.lemma_.lower() == "claim"


def _strikes(party: PartyMention, noun: Token) -> bool:
    """Whether a state's letters before a blow say whose it is: "the US strikes", "a US drone attack"."""
    blows = place_words().blows
    drone_attack = noun.lower_ in ATTACKS and any(c.dep_ == "compound" and c.lower_ in blows for c in noun.children)
    return party.text.replace(".", "").isupper() and (noun.lower_ in blows or drone_attack)


def _by_beside(noun: Token) -> list[Token]:
    """The "by" of a deed that the parser hangs on the verb above: "documented the killing of ten there by the army"."""
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.tag_ == "VBN":  # "the strike ordered by the army has ended", taken for a clause
        return [c for c in verb.children if c.dep_ == "agent"]
    if noun.dep_ != "dobj" or verb.pos_ != "VERB" or not any(c.dep_ == "nsubj" for c in verb.children):
        return []
    return [c for c in verb.children if c.lower_ == "by" and c.i > noun.i]


def _fought_with(known: Mentions, noun: Token, actor: Part) -> None:
    """Make who acts in the clause the actor: "entered the town after a battle with the army"."""
    against = [m for c in noun.children if c.dep_ == "prep" and c.lower_ == "with" for m in known.after(c)]
    above = _subject_of_clause(known, noun, against) if against and all(m in against for m in actor) else []
    if above:
        actor.only("subject of the clause that it stands in", above)


def _subject_of_clause(known: Mentions, noun: Token, others: Sequence[PartyMention]) -> list[PartyMention]:
    """Who acts in the clause that a noun stands in behind "after", "in" or "during", where it is none of the others."""
    parties = {m.party for m in others}
    token = noun
    for _ in range(CLIMB):
        if token.head == token:
            return []
        token = token.head
        if token.pos_ == "VERB":
            subjects = [m for c in token.children if c.dep_ == "nsubj" for m in known.within(c)]
            saying_verb = token.lemma_ in saying().say | saying().deny | saying().accuse
            return [] if saying_verb else [m for m in subjects if m.party not in parties]
    return []


def _launcher(known: Mentions, noun: Token) -> list[PartyMention]:
    """Who carries a deed out that stands as an object: "carried out a strike", "used drones in an attack"."""
    token = noun
    for _ in range(CLIMB):
        if _dealt(token):
            return [m for c in token.head.children if c.dep_ == "nsubj" for m in known.within(c)]
        if token.dep_ in ("conj", "compound", "pobj", "prep", "amod", "poss") and token.head != token:
            if token.dep_ == "pobj" and token.head.lower_ in deeds().circumstance:
                return []
            token = token.head
            continue
        if token.dep_ == "dobj" and token.head.pos_ == "VERB" and not _only_tells(token.head):
            subjects = [c for c in token.head.children if c.dep_ in SUBJECTS]
            return [m for s in subjects for m in known.within(s)] or _borrowed_subject(known, token.head)
        return []
    return []


def _only_tells(verb: Token) -> bool:
    """Whether a verb says of a deed that stands as its object that it was done: "reported", not "continued attacks"."""
    told = saying().say - status_words().light_verbs
    return verb.lemma_ in told | saying().deny | saying().accuse | deeds().met


def _between(known: Mentions, trigger: Token, actor: Part, target: Part) -> None:
    """Make all who fight actors, also where "between" hangs on the verb above: "clashes erupted between A and B"."""
    heads = [trigger, trigger.head] if trigger.dep_ in ("nsubj", "nsubjpass", "dobj") else [trigger]
    both = [m for h in heads for p in h.children if p.dep_ == "prep" and p.lower_ == "between" for m in known.after(p)]
    verb = trigger.head
    if trigger.dep_ == "nsubj" and verb.lemma_.lower() in deeds().pitting:  # "clashes pitted the army against rebels"
        both += [m for c in verb.children if c.dep_ == "dobj" for m in known.within(c)]
        links = [
            p for h in (verb, *verb.children) for p in h.children if p.dep_ in ("prep", "dative") and p.lower_ in PITTED
        ]
        both += [m for p in links for m in known.after(p)]
    if len({m.party for m in both}) > 1:
        actor.take("party to it", (m for m in both if m not in actor))
        target[:] = [m for m in target if m not in both]


def _dealt(link: Token) -> bool:
    """Whether a deed stands behind "with" as what somebody's answer was: "hit back with strikes on the camp"."""
    verb = link.head
    dealt = link.dep_ == "prep" and link.lower_ == "with" and verb.lemma_.lower() in deeds().dealt_with
    dealt = dealt or (link.dep_ == "prep" and f"{verb.lemma_.lower()} {link.lower_}" in ("resort to", "engage in"))
    return dealt and verb.pos_ == "VERB" and not any(c.dep_ == "nsubjpass" for c in verb.children)
