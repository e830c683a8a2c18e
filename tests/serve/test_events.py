"""Lists of events: filters, orders, pages, counts, columns."""

import datetime as dt
import gzip
import json

import pytest

from fogline import api
from fogline.publish.words import has_fallen
from fogline.serve.columns import shown

ALL_FILTERS = [
    {"since": "2024-12-01"},
    {"until": "2023-07-31"},
    {"since": "2023-07-30", "until": "2023-07-30"},
    {"near": "Kazan 50km"},
    {"near": "55.79,49.12 5km"},
    {"near": "Kharkiv 700km"},
    {"type": "air_drone_strike"},
    {"type": ["threat", "territory_change"]},
    {"party": "russian"},
    {"party": "Ukraine"},
    {"status": "threatened"},
    {"disputed": True},
    {"disputed": False},
    {"text": "drones kazan"},
    {"text": '"nobody was hurt"'},
    {"text": "nothing of that kind"},
]


@pytest.mark.parametrize("asked", ALL_FILTERS, ids=[json.dumps(asked) for asked in ALL_FILTERS])
def test_the_api_and_the_library_find_the_same_events(client, ledger_file, asked):
    with api.open(ledger_file) as ledger:
        expected = [event.id for event in ledger.events(**asked)]
    found = client.get("/api/events", params={**asked, "sort": "oldest", "limit": 500}).json()
    assert [event["id"] for event in found["events"]] == expected
    assert found["total"] == len(expected)
    assert client.get("/api/map", params=asked).json()["id"] == expected
    assert client.get("/api/facets", params=asked).json()["total"] == len(expected)


def test_there_is_something_to_find(client):
    totals = [client.get("/api/facets", params=asked).json()["total"] for asked in ALL_FILTERS[:-1]]
    assert all(totals)
    assert max(totals) > min(totals)


@pytest.mark.parametrize("sort", ["newest", "oldest", "disputed", "deadliest", "changed"])
def test_pages_hold_every_event_once_in_the_order_of_the_whole_list(client, sort):
    whole = client.get("/api/events", params={"sort": sort, "limit": 500}).json()
    assert whole["next"] is None
    found, cursor = [], None
    while True:
        page = client.get("/api/events", params={"sort": sort, "limit": 4, **({"cursor": cursor} if cursor else {})})
        found += [event["id"] for event in page.json()["events"]]
        cursor = page.json()["next"]
        if cursor is None:
            break
    assert found == [event["id"] for event in whole["events"]]
    assert len(set(found)) == whole["total"] == len(found)


def toll(event):
    low, high = event["figures"].get("killed", {"shown": (None, None)})["shown"]
    return low if high is None else high


def test_a_figure_is_shown_by_its_latest_value_or_by_all_words_where_they_are_disputed_or_fell(client):
    events = client.get("/api/events", params={"limit": 500}).json()["events"]
    told = [(event, name, one) for event in events for name, one in event["figures"].items()]
    for event, name, one in told:
        whole = [one["low"], one["high"]]
        fell = has_fallen(one["high"], *one["latest"])
        assert one["shown"] == (whole if fell or name in event["disputed"] else one["latest"])
    assert {name in event["disputed"] for event, name, _ in told} == {True, False}


@pytest.mark.parametrize(
    ("low", "high", "latest", "bounds"), [(2, 5, [2, 2], (2, 5)), (2, 5, [5, 5], (5, 5)), (5, None, [5, 5], (5, None))]
)
def test_a_list_shows_all_words_where_a_lower_count_came_after_a_higher_one(low, high, latest, bounds):
    assert shown({"low": low, "high": high, "latest": latest}, is_disputed=False) == bounds


def test_one_rule_says_the_toll_that_is_shown_and_the_order(desk, ledger_file):
    client, serving = desk
    said = "Russian drones struck Odesa on 26 December 2024, killing {} people, Governor Oleh Kiper said."
    report = {"language": "en", "published": "2024-12-26T09:00:00+02:00"}
    with api.open(ledger_file) as ledger:
        ledger.read([{**report, "id": f"toll{at}", "text": said.format(dead)} for at, dead in ((1, "700"), (2, "300"))])
    serving.desk.look()
    first = client.get("/api/events", params={"sort": "deadliest"}).json()["events"][0]
    assert first["title"] == "Drones on Odesa, UA"
    assert first["figures"]["killed"]["shown"] == [700, 700]


