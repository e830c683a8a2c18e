"""An input that could not become a report: skipped, told and counted, never fatal to the rest."""

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
