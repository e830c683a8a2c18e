"""Which towns are only where the wounded died: "two of those hurt in Izium died in Kharkiv", "a fourth victim died in"?

Nothing happened there, and the dead are of the deed told before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from fogline.lexicon.numbers import number_words
from fogline.model import PlaceMention
from fogline.read.killed_there import died_late
from fogline.read.nearby import is_town
from fogline.read.text import Sentence

DYING = ("die", "succumb")


def mark_deathbeds(
    places: Sequence[PlaceMention], sentences: Sequence[Sentence], docs: Mapping[int, Doc]
) -> list[PlaceMention]:
    """The mentions, towns where the wounded only died with the role `other`, in a report that names several."""
    towns = [p for p in places if p.role == "place" and is_town(p)]
    if len({p.place.name for p in towns if p.place}) < 2:
        return list(places)
    only = {p for s in sentences if s.index in docs for p in _deathbeds(s, docs[s.index], towns)}
    return [replace(p, role="other") if p in only else p for p in places]


def _deathbeds(sentence: Sentence, doc: Doc, towns: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The towns that hang on a verb of dying whose subject was hurt, or counted, before."""
    here = [p for p in towns if sentence.start <= p.start < sentence.end]
    if not here:
        return []
    verbs = [t for t in doc if t.pos_ == "VERB" and t.lemma_.lower() in DYING]
    late = [v for v in verbs if died_late(v) or _one_more(v)]
    found = []
    for place in here:
        word = next((t for t in doc if t.idx <= place.start - sentence.start < t.idx + len(t)), None)
        verb = None if word is None else next((up for up in word.ancestors if up.pos_ in ("VERB", "AUX")), None)
        if verb in late and word is not None and word.i > verb.i:
            found.append(place)
    return found


def _one_more(verb: Token) -> bool:
    """Whether who died is one more of those counted before: "a fourth victim died"."""
    died = [c for c in verb.children if c.dep_ == "nsubj"]
    return any(t.lower_ in number_words().ordinals for c in died for t in c.children)
