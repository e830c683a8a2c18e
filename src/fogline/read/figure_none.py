"""What does a sentence say that there was none of: "no casualties", "nobody was hurt", "no reports of deaths"?"""

from spacy.tokens import Token

from fogline.lexicon.figures import count_words
from fogline.model.figure import Figure
from fogline.read.counted import Count
from fogline.read.figure_found import FoundFigure

NEITHER = Figure(0, 0)


def is_nobody(item: FoundFigure) -> bool:
    """Whether no harm at all is meant: "no one was hurt", "no sailor was harmed"; "no sailor was hurt" says less.

    Where no civilian was harmed fighters may have been killed.
    """
    if item.telling is not None and item.telling.word.lemma_ == "harm":
        return item.count.noun is None or item.count.noun.lemma_.lower() != "civilian"
    words = item.count.head.doc.text[item.count.number_start : item.count.number_end].lower()
    return words in ("no one", "no-one", "nobody", "none") or (item.telling is not None and item.telling.role == "noun")


def zeros_of(count: Count) -> list[FoundFigure]:
    """The zeros of "no casualties" and "no injuries": neither killed nor injured."""
    marks = count_words().marks
    lemma = count.noun.lemma_.lower() if count.noun is not None else ""
    lower = count.noun.lower_ if count.noun is not None else ""
    names = {count.head.lower_, lower, lemma}
    names |= {other.lower_ for other in count.head.conjuncts} | _or_else(count) | _reported(count.head)
    figures = count_words().figures
    if any(t.lower_ in marks["lives"] for t in (count.noun or count.head).subtree):
        return [FoundFigure(count, "killed", NEITHER, count.start, count.end)]  # "there was no loss of life"
    if names & {*marks["casualties"], *marks["nothing"]}:
        return [FoundFigure(count, figure, NEITHER, count.start, count.end) for figure in ("killed", "injured")]
    told = [name for name in ("killed", "injured", "detained") if names & figures[name].nouns]
    return [FoundFigure(count, figure, NEITHER, count.start, count.end) for figure in told]


def _reported(head: Token) -> set[str]:
    """What there was no report of: "there were no reports of casualties"; not where it is said that it is early."""
    if head.lemma_.lower() not in count_words().marks["reports"] or any(c.dep_ == "amod" for c in head.children):
        return set()
    told = [inner for of in head.children if of.lower_ == "of" for inner in of.children if inner.dep_ == "pobj"]
    return {form for first in told for t in (first, *first.conjuncts) for form in (t.lower_, t.lemma_.lower())}


def _or_else(count: Count) -> set[str]:
    """The word joined right behind what there was none of: "no dead or wounded"."""
    last = count.noun or count.head
    behind = last.doc[last.i + 1 : last.i + 3]
    return {behind[1].lower_} if len(behind) > 1 and behind[0].lower_ in ("or", "nor", "and") else set()
