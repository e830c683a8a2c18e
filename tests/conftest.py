"""What many tests share: the parser, loaded once."""

import pytest
from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> Language:
    from fogline.read.parse import parser

    return parser()
