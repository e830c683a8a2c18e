"""Reports of sport, trade, labour, the arts, weather and figures of speech tell of no event; reports of war do."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from fogline.merge import merge
from fogline.model import Event, Report
from fogline.read import Reader


def cases(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / name).read_text("utf-8"))["text"]
    return found


PEACE = cases("negatives.toml")
WAR = cases("near_positives.toml")
LEAST = 150  # texts of peace
WORDS = range(50, 161)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def events_of(reader: Reader, case: dict[str, Any]) -> tuple[Event, ...]:
    told = Report("r1", case["source"], None, case["title"], case["text"], case["published"], "en")
    reading = reader.read(told)
    return merge([told], reading.claims, reading.links).events


@pytest.mark.parametrize("case", PEACE, ids=[case["name"] for case in PEACE])
def test_news_of_other_things_tells_of_no_event(reader: Reader, case: dict[str, Any]) -> None:
    found = events_of(reader, case)
    assert not [(e.type, e.place and e.place.name, e.claims[0].sentence) for e in found]


@pytest.mark.parametrize("case", WAR, ids=[case["name"] for case in WAR])
def test_an_event_among_other_news_is_read(reader: Reader, case: dict[str, Any]) -> None:
    found = events_of(reader, case)
    fitting = [e for e in found if e.type == case["type"]]
    if "place" in case:
        fitting = [e for e in fitting if e.place is not None and e.place.name == case["place"]]
    if "killed" in case:
        counts = [{c.figures["killed"].low for c in e.claims if "killed" in c.figures} for e in fitting]
        fitting = [e for e, killed in zip(fitting, counts, strict=True) if case["killed"] in killed]
    assert fitting, [(e.type, e.place and e.place.name, [c.figures for c in e.claims]) for e in found]


def test_the_set_is_large_and_of_many_kinds() -> None:
    assert len(PEACE) >= LEAST
    assert len({case["kind"] for case in PEACE}) > len(WAR) // 2
    assert len({case["name"] for case in (*PEACE, *WAR)}) == len(PEACE) + len(WAR)
    assert all(len(case["text"].split()) in WORDS for case in (*PEACE, *WAR))
