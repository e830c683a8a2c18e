"""Whose words a sentence is that names no speaker: a quotation's over several sentences, or a report that goes on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fogline.lexicon.saying import saying
from fogline.model import Voice
from fogline.read.quotes import CLOSING, Quote, inside, quoted
from fogline.read.stance import denies_itself
from fogline.read.text import ParsedText, Sentence

MOST = 0.6  # share of a sentence that a voice must vouch for, for the next sentence to be its word too


@dataclass(frozen=True, slots=True)
class Attribution:
    """`voice` vouches for the characters [start, end) of the report; `carried` where a sentence only goes on."""

    voice: Voice
    start: int
    end: int
    carried: bool = False


def spread_quotations(parsed: ParsedText, quotes: Sequence[Quote], found: dict[int, list[Attribution]]) -> None:
    """Give the sentences of a quotation that have no speaker the speaker of its first, its last or its neighbour.

    "We hit no school. These are lies," somebody said: the first sentence denies as well.
    """
    for sentence in parsed.sentences:
        quote = quoted(quotes, sentence.start, sentence.end)
        if found[sentence.index] or quote is None or not quote.speech:
            continue
        voice = _speaker_of(parsed, quotes, quote, sentence, found)
        if voice is not None:
            doc = parsed.docs.get(sentence.index)
            stance = "denies" if voice.side and doc is not None and denies_itself(doc) else "asserts"
            found[sentence.index] = [Attribution(replace(voice, stance=stance), sentence.start, sentence.end)]


def _speaker_of(
    parsed: ParsedText, quotes: Sequence[Quote], quote: Quote, sentence: Sentence, found: dict[int, list[Attribution]]
) -> Voice | None:
    first, last = _begun(parsed.text, quotes, quote), _ended(parsed.text, quotes, quote)
    holding = [s for s in parsed.sentences if s.start < last and first < s.end and s is not sentence]
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
            voices = [a.voice for a in found[index] if a.voice.by and a.voice.stance != "no_comment"]
            if voices:
                return replace(voices[-1], stance="asserts", hedged=False)
    return None


def _begun(text: str, quotes: Sequence[Quote], quote: Quote) -> int:
    """Where a quotation begins that goes on from paragraph to paragraph, each opened by a mark and the last closed."""
    start = quote.start
    for before in reversed(quotes):
        if before.start >= start:
            continue
        if text[before.end - 1] in CLOSING + '"' or text[before.end : start].strip():
            break
        start = before.start
    return start


def _ended(text: str, quotes: Sequence[Quote], quote: Quote) -> int:
    """Where a quotation ends of which no mark closes the first paragraphs, and each opens with one."""
    end = quote.end
    for later in quotes:
        if later.start < end:
            continue
        if text[end - 1] in CLOSING + '"' or text[end : later.start].strip():
            break
        end = later.end
    return end


def go_on(parsed: ParsedText, found: dict[int, list[Attribution]]) -> None:
    """Let a sentence without a speaker go on with the report of the one before it in its paragraph.

    News gives a source once and goes on with what it told; the outlet's own voice comes back with a new paragraph, with
    background, or with words on what could not be verified.
    """
    previous: Sentence | None = None
    for sentence in parsed.sentences:
        before = found[previous.index] if previous is not None else []
        if (
            not found[sentence.index]
            and previous is not None
            and previous.paragraph == sentence.paragraph
            and sentence.part == "body"
            and _goes_on(sentence)
        ):
            told = [
                a.voice
                for a in before
                if a.voice.by and a.voice.stance == "asserts" and a.end - a.start > MOST * len(previous.text)
            ]
            if told:
                voice = replace(told[-1], hedged=False)
                found[sentence.index] = [Attribution(voice, sentence.start, sentence.end, carried=True)]
        previous = sentence


def _goes_on(sentence: Sentence) -> bool:
    return saying().hedges.search(sentence.text) is None and saying().own_voice.search(sentence.text) is None
