"""What a `result.json` of Telegram's desktop client holds: the messages of one channel, read one by one (ijson)."""

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from fogline.collect.clean import clean_line
from fogline.collect.shape import Defaults
from fogline.collect.skip import Skip
from fogline.collect.telegram import Channel, Found, Message, channel_reports, plain, with_offset

CHANNELS = ("public_channel", "private_channel")
# A whole account's export has its chats under this key.
ACCOUNT = "chats"
MOST_PARTS = 10_000
MOST_NUMBER = 2**53
QUARTER_HOUR = dt.timedelta(minutes=15)
MOST_OFFSET = dt.timedelta(hours=14)


def looks_like_export(head: bytes) -> bool:
    """Whether the beginning of a file is that of an export: of a channel, a group, a chat or an account."""
    names = (b'"name"', b'"type"', b'"id"', b'"messages"')
    account = (b'"about"', b'"personal_information"')
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") and (
        all(name in head for name in names) or all(name in head for name in account)
    )


def read_export(path: Path, defaults: Defaults, address: str | None = None) -> Found:
    """The reports of an export, in its order. Raises Skip where it is none of a channel; OSError."""
    with path.open("rb") as file:
        channel = Channel(_channel_name(file), address)
        file.seek(0)
        yield from channel_reports(channel, _messages(file), str(path), defaults)


def _channel_name(file: BinaryIO) -> str:
    """The name at the head of the file. Raises Skip."""
    import ijson

    found: dict[str, str] = {}
    try:
        for prefix, event, value in ijson.parse(file):
            if prefix in ("name", "type") and event == "string":
                found[prefix] = clean_line(value)
            if prefix in ("messages", ACCOUNT) or len(found) == 2:
                break
    except (ijson.JSONError, UnicodeDecodeError, ValueError) as error:
        raise _broken(error) from error
    kind = found.get("type")
    if kind is None:
        raise Skip("no_channel", "is an export of an account: export the channel alone")
    if kind not in CHANNELS:
        raise Skip("no_channel", f"is an export of a {kind}: only channels are read, not what private persons write")
    if not found.get("name"):
        raise Skip("no_channel", "is an export without the channel's name")
    return found["name"]


def _messages(file: BinaryIO) -> Iterator[Message | Skip]:
    import ijson

    try:
        for value in ijson.items(file, "messages.item", use_float=True):
            try:
                yield _message(value)
            except Skip as skip:
                yield skip
    except (ijson.JSONError, UnicodeDecodeError, ValueError, RecursionError) as error:
        yield _broken(error)


def _broken(error: Exception) -> Skip:
    return Skip("bad_json", f"is broken JSON, what stands before it is read ({type(error).__name__})")


def _message(value: object) -> Message:
    if not isinstance(value, Mapping):
        raise Skip("bad_message", "holds a message that is no JSON object")
    number = value.get("id")
    if not isinstance(number, int) or isinstance(number, bool) or abs(number) > MOST_NUMBER:
        raise Skip("bad_message", "holds a message without a number")
    return Message(
        id=number,
        text=plain(_text(value.get("text"))),
        published=_published(value),
        forwarded=_name(value.get("forwarded_from")),
        edited=_seconds(value.get("edited_unixtime")),
        service=value.get("type") != "message",
    )


def _text(value: object) -> str:
    """A text, or a list of texts and of marked pieces: {"type": "bold", "text": "…"}."""
    if isinstance(value, str):
        return value
    parts = value[:MOST_PARTS] if isinstance(value, list) else []
    texts = (part.get("text") if isinstance(part, Mapping) else part for part in parts)
    return "".join(text for text in texts if isinstance(text, str))


def _name(value: object) -> str | None:
    return clean_line(value) or None if isinstance(value, str) else None


def _published(value: Mapping[str, object]) -> str | None:
    """The moment, in the zone of the machine that exported: `date` is local, `date_unixtime` tells how far from UTC.

    Exports of before 2022 have no `date_unixtime`; of theirs the day is kept, and no hour whose zone is unknown.
    """
    written = value.get("date")
    try:
        local = dt.datetime.fromisoformat(written) if isinstance(written, str) else None
        seconds = _seconds(value.get("date_unixtime"))
        moment = dt.datetime.fromtimestamp(seconds, dt.UTC) if seconds is not None else None
    except (ValueError, OverflowError, OSError):
        return None
    if moment is None:
        return local.date().isoformat() if local else None
    offset = local.replace(tzinfo=None) - moment.replace(tzinfo=None) if local else dt.timedelta()
    if local and abs(offset) <= MOST_OFFSET and offset % QUARTER_HOUR == dt.timedelta():
        return with_offset(local.replace(tzinfo=None), offset)
    return moment.isoformat()


def _seconds(value: object) -> int | None:
    text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= len(str(MOST_NUMBER)) else None
