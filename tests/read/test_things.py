"""With what, against what, with which effect."""

import pytest

from fogline.read.things import find_things, values

CASES = [
    ("A Shahed drone hit an oil depot.", "weapon", ["drone"]),
    ("Two ballistic missiles struck the town.", "weapon", ["ballistic_missile"]),
    ("They fired mortars and Grad rockets.", "weapon", ["artillery", "rocket"]),
    ("The new grad student came home.", "weapon", []),
    ("Warplanes dropped guided aerial bombs.", "weapon", ["airstrike", "glide_bomb"]),
    ("The raid hit a drone workshop.", "weapon", []),
    ("Two F-16s and a Su-24 crossed the border.", "weapon", ["airstrike"]),
    ("The F-150 was parked outside.", "weapon", []),
    ("A sea drone hit a tanker in the port.", "against", ["ship", "port"]),
    ("The blast tore through a block of flats and a clinic.", "against", ["residential", "hospital"]),
    ("Windows in three houses were shattered.", "effects", ["building_damaged"]),
    ("The blast shattered windows and a fire broke out.", "effects", ["building_damaged", "fire"]),
    ("The airport was closed for two hours.", "effects", ["airport_closed"]),
    ("Half the city was left without electricity.", "effects", ["power_outage"]),
]


@pytest.mark.parametrize(("text", "kind", "expected"), CASES)
def test_words_are_taken_for_what_they_name(text: str, kind: str, expected: list[str]) -> None:
    assert values(find_things(text), kind) == expected


def test_the_longest_of_overlapping_words_counts() -> None:
    found = [t for t in find_things("It hit a nuclear power plant.") if t.kind == "against"]
    assert [(t.value, t.start) for t in found] == [("energy", 9)]
