"""Whose are "it" and "its" behind a verb of saying: who speaks, and not who was named first in the sentence."""

import pytest
from spacy.language import Language

from fogline.gazetteer import Gazetteer
from fogline.model import Report
from fogline.read.reader import Reader


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp, Gazetteer.open())


@pytest.mark.parametrize(
    "said", ["its fighters hit", "its drones had hit", "its own drones had set fire to", "it hit", "that it had hit"]
)
@pytest.mark.parametrize("speaker", ["while Ukraine's military said", "while Kyiv said", "and Ukraine said"])
def test_what_a_speaker_tells_of_itself_is_its_own_deed(reader: Reader, speaker: str, said: str):
    text = f"Five people died in a Russian strike on Poltava, {speaker} {said} a refinery in Syzran."
    report = Report("r1", None, None, "What is known", text, "2026-02-12", "en")
    deeds = {(c.place.name, c.actor, c.target) for c in reader.read(report).claims if c.place}
    assert deeds == {("Poltava", ("Russia",), ("Ukraine",)), ("Syzran", ("Ukraine",), ("Russia",))}


def test_who_speaks_is_not_whose_the_object_is(reader: Reader):
    text = "Hezbollah shelled a depot in Safed on Thursday, and Israel said nine of its rockets were shot down."
    report = Report("r1", None, None, "What is known", text, "2026-02-12", "en")
    assert {c.actor for c in reader.read(report).claims} == {("Hezbollah",)}
