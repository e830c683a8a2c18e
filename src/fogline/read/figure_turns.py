"""How many are dead with the last of them: "she is the fifth victim of the strike", "the third person to die of it"?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc, Token

from fogline.lexicon.figures import count_words
from fogline.lexicon.numbers import number_words
from fogline.model.figure import Figure
from fogline.model.mention import FigureMention
from fogline.read.counted import Count
from fogline.read.figure_found import FoundFigure
from fogline.read.text import Sentence

TOLD_OF: Final = frozenset({"attr", "oprd", "xcomp", "dobj", "ROOT"})
AFTER: Final = 2  # sentences behind a heading
CLAUSES: Final = frozenset({"acl", "relcl", "advcl", "xcomp"})


def dead_in_turn(doc: Doc) -> list[FoundFigure]:
    """The dead of a deed by the turn of the last of them; not those of a year or of a war."""
    found = []
    for word in doc:
        turn = number_words().ordinals.get(word.lower_, 0)
        noun = word.head
        if turn > 1 and word.dep_ == "amod" and noun.i > word.i and _is_told(noun) and _is_dead(noun):
            start, end, value = word.idx, noun.idx + len(noun.text), Figure(turn, turn)
            count = Count(start, end, value, noun, noun, frozenset({"person"}), "number", start, start + len(word.text))
            found.append(FoundFigure(count, "killed", value, start, end))
    return found


def with_turns(
    figures: Mapping[int, Sequence[FigureMention]], sentences: Sequence[Sentence]
) -> dict[int, tuple[FigureMention, ...]]:
    """The figures by sentence, the one dead told right beside his turn no more than a part of those dead.

    "A driver died on Sunday. He is the third victim": three are dead. Below a heading he is told right away.
    """
    out = {at: tuple(told) for at, told in figures.items()}
    for at, told in figures.items():
        if not any(_in_turn(figure, sentences[at]) for figure in told):
            continue
        here = sentences[at]
        for near in (s for s in sentences[max(0, at - 1) : at + AFTER + 1] if s.index in out and s.index != at):
            if near.paragraph == here.paragraph if near.index < at else here.part == "headline":
                out[near.index] = tuple(replace(f, subset=True) if _is_one(f) else f for f in out[near.index])
    return out


def _in_turn(figure: FigureMention, sentence: Sentence) -> bool:
    opening = sentence.text[figure.start - sentence.start : figure.end - sentence.start].lower().split()
    return figure.figure == "killed" and bool(opening) and opening[0] in number_words().ordinals


def _is_one(figure: FigureMention) -> bool:
    return figure.figure == "killed" and figure.value == Figure(1, 1)


def _is_told(noun: Token) -> bool:
    """Whether that he is one is what is told: "is the third", "becoming the third", a headline that opens with it."""
    if noun.dep_ == "ROOT":
        return noun.left_edge.i == 0
    return noun.dep_ in TOLD_OF and noun.head.lemma_.lower() in count_words().marks["in_turn"]


def _is_dead(noun: Token) -> bool:
    marks, word = count_words().marks, noun.lemma_.lower()
    around = {token.lower_ for token in noun.subtree}
    if not around.isdisjoint(marks["spans"]):
        return False
    if word in marks["last_dead"]:
        return True
    dies = (c for c in noun.children if c.dep_ in CLAUSES)
    return word in marks["anyone"] and any(_is_of_death(verb) for verb in dies)


def _is_of_death(verb: Token) -> bool:
    if verb.lemma_.lower() == "lose":
        return any(c.lemma_.lower() == "life" for c in verb.children)
    return verb.lemma_.lower() in count_words().marks["of_death"]
