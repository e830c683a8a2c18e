"""Whose word a channel's report is: that of the body that publishes it, also where the report names it in full."""

import pytest

from fogline.gazetteer import Gazetteer
from fogline.model import Report
from fogline.read.reader import Reader


@pytest.mark.parametrize(
    ("source", "text", "voices"),
    [
        (
            "the emergency service's channel",
            "Two people died in a missile strike on Sumy. Ukraine's State Emergency Service sent divers.",
            {("the emergency service", "Ukraine")},
        ),
        ("the emergency service's channel", "Two people died in a missile strike on Sumy.", {(None, None)}),
        (
            "the service's channel",
            "Two people died in a missile strike on Sumy. Ukraine's State Emergency Service sent divers.",
            {(None, None)},
        ),
    ],
)
def test_the_owner_of_a_channel(nlp, source, text, voices):
    told = Reader(nlp, Gazetteer.open()).read(Report("r1", source, None, "Sumy", text, "2025-03-10", "en")).claims
    assert {(None if claim.by == source else claim.by, claim.side) for claim in told} == voices
