"""Which deed what burned, broke or was shut came of, and what is a deed of its own."""

import pytest
from spacy.language import Language

from fogline.gazetteer import Gazetteer
from fogline.model import Report
from fogline.read.reader import Reader

# A report, and of each deed that is read the type, the town and what came of it.
TOLD = [
    (
        "Mortars fell on Uri on Monday, killing a shopkeeper. Six houses burned down, elders said.",
        {("missile_artillery_attack", "Uri", ("building_destroyed", "fire"))},
    ),
    (
        "Gunmen attacked a police post in Goma on Monday, killing two officers. The record room was torched.",
        {("ground_battle", "Goma", ("fire",))},
    ),
    (
        "Drones attacked Sumy on Monday, killing two people. In Kharkiv, missiles killed four on Monday. "
        "The power is out in half of Kharkiv, the mayor said.",
        {("air_drone_strike", "Sumy", ()), ("missile_artillery_attack", "Kharkiv", ("power_outage",))},
    ),
    (
        "A drone hit a depot in Izmail on Monday, killing a watchman. Districts on the left bank of the Danube were "
        "without water.",
        {("air_drone_strike", "Izmail", ("water_outage",))},
    ),
    (
        "Shells hit Kherson on Monday, killing a man. Russia and Turkey held talks in Ankara about the blaze.",
        {("missile_artillery_attack", "Kherson", ("fire",)), ("negotiation", "Ankara", ())},
    ),
    (
        "Shells hit Kherson on Monday, killing a man. On Tuesday, militiamen burned nine houses in Bunia.",
        {
            ("missile_artillery_attack", "Kherson", ()),
            ("property_destruction", "Bunia", ("building_destroyed", "fire")),
        },
    ),
    (
        "Militiamen entered Bunia on Monday and burned nine houses. A clinic was torched too.",
        {("property_destruction", "Bunia", ("building_destroyed", "fire"))},
    ),
    (
        "A jet bombed Uvira on Monday, killing four. No house was damaged and the airport was not closed.",
        {("air_drone_strike", "Uvira", ())},
    ),
]


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp, Gazetteer.open())


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_came_of_a_deed(reader: Reader, text: str, told: set[tuple[str, str, tuple[str, ...]]]) -> None:
    report = Report("r1", "Daily News", None, "News of the week", text, "2025-11-05", "en")
    effects: dict[tuple[str, str | None], set[str]] = {}
    for claim in reader.read(report).claims:
        effects.setdefault((claim.type, claim.place.name if claim.place else None), set()).update(claim.effects)
    assert {(kind, town, tuple(sorted(found))) for (kind, town), found in effects.items()} == told
