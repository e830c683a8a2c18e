"""Who the words before or after a verb of saying are: a name for the voice and its side."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.names import fold, pieces
from fogline.lexicon.parties import party_named, seats
from fogline.lexicon.saying import saying
from fogline.lexicon.titles import PRIVATE, titles
from fogline.model import PartyMention
from fogline.read.documents import written_by
from fogline.read.earlier_report import is_earlier_report
from fogline.read.given_names import given_name
from fogline.read.hits import find_hits
from fogline.read.named_in import is_bare_state
from fogline.read.nounlike import told_from
from fogline.read.partisans import partisan, whose_channel
from fogline.read.speaks_for import speaks_for
from fogline.read.text import ParsedText, Sentence, offsets
from fogline.read.voice_names import clean, full_name, name_of

DATELINE = re.compile(r"[A-Z\u00C0-\u00DE][^\n–—.!?]{2,70}? ?(?:\s-|–|—|--)\s")
FINITE = ("VBD", "VBZ", "VBP", "MD")
PORTFOLIOS = re.compile(
    r"(?:Ministry|Department|Minister|Secretary) (?:of|for) [A-Z]\w+(?:, [A-Z]\w+)*,? and (?:the )?[A-Z]\w+"
)
# The name of a body before that of a state: "Amnesty International | Nigeria", "Save the Children | Yemen".
BODY = re.compile(
    r"(?:^|\s)(?!(?:The|Both|Even|Only|But|And|Neither|All|Meanwhile)\s)"
    r"[A-Z][\w.&'’-]*(?: (?:for|the|of|and|without))* (?:[A-Z][\w.&'’-]* )*$"
)
POSSESSED = re.compile(r"[’']s [\w -]{3,40}")  # behind a person's name: "Netanyahu | 's office"
LONG_NAME = 5  # letters: "MoD" is an office and no firm
ORDER = ("latter", "former")
PERSONAL = frozenset({"he", "she"})
NAMES = ("office", "name", "metonym")
OBJECTS = {"him": "he", "her": "she", "them": "they"}  # "according to him"
NAMING = ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "PART")
SPEAKING = ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X", "VERB")
PARTS = ("compound", "amod", "poss", "nmod")
OWNED = ("poss",)
PLURALS = ("NNS", "NNPS")
INSIDE = ("compound", "nmod", "appos")
NARROWING = ("det", "compound", "amod", "poss", "nmod", "nummod", "prep", "relcl", "acl", "appos")
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
AGAIN = frozenset({"same", "latter", "former", "two", "three"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice before its stance: name, side, offsets in the report, and what the word is ("he", "the statement")."""

    by: str | None
    side: str | None
    start: int
    end: int
    word: str = ""
    person: bool = False
    outlet: bool = False
    plural: bool = False
    nouns: frozenset[str] = frozenset()  # lemmas of the noun phrase
    taken_up: str | None = (
        None  # the noun by which "the source", "one of the officers" takes up somebody told of before
    )


def speakers(parsed: ParsedText, sentence: Sentence, head: Token, mentions: Sequence[PartyMention]) -> list[Speaker]:
    """The speakers of a noun phrase, those joined by "and" one by one; none where it cannot speak."""
    head = _of_list(sentence, written_by(_after_dateline(sentence, head)))
    if any(child.lower_ == "neither" for child in head.children):
        return []
    heads = [head]
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "PRON") and _of_list(sentence, child) is child:
            heads.append(child)
    found = []
    for one in heads:
        if one.lower_ in ORDER:
            speaker = _of_two(sentence, one, mentions)
        else:
            speaker = _speaker(parsed, sentence, one, [o for o in heads if o is not one], mentions)
        if speaker is not None:
            if speaker.side is None and not speaker.outlet and one.pos_ != "PRON":
                speaker = replace(speaker, side=speaks_for(sentence, one, mentions))
            speaker = _introduced(sentence, one, speaker, mentions)
            plural = one.tag_ in PLURALS
            found.append(replace(speaker, plural=plural, nouns=_nouns(one), taken_up=_taken_up(one)))
    return found


