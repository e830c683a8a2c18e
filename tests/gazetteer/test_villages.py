"""The package's villages: every row lies where it says, and none is taken for a namesake that the text places."""

from itertools import combinations

import pytest

import fogline
from fogline.gazetteer import Gazetteer, data
from fogline.gazetteer.borders import is_inside, km_to_country
from fogline.gazetteer.compile import SAME_PLACE_KM

COAST_KM = 8.0  # the outlines of countries are good to a few kilometres
ISLANDS = {
    "Abd al-Kuri",
    "Abu Musa",
    "Agathonisi",
    "Al-Basra Oil Terminal",
    "Baengnyeong Island",
    "Barren Island",
    "Bhasan Char",
    "Car Nicobar",
    "Delft Island",
    "Dongyin",
    "Durra",
    "Failaka",
    "Farmakonisi",
    "Farsi Island",
    "Galang",
    "Gavdos",
    "Greater Tunb",
    "Green Island prison",
    "Half Moon Shoal",
    "Hanish Islands",
    "Hormuz Island",
    "Imrali",
    "Incheon International Airport",
    "Iroquois Reef",
    "Itu Aba",
    "Kamaran Island",
    "Kastellorizo",
    "Kayts",
    "King Fahd Causeway",
    "Kish Island",
    "Larak Island",
    "Lavan Island",
    "Lihir",
    "Mavulis Island",
    "Mischief Reef",
    "Nainativu",
    "Pesalai",
    "Pratas Islands",
    "Reed Bank",
    "Rempang",
    "Sabina Shoal",
    "Sanafir",
    "Sebatik",
    "Siachen",
    "Sibutu",
    "Sirri Island",
    "St Martin's Island",
    "Strait of Hormuz",
    "Talaimannar",
    "Thitu Island",
    "Tiran Island",
    "Whitsun Reef",
    "Woody Island",
    "Yeonpyeong Island",
    "Zuqar Island",
}  # not outlined
VILLAGES = [entry for entry in data.settlements() if entry.village]


def test_every_village_lies_in_its_country() -> None:
    outside = [
        (entry.country, entry.name)
        for entry in VILLAGES
        if entry.name not in ISLANDS
        and not is_inside(entry.lat, entry.lon, entry.country)
        and (km_to_country(entry.lat, entry.lon, entry.country) or 0.0) > COAST_KM
    ]
    assert len(VILLAGES) > 1000
    assert outside == []


@pytest.mark.parametrize("name", ["Lozova", "Mala Tokmachka", "Anefis", "Khor Mor"])
def test_a_place_that_two_files_name_is_one(name: str) -> None:
    found = [c.place for c in Gazetteer.open().lookup(name) if c.kind in ("settlement", "facility")]
    assert found
    assert all(one.km_to(other) > SAME_PLACE_KM for one, other in combinations(found, 2))


def test_every_region_of_a_village_is_one_of_its_country() -> None:
    codes = {region.code for region in data.regions()}
    assert not [(v.country, v.name) for v in VILLAGES if v.region and f"{v.country}.{v.region}" not in codes]


@pytest.mark.parametrize(
    ("text", "words", "precision"),
    [
        ("Shells hit Starytsia in Ukraine's Kharkiv region.", "Starytsia", "settlement"),
        ("Shells hit the villages of Krasne, Bilyky and Zhurbyne in Ukraine's Sumy region.", "Bilyky", "region"),
    ],
)
def test_a_village_is_where_the_text_says(text: str, words: str, precision: str) -> None:
    found = [m.place for m in fogline.places(text) if m.text == words]
    assert [place and place.precision for place in found] == [precision]
