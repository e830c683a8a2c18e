"""What does an RSS or Atom document hold? Its items, within limits, whatever its publisher got wrong (feedparser)."""

import datetime as dt
import email.utils
import hashlib
import re
import time
import xml.parsers.expat
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from fogline.collect.clean import BYTE_ORDER_MARK, REPLACEMENT, clean_line
from fogline.collect.encoding import UTF16_MARKS, decode
from fogline.collect.markup import fragment_text
from fogline.collect.shape import MEBIBYTE, read_published
from fogline.collect.skip import Skip

# A feed of ten thousand short items has 4.5 MB and takes 4 s to parse; real ones have 20 to 200 items.
FEED_BYTES = 5 * MEBIBYTE
# Broken XML goes through feedparser's loose parser, which takes up to 20 s for a megabyte made to hurt.
BROKEN_BYTES = 256 * 1024
MOST_DEPTH = 256
MOST_ITEMS = 500
# Clocks are wrong and zones are left out: an item may be dated up to a day ahead of now, and no more.
AHEAD = dt.timedelta(days=1)
NEVER = dt.datetime.max.replace(tzinfo=dt.UTC) - AHEAD
KEY_DIGITS = 24
ADDRESS_CHARACTERS = 2000
BEGINNING = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<\?[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*>\s*)*<(rss|feed|rdf:RDF)\b", re.DOTALL
)
HEAD_BYTES = 4096
DECLARED = re.compile(rb"""\s{0,20}<\?xml[^>]{0,100}?encoding\s{0,4}=\s{0,4}["']([A-Za-z0-9_:.-]{1,40})["']""")
DECLARATION = re.compile(r"^\s{0,20}<\?xml\s[^>]{0,200}>")
# A broken letter here and there is replaced; more than one in a hundred is another encoding.
MOST_REPLACED = 0.01


@dataclass(frozen=True, slots=True)
class Item:
    """One item: `key` is its own, `text` what the feed has of it, `published` ISO 8601 with its offset or None.

    `flaw` says why a date that it has was not taken: it lies in the `future`, or is a `bad_date`.
    """

    key: str
    link: str | None
    title: str
    text: str
    published: str | None
    flaw: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """The items of a feed in its own order, each once, and the address of the next page.

    `repeated` items were left out, and so many (`too_many`) beyond the first 500.
    """

    title: str | None
    items: tuple[Item, ...]
    next: str | None
    repeated: int
    too_many: int


def looks_like_feed(data: bytes) -> bool:
    """Whether bytes begin as RSS or Atom does."""
    return BEGINNING.match(data[:HEAD_BYTES].removeprefix(b"\xef\xbb\xbf")) is not None


def parse_feed(data: bytes, url: str, charset: str | None = None, now: dt.datetime = NEVER) -> Document:
    """Parse a feed; dates after `now` are not taken. `charset` is the server's word. Raises Skip where it is none."""
    if not data.strip():
        raise Skip("empty", "is empty")
    if len(data) > FEED_BYTES:
        raise Skip("too_large", f"is a feed of more than {FEED_BYTES // MEBIBYTE} MB")
    text = _utf8(data, charset)
    _check(text)
    found = _parsed(text)
    entries, feed = found.get("entries") or [], found.get("feed") or {}
    if not entries and not found.get("version"):
        raise Skip("no_feed", "is no RSS or Atom feed")
    read = [_item(entry, url, now) for entry in entries[:MOST_ITEMS]]
    items = {item.key: item for item in reversed(read)}  # of two with one key the first counts
    return Document(
        title=clean_line(fragment_text(_string(feed.get("title")))) or None,
        items=tuple(reversed(items.values())),
        next=_next_page(feed, url),
        repeated=len(read) - len(items),
        too_many=max(len(entries) - MOST_ITEMS, 0),
    )


def _check(data: bytes) -> None:
    """What no feed has, before the lenient parser sees it. Raises Skip."""
    depth = 0

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MOST_DEPTH:
            raise Skip("bad_feed", "is nested too deeply to be a feed")

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1

    def entity(*_: object) -> None:
        raise Skip("bad_feed", "declares entities, which no feed needs")

    parser = xml.parsers.expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler, parser.EntityDeclHandler = start, end, entity
    try:
        parser.Parse(data, True)
    except (xml.parsers.expat.ExpatError, ValueError, LookupError) as error:
        if len(data) > BROKEN_BYTES:
            raise Skip("bad_feed", "is broken XML, and too large to be mended") from error


