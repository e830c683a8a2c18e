"""Verdicts as JSON, and read again from it: what one ledger gives to another.

What is read may come from anybody: every field is checked, and the id must be the hash of the rest.
"""

import datetime as dt
import json
import re
from typing import Any, Final

from fogline.errors import UsageError
from fogline.model.verdict import KINDS, LONGEST_AUTHOR, LONGEST_REASON, Telling, Verdict, verdict_id

Json = dict[str, Any]
# Characters of a file: a ledger of 100,000 claims is a third of it.
LONGEST_FILE: Final = 512 * 1024 * 1024
LONGEST_NAME: Final = 2000  # characters of a report's id, which may be an address
WORDS: Final = re.compile("[0-9a-f]{64}")
ID: Final = re.compile("[0-9a-f]{16}")
AT: Final = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+00:00")


def verdict_json(verdict: Verdict) -> Json:
    """A verdict with the tellings of both its sides."""
    return {
        "id": verdict.id,
        "kind": verdict.kind,
        "one": [_telling_json(telling) for telling in verdict.one],
        "other": [_telling_json(telling) for telling in verdict.other],
        "of": verdict.of,
        "author": verdict.author,
        "at": verdict.at,
        "reason": verdict.reason,
    }


def verdicts_from_json(text: str) -> list[Verdict]:
    """The verdicts of an exported ledger, or of a list of verdicts, each with or without its state.

    Raises UsageError, with one line for the user, where the text is neither or a verdict in it was changed.
    """
    if len(text) > LONGEST_FILE:
        raise UsageError(f"the file has more than {LONGEST_FILE >> 20} MB: take fogline judge list --format json")
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError("the file is not JSON") from error
    rows = found.get("verdicts") if isinstance(found, dict) else found
    if not isinstance(rows, list):
        raise UsageError("the file holds no verdicts: give a ledger's JSON export, or a list of verdicts")
    return [_verdict(row, number) for number, row in enumerate(rows, start=1)]


def _telling_json(telling: Telling) -> Json:
    return {"report": telling.report, "happening": telling.happening, "words": telling.words}


def _verdict(row: object, number: int) -> Verdict:
    try:
        found = _read(row)
    except (ValueError, TypeError, KeyError) as error:
        raise UsageError(f"verdict {number} of the file is not whole: nothing was taken in") from error
    if found.id != verdict_id(found):
        raise UsageError(f"verdict {number} of the file ({found.id}) was changed after it was given: nothing was taken")
    return found


def _read(row: object) -> Verdict:
    """The verdict of a row. Raises ValueError, TypeError or KeyError where it is none."""
    if not isinstance(row, dict) or row["kind"] not in KINDS:
        raise ValueError
    one, other = (tuple(_telling(telling) for telling in row[side]) for side in ("one", "other"))
    of = row["of"]
    undoes = row["kind"] == "undo"
    if (of is not None) != undoes or bool(one and other) == undoes or bool(one or other) == undoes:
        raise ValueError
    if list(one) != sorted(set(one)) or list(other) != sorted(set(other)) or set(one) & set(other):
        raise ValueError
    dt.datetime.fromisoformat(_matching(row["at"], AT))
    return Verdict(
        id=_matching(row["id"], ID),
        kind=row["kind"],
        one=one,
        other=other,
        of=None if of is None else _matching(of, ID),
        author=_words(row["author"], LONGEST_AUTHOR),
        at=row["at"],
        reason=_words(row["reason"], LONGEST_REASON),
    )


def _telling(row: object) -> Telling:
    if not isinstance(row, dict):
        raise TypeError
    return Telling(
        _words(row["report"], LONGEST_NAME), _words(row["happening"], LONGEST_NAME), _matching(row["words"], WORDS)
    )


def _words(value: object, longest: int) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= longest:
        raise ValueError
    value.encode()  # a lone surrogate is no text that a ledger can hold
    return value


def _matching(value: object, form: re.Pattern[str]) -> str:
    if not isinstance(value, str) or not form.fullmatch(value):
        raise ValueError
    return value
