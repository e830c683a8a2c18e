"""How the fields that an input gives become a report: checked, cleaned, with the defaults filled in."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from fogline.collect.clean import clean_line, clean_text
from fogline.collect.language import detect_language
from fogline.collect.skip import Skip
from fogline.errors import UsageError
from fogline.model.report import Report, report_id

MEBIBYTE = 1024 * 1024
# A long article has 100 kB; ten megabytes of text are no report.
REPORT_BYTES = 10 * MEBIBYTE
ID_CHARACTERS = 200
# Room for calculating with days: dates at the ends of the calendar overflow.
FIRST_YEAR, LAST_YEAR = 1800, 2200
LANGUAGE_TAG = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9_-]{1,30})?")  # "en", "en-GB", "pt_BR" (BCP 47)


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for every input that does not say it itself.

    `published` is an ISO 8601 date or time, `language` ISO 639-1. `checked` tells whether they are.
    """

    source: str | None = None
    published: str | None = None
    language: str | None = None

    def checked(self) -> "Defaults":
        """The same, normalised. Raises UsageError where the date or the language is none."""
        try:
            return Defaults(_line(self.source, "source"), read_published(self.published), read_language(self.language))
        except Skip as skip:
            raise UsageError(skip.message) from skip


def shape(fields: Mapping[str, object], defaults: Defaults, page_date: str | None = None) -> Report:
    """The report that the fields of one input line make (`LEDGER.md`: id, source, url, title, text, …).

    Title and text are kept as given but for control characters and line ends. `page_date` is a date of lower rank than
    `defaults.published`, as found in a web page. Raises Skip.
    """
    title, text = _text(fields.get("title"), "title"), _text(fields.get("text"), "text")
    if not text.strip():
        raise Skip("no_text", 'has no text: give it in the key "text"')
    if len(text) + len(title) > REPORT_BYTES:
        raise Skip("too_large", f"has more than {REPORT_BYTES // MEBIBYTE} MB of text: split it into single reports")
    source = _line(fields.get("source"), "source") or defaults.source
    url = _line(fields.get("url"), "url")
    language = read_language(fields.get("language")) or defaults.language
    return Report(
        id=_id(fields.get("id")) or report_id(source, url, title, text),
        source=source,
        url=url,
        title=title,
        text=text,
        published=read_published(fields.get("published")) or defaults.published or page_date,
        language=language or detect_language(f"{title}\n{text}"),
    )


def read_published(value: object) -> str | None:
    """An ISO 8601 date, or a time with its offset; of a time without offset the date alone. None for none.

    Raises Skip where the value is anything else.
    """
    if value is None or value == "":
        return None
    try:
        if isinstance(value, dt.date):
            value = value.isoformat()
        if not isinstance(value, str):
            raise ValueError("no text")
        moment = dt.datetime.fromisoformat(value.strip())
    except ValueError as error:
        raise Skip("bad_published", f'"published" is no ISO date such as 2024-12-22: {_shown(value)}') from error
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise Skip("bad_published", f'"published" is not between {FIRST_YEAR} and {LAST_YEAR}: {_shown(value)}')
    return moment.date().isoformat() if moment.tzinfo is None else moment.isoformat()


def read_language(value: object) -> str | None:
    """The ISO 639-1 code at the head of a language tag; None for none or "und". Raises Skip for anything else."""
    if value is None or value in ("", "und"):
        return None
    tag = LANGUAGE_TAG.fullmatch(value.strip()) if isinstance(value, str) else None
    if tag is None:
        raise Skip("bad_language", f'"language" is no two-letter code such as en: {_shown(value)}')
    return tag[1].lower()


def _id(value: object) -> str | None:
    """A given id, or None where there is none to keep."""
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise Skip("bad_id", f'"id" is no string: write "{_shown(value)}" in quotes, or leave it out')
    if len(value) > ID_CHARACTERS or not value.isprintable() or value != value.strip():
        raise Skip("bad_id", f'"id" must be at most {ID_CHARACTERS} printable characters: {_shown(value)}')
    return value


def _text(value: object, key: str) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Skip("bad_field", f'"{key}" is no string: {_shown(value)}')
    return clean_text(value)


def _line(value: object, key: str) -> str | None:
    """A short field on one line; None where it is empty."""
    return clean_line(_text(value, key)) or None


def _shown(value: object) -> str:
    """The head of a value that was not understood, safe to print on one line."""
    try:
        return clean_line(str(value)[:60])
    except ValueError:  # a whole number of more digits than Python prints
        return "a number"
