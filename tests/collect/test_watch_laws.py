"""Laws of watching: whatever stands in a feed, an export or an archive, it gives reports or lines, and no fault."""

import datetime as dt
import tempfile
from pathlib import Path

from feed_server import item, rss
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from fogline.collect.feed import parse_feed
from fogline.collect.files import read_from
from fogline.collect.markup import fragment_text
from fogline.collect.schedule import JITTER, LONGEST_SECONDS, MOST_RETRY_AFTER, next_look
from fogline.collect.shape import Defaults
from fogline.collect.skip import Skip
from fogline.collect.sources import Source
from fogline.collect.world import World
from fogline.model import Report
from fogline.model.problem import Passed, Problem

NOW = dt.datetime(2024, 12, 22, tzinfo=dt.UTC)
WHOLE_FEED = rss(item("1", "First"), item("2", "Second"), head="<language>en</language>").encode()
WHOLE_EXPORT = (
    b'{"name": "Odesa Now", "type": "public_channel", "id": 7, "messages": [{"id": 1, "type": "message", '
    b'"date": "2024-12-22T10:30:15", "date_unixtime": "1734856215", "text": ["Drones hit ", {"type": "bold", '
    b'"text": "the port"}, " of Odesa in the night."]}]}'
)
any_text = st.text(st.characters(codec=None), max_size=80)
pieces_of_markup = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<br>", "<div", ">", "<script>", "</script>", "&amp;", "&#0;", "<!--", "-->", "a", " "]
    ),
    max_size=30,
).map("".join)


def changed(whole: bytes) -> st.SearchStrategy[bytes]:
    """The document with a piece of it replaced by any bytes."""
    at = st.integers(0, len(whole))
    return st.builds(
        lambda start, length, middle: whole[:start] + middle + whole[start + length :],
        at,
        st.integers(0, 40),
        st.binary(max_size=30),
    )


@settings(deadline=None)
@given(
    st.one_of(st.binary(max_size=200), changed(WHOLE_FEED)), st.sampled_from([None, "utf-8", "cp1251", "utf-16", "x"])
)
def test_any_bytes_are_a_feed_or_a_line(data: bytes, charset: str | None) -> None:
    try:
        found = parse_feed(data, "https://post.example/rss", charset, NOW)
    except Skip as skip:
        assert len(skip.message.splitlines()) == 1
        return
    assert len({one.key for one in found.items}) == len(found.items)
    for one in found.items:
        one.title.encode()
        one.text.encode()
        assert one.link is None or one.link.startswith(("http://", "https://"))
        assert one.published is None or dt.datetime.fromisoformat(one.published)
    assert parse_feed(data, "https://post.example/rss", charset, NOW) == found


@settings(deadline=None)
@given(st.one_of(any_text, pieces_of_markup))
@example("shots<br><br><br>were heard")
def test_the_text_of_any_markup_is_clean(html: str) -> None:
    text = fragment_text(html)
    text.encode()
    assert text == text.strip()
    assert not any(character < " " and character not in "\t\n" for character in text)
    assert "\n\n\n" not in text or "<" not in html


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(["result.json", "messages.html", "a.warc.gz", "a.warc", "a.xml", "a.txt"]),
    st.one_of(
        st.binary(max_size=200), changed(WHOLE_EXPORT), changed(b"WARC/1.0\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n")
    ),
)
def test_any_file_gives_reports_or_lines_and_can_be_gone_on_with(name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        steps = list(read_from(path, Defaults()))
        for step in steps:
            assert step.found is None or isinstance(step.found, Report | Problem | Passed)
        reports = [step.found for step in steps if isinstance(step.found, Report)]
        for number, step in enumerate(steps):
            rest = [one.found for one in read_from(path, Defaults(), step.after) if isinstance(one.found, Report)]
            before = [one.found for one in steps[: number + 1] if isinstance(one.found, Report)]
            assert before + rest == reports


@given(
    st.floats(60, 86400 * 7),
    st.integers(0, 10**6),
    st.one_of(st.none(), any_text, st.integers(-(10**30), 10**30).map(str)),
    st.floats(0, 1),
)
def test_the_next_look_is_never_before_the_interval_and_never_too_far(
    every: float, failures: int, retry_after: str | None, chance: float
) -> None:
    source = Source("x", "feed", "https://post.example/rss", every=every)
    gap = next_look(source, World(now=lambda: NOW, chance=lambda: chance), failures, retry_after) - NOW
    most = max(max(every, LONGEST_SECONDS) * (1 + JITTER), MOST_RETRY_AFTER.total_seconds())
    assert every - 0.001 <= gap.total_seconds() <= most + 0.001
