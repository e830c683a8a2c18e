"""The last step of a set-up: build the index of place names, and try everything once.

The trial shows that the installation works, and leaves the bytecode of all that a command uses, and of nothing else.
"""

import importlib
import subprocess
import sys
import tempfile
from pathlib import Path

from fogline.gazetteer import ensure

# Loaded when they are first needed, or by the tests alone.
LATE = ("pandas", "trafilatura", "pytest", "hypothesis", "jsonschema")


def main() -> None:
    """Print each step on a line."""
    say("  index of place names")
    ensure(lambda step, share: say(f"    {share:4.0%} {step}"))
    say("  a trial")
    for name in LATE:
        importlib.import_module(name)
    with tempfile.TemporaryDirectory() as folder:
        demo = [sys.executable, "-c", "from fogline.cli import main; main()", "demo", "--ledger", "trial.db"]
        done = subprocess.run(demo, cwd=Path(folder), check=False, stdout=subprocess.DEVNULL)  # noqa: S603
    if done.returncode:
        sys.exit(done.returncode)


def say(line: str) -> None:
    """One line, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
