"""Where a sentence passes from a deed to the one that it answers: "in response to", "called it revenge for"."""

from collections.abc import Sequence
from functools import lru_cache

from spacy.tokens import Doc, Token

from fogline.lexicon.answers import answers
from fogline.lexicon.events import frames
from fogline.lexicon.phrases import Match, Word, words

WITHIN_NOUN = frozenset(
    {"det", "amod", "compound", "poss", "nmod"}
)  # how a phrase's last word hangs on the noun behind
FEWEST_AHEAD = 2  # words: "it was a response to"
Stretch = tuple[int, int]
APART, TEXT = "fogline told apart", "fogline text"  # where a parse keeps its stretches and its text
BEFORE = "before"
KEPT = 1024  # sentences: the same one is asked about for each of its words


def answered_between(text: str, end: int, start: int) -> bool:
    """Whether the words at `start` of a sentence are of what the deed that ends at `end` answers."""
    return any(end <= at < start for at in answers_at(text))


def answered_by_the_last(text: str, start: int, others: Sequence[int]) -> bool:
    """Whether a deed at `start` of a sentence is what the deed told last answers: "it was a response to the ambush".

    Not where the sentence itself tells at `others`, outside the words that name it, which deed that was.
    """
    behind = [at for at in answers_at(text) if len(text[:at].split()) >= FEWEST_AHEAD and at < start]
    return bool(behind) and all(other > behind[-1] for other in others)


@lru_cache(maxsize=KEPT)
def answers_at(text: str) -> tuple[int, ...]:
    """The offsets of the words of a sentence behind which stands what a deed answers."""
    spoken = words(text)
    return tuple(spoken[m.first].start for m in answers().phrases.find(spoken) if m.value == "later")


@lru_cache(maxsize=KEPT)
def _named_at(text: str) -> tuple[int, ...]:
    """The offsets of a sentence at which the words begin that name what a deed answers."""
    spoken = words(text)
    return tuple(named_from(spoken, m) for m in answers().phrases.find(spoken) if m.value == "later")


def answered_apart(doc: Doc, start: int, end: int, at: int) -> bool:
    """Whether words of answering stand between a deed told at a span of the sentence and an offset in it.

    The one is then in the words for what the other's deed answers: "rockets in reply to the massacre". The same where
    the sentence tells how long after a deed another was done: "struck Baalbek hours after rockets landed in Metula".
    """
    if not _any_at(_text_of(doc)):
        return False
    within = any((low <= at < high) != (low <= start < high) for low, high in told_apart(doc))
    return within or answered_between(_text_of(doc), end, at)


def in_what_is_answered(doc: Doc, start: int, at: int) -> bool:
    """Whether an offset stands in the words for what the deed told at `start` answers, or the deed in those of another.

    "The attack was a reprisal for the killing of two men on Saturday": the day is that of the killing.
    """
    if not answers_at(_text_of(doc)):
        return False
    return any((low <= at < high) != (low <= start < high) for low, high in answered_stretches(doc))


def _text_of(doc: Doc) -> str:
    """The text of a parse, which spaCy puts together anew each time that it is asked for."""
    text: str | None = doc.user_data.get(TEXT)
    if text is None:
        text = doc.user_data[TEXT] = doc.text
    return text


def told_apart(doc: Doc) -> list[Stretch]:
    """The stretches of a sentence that tell what a deed answers, what prompted it, how long after what it was done.

    Kept with the parse, since it is asked for each word of a sentence.
    """
    known: list[Stretch] | None = doc.user_data.get(APART)
    if known is None:
        known = doc.user_data[APART] = _told_apart(doc)
    return known


def _told_apart(doc: Doc) -> list[Stretch]:
    spoken = words(doc.text)
    found = [m for m in answers().phrases.find(spoken) if m.value == "after" and m.last > m.first]
    lapses = [(named_from(spoken, m), phrase_end(doc, spoken[m.last].end)) for m in found]
    lapsed = [(start, _clause_end(doc.text, end)) for start, end in lapses]
    return answered_stretches(doc) + lapsed + prompting_stretches(doc) + _later_stretches(doc)


def _later_stretches(doc: Doc) -> list[Stretch]:
    """The stretches that tell what was done so long after: "killed nine, hours before [rebels burned a bus]"."""
    out: list[Stretch] = []
    for mark in (t for t in doc if t.lower_ == BEFORE and t.dep_ == "mark" and t.head.tag_ == "VBD"):
        clause = mark.head
        lapse = next((c for c in clause.children if c.dep_ == "npadvmod" and c.i < mark.i), None)
        if lapse is not None and any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children):
            out.append((lapse.left_edge.idx, clause.right_edge.idx + len(clause.right_edge.text)))
    return out


