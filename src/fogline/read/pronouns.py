"""Which party or person does "he", "it" or "they" take up?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from fogline.lexicon.names import fold
from fogline.lexicon.saying import saying
from fogline.lexicon.titles import titles
from fogline.read.mentioned import HE, IT, REACH, THEY, Found, speaks
from fogline.read.possessors import possessor_at, sayer_at
from fogline.read.scene import Scene
from fogline.read.text import ParsedText

OWNING = frozenset({"its", "their"})
NEAR = 8  # words from a body that speaks up to the "they" that it is


def pronouns(scene: Scene, parsed: ParsedText, found: Sequence[Found]) -> list[Found]:
    """Pronouns with the mention that each takes up; those that take up none are left out."""
    sentence_of = _sentences(scene)
    taken = {k for item in found for k in range(item.first, item.last + 1)}
    by_sentence: dict[int, list[Found]] = {}
    filed = {n for n, sentence in enumerate(parsed.sentences) if sentence.part == "byline"}
    for item in (f for f in found if sentence_of[f.first] not in filed):
        by_sentence.setdefault(sentence_of[item.first], []).append(item)
    out: list[Found] = []
    for k, piece in enumerate(scene.ps):
        if k in taken or piece.key not in HE | IT | THEY:
            continue
        of_them = piece.key == "them" and k > 0 and scene.ps[k - 1].key == "of"  # "seventy trucks, some of them"
        reach = 0 if of_them else REACH
        owner = _antecedent(scene, by_sentence, sentence_of[k], k, 0)
        owner = owner or (_body_speaking(scene, by_sentence.get(sentence_of[k], ()), k) if piece.key in THEY else None)
        owner = owner or _antecedent(scene, by_sentence, sentence_of[k], k, reach)
        if piece.key in OWNING | IT:
            subject = possessor_at(parsed, piece.start) if piece.key in OWNING else None
            subject = sayer_at(parsed, piece.start) if subject is None and piece.key in IT else subject
            here = by_sentence.get(sentence_of[k], ()) if subject is not None else ()
            spans = [(scene.ps[f.first].start, scene.ps[f.last].end, f) for f in here]
            owner = next((f for a, b, f in spans if a <= (subject or 0) < b and _fits(f, piece.key)), owner)
        if owner:
            out.append(Found(k, k, k, k, owner.party, owner.name, "pronoun", explicit=True))
            if piece.key == "it":  # what "it" stands for is spoken of still
                by_sentence.setdefault(sentence_of[k], []).append(replace(owner, first=k, last=k))

    return out


def _sentences(scene: Scene) -> list[int]:
    """The sentence of every piece."""
    out = [0] * len(scene.ps)
    for index, (first, last) in enumerate(scene.bounds):
        for k in range(first, last + 1):
            out[k] = index
    return out


def _antecedent(
    scene: Scene, by_sentence: Mapping[int, Sequence[Found]], here: int, k: int, reach: int
) -> Found | None:
    """The first fitting mention of this sentence before the pronoun, else of the sentences before it (`reach` of them).

    The first of a sentence is mostly its subject, and subjects are what pronouns take up. "He added" is whoever spoke
    before, and nobody who was only spoken of: "A woman was hurt, the governor said. He added that two cars burned."
    """
    word = scene.ps[k].key
    for back in range(reach + 1):
        fitting = [f for f in by_sentence.get(here - back, ()) if f.last < k and _fits(f, word)]
        if back and word in HE and scene.ps[min(k + 1, len(scene.ps) - 1)].key in saying().forms:
            fitting = [f for f in fitting if f.form != "pronoun" and speaks(scene, f)][-1:] or fitting
        if word in HE and any(f.form == "person" for f in fitting):
            fitting = [f for f in fitting if f.form == "person"]
        if not fitting and not back and word in IT:
            fitting = [f for f in by_sentence.get(here, ()) if f.last < k and _speaks_for_a_body(f)]
        if fitting:
            return fitting[0]
    return None


def _speaks_for_a_body(item: Found) -> bool:
    """Whether a mention is of one who speaks for the body that his words name: "a source in the SBU said its arms"."""
    return item.form == "office" and item.sort == "any" and item.explicit and item.party is not None


def _body_speaking(scene: Scene, here: Sequence[Found], k: int) -> Found | None:
    """The body that says right before a pronoun what "they" did: "the Houthi group said on Monday that they hit"."""
    said = [f for f in here if f.last < k and f.party is not None and f.form != "person" and speaks(scene, f)]
    return said[-1] if said and k - said[-1].last <= NEAR else None


def _fits(item: Found, word: str) -> bool:
    if word in HE:
        return item.form == "person" or (
            item.sort in ("national", "local", "any", "private")
            and item.core[-1] not in titles().several
            and not item.core[-1].endswith("s")
        )
    plural = bool(item.core) and item.core[-1].endswith("s")
    ends = fold(item.name.split()[-1]).endswith("s") if item.name.split() else False
    if word in THEY:
        return item.form != "person" and (plural or ends or item.form == "description")
    if item.form in ("description", "demonym") and not titles().group_words.isdisjoint(item.core[-1:]):
        return True  # "a militia group said that it had fired", "the Houthi movement said it had"
    return item.form in ("name", "metonym") or (
        item.form in ("office", "demonym") and item.sort in ("body", "local_body", None)
    )
