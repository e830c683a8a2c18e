"""The remembered rules of the attribute ruler give what the ruler itself gives."""

from typing import Any

import pytest
from spacy.pipeline import AttributeRuler

from fogline.read.parse import parser

TEXTS = (
    "Rebels shelled the town of Deir Hafer on Monday, and nobody was hurt.",
    "They ain't gonna go, so let's ask: is there  a truce that y'all want?",
    "Neither side said nothin' about whether, or when, it'd have to leave.",
    "She has had that done, and that is what the others did not do.",
)


@pytest.fixture(scope="module")
def nlp() -> Any:
    return parser()


@pytest.mark.parametrize("text", TEXTS)
def test_same_matches_when_first_seen_and_when_known(nlp: Any, text: str) -> None:
    ruler = nlp.get_pipe("attribute_ruler")
    with nlp.select_pipes(disable=["attribute_ruler", "lemmatizer"]):
        doc = nlp(text)
    told = AttributeRuler.match(ruler, doc)
    assert told
    assert ruler.match(doc) == told
    assert ruler.match(doc) == told
