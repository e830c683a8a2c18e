"""Feeds that are watched: what is new comes once, whatever the server does, and no feed stops another."""

import datetime as dt
import gzip
import time
from collections.abc import Iterator, Mapping
from email.utils import format_datetime
from xml.sax.saxutils import escape

import pytest
from feed_server import PARAGRAPH, RSS, Answer, FeedServer, feed_server, item, rss
from watch_cases import START, Clock, Kept, looks, once

from fogline.collect import connect
from fogline.collect.feed import parse_feed
from fogline.collect.guard import ALLOW_PRIVATE
from fogline.collect.sources import Source
from fogline.collect.watch import watch
from fogline.collect.world import World


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with feed_server() as running:
        yield running


@pytest.fixture(autouse=True)
def _private_allowed_without_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ALLOW_PRIVATE, "1")
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


def feed(server: FeedServer, path: str = "/feed", name: str = "Harbour Post", **more: object) -> Source:
    fields = {"source": name, "language": "en", "every": 60.0, **more}
    return Source(name, "feed", server.address + path, **fields)  # type: ignore[arg-type]


def test_each_item_becomes_a_report_once(server: FeedServer) -> None:
    server.feed("/feed", item("2", "Second"), item("1", "First"))
    kept = once(Kept(), feed(server, side="Ukraine"))
    server.feed("/feed", item("3", "Third"), item("2", "Second"), item("1", "First"))
    once(kept, feed(server, side="Ukraine"))
    assert kept.titles() == ["First", "Second", "Third"]
    (third,) = (report for report in kept.reports.values() if report.title == "Third")
    assert (third.source, third.language, third.published) == ("Harbour Post", "en", "2024-12-22T09:30:00+02:00")
    assert third.text == (PARAGRAPH * 6).strip()
    assert kept.states["Harbour Post"].side == "Ukraine"


def test_what_did_not_change_is_not_sent_again(server: FeedServer) -> None:
    server.feed("/feed", item("1"), etag='"v1"')
    kept = once(Kept(), feed(server))
    once(kept, feed(server))
    asked = [headers.get("If-None-Match") for path, headers in server.asked if path == "/feed"]
    assert asked == [None, '"v1"']
    assert kept.states["Harbour Post"].failures == 0
    assert len(kept.reports) == 1


def test_last_modified_is_sent_back_and_a_tag_with_line_ends_is_not(server: FeedServer) -> None:
    body, day = rss(item("1")).encode(), "Sun, 22 Dec 2024 09:30:00 GMT"
    server.answers["/feed"] = Answer(body, headers={"Last-Modified": day, "ETag": '"\xff"'})
    kept = once(once(Kept(), feed(server)), feed(server))
    headers = server.asked[-1][1]
    assert (headers.get("If-Modified-Since"), headers.get("If-None-Match")) == (day, None)
    assert len(kept.reports) == 1


def test_the_article_is_fetched_where_the_feed_has_only_its_beginning(server: FeedServer) -> None:
    server.article("/a", PARAGRAPH * 5 + "\nThe fire was out by noon.")
    server.feed("/feed", item("1", "Depot burns", "A depot burned.", server.address + "/a"))
    (report,) = once(Kept(), feed(server)).reports.values()
    assert "The fire was out by noon." in report.text
    assert (report.url, report.published) == (server.address + "/a", "2024-12-22T09:30:00+02:00")
    server.asked.clear()
    (short,) = once(Kept(), feed(server, articles="never")).reports.values()
    assert short.text == "A depot burned."
    assert "/a" not in server.paths()


def test_an_article_that_fails_is_tried_three_times_and_then_the_feed_speaks(server: FeedServer) -> None:
    server.feed("/feed", item("1", "Depot burns", "A depot burned.", server.address + "/a"), etag='"v1"')
    server.answers["/a"] = Answer(status=503)
    kept = Kept()
    for tries in (1, 2):
        once(kept, feed(server))
        assert (kept.reports, [mark.tries for mark in kept.seen.values()]) == ({}, [tries])
    once(kept, feed(server))
    (report,) = kept.reports.values()
    assert report.text == "A depot burned."
    assert [problem.reason for problem in kept.problems] == ["http_503"]
    once(kept, feed(server))
    assert server.paths().count("/a") == 3


def test_an_article_that_is_gone_is_not_tried_again(server: FeedServer) -> None:
    server.feed("/feed", item("1", "Depot burns", "A depot burned.", server.address + "/gone"))
    kept = once(once(Kept(), feed(server)), feed(server))
    assert (len(kept.reports), server.paths().count("/gone")) == (1, 1)


