"""Who is said to have done it by those who accuse, or says so himself by claiming it?"""

from spacy.tokens import Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.saying import saying
from fogline.model import PartyMention
from fogline.read.blame import behind, laid_with
from fogline.read.in_arms import in_arms
from fogline.read.named_in import Mentions
from fogline.read.role_parts import Part

ACCUSED = "accused of it"
CLIMB = 6  # steps up the parse from a happening to the clause that holds it
SUBJECTS = ("nsubj", "csubj")
RELATIVE = ("which", "whom", "who", "that")


def accuse(known: Mentions, trigger: Token, actor: Part, accuser: list[PartyMention]) -> None:
    """Make the accused the actor: "accused Ukraine of a strike", "blamed the attack on the rebels"."""
    if _charged_in_a_clause(known, trigger, actor, accuser):
        return
    token = trigger
    if trigger.dep_ == "advcl" and any(known.within(c) or in_arms(c) for c in trigger.children if c.dep_ == "nsubj"):
        return  # "accused the army of it, days after the rebels took the town"
    for _ in range(CLIMB):
        verb = token.head
        if verb == token or (token.dep_ == "conj" and token.pos_ == "VERB" and token.lemma_ in saying().say):
            break  # "blamed the rebels and said four men had been arrested"
        if _trades_blame(verb):
            quarrelling = [m for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") for m in known.within(c)]
            actor[:] = [m for m in actor if m not in quarrelling]
            return
        if verb.pos_ == "VERB" and _charges(verb):
            clauses = [c for c in verb.children if c.dep_ == "ccomp" and c.lower_ in saying().answerable]
            accused = [m for child in verb.children for m in _charged(known, verb, child, trigger)]
            accused += [m for held in clauses for c in held.children if c.dep_ == "nsubj" for m in known.within(c)]
            for child in verb.children:
                if child.dep_ in ("nsubj", "agent"):
                    inner = [child] if child.dep_ == "nsubj" else list(child.children)
                    accuser += [m for i in inner for m in known.within(i)]
            sides = {m.party for m in accuser}
            own = [m for m in (*accused, *actor) if m.form == "pronoun" and m.party in sides]  # "its neighbour"
            if accused := [m for m in accused if m not in own]:
                actor.only(ACCUSED, accused)
            actor[:] = [m for m in actor if m not in accuser and m not in own]
            return
        if verb.pos_ == "VERB" and token.dep_ in ("dobj", "nsubjpass") and _is_part_of(trigger, token):
            laid = [m for t in laid_with(verb) for m in known.within(t)]
            if laid:  # "attributed the attack to the rebels"
                actor.only(ACCUSED, laid)
                return
        token = verb


def _charged_in_a_clause(known: Mentions, trigger: Token, actor: Part, accuser: list[PartyMention]) -> bool:
    """Whether a clause on a deed says whose it was: then that is who did it, and who says so did not."""
    for verb in _clauses_of_blame(trigger):
        laid = _accused_of_which(known, verb)
        if _for_which(verb):
            accuser += [m for c in verb.children if c.dep_ == "nsubj" for m in known.within(c)]
            actor[:] = [m for m in actor if m not in accuser]
        elif not laid:
            continue
        if laid:
            actor.only(ACCUSED, laid)
        return True
    return False


def _clauses_of_blame(trigger: Token) -> list[Token]:
    """The verbs by which a clause on a deed, or on its place or day, says whose it was: "for which it blames X"."""
    if trigger.pos_ not in ("NOUN", "PROPN"):
        return []
    verbs = []
    for verb in (t for t in trigger.subtree if t.dep_ in ("relcl", "acl") and t.i > trigger.i):
        between = [up for up in verb.ancestors if trigger.is_ancestor(up)]
        if any(up.pos_ in ("VERB", "AUX") for up in between):
            continue
        laying = verb.lemma_ in {*saying().blame, *saying().attribute, *saying().pin}
        if (laying and any(behind(verb, ("on", "to", "upon")))) or _for_which(verb):
            verbs.append(verb)
    return verbs


def _charges(verb: Token) -> bool:
    """Whether a verb charges somebody with a deed: "accuse", or "hold" him answerable for it."""
    held = verb.lemma_ == "hold" and not saying().answerable.isdisjoint(t.lower_ for t in verb.subtree)
    return held or verb.lemma_ in saying().accuse


def _for_which(verb: Token) -> bool:
    """Whether a clause charges somebody with what it hangs on: "for which the army blames", "hold responsible"."""
    links = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("for", "of"))
    return _charges(verb) and any(c.lower_ == "which" for link in links for c in link.children)


