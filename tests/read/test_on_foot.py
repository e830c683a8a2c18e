"""Soldiers who destroy what the foe holds have fought for it; what an army or a state destroys may be hit from afar."""

import pytest
from spacy.language import Language

from fogline.gazetteer import Gazetteer
from fogline.model import Report
from fogline.read.reader import Reader

DESTROYED = [
    ("Troops destroyed a camp of the bandits in Zurmi, Nigeria, on Saturday and killed 12 of them.", "ground_battle"),
    ("Burkinabe soldiers destroyed two rebel bases in Djibo on Saturday.", "ground_battle"),
    ("Somali commandos destroyed an al-Shabaab base in Jilib on Saturday.", "ground_battle"),
    ("Gendarmes destroyed a checkpoint of the militia in Beni, Congo, on Saturday.", "ground_battle"),
    ("Russia destroyed a Ukrainian base in Sumy on Saturday.", "air_drone_strike"),
    ("The army bombed two rebel bases in Djibo, Burkina Faso, on Saturday.", "air_drone_strike"),
    ("Ukrainian drones destroyed two Russian bases in Tokmak on Saturday.", "air_drone_strike"),
]


@pytest.mark.parametrize(("sentence", "kind"), DESTROYED)
def test_what_destroyed_a_base(nlp: Language, sentence: str, kind: str) -> None:
    report = Report("r", "Wire", None, "Situation update", sentence, "2025-03-10", "en")
    assert [c.type for c in Reader(nlp, Gazetteer.open()).read(report).claims] == [kind]


@pytest.mark.parametrize(
    ("words", "lemma"), [("two rebel bases", "base"), ("nine corpses", "corpse"), ("the basis", "basis")]
)
def test_plurals_have_the_lemma_that_is_meant(nlp: Language, words: str, lemma: str) -> None:
    assert nlp(f"Soldiers found {words} there.")[-3].lemma_ == lemma
