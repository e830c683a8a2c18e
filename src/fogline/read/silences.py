"""Who keeps silent: "Moscow has not commented", "no word from the army", "calls to the ministry went unanswered"."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from fogline.lexicon.saying import saying
from fogline.lexicon.status import status_words
from fogline.model import PartyMention, Voice
from fogline.read.goes_on import Attribution
from fogline.read.saying_verbs import subject_of
from fogline.read.scope import phrase_of
from fogline.read.text import Sentence

# Behind what somebody looks into: what happened in it, which the report tells.
TELLS_IT = re.compile(r"[^.;:,]{0,60}\b(?P<told>(?:in|during|after) which|that (?:killed|wounded|injured|left))\b")
MOST_JOINED = 3  # verbs of a sentence up to the one that has the subject


def silence(sentence: Sentence, doc: Doc, mentions: Sequence[PartyMention]) -> list[Attribution]:
    """Who keeps silent: "Moscow has not commented", "no word from the army"."""
    out = []
    for match in saying().no_comment.finditer(sentence.text):
        told = TELLS_IT.match(sentence.text, match.end())
        end = sentence.start + told.start("told") if told else sentence.end
        at, to = sentence.start + match.start(), sentence.start + _word_end(sentence.text, match.end())
        for who in _both(at, to, match.group(), mentions) or _one(_silent(sentence, doc, *match.span(), mentions)):
            voice = Voice(who.name, who.party, "no_comment", min(at, who.start), max(to, who.end))
            out.append(Attribution(voice, sentence.start, end))
    return out


def _word_end(text: str, end: int) -> int:
    """The end of the word in which words of silence end: "has not comment|ed"."""
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return end


def _both(at: int, to: int, text: str, mentions: Sequence[PartyMention]) -> list[PartyMention]:
    """Who is silent together: "neither Moscow nor Kyiv commented"."""
    if not text.lower().startswith("neither "):
        return []
    return [m for m in mentions if m.party is not None and at <= m.start and m.end <= to]


def _one(who: PartyMention | None) -> list[PartyMention]:
    return [] if who is None else [who]


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
            if subject is not None and subject.lower_ == "you":
                return None  # "you do not answer a mine by shooting"
            over = _over(sentence, subject, named)
            if over is not None:
                return over
    return _beside(sentence, start, end, named)


def _over(sentence: Sentence, subject: Token | None, named: Sequence[PartyMention]) -> PartyMention | None:
    """The first mention in the phrase of a subject."""
    if subject is None:
        return None
    at, to = phrase_of(sentence, subject)
    return next((m for m in named if m.start < to and at < m.end), None)


def _beside(sentence: Sentence, start: int, end: int, named: Sequence[PartyMention]) -> PartyMention | None:
    """The mention within words of silence ("calls to the army went unanswered"), behind "from", else before them."""
    within = [m for m in named if sentence.start + start <= m.start and m.end <= sentence.start + end]
    if within:
        return within[-1]
    after = [m for m in named if m.start >= sentence.start + end - 1]
    before = [m for m in named if m.end <= sentence.start + start]
    if "no " in sentence.text[start:end].lower() and after:
        return after[0]
    return before[-1] if before else (after[0] if after else None)
