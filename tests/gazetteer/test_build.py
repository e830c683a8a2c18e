"""How does the index come to be, and what if two processes build it?"""

from pathlib import Path
from typing import Any

import pytest

from fogline.errors import GazetteerError
from fogline.gazetteer import build
from fogline.gazetteer.compile import compile_index
from fogline.gazetteer.index import Gazetteer
from fogline.gazetteer.store import META

CITY: dict[str, Any] = {
    "name": "Testove",
    "latitude": 49.0,
    "longitude": 36.0,
    "countrycode": "UA",
    "admin1code": "07",
    "population": 1200,
    "geonameid": 1,
    "alternatenames": ["Testowo", "TST", "ce shi", "Тестове"],
}


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A cache folder of one's own, and a world of one city to build from."""
    monkeypatch.setenv(build.CACHE_VARIABLE, str(tmp_path))
    monkeypatch.setattr(build, "cities", lambda: [CITY])
    return tmp_path


def test_the_index_is_built_once(small: Path) -> None:
    steps: list[float] = []
    folder = build.ensure(lambda _what, share: steps.append(share))
    assert steps == sorted(steps)
    assert steps[-1] == 1.0
    assert build.ensure(lambda _what, _share: pytest.fail("built again")) == folder
    assert [path.name for path in small.iterdir()] == [folder.name]


def test_a_city_is_found_by_names_but_not_by_codes(tmp_path: Path) -> None:
    compile_index([CITY], tmp_path, lambda _what, _share: None)
    gazetteer = Gazetteer.open(tmp_path)
    for name in ("Testove", "Testowo", "Тестове"):
        place = gazetteer.lookup(name)[0].place
        assert (place.name, place.country, place.region, place.geonameid) == ("Testove", "UA", "Kharkiv", 1)
    assert gazetteer.lookup("TST") == ()
    assert gazetteer.lookup("ce shi") == ()


def test_a_second_builder_leaves_the_first_ones_index(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = build.ensure()
    stamp = (first / META).stat().st_mtime_ns
    workshop = small / "gazetteer-building-x"
    workshop.mkdir()
    (workshop / META).write_text("{}")
    build._move_into_place(workshop, first)
    assert (first / META).stat().st_mtime_ns == stamp


def test_an_unfinished_folder_is_replaced(small: Path) -> None:
    build.index_folder().mkdir(parents=True)
    (build.index_folder() / "names.marisa").write_bytes(b"half")
    assert (build.ensure() / META).is_file()


def test_a_cache_that_cannot_be_written_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv(build.CACHE_VARIABLE, str(blocked / "cache"))
    with pytest.raises(GazetteerError, match="FOGLINE_CACHE"):
        build.ensure()


def test_new_data_is_a_new_version(monkeypatch: pytest.MonkeyPatch) -> None:
    before = build.data_version()
    monkeypatch.setattr(build, "FORMAT", 999)
    assert build.data_version() != before
