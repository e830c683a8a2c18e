"""Politeness: requests to one host keep their distance, and a site's rules are asked for once a day."""

import datetime as dt

import pytest
from watch_cases import START, Clock

from fogline.collect import polite
from fogline.collect.address import parse_address
from fogline.collect.polite import Politeness
from fogline.collect.skip import Skip
from fogline.collect.web import Asking, Fetched, Refused

PAGE = parse_address("https://post.example/a")


class Sites:
    """What robots.txt says, and how often it was asked for."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, answer: bytes | Skip) -> None:
        self.asked: list[str] = []
        self.answer = answer
        monkeypatch.setattr(polite, "fetch", self.fetch)

    def fetch(self, url: str, asking: Asking) -> Fetched:
        self.asked.append(url)
        if isinstance(self.answer, Skip):
            raise self.answer
        return Fetched(url, "text/plain", None, self.answer)


@pytest.mark.parametrize(
    ("rules", "gap"),
    [(b"", 1.0), (b"User-agent: fogline\nCrawl-delay: 7", 7.0), (b"User-agent: *\nCrawl-delay: 999", 60)],
)
def test_requests_to_one_host_keep_their_distance(monkeypatch: pytest.MonkeyPatch, rules: bytes, gap: float) -> None:
    Sites(monkeypatch, rules)
    clock = Clock()
    politeness = Politeness(clock.world())
    for address in (PAGE, PAGE, parse_address("https://other.example/"), parse_address("https://post.example/b")):
        politeness.before(address)
    assert clock.waited == [gap, gap]


def test_rules_are_kept_for_a_day_and_a_site_that_fails_is_asked_again_sooner(monkeypatch: pytest.MonkeyPatch) -> None:
    sites = Sites(monkeypatch, b"User-agent: *\nDisallow: /closed")
    clock = Clock()
    politeness = Politeness(clock.world())
    politeness.before(PAGE)
    with pytest.raises(Skip, match="closed to programs"):
        politeness.before(parse_address("https://post.example/closed/1"))
    assert sites.asked == ["https://post.example/robots.txt"]
    clock.now = START + dt.timedelta(hours=25)
    sites.answer = Refused(503)
    for minutes, asked in ((0, 2), (5, 2), (11, 3)):
        clock.now = START + dt.timedelta(hours=25, minutes=minutes)
        with pytest.raises(Skip) as caught:
            politeness.before(PAGE)
        assert (caught.value.reason, len(sites.asked)) == ("robots_unreachable", asked)


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_site_without_rules_may_be_read(monkeypatch: pytest.MonkeyPatch, status: int) -> None:
    Sites(monkeypatch, Refused(status))
    Politeness(Clock().world()).before(PAGE)
