"""What many tests share: the parser, loaded once."""

import pytest
from hypothesis import HealthCheck, settings
from spacy.language import Language

# Laws, not speed: a busy machine is no failure.
settings.register_profile("laws", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("laws")


@pytest.fixture(scope="session")
def nlp() -> Language:
    from fogline.read.parse import parser

    return parser()
