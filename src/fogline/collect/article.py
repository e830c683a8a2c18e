"""How an item of a feed becomes a report: by its own text, or by the article behind it where it is only a beginning."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace

from fogline.collect.feed import Item, parse_feed
from fogline.collect.html import html_report
from fogline.collect.shape import Defaults, shape
from fogline.collect.skip import Skip
from fogline.collect.sources import Source
from fogline.collect.web import Fetched
from fogline.model.problem import Passed, Problem
from fogline.model.report import Report

# Summaries that feeds give have 100 to 400 characters; an agency's shortest whole item has about 600.
STUB_CHARACTERS = 500
# What a later try may bring; everything else is settled by the first answer.
PASSING = frozenset({"timeout", "unreachable", "unknown_host", "robots_unreachable", "http_429", "proxy"})
SERVER_ERROR = "http_5"
ID_DIGITS = 16

Fetch = Callable[[str], Fetched]
Found = Iterator[Report | Problem | Passed]


class Later(Exception):  # noqa: N818 - no error: the item is tried again
    """The article behind an item could not be fetched now, and may be later."""


def item_report(item: Item, source: Source, fetch: Fetch, *, last_try: bool) -> tuple[Report, Problem | None]:
    """The report of an item, and what went wrong with its article, of which the feed's own words were then taken.

    Raises Later where another try may bring the article and this is not the last, and Skip where there is nothing to
    read.
    """
    fetched: Report | None = None
    problem = None
    if wants_article(item, source):
        try:
            fetched = _article(item, source, fetch)
        except Skip as skip:
            if not last_try and (skip.reason in PASSING or skip.reason.startswith(SERVER_ERROR)):
                raise Later(skip.message) from skip
            problem = Problem(item.link or "", skip.reason, f"{skip.message}; what the feed says of it is taken")
    own = _own_words(item, source)
    best = max((one for one in (fetched, own) if one), key=lambda one: len(one.text), default=None)
    if best is None:
        raise Skip("no_text", "is an item without a text")
    return replace(best, id=_id(item, source), url=item.link), problem


def feed_reports(
    data: bytes, where: str, defaults: Defaults, charset: str | None = None, fetch: Fetch | None = None
) -> Found:
    """The reports of a whole feed that is read once; `fetch` brings articles, without it the feed's words are taken.

    `where` is the feed's address, or its file. Raises Skip where it is no feed.
    """
    document = parse_feed(data, where, charset)
    outlet = defaults.source or document.title or where
    source = Source(outlet, "feed", source=outlet, language=defaults.language, articles="auto" if fetch else "never")
    for item in document.items:
        try:
            report, problem = item_report(item, source, fetch or _no_fetch, last_try=True)
        except Skip as skip:
            yield skip.at(f"{where}, {item.link or item.title}")
            continue
        yield report if report.published else replace(report, published=defaults.published)
        if problem:
            yield problem
    if document.too_many:
        yield Passed(where, "too_many", "items beyond the first of a long feed", document.too_many)
    if document.repeated:
        yield Passed(where, "repeated", "items that it has twice", document.repeated)


def _no_fetch(url: str) -> Fetched:
    raise Skip("not_fetched", "is not fetched")


def wants_article(item: Item, source: Source) -> bool:
    """Whether the article behind an item is to be fetched."""
    if item.link is None or source.articles == "never":
        return False
    return source.articles == "always" or len(item.text) < STUB_CHARACTERS


def _article(item: Item, source: Source, fetch: Fetch) -> Report:
    answer = fetch(item.link or "")
    defaults = Defaults(source.source, item.published, source.language)
    return html_report(answer.body, defaults, item.link, answer.charset)


def _own_words(item: Item, source: Source) -> Report | None:
    """What the feed itself has; a headline alone is a text."""
    text = item.text or item.title
    if not text.strip():
        return None
    title = item.title if item.text else ""
    fields = {"title": title, "text": text, "published": item.published, "url": item.link}
    return shape(fields, Defaults(source.source, None, source.language))


def _id(item: Item, source: Source) -> str:
    """Of the outlet and the item alone: fetched again, an item is the same report."""
    return hashlib.sha256(f"{source.source}\x1f{item.key}".encode()).hexdigest()[:ID_DIGITS]
