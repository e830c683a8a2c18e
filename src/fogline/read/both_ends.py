"""Who did it and to whom, over all the words of a sentence that tell of one happening."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from fogline.lexicon.answers import answers
from fogline.lexicon.deeds import deeds
from fogline.lexicon.events import ATTACK
from fogline.lexicon.parties import party_named
from fogline.lexicon.phrases import words
from fogline.lexicon.saying import saying
from fogline.model import PartyMention
from fogline.read.accused import ACCUSED
from fogline.read.company import is_remote, object_classes
from fogline.read.repelled import ends_of_repulse
from fogline.read.roles import BESIDE, GAINED, LAID, OF_CLAUSE, Roles, roles
from fogline.read.talks import takers, with_mediators
from fogline.read.telling import SPOKEN, THREAT
from fogline.read.what import VIOLENT, Around, Trigger

DETENTION = "detention"


def both_ends(
    cluster: Sequence[Trigger], lead: Trigger, around: Around
) -> tuple[tuple[PartyMention, ...], tuple[PartyMention, ...]]:
    """Who did it and to whom, over all triggers of a cluster, in order of the text."""
    talked = replace(around, parties=with_mediators(around.parties)) if lead.type == "negotiation" else around
    actors: dict[PartyMention, None] = {}
    targets: dict[PartyMention, None] = {}
    held: set[str | None] = set()  # who beat an attack back: "troops repelled an assault" is no assault of theirs
    for trigger in cluster:
        acting, suffering = roles_of(trigger, talked)
        held = held | {p.party for p in suffering} if _is_beaten_back(trigger, around.doc[trigger.token]) else held
        answering = _answering(trigger, around)
        acting = [p for p in acting if p.end > answering]  # who avenges a strike did not make it
        actors.update(dict.fromkeys(acting))
        targets.update(dict.fromkeys(suffering))
    actors = {p: None for p in actors if p.party not in held}
    if lead.type == "negotiation" and not actors:
        actors.update(dict.fromkeys(_delegation(around.doc[lead.token], around)))
    let_go = lead.type == "agreement" and bool(lead.frame.subjects)  # by captors, whoever tells of it
    speaking = _speaker(around.doc[lead.token], around) if lead.group in SPOKEN and not let_go else []
    if speaking and (not actors or (lead.group == THREAT and "announced" in lead.frame.needs)):
        # whose drones or men will strike is who says that they will
        targets.update((p, None) for p in actors if p.party != speaking[0].party)
        actors = dict.fromkeys(speaking)
    if lead.type == "negotiation" and not actors and around.doc[lead.token].pos_ == "VERB":  # "A and B's ministers met"
        saying = _saying_subjects(around.doc[lead.token])  # "resumed on Sunday, an Egyptian official said"
        actors.update(
            dict.fromkeys(p for p in around.parties if p.party and p not in targets and not _speaks(p, saying, around))
        )
    if lead.type == "agreement" and lead.frame.role == "mutual" and all(p.form == "pronoun" for p in actors):
        saying = _saying_subjects(around.doc[lead.token])  # "A and B said that they had agreed"
        both = [p for p in around.parties if p.party and _speaks(p, saying, around)]
        actors = dict.fromkeys(both) if len({p.party for p in both}) > 1 else actors
    targets = {} if let_go else targets
    passive = any(child.dep_ == "nsubjpass" for child in around.doc[lead.token].children)
    if lead.group == "mobilisation" and passive and not actors:
        actors, targets = targets, {}  # the forces that are sent, where nobody is said to send them
    if any(t.type == "threat" for t in cluster):
        whose = _saying_subjects(around.doc[lead.token])  # "Lebanon's Hezbollah leader said": not Lebanon is threatened
        named = (p for p in around.parties if p.party and p.form in ("name", "demonym", "metonym"))
        targets.update(dict.fromkeys(p for p in named if not _before(p, whose, around) and not _only_soil(p, around)))
    if lead.type == "negotiation" and actors and not targets:  # whom an offer or a call for talks is made to
        behind = [p for p in around.parties if p.party and p.start > around.sentence.start + lead.start]
        targets.update(dict.fromkeys(p for p in behind if p.form in ("name", "demonym", "metonym")))
    if lead.type == "negotiation" and lead.frame.role == "mutual":
        meeting = _meeting(cluster, talked)
        if len({p.party for p in meeting}) > 1:  # those who meet all take part
            actors, targets = dict.fromkeys([*(p for p in actors if p not in meeting), *meeting]), {}
    doing = {p.party for p in actors}
    return tuple(actors), tuple(p for p in targets if p.party not in doing)


def _delegation(word: Token, around: Around) -> list[PartyMention]:
    """Whose delegation comes, goes or is where talks are told of: "a Hamas delegation left Cairo without a deal"."""
    for verb in (up for up in word.ancestors if up.pos_ == "VERB"):
        for subject in (c for c in verb.children if c.dep_ == "nsubj" and c.lemma_.lower() in deeds().delegates):
            first, last = subject.left_edge.idx, subject.idx + len(subject.text)
            start = around.sentence.start
            return [p for p in around.parties if p.party and first <= p.start - start < last]
    return []


def _meeting(cluster: Sequence[Trigger], around: Around) -> list[PartyMention]:
    """Those who meet, speak or hold talks, where a word for it stands among the triggers."""
    met = [around.doc[t.token] for t in cluster if around.doc[t.token].lemma_.lower() in deeds().meeting]
    return list(dict.fromkeys(p for token in met for p in takers(token, around.parties, around.sentence.start)))


def _speaker(trigger: Token, around: Around) -> list[PartyMention]:
    """Whoever says, in the clause above, what is threatened or promised: "he warned the rebels that they will pay"."""
    for verb in trigger.ancestors:
        if verb.pos_ == "VERB" and verb.lemma_.lower() in saying().say:
            subjects = [c for c in verb.children if c.dep_ == "nsubj"]
            starts = [around.sentence.start + c.idx for c in subjects]
            named = [p for p in around.parties if p.party and any(p.start <= at < p.end for at in starts)]
            return named or [p for p in around.parties if p.party and _before(p, subjects, around)]
    return []


def _saying_subjects(trigger: Token) -> list[Token]:
    """The subjects of the verbs of saying above a threat, or of its own."""
    verbs = [v for v in (trigger, *trigger.ancestors) if v.pos_ == "VERB" and v.lemma_.lower() in saying().say]
    return [c for v in verbs for c in v.children if c.dep_ == "nsubj"]


def _speaks(party: PartyMention, subjects: Sequence[Token], around: Around) -> bool:
    """Whether a party is, or is named in, who speaks of what others do: not "Russia said it had met with"."""
    at = party.start - around.sentence.start, party.end - around.sentence.start
    return any(c.left_edge.idx <= at[0] and at[1] <= c.right_edge.idx + len(c.right_edge.text) for c in subjects)


def _only_soil(party: PartyMention, around: Around) -> bool:
    """Whether a party only says whose ground or blood it is: "troops on Ukrainian soil"."""
    behind = words(around.sentence.text[party.end - around.sentence.start :])
    return party.form == "demonym" and bool(behind) and behind[0].key in deeds().soil


def _before(party: PartyMention, subjects: Sequence[Token], around: Around) -> bool:
    """Whether a party stands before the word that speaks, as whose it is: "Boko Haram leaflets told"."""
    start = party.start - around.sentence.start
    return any(c.left_edge.idx <= start < c.idx and c.pos_ != "PRON" for c in subjects)


def roles_of(trigger: Trigger, around: Around) -> tuple[Sequence[PartyMention], Sequence[PartyMention]]:
    """Who acts and who suffers, by one trigger: who shoots drones down is the one that they were sent against."""
    verb = around.doc[trigger.token]
    failing, start = trigger.frame.subjects, around.sentence.start
    ends = ends_of_repulse(verb, around.parties, start, failing) if _is_beaten_back(trigger, verb) else None
    if ends is not None:
        return ends
    found = roles(around.sentence, around.doc, verb, around.parties)
    if _gives_ground(trigger, verb) and GAINED not in found.acting.values():
        return (), (*found.actor, *found.target)
    if trigger.type == "abduction_detention" and verb.lemma_.lower() in deeds().rescuing:
        return (found.actor, found.target) if _frees_fighters(verb, found, around) else (_captors(found), ())
    if trigger.frame.role == "subject_suffers" and ACCUSED not in found.acting.values():
        owners = [p for p in found.actor if found.acting.get(p.start) == LAID] or _owners(around)
        if owners:
            return owners, [p for p in (*found.actor, *found.target) if p not in owners]
        there = [p for p in found.target if found.suffering.get(p.start) == BESIDE]
        return [p for p in found.target if p not in there], (*found.actor, *there)
    doing = [
        p
        for p in found.actor
        if trigger.group in (*VIOLENT, ATTACK, DETENTION) or found.acting.get(p.start) != OF_CLAUSE
    ]
    return doing, found.target


def ends_of_rescue(
    cluster: Sequence[Trigger], around: Around
) -> tuple[tuple[PartyMention, ...], tuple[PartyMention, ...]]:
    """Who gets captives out or lets them go, and the armed groups that they are freed from."""
    found = [roles(around.sentence, around.doc, around.doc[t.token], around.parties) for t in cluster]
    held = dict.fromkeys(p for one in found for p in _captors(one))
    freeing = dict.fromkeys(p for one in found[:1] for p in one.actor)
    return tuple(freeing), tuple(p for p in held if p not in freeing)


def _frees_fighters(verb: Token, freed: Roles, around: Around) -> bool:
    """Whether the foe's fighters are let go, by whoever held them: "Israel released three Hezbollah fighters"."""
    theirs = any(freed.suffering.get(p.start) in ("object", "passive subject") for p in freed.target)
    return theirs and verb.lemma_ in ("release", "free") and "fighter" in object_classes(verb, around, straight=True)


