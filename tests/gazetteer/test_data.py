"""Every entry of the gazetteer's own data files is well formed."""

from fogline.gazetteer import data

COUNTRIES = {entry.iso2 for entry in data.countries()}
REGIONS = {entry.code for entry in data.regions()}


def _on_earth(lat: float, lon: float) -> bool:
    return -90 <= lat <= 90 and -180 <= lon <= 180


def test_every_country_has_a_code_a_name_and_a_centre() -> None:
    for entry in data.countries():
        assert len(entry.iso2) == 2
        assert entry.iso2.isupper()
        assert entry.name
        assert _on_earth(entry.lat, entry.lon)


def test_every_inhabited_state_has_a_capital_and_demonyms() -> None:
    at_war = "UA RU IL PS LB SY YE SD SS ML BF NE NG CM CF CD MZ MM IN PK AF IR IQ ET SO HT CO EC MX AZ AM LK TR LY TD"
    known = {entry.iso2: entry for entry in data.countries()}
    for iso2 in at_war.split():
        assert known[iso2].capitals, iso2
        assert known[iso2].adjectives, iso2


def test_every_region_belongs_to_a_country_and_has_one_row() -> None:
    codes = [entry.code for entry in data.regions()]
    assert len(codes) == len(set(codes))
    for entry in data.regions():
        assert entry.code.split(".")[0] in COUNTRIES
        assert entry.name
        assert _on_earth(entry.lat, entry.lon)


def test_every_area_lies_in_known_countries_and_regions() -> None:
    for entry in data.areas():
        assert entry.country is None or entry.country in COUNTRIES, entry.name
        assert set(entry.parts) <= COUNTRIES | REGIONS, entry.name
        assert _on_earth(entry.lat, entry.lon), entry.name


def test_every_district_lies_in_a_known_region() -> None:
    for entry in data.districts():
        assert entry.region in REGIONS, entry.name
        assert _on_earth(entry.lat, entry.lon), entry.name


def test_every_settlement_lies_in_a_known_country_and_region() -> None:
    for entry in data.settlements():
        assert entry.country in COUNTRIES, entry.name
        assert entry.region is None or f"{entry.country}.{entry.region}" in REGIONS, entry.name
        assert _on_earth(entry.lat, entry.lon), entry.name


def test_adjectives_of_regions_name_a_region_or_area() -> None:
    names = {entry.name for entry in data.areas()} | {entry.name for entry in data.regions()}
    assert set(data.region_adjectives().values()) <= names