def test_the_state_says_which_article_cannot_be_had_until_other_items_come(server: FeedServer) -> None:
    link = server.address + "/a"
    server.feed("/feed", item("1", "Depot burns", "A depot burned.", link), etag='"v1"')
    server.answers["/a"] = Answer(status=503)
    kept = Kept()
    for _ in range(2):
        problem = once(kept, feed(server)).states["Harbour Post"].problem or ""
        assert problem.startswith(f"{link}: ")
        assert problem.endswith("; it is tried again")
    for _ in range(2):  # given up, and then nothing new
        problem = once(kept, feed(server)).states["Harbour Post"].problem or ""
        assert problem.endswith("; what the feed says of it is taken")
    assert kept.states["Harbour Post"].failures == 0
    server.feed("/feed", item("2", "Second"))
    assert once(kept, feed(server)).states["Harbour Post"].problem is None


def test_robots_txt_is_heeded(server: FeedServer) -> None:
    server.answers["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /a\n")
    server.article("/a", PARAGRAPH * 6)
    server.feed("/feed", item("1", "Depot burns", "A depot burned.", server.address + "/a"))
    kept = once(Kept(), feed(server))
    assert "/a" not in server.paths()
    assert server.paths().count("/robots.txt") == 1
    assert [problem.reason for problem in kept.problems] == ["robots"]
    assert len(kept.reports) == 1


def test_a_site_that_does_not_give_its_robots_txt_is_left_alone(server: FeedServer) -> None:
    server.answers["/robots.txt"] = Answer(status=500)
    server.feed("/feed", item("1"))
    kept = once(Kept(), feed(server))
    assert (kept.reports, server.paths()) == ({}, ["/robots.txt"])
    assert kept.states["Harbour Post"].problem == "does not give its robots.txt (500): try later"


