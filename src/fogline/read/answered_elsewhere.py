"""What is answered where the report tells nothing of it: "the reply to Bannu", "in response to Friday's attack"."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from fogline.lexicon.answers import answers
from fogline.lexicon.phrases import words
from fogline.model import Named
from fogline.read.answered import points_back
from fogline.read.placing import Found
from fogline.read.text import Sentence

ARTICLES = frozenset({"the", "what", "a"})


def name_of(
    doc: Doc, sentence: Sentence, found: Found, start: int, end: int, *, of_doers: bool = False
) -> Named | None:
    """What the words at a stretch of a sentence name; None where nobody could tell by them which deed is meant.

    A day alone names a deed only together with a word that stands for one: "Friday's attack", not "Friday's speech".
    Who did it stands for the deed too (`of_doers`): "the killers of [the passengers at Rakhni]".
    """
    low, high = sentence.start + start, sentence.start + end
    places = [p for p in found.places.get(sentence.index, ()) if p.role == "place" and low <= p.start < high]
    dates = [d for d in found.dates.get(sentence.index, ()) if low <= d.start < high]
    keys = frozenset(word.key for word in words(sentence.text[start:end]))
    names = names_in(doc, sentence, found, start, end)
    stands = of_doers or points_back(keys) or bool(keys & answers().mourned)
    if not (stands or name_ahead(doc, sentence, found, start) is not None) or not (places or names or dates):
        return None
    days = next((d.days for d in dates if d.days), None)
    return Named(tuple(p.place for p in places if p.place), names, days)


def names_in(doc: Doc, sentence: Sentence, found: Found, start: int, end: int) -> tuple[str, ...]:
    """The names in a stretch of a sentence that can be a village's, as they stand there."""
    return _names([t for t in doc if start <= t.idx < end and _is_name(t, sentence, found)])


def name_ahead(doc: Doc, sentence: Sentence, found: Found, start: int) -> int | None:
    """Where the name begins, in the report, that a stretch of a sentence begins with: "revenge for [Izium]"."""
    first = next((t for t in doc if t.idx >= start and t.is_alpha and t.lower_ not in ARTICLES), None)
    return sentence.start + first.idx if first is not None and _is_name(first, sentence, found) else None


def _names(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Words with a capital, those side by side as one name."""
    names: list[list[Token]] = []
    for token in tokens:
        if names and names[-1][-1].i == token.i - 1:
            names[-1].append(token)
        else:
            names.append([token])
    return tuple(dict.fromkeys(" ".join(t.text for t in name) for name in names))


def _is_name(token: Token, sentence: Sentence, found: Found) -> bool:
    """Whether a word is part of a name that can be a village's: no day, no party's or people's name."""
    if token.pos_ != "PROPN" or not token.text[:1].isupper():
        return False
    at, index = sentence.start + token.idx, sentence.index
    taken = [(d.start, d.end) for d in found.dates.get(index, ())]
    taken += [(p.start, p.end) for p in found.parties.get(index, ())]
    taken += [(p.start, p.end) for p in found.places.get(index, ()) if p.role != "place"]
    return not any(start <= at < end for start, end in taken)
