"""Days, figures, places and events in words."""

import dataclasses
import datetime as dt

import pytest

from fogline.model import Claim, Days, Dispute, Event, Figure, FigureRange, Place, Report
from fogline.publish import words


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2023-07-30", "2023-07-30", "30 Jul 2023"),
        ("2023-07-30", "2023-07-31", "30–31 Jul 2023"),
        ("2023-07-30", "2023-08-01", "30 Jul – 1 Aug 2023"),
        ("2023-12-31", "2024-01-01", "31 Dec 2023 – 1 Jan 2024"),
    ],
)
def test_days(first, last, shown):
    assert words.days(Days.parse(first, last)) == shown


@pytest.mark.parametrize(
    ("low", "high", "shown"), [(6, 6, "6"), (6, None, "6+"), (45, 50, "45–50"), (0, 0, "0"), (0, None, "0+")]
)
def test_a_count_keeps_its_bounds(low, high, shown):
    assert words.figure(Figure(low, high)) == shown


@pytest.mark.parametrize(
    ("low", "high", "latest", "disputed", "shown"),
    [
        (6, 6, Figure(6, 6), (), "6"),
        (1, 6, Figure(6, 6), (), "1 … 6"),
        (11, None, Figure(80, None), (), "11 … 80+"),
        (20, 71, Figure(20, 20), (), "20–71"),
        (5, 20, Figure(8, 8), (), "5–20"),
        (6, 8, Figure(6, None), (), "6–8"),
        (4, None, Figure(4, 4), (), "4+"),
        (6, None, Figure(6, None), (), "6+"),
        (0, 1, Figure(1, 1), ("injured",), "0–1 ⚠"),
        (0, None, Figure(3, None), ("injured",), "0+ ⚠"),
    ],
)
def test_a_figure_over_all_claims(low, high, latest, disputed, shown):
    event = dataclasses.replace(EVENT, figures={"injured": FigureRange(low, high, latest, None)}, disputed=disputed)
    assert words.figure_range(event, "injured") == shown


def test_only_what_is_still_disputed_has_a_sign():
    figures = {"killed": FigureRange(0, 6, Figure(6, 6), None)}
    event = dataclasses.replace(EVENT, figures=figures, disputed=("actor", "killed"))
    settled = (Dispute("actor", (), "2024-05-01", "2024-05-02", "Russia"), Dispute("killed", (), None, None, "Russia"))
    going_on = dataclasses.replace(event, disputes=(settled[0], Dispute("killed", (), "2024-05-01")))

    assert (words.still_disputed(event), words.what_disputed(event)) == ({"actor", "killed"}, "air strike ⚠")
    assert (words.figure_listed(going_on, "killed"), words.what_disputed(going_on)) == ("0–6 ⚠", "air strike")
    assert words.figure_listed(dataclasses.replace(event, disputes=settled), "killed") == "0–6"


@pytest.mark.parametrize(
    ("weapon", "status", "type", "shown"),
    [
        (("drone",), "occurred", "air_drone_strike", "drones"),
        ((), "occurred", "air_drone_strike", "air strike"),
        (("missile", "ballistic_missile"), "occurred", "missile_artillery_attack", "ballistic missiles"),
        (("drone", "missile"), "occurred", "air_drone_strike", "drones and missiles"),
        (("missile",), "threatened", "threat", "threat"),
        ((), "planned", "mobilisation", "mobilisation (planned)"),
    ],
)
def test_what_happened(weapon, status, type, shown):
    assert words.what(dataclasses.replace(EVENT, weapon=weapon, status=status, type=type)) == shown


@pytest.mark.parametrize(
    ("actor", "target", "shown"),
    [
        (("Russia",), ("Ukraine",), "Russia → Ukraine"),
        ((), ("Ukraine",), "? → Ukraine"),
        (("Russia", "Ukraine"), (), "Russia, Ukraine → ?"),
        ((), (), ""),
    ],
)
def test_who(actor, target, shown):
    assert words.who(dataclasses.replace(EVENT, actor=actor, target=target)) == shown


@pytest.mark.parametrize(
    ("by", "side", "shown"),
    [
        ("Ihor Klymenko", "Ukraine", "Ihor Klymenko (Ukraine)"),
        ("Ukraine", "Ukraine", "Ukraine"),
        ("a witness", None, "a witness"),
        (None, None, "an agency"),
    ],
)
def test_a_voice_has_its_side(by, side, shown):
    report = Report("r1", "an agency", None, "", "", None, "en")
    assert words.voice(dataclasses.replace(CLAIM, by=by, side=side), report) == shown


@pytest.mark.parametrize(
    ("published", "shown"),
    [("2023-07-31T11:52:00+03:00", "31 Jul 11:52"), ("2023-07-31", "31 Jul"), (None, "")],
)
def test_the_hour_is_that_of_the_report(published, shown):
    assert words.moment_of(published) == shown


def test_hours_of_two_time_zones_are_compared_as_moments():
    moscow, kyiv = words.moment("2023-12-31T11:00:00+03:00"), words.moment("2023-12-31T10:30:00+02:00")
    assert moscow < kyiv


PLACE = Place("Kazan", "RU", "Tatarstan", 55.79, 49.12, 551487, "settlement")
CLAIM = Claim(
    "c1", "r1", "0", None, None, "asserts", "air_drone_strike", "occurred", Days.on(dt.date(2024, 12, 21)), PLACE
)
EVENT = Event(
    id="e1",
    type="air_drone_strike",
    status="occurred",
    date=CLAIM.date,
    place=PLACE,
    actor=(),
    target=(),
    against=(),
    weapon=(),
    effects=(),
    claims=(CLAIM,),
)


@pytest.mark.parametrize(
    ("type", "actor", "country", "shown"),
    [
        ("air_drone_strike", ("Russia",), "UA", "Air/drone strike"),
        ("territory_change", ("Ukraine",), "UA", "Government regains territory"),
        ("territory_change", ("Hamas",), "IL", "Non-state actor overtakes territory"),
        ("territory_change", ("Russia",), "UA", ""),
        ("territory_change", ("Somebody Unheard",), "UA", ""),
        ("territory_change", (), "UA", ""),
        ("threat", ("Russia",), "UA", ""),
    ],
)
def test_what_acled_calls_it_depends_on_the_actor_where_it_does_there(type, actor, country, shown):
    place = dataclasses.replace(PLACE, country=country)
    assert words.acled(dataclasses.replace(EVENT, type=type, actor=actor, place=place)) == shown
