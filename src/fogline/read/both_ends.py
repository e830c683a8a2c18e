"""Who did it and to whom, over all the words of a sentence that tell of one happening."""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from fogline.lexicon.answers import answers
from fogline.lexicon.phrases import words
from fogline.lexicon.saying import saying
from fogline.model import PartyMention
from fogline.read.company import is_remote
from fogline.read.roles import roles
from fogline.read.telling import SPOKEN, THREAT
from fogline.read.what import Around, Trigger

# What stands between an owner and his arms: "Russia's attack drones", "Ukrainian fixed-wing unmanned aircraft".
OWNED = re.compile(r"(?:['’]s)? (?:(?:attack|strike|long-range|fixed-wing|ballistic|cruise|unmanned|aerial) )*")


def both_ends(
    cluster: Sequence[Trigger], lead: Trigger, around: Around
) -> tuple[tuple[PartyMention, ...], tuple[PartyMention, ...]]:
    """Who did it and to whom, over all triggers of a cluster, in order of the text."""
    actors: dict[PartyMention, None] = {}
    targets: dict[PartyMention, None] = {}
    for trigger in cluster:
        acting, suffering = roles_of(trigger, around)
        answering = _answering(trigger, around)
        acting = [p for p in acting if p.end > answering]  # who avenges a strike did not make it
        actors.update(dict.fromkeys(acting))
        targets.update(dict.fromkeys(suffering))
    speaking = _speaker(around.doc[lead.token], around) if lead.group in SPOKEN else []
    if speaking and (not actors or (lead.group == THREAT and "announced" in lead.frame.needs)):
        # whose drones or men will strike is who says that they will
        targets.update((p, None) for p in actors if p.party != speaking[0].party)
        actors = dict.fromkeys(speaking)
    if lead.type == "negotiation" and not actors and around.doc[lead.token].pos_ == "VERB":  # "A and B's ministers met"
        actors.update(dict.fromkeys(p for p in around.parties if p.party and p not in targets))
    passive = any(child.dep_ == "nsubjpass" for child in around.doc[lead.token].children)
    if lead.group == "mobilisation" and passive and not actors:
        actors, targets = targets, {}  # the forces that are sent, where nobody is said to send them
    if any(t.type == "threat" for t in cluster):
        targets.update(dict.fromkeys(p for p in around.parties if p.party and p.form in ("name", "demonym", "metonym")))
    if lead.type == "negotiation" and actors and not targets:  # whom an offer or a call for talks is made to
        behind = [p for p in around.parties if p.party and p.start > around.sentence.start + lead.start]
        targets.update(dict.fromkeys(p for p in behind if p.form in ("name", "demonym", "metonym")))
    doing = {p.party for p in actors}
    return tuple(actors), tuple(p for p in targets if p.party not in doing)


def _speaker(trigger: Token, around: Around) -> list[PartyMention]:
    """Whoever says, in the clause above, what is threatened or promised: "he warned the rebels that they will pay"."""
    for verb in trigger.ancestors:
        if verb.pos_ == "VERB" and verb.lemma_.lower() in saying().say:
            starts = [around.sentence.start + c.idx for c in verb.children if c.dep_ == "nsubj"]
            return [p for p in around.parties if p.party and any(p.start <= at < p.end for at in starts)]
    return []


def roles_of(trigger: Trigger, around: Around) -> tuple[Sequence[PartyMention], Sequence[PartyMention]]:
    """Who acts and who suffers, by one trigger: who shoots drones down is the one that they were sent against."""
    found = roles(around.sentence, around.doc, around.doc[trigger.token], around.parties)
    if trigger.frame.role == "subject_suffers":
        owners = _owners(around)
        if owners:
            return owners, [p for p in (*found.actor, *found.target) if p not in owners]
        return found.target, found.actor
    return found.actor, found.target


def _owners(around: Around) -> list[PartyMention]:
    """Whose the drones or missiles of a sentence are, by the adjective or owner before them: "86 Ukrainian drones"."""
    start, text = around.sentence.start, around.sentence.text
    arms = [t.start for t in around.things if is_remote(t)]
    return [
        p
        for p in around.parties
        if p.party
        and p.form in ("name", "demonym")
        and any(p.end - start <= at and OWNED.fullmatch(text[p.end - start : at]) for at in arms)
    ]


def _answering(trigger: Trigger, around: Around) -> int:
    """Where the words end that call another deed the answer to this one, which a noun names right behind them."""
    if around.doc[trigger.token].pos_ != "NOUN":
        return 0
    spoken = words(around.sentence.text)
    ends = [spoken[m.last].end for m in answers().phrases.find(spoken) if m.value == "later"]
    return max((around.sentence.start + end for end in ends if end <= trigger.start), default=0)