def _accused_of_which(known: Mentions, verb: Token) -> list[PartyMention]:
    if not _for_which(verb):
        return [m for t in behind(verb, ("on", "to", "upon")) for m in known.within(t)]
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    objects += [s for c in verb.children if c.dep_ == "ccomp" for s in c.children if s.dep_ == "nsubj"]
    return [m for o in objects for m in known.within(o)]


def _charged(known: Mentions, verb: Token, child: Token, trigger: Token) -> list[PartyMention]:
    """Whom a verb of accusing charges with a deed, by what hangs on it."""
    if child.dep_ in ("dobj", "pobj") and child.lower_ in RELATIVE and verb.dep_ == "relcl":
        return known.of(verb.head)  # "Algeria, which it accused of shooting it down"
    behind_on = [p for c in child.subtree if c.dep_ == "prep" and c.lower_ == "on" for p in c.children]
    if child.dep_ in ("dobj", "nsubjpass") and not _is_part_of(trigger, child):
        return [] if verb.i < trigger.i < child.i else known.within(child)
    if child.dep_ == "dobj" and trigger.head.dep_ == "prep" and (named := _hung_on(known, child, trigger.head.head)):
        return named
    if child.dep_ == "dobj" and verb.lemma_ == "blame":
        return [m for p in behind_on for m in known.within(p)]
    if child.dep_ == "prep" and child.lower_ == "on":
        return [m for p in child.children for m in known.within(p)]
    return []


def _trades_blame(verb: Token) -> bool:
    """Whether those who are its subjects only lay it on each other: "the army and the rebels traded blame for it"."""
    traded = (c.lemma_.lower() for c in verb.children if c.dep_ == "dobj")
    return verb.lemma_.lower() in saying().trading and not saying().traded.isdisjoint(traded)


def _hung_on(known: Mentions, accused: Token, over: Token) -> list[PartyMention]:
    """Those accused, where the words of the charge hang on them or on what is said of them."""
    if over == accused or (over.dep_ == "pobj" and over.head.head == accused):
        return known.within(accused)  # "accused (a wing of) the rebels of killing": "of" hangs on the rebels
    return known.of(accused) if over.lower_ in saying().answerable and over.head == accused else []


def _is_part_of(trigger: Token, noun: Token) -> bool:
    """Whether a deed stands among the words of a noun: "the attack", "the men behind it"; not in a clause on it."""
    for token in (trigger, *trigger.ancestors):
        if token == noun:
            return True
        if token.dep_ == "relcl":
            return False
    return False


def claim(known: Mentions, trigger: Token, actor: Part) -> None:
    """Make the actor of whoever "claimed responsibility for the attack", or "by" whom it "was claimed"."""
    token = trigger
    for _ in range(CLIMB):
        head = token.head
        if head == token:
            return
        if head.pos_ == "VERB" and (_claims(head, token) or _announces(head, token, trigger)):
            claiming = [c for c in head.children if c.dep_ in SUBJECTS and not _is_none(c)]
            actor.take("claims it", (m for c in claiming for m in known.within(c)))
            return
        if head.pos_ == "VERB" and head.lemma_ == "claim" and token.dep_ == "nsubjpass":
            agents = [g for c in head.children if c.dep_ == "agent" for g in c.children if not _is_none(g)]
            actor.take("claims it", (m for g in agents for m in known.within(g)))
            return
        token = head


def _claims(verb: Token, deed: Token) -> bool:
    """Whether a verb says that its subject did it: "claimed the attack", "took responsibility for"."""
    credit = any(c.dep_ == "dobj" and c.lemma_ in deeds().credit for c in verb.children)
    return verb.lemma_ in deeds().claim and (credit or (deed.dep_ == "dobj" and verb.lemma_ == "claim"))


def _announces(verb: Token, deed: Token, trigger: Token) -> bool:
    """Whether its subject tells of what it took itself: "the army announced the capture of the town"."""
    own = deed == trigger and deed.dep_ == "dobj" and deed.lemma_ in deeds().taken_by_force
    return own and verb.lemma_ in deeds().announcing


def _is_none(noun: Token) -> bool:
    """Whether a subject is nobody: "no group has claimed the attack"."""
    return any(c.lower_ in ("no", "neither") for c in noun.children if c.dep_ in ("det", "preconj"))