def test_the_newest_come_first_and_the_deadliest_by_the_number_that_is_shown(client):
    newest = client.get("/api/events").json()["events"]
    days = [event["date"][0] for event in newest]
    assert days == sorted(days, reverse=True)
    deadliest = client.get("/api/events", params={"sort": "deadliest"}).json()["events"]
    dead = [-1 if toll(event) is None else toll(event) for event in deadliest]
    assert dead == sorted(dead, reverse=True)
    assert dead[0] > 0


def test_a_box_holds_what_lies_in_it_and_one_across_the_antimeridian_the_rest(client):
    inside = client.get("/api/events", params={"bbox": "48,55,50,56"}).json()["events"]
    assert [event["place"]["name"] for event in inside] == ["Kazan"]
    outside = client.get("/api/events", params={"bbox": "50,-90,48,90", "limit": 500}).json()
    assert outside["total"] == client.get("/api/events").json()["total"] - 1


def test_corroboration_is_the_level_that_the_merge_gave(client, ledger_file):
    events = client.get("/api/events", params={"limit": 500}).json()["events"]
    with api.open(ledger_file) as ledger:
        drawn = {event.id: (event.corroboration, list(event.sides)) for event in ledger.events()}
    assert {event["id"]: (event["corroboration"], event["sides"]) for event in events} == drawn
    levels = ["one_side", "both_sides", "independent"]
    several = client.get("/api/events", params={"corroboration": levels}).json()["total"]
    assert several == sum(event["corroboration"] != "one_origin" for event in events) > 0
    assert client.get("/api/events", params={"origins": 2}).json()["total"] == sum(e["origins"] > 1 for e in events)


def test_columns_say_the_same_as_the_list(client):
    columns = client.get("/api/map").json()
    events = {event["id"]: event for event in client.get("/api/events", params={"limit": 500}).json()["events"]}
    assert columns["count"] == len(columns["id"]) == len(events)
    for at, key in enumerate(columns["id"]):
        event = events[key]
        assert columns["types"][columns["type"][at]] == event["type"]
        assert columns["lon"][at] == pytest.approx(event["place"]["lon"], abs=1e-5)
        first = dt.date(1970, 1, 1) + dt.timedelta(days=columns["first"][at])
        assert first.isoformat() == event["date"][0]
        assert columns["killed_low"][at] == event["figures"].get("killed", {"low": None})["low"]
        assert columns["killed"][at] == toll(event)
        assert bool(columns["disputed"][at]) == bool(event["disputed"])


