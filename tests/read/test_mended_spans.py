"""Where an attack was, where a span of time parts it from its place."""

import pytest

from fogline.model import Report
from fogline.read import Reader

PLACED = [
    (
        "Ukrainian drones struck a depot in Engels on Saturday in payback for two strikes within a week on Kharkiv.",
        {"Engels", "Kharkiv"},
    ),
    (
        "Israeli jets bombed Sidon on Friday in what the army called an answer to two rocket attacks in four days on"
        " Kiryat Shmona.",
        {"Sidon", "Kiryat Shmona"},
    ),
    ("A strike on Sunday on the port of Tyre killed four.", {"Tyre"}),
    ("A rebel raid late on Saturday on the town of Bambari killed six.", {"Bambari"}),
    ("Drone attacks overnight on Odesa killed five people, the governor said.", {"Odesa"}),
    ("A bombing in Bannu on Saturday killed nine, police said on Sunday.", {"Bannu"}),
]


@pytest.mark.parametrize(("text", "places"), PLACED)
def test_a_place_behind_a_span_of_time_is_that_of_the_attack_before_it(
    reader: Reader, text: str, places: set[str]
) -> None:
    claims = reader.read(Report("r1", "wire", None, "Report", text, "2025-03-10", "en")).claims
    assert {c.place.name for c in claims if c.place} == places
