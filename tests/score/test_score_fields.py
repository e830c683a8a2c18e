"""The figures of the ledger, with every number counted by hand."""

import pytest
from score_builders import HARVIK, case_json, ledger_json, write_case

from fogline.score.cases import read_case
from fogline.score.checks import CaseError, Value
from fogline.score.differ import differences
from fogline.score.events import found_ledger
from fogline.score.figures import headlines, of_ledgers
from fogline.score.tally import FOUND, RIGHT, WANTED, Tally, compare, together


def compared(tmp_path, ledger, case=None):
    return compare(read_case(write_case(tmp_path / "harvik", case or case_json())), found_ledger(Value(ledger, "x")))


def numbers(one, field):
    return tuple(one.tally[field, kind] for kind in (RIGHT, WANTED, FOUND))


# right, wanted, found. The strike is found, the vow is missed, a protest is added.
BY_HAND = {
    "event": (1, 2, 2),
    "type": (1, 1, 1),
    "date": (1, 1, 1),  # a night: either day will do
    "place": (1, 1, 1),  # within 15 km
    "actor": (1, 1, 1),  # another name of the same party
    "target": (0, 1, 0),
    "against": (1, 1, 2),
    "weapon": (0, 1, 1),
    "effects": (1, 2, 1),
    "figures": (1, 3, 3),  # two of the strike, of which one is right, and one of the protest
    "voices": (1, 2, 2),  # whoever speaks for Borland in r1 is one voice
    "disputed": (1, 1, 2),
    "links": (0, 1, 1),
    # the strike: itself and the fields above, with two figures found, 10 right of 16, 15 found; the vow: itself, type,
    # days, actor, target and voice, 6; the protest: itself, type, days, figure and voice, 5
    "end_to_end": (10, 22, 20),
}


@pytest.mark.parametrize("field", BY_HAND)
def test_every_field_is_counted_as_by_hand(tmp_path, field):
    assert numbers(compared(tmp_path, ledger_json()), field) == BY_HAND[field]


def test_the_shares_are_those_of_the_numbers(tmp_path):
    figures = of_ledgers(compared(tmp_path, ledger_json()).tally)
    assert figures["against_precision"] == pytest.approx(1 / 2)
    assert figures["against_recall"] == 1
    assert figures["against_f1"] == pytest.approx(2 / 3)
    assert figures["end_to_end_f1"] == pytest.approx(20 / 42)
    assert figures["place_accuracy"] == 1
    assert headlines(figures)["event"] == pytest.approx(1 / 2)
    assert "place_f1" not in figures


def test_nothing_to_find_and_nothing_found_is_all_right():
    assert set(of_ledgers(Tally()).values()) == {1.0}


def test_an_empty_ledger_misses_every_main_event(tmp_path):
    one = compared(tmp_path, {"events": []})
    assert [event.id for event in one.missed] == ["e1", "e2"]
    assert numbers(one, "event") == (0, 2, 0)


def test_background_costs_nothing_found_or_not(tmp_path):
    ledger = ledger_json()
    ledger["events"].append({"id": "f3", "type": "ground_battle", "date": ["2024-05-01", None], "place": HARVIK})
    one = compared(tmp_path, ledger)
    assert [found.id for gold, found in one.pairs if gold.optional] == ["f3"]
    assert one.tally == compared(tmp_path, ledger_json()).tally


def test_a_link_between_events_of_the_case_is_right_under_the_ledgers_own_ids(tmp_path):
    ledger = ledger_json()
    ledger["events"][1] |= {"type": "threat", "status": "threatened"}
    assert numbers(compared(tmp_path, ledger), "links") == (1, 1, 1)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"date": ["2024-05-06", "2024-05-06"]}, True),  # a day off
        ({"date": ["2024-05-07", "2024-05-07"]}, False),
        ({"date": None}, False),
        ({"type": "bombing"}, True),  # of one group with drones
        ({"type": "ground_battle"}, False),
        ({"type": "a strange type"}, False),
        ({"status": "planned"}, False),
        ({"place": {"name": "Harvik", "lat": 50.13, "lon": 30.0}}, True),  # 14.5 km
        ({"place": {"name": "Harvik", "lat": 50.14, "lon": 30.0}}, False),  # 15.6 km
        ({"place": {"name": "Harvik", "lat": None, "lon": None}}, False),
        ({"place": None}, False),
    ],
)
def test_what_can_be_the_event_of_the_case(tmp_path, change, found):
    ledger = ledger_json()
    ledger["events"][0] |= change
    one = compared(tmp_path, ledger)
    assert ("e1" in {gold.id for gold, _ in one.pairs}) == found


def test_the_closer_of_two_events_is_taken(tmp_path):
    ledger = ledger_json()
    twin = ledger_json()["events"][0] | {"id": "f0", "effects": [], "against": []}
    ledger["events"].insert(0, twin)
    one = compared(tmp_path, ledger)
    assert [found.id for gold, found in one.pairs if gold.id == "e1"] == ["f1"]
    assert [found.id for found in one.added] == ["f0", "f2"]


@pytest.mark.parametrize(
    ("claim", "right"),
    [
        ({"by": "an official", "side": "Borland"}, 1),  # the side counts, not the name
        ({"by": "The mayor", "side": None}, 0),
        ({"by": "The mayor", "side": "Aland"}, 0),
        ({"by": "The mayor", "side": "Borland", "stance": "denies"}, 0),
        ({"by": "the desk", "side": None, "report": "r2"}, 1),  # a word of "News Desk"
        ({"by": "a doctor", "side": None, "report": "r2"}, 0),
    ],
)
def test_whose_word_is_whose(tmp_path, claim, right):
    ledger = ledger_json()
    ledger["events"][0]["claims"] = [{"report": "r1", "stance": "asserts"} | claim]
    assert numbers(compared(tmp_path, ledger), "voices") == (right, 2, 1)


def test_numbers_of_cases_add_up(tmp_path):
    one = compared(tmp_path, ledger_json()).tally
    assert together([one, one])["end_to_end", WANTED] == 44


def test_differences_tell_what_was_not_read_and_what_besides(tmp_path):
    case = read_case(write_case(tmp_path / "harvik"))
    one = compare(case, found_ledger(Value(ledger_json(), "x")))
    ((gold, found),) = one.pairs
    assert {d.field: (d.missed, d.added) for d in differences(gold, found, case.names)} == {
        "target": (("Borland",), ()),
        "against": ((), ("residential",)),
        "weapon": (("drone",), ("missile",)),
        "effects": (("power_outage",), ()),
        "figures": (("killed 1+", "launched 10"), ("injured 3",)),
        "voices": (("r2 News Desk asserts",), ("r1 doctors asserts",)),
        "disputed": ((), ("actor",)),
    }


@pytest.mark.parametrize(
    ("ledger", "fault"),
    [
        ([], "x: must be an object"),
        ({"reports": []}, 'x: is no ledger: it has no "events"'),
        ({"events": [{"id": "f1", "type": 3}]}, r"x: events\[0\].type: must be a text or null"),
        ({"events": [{"id": "f1", "claims": [{"spans": {"what": [1]}}]}]}, r"claims\[0\].spans.what: must be"),
    ],
)
def test_a_ledger_that_cannot_be_compared_is_told_in_one_line(ledger, fault):
    with pytest.raises(CaseError, match=fault):
        found_ledger(Value(ledger, "x"))
