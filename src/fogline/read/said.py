"""Which voice vouches for which words: the speakers of a report, sentence by sentence.

A sentence without a speaker of its own is the outlet's word, unless it stands in somebody's quotation or goes on with
what the sentence before it reports.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from fogline.lexicon.saying import saying
from fogline.model import PartyMention, Voice
from fogline.read.quotes import Quote, find_quotes, inside, quoted
from fogline.read.speakers import Speaker, speakers
from fogline.read.stance import stance_of
from fogline.read.text import ParsedText, Sentence, offsets

OUTLET = Voice(None, None)
PRONOUNS = frozenset({"he", "she", "it", "they"})
CHAIN = 4  # verbs joined by "and" back to the one with the subject
LABEL = re.compile(r"\s*([A-Z\u00C0-\u00DE][^:\n\"“”]{1,60}):\s")
SIGNED = re.compile(r"\s[-–—]+\s([^-–—\n]{2,50})$")
QUOTE_ENDS = (",", '"', "”", "’", "'", ";", "-", "–", "—", "»")
SEGMENT_ENDS = (",", "”", '"', "–", "—", ";")
SPEAKER_WORDS = 14  # words of a speaker between comma and verb
BACK = 3  # sentences that a "he said" may reach back for its speaker
NESTED = ("conj", "advcl", "relcl", "ccomp", "parataxis", "acl", "xcomp")


@dataclass(frozen=True, slots=True)
class Attribution:
    """`voice` vouches for the characters [start, end) of the report."""

    voice: Voice
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Said:
    """A verb or a preposition that attributes, its speakers and the characters that it vouches for."""

    speakers: tuple[Speaker, ...]
    verb: Token
    start: int
    end: int
    stance: str
    words: tuple[int, int]


def find_voices(parsed: ParsedText, parties: Sequence[PartyMention]) -> dict[int, list[Attribution]]:
    """For every sentence, who vouches for which part of it, in the order of the text.

    The outlet's own word has the voice (None, None). Several speakers of one verb give several attributions of the same
    characters. Sentences that were not parsed are read for quotations alone.
    """
    quotes = find_quotes(parsed.text)
    found: dict[int, list[Attribution]] = {}
    last: list[tuple[int, Voice, bool]] = []  # sentence, voice, whether a person
    for sentence in parsed.sentences:
        doc = parsed.docs.get(sentence.index)
        near = [m for m in parties if m.start < sentence.end and sentence.start < m.end]
        own = _attributions(parsed, sentence, doc, near, last) if doc is not None else []
        if not any(a.start == sentence.start and a.end == sentence.end for a in own):
            own = [*_by_label(sentence, near), *own]
        found[sentence.index] = own
        for item in own:
            if item.voice.by and item.voice.stance != "no_comment":
                last.append((sentence.index, item.voice, _is_person(item.voice, near)))
    _quotations(parsed, quotes, found)
    _continued(parsed, quotes, found)
    for sentence in parsed.sentences:
        found[sentence.index] = found[sentence.index] or [_outlet(sentence)]
    return found


def _is_person(voice: Voice, mentions: Sequence[PartyMention]) -> bool:
    return any(m.name == voice.by and m.form == "person" for m in mentions) or bool(
        voice.by and voice.by.istitle() and " " in voice.by
    )


def _outlet(sentence: Sentence) -> Attribution:
    hedged = saying().hedges.search(sentence.text) is not None
    return Attribution(replace(OUTLET, hedged=hedged), sentence.start, sentence.end)


# ---- within a sentence ----------------------------------------------------------------------------------------------


def _attributions(
    parsed: ParsedText,
    sentence: Sentence,
    doc: Doc,
    mentions: Sequence[PartyMention],
    last: Sequence[tuple[int, Voice, bool]],
) -> list[Attribution]:
    said = _by_verbs(parsed, sentence, doc, mentions) + _by_sources(parsed, sentence, doc, mentions)
    said += _by_nouns(parsed, sentence, doc, mentions) + _by_claims(parsed, sentence, doc, mentions)
    silent = _silence(parsed, sentence, doc, mentions)
    out: list[Attribution] = []
    here: list[tuple[int, Voice, bool]] = []
    for item in sorted(said, key=lambda s: (s.verb.i, s.start)):
        for speaker in item.speakers:
            voice = _voice(sentence, item, speaker, [*last, *here])
            if voice is not None and speaker.by and speaker.word not in PRONOUNS:
                here.append((sentence.index, voice, speaker.person))
            if voice is not None and not any(s.voice.by == voice.by and s.voice.side == voice.side for s in silent):
                out.append(Attribution(voice, item.start, item.end))
    return out + silent


def _voice(sentence: Sentence, said: _Said, speaker: Speaker, last: Sequence[tuple[int, Voice, bool]]) -> Voice | None:
    """The voice of a speaker; "he", "it" and "the statement" are whoever spoke before."""
    by, side = speaker.by, speaker.side
    if speaker.outlet:
        by, side = None, None
    elif speaker.word in saying().documents or speaker.word in PRONOUNS:
        before = _spoke_before(sentence, speaker, last)
        if before is not None:
            by, side = before.by, before.side
    if by is None and side is None and not speaker.outlet:
        return None
    start, end = said.words
    hedged = (
        saying().hedges.search(sentence.text, max(0, said.start - sentence.start), said.end - sentence.start)
        is not None
    )
    return Voice(by, side, said.stance, min(start, speaker.start), max(end, speaker.end), hedged)


def _spoke_before(sentence: Sentence, speaker: Speaker, last: Sequence[tuple[int, Voice, bool]]) -> Voice | None:
    for index, voice, person in reversed(last):
        if sentence.index - index > BACK:
            return None
        if speaker.word in ("he", "she") and not person:
            continue
        if speaker.word == "it" and person:
            continue
        return voice
    return None


def _by_verbs(parsed: ParsedText, sentence: Sentence, doc: Doc, mentions: Sequence[PartyMention]) -> list[_Said]:
    """Verbs of saying with a subject that can speak."""
    verbs = [t for t in doc if _attributes(t)]
    found = [(verb, *_who(parsed, sentence, verb, mentions)) for verb in verbs]
    heads = {verb: subject for verb, subject, who in found if subject is not None and who}
    out = []
    for verb, subject, who in found:
        if subject is None or not who:
            continue
        others = [v for v, head in heads.items() if v is not verb and head is not subject]
        start, end = _content(sentence, doc, verb, others, _inverted(verb) or _at_the_end(verb) or _misread(verb))
        out.append(_Said(who, verb, start, end, stance_of(verb, subject), offsets(sentence, verb)))
    return out


def _who(
    parsed: ParsedText, sentence: Sentence, verb: Token, mentions: Sequence[PartyMention]
) -> tuple[Token | None, tuple[Speaker, ...]]:
    """The subject of a verb and its speakers; where the subject is a thing, those of the saying that the verb goes on with.

    "The officer said the boat had refused to stop and denied firing": the parse gives the denial to the boat.
    """
    subject = _subject(verb)
    who = tuple(speakers(parsed, sentence, subject, mentions)) if subject is not None else ()
    if who or verb.dep_ != "conj":
        return subject, who
    for above in verb.ancestors:
        if above is not verb.head and _attributes(above):
            subject = _subject(above)
            who = tuple(speakers(parsed, sentence, subject, mentions)) if subject is not None else ()
            if who:
                return subject, who
    return subject, ()


def _attributes(verb: Token) -> bool:
    """Whether a token is a verb of saying that vouches for something here."""
    lexicon = saying()
    last_word = verb.lower_ == "reports" and verb.tag_ == "NNS" and (verb.i + 2 >= len(verb.doc) or verb.nbor(1).text == ",")
    if verb.pos_ not in ("VERB", "AUX") and not last_word:
        return False
    if verb.tag_ == "VBG" and verb.dep_ not in ("ROOT", "conj", "advcl"):
        return False
    lemma = verb.lemma_.lower()
    if lemma in lexicon.refuse:
        return lexicon.no_comment.search(" ".join(t.text for t in verb.subtree)) is not None
    if lemma in lexicon.accuse or lemma in lexicon.deny:
        return True
    if lemma in lexicon.light and any(c.dep_ == "dobj" and c.lemma_ in lexicon.light_nouns for c in verb.children):
        return not any(c.dep_ == "neg" for c in verb.children)
    if lemma not in lexicon.say:
        return False
    if any(c.dep_ == "neg" for c in verb.children):
        return False
    if lemma == "speak":
        return any(c.dep_ == "prep" and c.lower_ == "of" for c in verb.children)
    if lemma not in lexicon.clause_only:
        return True
    return (
        any(c.dep_ in ("ccomp", "parataxis") or (c.dep_ == "punct" and c.text in '"“”:') for c in verb.children)
        or verb.dep_ in ("parataxis", "ccomp")
        and verb.i > verb.head.i
        or (
            lemma in ("put", "give", "list", "count", "record", "document")
            and any(c.ent_type_ or t.like_num for c in verb.children for t in c.subtree)
        )
        or (
            lemma in ("call", "urge", "appeal", "demand", "condemn", "hail", "propose", "describe", "label", "brand")
            and any(c.dep_ in ("dobj", "prep", "oprd", "xcomp") for c in verb.children)
        )
    )


def _subject(verb: Token) -> Token | None:
    """Who says it: the speaker after the verb, the verb's subject, that of the verb it is joined to, or a passive's agent."""
    for _ in range(CHAIN):
        found = _inverted(verb) or _at_the_end(verb) or _own_subject(verb) or _misread(verb)
        if found is not None:
            return found
        if any(c.dep_ == "nsubjpass" for c in verb.children) and verb.dep_ != "conj":
            return None
        joined = verb.dep_ in ("conj", "xcomp") or (verb.dep_ == "advcl" and verb.tag_ == "VBG")
        if not joined or verb.head.pos_ not in ("VERB", "AUX"):
            return None
        verb = verb.head
    return None


def _own_subject(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "nsubj" and child.lower_ not in saying().told:
            if child.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
                return verb.head
            return child
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _at_the_end(verb: Token) -> Token | None:
    """The speaker between the last comma and the verb: "…, a source close to the group said.", "…, Col. X, a spokesman, told …".

    Read from the words: the parse often takes such a speaker for a part of what is said.
    """
    if verb.lemma_ in saying().clause_only - {"believe", "think"} or verb.tag_ == "VBG":
        return None
    doc, end = verb.doc, verb.i
    while end > 0 and doc[end - 1].text == ",":  # the verb follows an apposition
        end = _comma_before(doc, end - 1)
    start = _comma_before(doc, end) + 1
    segment = doc[start:end]
    if (start <= 1 and end == verb.i) or not len(segment) or len(segment) > SPEAKER_WORDS:
        return None
    if segment[0].pos_ not in ("DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM") or segment[0].dep_ == "mark":
        return None
    if any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in segment) or segment[-1].pos_ not in ("NOUN", "PROPN", "PRON", "PUNCT"):
        return None
    chunks = [c for c in doc.noun_chunks if start <= c.root.i < end]
    return chunks[0].root if chunks else segment[-1]


def _comma_before(doc: Doc, at: int) -> int:
    """The last comma, dash or quotation mark before token `at`; -1 where there is none."""
    return next((t.i for t in reversed(doc[:at]) if t.text in SEGMENT_ENDS), -1)


def _misread(verb: Token) -> Token | None:
    """"The bloggers announced that …" read as "bloggers who were told": a noun as root and the verb hung on it."""
    head = verb.head
    if verb.tag_ == "VBN" and verb.dep_ == "acl" and head.dep_ == "ROOT" and head.pos_ in ("NOUN", "PROPN"):
        return head if any(c.dep_ in ("ccomp", "dobj") for c in verb.children) else None
    return None


def _inverted(verb: Token) -> Token | None:
    """The speaker after the verb in `…," said the mayor`, which the parse often takes for an object."""
    if verb.i == 0 or verb.i + 1 >= len(verb.doc) or verb.lemma_ not in ("say", "write", "add", "announce", "claim", "report"):
        return None
    if verb.nbor(-1).text not in QUOTE_ENDS:
        return None
    after = verb.nbor(1)
    if after.pos_ not in ("DET", "NOUN", "PROPN", "PRON", "ADJ") or after.dep_ == "mark" or after.lower_ in ("that", "it"):
        return None
    subject = _own_subject(verb)
    if subject is not None and subject.i > verb.i:
        return subject
    root = next((chunk.root for chunk in verb.doc.noun_chunks if chunk.start == after.i), None)
    clause = root is not None and root.dep_ in ("nsubj", "nsubjpass") and root.head is not verb
    return None if clause else root


def _content(
    sentence: Sentence, doc: Doc, verb: Token, others: Sequence[Token], whole: Token | None
) -> tuple[int, int]:
    """The characters that a verb vouches for: its clause without the clauses that other speakers head.

    The verb of the main clause vouches for the whole sentence but for those, and so does one at the end (`whole`).
    """
    foreign: set[int] = set()
    for other in others:
        if other.is_ancestor(verb):
            continue
        foreign |= {t.i for t in other.subtree} if verb.is_ancestor(other) or other.dep_ in NESTED else set()
    top = verb
    while (
        top.dep_ in ("parataxis", "ccomp")
        and top.head.i != top.i
        and not any(top.head is o for o in others)
        and top.i > top.head.i
        and top.head.pos_ in ("VERB", "AUX", "NOUN")
    ):
        top = top.head
    clause = doc if top.dep_ == "ROOT" or whole is not None else top.subtree
    span = [t.i for t in clause if t.i not in foreign]
    run = _run_around(sorted(span), verb.i)
    return offsets(sentence, doc[run[0]])[0], offsets(sentence, doc[run[-1]])[1]


def _run_around(indices: list[int], at: int) -> list[int]:
    """The unbroken run of token indices that holds `at`; all of them where it holds none."""
    if at not in indices:
        return indices or [at]
    low = high = indices.index(at)
    while low > 0 and indices[low - 1] == indices[low] - 1:
        low -= 1
    while high + 1 < len(indices) and indices[high + 1] == indices[high] + 1:
        high += 1
    return indices[low : high + 1]


def _by_sources(parsed: ParsedText, sentence: Sentence, doc: Doc, mentions: Sequence[PartyMention]) -> list[_Said]:
    """ "According to the mayor", "per the ministry", "citing a security source"."""
    out = []
    for match in saying().before.finditer(sentence.text):
        span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is None or span.end >= len(doc):
            continue
        head = _phrase_after(doc, span.end)
        if head is None:
            continue
        if head.lemma_ in saying().accounts or head.lemma_ in saying().documents:
            owner = next((c for c in head.children if c.dep_ == "poss"), None) or next(
                (
                    p
                    for c in head.children
                    if c.dep_ in ("prep", "agent") and c.lower_ in ("by", "from", "of")
                    for p in c.children
                    if p.dep_ == "pobj"
                ),
                None,
            )
            head = owner or head
        who = tuple(speakers(parsed, sentence, head, mentions))
        if who:
            start, end = _clause(sentence, doc, span[0])
            out.append(
                _Said(
                    who, span[0], start, end, "asserts", (sentence.start + match.start(), sentence.start + match.end())
                )
            )
    return out


def _by_nouns(
    parsed: ParsedText, sentence: Sentence, doc: Doc, mentions: Sequence[PartyMention]
) -> list[_Said]:
    """"A claim by the rebels that …": the voice of what hangs on the noun."""
    out = []
    for match in saying().by_nouns.finditer(sentence.text):
        span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is None or span.end >= len(doc):
            continue
        head = _phrase_after(doc, span.end)
        who = tuple(speakers(parsed, sentence, head, mentions)) if head is not None else ()
        if who:
            start, end = phrase_of(sentence, span[0])
            out.append(_Said(who, span[0], start, end, "asserts", (sentence.start + match.start(), sentence.start + match.end())))
    return out


def _by_claims(parsed: ParsedText, sentence: Sentence, doc: Doc, mentions: Sequence[PartyMention]) -> list[_Said]:
    """"Colombo's claim that …", "the Indian claim that …", "by the army's account": whose claim a noun carries."""
    out = []
    for noun in doc:
        if noun.pos_ != "NOUN" or noun.lemma_ not in saying().claims:
            continue
        owner = next((c for c in noun.children if c.dep_ in ("poss", "amod", "compound")), None)
        who = tuple(s for s in speakers(parsed, sentence, owner, mentions) if s.side) if owner is not None else ()
        if not who:
            continue
        if noun.dep_ == "pobj" and noun.head.lower_ in ("by", "on") and noun.head.dep_ == "prep":
            start, end = _clause(sentence, doc, noun.head)
        elif any(c.dep_ in ("acl", "ccomp", "relcl") for c in noun.children):
            start, end = phrase_of(sentence, noun)
        else:
            continue
        out.append(_Said(who, noun, start, end, "asserts", offsets(sentence, noun)))
    return out


def _by_label(sentence: Sentence, mentions: Sequence[PartyMention]) -> list[Attribution]:
    """A speaker's name with a colon at the head of a sentence, or after a dash at the end of a headline."""
    match = LABEL.match(sentence.text)
    if match:
        at, to = sentence.start + match.start(1), sentence.start + match.end(1)
        who = [m for m in mentions if m.start <= at + 4 and m.end >= to - 1 and m.form != "pronoun"]
        if who:
            return [Attribution(Voice(who[0].name, who[0].party, "asserts", at, to), sentence.start, sentence.end)]
    match = SIGNED.search(sentence.text) if sentence.part in ("headline", "subhead") else None
    if match:
        at, to = sentence.start + match.start(1), sentence.start + match.end(1)
        who = [m for m in mentions if m.start <= at + 4 and m.end >= to - 1 and m.form != "pronoun"]
        if who:
            return [Attribution(Voice(who[0].name, who[0].party, "asserts", at, to), sentence.start, sentence.end)]
    return []


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


