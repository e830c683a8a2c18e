"""The list of sources: what it may say, and one clear line for each fault."""

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from fogline.collect.sources import Source, load_sources, parse_sources
from fogline.errors import SourcesError

HERE = Path("/lists")


def faults(text: str) -> tuple[str, ...]:
    with pytest.raises(SourcesError) as caught:
        parse_sources(text, HERE)
    assert all("\n" not in fault for fault in caught.value.faults)
    return caught.value.faults


def test_each_kind_of_source() -> None:
    text = """
    [[feed]]
    name = "Harbour Post: World"
    source = "Harbour Post"
    address = "https://post.example/rss"
    side = "Ukraine"
    language = "en-GB"
    every = "5 min"
    articles = "always"
    pages = 3
    [[folder]]
    name = "drop"
    path = "incoming"
    [[telegram]]
    name = "a channel"
    path = "/exports/result.json"
    address = "https://t.me/channel"
    [[warc]]
    name = "CC-NEWS"
    path = "warc"
    every = 3600
    enabled = false
    """
    assert parse_sources(text, HERE) == [
        Source(
            *("Harbour Post: World", "feed", "https://post.example/rss", None, "Harbour Post", "Ukraine", "en"),
            *(300.0, "always", 3),
        ),
        Source("drop", "folder", None, HERE / "incoming", every=2.0),
        Source("a channel", "telegram", "https://t.me/channel", Path("/exports/result.json"), every=10.0),
        Source("CC-NEWS", "warc", None, HERE / "warc", every=3600.0, enabled=False),
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("adress = 'x'", '"adress" is no key'),
        ("name = 3", "name must be a text"),
        ("address = 'post.example/rss'", 'needs an address: address = "https://…"'),
        ("address = 'ftp://post.example'", "leads to ftp://"),
        ("address = 'https://user:secret@post.example'", "no name or password"),
        ("language = 'English'", "no two-letter code"),
        ("every = '1 s'", "from 60 seconds to 7 days"),
        ("every = 'often'", "every must be a duration"),
        ("every = true", "every must be a duration"),
        ("every = '8 days'", "from 60 seconds to 7 days"),
        ("articles = 'maybe'", "articles must be one of auto, always, never"),
        ("pages = 0", "pages must be a number from 1 to 20"),
        ("enabled = 'yes'", "enabled must be true or false"),
        ("side = ''", "side must be a text"),
    ],
)
def test_a_fault_is_told_with_the_source_s_name(line: str, words: str) -> None:
    key = line.split(" ", 1)[0]
    fields = {"name": "name = 'Post'", "address": "address = 'https://post.example/rss'"} | {key: line}
    (fault,) = faults("[[feed]]\n" + "\n".join(fields.values()))
    assert words in fault
    assert fault.startswith("[[feed]] number 1: " if key == "name" else '[[feed]] "Post": ')


def test_every_fault_is_told_at_once() -> None:
    text = """
    [[feed]]
    name = "Post"
    address = "https://post.example/rss"
    [[warc]]
    name = "Post"
    path = "x"
    [[folder]]
    name = "drop"
    [telegram]
    name = "x"
    [[twitter]]
    """
    assert [fault.split(":")[0] for fault in faults(text)] == [
        '"twitter" is no kind of source',
        '[[folder]] "drop"',
        "[telegram] is one table",
        'two sources are called "Post"',
    ]


def test_every_fault_of_one_entry_is_told_in_the_order_of_the_keys() -> None:
    text = "[[feed]]\nadress = 'x'\nlanguage = 'English'\nevery = 'often'\npages = 0\n"
    assert [fault.removeprefix("[[feed]] number 1: ").split(" ")[0] for fault in faults(text)] == [
        '"adress"',
        "needs",  # a name
        "needs",  # an address
        '"language"',
        "every",
        "pages",
    ]


def test_lists_that_are_none(tmp_path: Path) -> None:
    assert "is no TOML" in faults("[[feed")[0]
    assert "lists no source" in faults("")[0]
    for name, data, words in (
        ("latin.toml", b'[[feed]]\nname = "Caf\xe9"', "is not UTF-8"),
        ("large.toml", b"#" * 2_000_000, "larger than 1 MB"),
    ):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(SourcesError, match=words):
            load_sources(tmp_path / name)
    with pytest.raises(SourcesError, match="No such file"):
        load_sources(tmp_path / "none.toml")


def test_a_server_on_this_machine_may_be_asked_often() -> None:
    (source,) = parse_sources('[[feed]]\nname = "x"\naddress = "http://127.0.0.1:1/"\nevery = 0.2', HERE)
    assert source.every == 0.2


def test_the_example_is_a_list_without_faults_and_all_of_it_is_off() -> None:
    text = (files("fogline.collect") / "feeds.example.toml").read_text(encoding="utf-8")
    listed = parse_sources(text, HERE)
    assert len(listed) > 12
    assert not any(source.enabled for source in listed)
    assert {source.kind for source in listed} == {"feed", "folder", "telegram", "warc"}
    assert all("enabled" in table for tables in tomllib.loads(text).values() for table in tables)
