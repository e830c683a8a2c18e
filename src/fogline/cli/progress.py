"""How far is a long run? A bar on standard error, where that is a terminal; nothing in a pipe."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from fogline.pipeline import OnProgress

LINES = (".jsonl", ".ndjson")
READABLE = (*LINES, ".txt", ".json", ".html", ".htm")
UNKNOWN = (".warc", ".warc.gz", "result.json")
CHUNK = 1 << 20


@contextmanager
def bar(title: str, total: int | None) -> Iterator[OnProgress]:
    """What to call with the reports and claims so far. `total` is the number of reports to come, None where unknown."""
    if not sys.stderr.isatty():
        yield lambda reports, claims: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[claims]}"))
    with Progress(*columns, console=Console(stderr=True), transient=False) as progress:
        task = progress.add_task(title, total=total, claims="")

        def told(reports: int, claims: int) -> None:
            progress.update(task, completed=reports, claims=f"{claims} claims")

        yield told


def expected(inputs: Sequence[str]) -> int | None:
    """About how many reports the inputs hold: lines of JSON Lines files, one for any other file or address.

    None where standard input, a pattern, an archive or an export makes it unknown.
    """
    counts = [_expected(name) for name in inputs]
    return None if None in counts else sum(count for count in counts if count is not None)


def _expected(name: str) -> int | None:
    path = Path(name)
    if name == "-" or name.lower().endswith(UNKNOWN):
        return None
    if path.is_dir():
        return sum(_lines(file) for file in path.rglob("*") if file.suffix.lower() in READABLE and file.is_file())
    return _lines(path) if path.is_file() or "*" not in name else None


def _lines(path: Path) -> int:
    if path.suffix.lower() not in LINES:
        return 1
    try:
        with path.open("rb") as file:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(CHUNK), b""))
    except OSError:
        return 1
