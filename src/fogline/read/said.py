"""Which voice vouches for which words: the speakers of a report, sentence by sentence.

A sentence without a speaker of its own is the outlet's word, unless it stands in somebody's quotation or goes on with
what the sentence before it reports.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from fogline.lexicon.names import keys
from fogline.lexicon.saying import saying
from fogline.lexicon.titles import Sort, titles
from fogline.model import PartyMention, PlaceMention, Voice
from fogline.read.goes_on import Attribution, go_on, spread_quotations
from fogline.read.labelled import by_label
from fogline.read.one_source import handed_on
from fogline.read.quotes import Quote, find_quotes, inside
from fogline.read.saying_verbs import condemns
from fogline.read.silences import silence
from fogline.read.so_says import takes_back
from fogline.read.sources import BY_NOUN, BY_OWNER, BY_VERB, Said, find_said
from fogline.read.speakers import Speaker
from fogline.read.spoken_before import PRONOUNS, Spoke, named_before, spoke_before, takes_up
from fogline.read.stance import denies_itself
from fogline.read.text import ParsedText, Sentence
from fogline.read.transcripts import answers_of
from fogline.read.writers import writer

SERVING: tuple[Sort, ...] = ("any", "rank", "national")  # offices of whoever publishes

__all__ = ["Attribution", "find_voices"]


def find_voices(
    parsed: ParsedText, parties: Sequence[PartyMention], places: Sequence[PlaceMention] = ()
) -> dict[int, list[Attribution]]:
    """For every sentence, who vouches for which part of it, in the order of the text.

    The outlet's own word has the voice (None, None). Several speakers of one verb give several attributions of the same
    characters. Sentences that were not parsed are read for quotations alone.
    """
    quotes = find_quotes(parsed.text)
    own = writer(parsed.report, parties, places)
    found: dict[int, list[Attribution]] = {}
    heard: list[Spoke] = []
    condemning: dict[int, list[Attribution]] = {}
    ordered = sorted(parties, key=lambda m: (m.start, m.end))
    starts = [m.start for m in ordered]
    for sentence in parsed.sentences:
        doc = parsed.docs.get(sentence.index)
        near = ordered[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        mine = _attributions(parsed, sentence, doc, near, heard) if doc is not None else []
        if not any(a.start == sentence.start and a.end == sentence.end for a in mine):
            mine = [*by_label(sentence, doc, near), *mine]
        mine = [_signed(item, own, parsed.text) for item in mine if not _is_quoted_we(item, quotes)]
        found[sentence.index] = mine
        condemning[sentence.index] = _that_condemn(sentence, doc, mine) if doc is not None else []
        known = {spoke.voice for spoke in heard if spoke.sentence == sentence.index}
        for item in mine:
            if item.voice.by and item.voice.stance != "no_comment" and item.voice not in known:
                heard.append(Spoke(sentence.index, item.voice, _is_person(item.voice, near), False, frozenset()))
    found.update(answers_of(parsed, parties, found))
    spread_quotations(parsed, quotes, found)
    takes_back(parsed, found)
    go_on(parsed, found)
    for index, items in condemning.items():  # who condemns a deed goes on to speak, but has vouched for nothing yet
        found[index] = [item for item in found[index] if item not in items]
    _one_side_each(found)
    _one_spelling_each(parsed, found)
    told = handed_on(parsed, found) if own.by is None and own.side is None else None
    if told is not None:
        own = Voice(told.by, told.side)
    for sentence in parsed.sentences:
        found[sentence.index] = found[sentence.index] or [_outlet(sentence, own, parsed.docs.get(sentence.index))]
    return found


def _that_condemn(sentence: Sentence, doc: Doc, said: Sequence[Attribution]) -> list[Attribution]:
    """The attributions of a sentence by verbs of condemning a deed: "the commander condemned the attack"."""
    if not said:
        return []
    at = [sentence.start + verb.idx for verb in doc if condemns(verb)]
    spans = [(a, a.voice.start, a.voice.end) for a in said]
    return [a for a, first, end in spans if first is not None and end is not None and any(first <= v < end for v in at)]


def _one_side_each(found: dict[int, list[Attribution]]) -> None:
    """Give a speaker of whom only some sentences tell the side that side everywhere: "he said" is still the officer."""
    sides: dict[str, set[str]] = {}
    for items in found.values():
        for item in items:
            if item.voice.by and item.voice.side:
                sides.setdefault(item.voice.by, set()).add(item.voice.side)
    for index, items in found.items():
        found[index] = [_sided(item, sides.get(item.voice.by or "", set())) for item in items]


def _one_spelling_each(parsed: ParsedText, found: dict[int, list[Attribution]]) -> None:
    """Give a speaker of a headline the name by which the text calls him: "Police" is "police", "ISPR" told in full."""
    heads = {s.index for s in parsed.sentences if s.part == "headline"}
    body = {
        i.voice.by.casefold(): i.voice.by for n, items in found.items() if n not in heads for i in items if i.voice.by
    }
    body = {_initials(by): by for by in body.values() if len(_initials(by)) > 1} | body
    for index in heads & found.keys():
        named = [(item, body.get((item.voice.by or "").casefold())) for item in found[index]]
        found[index] = [replace(i, voice=replace(i.voice, by=by)) if by else i for i, by in named]


def _initials(name: str) -> str:
    """The capitals that a name's words begin with, in small letters: "ispr" of "Inter-Services Public Relations"."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper()).casefold()


