"""The page's pure parts, in TypeScript: their own tests and types, run by npm's tools where Node is."""

import shutil
import subprocess
from pathlib import Path

import pytest

WEB = Path(__file__).parents[2] / "src/fogline/serve/web"


@pytest.mark.parametrize("tool", [["vitest", "run"], ["tsc", "--noEmit"]], ids=["vitest", "tsc"])
def test_the_pages_own_tests_and_types_pass(tool):
    program = WEB / "node_modules/.bin" / tool[0]
    if shutil.which("node") is None or not program.exists():
        pytest.skip("the page's packages are not installed: make setup does it where Node 20.19 or newer is there")
    done = subprocess.run([str(program), *tool[1:]], cwd=WEB, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