def _clause(sentence: Sentence, doc: Doc, token: Token) -> tuple[int, int]:
    """The sentence, or the half of it joined by "and", "but" or ";" in which a source stands."""
    verb = token
    while verb.dep_ != "ROOT" and not (
        verb.dep_ == "conj"
        and verb.pos_ in ("VERB", "AUX")
        and any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    ):
        verb = verb.head
    joined = [
        c for c in verb.children if c.dep_ == "conj" and any(g.dep_ in ("nsubj", "nsubjpass") for g in c.children)
    ]
    foreign = {t.i for c in joined for t in c.subtree} - {token.i}
    if token.i in {t.i for c in joined for t in c.subtree}:
        foreign = set()
    span = [t.i for t in (verb.subtree if verb.dep_ != "ROOT" else doc) if t.i not in foreign]
    run = _run_around(sorted(span), token.i)
    return offsets(sentence, doc[run[0]])[0], offsets(sentence, doc[run[-1]])[1]


def _silence(parsed: ParsedText, sentence: Sentence, doc: Doc, mentions: Sequence[PartyMention]) -> list[Attribution]:
    """ "Moscow has not commented", "no word from the army": who keeps silent."""
    out = []
    for match in saying().no_comment.finditer(sentence.text):
        at, to = sentence.start + match.start(), sentence.start + match.end()
        who = _silent(sentence, doc, match.start(), match.end(), mentions)
        if who is not None:
            out.append(
                Attribution(
                    Voice(who.name, who.party, "no_comment", min(at, who.start), max(to, who.end)),
                    sentence.start,
                    sentence.end,
                )
            )
    return out


