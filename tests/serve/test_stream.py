"""What is new comes by itself: noticed whoever wrote it, resumed, filtered, bounded."""

import asyncio
import json

import pytest

from fogline import api
from fogline.serve.asking import ALL, Asked
from fogline.serve.desk import Turn
from fogline.serve.stream import END, WAITING, Client, message_of, revision_of

NEW = {
    "id": "z1",
    "source": "a news site",
    "title": "Drone attack on Odesa kills two",
    "text": "Russian drones struck a house in Odesa on Monday, killing two people, the governor said.",
    "published": "2024-12-23T09:00:00+02:00",
}
AGAIN = {
    **NEW,
    "id": "z2",
    "source": "another site",
    "title": "Two dead in Odesa",
    "text": "Two people were killed by Russian drones in Odesa on Monday, 23 December, police said.",
}


def add(path, *reports):
    with api.open(path) as ledger:
        ledger.read(reports)


def told(message):
    return json.loads(message["data"])


def test_another_writers_report_is_noticed_and_only_what_changed_is_told(desk, ledger_file):
    _, serving = desk
    assert serving.desk.look() is None
    add(ledger_file, NEW)
    turn = serving.desk.look()
    assert turn is not None
    assert len(turn.new) == 1
    assert not turn.gone
    assert not turn.changed
    found = told(message_of(turn, ALL))
    assert found["events"][0]["place"]["name"] == "Odesa"
    assert found["new"] == [found["events"][0]["id"]]
    assert serving.desk.look() is None


def test_after_each_change_the_view_is_that_of_a_desk_opened_anew(desk, open_desk, ledger_file):
    client, serving = desk
    for report in (NEW, AGAIN):
        add(ledger_file, report)
        serving.desk.look()
    with open_desk() as (fresh, _):
        for address in ("/api/events?limit=500", "/api/map", "/api/facets", "/api/links", "/api/parties"):
            assert client.get(address).json() == fresh.get(address).json(), address


def test_an_event_that_gains_a_claim_is_changed_or_replaced(desk, ledger_file):
    _, serving = desk
    add(ledger_file, NEW)
    serving.desk.look()
    add(ledger_file, AGAIN)
    turn = serving.desk.look()
    assert turn is not None
    touched = {*turn.new, *turn.changed}
    assert any(event["reports"] == 2 for event in told(message_of(turn, Asked(ids=tuple(touched))))["events"])


def test_a_filter_keeps_out_what_does_not_pass_and_tells_what_no_longer_does(desk, ledger_file):
    _, serving = desk
    add(ledger_file, NEW)
    turn = serving.desk.look()
    assert message_of(turn, Asked(types=("threat",))) is None
    left = message_of(Turn(turn.view, (), turn.new, ()), Asked(types=("threat",)))
    assert told(left) == {"revision": turn.view.revision, "events": [], "new": [], "gone": list(turn.new)}


def test_who_comes_back_hears_what_was_missed(desk, ledger_file):
    _, serving = desk
    before = serving.desk.view.revision
    add(ledger_file, NEW)
    serving.desk.look()
    missed = serving.hub.missed(ALL, before)
    assert [event["place"]["name"] for event in told(missed)["events"]] == ["Odesa"]
    assert missed["id"] == str(serving.desk.view.revision)
    assert serving.hub.missed(ALL, serving.desk.view.revision) is None


@pytest.mark.parametrize("since", [-1, -5, 10**9])
def test_who_was_away_too_long_or_comes_from_elsewhere_loads_anew(desk, since):
    assert desk[1].hub.missed(ALL, since)["event"] == "reset"


@pytest.mark.parametrize(
    ("header", "revision"), [(None, None), ("", None), ("12", 12), ("x", -1), ("9" * 40, -1), ("٣", -1)]
)
def test_the_last_event_id_is_a_revision(header, revision):
    assert revision_of(header) == revision


def test_events_that_are_gone_are_told_to_who_comes_back(desk, signed, ledger_file):
    client, serving = desk
    before = serving.desk.view.revision
    events = client.get("/api/events", params={"type": "air_drone_strike"}).json()["events"]
    body = {"kind": "same", "events": [events[0]["id"], events[1]["id"]], "reason": "one", "author": "A"}
    assert client.post("/api/verdicts", json=body, headers=signed).status_code == 201
    turn = serving.desk.look()
    found = told(serving.hub.missed(ALL, before))
    assert found["gone"] == list(turn.gone) != []
    assert {event["id"] for event in found["events"]} == {*turn.new, *turn.changed}


def test_a_slow_client_is_told_to_load_anew_and_takes_no_more_memory():
    async def slow():
        client = Client(ALL, asyncio.get_running_loop())
        for number in range(WAITING + 5):
            client.put({"event": "events", "id": str(number), "data": "{}"})
        waiting = [client.waiting.get_nowait() for _ in range(client.waiting.qsize())]
        client.put(END)
        return waiting, client.waiting.get_nowait()

    waiting, last = asyncio.run(slow())
    assert len(waiting) < WAITING
    assert waiting[0]["event"] == "reset"
    assert last is END


def test_the_stream_greets_tells_and_ends(open_desk, ledger_file):
    with open_desk(start=True) as (client, serving):

        async def watch():
            found = []
            async for message in serving.hub.messages(ALL, None):
                found.append(message)
                if message["event"] == "hello":
                    await asyncio.to_thread(add, ledger_file, NEW)
                else:
                    serving.hub.close()
            return found

        found = asyncio.run(asyncio.wait_for(watch(), 30))
        assert [message["event"] for message in found] == ["hello", "events"]
        assert serving.hub.clients == 0
        assert client.get("/api/stream").status_code == 503


def test_a_ledger_that_was_put_back_is_read_anew(desk, ledger_file):
    _, serving = desk
    serving.desk.view.columns.changed[:] = 99
    object.__setattr__(serving.desk.view, "revision", 99)
    turn = serving.desk.look()
    assert turn is not None
    assert turn.view.revision < 99
    assert len(turn.view.row_of) == 12
