"""In a fight of which both sides count their dead, who attacked whom stays as its deed tells it."""

import pytest
from spacy.language import Language

from fogline.gazetteer import Gazetteer
from fogline.model import Report
from fogline.read.reader import Reader

RAID = "Gunmen attacked an army post at Ansongo in Mali on Saturday, an official said. "

# What is told after the raid, who did it and to whom.
LOSSES = [
    ("The army said five soldiers had been killed.", set(), {"Mali"}),
    ("The army said five soldiers had been killed and that troops killed 20 of the attackers.", set(), {"Mali"}),
    ("Five soldiers died. Soldiers killed 20 terrorists and seized weapons, the army said.", set(), {"Mali"}),
    ("The JNIM group said it had killed 27 soldiers.", {"JNIM"}, {"Mali"}),
    (
        "JNIM said it had killed 27 soldiers. Nearly 20 jihadists died in the exchange, the army said.",
        {"JNIM"},
        {"Mali"},
    ),
]
# Where no raid of others is told, who killed them did it.
NEAR_MISSES = [
    ("Troops killed 20 JNIM fighters near Ansongo in Mali on Saturday, the army said.", {"Mali"}, {"JNIM"}),
    (
        "JNIM attacked a post near Ansongo in Mali on Saturday. Three UN peacekeepers died.",
        {"JNIM"},
        {"United Nations"},
    ),
]


@pytest.mark.parametrize(("text", "actors", "targets"), [*((RAID + text, a, t) for text, a, t in LOSSES), *NEAR_MISSES])
def test_who_attacked_whom(nlp: Language, text: str, actors: set[str], targets: set[str]) -> None:
    claims = (
        Reader(nlp, Gazetteer.open()).read(Report("r1", None, None, "What happened", text, "2025-03-10", "en")).claims
    )
    assert {party for claim in claims for party in claim.actor} == actors
    assert {party for claim in claims for party in claim.target} == targets
