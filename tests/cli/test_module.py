"""`python -m fogline` is the `fogline` command."""

import subprocess
import sys


def test_the_package_runs_as_the_command():
    done = subprocess.run([sys.executable, "-m", "fogline", "--version"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.split()[0]) == (0, "fogline")
