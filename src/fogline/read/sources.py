"""What attributes words to somebody: verbs of saying, "according to", "a claim by", "the army's account"."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from fogline.lexicon.figures import count_words
from fogline.lexicon.saying import saying
from fogline.lexicon.status import status_words
from fogline.model import PartyMention
from fogline.read.blame import charged_in_clause, owner_of, owns
from fogline.read.documents import author
from fogline.read.given_names import introductions
from fogline.read.own_eyes import looked_through
from fogline.read.saying_verbs import attributes, stands_apart, subject_of
from fogline.read.scope import between_semicolons, phrase_of, scope_of_source, scope_of_verb, to_the_end
from fogline.read.speakers import Speaker, speakers
from fogline.read.stance import stance_of
from fogline.read.text import ParsedText, Sentence, offsets

HEADINGS = ("headline", "subhead")
PERSONAL = frozenset({"he", "she", "it", "they"})
BY_VERB, BY_SOURCE, BY_NOUN, BY_OWNER = "verb of saying", "source named", "noun with its author", "owner of a claim"
BY_COUNT, SUBJECTS = "count with its author", ("nsubj", "nsubjpass")
BY_DENIAL, BY_CHARGE, BY_LOOK = "denied claim", "deed laid on somebody", "pictures looked through"


@dataclass(frozen=True, slots=True)
class Said:
    """A verb, preposition or noun that attributes, its speakers and the characters that they vouch for.

    `rule` names which of these it is.
    """

    speakers: tuple[Speaker, ...]
    verb: Token
    start: int
    end: int
    stance: str
    words: tuple[int, int]
    rule: str


def find_said(parsed: ParsedText, sentence: Sentence, doc: Doc, mentions: Sequence[PartyMention]) -> list[Said]:
    """All attributions of a sentence, in the order of the words that attribute."""
    found = _by_verbs(parsed, sentence, doc, mentions) + _by_sources(parsed, sentence, doc, mentions)
    found += _by_nouns(parsed, sentence, doc, mentions) + _by_claims(parsed, sentence, doc, mentions)
    counts = _by_counts(parsed, sentence, doc, mentions)
    counted = {said.verb for said in counts}
    found = [said for said in found if said.verb not in counted] + counts
    spoken = {said.verb for said in found}
    found += [said for said in _by_denied_claims(parsed, sentence, doc, mentions) if said.verb not in spoken]
    found += _by_charges(parsed, sentence, doc, mentions) + _by_pictures(parsed, sentence, doc, mentions)
    return sorted(found, key=lambda s: (s.verb.i, s.start))


def _by_verbs(parsed: ParsedText, sentence: Sentence, doc: Doc, mentions: Sequence[PartyMention]) -> list[Said]:
    """Verbs of saying with a subject that can speak."""
    verbs = [t for t in doc if attributes(t)]
    given = introductions(sentence) if verbs else []
    verbs = [t for t in verbs if not any(start <= t.idx < end for start, end in given)]
    found = [(verb, *_who(parsed, sentence, verb, mentions)) for verb in verbs]
    heads = {verb: subject for verb, subject, who in found if subject is not None and who}
    out = []
    for verb, subject, who in found:
        if subject is None or not who or _own_people(verb, subject, heads) or _told_by_another(verb, heads):
            continue
        others = [v for v, head in heads.items() if v != verb and head != subject]
        start, end = scope_of_verb(sentence, doc, verb, others, stands_apart(verb))
        if not any(v.i > verb.i for v in heads):
            end = to_the_end(sentence, verb, end)
        if sentence.part in HEADINGS:
            start, end = between_semicolons(sentence, verb, (start, end))
        elif _each_half_speaks(sentence, heads):  # the parse may hang what one says on the verb of the other
            start, end = between_semicolons(sentence, verb, (sentence.start, sentence.end))
        start, end = max(start, _behind_deed(sentence, verb)), min(end, _before_toll(sentence, verb))
        stance = stance_of(verb, subject, _own_words(sentence, doc, who, mentions))
        end = _before_charge(sentence, verb, end) if stance == "denies" else end
        out.append(Said(who, verb, start, end, stance, offsets(sentence, verb), BY_VERB))
    return out


def _each_half_speaks(sentence: Sentence, verbs: Collection[Token]) -> bool:
    """Whether one speaks in each of the parts that semicolons set off: "the army says nine; residents say 30"."""
    marks = [at for at, letter in enumerate(sentence.text) if letter == ";"]
    bounds = pairwise([0, *marks, len(sentence.text)]) if marks else ()
    return bool(marks) and all(sum(start <= verb.idx < end for verb in verbs) == 1 for start, end in bounds)


def _before_charge(sentence: Sentence, verb: Token, end: int) -> int:
    """Where a denial ends that goes on with a charge: "called it a lie and accused the rebels of having fired"."""
    charges = [c for c in verb.children if c.dep_ == "conj" and c.lemma_.lower() in saying().accuse and c.i > verb.i]
    return min((sentence.start + c.idx for c in charges), default=end)


def _before_toll(sentence: Sentence, verb: Token) -> int:
    """Where the words of who only owns up end: the outlet tells what was done ("claimed the raid that killed 9")."""
    owned = [
        c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in saying().owned | status_words().anaphors
    ]
    if verb.lemma_ not in saying().owning or not owned:
        return sentence.end
    clauses = [t for t in owned[0].subtree if t.dep_ == "relcl" and any(c.tag_ == "WDT" for c in t.children)]
    return min((sentence.start + t.left_edge.idx for t in clauses), default=sentence.end)


def _behind_deed(sentence: Sentence, verb: Token) -> int:
    """Where the words of who only owns up begin: what a clause before him tells is not his to tell."""
    owner = owner_of(verb) if owns(verb, sentence.text) else None
    return sentence.start + owner.left_edge.idx if owner is not None else sentence.start


def _told_by_another(verb: Token, heads: Mapping[Token, Token]) -> bool:
    """Whether somebody else says what a toll came to: "found two more, bringing it to 11, the ministry said"."""
    brings = verb.dep_ == "advcl" and verb.lemma_.lower() in count_words().marks["bringing"]
    return brings and any(up in heads for up in verb.ancestors)


def _own_people(verb: Token, subject: Token, heads: Mapping[Token, Token]) -> bool:
    """Whether it is what somebody says that he or his people saw: "the charity says its teams counted 23 dead"."""
    owned = any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in subject.children)
    himself = subject.lower_ in PERSONAL and verb.lemma_.lower() not in saying().deny | saying().refuse
    return (owned or himself) and any(above in heads for above in verb.ancestors)


def _own_words(
    sentence: Sentence, doc: Doc, who: Sequence[Speaker], mentions: Sequence[PartyMention]
) -> frozenset[int]:
    """The words of a sentence that name the side of its speakers."""
    sides = {speaker.side for speaker in who if speaker.side}
    spans = [(m.start - sentence.start, m.end - sentence.start) for m in mentions if m.party in sides]
    return frozenset(t.i for t in doc if any(start <= t.idx < end for start, end in spans))


def _who(
    parsed: ParsedText, sentence: Sentence, verb: Token, mentions: Sequence[PartyMention]
) -> tuple[Token | None, tuple[Speaker, ...]]:
    """The subject of a verb and its speakers; where it is a thing, those of the saying that the verb goes on with.

    "The officer said the boat had refused to stop and denied firing": the parse gives the denial to the boat.
    """
    subject = subject_of(verb)
    who = tuple(speakers(parsed, sentence, subject, mentions)) if subject is not None else ()
    inherited = verb.dep_ == "conj" and verb.lemma_.lower() in saying().deny and not any(s.side for s in who)
    inherited = inherited or (subject is not None and _among_the_dead(verb, subject))
    if (who and not inherited) or verb.dep_ != "conj":
        return subject, who
    for above in verb.ancestors:
        if above != verb.head and attributes(above):
            speaker = subject_of(above)
            speaking = tuple(speakers(parsed, sentence, speaker, mentions)) if speaker is not None else ()
            if speaking:
                return speaker, speaking
    return subject, who


def _among_the_dead(verb: Token, subject: Token) -> bool:
    """Whether the parse has those speak of whom it is said that they died: "denied that nine died and put it at 14"."""
    told = subject.head
    if verb.dep_ != "conj" or told == verb or told.dep_ != "ccomp":
        return False
    figures = count_words().figures.values()
    fell = any(told.lemma_.lower() in figure.subjects for figure in figures) or subject.dep_ == "nsubjpass"
    return fell and any(child.dep_ == "nummod" for child in subject.children)


def _by_sources(parsed: ParsedText, sentence: Sentence, doc: Doc, mentions: Sequence[PartyMention]) -> list[Said]:
    """Sources behind a preposition: "according to the mayor", "citing a security source"."""
    out = []
    for match in saying().before.finditer(sentence.text):
        span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is None or span.end >= len(doc):
            continue
        head = _phrase_after(doc, span.end)
        if head is None:
            continue
        if head.lemma_ in saying().accounts or head.lemma_ in saying().documents:
            head = author(head) or head
        who = tuple(speakers(parsed, sentence, head, mentions))
        if who:
            start, end = scope_of_source(sentence, doc, span[0])
            if any(t.text == ";" for t in doc) and any(attributes(t) for t in doc):  # each half has a speaker
                start, end = between_semicolons(sentence, span[0], (start, end))
            words = (sentence.start + match.start(), sentence.start + match.end())
            out.append(Said(who, span[0], start, end, "asserts", words, BY_SOURCE))
    return out


def _by_counts(parsed: ParsedText, sentence: Sentence, doc: Doc, mentions: Sequence[PartyMention]) -> list[Said]:
    """Whose only a count is in what another tells: "more than the five dead acknowledged by the army"."""
    out = []
    for verb in doc:
        agent = next((c for c in verb.children if c.dep_ == "agent"), None) if verb.tag_ == "VBN" else None
        if agent is None or verb.dep_ != "acl" or verb.lemma_.lower() not in saying().say:
            continue
        counted = verb.head
        if not (counted.like_num or any(c.dep_ == "nummod" for c in counted.children)) or counted.dep_ in SUBJECTS:
            continue
        head = next((p for p in agent.children if p.dep_ == "pobj"), None)
        who = tuple(speakers(parsed, sentence, head, mentions)) if head is not None else ()
        if who:
            start, end = phrase_of(sentence, counted)
            out.append(Said(who, verb, start, end, "asserts", offsets(sentence, verb), BY_COUNT))
    return out


def _by_nouns(parsed: ParsedText, sentence: Sentence, doc: Doc, mentions: Sequence[PartyMention]) -> list[Said]:
    """Sources behind a noun: "a claim by the rebels that …" is theirs as far as the noun reaches."""
    out = []
    for match in saying().by_nouns.finditer(sentence.text):
        span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is None or span.end >= len(doc):
            continue
        head = _phrase_after(doc, span.end)
        who = tuple(speakers(parsed, sentence, head, mentions)) if head is not None else ()
        if who:
            start, end = phrase_of(sentence, span[0])
            words = (sentence.start + match.start(), sentence.start + match.end())
            out.append(Said(who, span[0], start, end, "asserts", words, BY_NOUN))
    return out


def _by_claims(parsed: ParsedText, sentence: Sentence, doc: Doc, mentions: Sequence[PartyMention]) -> list[Said]:
    """Owners of a claim: "Khartoum's claim that …", "the Kenyan claim that …", "by the army's account"."""
    out = []
    for noun in doc:
        if noun.pos_ != "NOUN" or noun.lemma_ not in saying().claims:
            continue
        owner = next((c for c in noun.children if c.dep_ in ("poss", "amod", "compound")), None)
        who = tuple(s for s in speakers(parsed, sentence, owner, mentions) if s.side) if owner is not None else ()
        if not who:
            continue
        if noun.dep_ == "pobj" and noun.head.lower_ in ("by", "on", "in") and noun.head.dep_ == "prep":
            start, end = scope_of_source(sentence, doc, noun.head)
        elif any(c.dep_ in ("acl", "ccomp", "relcl") for c in noun.children):
            start, end = phrase_of(sentence, noun)
        else:
            continue
        out.append(Said(who, noun, start, end, "asserts", offsets(sentence, noun), BY_OWNER))
    return out


def _by_denied_claims(parsed: ParsedText, sentence: Sentence, doc: Doc, mentions: Sequence[PartyMention]) -> list[Said]:
    """Who denies what was told, behind a noun for it: "a claim that Kyiv rejected", "a charge denied by the army"."""
    out = []
    for verb in doc:
        claimed = verb.dep_ in ("acl", "relcl") and verb.head.lemma_ in saying().claims
        if not claimed or verb.lemma_.lower() not in saying().deny or any(c.dep_ == "neg" for c in verb.children):
            continue
        heads = [p for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"]
        heads = heads or [c for c in verb.children if c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP")]
        for head in heads:
            who = tuple(s for s in speakers(parsed, sentence, head, mentions) if s.side)
            if who:
                start, end = phrase_of(sentence, verb)
                out.append(Said(who, verb, start, end, "denies", offsets(sentence, verb), BY_DENIAL))
    return out


def _by_charges(parsed: ParsedText, sentence: Sentence, doc: Doc, mentions: Sequence[PartyMention]) -> list[Said]:
    """Who lays a deed on somebody in a clause on it: "an ambush that the army blamed on the rebels"."""
    out = []
    for noun, head in charged_in_clause(doc):
        who = tuple(speakers(parsed, sentence, head, mentions))
        if who:
            start, end = phrase_of(sentence, noun)
            out.append(Said(who, noun, start, end, "asserts", offsets(sentence, noun), BY_CHARGE))
    return out


def _by_pictures(parsed: ParsedText, sentence: Sentence, doc: Doc, mentions: Sequence[PartyMention]) -> list[Said]:
    """Who has looked through pictures that show something: "images reviewed by the agency show two ruins"."""
    out = []
    for pictures, verb, head in looked_through(doc):
        who = tuple(speakers(parsed, sentence, head, mentions))
        if who:
            above = pictures.head if pictures.dep_ in SUBJECTS else pictures
            start, end = scope_of_verb(sentence, doc, above, (), whole=False)
            out.append(Said(who, verb, start, end, "asserts", offsets(sentence, verb), BY_LOOK))
    return out


def _phrase_after(doc: Doc, at: int) -> Token | None:
    """The head of the noun phrase that begins at token `at`."""
    for chunk in doc.noun_chunks:
        if chunk.start <= at < chunk.end:
            return chunk.root
    token = doc[at]
    while (
        token.head.i > at
        and token.head.i - at < 6
        and token.dep_ in ("det", "amod", "compound", "poss", "nummod", "nmod")
    ):
        token = token.head
    return token if token.pos_ in ("NOUN", "PROPN", "PRON") else None
