"""How well and how fast do claims become events? A made-up war whose truth is known, told in more and more claims.

A process of its own for each size, so that the peak of its memory is that size's alone: claims, reports and events
included. Seconds are those of the
processor, and the exponent is that of seconds over claims, fitted from the smallest size of at least 10,000 up.

    make score-merge [ARGS="--rates read"]    or    .venv/bin/python bench/merging.py [--sizes N …] [--seed N] [--json]
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import replace
from typing import Any

from fogline.merge import merge
from fogline.score.merging import exponent, qualities
from fogline.score.war import A_DAY
from fogline.score.war_told import AS_READ, AS_TOLD, war

SIZES = (1_000, 10_000, 100_000, 1_000_000)
FIT_FROM = 10_000
RATES = {"told": AS_TOLD, "read": AS_READ}
# ru_maxrss counts bytes on macOS and KiB elsewhere (getrusage(2)).
PER_MEBIBYTE = 1024 * 1024 if sys.platform == "darwin" else 1024


def main() -> None:
    """Measure each size, and print a table or JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="claims of each war")
    parser.add_argument("--seed", type=int, default=1, help="of the war; the same seed gives the same claims")
    parser.add_argument("--rates", choices=RATES, default="told", help="values missing as in reports, or after reading")
    parser.add_argument("--wrong", type=float, help="share of tellings with a wrong place, day, type, toll")
    parser.add_argument("--a-day", type=int, default=A_DAY, help="happenings a day")
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one is not None:
        say(json.dumps(measure(asked.one, asked)))
        return
    if not asked.json:
        say(f"seed {asked.seed}, {asked.a_day} happenings a day, values missing and wrong as {asked.rates}")
        say(HEAD)
    rows = []
    for size in asked.sizes:
        rows.append(in_a_process(size, asked))
        if not asked.json:
            say(line(rows[-1]))
    costs = {row["claims"]: row["seconds"] for row in rows if row["claims"] >= FIT_FROM}
    power = exponent(costs) if len(costs) > 1 else None
    if asked.json:
        say(
            json.dumps(
                {"seed": asked.seed, "rates": asked.rates, "wrong": asked.wrong, "sizes": rows, "exponent": power},
                indent=1,
            )
        )
    elif power is not None:
        say(f"cost grows with the power {power:.2f} of the claims, from {min(costs):,} to {max(costs):,}")


def in_a_process(size: int, asked: argparse.Namespace) -> dict[str, Any]:
    """The figures of one size, from a process of its own."""
    options = ["--seed", asked.seed, "--rates", asked.rates, "--a-day", asked.a_day, "--one", size]
    options += [] if asked.wrong is None else ["--wrong", asked.wrong]
    command = [sys.executable, __file__, *map(str, options)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 our own file
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def measure(size: int, asked: argparse.Namespace) -> dict[str, Any]:
    """Merge a war of that many claims, and compare the events with the truth."""
    rates = RATES[asked.rates] if asked.wrong is None else replace(RATES[asked.rates], wrong=asked.wrong)
    told = war(size, asked.seed, rates=rates, a_day=asked.a_day)
    start = time.process_time()
    merged = merge(told.reports, told.claims, [])
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / PER_MEBIBYTE
    pairs, cubed = qualities((event.claims for event in merged.events), told.truth)
    return {
        "claims": len(told.claims),
        "reports": len(told.reports),
        "happenings": len(set(told.truth.values())),
        "events": len(merged.events),
        "seconds": round(seconds, 3),
        "mebibytes": round(peak),
        "pairwise": {"precision": pairs.precision, "recall": pairs.recall, "f1": pairs.f1},
        "b_cubed": {"precision": cubed.precision, "recall": cubed.recall, "f1": cubed.f1},
    }


HEAD = "   claims  happenings   events  pairs: P     R    F1    B³: P     R    F1   seconds  peak MB"


def line(row: dict[str, Any]) -> str:
    """A row of the table."""
    scores = "   ".join(
        " ".join(f"{row[name][part]:.3f}" for part in ("precision", "recall", "f1")) for name in ("pairwise", "b_cubed")
    )
    counts = f"{row['claims']:9,} {row['happenings']:11,} {row['events']:8,}"
    return f"{counts}   {scores}  {row['seconds']:8,.1f} {row['mebibytes']:8,}"


def say(text: str) -> None:
    """One line, at once."""
    sys.stdout.write(text + os.linesep)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
