"""Arms destroyed where they stand are what was hit; drones and missiles shot down were sent by their owner."""

import pytest
from spacy.language import Language

from fogline.gazetteer import Gazetteer
from fogline.model import Report
from fogline.read.reader import Reader

# A sentence, who acts and with what.
DESTROYED = [
    ("U.S. forces destroyed two Houthi missile launchers in Yemen on Friday.", ["United States"], []),
    (
        "U.S. forces destroyed three Houthi drones in a Houthi-controlled area of Yemen on Friday.",
        ["United States"],
        [],
    ),
    ("U.S. forces destroyed a Houthi missile that was prepared to launch on Friday.", ["United States"], []),
    ("U.S. forces destroyed two Houthi drones on the ground in Salif, Yemen, on Friday.", ["United States"], []),
    ("Israeli jets destroyed a Hezbollah missile in Tyre on Friday.", ["Israel"], []),
    ("U.S. forces destroyed two Houthi drones over the Red Sea on Friday.", ["Houthis"], ["drone"]),
    ("Russian forces destroyed two Ukrainian drones in Russia's Bryansk region on Friday.", ["Ukraine"], ["drone"]),
    ("Ukrainian forces shot down two Russian missiles over Kyiv on Friday.", ["Russia"], ["missile"]),
]


@pytest.mark.parametrize(("sentence", "actor", "weapon"), DESTROYED)
def test_whose_deed_it_is_that_arms_are_destroyed(
    nlp: Language, sentence: str, actor: list[str], weapon: list[str]
) -> None:
    report = Report("r", "Wire", None, "Situation update", sentence, "2025-03-10", "en")
    claims = Reader(nlp, Gazetteer.open()).read(report).claims
    assert [(list(c.actor), list(c.weapon)) for c in claims] == [(actor, weapon)]


KEPT = [
    ("Israel hit a cellar full of missiles in Tyre on Friday.", [], ["military"]),
    ("Israel hit a truck carrying rockets in Tyre on Friday.", [], ["military"]),
    ("Israel hit a cache of rockets in Tyre on Friday.", [], ["military"]),
    ("Hezbollah hit a house in Metula, Israel, with rockets on Friday.", ["rocket"], ["residential"]),
    ("Hezbollah hit a truck in Metula, Israel, with rockets on Friday.", ["rocket"], ["transport"]),
]


@pytest.mark.parametrize(("sentence", "weapon", "hit"), KEPT)
def test_munitions_that_lay_in_what_was_hit_hit_nothing(
    nlp: Language, sentence: str, weapon: list[str], hit: list[str]
) -> None:
    report = Report("r", "Wire", None, "Situation update", sentence, "2025-03-10", "en")
    (claim,) = Reader(nlp, Gazetteer.open()).read(report).claims
    assert (list(claim.weapon), list(claim.against)) == (weapon, hit)


def test_what_arms_are_launched_from_launches_none(nlp: Language) -> None:
    sentence = "Iraqi officers arrested four men at Dibis on Saturday and seized a launching rail and two drones."
    report = Report("r", "Wire", None, "Situation update", sentence, "2025-03-10", "en")
    assert [c.type for c in Reader(nlp, Gazetteer.open()).read(report).claims] == ["abduction_detention"]
