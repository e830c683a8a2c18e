"""What a `messages.html` of Telegram's desktop client holds. Its pages are files of their own, 1,000 messages each."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from fogline.collect.clean import clean_line
from fogline.collect.html import decode_html
from fogline.collect.markup import element_text
from fogline.collect.shape import Defaults
from fogline.collect.skip import Skip
from fogline.collect.telegram import Channel, Found, Message, channel_reports, plain, with_offset

if TYPE_CHECKING:
    import lxml.html

# "22.12.2024 10:30:15 UTC+02:00"; exports of before 2021 have no zone.
MOMENT = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d):(\d\d):(\d\d)(?: UTC([+-])(\d\d):(\d\d))?")
NUMBER = re.compile(r"message(-?\d{1,15})")
SIGNS = (b'class="page_wrap"', b'class="page_header"', b'class="history"')


def looks_like_export(head: bytes) -> bool:
    """Whether the beginning of a file is that of a page of an export."""
    return all(sign in head for sign in SIGNS)


def export_reports(data: bytes, where: str, defaults: Defaults, address: str | None = None) -> Found:
    """The reports of one page of an export, in its order. Raises Skip where it is none."""
    import lxml.etree
    import lxml.html

    try:
        root = lxml.html.document_fromstring(decode_html(data))
    except (lxml.etree.LxmlError, ValueError) as error:
        raise Skip("bad_html", f"is a page that cannot be read ({type(error).__name__})") from error
    name = _first(root, "page_header", "text")
    if name is None or not clean_line(element_text(name)):
        raise Skip("no_channel", "is an export without the channel's name")
    channel = Channel(clean_line(element_text(name)), address)
    yield from channel_reports(channel, _messages(root, channel.name), where, defaults)


def _messages(root: "lxml.html.HtmlElement", channel: str) -> Iterator[Message | Skip]:
    for element in root.find_class("message"):
        number = NUMBER.fullmatch(element.get("id") or "")
        if number is None:
            yield Skip("bad_message", "holds a message without a number")
        else:
            yield _message(int(number[1]), element, channel)


def _message(number: int, element: "lxml.html.HtmlElement", channel: str) -> Message:
    date, text, forwarded = _first(element, "date"), _first(element, "text"), _first(element, "forwarded", "from_name")
    service = "service" in (element.get("class") or "").split()
    return Message(
        id=number,
        text=plain(element_text(text)) if text is not None else "",
        published=_moment(date.get("title") or "") if date is not None else None,
        forwarded=_own_text(forwarded) if forwarded is not None else None,
        service=service,
        personal=any(name != channel for name in _writers(element)),
    )


def _writers(element: "lxml.html.HtmlElement") -> list[str]:
    """Who wrote a message, not who wrote what it forwards; nobody where the message before has the same writer."""
    inside = {id(name) for part in element.find_class("forwarded") for name in part.find_class("from_name")}
    names = [name for name in element.find_class("from_name") if id(name) not in inside]
    return [text for text in map(_own_text, names) if text]


def _first(element: "lxml.html.HtmlElement", *classes: str) -> "lxml.html.HtmlElement | None":
    """The first element of the last class below the first of those before it."""
    for name in classes:
        found = element.find_class(name)
        if not found:
            return None
        element = found[0]
    return element


def _own_text(element: "lxml.html.HtmlElement") -> str | None:
    """The name of a channel, without the date that stands inside the same element."""
    return clean_line(element.text or "") or None


def _moment(title: str) -> str | None:
    found = MOMENT.fullmatch(title.strip())
    if found is None:
        return None
    day, month, year, hour, minute, second = (int(part) for part in found.groups()[:6])
    try:
        local = dt.datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - its offset follows
        if found[7] is None:
            return local.date().isoformat()
        offset = dt.timedelta(hours=int(found[8]), minutes=int(found[9]))
        return with_offset(local, -offset if found[7] == "-" else offset)
    except ValueError:
        return None