BAD: Mapping[str, Answer] = {
    "a page": Answer(b"<html><body><p>Not here</p></body></html>", headers={"Content-Type": RSS}),
    "empty": Answer(b"", headers={"Content-Type": RSS}),
    "server error": Answer(status=500),
    "redirects for ever": Answer(status=302, headers={"Location": "/feed"}),
    "redirects to a file": Answer(status=302, headers={"Location": "file:///etc/passwd"}),
    "too large": Answer(b"<rss>" + b" " * 6_000_000, headers={"Content-Type": RSS}),
    "gzip bomb": Answer(gzip.compress(b" " * 60_000_000), headers={"Content-Type": RSS, "Content-Encoding": "gzip"}),
    "bad gzip": Answer(b"no gzip", headers={"Content-Type": RSS, "Content-Encoding": "gzip"}),
    "entities": Answer(
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' + rss(item("1")).encode()[21:]
    ),
    "outside entity": Answer(
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><title>&a;</title></channel></rss>'
    ),
    "deep": Answer(b"<rss><channel>" + b"<a>" * 3000 + b"</a>" * 3000 + b"</channel></rss>"),
    "broken and large": Answer(b"<rss><channel><item><title>" * 20_000),
    "picture": Answer(b"\x89PNG\r\n\x1a\n" + b"\x00" * 500, headers={"Content-Type": RSS}),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_feed_is_told_in_a_line_and_stops_no_other(server: FeedServer, case: str) -> None:
    server.answers["/feed"] = BAD[case]
    server.feed("/good", item("1", "Good"))
    kept = once(Kept(), feed(server, name="bad"), feed(server, "/good", "good"))
    assert kept.titles() == ["Good"]
    (problem,) = kept.problems
    assert problem.where == server.address + "/feed"
    assert len(problem.message) < 120 and "\n" not in problem.message
    assert (kept.states["bad"].failures, kept.states["good"].failures) == (1, 0)
    assert "root:" not in problem.message


def test_a_feed_that_drips_for_ever_is_cut_off_while_the_others_are_read(
    server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fogline.collect.web.deadline", lambda line: connect.deadline(line, 1.0))
    server.answers["/slow"] = Answer(rss(item("1")).encode(), drip=0.05)
    server.feed("/good", item("1", "Good"))
    kept, began = Kept(), time.monotonic()
    arrived: dict[str, float] = {}
    for piece in watch([feed(server, "/slow", "slow"), feed(server, "/good", "good")], kept, World(), once=True):
        kept.keep(piece)
        arrived.setdefault(piece.source.name, time.monotonic() - began)
    assert arrived["good"] < arrived["slow"] < 3
    assert kept.titles() == ["Good"]
    assert kept.states["slow"].problem == "did not answer in time: try again later"


def test_a_fault_in_one_source_is_told_and_the_others_go_on(
    server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.feed("/bad", item("1", "Bad"))
    server.feed("/good", item("1", "Good"))
    from fogline.collect import look_feed

    whole = look_feed.parse_feed

    def broken(data: bytes, url: str, *rest: object) -> object:
        if url.endswith("/bad"):
            raise ZeroDivisionError("nought")
        return whole(data, url, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(look_feed, "parse_feed", broken)
    kept = once(Kept(), feed(server, "/bad", "bad"), feed(server, "/good", "good"))
    assert kept.titles() == ["Good"]
    assert "fault of Fogline's (ZeroDivisionError" in (kept.states["bad"].problem or "")


def test_items_with_one_id_are_told_apart_and_the_same_item_twice_is_one(server: FeedServer) -> None:
    server.feed("/feed", item("x", "First"), item("x", "Second"), item("x", "First"))
    assert once(Kept(), feed(server)).titles() == ["First", "Second"]


def test_dates_that_cannot_be_are_left_out_and_counted(server: FeedServer) -> None:
    future = format_datetime(START + dt.timedelta(days=3))
    server.feed(
        "/feed",
        item("1", "Future", date=future),
        item("2", "Nonsense", date="yesterday or so"),
        item("3", "None", date=None),
        item("4", "No zone", date="Sun, 22 Dec 2024 09:30:00"),
        item("5", "ISO", date="2024-12-22T09:30:00+03:00"),
    )
    kept = once(Kept(), feed(server))
    assert {report.title: report.published for report in kept.reports.values()} == {
        "Future": None,
        "Nonsense": None,
        "None": None,
        "No zone": "2024-12-22",
        "ISO": "2024-12-22T09:30:00+03:00",
    }
    assert sorted((one.reason, one.count) for one in kept.passed) == [("bad_date", 1), ("future", 1)]


def test_a_huge_feed_is_read_to_its_limit(server: FeedServer) -> None:
    server.feed("/feed", *(item(str(n), text=PARAGRAPH * 5) for n in range(700)))
    kept = once(Kept(), feed(server, articles="never"))
    assert len(kept.reports) == 500
    assert "more than 500 items" in (kept.states["Harbour Post"].problem or "")


def test_pages_that_lead_in_a_circle_are_read_once(server: FeedServer) -> None:
    def link(path: str) -> str:
        return f'<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="next" href="{server.address}{path}"/>'

    server.feed("/feed", item("3"), head=link("/2"))
    server.feed("/2", item("2"), head=link("/3"))
    server.feed("/3", item("1"), head=link("/feed"))
    kept = once(Kept(), feed(server, pages=20))
    assert kept.titles() == ["Item 1", "Item 2", "Item 3"]
    assert [path for path in server.paths() if path != "/robots.txt"] == ["/feed", "/2", "/3"]
    server.asked.clear()
    once(kept, feed(server, pages=20))
    assert "/2" not in server.paths(), "what is known needs no older pages"


@pytest.mark.parametrize(
    ("declared", "sent", "header"),
    [
        ("windows-1251", "cp1251", "application/rss+xml"),
        ("windows-1251", "cp1251", "text/html"),
        ("utf-8", "utf-8", "application/rss+xml; charset=us-ascii"),
        ("utf-8", "utf-8", "application/rss+xml; charset=iso-8859-1"),
        ("utf-16", "utf-16", "application/rss+xml"),
    ],
)
def test_encodings_that_are_named_wrongly(server: FeedServer, declared: str, sent: str, header: str) -> None:
    text = "У Херсоні безпілотник влучив у склад пального, загинули двоє людей, повідомив голова області. " * 6
    body = f'<?xml version="1.0" encoding="{declared}"?>{rss(item("1", "Влучання", text))[21:]}'
    server.answers["/feed"] = Answer(body.encode(sent), headers={"Content-Type": header})
    (report,) = once(Kept(), feed(server, language="uk")).reports.values()
    assert (report.title, report.text) == ("Влучання", text.strip())


def test_an_encoding_that_nothing_names_is_no_guess(server: FeedServer) -> None:
    server.answers["/feed"] = Answer(rss(item("1", "Влучання", "Двоє загиблих. " * 60)).encode("cp1251"))
    kept = once(Kept(), feed(server))
    assert (kept.reports, kept.states["Harbour Post"].problem) == ({}, "is in another encoding than it says")


def test_a_broken_letter_is_replaced(server: FeedServer) -> None:
    server.answers["/feed"] = Answer(rss(item("1", "Depot")).encode().replace(b"harbour", b"h\xffrbour", 1))
    (report,) = once(Kept(), feed(server)).reports.values()
    assert "h\ufffdrbour" in report.text


def test_broken_xml_is_mended(server: FeedServer) -> None:
    body = rss(item("1", "Fire & smoke"), item("2", "Second")).replace("&amp;", "&").removesuffix("</channel></rss>")
    server.answers["/feed"] = Answer(body.encode())
    assert once(Kept(), feed(server)).titles() == ["Fire & smoke", "Second"]


def test_atom_with_markup_gives_its_paragraphs(server: FeedServer) -> None:
    content = escape(f"<p>{PARAGRAPH * 5}</p><script>alert(1)</script><p>Second<br>line.</p>")
    body = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title><entry><id>urn:1</id>
      <title type="html">Depot burns</title><link href="/a"/><updated>2024-12-22T09:30:00Z</updated>
      <content type="html">{content}</content></entry></feed>"""
    server.answers["/feed"] = Answer(body.encode())
    (report,) = once(Kept(), feed(server)).reports.values()
    assert report.text == (PARAGRAPH * 5).strip() + "\n\nSecond\nline."
    assert (report.url, report.published) == (server.address + "/a", "2024-12-22T09:30:00+00:00")
    assert "alert" not in report.text


def test_a_feed_is_asked_at_its_interval_and_a_little_later(server: FeedServer) -> None:
    server.feed("/feed", item("1"))
    clock = Clock()
    ends = [clock.now for piece in looks(Kept(), clock, START + dt.timedelta(minutes=5), feed(server)) if piece.last]
    assert [round((moment - START).total_seconds()) for moment in ends] == [0, 60, 120, 180, 240]


def test_failures_are_tried_ever_more_rarely_and_one_success_ends_that(server: FeedServer) -> None:
    server.answers["/feed"] = Answer(status=500)
    clock, kept = Clock(), Kept()
    gaps = []
    for _ in looks(kept, clock, START + dt.timedelta(hours=40), feed(server)):
        gaps.append(dt.datetime.fromisoformat(kept.states["Harbour Post"].due or "") - clock.now)
    minutes = [round(gap.total_seconds() / 60) for gap in gaps]
    assert minutes[:9] == [2, 4, 8, 16, 32, 64, 128, 256, 360]
    assert max(minutes) == 360
    server.feed("/feed", item("1"))
    once(kept, feed(server), clock=clock)
    assert kept.states["Harbour Post"].failures == 0


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("1800", 1800), ("Sun, 22 Dec 2024 13:00:00 GMT", 3600), ("99999999999", 86400), ("soon", 120), ("-5", 120)],
)
def test_a_server_s_own_word_on_when_to_come_again_is_heeded(server: FeedServer, header: str, seconds: int) -> None:
    server.answers["/feed"] = Answer(status=429, headers={"Retry-After": header})
    kept = once(Kept(), feed(server))
    due = dt.datetime.fromisoformat(kept.states["Harbour Post"].due or "")
    assert (due - START).total_seconds() == seconds


def test_a_restart_waits_until_a_source_is_due(server: FeedServer) -> None:
    server.feed("/feed", item("1"))
    clock, kept = Clock(), Kept()
    list(looks(kept, clock, START + dt.timedelta(seconds=30), feed(server)))
    asked = len(server.asked)
    list(looks(kept, clock, START + dt.timedelta(seconds=55), feed(server)))
    assert len(server.asked) == asked
    list(looks(kept, clock, START + dt.timedelta(seconds=70), feed(server)))
    assert len(server.asked) > asked


def test_addresses_of_private_networks_are_refused(server: FeedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ALLOW_PRIVATE)
    kept = once(Kept(), feed(server))
    assert server.asked == []
    assert "private network" in kept.problems[0].message


@pytest.mark.parametrize(
    ("given", "link"),
    [
        ("<guid>abc-1</guid>", None),
        ("<guid>abc-1</guid><link>/n/1</link>", "https://post.example/n/1"),
        ("<guid>/n/1</guid><link>/n/1</link>", "https://post.example/n/1"),
        ("<guid>https://post.example/n/1</guid>", "https://post.example/n/1"),
        ('<guid>abc-1</guid><enclosure url="https://post.example/a.mp3" type="audio/mpeg"/>', None),
    ],
)
def test_an_id_that_is_no_address_is_none(given: str, link: str | None) -> None:
    (found,) = parse_feed(rss(f"<item><title>A</title>{given}</item>").encode(), "https://post.example/rss").items
    assert found.link == link