def _introduced(sentence: Sentence, head: Token, speaker: Speaker, mentions: Sequence[PartyMention]) -> Speaker:
    """A speaker by the name that he gives himself: "a man who introduced himself as Abu Bakr"."""
    given = given_name(sentence, head)
    if given is None:
        return speaker
    start, end = given
    known = (m.party for m in mentions if m.form == "person" and m.start < end and start < m.end)
    name = clean(sentence.text[start - sentence.start : end - sentence.start])
    return replace(speaker, by=name, side=speaker.side or next(known, None), person=True)


def _of_list(sentence: Sentence, head: Token) -> Token:
    """The body where a noun is only one of the things that it is for: "Ministry of Culture, Youth and Sport"."""
    for match in PORTFOLIOS.finditer(sentence.text):
        if match.start() < head.idx < match.end():
            return next((t for t in head.doc if t.idx == match.start()), head)
    return head


def _nouns(head: Token) -> frozenset[str]:
    """The lemmas of a noun phrase and of what stands beside it in apposition, without its clauses."""
    found, stack = set(), [head]
    while stack:
        token = stack.pop()
        if token.pos_ in ("NOUN", "PROPN"):
            found.add(token.lemma_.lower())
        stack += [c for c in token.children if c.dep_ in INSIDE and c.i != token.i]
    return frozenset(found)


def _taken_up(head: Token) -> str | None:
    """The noun of "the source", "the same source", "one of the officers", which says no more than that."""
    if head.lower_ == "one":
        if any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in head.children):
            return None  # "one of the officers, Musa Keita"
        of = next((c for c in head.children if c.dep_ == "prep" and c.lower_ == "of"), None)
        head = next((c for c in of.children if c.dep_ == "pobj"), head) if of is not None else head
    if head.pos_ != "NOUN":
        return None
    beside = [c for c in head.children if c.dep_ in NARROWING]
    definite = any(c.dep_ == "det" and c.lower_ in DEFINITE for c in beside)
    bare = all(c.lower_ in DEFINITE or c.lower_ in AGAIN for c in beside)
    return head.lemma_.lower() if definite and bare else None


def _after_dateline(sentence: Sentence, head: Token) -> Token:
    """The subject behind "NAIROBI, March 3 - ", which the parse takes for a part of it."""
    match = DATELINE.match(sentence.text)
    if match is None or head.idx >= match.end():
        return head
    if any(t.tag_ in FINITE for t in head.doc if t.idx < match.end()):
        return head  # "He said that two cars were hit - a van and a lorry"
    last = head
    for token in head.doc:
        if token.idx < match.end():
            continue
        if token.pos_ not in NAMING and token.dep_ not in ("case", "punct"):
            break
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            last = token
    return last