def _utf8(data: bytes, charset: str | None) -> bytes:
    """The document in UTF-8 without its XML declaration. Raises Skip where it is in no encoding that it names.

    What is valid UTF-8 is UTF-8, whatever is said of it; then the document's own word goes before the server's.
    """
    declared = DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
    named = declared[1].decode("ascii") if declared else None
    try:
        text = decode(data, "utf-16" if data.startswith(UTF16_MARKS) else "utf-8", named, charset)
    except Skip:
        text = data.decode(errors="replace")
        if text.count(REPLACEMENT) > MOST_REPLACED * len(text):
            raise Skip("bad_encoding", "is in another encoding than it says") from None
    return DECLARATION.sub("", text.removeprefix(BYTE_ORDER_MARK), count=1).encode(errors="replace")


def _parsed(data: bytes) -> dict[str, Any]:
    import feedparser

    try:
        found: dict[str, Any] = feedparser.parse(
            data,
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,  # markup is taken out, not shown
            resolve_relative_uris=False,
        )
    except Exception as error:  # the parser meets hostile documents: whatever breaks it must not stop the rest
        raise Skip("bad_feed", f"is a feed that cannot be read ({type(error).__name__})") from error
    return found


def _item(entry: Mapping[str, object], url: str, now: dt.datetime) -> Item:
    title = clean_line(fragment_text(_string(entry.get("title"))))
    text = max((fragment_text(body) for body in _bodies(entry)), key=len, default="")
    link = _address(entry.get("link"), url if _is_linked(entry) else "")
    name = clean_line(_string(entry.get("id"))) or link or ""
    # Some feeds give all their items one id: the headline tells them apart. One that is changed makes another report.
    key = hashlib.sha256("\x1f".join((name, title or text)).encode(errors="replace")).hexdigest()[:KEY_DIGITS]
    return Item(key, link, title, text, *_published(entry, now))


def _bodies(entry: Mapping[str, object]) -> list[str]:
    contents = entry.get("content")
    values = [one.get("value") for one in contents if isinstance(one, Mapping)] if isinstance(contents, list) else []
    return [_string(value) for value in (*values, entry.get("summary")) if value]


def _is_linked(entry: Mapping[str, object]) -> bool:
    """Whether the item names a page: else its "link" is its id, which is an address only where it is a whole one."""
    links = _raw(entry, "links")
    rels = [one.get("rel") for one in links if isinstance(one, Mapping)] if isinstance(links, list) else []
    return "alternate" in rels


def _address(value: object, base: str) -> str | None:
    text = _string(value).strip()
    try:
        whole = urljoin(base, text)
    except ValueError:
        return None
    fits = text and len(whole) <= ADDRESS_CHARACTERS and whole.startswith(("http://", "https://"))
    return clean_line(whole) if fits else None


def _next_page(feed: object, url: str) -> str | None:
    """RFC 5005, 3: the page with the items before these."""
    links = feed.get("links") if isinstance(feed, Mapping) else None
    for link in links if isinstance(links, list) else []:
        if isinstance(link, Mapping) and link.get("rel") == "next":
            return _address(link.get("href"), url)
    return None


def _published(entry: Mapping[str, object], now: dt.datetime) -> tuple[str | None, str | None]:
    """The date of an item in its own offset, None where it has none that can be; and what is wrong with it."""
    written = _string(_raw(entry, "published") or _raw(entry, "updated")).strip()
    found = _iso(written) or _rfc822(written) or _of_parser(entry)
    if found is None:
        return None, "bad_date" if written else None
    moment = dt.datetime.fromisoformat(found)
    if (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)) > now + AHEAD:
        return None, "future"
    return found, None


def _iso(written: str) -> str | None:
    try:
        return read_published(written)
    except Skip:
        return None


def _rfc822(written: str) -> str | None:
    """RFC 2822 as RSS has it; a zone that is not known leaves the day alone."""
    try:
        return read_published(email.utils.parsedate_to_datetime(written))
    except (Skip, ValueError, TypeError, IndexError, OverflowError):
        return None


def _of_parser(entry: Mapping[str, object]) -> str | None:
    """What feedparser made of it, in UTC."""
    parsed = _raw(entry, "published_parsed") or _raw(entry, "updated_parsed")
    if not isinstance(parsed, time.struct_time):
        return None
    try:
        return read_published(dt.datetime(*parsed[:6], tzinfo=dt.UTC))
    except (Skip, ValueError, OverflowError):
        return None


def _raw(entry: Mapping[str, object], key: str) -> object:
    """A value under this very key: feedparser gives another for some that are missing, with a warning."""
    return dict.get(entry, key) if isinstance(entry, dict) else None


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""