def named_from(spoken: Sequence[Word], match: Match[str]) -> int:
    """Where the words begin that name what is answered: the phrase may end in their first ("answered [the raid]")."""
    last = spoken[match.last]
    return last.start if last.key in answers().naming else last.end


def _clause_end(text: str, end: int) -> int:
    """Where the clause ends that goes on at an offset: at its comma, however it was parsed."""
    return next((at for at in range(end, len(text)) if text[at] in ",;"), len(text))


@lru_cache(maxsize=KEPT)
def _any_at(text: str) -> bool:
    return BEFORE in text or any(m.value in ("later", "after", "earlier") for m in answers().phrases.find(words(text)))


def answered_stretches(doc: Doc) -> list[Stretch]:
    """The stretches of a sentence that name what a deed answers: "in response to [Monday's strike on Kyiv], …"."""
    spoken = words(doc.text)
    found = [m for m in answers().phrases.find(spoken) if m.value == "later"]
    return [(named_from(spoken, m), phrase_end(doc, spoken[m.last].end)) for m in found]


def is_answered(doc: Doc, start: int) -> bool:
    """Whether the deed told at an offset is what another answers: "in revenge for [an attack] on Kyiv"."""
    text = _text_of(doc)
    return bool(answers_at(text)) and any(low <= start < high for low, high in answered_stretches(doc))


def ends_what_is_answered(text: str, deed: Stretch, others: Sequence[int], at: int) -> bool:
    """Whether what stands at an offset ends the words for what is answered: "in reply to a raid on a town [last week]".

    `deed` is told in those words, `others` are where the sentence tells other deeds.
    """
    start, end = deed
    seam = max((seam for seam in _named_at(text) if seam <= start), default=None)
    if seam is None or at < end or any(mark in text[seam:at] for mark in ",;:"):
        return False
    return not any(seam < other < at for other in others)


def only_replied(doc: Doc, start: int, at: int) -> bool:
    """Whether what stands at an offset is of the reply alone: "responded to the strike in a speech [on Friday]"."""
    seam = max((seam for seam in answers_at(doc.text) if seam < start), default=None)
    verb = next((t for t in doc if t.idx == seam and t.pos_ == "VERB"), None)
    word = next((t for t in doc if t.idx >= at), None)
    return verb is not None and word is not None and next((u for u in word.ancestors if u.pos_ == "VERB"), None) == verb


def parted(one: Stretch, other: Stretch, seams: Sequence[int], answered: Sequence[Stretch]) -> bool:
    """Whether words that set deeds apart stand between two, or one of them is in what the other is said to answer."""
    first, second = sorted((one, other))
    if any((start <= one[0] < end) != (start <= other[0] < end) for start, end in answered):
        return True
    return any(first[1] <= seam < second[0] for seam in seams)


def phrase_end(doc: Doc, end: int) -> int:
    """Where the words end that hang on the last word of a phrase: "in response to [Monday's strike on Kyiv]"."""
    last = next((t for t in reversed(doc) if t.idx < end), None)
    if last is None:
        return end
    last = last.head if last.dep_ == "case" else last  # "answered [Sunday's raid on Gao]"
    within = last.dep_ in WITHIN_NOUN and last.head.i > last.i  # "answered the [raid on Gao] with shells"
    top = last.head if last.dep_ == "mark" or within else last  # "hours after [rockets landed in Metula]"
    below = [t for t in top.subtree if t.i > last.i and not t.is_punct]
    ends = max((t.idx + len(t.text) for t in below), default=end)
    return ends if ends > end else len(doc.text)


def prompting_stretches(doc: Doc) -> list[Stretch]:
    """The stretches that name what prompted a deed: "[a drone that hit Gao] prompted the army to bomb Kidal".

    None where it only sparked a fire or an outcry.
    """
    spoken = words(doc.text)
    starts = {spoken[m.first].start for m in answers().phrases.find(spoken) if m.value == "earlier"}
    if not starts:
        return []
    verbs = [t.head if t.dep_ in ("aux", "auxpass") else t for t in doc if t.idx in starts]
    subjects = [c for verb in verbs if _brings_a_deed(verb) for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    return [(s.left_edge.idx, s.right_edge.idx + len(s.right_edge.text)) for s in subjects]


def _brings_a_deed(verb: Token) -> bool:
    """Whether what a verb brings about, or is met with, is a deed: "drew air strikes", "prompted it to bomb Kidal"."""
    links = [c for c in verb.children if c.dep_ in ("prep", "agent")]
    nouns = [c for above in (verb, *links) for c in above.children if c.dep_ in ("dobj", "pobj")]
    done = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp")]
    return any(n.lemma_.lower() in frames().by_noun for n in nouns) or any(
        v.lemma_.lower() in frames().by_verb for v in done
    )
