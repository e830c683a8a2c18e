"""Digests, bulletins and updates: who drove into whose ambush, what came out of which land, who found the dead."""

from collections.abc import Callable

import pytest

from fogline.model import Claim, Report
from fogline.read.reader import Reader

Claims = Callable[..., tuple[Claim, ...]]
Row = tuple[str, str | None, tuple[str, ...], tuple[str, ...]]


def _rows(claims: tuple[Claim, ...]) -> set[Row]:
    told = [c for c in claims if c.stance == "asserts"]
    return {(c.type, c.place.name if c.place else None, tuple(sorted(c.actor)), tuple(sorted(c.target))) for c in told}


SDN, RSF, IL = ("Sudanese Armed Forces",), ("Rapid Support Forces",), ("Israel",)

TOLD: list[tuple[str, set[Row]]] = [
    # Whose an ambush is into which somebody drives, and who bled in a battle.
    (
        "A patrol of the army drove into an ambush of Fano fighters near Debark on Sunday.",
        {("ground_battle", "Debark’", ("Fano",), ("Ethiopia",))},
    ),
    (
        "An ambush of soldiers by Fano fighters near Debark on Sunday killed six.",
        {("ground_battle", "Debark’", ("Fano",), ("Ethiopia",))},
    ),
    (
        "The RSF said it captured En Nahud on Friday after a battle in which the army lost 115 men.",
        {("territory_change", "En Nahud", RSF, SDN), ("ground_battle", "En Nahud", RSF, SDN)},
    ),
    # "The two armies" are those at war that the report names.
    (
        "India and Pakistan are at odds. The two armies exchanged fire in Poonch on Sunday.",
        {("ground_battle", "Poonch", ("India", "Pakistan"), ())},
    ),
    ("The two sides exchanged fire in Poonch on Sunday.", {("ground_battle", "Poonch", (), ())}),
    # What comes out of a land is of who is at home there, whatever other foe is named.
    (
        "Hezbollah said it was ready. A missile fired from Yemen hit Eilat on Sunday.",
        {("missile_artillery_attack", "Eilat", ("Houthis",), IL)},
    ),
    (
        "Hezbollah said it was ready. A rocket fired from Lebanon hit Metula on Sunday.",
        {("missile_artillery_attack", "Metula", ("Hezbollah",), IL)},
    ),
    # Who finds the dead has not killed them.
    (
        "Police found seven bodies in an abandoned van near Uruapan on Sunday.",
        {("violence_against_civilians", "Uruapan", (), ())},
    ),
    ("Police found a man's body in a river near Goma on Sunday.", set()),
    # Houses that soldiers blow up, bridges that rebels do.
    (
        "The army demolished nine houses with explosives in Srinagar on Sunday.",
        {("property_destruction", "Srinagar", ("India",), ())},
    ),
    ("Rebels destroyed a bridge with explosives in Gao on Sunday.", {("bombing", "Gao", (), ())}),
    # Where an office is that a blow hits.
    ("A claim of the Kunduz bank blast came on Sunday.", set()),
    (
        "Militants fired several rounds at a farmer in Jiribam on Sunday.",
        {("violence_against_civilians", "Jiribam", (), ())},
    ),
    # Another kind of blow in the next paragraph is another one.
    (
        "An aircraft struck a cell near Beit Hanoun.\n\nIn the Rafah area, an explosive device detonated near a "
        "vehicle of the army on Sunday. Two soldiers were hurt.",
        {("air_drone_strike", "Beit Hanoun", IL, ()), ("bombing", "Rafah", (), IL)},
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_is_told_where_and_of_whom(claims: Claims, text: str, told: set[Row]) -> None:
    assert _rows(claims(text)) == told


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("GAZA, March 9 (WAFA) – Occupation warplanes bombed a tent in Rafah on Sunday, killing two.", {"Israel"}),
        ("BEIRUT (NNA) - Enemy drones struck a car in Tyre on Sunday, killing two.", {"Israel"}),
        ("Occupation forces shelled Kherson on Sunday, governor Oleksandr Prokudin said.", {"Russia"}),
    ],
)
def test_whom_an_agency_calls_the_occupation(claims: Claims, text: str, doers: set[str]) -> None:
    assert {party for c in claims(text) for party in c.actor} == doers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('The head of the Houthis vowed on Sunday that American companies would "pay for every barrel".', "threat"),
        ("Turkey vowed on Sunday that it would pay for the fuel.", "pledge"),
    ],
)
def test_that_others_will_pay_is_a_threat(claims: Claims, text: str, kind: str) -> None:
    assert {c.type for c in claims(text)} == {kind}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("On 6 March, overnight strikes damaged two schools in Pavlohrad.", "2025-03-05", "2025-03-06"),
        ("Overnight on 6 March strikes hit Pavlohrad.", "2025-03-06", "2025-03-07"),
        ("Overnight strikes hit Pavlohrad.", "2025-03-09", "2025-03-10"),
    ],
)
def test_which_night_it_was(claims: Claims, text: str, first: str, last: str) -> None:
    assert [(str(c.date.first), str(c.date.last)) for c in claims(text) if c.date] == [(first, last)]


def test_a_station_that_reports_behind_a_comma_speaks(reader: Reader) -> None:
    text = "Raids hit the port of Ras Isa on Sunday, the Houthi-run Al-Masirah TV reported, putting the toll at nine."
    claims = reader.read(Report("r1", "a news site", None, "", text, "2025-03-10", "en")).claims
    assert {(c.by, c.side) for c in claims} == {("Al-Masirah", "Houthis")}


def test_the_dead_who_are_found_are_no_wounded(claims: Claims) -> None:
    told = claims("Police found the bodies of four men with gunshot wounds in Durán on Sunday.")
    assert [{name: f.low for name, f in c.figures.items()} for c in told] == [{"killed": 4}]
