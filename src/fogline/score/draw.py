"""Which ledger does a reader draw from the reports of a case?

Three ways: Fogline reads in this process, or in several; another program is run on the reports as JSON Lines; or
ledgers that were exported before are read from a folder.
"""

import json
import shlex
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from fogline import api
from fogline.errors import FoglineError, UsageError
from fogline.ledger import Store
from fogline.score.cases import Case
from fogline.score.checks import Value, parse_json, read_json
from fogline.score.events import Found, found_ledger
from fogline.settings import Settings, settings_from

REPORTS, LEDGER = "{reports}", "{ledger}"
LAST_WORDS = 200  # characters of what a failed reader said

Draw = Callable[[Case], Found]


@dataclass(frozen=True, slots=True)
class Exported:
    """Ledgers in the exported form, FOLDER/CASE.json."""

    folder: Path

    def __call__(self, case: Case) -> Found:
        """The ledger of a case. Raises CaseError."""
        return found_ledger(read_json(self.folder / f"{case.name}.json"))


class Fogline:
    """Fogline itself; its parser is opened once, when the first report comes."""

    def __init__(self, settings: Settings) -> None:
        """With these settings."""
        self.settings = settings
        self._readers = api.own_readers(settings)

    def __call__(self, case: Case) -> Found:
        """The ledger of a case. Raises FoglineError where a report of it cannot be read."""
        with tempfile.TemporaryDirectory() as folder:
            store = Store.open(str(Path(folder, "ledger.db")), create=True)
            with api.Ledger(store, self.settings, self._readers) as ledger:
                summary = ledger.read(case.rows)
                for problem in summary.problems:
                    raise FoglineError(f"{case.name}: {problem.where}: {problem.message}")
                return found_ledger(Value(json.loads(ledger.export()), case.name))


@dataclass(frozen=True, slots=True)
class Program:
    """Another reader: a command whose words may hold {reports} and {ledger}; no shell takes part.

    It gets the reports as a file of JSON Lines, and writes a ledger in the exported form to {ledger}, or to standard
    output where the command does not name that.
    """

    words: tuple[str, ...]

    def __call__(self, case: Case) -> Found:
        """The ledger of a case. Raises FoglineError where the command fails or its answer is no ledger."""
        with tempfile.TemporaryDirectory() as folder:
            reports, ledger = Path(folder, "reports.jsonl"), Path(folder, "ledger.json")
            lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in case.rows]
            reports.write_text("".join(lines), encoding="utf-8")
            words = [word.replace(REPORTS, str(reports)).replace(LEDGER, str(ledger)) for word in self.words]
            answer = _run(words, case.name)
            if any(LEDGER in word for word in self.words):
                if not ledger.is_file():
                    raise FoglineError(f"{case.name}: {self.words[0]} wrote no ledger to {LEDGER}")
                answer = ledger.read_bytes()
            text = answer.decode(errors="replace")
            return found_ledger(parse_json(text, f"{case.name}, the answer of {self.words[0]}"))


def program(command: str) -> Program:
    """A reader out of its command line. Raises UsageError where the command could not get any report."""
    try:
        words = tuple(shlex.split(command))
    except ValueError as error:
        raise UsageError(f"--reader {command!r} cannot be split into words: {error}") from error
    if not any(REPORTS in word for word in words):
        raise UsageError(f"--reader must name its input, as in 'my-reader {REPORTS} {LEDGER}'")
    return Program(words)


def _run(words: Sequence[str], case: str) -> bytes:
    """Standard output of a command. Raises FoglineError with the last line of what it said."""
    try:
        done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603
    except OSError as error:
        raise FoglineError(f"--reader: cannot run {words[0]}: {error.strerror or error}") from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().rpartition("\n")[2][-LAST_WORDS:]
        raise FoglineError(f"{case}: {words[0]} ended with status {done.returncode}{': ' if said else ''}{said}")
    return done.stdout


def draw_all(cases: Sequence[Case], draw: Draw, jobs: int) -> Iterator[Found]:
    """The ledger of each case, in their order, so many at a time.

    Fogline computes, so that it gets processes; other programs and the disk are waited for in threads.
    """
    jobs = min(jobs, len(cases))
    if jobs == 1:
        yield from map(draw, cases)
    elif isinstance(draw, Fogline):
        pool = ProcessPoolExecutor(jobs, get_context("spawn"), _start, (draw.settings,))
        yield from _drawn(pool, _draw_here, cases)
    else:
        yield from _drawn(ThreadPoolExecutor(jobs), draw, cases)


def _drawn(pool: Executor, draw: Draw, cases: Sequence[Case]) -> Iterator[Found]:
    try:
        yield from pool.map(draw, cases)
    except BrokenExecutor as error:
        raise FoglineError("a process that read cases was killed; with --jobs 1 less memory is needed") from error
    finally:
        pool.shutdown(cancel_futures=True)


_of_process: list[Fogline] = []  # the reader of a process that reads cases, opened once


def _start(settings: Settings) -> None:
    _of_process[:] = [Fogline(settings)]


def _draw_here(case: Case) -> Found:
    return _of_process[0](case)


def own() -> Fogline:
    """Fogline with the settings of the environment."""
    return Fogline(settings_from())