def _silent(
    sentence: Sentence, doc: Doc, start: int, end: int, mentions: Sequence[PartyMention]
) -> PartyMention | None:
    """The mention that is silent: the subject of the words, else one right after "from", else the last before them."""
    span = doc.char_span(start, end, alignment_mode="expand")
    named = [m for m in mentions if m.party is not None]
    if span is None or not named:
        return None
    for token in span:
        if token.pos_ in ("VERB", "AUX"):
            subject = _subject(token)
            if subject is not None:
                at, to = phrase_of(sentence, subject)
                over = [m for m in named if m.start < to and at < m.end]
                if over:
                    return over[0]
    after = [m for m in named if m.start >= sentence.start + end - 1]
    before = [m for m in named if m.end <= sentence.start + start]
    if "no " in sentence.text[start:end].lower() and after:
        return after[0]
    return before[-1] if before else (after[0] if after else None)


def phrase_of(sentence: Sentence, head: Token) -> tuple[int, int]:
    """Offsets of all that hangs on a token."""
    return offsets(sentence, head.left_edge)[0], offsets(sentence, head.right_edge)[1]


# ---- over several sentences -----------------------------------------------------------------------------------------


def _quotations(parsed: ParsedText, quotes: Sequence[Quote], found: dict[int, list[Attribution]]) -> None:
    """Give the sentences of a quotation that have no speaker the speaker of its first, its last or its neighbour."""
    for sentence in parsed.sentences:
        quote = quoted(quotes, sentence.start, sentence.end)
        if found[sentence.index] or quote is None or not quote.speech:
            continue
        voice = _speaker_of(parsed, quotes, quote, sentence, found)
        if voice is not None:
            found[sentence.index] = [Attribution(voice, sentence.start, sentence.end)]


def _speaker_of(
    parsed: ParsedText, quotes: Sequence[Quote], quote: Quote, sentence: Sentence, found: dict[int, list[Attribution]]
) -> Voice | None:
    holding = [s for s in parsed.sentences if s.start < quote.end and quote.start < s.end and s is not sentence]
    around = [
        *reversed([s for s in holding if s.index < sentence.index]),
        *[s for s in holding if s.index > sentence.index],
    ]
    for other in around:
        for item in found[other.index]:
            if (
                item.voice.start is not None
                and not inside(quotes, item.voice.start)
                and item.voice.stance != "no_comment"
            ):
                return replace(item.voice, stance="asserts", hedged=False)
    for index in (sentence.index - 1, sentence.index + 1):
        if 0 <= index < len(parsed.sentences) and parsed.sentences[index].paragraph == sentence.paragraph:
            voices = [a.voice for a in found[index] if a.voice.by and a.voice.stance == "asserts"]
            if voices:
                return replace(voices[-1], hedged=False)
    return None


def _continued(parsed: ParsedText, quotes: Sequence[Quote], found: dict[int, list[Attribution]]) -> None:
    """Leave room for sentences that go on with a speaker's report; see `GOES_ON`."""
