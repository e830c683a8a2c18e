"""How a message of a Telegram channel becomes a report.

Messages come from exports of the desktop client (`telegram_json`, `telegram_html`). Only channels are read: groups and
chats are words of private persons.
"""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from fogline.collect.clean import clean_line, clean_text
from fogline.collect.shape import Defaults, shape
from fogline.collect.skip import Skip
from fogline.model.problem import Passed, Problem
from fogline.model.report import Report

# "Explosions in Kherson" has 19 letters; what is shorter is a greeting, a flag or a caption.
ENOUGH_LETTERS = 15
NAME_DIGITS = 8
PASSED = {
    "service": "service messages",
    "personal": "messages of persons",
    "no_text": "messages without a text",
    "too_short": f"messages of fewer than {ENOUGH_LETTERS} letters",
}


@dataclass(frozen=True, slots=True)
class Channel:
    """Whose messages these are, by the export, and the channel's public address where the user gave it."""

    name: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One message: `published` ISO 8601 with its offset, `forwarded` whose words it repeats, `edited` in seconds.

    `personal` tells that a person wrote it, not the channel.
    """

    id: int
    text: str
    published: str | None
    forwarded: str | None = None
    edited: int | None = None
    service: bool = False
    personal: bool = False


Found = Iterator[Report | Problem | Passed]


def channel_reports(channel: Channel, messages: Iterator[Message | Skip], where: str, defaults: Defaults) -> Found:
    """A report for each message with enough text; the others counted at the end, broken ones told."""
    passed: Counter[str] = Counter()
    for message in messages:
        if isinstance(message, Skip):
            yield message.at(where)
            continue
        reason = _holds_nothing(message)
        if reason:
            passed[reason] += 1
            continue
        try:
            yield message_report(channel, message, defaults)
        except Skip as skip:
            yield skip.at(f"{where}, message {message.id}")
    yield from (Passed(where, reason, PASSED[reason], passed[reason]) for reason in PASSED if passed[reason])


def message_report(channel: Channel, message: Message, defaults: Defaults) -> Report:
    """The report of a message. Raises Skip.

    Its id is made of the channel's name and the message's number, and of the moment of its last edit: an edited message
    says something else, and both are kept where both were exported.
    """
    source = defaults.source or channel.name
    if message.forwarded:
        source = f"{source}, forwarded from {message.forwarded}"
    fields = {
        "id": message_id(channel, message),
        "source": source,
        "url": f"{channel.address.rstrip('/')}/{message.id}" if channel.address else None,
        "title": "",
        "text": message.text,
        "published": message.published,
    }
    return shape(fields, replace(defaults, source=source))


def message_id(channel: Channel, message: Message) -> str:
    """The id of a message's report: the same from a JSON and from an HTML export."""
    name = hashlib.sha256(clean_line(channel.name).encode(errors="replace")).hexdigest()[:NAME_DIGITS]
    edited = f"-e{message.edited}" if message.edited else ""
    return f"tg-{name}-{message.id}{edited}"


def plain(text: str) -> str:
    """The lines of a message with white space folded, as both kinds of export have them."""
    return "\n".join(" ".join(line.split()) for line in clean_text(text).split("\n")).strip()


def with_offset(local: dt.datetime, offset: dt.timedelta) -> str:
    """A moment in its own zone, as ISO 8601."""
    return local.replace(tzinfo=dt.timezone(offset)).isoformat()


def _holds_nothing(message: Message) -> str | None:
    if message.service or message.personal:
        return "service" if message.service else "personal"
    if not message.text.strip():
        return "no_text"
    return "too_short" if sum(map(str.isalpha, message.text)) < ENOUGH_LETTERS else None
