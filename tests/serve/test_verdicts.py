"""Verdicts by the API: given, listed, obeyed at once, taken back."""


def _two(client):
    events = client.get("/api/events", params={"sort": "oldest", "limit": 500}).json()["events"]
    first = next(event for event in events if event["type"] == "air_drone_strike")
    other = next(e for e in events if e["type"] == "air_drone_strike" and e["id"] != first["id"])
    return first["id"], other["id"]


def test_a_verdict_is_kept_obeyed_and_taken_back(desk, signed):
    client, serving = desk
    before = client.get("/api/events").json()
    one, other = _two(client)
    body = {"kind": "same", "events": [one, other], "reason": "one raid", "author": "A. Reader"}
    given = client.post("/api/verdicts", json=body, headers=signed)
    assert given.status_code == 201
    assert given.json()["state"] == "in_force"
    turn = serving.desk.look()
    assert turn is not None
    assert turn.gone
    after = client.get("/api/events").json()
    assert after["total"] == before["total"] - 1
    assert after["revision"] > before["revision"]
    listed = client.get("/api/verdicts").json()["verdicts"]
    assert [(one["kind"], one["reason"], one["author"]) for one in listed] == [("same", "one raid", "A. Reader")]
    undone = client.delete(f"/api/verdicts/{given.json()['id']}", params={"author": "A. Reader"}, headers=signed)
    assert undone.status_code == 200
    serving.desk.look()
    assert client.get("/api/events").json()["total"] == before["total"]
    states = [one["state"] for one in client.get("/api/verdicts").json()["verdicts"]]
    assert states == ["undone", "in_force"]


def test_a_split_takes_a_report_out_of_an_event(desk, signed):
    client, serving = desk
    key = client.get("/api/events", params={"report": "r10"}).json()["events"][0]["id"]
    body = {"kind": "split", "events": [key], "parts": ["r12"], "reason": "another raid", "author": "A"}
    assert client.post("/api/verdicts", json=body, headers=signed).status_code == 201
    serving.desk.look()
    first = client.get("/api/events", params={"report": "r10"}).json()["events"]
    second = client.get("/api/events", params={"report": "r12"}).json()["events"]
    assert {one["id"] for one in first}.isdisjoint(one["id"] for one in second)


def test_what_no_verdict_can_say_is_told(client, signed):
    one, other = _two(client)

    def refused(**body):
        whole = {"reason": "why", "author": "A", **body}
        return client.post("/api/verdicts", json=whole, headers=signed).status_code

    assert refused(kind="same", events=[one]) == 422
    assert refused(kind="same", events=[one, one]) == 422
    assert refused(kind="same", events=[one, "nowhere"]) == 404
    assert refused(kind="split", events=[one]) == 422
    assert refused(kind="split", events=[one], parts=["nowhere"]) == 422
    assert refused(kind="perhaps", events=[one, other]) == 422
    assert refused(kind="same", events=[one, other], reason="") == 422
    assert refused(kind="same", events=[one, other], more=1) == 422
    assert client.post("/api/verdicts", content=b"{", headers=signed).status_code == 422
    assert client.delete("/api/verdicts/nowhere", headers=signed).status_code == 404
    assert client.get("/api/verdicts").json() == {"verdicts": []}


def test_a_verdict_names_the_events_that_it_speaks_of_and_no_other_of_their_reports(desk, signed):
    client, serving = desk
    events = client.get("/api/events", params={"limit": 500}).json()["events"]
    claims = {event["id"]: client.get(f"/api/events/{event['id']}").json()["claims"] for event in events}
    reports = {key: {one["report"] for one in told} for key, told in claims.items()}
    # Two events, and a third that a report of the first tells too.
    one, bystander = next((a, b) for a in reports for b in reports if a != b and reports[a] & reports[b])
    other = next(key for key in reports if key not in (one, bystander))
    body = {"kind": "different", "events": [one, other], "reason": "two raids", "author": "A. Reader"}
    assert client.post("/api/verdicts", json=body, headers=signed).json()["events"] == sorted((one, other))
    serving.desk.look()
    assert client.get("/api/verdicts").json()["verdicts"][0]["events"] == sorted((one, other))
    same = client.post("/api/verdicts", json={**body, "kind": "same"}, headers=signed)
    assert same.status_code == 201
    serving.desk.look()
    first, second = (one["events"] for one in client.get("/api/verdicts").json()["verdicts"])
    assert first == second
    assert len(second) == 1
    assert bystander not in second