def _speaker(
    parsed: ParsedText, sentence: Sentence, head: Token, others: Sequence[Token], mentions: Sequence[PartyMention]
) -> Speaker | None:
    word = head.lower_
    if _is_mute(head, named=_is_office(sentence, head, mentions)):
        return None
    start, end = phrase(sentence, head, others)
    dateline = DATELINE.match(sentence.text)
    if dateline and head.idx >= dateline.end():
        start = max(start, sentence.start + dateline.end())
    if _outlets_own(head):
        return Speaker(None, None, start, end, word, outlet=True)
    at, to = offsets(sentence, head)
    mention = _mention(mentions, word, (at, to), (start, end))
    if mention is not None and mention.party is None and _names_outlet(parsed.text[start:end]):
        mention = None
    if mention is not None and _is_branch(parsed.text[start : mention.start], mention):
        mention = None
    plain = mention is None or _plain(mention)
    apposed = _apposed(parsed, sentence, head, mentions) or _after_comma(mentions, to, end) if plain else None
    if apposed is not None:
        name, party, to = apposed
        side = party or (mention.party if mention else None) or _owner(sentence, head, mentions, OWNED)
        return Speaker(name, side, start, max(end, to), word)
    if mention is not None:
        person = mention.form == "person" or word in PERSONAL
        by = name_of(mention, parsed.text[min(start, mention.start) : end])
        whose = parsed.text[mention.end : to] if person and mention.end < at else ""
        by += whose if POSSESSED.fullmatch(whose) else ""
        side = mention.party or (_by_clause(sentence, head, mentions) if person else partisan(by, word))
        side = side or whose_channel(sentence, head, mentions)
        if side is None and mention.form == "office":
            side = _owner(sentence, head, mentions, OWNED)
        if word in saying().officials and mention.text.islower() and saying().in_the_know.match(parsed.text, to):
            side = None  # "an official briefed on the talks"
        return Speaker(by, side, min(start, mention.start), max(end, mention.end), word, person)
    if head.pos_ == "PRON":
        word = OBJECTS.get(word, word)
        return Speaker(None, None, at, to, word, person=word in PERSONAL)
    speaks = _can_speak(head) or _names_outlet(parsed.text[start:end])
    return _unknown(parsed, sentence, head, mentions, (start, end)) if speaks else None


def _is_branch(before: str, mention: PartyMention) -> bool:
    """Whether a state only tells whose branch of a body speaks, `before` being the body's name: "MSF Haiti"."""
    return is_bare_state(mention) and BODY.search(before) is not None


def _of_two(sentence: Sentence, head: Token, mentions: Sequence[PartyMention]) -> Speaker | None:
    """Which of two parties named before it in the sentence "the latter" or "the former" stands for."""
    at, to = offsets(sentence, head)
    named = {m.party: m for m in mentions if m.party and m.end <= at}
    if not named or (head.lower_ == "former" and len(named) < len(ORDER)):
        return None
    one = list(named.values())[-1 - ORDER.index(head.lower_)]
    return Speaker(one.name, one.party, at, to, head.lower_)


def _names_outlet(text: str) -> bool:
    return any(name in text for name in (*saying().party_media, *saying().state_media))


def _is_office(sentence: Sentence, head: Token, mentions: Sequence[PartyMention]) -> bool:
    """Whether a word ends the name of an office, a unit or a body: "the press centre", "the White House"."""
    at, to = offsets(sentence, head)
    known = any(m.start < at and m.end == to and m.form in NAMES for m in mentions)
    return known or (head.lower_ in saying().housed and _in_a_name(head))


def _in_a_name(head: Token) -> bool:
    """Whether a word in its capital ends a name of two words or more: "the Emergency Support Centre"."""
    before = [c for c in head.children if c.i == head.i - 1 and c.dep_ in ("compound", "amod", "nmod")]
    return head.text.istitle() and any(c.text[0].isupper() and c.i > head.sent.start for c in before)


def _is_mute(head: Token, named: bool) -> bool:
    """Whether a word can be no speaker: "which", "the strike", "no group"; "each side" is two that the report names.

    `named` says that it ends the name of an office.
    """
    lexicon, word = saying(), head.lower_
    thing = word in lexicon.things and not named and not _is_somebody(head)
    if word in lexicon.no_voice or thing or head.pos_ not in SPEAKING:
        return True
    before = {child.lower_ for child in head.children if child.dep_ == "det"}
    return "no" in before or (word in saying().sides and "each" in before)


def _is_somebody(head: Token) -> bool:
    """Whether a "figure" is a person: "a senior figure of the movement"."""
    return head.lower_ == "figure" and any(child.lower_ in saying().standing for child in head.children)


