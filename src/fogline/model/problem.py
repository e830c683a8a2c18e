"""Inputs that did not become reports: told and counted, never fatal to the rest."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One skipped input.

    `where` is the file, address or "standard input", with the line where there is one ("reports.jsonl:12");
    `reason` a short code (`missing`, `not_utf8`, `bad_json`, `empty`, `too_large`, `http_404`, `private_address`, …);
    `message` one line for the user.
    """

    where: str
    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class Passed:
    """Parts of an input that hold no report by their nature, such as a message that is only a picture: counted.

    `where` names the input, `message` says what these are ("messages without a text"), `count` how many.
    """

    where: str
    reason: str
    message: str
    count: int
