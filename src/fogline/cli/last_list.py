"""Is the list of events still the one whose numbers were last shown?

Numbers shift as events come, go and join. What only looks may show another event than the one that was meant; a verdict
must not be said of it. So a hash of each list that was shown is kept in the cache folder, by ledger.
"""

import contextlib
import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from fogline.errors import UsageError
from fogline.gazetteer.build import cache_folder

FOLDER = "lists"
KEY_DIGITS = 16


def remember(address: str, ids: Iterable[str]) -> None:
    """Keep that this list was shown, all its events by id in their order; where nothing can be written, nothing is."""
    file = _file(address)
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_hash("\n".join(ids)), encoding="utf-8")


def check(address: str, keys: Sequence[str], ids: Sequence[str]) -> None:
    """Raise UsageError where one of these keys is a number and another list than this one was last shown."""
    places = {str(number) for number in range(1, len(ids) + 1)}
    numbers = [key for key in keys if key in places]
    if not numbers:
        return
    try:
        shown = _file(address).read_text(encoding="utf-8")
    except OSError:
        return
    if shown != _hash("\n".join(ids)):
        raise UsageError(
            f"the list has changed since it was last shown, and {numbers[0]} may be another event now: "
            "look at it again with fogline events, or name events by their ids"
        )


def _file(address: str) -> Path:
    return cache_folder() / FOLDER / _hash(address if "://" in address else str(Path(address).resolve()))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:KEY_DIGITS]