def _unknown(
    parsed: ParsedText, sentence: Sentence, head: Token, mentions: Sequence[PartyMention], span: tuple[int, int]
) -> Speaker | None:
    """A speaker that is no mention: an outlet that another quotes, somebody told of in passing."""
    lexicon, word, (start, end) = saying(), head.lower_, span
    text = parsed.text[start:end]
    for name in (*lexicon.party_media, *lexicon.state_media):
        if name in text:
            return Speaker(name, lexicon.party_media.get(name), start, end, word)
    if head.like_num:
        return Speaker(None, None, start, end, "they") if word == "one" else None
    name = full_name(parsed.text, clean(text))
    if (capital := _capital(name)) is not None:
        return Speaker(name, capital, start, end, word)
    if head.pos_ == "PROPN" and (led := _by_clause(sentence, head, mentions)):
        return Speaker(name, led, start, end, word, person=True)
    media = lexicon.media.search(text) is not None or word in lexicon.media_words
    side = (
        (partisan(text, word) or whose_channel(sentence, head, mentions)) if media else _owner(sentence, head, mentions)
    )
    side = side or (_office_behind(sentence, head, mentions) if head.pos_ == "PROPN" else None)
    return Speaker(name, side, start, end, word, person=head.pos_ == "PROPN") if name else None


def _can_speak(head: Token) -> bool:
    """Whether a noun that no list knows may name somebody: a name, or a word that ends like a word for people."""
    word, lexicon = head.lower_, titles()
    if head.lemma_.lower() in deeds().buffeted:
        return False  # "Hit confirmed: …"
    if head.pos_ in ("PROPN", "PRON", "NUM") or (word,) in lexicon.sorts or word in lexicon.again or _is_somebody(head):
        return True
    one = head.lemma_.lower()
    if head.tag_ == "NNS" and ((one,) in lexicon.sorts or one in lexicon.again or one in saying().people):
        return True
    if len(head.text) >= LONG_NAME and head.text[0].isupper() and not (head.text.istitle() or head.text.isupper()):
        return True  # "NordStar said", which the tagger takes for a noun
    known = word in saying().media_words | saying().documents | saying().accounts | saying().people
    return known or word.endswith(saying().endings)


def _outlets_own(head: Token) -> bool:
    """Whether it is the outlet itself: "this newspaper", "our correspondent", "we", "an earlier report" of nobody's."""
    if head.lower_ in ("we", "us", "i"):
        return True
    before = {child.lower_ for child in head.children if child.dep_ in ("det", "poss")}
    mine = head.lower_ in saying().outlets_own and bool(before & {"this", "our", "my"})
    mine = mine or ("our" in before and head.lower_ in titles().forces)  # in a paper of an army's own
    return mine or is_earlier_report(head)


def _capital(name: str) -> str | None:
    """The party that a capital stands for as a source: "according to Kyiv"."""
    words = pieces(name)
    hits = [h for h in find_hits(name, words) if h.form == "metonym" and (h.first, h.last) == (0, len(words) - 1)]
    return party_named(hits[0].party).side if hits else seats().get(fold(name))


def _plain(mention: PartyMention) -> bool:
    """Whether a mention tells what somebody is and not who: "a local aid group", "the contractor"."""
    return mention.form in ("office", "description") and (mention.text[:1].islower() or mention.name[:1].islower())


def _apposed(
    parsed: ParsedText, sentence: Sentence, head: Token, mentions: Sequence[PartyMention]
) -> tuple[str, str | None, int] | None:
    """The name behind what somebody is called, its party and end: "a local aid group, the Shan Relief Network"."""
    named = next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i > head.i), None)
    if named is None or (head.pos_ != "NOUN" and head.lower_ != "one") or not named.text[0].isupper():
        return None
    start, end = phrase(sentence, named, ())
    if _names_outlet(parsed.text[start:end]):
        return None
    over = [m for m in mentions if m.start < end and start < m.end and m.party]
    name = clean(parsed.text[start:end])
    return (over[0].name if over else name, over[0].party if over else None, end) if name else None


def _after_comma(mentions: Sequence[PartyMention], to: int, end: int) -> tuple[str, str | None, int] | None:
    """The name, party and end of whom a comma names behind what he is: "coordinator of the society, Jean Cubaka".

    `to` is where the word for what he is ends, `end` where its phrase does.
    """
    called = (m for m in mentions if m.form == "person" and to < m.start <= end and m.text.endswith(f", {m.name}"))
    return next(((m.name, m.party, m.end) for m in called), None)


