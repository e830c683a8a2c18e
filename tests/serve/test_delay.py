"""What is too young is nowhere to be seen."""

import datetime as dt
import json

import pytest

from fogline import api
from fogline.serve.columns import moment

HOUR = 3600


@pytest.fixture
def young(ledger_file):
    """The ledger with one event of an hour ago."""
    now = dt.datetime.now(dt.UTC) - dt.timedelta(hours=1)
    report = {
        "id": "young",
        "source": "a news site",
        "title": "Missile strike on Poltava",
        "text": f"A Russian missile struck Poltava on {now:%d %B %Y}, killing one person, officials said.",
        "published": now.isoformat(timespec="seconds"),
    }
    with api.open(ledger_file) as ledger:
        ledger.read([report])
    return report


def test_without_a_delay_it_is_there(open_desk, young):
    with open_desk() as (client, _):
        assert "Poltava" in client.get("/api/events").text


def test_what_is_held_back_is_in_no_count(open_desk, young):
    with open_desk() as (client, _):
        every = client.get("/api").json()["counts"]
    with open_desk(delay_hours=2) as (client, _):
        seen = client.get("/api").json()["counts"]
    assert {name: every[name] - seen[name] for name in ("events", "reports", "claims")} == {
        "events": 1,
        "reports": 1,
        "claims": 1,
    }


def test_with_a_delay_it_is_nowhere(open_desk, young):
    with open_desk(delay_hours=2) as (client, serving):
        there = [
            key for key, row in zip(serving.desk.view.columns.ids, serving.desk.view.visible, strict=True) if not row
        ]
        assert len(there) == 1
        key = str(there[0])
        for address in (
            *(
                "/api/events?limit=500",
                "/api/map",
                "/api/facets",
                "/api/links",
                "/atom.xml",
                "/api/events?text=Poltava",
            ),
            *("/ogc/collections/events/items?limit=5000", "/api/events?place=Poltava", f"/api/events?id={key}"),
        ):
            text = client.get(address).text
            assert "Poltava" not in text, address
            assert key not in text.replace(address, ""), address
        for address in (
            f"/api/events/{key}",
            f"/api/events/{key}/history",
            "/api/reports/young",
            f"/ogc/collections/events/items/{key}",
        ):
            assert client.get(address).status_code == 404, address
        assert client.get("/api").json()["counts"]["events"] == 12
        assert client.get("/api").json()["delay_hours"] == 2
        assert "2 hours" in client.get("/api").json()["statement"]
        assert client.get("/api/events?as_of=2100-01-01&limit=500").json()["total"] == 12


def test_when_it_comes_of_age_it_is_told_as_new(open_desk, young):
    with open_desk(delay_hours=2) as (client, serving):
        tag = client.get("/api/events").headers["etag"]
        clock = serving.desk._clock
        serving.desk._clock = lambda: clock() + 1.5 * HOUR
        turn = serving.desk.look()
        assert turn is not None
        assert len(turn.new) == 1
        assert client.get("/api/events", headers={"If-None-Match": tag}).status_code == 200
        assert client.get("/api/reports/young").status_code == 200
        assert serving.desk.look() is None


def test_a_young_report_on_an_older_event_shows_no_headline(open_desk):
    with open_desk(delay_hours=10) as (client, serving):
        serving.desk._clock = dt.datetime.fromisoformat("2024-12-22T00:00:00+03:00").timestamp
        serving.desk.look()
        event = client.get("/api/events", params={"report": "r10"}).json()["events"][0]
        heads = {one["id"]: one for one in client.get(f"/api/events/{event['id']}").json()["reports"]}
        assert not heads["r10"]["held"]
        assert heads["r10"]["title"]
        assert heads["r12"]["held"]
        assert (heads["r12"]["title"], heads["r12"]["url"], heads["r12"]["source"]) == (None, None, None)
        assert client.get("/api/reports/r10").status_code == 200
        assert client.get("/api/reports/r12").status_code == 404
        assert client.get("/api/events", params={"report": "r13", "type": "threat"}).json()["total"] == 0


def test_who_comes_back_to_a_desk_with_a_delay_loads_anew(open_desk):
    from fogline.serve.asking import ALL

    with open_desk(delay_hours=1) as (_, serving):
        missed = serving.hub.missed(ALL, serving.desk.view.revision)
        assert missed["event"] == "reset"
        assert json.loads(missed["data"])["revision"] == serving.desk.view.revision


@pytest.mark.parametrize(
    ("published", "seconds"),
    [("1970-01-02", 2 * 86400), ("1970-01-01T01:00:00+01:00", 0), ("1970-01-01T00:00:10", 10), (None, float("inf"))],
)
def test_a_bare_day_counts_from_its_end_and_no_date_from_never(published, seconds):
    assert moment(published) == seconds
