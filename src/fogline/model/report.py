"""A report: one text from one source, stored whole and never changed."""

import datetime as dt
import hashlib
from dataclasses import dataclass

TITLE_END = "\n\n"


@dataclass(frozen=True, slots=True)
class Report:
    """One article, post or update.

    `published` is an ISO 8601 date or a time with offset, `language` ISO 639-1; both None where unknown.
    Spans everywhere count characters of `full_text`.
    """

    id: str
    source: str | None
    url: str | None
    title: str
    text: str
    published: str | None
    language: str | None

    @property
    def full_text(self) -> str:
        """Title, blank line, text: what every span points into."""
        return self.title + TITLE_END + self.text

    @property
    def published_day(self) -> dt.date | None:
        """The day of publication in the report's own offset, or None."""
        return dt.date.fromisoformat(self.published[:10]) if self.published else None

    @property
    def text_key(self) -> str:
        """Equal for the same words: a hash of title and text with white space folded."""
        return hashlib.sha256(" ".join(self.full_text.split()).encode()).hexdigest()


def moment_of(published: str | None) -> dt.datetime | None:
    """The moment of publication in UTC: a bare date is its first moment, a time without offset is UTC.

    None where there is no date, or none that can be read.
    """
    if not published:
        return None
    try:
        moment = dt.datetime.fromisoformat(published)
    except ValueError:
        return None
    return moment.replace(tzinfo=dt.UTC) if moment.tzinfo is None else moment.astimezone(dt.UTC)


def report_id(source: str | None, url: str | None, title: str, text: str) -> str:
    """The id of a report that brings none: a hash of source, url, title and text (16 hex digits)."""
    whole = "\x1f".join(part or "" for part in (source, url, title, text))
    return hashlib.sha256(whole.encode()).hexdigest()[:16]
