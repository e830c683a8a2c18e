"""Is a value out of a JSON file what it has to be? A fault is one line with the file and the place in it."""

import datetime as dt
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fogline.errors import FoglineError


class CaseError(FoglineError):
    """A file that scoring needs is missing or is not what it has to be; the text names file and place."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value and the words for where it stands: "case.json: events[2].date"."""

    of: Any
    where: str

    def fault(self, message: str) -> CaseError:
        """An error that names the place."""
        return CaseError(f"{self.where}: {message}")

    def __getitem__(self, key: str) -> "Value":
        """The value under a key of an object; None where it has no such key."""
        return Value(self.mapping().get(key), f"{self.where}{'.' if self._is_inner() else ': '}{key}")

    def items(self) -> Iterator["Value"]:
        """The values of a list; none for null."""
        if self.of is not None and not isinstance(self.of, list):
            raise self.fault("must be a list")
        for n, item in enumerate(self.of or ()):
            yield Value(item, f"{self.where}[{n}]" if self._is_inner() else f"{self.where}: [{n}]")

    def mapping(self) -> Mapping[str, Any]:
        """An object."""
        if not isinstance(self.of, dict):
            raise self.fault("must be an object")
        return self.of

    def text(self) -> str:
        """A text that is not empty."""
        if not isinstance(self.of, str) or not self.of:
            raise self.fault("must be a text")
        return self.of

    def text_or_none(self) -> str | None:
        """A text, or None for null."""
        if self.of is not None and not isinstance(self.of, str):
            raise self.fault("must be a text or null")
        return self.of

    def texts(self) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(item.text() for item in self.items())

    def one_of(self, known: Collection[str]) -> str:
        """A word of a vocabulary."""
        if self.of not in known:
            raise self.fault(f"{self.of!r} is none of {', '.join(known)}")
        return self.text()

    def whole(self) -> int:
        """A count from 0."""
        if not isinstance(self.of, int) or isinstance(self.of, bool) or self.of < 0:
            raise self.fault("must be a whole number from 0")
        return self.of

    def number(self) -> float:
        """A number."""
        if not isinstance(self.of, int | float) or isinstance(self.of, bool):
            raise self.fault("must be a number")
        return float(self.of)

    def flag(self) -> bool:
        """True or false; false where it is left out."""
        if self.of not in (None, True, False):
            raise self.fault("must be true or false")
        return bool(self.of)

    def days(self) -> tuple[dt.date, dt.date]:
        """Two ISO days, both included; of a moment its day, and for a last that is null the first."""
        pair = list(self.items())
        if len(pair) != 2:
            raise self.fault('must be two ISO days, as in ["2024-12-21", "2024-12-22"]')
        first = pair[0].day()
        last = first if pair[1].of is None else pair[1].day()
        return first, last

    def day(self) -> dt.date:
        """The day of an ISO date or moment."""
        try:
            return dt.date.fromisoformat(self.text()[:10])
        except ValueError as error:
            raise self.fault(f"{self.of!r} is no ISO date such as 2024-12-22") from error

    def _is_inner(self) -> bool:
        return ": " in self.where


def read_text(path: Path) -> str:
    """The text of a UTF-8 file. Raises CaseError."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise CaseError(f"{path}: is not UTF-8 (byte {error.start + 1})") from error
    except OSError as error:
        raise CaseError(f"{path}: {error.strerror or error}") from error


def read_json(path: Path) -> Value:
    """The value of a JSON file. Raises CaseError."""
    return parse_json(read_text(path), str(path))


def parse_json(text: str, where: str) -> Value:
    """The value of a JSON text; `where` names it. Raises CaseError."""
    try:
        return Value(json.loads(text), where)
    except (ValueError, RecursionError) as error:
        raise CaseError(f"{where}: is broken JSON: {error}") from error
