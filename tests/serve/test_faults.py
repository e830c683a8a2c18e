"""Every fault is told as a problem, on every route, and what comes from outside stays what it is."""

import re

import pytest

HOSTILE = [
    "' OR 1=1 --",
    '"; DROP TABLE events; --',
    "<script>alert(1)</script>",
    "../../../../etc/passwd",
    "%00",
    "\x00",
    "\ud7ff\u202e",
    "a" * 299,
    '"unclosed',
    "NEAR(a b)",
    "*",
    "{{7*7}}",
    "𝕏" * 50,
]
MEANS_NOTHING = [
    "since=yesterday",
    "since=2024-12-31&until=2024-01-01",
    "bbox=1,2,3",
    "bbox=a,b,c,d",
    "bbox=nan,0,1,1",
    "bbox=0,50,1,40",
    "bbox=-181,0,1,1",
    "near=Nowhereatall",
    "near=50km",
    "near=91,0 5km",
    "type=war",
    "status=maybe",
    "disputed=perhaps",
    "origins=-1",
    "origins=99999999999999999999",
    "corroboration=proved",
    "limit=0",
    "limit=501",
    "limit=many",
    "sort=best",
    "cursor=none",
    "cursor=W10",
    "cursor=eyJhIjoxfQ",
    "as_of=once",
    "typ=threat",
    f"text={'a' * 301}",
]


def is_problem(answer, status=None):
    body = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert set(body) >= {"type", "title", "status", "detail"}
    assert body["status"] == answer.status_code
    assert status is None or answer.status_code == status
    assert "\n" not in body["detail"]
    assert "Traceback" not in answer.text
    return True


def test_every_route_tells_a_fault_as_a_problem(client):
    paths = client.get("/api/openapi.json").json()["paths"]
    for path, methods in paths.items():
        address = re.sub(r"\{[^}]*\}", "no-such-thing", path)
        assert is_problem(client.request("PATCH", address)), path
        for method in methods:
            if path == "/api/session":  # lets one in, and out
                assert method != "post" or is_problem(client.post(address), 422)
            elif method != "get":
                assert is_problem(client.request(method, address, headers={"Authorization": "Bearer wrong"}), 401), path
            elif "{" in path:
                assert is_problem(client.get(address), 404), path
            elif path not in WITHOUT_PARAMETERS:
                assert is_problem(client.get(address, params={"no_such": "parameter"}), 400), path
    assert len(paths) > 20


# Those that take no parameters.
WITHOUT_PARAMETERS = {
    *("/", "/api", "/health", "/metrics", "/api/feeds", "/api/parties", "/api/verdicts", "/api/session"),
    *("/ogc", "/ogc/", "/ogc/api", "/ogc/conformance", "/ogc/collections", "/ogc/collections/events"),
    *("/ogc/collections/events/queryables", "/api/openapi.json"),
}


@pytest.mark.parametrize("query", MEANS_NOTHING)
def test_a_parameter_that_means_nothing_is_told(client, query):
    assert is_problem(client.get(f"/api/events?{query}"), 400)


def test_a_cursor_of_another_order_is_told(client):
    cursor = client.get("/api/events", params={"limit": 2}).json()["next"]
    assert is_problem(client.get("/api/events", params={"sort": "deadliest", "cursor": cursor}), 400)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_finds_nothing_and_breaks_nothing(client, text):
    for name in ("text", "party", "place", "report", "id", "cursor", "near", "type", "as_of"):
        answer = client.get("/api/events", params={name: text})
        assert answer.status_code in (200, 400), (name, text)
        assert answer.headers["content-type"] in ("application/json", "application/problem+json")
    for address in ("/api/events/", "/api/reports/", "/ogc/collections/events/items/"):
        answer = client.get(
            address + re.sub(r"[\x00/\\.]", "", text).replace("%", "%25").replace("?", "").replace("#", "")
        )
        assert answer.status_code == 404
        assert is_problem(answer)


def test_the_ledger_is_whole_after_all_that(client):
    for text in HOSTILE:
        client.get("/api/events", params={"text": text, "party": text})
    assert client.get("/api/events").json()["total"] == 12


def test_too_much_is_refused(client, signed):
    assert is_problem(client.get("/api/events?text=" + "a" * 9000), 414)
    assert is_problem(client.post("/api/verdicts", content=b"x" * 70_000, headers=signed), 413)
    assert is_problem(client.get("/api/events", params={"id": ["x"] * 201}), 400)


def test_a_body_that_is_no_json_is_told_in_words(client, signed):
    answer = client.post("/api/verdicts", content='{"kind": ', headers={**signed, "Content-Type": "application/json"})
    assert is_problem(answer, 422)
    assert answer.json()["detail"].startswith("the body is no JSON, from character ")


def test_a_fault_of_the_code_shows_nothing_of_it(desk, monkeypatch):
    client, serving = desk
    monkeypatch.setattr(type(serving.desk), "view", property(lambda self: 1 / 0))
    answer = client.get("/api/events")
    assert is_problem(answer, 500)
    assert "division" not in answer.text


def test_a_ledger_that_cannot_be_read_is_told_as_not_now(desk):
    client, serving = desk
    serving.desk.store.close()
    assert is_problem(client.get("/health"), 503)
    assert is_problem(client.get("/api/reports/r1"), 503)
