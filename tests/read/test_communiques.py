"""How armies and their air forces word what they tell: who acts, which night, what was hit and where."""

import pytest
from spacy.language import Language

from fogline.gazetteer import Gazetteer
from fogline.model import Report
from fogline.read.reader import Reader

STAFF, MINISTRY = "General Staff of the Armed Forces of Ukraine", "Russian Defence Ministry"

# A source, its text of 15 January, and type, place, actor and first day of what it tells.
TOLD = [
    (
        STAFF,
        "As part of the work to reduce the offensive potential of the Russian aggressor, on the night of 15 January "
        "units of the Defence Forces of Ukraine hit an oil depot in Engels.",
        ("air_drone_strike", "Engels", ("Ukraine",), "2026-01-14"),
    ),
    (
        STAFF,
        "On the night of 15 January, units of the Defence Forces struck several facilities. In particular, hits were "
        "recorded on the Saratov refinery.",
        ("air_drone_strike", "Saratov", ("Ukraine",), "2026-01-14"),
    ),
    (
        MINISTRY,
        "As a result of active operations, units of the Zapad Group of Forces liberated the settlement of "
        "Petropavlivka in Kharkiv region.",
        ("territory_change", "Petropavlivka", ("Russia",), "2026-01-15"),
    ),
    (
        MINISTRY,
        "Formations of two mechanised brigades of the AFU were defeated near Uspenivka. The enemy lost more than 250 "
        "servicemen.",
        ("ground_battle", "Uspenivka", ("Russia",), "2026-01-15"),
    ),
    (
        "Operational Command South",
        "At night the enemy attacked the Odesa region with 22 Shaheds. Sixteen were destroyed by air defence. In "
        "Izmail, a lorry driver was injured.",
        ("air_drone_strike", "Izmail", ("Russia",), "2026-01-15"),
    ),
    (
        "U.S. Central Command",
        "U.S. forces defeated two Houthi one-way attack drones in the Red Sea on 14 January.",
        ("air_drone_strike", "Red Sea", ("Houthis",), "2026-01-14"),
    ),
    (
        "SBU",
        "SBU drones hit the Tuapse oil terminal in the Krasnodar region.",
        ("air_drone_strike", "Tuapse", ("Ukraine",), "2026-01-15"),
    ),
    (
        "ISPR",
        "Seven soldiers embraced martyrdom in a raid on a checkpoint in Bannu on 14 January.",
        ("ground_battle", "Bannu", (), "2026-01-14"),
    ),
]


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp, Gazetteer.open())


def told(reader: Reader, source: str, text: str) -> set[tuple[str, str | None, tuple[str, ...], str | None]]:
    report = Report("r1", source, None, "Summary", text, "2026-01-15", "en")
    return {
        (c.type, c.place.name if c.place else None, c.actor, str(c.date.first) if c.date else None)
        for c in reader.read(report).claims
    }


@pytest.mark.parametrize(("source", "text", "deed"), TOLD)
def test_a_communique_tells(reader: Reader, source: str, text: str, deed: tuple[str, str, tuple[str, ...], str]):
    assert told(reader, source, text) == {deed}


def test_where_drones_came_from_is_not_where_they_hit(reader: Reader):
    text = (
        "In the night of 15 January, the enemy attacked with 112 Shahed-type UAVs from the directions of Kursk, Oryol "
        "and Primorsko-Akhtarsk, Russia. Hits of 23 strike UAVs were recorded at 14 locations."
    )
    where = {place for _, place, _, _ in told(reader, "Ukrainian Air Force", text)}
    assert where.isdisjoint({"Kursk", "Oryol", "Primorsko-Akhtarsk"})


def test_what_is_confirmed_does_not_speak(reader: Reader):
    report = Report(
        "r1",
        STAFF,
        None,
        "Summary",
        "Hit confirmed: the strike on the Atlas oil depot near Rostov on 14 January destroyed four tanks.",
        "2026-01-15",
        "en",
    )
    assert {(c.by, c.side) for c in reader.read(report).claims} == {(STAFF, "Ukraine")}