def test_columns_come_compressed_to_who_takes_it_and_plain_to_who_does_not(client):
    packed = client.get("/api/map", headers={"Accept-Encoding": "gzip"})
    plain = client.get("/api/map", headers={"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.json() == plain.json()
    assert gzip.compress(plain.content)


def test_counts_add_up_and_leave_their_own_filter_aside(client):
    counts = client.get("/api/facets").json()
    assert sum(counts["types"].values()) == sum(counts["days"]["events"]) == counts["total"]
    narrowed = client.get("/api/facets", params={"type": "threat"}).json()
    assert narrowed["total"] == counts["types"]["threat"]
    assert narrowed["types"] == counts["types"]
    assert narrowed["statuses"] == {"threatened": narrowed["total"]}


def test_an_event_has_its_claims_reports_answers_and_figures_over_time(client):
    key = client.get("/api/events", params={"sort": "deadliest"}).json()["events"][0]["id"]
    event = client.get(f"/api/events/{key}").json()
    reports = {report["id"] for report in event["reports"]}
    assert {claim["report"] for claim in event["claims"]} == reports
    killed = event["history"]["killed"]
    assert [step["at"] for step in killed] == sorted(step["at"] for step in killed)
    assert killed[-1]["low"] == event["figures"]["killed"]["latest"][0]
    assert client.get(f"/api/events/{key}/history").json() == event["history"]
    for link in event["links"]:
        text = client.get(f"/api/reports/{link['report']}").json()["full_text"]
        assert text[slice(*link["span"])] == link["words"]
        assert link["other"]["id"] in (link["from"], link["to"])


def test_spans_of_a_report_are_the_words_that_they_point_at(client):
    report = client.get("/api/reports/r12").json()
    assert report["claims"]
    for claim in report["claims"]:
        assert report["full_text"][slice(*claim["sentence_span"])] == claim["sentence"]
        assert claim["event"] in {event["id"] for event in client.get("/api/events").json()["events"]}


def test_a_report_of_an_event_leads_to_it(client):
    found = client.get("/api/events", params={"report": "r10"}).json()
    assert found["total"] == 1
    assert found["events"][0]["place"]["name"] == "Kazan"
    assert client.get("/api/events", params={"report": "no such report"}).json()["total"] == 0


def test_links_and_parties(client):
    links = client.get("/api/links").json()["links"]
    assert links
    one = client.get("/api/links", params={"event": links[0]["from"]}).json()["links"]
    assert links[0] in one
    assert {party["name"] for party in client.get("/api/parties").json()["parties"]} >= {"Russia", "Ukraine"}


def test_the_past_is_asked_with_as_of(client):
    before = client.get("/api/events", params={"as_of": "2023-07-31T10:20:00+03:00", "limit": 500}).json()
    assert 0 < before["total"] < client.get("/api/events").json()["total"]
    assert all(event["date"][0] <= "2023-07-31" for event in before["events"])
    key = before["events"][0]["id"]
    assert client.get(f"/api/events/{key}", params={"as_of": "2023-07-31T10:20:00+03:00"}).json()["id"] == key


def test_an_unchanged_ledger_answers_304(client):
    for address in (
        "/api/events?party=Russia",
        "/api/map",
        "/api/facets",
        "/ogc/collections/events/items",
        "/atom.xml",
    ):
        first = client.get(address)
        again = client.get(address, headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b""), address
        assert client.get(address, headers={"If-None-Match": '"other"'}).status_code == 200


def test_the_desk_says_what_it_is(client):
    about = client.get("/api").json()
    assert about["counts"]["events"] == client.get("/api/events").json()["total"]
    whole = [client.get(f"/api/events/{one['id']}").json() for one in client.get("/api/events").json()["events"]]
    assert about["counts"]["claims"] == sum(len(one["claims"]) for one in whole)
    assert about["counts"]["reports"] == len({report["id"] for one in whole for report in one["reports"]})
    assert "settlement" in about["statement"]
    assert about["types"]["air_drone_strike"]


def test_an_address_with_a_former_id_leads_to_the_event_of_today(open_desk, ledger_file):
    with open_desk() as (client, serving):
        before = {event["id"]: event for event in client.get("/api/events", params={"limit": 500}).json()["events"]}
        claim = client.get(f"/api/events/{next(iter(before))}").json()["claims"][0]
        with api.open(ledger_file) as ledger:
            told = {"text": claim["sentence"], "published": "2024-12-23", "source": "another", "language": "en"}
            ledger.read([told])
        serving.desk.look()
        now = {event["id"] for event in client.get("/api/events", params={"limit": 500}).json()["events"]}
        gone = before.keys() - now
        assert gone
        for key in gone:
            answered = client.get(f"/api/events/{key}?as_of=2025-01-01", follow_redirects=False)
            assert answered.status_code == 307
            assert answered.headers["location"].endswith("?as_of=2025-01-01")
            assert client.get(f"/api/events/{key}").json()["id"] in now
            assert client.get(f"/api/events/{key}/history").status_code == 200


def test_an_event_of_today_is_found_in_the_ledger_as_it_stood(client):
    event = next(e for e in client.get("/api/events", params={"limit": 500}).json()["events"] if e["reports"] > 1)
    published = sorted(one["published"] for one in client.get(f"/api/events/{event['id']}").json()["reports"])
    then = client.get(f"/api/events/{event['id']}", params={"as_of": published[0]})
    assert then.status_code == 200
    assert {one["published"] for one in then.json()["reports"]} == {published[0]}


def test_parties_are_those_of_the_moment_that_is_asked_for(client):
    now = client.get("/api/parties").json()["parties"]
    then = client.get("/api/parties", params={"as_of": "2023-07-31"}).json()["parties"]
    assert 0 < sum(one["events"] for one in then) < sum(one["events"] for one in now)
