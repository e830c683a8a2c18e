"""What is new in a folder, in an export or in archives since they were last looked at?

A file is known by its name, size and time of change: one that changed is read again, and what was in it before is known
to the ledger. Of a file that is being read the ledger keeps up to where, so that a restart goes on there; of one that
is read, what was wrong with it, so that this is told for as long as the file is there.
"""

import hashlib
import itertools
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from fogline.collect.clean import clean_line
from fogline.collect.files import HTML, JSON, Position, known_files, read_from
from fogline.collect.look import PIECE, Batch, Look, Memory, Outcome
from fogline.collect.shape import Defaults
from fogline.collect.skip import Skip
from fogline.collect.sources import Source
from fogline.collect.world import World
from fogline.model.feed import Mark
from fogline.model.problem import Problem
from fogline.model.report import Report

# A file that changed less than this ago may still be written to; it is looked at once more when the time is over.
SETTLE_SECONDS = 0.5
KEY_DIGITS = 24
# Files of an archive without an article in them: so many records are one piece, so that a restart does not read them.
MOST_RECORDS = 200
# What the mark of a file that is read says of it: that nothing in it could be read, or not all; the words follow.
REFUSED, IN_PART = "refused: ", "in part: "
FAULT_CHARACTERS = 300
# Folders that are empty by mistake: into a folder of any files, files are dropped now and then.
NEEDED = {"warc": "holds no WARC file (.warc, .warc.gz)", "telegram": "holds no export (result.json, messages.html)"}


def look_at_files(source: Source, memory: Memory, world: World) -> Look:
    """The reports of files that are not in the ledger, by name. Raises Skip where there is no such file or folder."""
    files = {_key(path, at): path for path, at in _settled(source, world)}
    marks = memory.marks(source.name, list(files))
    new = [key for key in files if key not in marks or not marks[key].done]
    for key in new:
        for batch in _file(key, files[key], source, marks[key].cursor if key in marks else None):
            marks |= {mark.key: mark for mark in batch.marks}
            yield batch
    yield _outcome(
        source, [marks[key].cursor or "" for key in files], refuses=any(map(_is_refused, map(marks.get, new)))
    )


def _outcome(source: Source, ends: Sequence[str], *, refuses: bool) -> Outcome:
    """What is to be told of the files that are there now, by how each ended."""
    if not ends:
        return Outcome(note=NEEDED.get(source.kind))
    faults = [end for end in ends if end.startswith((REFUSED, IN_PART))]
    if not faults:
        return Outcome()
    worst = min(faults, key=lambda end: end.startswith(IN_PART))
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    refused = all(end.startswith(REFUSED) for end in ends)
    return Outcome(note=worst.removeprefix(REFUSED).removeprefix(IN_PART) + more, refused=refused, again=refuses)


def _is_refused(mark: Mark | None) -> bool:
    return mark is not None and (mark.cursor or "").startswith(REFUSED)


def _file(key: str, path: Path, source: Source, cursor: str | None) -> Iterator[Batch]:
    defaults = Defaults(source.source, None, source.language)
    start = int(cursor) if cursor and cursor.isdecimal() else 0
    steps = read_from(path, defaults, start, source.address)
    fault: Problem | None = None
    holds = start > 0
    while piece := _piece(steps):
        found = tuple(step.found for step in piece if step.found is not None)
        holds = holds or any(isinstance(one, Report) for one in found)
        fault = fault or next((one for one in found if isinstance(one, Problem)), None)
        yield Batch(found, (Mark(key, done=False, cursor=str(piece[-1].after)),), len(found))
    yield Batch((), (Mark(key, cursor=_end(fault, path, source, holds=holds)),))


def _end(fault: Problem | None, path: Path, source: Source, *, holds: bool) -> str | None:
    """What the mark says of a file that is read."""
    if fault is None:
        return None
    root = source.path or Path()
    named = path.name if path == root else str(path.relative_to(root))
    where = fault.where.replace(str(path), clean_line(named))
    return ((IN_PART if holds else REFUSED) + f"{where}: {fault.message}")[:FAULT_CHARACTERS]


def _piece(steps: Iterator[Position]) -> list[Position]:
    """The next steps: up to 16 that found something, or 200 that did not."""
    piece: list[Position] = []
    found = 0
    for step in itertools.islice(steps, MOST_RECORDS):
        piece.append(step)
        found += step.found is not None
        if found >= PIECE:
            break
    return piece


def _settled(source: Source, world: World) -> list[tuple[Path, os.stat_result]]:
    """The files that nobody is writing to, by name."""
    before = _stats(source)
    young = [at for _, at in before if 0 <= world.now().timestamp() - at.st_mtime < SETTLE_SECONDS]
    if not young:
        return before
    world.sleep(SETTLE_SECONDS)
    same = {(path, _sign(at)) for path, at in before}
    return [(path, at) for path, at in _stats(source) if (path, _sign(at)) in same]


def _stats(source: Source) -> list[tuple[Path, os.stat_result]]:
    root = source.path or Path()
    if not root.exists():
        raise Skip("missing", "is not there: check the path")
    found = []
    for path in known_files(root):
        if root != path and not _belongs(path, source):
            continue
        try:
            found.append((path, path.stat()))
        except OSError:  # gone since it was listed
            continue
    return found


def _belongs(path: Path, source: Source) -> bool:
    """Whether a file of a folder is of the kind that the source has."""
    name = path.name.lower()
    if source.kind == "warc":
        return name.endswith((".warc", ".warc.gz"))
    if source.kind == "telegram":
        return (path.suffix.lower() in JSON and name.startswith("result")) or (
            path.suffix.lower() in HTML and name.startswith("messages")
        )
    return True


def _sign(at: os.stat_result) -> tuple[int, int]:
    return at.st_size, at.st_mtime_ns


def _key(path: Path, at: os.stat_result) -> str:
    written = "\x1f".join((os.fsencode(path).hex(), *map(str, _sign(at))))
    return hashlib.sha256(written.encode()).hexdigest()[:KEY_DIGITS]
