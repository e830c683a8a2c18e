"""How does a command take one text, or a stream of texts a line each, and give back what it finds in them?

A line in is `{"id", "text", "published"}`, a line out `{"id", "mentions"}`, in the same order. A line that cannot be
read is told on standard error and left out; the rest goes on.
"""

import contextlib
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from fogline.errors import FoglineError

STANDARD_INPUT = "-"
MEBIBYTE = 1024 * 1024
TEXT_MEBIBYTES = 16  # the longest text, or line of a stream: a book has one or two
UTF8_MARK = "\ufeff"
SKIPPED = 1

Line = Mapping[str, Any]
Mentions = list[dict[str, Any]]


@contextlib.contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """The bytes of a file or, for "-", of standard input. Raises OSError."""
    if name == STANDARD_INPUT:
        yield sys.stdin.buffer
    else:
        with Path(name).open("rb") as stream:
            yield stream


def whole_text(name: str) -> str:
    """The text of a UTF-8 file or of standard input. Raises FoglineError where it is too long or no text."""
    with opened(name) as stream:
        data = stream.read(TEXT_MEBIBYTES * MEBIBYTE + 1)
    where = "standard input" if name == STANDARD_INPUT else name
    if len(data) > TEXT_MEBIBYTES * MEBIBYTE:
        raise FoglineError(f"{where} is longer than {TEXT_MEBIBYTES} MB: give one text a line with --jsonl")
    try:
        return data.decode().removeprefix(UTF8_MARK)
    except UnicodeDecodeError as error:
        raise FoglineError(f"{where} is not UTF-8 text (byte {error.start + 1}): save it as UTF-8") from error


def filter_lines(name: str, find: Callable[[Line, str], Mentions]) -> bool:
    """Write `{"id", "mentions"}` for each line of a stream, at once; whether all lines could be read.

    `find` gives the mentions of a line and its text; a FoglineError that it raises is that line's fault.
    """
    good = True
    with opened(name) as stream:
        for number, data in _lines(stream):
            try:
                line, text = _parsed(data)
                answer = _answer(line, find(line, text))
            except FoglineError as error:
                _tell(f"skipped line {number}: {error}")
                good = False
                continue
            _write(answer)
    return good


def _answer(line: Line, mentions: Mentions) -> str:
    try:
        return json.dumps({"id": line.get("id"), "mentions": mentions}, ensure_ascii=False, allow_nan=False)
    except ValueError as error:  # 1e999 is read as infinity
        raise FoglineError('its "id" holds a number that JSON cannot write') from error


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Lines that are not blank with their number from 1; of one that is too long, what is just too long."""
    limit = TEXT_MEBIBYTES * MEBIBYTE
    number = 0
    while data := stream.readline(limit + 1):
        number += 1
        if data.strip():
            yield number, data
        while len(data) > limit and not data.endswith(b"\n"):
            data = stream.readline(limit + 1)
            if len(data) <= limit:
                break


def _no_number(word: str) -> float:
    raise ValueError(f"{word} is no number of JSON")


def _parsed(data: bytes) -> tuple[Line, str]:
    if len(data) > TEXT_MEBIBYTES * MEBIBYTE:
        raise FoglineError(f"is longer than {TEXT_MEBIBYTES} MB")
    try:
        line = json.loads(data.decode().removeprefix(UTF8_MARK), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise FoglineError(f"is not UTF-8 (byte {error.start + 1})") from error
    except (ValueError, RecursionError) as error:
        raise FoglineError(f"is broken JSON: {getattr(error, 'msg', error)}") from error
    text = line.get("text") if isinstance(line, dict) else None
    if not isinstance(text, str):
        raise FoglineError('needs a "text", as in {"id": "a1", "text": "…", "published": "2024-12-22"}')
    return line, text


def _write(line: str) -> None:
    """A line in UTF-8 whatever the terminal's encoding; a lone surrogate is written as its escape."""
    sys.stdout.flush()
    sys.stdout.buffer.write(line.encode(errors="backslashreplace") + b"\n")
    sys.stdout.buffer.flush()


def _tell(message: str) -> None:
    from fogline.cli.output import tell

    tell(message)
