"""How a stream is read line by line in bounded memory, however long its lines are."""

import json
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from fogline.collect.shape import MEBIBYTE, REPORT_BYTES, Defaults, shape
from fogline.collect.skip import Skip
from fogline.model.problem import Problem
from fogline.model.report import Report

UTF8_MARK = b"\xef\xbb\xbf"


class NumberedLine(NamedTuple):
    """A line of a stream, counted from 1; `whole` is False where it was too long and `data` is its beginning."""

    number: int
    data: bytes
    whole: bool


def numbered_lines(stream: BinaryIO, limit: int = REPORT_BYTES) -> Iterator[NumberedLine]:
    """Each line of the stream with its number from 1; of a line longer than `limit` bytes, the beginning."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        whole = len(line) <= limit or line.endswith(b"\n")
        rest = b"" if whole else b"-"
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(MEBIBYTE)
        yield NumberedLine(number, line, whole)


def read_json_lines(lines: Iterator[NumberedLine], where: str, defaults: Defaults) -> Iterator[Report | Problem]:
    """A report, or a problem, for each line that is not blank; `where` names the stream."""
    for line in lines:
        if line.whole and not line.data.strip():
            continue
        try:
            yield shape(_parse_line(line), defaults)
        except Skip as skip:
            yield skip.at(f"{where}:{line.number}")


def parse_json(data: bytes) -> object:
    """The value of UTF-8 encoded JSON. Raises Skip."""
    try:
        value: object = json.loads(data.removeprefix(UTF8_MARK).decode())
    except UnicodeDecodeError as error:
        raise Skip("not_utf8", f"is not UTF-8 (byte {error.start + 1}): save it as UTF-8") from error
    except RecursionError as error:
        raise Skip("bad_json", "is nested too deeply to be a report") from error
    except json.JSONDecodeError as error:
        raise Skip("bad_json", f"is broken JSON: {error.msg} at column {error.colno}") from error
    except ValueError as error:  # a number of thousands of digits
        raise Skip("bad_json", "is broken JSON: a number is too long") from error
    return value


def as_object(value: object) -> dict[str, object]:
    """The value where it is a JSON object. Raises Skip."""
    if not isinstance(value, dict):
        raise Skip("bad_json", 'is no JSON object such as {"text": "…", "published": "2024-12-22"}')
    return value


def _parse_line(line: NumberedLine) -> dict[str, object]:
    if not line.whole:
        raise Skip("too_large", f"is a line of more than {REPORT_BYTES // MEBIBYTE} MB: give one report a line")
    return as_object(parse_json(line.data.strip()))
