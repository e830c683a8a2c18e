"""Who may read and write, from where; what a browser is told with every answer."""

import base64

import pytest

from fogline.serve.config import ServeError, checked_token, is_loopback

GUARDED = (
    "/api",
    "/api/events",
    "/api/map",
    "/api/stream",
    "/ogc",
    "/ogc/collections/events/items",
    "/atom.xml",
    "/metrics",
)
BODY = {"kind": "same", "events": ["a", "b"], "reason": "why"}


def test_reading_is_open_on_loopback(client):
    assert all(client.get(path).status_code == 200 for path in GUARDED if path != "/api/stream")


@pytest.mark.parametrize("path", GUARDED)
def test_reading_needs_the_token_where_others_can_reach_it(open_desk, path):
    with open_desk(host="0.0.0.0") as (client, _):
        refused = client.get(path)
        assert refused.status_code == 401
        assert "Bearer" in refused.headers["www-authenticate"]
        assert client.get(path, headers={"Authorization": "Bearer wrong-token-wrong"}).status_code == 401
        assert client.get("/health").status_code == 200


def test_the_token_comes_as_bearer_as_password_or_in_the_cookie_of_a_session(open_desk, signed, token):
    basic = base64.b64encode(f"anybody:{token}".encode()).decode()
    with open_desk(host="0.0.0.0") as (client, _):
        assert client.get("/api", headers=signed).status_code == 200
        assert client.get("/api", headers={"Authorization": f"Basic {basic}"}).status_code == 200
        assert client.get("/api", headers={"Authorization": "Basic !!"}).status_code == 401
        assert client.post("/api/session", json={"token": "no"}).status_code == 401
        assert client.get("/api/session").json() == {"read": False, "write": False}
        entered = client.post("/api/session", json={"token": token})
        cookie = entered.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=strict" in cookie
        assert client.get("/api").status_code == 200
        assert client.get("/api/session").json() == {"read": True, "write": True}
        client.delete("/api/session")
        assert client.get("/api").status_code == 401


def test_writing_always_needs_the_token(client):
    assert client.post("/api/verdicts", json=BODY).status_code == 401
    assert client.delete("/api/verdicts/abc").status_code == 401


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}],
    ids=["another site", "no site", "no origin told"],
)
def test_no_page_of_another_site_may_write(client, signed, token, headers):
    assert client.post("/api/verdicts", json=BODY, headers={**signed, **headers}).status_code == 403
    assert client.post("/api/session", json={"token": token}, headers=headers).status_code == 403


def test_the_own_page_may_write(client, signed):
    answer = client.post("/api/verdicts", json=BODY, headers={**signed, "Origin": "http://127.0.0.1:8000"})
    assert answer.status_code == 404  # let through, to events that are not there


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8000", "", "[::1"])
def test_a_name_that_is_not_the_servers_is_refused(client, host):
    assert client.get("/api", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "[::1]:8000", "192.168.1.5:8000", "LOCALHOST"])
def test_loopback_names_and_addresses_are_the_servers(client, host):
    assert client.get("/api", headers={"Host": host}).status_code == 200


def test_further_names_are_allowed_by_setting(open_desk):
    with open_desk(names=("desk.example.org",)) as (client, _):
        assert client.get("/api", headers={"Host": "desk.example.org"}).status_code == 200


def test_no_other_site_may_read_unless_it_is_allowed(open_desk):
    origin = {"Origin": "https://map.example"}
    with open_desk() as (client, _):
        assert "access-control-allow-origin" not in client.get("/api", headers=origin).headers
    with open_desk(origins=("https://map.example",)) as (client, _):
        assert client.get("/api", headers=origin).headers["access-control-allow-origin"] == "https://map.example"
        other = client.get("/api", headers={"Origin": "https://evil.example"})
        assert "access-control-allow-origin" not in other.headers


@pytest.mark.parametrize(
    "path", ["/", "/api", "/api/events", "/nowhere", "/health", "/ogc", "/atom.xml", "/api/verdicts/x"]
)
def test_a_browser_is_told_to_run_nothing_but_the_page(client, path):
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy
    assert "worker-src 'self';" in policy
    assert "img-src 'self' data: blob:;" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_tiles_of_another_host_are_the_only_thing_from_elsewhere(open_desk):
    with open_desk(tiles="https://tiles.example/{z}/{x}/{y}.pbf") as (client, _):
        policy = client.get("/").headers["content-security-policy"]
        assert "img-src 'self' data: blob: https://tiles.example;" in policy
        assert "connect-src 'self' https://tiles.example;" in policy
        assert client.get("/api").json()["tiles"] == "https://tiles.example/{z}/{x}/{y}.pbf"


def test_where_no_page_is_built_one_says_how(client):
    answer = client.get("/")
    assert answer.status_code == 200
    assert "make setup" in answer.text
    assert "<script" not in answer.text


def test_a_built_page_is_served_and_nothing_outside_it(open_desk, tmp_path):
    built = tmp_path / "dist"
    (built / "assets").mkdir(parents=True)
    (built / "index.html").write_text("<title>the page</title>")
    (built / "assets" / "app-1a2b.js").write_text("1")
    (tmp_path / "secret").write_text("secret")
    with open_desk(page=built) as (client, _):
        assert "the page" in client.get("/").text
        assert "immutable" in client.get("/assets/app-1a2b.js").headers["cache-control"]
        assert client.get("/").headers["cache-control"] == "no-cache"
        assert client.get("/..%2fsecret").status_code == 404
        assert client.get("/nowhere").json()["status"] == 404


@pytest.mark.parametrize("token", ["", "short", "has a blank in it ok", "пароль-пароль-пароль"])
def test_a_token_that_could_be_guessed_or_not_sent_is_refused(token):
    with pytest.raises(ServeError):
        checked_token(token)


@pytest.mark.parametrize(("host", "own"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False)])
def test_loopback_is_known(host, own):
    assert is_loopback(host) is own
