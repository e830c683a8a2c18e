"""A body's branch in a land is no voice of that state's, and of two speakers each says his half."""

import pytest


@pytest.mark.parametrize(
    ("text", "by", "side"),
    [
        ("Amnesty International Nigeria said nine people had died.", "Amnesty International Nigeria", None),
        ("MSF Haiti said nine people had died.", "MSF Haiti", None),
        ("Human Rights Watch Sudan desk said nine people had died.", "Human Rights Watch Sudan desk", None),
        ("Haiti said nine people had died.", "Haiti", "Haiti"),
        ("President Joseph Aoun of Lebanon said nine people had died.", "Joseph Aoun", "Lebanon"),
    ],
)
def test_whose_voice_a_branch_is(voices, text, by, side):
    (voice,) = voices(text)
    assert (voice.by, voice.side) == (by, side)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The army says nine people died; the rebels say 30.", {"army": {9}, "rebels": {30}}),
        ("Nine people died; the wells are dry, the army says.", {"army": {9}}),
    ],
)
def test_each_half_of_a_sentence_has_its_speaker(claims, text, killed):
    found = claims(f"A bomb exploded at a market in Maiduguri, Nigeria, on Monday. {text}")
    for name, numbers in killed.items():
        said = {c.figures["killed"].low for c in found if c.by == name and "killed" in c.figures}
        assert said == numbers
