"""The user's own places, and GeoNames dumps: what is taken in, what is refused, and who finds it later."""

import zipfile
from pathlib import Path

import pytest

from fogline.errors import GazetteerError
from fogline.gazetteer import Gazetteer, build, data, manage, own
from fogline.gazetteer.dump import Tally, alternate_names, places_of

HEADING = "name,country,region,lat,lon,kind,also\n"


def row(
    number: int = 7,
    name: str = "Nove",
    also: str = "Novoye,Нове",
    lat: str = "48.1",
    lon: str = "37.2",
    feature: str = "P\tPPL",
    country: str = "UA",
    region: str = "05",
    population: str = "40",
) -> str:
    """A row of a dump in GeoNames' columns."""
    parts = [str(number), name, name, also, lat, lon, feature, country, "", region, "", "", "", population]
    return "\t".join([*parts, "", "100", "Europe/Kyiv", "2024-01-01"])


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Folders of one's own, and a world without cities and villages."""
    monkeypatch.setenv(build.CACHE_VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setenv(own.DATA_VARIABLE, str(tmp_path / "data"))
    monkeypatch.setattr(build, "cities", lambda: [])
    monkeypatch.setattr(data, "settlements", lambda: ())
    return tmp_path


def dump(folder: Path, *rows: str, name: str = "UA") -> Path:
    path = folder / f"{name}.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "read me first\n" * 1000)
        archive.writestr(f"{name}.txt", "".join(f"{line}\n" for line in rows))
    return path


def csv_file(folder: Path, rows: str, heading: str = HEADING) -> Path:
    path = folder / "mine.csv"
    path.write_text(heading + rows, encoding="utf-8")
    return path


def test_an_own_place_is_found_by_all_its_names_later(small: Path) -> None:
    assert manage.add(csv_file(small, "Dovhe,UA,Donetsk,48.1,37.2,,Dolgoye|Довге\n")) == (1, 1)
    for name in ("Dovhe", "Dolgoye", "Довге"):
        place = Gazetteer.open().lookup(name)[0].place
        assert (place.name, place.country, place.region, place.lat) == ("Dovhe", "UA", "Donetsk", 48.1)


def test_places_added_twice_are_there_once(small: Path) -> None:
    manage.add(csv_file(small, "Dovhe,UA,,48.1,37.2,,\n"))
    assert manage.add(csv_file(small, "Dovhe,UA,,48.1,37.2,,Dolgoye\nPost 7,UA,,48.2,37.3,facility,\n")) == (1, 2)
    assert [c.kind for c in Gazetteer.open().lookup("Post 7")] == ["facility"]
    assert len(Gazetteer.open().lookup("Dolgoye")) == 1


def test_an_addition_leaves_one_index(small: Path) -> None:
    build.ensure()
    manage.add(csv_file(small, "Dovhe,UA,,48.1,37.2,,\n"))
    assert len(list((small / "cache").iterdir())) == 1


REFUSED = [
    ("", "name,lat,lon\n", "lacks the column country"),
    (",UA,,48.1,37.2,,\n", HEADING, "line 2: the name is empty"),
    ("Dovhe,UKR,,48.1,37.2,,\n", HEADING, "country 'UKR' is no ISO 3166-1 code"),
    ("Dovhe,UA,Texas,48.1,37.2,,\n", HEADING, "region 'Texas' is no first-level region of UA"),
    ("Dovhe,UA,,98.1,37.2,,\n", HEADING, "lat '98.1' is no number of degrees from -90 to 90"),
    ("Dovhe,UA,,nan,37.2,,\n", HEADING, "lat 'nan'"),
    ("Ok,UA,,48.1,37.2,,\nDovhe,UA,,48.1,east,,\n", HEADING, "line 3: lon 'east'"),
    ("Dovhe,UA,,48.1,37.2,castle,\n", HEADING, "kind 'castle'"),
    ("Ok,UA,,48.1,37.2,,\nDov\0he,UA,,48.1,37.2,,\n", HEADING, "line 3: the name 'Dov.x00he' holds a control"),
    ("Dovhe,UA,,48.1,37.2,,Dol|Do\x07l\n", HEADING, "line 2: the name 'Do.x07l' holds a control"),
    ('"Dov\nhe",UA,,48.1,37.2,,\n', HEADING, "holds a control character"),
    ("---,UA,,48.1,37.2,,\n", HEADING, "line 2: the name '---' holds no letter"),
    (f"{'Do' * 200},UA,,48.1,37.2,,\n", HEADING, "is longer than 200 characters"),
    (f"{'Do' * 99999},UA,,48.1,37.2,,\n", HEADING, "field larger than field limit"),
    ("", HEADING, "names its columns but holds no row"),
]


@pytest.mark.parametrize(("rows", "heading", "says"), REFUSED)
def test_a_row_that_is_no_place_refuses_the_whole_file(small: Path, rows: str, heading: str, says: str) -> None:
    with pytest.raises(GazetteerError, match=says):
        manage.add(csv_file(small, rows, heading))
    assert own.own_places() == ()


def test_columns_may_be_written_in_capitals(small: Path) -> None:
    assert manage.add(csv_file(small, "Dovhe,UA,48.1,37.2\n", "Name, Country,LAT,Lon\n")) == (1, 1)


def test_a_bad_row_among_the_places_kept_is_told_with_its_file(small: Path) -> None:
    (small / "data").mkdir()
    kept = small / "data" / own.OWN_FILE
    kept.write_text("name,country,lat,lon\nDovhe,UA,48.1,37.2\nDov\0he,UA,48.1,37.2\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"places\.csv, line 3: the name"):
        Gazetteer.open()


def test_a_place_without_a_region_gets_that_of_its_neighbours(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    city = next(places_of(_plain(small), (), Tally()))
    monkeypatch.setattr(build, "cities", lambda: [city])
    manage.add(csv_file(small, "Dovhe,UA,,48.2,37.3,,\nFarhe,UA,,51.9,24.0,,\n"))
    assert [Gazetteer.open().lookup(name)[0].place.region for name in ("Dovhe", "Farhe")] == ["Donetsk", None]


@pytest.mark.parametrize("name", ["\udcff", "Kyiv\ud800", "ab" * 100_000])
def test_what_is_no_name_is_found_nowhere(small: Path, name: str) -> None:
    gazetteer = Gazetteer.open()
    assert gazetteer.lookup(name) == gazetteer.fuzzy(name, frozenset({"UA"})) == ()


def test_every_settlement_of_a_dump_is_found(small: Path) -> None:
    base = row(8, "Post", "", feature="S\tMILB", population="0")
    path = dump(small, row(), base, row(9, "Kurhanne", feature="T\tHLL"), row(10, "Kvartalne", feature="P\tPPLX"))
    assert [(tally.rows, tally.kept) for _, tally in manage.build([path])] == [(4, 2)]
    gazetteer = Gazetteer.open()
    found = gazetteer.lookup("Нове")[0]
    assert (found.place.name, found.place.region, found.place.geonameid, found.population) == ("Nove", "Donetsk", 7, 40)
    assert [c.kind for c in gazetteer.lookup("Post")] == ["facility"]
    assert gazetteer.lookup("Kurhanne") == gazetteer.lookup("Kvartalne") == ()


def test_only_the_countries_asked_for_are_taken(small: Path) -> None:
    manage.build([dump(small, row(), row(8, "Staroye", country="RU", region="24"))], of=["RU"])
    assert Gazetteer.open().lookup("Nove") == ()
    assert Gazetteer.open().lookup("Staroye")
    with pytest.raises(GazetteerError, match="'XX' is no ISO"):
        manage.build([], of=["XX"])


def test_a_new_dump_replaces_the_one_of_its_name(small: Path) -> None:
    manage.build([dump(small, row())])
    manage.build([dump(small, row(8, "Inshe", ""))])
    assert Gazetteer.open().lookup("Nove") == ()
    assert Gazetteer.open().lookup("Inshe")


def test_alternate_names_are_names_but_not_codes(small: Path) -> None:
    names = small / "alternateNamesV2.txt"
    names.write_text(
        "1\t7\ten\tNewtown\t\t\n2\t7\tlink\thttps://example.org\n3\t7\tpost\t85000\n4\t99\ten\tElsewhere\n"
    )
    manage.build([dump(small, row())], names)
    assert Gazetteer.open().lookup("Newtown")[0].place.name == "Nove"
    assert alternate_names(names, {7}) == {7: ["Newtown"]}


def test_rows_that_are_none_are_counted(small: Path) -> None:
    path = small / "UA.txt"
    path.write_text(f"no row\n{row()}\n{row(lat='200')}\n{row(number=8, population='many')}\n", encoding="utf-8")
    tally = Tally()
    assert [city["name"] for city in places_of(path, (), tally)] == ["Nove"]
    assert (tally.rows, tally.bad, tally.first_bad) == (4, 3, [1, 3, 4])


def test_what_is_no_dump_is_told(small: Path) -> None:
    path = small / "UA.zip"
    path.write_bytes(b"no archive")
    with pytest.raises(GazetteerError, match="cannot read"):
        manage.build([path])
    path = small / "novel.txt"
    path.write_text("It was a dark night.\n")
    with pytest.raises(GazetteerError, match="no dump of GeoNames"):
        manage.build([path])
    with pytest.raises(GazetteerError, match="cannot read"):
        manage.build([small / "missing.zip"])


def test_a_place_known_already_gets_the_dumps_names(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    city = next(places_of(_plain(small), (), Tally()))
    monkeypatch.setattr(build, "cities", lambda: [city])
    manage.build([dump(small, row(also="Pershe"))])
    assert [c.place.geonameid for c in Gazetteer.open().lookup("Pershe")] == [7]
    assert len(Gazetteer.open().lookup("Nove")) == 1


def _plain(folder: Path) -> Path:
    path = folder / "one.txt"
    path.write_text(row() + "\n", encoding="utf-8")
    return path


def test_info_counts_what_there_is(small: Path) -> None:
    manage.add(csv_file(small, "Dovhe,UA,,48.1,37.2,,\n"))
    manage.build([dump(small, row())])
    found = manage.info()
    assert (found.own, found.dumps) == (1, ("dump-UA.jsonl.gz",))
    assert found.places["country"] > 200
    assert found.names > found.places["region"]
