"""How fast is Fogline? Words a second of its reader beside spaCy's full pipeline on the same texts in the same run.

Also the time and the memory of one report from a cold start. Prints figures, passes or fails on none.

    make bench            or    .venv/bin/python bench/bench.py [--rounds N]
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from fogline.model import Report
from fogline.read import Reader
from fogline.samples import reports_path
from fogline.settings import settings_from

ROUNDS = 5
COLD_STARTS = 3
COPIES = 4  # of the samples in a round: about 6,500 words
# ru_maxrss counts bytes on macOS and KiB elsewhere (getrusage(2)).
PER_MEBIBYTE = 1024 * 1024 if sys.platform == "darwin" else 1024


def main() -> None:
    """Measure, and print a line a figure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="rounds of each, in turn; the median counts")
    rounds = parser.parse_args().rounds
    reports = samples() * COPIES
    words = sum(len(report.full_text.split()) for report in reports)
    say(f"{len(reports)} reports, {words} words a round, {rounds} rounds each in turn, Python {sys.version.split()[0]}")
    fogline, spacy = speeds(reports, words, rounds)
    say(f"Fogline's reader       {fogline:8,.0f} words/s")
    say(f"spaCy's full pipeline  {spacy:8,.0f} words/s")
    say(f"ratio                  {fogline / spacy:8.2f}")
    seconds, mebibytes = cold_start()
    say(f"one report, cold start {seconds:8.2f} s    (process start to events in the ledger; least of {COLD_STARTS})")
    say(f"peak memory            {mebibytes:8.0f} MB")


def samples() -> list[Report]:
    """The packaged reports."""
    with reports_path() as path:
        lines = path.read_text(encoding="utf-8").splitlines()
    keys = ("id", "source", "url", "title", "text", "published", "language")
    return [Report(**{key: json.loads(line).get(key) for key in keys}) for line in lines]


def speeds(reports: list[Report], words: int, rounds: int) -> tuple[float, float]:
    """Words a second of Fogline and of spaCy: medians over rounds that take turns, after one round to warm up."""
    import spacy

    model = settings_from().spacy_model
    reader, nlp = Reader.open(model), spacy.load(model)
    texts = [report.full_text for report in reports]

    def with_fogline() -> None:
        for reading in reader.read_many(reports):
            del reading

    def with_spacy() -> None:
        for doc in nlp.pipe(texts, batch_size=32):
            del doc

    times: dict[str, list[float]] = {"fogline": [], "spacy": []}
    for _ in range(rounds + 1):
        times["fogline"].append(seconds_of(with_fogline))
        times["spacy"].append(seconds_of(with_spacy))
    return words / median(times["fogline"][1:]), words / median(times["spacy"][1:])


def seconds_of(work: Callable[[], object]) -> float:
    """How long a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def cold_start() -> tuple[float, float]:
    """Seconds and peak resident memory (MB) of `fogline read` on one report in a process of its own."""
    with reports_path() as path:
        line = path.read_text(encoding="utf-8").splitlines()[0]
    command = [sys.executable, "-c", "from fogline.cli import main; main()", "read", "one.jsonl", "--ledger"]
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "one.jsonl").write_text(line, encoding="utf-8")
        times = [
            seconds_of(partial(subprocess.run, [*command, f"{n}.db"], cwd=folder, check=True, capture_output=True))
            for n in range(COLD_STARTS)
        ]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return min(times), peak / PER_MEBIBYTE


def say(line: str) -> None:
    """One line, at once."""
    sys.stdout.write(line + os.linesep)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
