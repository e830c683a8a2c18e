"""The command as a process of its own: what it prints comes at once, also in a pipe."""

import os
import queue
import subprocess
import sys
import threading
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from fogline.cli import app
from fogline.serve import run
from fogline.serve.config import ServeConfig

COMMAND = (sys.executable, "-c", "from fogline.cli import main; main()")
WAIT_SECONDS = 60


@pytest.fixture
def started(tmp_path):
    """Starts a command in a pipe that Python writes in blocks, and gives the lines of it as they come."""
    running = []

    def start(*words):
        env = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
        process = subprocess.Popen(
            [*COMMAND, *map(str, words)], cwd=tmp_path, env=env, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        running.append(process)
        lines = queue.Queue()
        threading.Thread(target=lambda: [lines.put(line) for line in process.stdout], daemon=True).start()
        return lambda: lines.get(timeout=WAIT_SECONDS)

    yield start
    for process in running:
        process.kill()
        process.wait()


def test_the_server_tells_its_address_and_token_at_once_in_a_pipe(started, ledger_file):
    line = started("serve", "--ledger", ledger_file, "--port", 0)
    assert " at http://127.0.0.1:" in line()
    assert "/#token=" in line()


def test_a_server_for_others_tells_their_address_too(ledger_file):
    config = ServeConfig("a-token-that-is-long-enough", host="0.0.0.0", port=0, names=("desk.example.org",))
    with run.listening(config) as found:
        port = found.getsockname()[1]
        assert run.address_for_others(config, found) == f"http://desk.example.org:{port}/"
        own = run.address_for_others(replace(config, names=()), found)
        assert own is None or (own.endswith(f":{port}/") and "127.0.0.1" not in own)
        assert run.address_for_others(replace(config, host="127.0.0.1"), found) is None


def test_a_new_ledger_is_made_where_sources_fill_it_and_nowhere_else(started, tmp_path):
    (tmp_path / "incoming").mkdir()
    (tmp_path / "feeds.toml").write_text('[[folder]]\nname = "drop"\npath = "incoming"\n')
    line = started("serve", "--ledger", "new.db", "--watch", "feeds.toml", "--port", 0)
    assert line().startswith("Serving new.db at http://127.0.0.1:")
    answer = CliRunner().invoke(app, ["serve", "--ledger", str(tmp_path / "none.db")])
    assert (answer.exit_code, len(answer.stderr.splitlines())) == (1, 1)
    assert "there is no ledger yet" in answer.stderr
    assert "made where it is missing" not in CliRunner().invoke(app, ["serve", "--help"]).stdout


def test_the_watch_tells_each_look_at_once_in_a_pipe(started, tmp_path):
    (tmp_path / "incoming").mkdir()
    (tmp_path / "feeds.toml").write_text('[[folder]]\nname = "drop"\npath = "incoming"\n')
    line = started("watch", "feeds.toml")
    assert line().startswith("Watching 1 source into ")
    assert line().endswith("Z drop: nothing new\n")
