"""Which voice vouches for which words: the speakers of a report, sentence by sentence.

A sentence without a speaker of its own is the outlet's word, unless it stands in somebody's quotation or goes on with
what the sentence before it reports.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from fogline.lexicon.saying import saying
from fogline.lexicon.status import status_words
from fogline.model import PartyMention, Voice
from fogline.read.goes_on import Attribution, go_on, spread_quotations
from fogline.read.labelled import by_label
from fogline.read.quotes import find_quotes
from fogline.read.saying_verbs import subject_of
from fogline.read.scope import phrase_of
from fogline.read.sources import Said, find_said
from fogline.read.speakers import Speaker
from fogline.read.stance import denies_itself
from fogline.read.text import ParsedText, Sentence
from fogline.read.writers import writer

__all__ = ["Attribution", "find_voices"]

PRONOUNS = frozenset({"he", "she", "it", "they"})
MOST_JOINED = 3  # verbs of a sentence up to the one that has the subject
BACK = 3  # sentences that a "he said" may reach back for its speaker


def find_voices(parsed: ParsedText, parties: Sequence[PartyMention]) -> dict[int, list[Attribution]]:
    """For every sentence, who vouches for which part of it, in the order of the text.

    The outlet's own word has the voice (None, None). Several speakers of one verb give several attributions of the same
    characters. Sentences that were not parsed are read for quotations alone.
    """
    quotes = find_quotes(parsed.text)
    own = writer(parsed.report, parties)
    found: dict[int, list[Attribution]] = {}
    last: list[tuple[int, Voice, bool]] = []  # sentence, voice, whether a person
    ordered = sorted(parties, key=lambda m: (m.start, m.end))
    starts = [m.start for m in ordered]
    for sentence in parsed.sentences:
        doc = parsed.docs.get(sentence.index)
        near = ordered[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        mine = _attributions(parsed, sentence, doc, near, last) if doc is not None else []
        if not any(a.start == sentence.start and a.end == sentence.end for a in mine):
            mine = [*by_label(sentence, doc, near), *mine]
        mine = [_signed(item, own) for item in mine]
        found[sentence.index] = mine
        for item in mine:
            if item.voice.by and item.voice.stance != "no_comment":
                last.append((sentence.index, item.voice, _is_person(item.voice, near)))
    spread_quotations(parsed, quotes, found)
    go_on(parsed, found)
    for sentence in parsed.sentences:
        found[sentence.index] = found[sentence.index] or [_outlet(sentence, own, parsed.docs.get(sentence.index))]
    return found


def _signed(item: Attribution, own: Voice) -> Attribution:
    """What "we" say in a paper of a side's own is that side's word."""
    outlets = item.voice.by is None and item.voice.side is None
    return replace(item, voice=replace(item.voice, by=own.by, side=own.side)) if outlets else item


def _is_person(voice: Voice, mentions: Sequence[PartyMention]) -> bool:
    return any(m.name == voice.by and m.form == "person" for m in mentions) or bool(
        voice.by and voice.by.istitle() and " " in voice.by
    )


def _outlet(sentence: Sentence, own: Voice, doc: Doc | None) -> Attribution:
    """What the report says itself; who writes for a side may deny in his own words."""
    hedged = saying().hedges.search(sentence.text) is not None
    stance = "denies" if own.side and doc is not None and denies_itself(doc) else own.stance
    return Attribution(replace(own, hedged=hedged, stance=stance), sentence.start, sentence.end)


def _attributions(
    parsed: ParsedText,
    sentence: Sentence,
    doc: Doc,
    mentions: Sequence[PartyMention],
    last: Sequence[tuple[int, Voice, bool]],
) -> list[Attribution]:
    silent = _silence(parsed, sentence, doc, mentions)
    out: list[Attribution] = []
    here: list[tuple[int, Voice, bool]] = []
    for item in find_said(parsed, sentence, doc, mentions):
        for speaker in item.speakers:
            voice = _voice(sentence, item, speaker, [*last, *here])
            if voice is not None and speaker.by and speaker.word not in PRONOUNS:
                here.append((sentence.index, voice, speaker.person))
            if voice is not None and not any(s.voice.by == voice.by and s.voice.side == voice.side for s in silent):
                out.append(Attribution(voice, item.start, item.end))
    return out + silent


def _voice(sentence: Sentence, said: Said, speaker: Speaker, last: Sequence[tuple[int, Voice, bool]]) -> Voice | None:
    """The voice of a speaker; "he", "it" and "the statement" are whoever spoke before."""
    by, side = speaker.by, speaker.side
    if not speaker.outlet and (speaker.word in saying().documents or speaker.word in PRONOUNS):
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


def _silence(parsed: ParsedText, sentence: Sentence, doc: Doc, mentions: Sequence[PartyMention]) -> list[Attribution]:
    """Who keeps silent: "Moscow has not commented", "no word from the army"."""
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


def _joined(verb: Token) -> list[Token]:
    """The verbs that one is joined to by "and", the nearest first."""
    out: list[Token] = []
    while verb.dep_ == "conj" and len(out) < MOST_JOINED:
        verb = verb.head
        out.append(verb)
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
            if any(c.dep_ == "mark" and c.lower_ in status_words().unreal_marks for c in token.children):
                return None  # "if Kyiv does not respond": nobody is silent yet
            subject = subject_of(token) or next((s for v in _joined(token) if (s := subject_of(v)) is not None), None)
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
