"""Addresses of tiles, origins and names: what is none is refused, and nothing but an origin reaches the policy."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from fogline.cli import app
from fogline.errors import UsageError
from fogline.serve.addresses import checked_name, checked_origin, checked_tiles, tile_origin
from fogline.serve.config import ServeConfig
from fogline.serve.guard import security_headers

TOKEN = "a-token-that-is-long-enough"


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("https://tile.example.org/{z}/{x}/{y}.png", "https://tile.example.org"),
        ("http://10.0.0.5:8080/{z}/{x}/{y}", "http://10.0.0.5:8080"),
        ("https://Tile.example:443/x?z={z}&x={x}&y={y}", "https://tile.example"),
        ("https://tile.example/all.json?key=a-b", "https://tile.example"),
        ("https://tile.example/world.pmtiles", "https://tile.example"),
        ("pmtiles://https://tile.example/world.pmtiles", "https://tile.example"),
    ],
)
def test_an_address_of_tiles_gives_its_origin(address, origin):
    assert checked_tiles(address) == address
    assert tile_origin(address) == origin


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org;script-src */{z}/{x}/{y}.png",
        "https://example.org;script-src/{z}/{x}/{y}.png",
        "https://example.org/{z}/{x}/{y}.png;script-src",
        "https://example.org,evil.example/{z}/{x}/{y}",
        "https://*/{z}/{x}/{y}",
        "https://'self'/{z}/{x}/{y}",
        "https://{s}.example.org/{z}/{x}/{y}.png",
        "https://example.org/{z}/{x}.png",
        "https://example.org/{z}/{x}/{y}{r}.png",
        "https://example.org/",
        "https://user:word@example.org/{z}/{x}/{y}",
        "https://example.org:port/{z}/{x}/{y}",
        "https:///{z}/{x}/{y}",
        "https://[::1]/{z}/{x}/{y}",
        "javascript:alert(1)//{z}/{x}/{y}",
        "data:text/html,{z}{x}{y}",
        "file:///etc/passwd.json",
        "//example.org/{z}/{x}/{y}",
        "/tiles/{z}/{x}/{y}.png",
        "https://example.org/{z}/{x}/{y}\r\nX: y",
        "https://пример.example/{z}/{x}/{y}",
        "",
    ],
)
def test_what_is_no_address_of_tiles_is_refused_in_one_line(address):
    with pytest.raises(UsageError) as caught:
        ServeConfig(TOKEN, tiles=address)
    assert "\n" not in str(caught.value)
    answer = CliRunner().invoke(app, ["serve", "--tiles", address])
    assert (answer.exit_code, len(answer.stderr.splitlines())) == (2, 1)


@given(st.text(st.characters(codec="utf-8"), max_size=40), st.text("{}zxy/;, '\"*.:@?#[]\\\n", max_size=40))
def test_no_text_gives_the_policy_another_directive(host, rest):
    plain = security_headers(ServeConfig(TOKEN))["Content-Security-Policy"]
    try:
        config = ServeConfig(TOKEN, tiles=f"https://{host}/{rest}{{z}}{{x}}{{y}}")
    except UsageError:
        return
    policy = security_headers(config)["Content-Security-Policy"]
    added = re.sub(r" https://[a-z0-9._-]+(:\d+)?(?=;)", "", policy)
    assert added == plain


@pytest.mark.parametrize(
    ("given", "origin"),
    [
        ("https://map.example", "https://map.example"),
        ("HTTPS://Map.Example:443", "https://map.example"),
        ("http://10.0.0.5:8080", "http://10.0.0.5:8080"),
        ("http://[::1]:3000", "http://[::1]:3000"),
    ],
)
def test_an_origin_is_written_as_browsers_write_it(given, origin):
    assert checked_origin(given) == origin


@pytest.mark.parametrize(
    "given",
    [
        "*",
        "null",
        "map.example",
        "https://map.example/",
        "https://map.example/x",
        "https://*.example",
        "ftp://x",
        "",
        "https://map.example?x",
        "https://map.example#",
        "https://a@map.example",
        "https://map.example, https://b.example",
    ],
)
def test_what_is_no_origin_is_refused(given):
    with pytest.raises(UsageError):
        checked_origin(given)
    assert CliRunner().invoke(app, ["serve", "--origin", given]).exit_code == 2


@pytest.mark.parametrize("given", ["*", "*.example", "desk.example:80", "http://desk.example", "a b", "", "a..b", "-a"])
def test_what_is_no_host_name_is_refused(given):
    with pytest.raises(UsageError):
        checked_name(given)
    assert CliRunner().invoke(app, ["serve", "--name", given]).exit_code == 2


def test_whose_the_tiles_are_is_told_to_the_page(open_desk):
    tiles = "https://tiles.example/{z}/{x}/{y}.png"
    with open_desk(tiles=tiles, attribution="© somebody") as (client, _):
        assert client.get("/api").json()["attribution"] == "© somebody"
    assert CliRunner().invoke(app, ["serve", "--attribution", "x"]).exit_code == 2