def _sided(item: Attribution, sides: set[str]) -> Attribution:
    if item.voice.side or len(sides) != 1:
        return item
    return replace(item, voice=replace(item.voice, side=next(iter(sides))))


def _is_quoted_we(item: Attribution, quotes: Sequence[Quote]) -> bool:
    """Whether it is who is quoted that says "we": "We counted sixty dead," the rebels' spokesman said."""
    voice = item.voice
    return voice.by is None and voice.side is None and voice.start is not None and inside(quotes, voice.start)


def _signed(item: Attribution, own: Voice, text: str) -> Attribution:
    """What "we" say in a paper of a side's own is that side's word, and so is what its commander says there."""
    voice = item.voice
    if voice.side is None and voice.by is None:
        return replace(item, voice=replace(voice, by=own.by, side=own.side))
    if voice.side is not None or voice.start is None or own.side is None:
        return item
    served = any(titles().sorts.get(key) in SERVING for key in zip(keys(text[voice.start : voice.end]), strict=False))
    return replace(item, voice=replace(voice, side=own.side)) if served else item


def _is_person(voice: Voice, mentions: Sequence[PartyMention]) -> bool:
    forms = {m.form for m in mentions if m.name == voice.by}
    if forms or not voice.by:
        return "person" in forms
    if not {word.casefold() for word in voice.by.split()}.isdisjoint(titles().in_names_of_bodies):
        return False
    return voice.by.istitle() and " " in voice.by and not saying().media.search(voice.by)


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
    heard: list[Spoke],
) -> list[Attribution]:
    silent = silence(sentence, doc, mentions)
    out: list[Attribution] = []
    for item in find_said(parsed, sentence, doc, mentions):
        for speaker in item.speakers:
            voice = _voice(sentence, item, speaker, heard)
            reported = item.rule in (BY_NOUN, BY_OWNER)  # "reports by Kyiv are false, it added": not Kyiv did
            if voice is not None and speaker.by and speaker.word not in PRONOUNS and not reported:
                person = speaker.person or _is_person(voice, mentions)
                heard.append(Spoke(sentence.index, voice, person, speaker.plural, speaker.nouns))
            his = [s for s in silent if s.voice.by == voice.by and s.voice.side == voice.side] if voice else []
            if voice is not None and not any(_in_his_words(sentence, item, s) for s in his):
                out.append(Attribution(voice, item.start, item.end))
    return out + silent


def _in_his_words(sentence: Sentence, said: Said, silent: Attribution) -> bool:
    """Whether who keeps silent says no more than that in the sentence.

    He does where it is joined to what he says ("said it hit a store and that it had no word on …") or what he says is
    joined to it ("declined to comment but said …").
    """
    at = (silent.voice.end or 0) - 1 - sentence.start
    word = next((t for t in said.verb.doc if t.idx <= at < t.idx + len(t.text)), said.verb)
    clauses = [c for c in said.verb.children if c.dep_ == "ccomp"]
    if not clauses or said.rule != BY_VERB:
        return True
    joined = [t for c in clauses for t in c.children if t.dep_ == "conj" and t.pos_ in ("VERB", "AUX")]
    behind = said.verb.dep_ == "conj" and said.verb.head.i <= word.i < said.verb.left_edge.i
    return not behind and not any(word == t or t.is_ancestor(word) for t in joined)


def _voice(sentence: Sentence, said: Said, speaker: Speaker, heard: Sequence[Spoke]) -> Voice | None:
    """The voice of a speaker; "he", "it", "the statement" and "the source" are whoever spoke before."""
    by, side = speaker.by, speaker.side
    before = None
    if takes_up(speaker):
        before = spoke_before(sentence.index, speaker, heard)
    elif not speaker.person:
        before = named_before(sentence.index, speaker, heard)
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