def _captors(rescue: Roles) -> list[PartyMention]:
    """Who had taken those that are got out or let go: an armed group, and never the state whose troops free them."""
    return [p for p in (*rescue.actor, *rescue.target) if p.party and party_named(p.party).kind == "armed_group"]


def _gives_ground(trigger: Trigger, verb: Token) -> bool:
    """Whether the words tell who left a place to others: "pulled out of the town"."""
    return trigger.type == "territory_change" and verb.lemma_.lower() in deeds().ground_given


def _is_beaten_back(trigger: Trigger, verb: Token) -> bool:
    held = trigger.type == "ground_battle" or verb.lemma_.lower() in deeds().beating_back
    return trigger.frame.role == "subject_suffers" and held


def _owners(around: Around) -> list[PartyMention]:
    """Whose the drones or missiles of a sentence are, by the adjective or owner before them: "86 Ukrainian drones"."""
    start, text = around.sentence.start, around.sentence.text
    arms = [t.start for t in around.things if is_remote(t)]
    return [
        p
        for p in around.parties
        if p.party
        and p.form in ("name", "demonym")
        and any(p.end - start <= at and _owned().fullmatch(text[p.end - start : at]) for at in arms)
    ]


def _answering(trigger: Trigger, around: Around) -> int:
    """Where the words end that call another deed the answer to this one, which a noun names behind them.

    Not where it is the answer itself: "responded to the raid with strikes on the camp".
    """
    noun = around.doc[trigger.token]
    if noun.pos_ != "NOUN":
        return 0
    dealt = {up.head.idx for up in (noun, *noun.ancestors) if up.dep_ == "prep" and up.lower_ in ("with", "by")}
    spoken = words(around.sentence.text)
    matches = [m for m in answers().phrases.find(spoken) if m.value == "later" and spoken[m.first].start not in dealt]
    ends = [spoken[m.last].end for m in matches]
    return max((around.sentence.start + end for end in ends if end <= trigger.start), default=0)


@cache
def _owned() -> re.Pattern[str]:
    """What stands between an owner and his arms: "Russia's attack drones", "Ukrainian fixed-wing unmanned aircraft"."""
    kinds = "|".join(sorted(re.escape(kind) for kind in deeds().arms_kinds))
    return re.compile(rf"(?:['’]s)? (?:(?:{kinds}) )*")
