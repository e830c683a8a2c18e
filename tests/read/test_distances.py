"""Which distances does a text state, and does the map agree?"""

import time

import pytest

from fogline.gazetteer import opened
from fogline.gazetteer.borders import is_inside, km_to_country
from fogline.read.distances import find_distances

# A text with the distance in braces, the kilometres stated, what from, the country or place, whether the map agrees.
STATED = [
    ("Kazan in Russia is {about 1,000 km from the border with Ukraine}.", 1000, "border", "UA", True),
    ("Drones hit Kazan, {some 900 km from the Ukrainian border}.", 900, "border", "UA", True),
    ("Ukraine hit Engels in Russia, {500 km from the border}. Ukraine said so.", 500, "border", "UA", True),
    ("Belgorod lies {24 miles from the Ukrainian border}.", 38.6, "border", "UA", True),
    ("Missiles hit Lviv, {70 km from the Polish border}.", 70, "border", "PL", True),
    ("Shells hit Izyum, {110 km southeast of Kharkiv} in Ukraine.", 110, "place", "Kharkiv", True),
    ("Shells hit Izyum, {500 km southeast of Kharkiv} in Ukraine.", 500, "place", "Kharkiv", False),
    ("A depot burned {160 km from the front line}.", 160, "line", None, None),
    ("A depot burned {12 km (7 miles) west of Bakhmut} in Ukraine.", 12, "place", "Bakhmut", None),
]


@pytest.mark.parametrize(("marked", "km", "against", "to", "agrees"), STATED)
def test_a_distance_is_read_and_measured(
    marked: str, km: float, against: str, to: str | None, agrees: bool | None
) -> None:
    words = marked[marked.index("{") + 1 : marked.index("}")]
    text = marked.replace("{", "").replace("}", "")
    stated = find_distances(text, opened())
    assert [one.text for one in stated] == [words]
    one = stated[0]
    assert (round(one.km, 1), one.against, one.country or (one.place and one.place.name)) == (km, against, to)
    assert one.agrees is agrees
    assert text[one.start : one.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "The road is 40 km long.",
        "A range of 300 km was claimed.",
        "They marched 20 km in the rain.",
        "The plane flew at 900 km per hour.",
        "Prices rose by 5 from 4.",
    ],
)
def test_other_lengths_are_no_distances_from_a_place(text: str) -> None:
    assert find_distances(text, opened()) == []


@pytest.mark.parametrize(
    ("name", "lat", "lon", "iso2"),
    [
        ("Simferopol", 44.95, 34.10, "UA"),
        ("Sevastopol", 44.60, 33.53, "UA"),
        ("Belgorod", 50.61, 36.58, "RU"),
        ("Gaza", 31.50, 34.46, "PS"),
        ("Kabul", 34.5, 69.2, "AF"),
    ],
)
def test_a_town_lies_in_its_country(name: str, lat: float, lon: float, iso2: str) -> None:
    assert is_inside(lat, lon, iso2), name
    assert not is_inside(lat, lon, "FR")


def test_a_distance_over_the_date_line_is_short() -> None:
    assert km_to_country(52.0, 179.9, "US") < 800  # the Aleutians from the sea between the hemispheres


def test_a_country_that_is_not_drawn_has_no_distance() -> None:
    assert km_to_country(0.0, 0.0, "ZZ") is None


def test_hostile_text_takes_no_longer_than_its_length() -> None:
    start = time.perf_counter()
    find_distances("about 1,000 km from the " * 4000, opened(), [])
    find_distances("1" * 100_000, opened(), [])
    assert time.perf_counter() - start < 5