def _owner(
    sentence: Sentence, head: Token, mentions: Sequence[PartyMention], parts: Sequence[str] = PARTS
) -> str | None:
    """The party beside a noun that is no plain person: "the Kenyan consulate", "deserters of the Front"."""
    if titles().sorts.get((head.lower_,)) in PRIVATE or head.lemma_.lower() in saying().plain:
        return None
    tokens = [c for c in head.children if c.dep_ in parts]
    tokens += [p for c in head.children if c.dep_ == "prep" and c.lower_ in ("of", "for") for p in c.children]
    for token in tokens:
        at, to = offsets(sentence, token)
        for mention in mentions:
            if mention.start < to and at < mention.end and mention.party:
                before = sentence.text[head.left_edge.idx : mention.start - sentence.start]
                return None if _is_branch(before, mention) else mention.party  # "MSF's Sudan desk"
    return None


def _office_behind(sentence: Sentence, head: Token, mentions: Sequence[PartyMention]) -> str | None:
    """The party of the office told behind a name: "said Olena Hrytsenko, head of the military administration"."""
    for child in head.children:
        if child.dep_ != "appos" or child.i < head.i:
            continue
        at, to = offsets(sentence, child)
        offices = (m.party for m in mentions if m.start <= at and to <= m.end and m.form == "office")
        party = next(offices, None)
        if party:
            return party
    return None


def _by_clause(sentence: Sentence, head: Token, mentions: Sequence[PartyMention]) -> str | None:
    """The party that a clause says somebody serves: "Adam Yusuf, who commands a unit of the rebels"."""
    for clause in head.children:
        if clause.dep_ != "relcl" or clause.lemma_ not in saying().serving:
            continue
        objects = [c for c in clause.children if c.i > clause.i and c.dep_ in ("dobj", "prep")]
        for token in (t for child in objects for t in child.subtree):
            at, to = offsets(sentence, token)
            party = next((m.party for m in mentions if m.start < to and at < m.end and m.party), None)
            if party:
                return party
    return None


def phrase(sentence: Sentence, head: Token, others: Sequence[Token]) -> tuple[int, int]:
    """Offsets of a noun phrase without its clauses and without the nouns joined to it."""
    left, right = head.i, head.i
    stack, end = [head], told_from(head)
    while stack:
        token = stack.pop()
        left, right = min(left, token.i), max(right, token.i)
        for child in token.children:
            if (
                child in others
                or child.i >= end
                or child.dep_ in ("relcl", "acl", "cc", "punct", "conj", "ccomp", "advcl", "parataxis")
            ):
                continue
            if child.dep_ == "appos" and child.i > head.i and child.pos_ != "PROPN":
                continue
            stack.append(child)
    doc: Doc = head.doc
    right = end - 1 if end < len(doc) else right  # all before "report" in "residents near the port report heavy fire"
    return offsets(sentence, doc[left])[0], offsets(sentence, doc[right])[1]


def _mention(
    mentions: Sequence[PartyMention], word: str, head: tuple[int, int], span: tuple[int, int]
) -> PartyMention | None:
    """The mention that covers the head of the phrase, `word`, else a name at its end or an office at its front.

    `head` and `span` are offsets of the head and of the whole phrase.
    """
    (at, to), (start, end) = head, span
    over = [m for m in mentions if m.start < to and at < m.end]
    if over:
        return max(over, key=lambda m: (m.form == "person", m.end - m.start))
    within = [m for m in mentions if start <= m.start and m.end <= end and m.form in ("person", "office")]
    if (
        titles().sorts.get((word,)) in PRIVATE and word not in saying().unnamed
    ):  # "a military expert" is not the military
        within = [m for m in within if m.form == "person"]
    return within[0] if within else None
