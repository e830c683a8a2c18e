"""What was done when somebody came was done on the day that he came, and where: "abducted when gunmen raided Bama".

The day and the town hang on the coming in the parse; what was done then has neither of its own.
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from fogline.read.telling import Telling

AT_ONCE = frozenset({"when", "as", "while"})


def with_day_of_coming(tellings: Sequence[Telling], start: int, doc: Doc) -> list[Telling]:
    """The tellings of a sentence that starts at `start`, a deed without a day or a town with those of the coming."""
    if len(tellings) == 1:
        return list(tellings)
    out = []
    for telling in tellings:
        word = _word(telling, start, doc)
        coming = [t for t in tellings if t is not telling and word is not None and _then(word, _word(t, start, doc))]
        out.append(_as_coming(telling, coming[0]) if telling.sort == "deed" and coming else telling)
    return out


def _as_coming(deed: Telling, coming: Telling) -> Telling:
    """A deed with the day and the town of a coming, where it has none of its own."""
    return replace(deed, date=deed.date or coming.date, places=deed.places or coming.places)


def _word(telling: Telling, start: int, doc: Doc) -> Token | None:
    """The verb of a telling's words, else the first of them."""
    inside = [t for t in doc if telling.span[0] <= start + t.idx < telling.span[1]]
    return next((t for t in inside if t.pos_ == "VERB"), inside[0] if inside else None)


def _then(verb: Token, other: Token | None) -> bool:
    """Whether another deed is told in the clause of time of this one."""
    clauses = [c for v in (verb, *verb.conjuncts) for c in v.children if c.dep_ == "advcl"]
    return other is not None and any(
        other == clause and any(c.lower_ in AT_ONCE for c in clause.children) for clause in clauses
    )
