"""Reports from the web: what an address may answer, where it may lead, and what is said when it fails."""

import socket
from collections.abc import Iterator

import pytest
from web_server import web_server

from fogline.collect import Defaults, collect, connect, guard, web
from fogline.collect.address import parse_address
from fogline.collect.guard import ALLOW_PRIVATE, is_public
from fogline.collect.skip import Skip
from fogline.model import Report
from fogline.model.problem import Problem


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with web_server() as address:
        yield address


@pytest.fixture(autouse=True)
def _private_allowed_without_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ALLOW_PRIVATE, "1")
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


def read(address: str, **defaults: str) -> Report:
    (report,) = collect([address], Defaults(**defaults))
    assert isinstance(report, Report), report
    return report


def problem(address: str) -> Problem:
    (found,) = collect([address])
    assert isinstance(found, Problem), found
    assert found.where == address
    assert "\n" not in found.message
    return found


@pytest.mark.parametrize("path", ["/page", "/packed", "/moved"])
def test_a_page_gives_headline_text_day_and_site(server: str, path: str) -> None:
    report = read(server + path)
    assert report.title == "Depot burns after drone strike"
    assert report.text.startswith("A fuel depot near the harbour")
    assert report.text.endswith("told reporters on Sunday.")
    assert "\n\nTwo workers" in report.text
    assert (report.source, report.url) == ("Harbour Post", server + path)
    assert (report.published, report.language) == ("2024-12-22", "en")


def test_the_user_s_word_goes_before_the_page_s(server: str) -> None:
    report = read(server + "/page", source="a local site", published="2024-12-23", language="uk")
    assert (report.source, report.published, report.language) == ("a local site", "2024-12-23", "uk")


def test_other_kinds_of_answers(server: str) -> None:
    report = read(server + "/text")
    assert (report.title, report.text, report.language) == ("Вибухи", "У місті чути вибухи.", "uk")
    assert read(server + "/json").id == "j1"
    for path in ("/lines", "/feed.jsonl"):
        first, second = collect([server + path])
        assert isinstance(first, Report)
        assert isinstance(second, Problem)
        assert second.where == f"{server}{path}:2"


FAULTS = [
    ("/gone", "http_404", "answers 404 Not Found"),
    ("/broken", "http_500", "answers 500 Internal Server Error"),
    ("/loop", "redirect_loop", "redirects more than 5 times"),
    ("/to-file", "bad_address", "leads to file://, and only http:// and https:// are read"),
    ("/pdf", "unknown_kind", "answers with application/pdf, not with a page, text or JSON"),
    ("/empty", "empty", "is empty"),
    ("/large", "too_large", "is larger than 10 MB"),
    ("/bomb", "too_large", "is larger than 10 MB"),
    ("/badzip", "bad_encoding", "answers with broken compressed data"),
    ("/cut", "cut_off", "broke off before its end"),
    ("/cutzip", "cut_off", "broke off before its end"),
    ("/brotli", "bad_encoding", "answers in a compression that was not asked for"),
]


@pytest.mark.parametrize(("path", "reason", "message"), FAULTS)
def test_what_is_said_of_a_bad_answer(server: str, path: str, reason: str, message: str) -> None:
    found = problem(server + path)
    assert (found.reason, found.message) == (reason, message)


def test_a_server_that_drips_for_ever_is_left(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "deadline", lambda line: connect.deadline(line, seconds=0.3))
    assert problem(server + "/drip").reason == "timeout"


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert problem(f"http://127.0.0.1:{port}/").message == "cannot be fetched (ConnectionRefusedError)"


PRIVATE = [
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "2002:7f00:1::",
    "64:ff9b::a00:1",
    "not an address",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


LEADS_INSIDE = ["127.0.0.1", "localhost", "0x7f.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254"]


@pytest.mark.parametrize("host", LEADS_INSIDE)
def test_an_address_of_a_private_network_is_not_asked(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ALLOW_PRIVATE)
    found = problem(f"http://{host}:1/x")
    assert found.reason == "private_address"
    assert "leads to a private network" in found.message
    assert "FOGLINE_ALLOW_PRIVATE=1 is set (docs/watch.md)" in found.message


def test_a_redirect_into_a_private_network_is_not_followed(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ALLOW_PRIVATE)
    port = server.rpartition(":")[2]
    real = socket.getaddrinfo
    monkeypatch.setattr(guard, "is_public", lambda address: address == "127.0.0.1")  # the server stands for the web
    monkeypatch.setattr(
        guard.socket,
        "getaddrinfo",
        lambda name, *rest, **more: real("127.0.0.1" if name == "news.example" else name, *rest, **more),
    )
    assert problem(f"http://news.example:{port}/to-private").message.startswith("leads to a private network (10.0.0.1)")


def test_a_name_with_one_private_answer_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ALLOW_PRIVATE)
    answers = [(0, 0, 0, "", ("93.184.215.14", 80)), (0, 0, 0, "", ("192.168.0.1", 80))]
    monkeypatch.setattr(guard.socket, "getaddrinfo", lambda *_, **__: answers)
    assert problem("http://news.example/").reason == "private_address"


def test_the_connection_goes_to_the_address_that_was_checked(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that answers otherwise when asked again leads nowhere: it is asked once."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def look_up(name: str, *rest: object, **more: object) -> object:
        asked.append(name)
        return real("127.0.0.1" if name == "news.example" else name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert read(server.replace("127.0.0.1", "news.example") + "/json").id == "j1"
    assert asked.count("news.example") == 1


BAD_ADDRESSES = [
    ("ftp://host/x", "leads to ftp://"),
    ("file:///etc/passwd", "leads to file://"),
    ("http://user:word@host/", "no name or password"),
    ("http:///x", "needs a host"),
    ("http://host:99999/", "no valid address"),
    ("http://[::1/", "no valid address"),
    ("http://no-such-host.invalid/", "cannot be found"),
]


@pytest.mark.parametrize(("address", "message"), BAD_ADDRESSES)
def test_bad_addresses(address: str, message: str) -> None:
    assert message in problem(address).message


def test_an_address_in_other_letters_is_written_in_ascii() -> None:
    target = parse_address("http://новини.example/в місті?q=ї#x")
    assert target.whole.isascii()
    assert target.netloc == "xn--b1amarcd.example"
    assert " " not in target.path


def test_no_line_is_smuggled_into_a_request() -> None:
    assert "\r" not in parse_address("http://host/a\r\nX: y").path
    with pytest.raises(Skip, match="characters that no host has"):
        parse_address("http://ho st\r\n/")


def test_a_proxy_is_used_where_the_environment_names_one(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", server)
    assert problem("http://10.0.0.1/x").reason == "unreachable", "the server of the tests is no proxy, but it was asked"
    monkeypatch.delenv(ALLOW_PRIVATE)
    assert problem("http://10.0.0.1/x").reason == "private_address"
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setenv(ALLOW_PRIVATE, "1")
    assert read(server + "/json").id == "j1"


def test_the_address_of_a_cloud_s_keys_is_never_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOGLINE_ALLOW_PRIVATE", "1")
    assert (
        problem("http://169.254.169.254:1/x").message
        == "leads to a private network (169.254.169.254) that is never read"
    )
