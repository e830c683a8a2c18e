"""The names of the map: cities, without their districts."""

from fogline.serve.basemap import names_json


def _cities():
    return {one["properties"]["name"] for one in names_json()["features"] if one["properties"]["of"] == "city"}


def test_cities_are_named_and_their_districts_are_not():
    cities = _cities()
    assert {
        "Kyiv",
        "Kharkiv",
        "Kazan",
        "Irpin",
        "Brovary",
        "Khimki",
        "Makiivka",
        "Bucharest",
        "Mariupol",
        "Khmelnytskyi",
    } <= cities
    assert cities.isdisjoint({"Rayon KTZ", "Saltivka", "Sector 1", "Sector 6", "Obolon"})
