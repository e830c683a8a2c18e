"""Faults of every kind: one line on standard error, a status, no stack trace."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from fogline import api

FOGLINE = [sys.executable, "-c", "from fogline.cli import main; main()"]
COMMANDS = ("read", "events", "show", "explain", "export", "dates", "score", "demo")


def test_version(run):
    assert run("--version").stdout == "fogline 0.1.0\n"


def test_the_version_comes_without_loading_what_reads():
    code = (
        "import sys; from fogline.cli import app\n"
        "try: app(['--version'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'spacy', 'sqlalchemy', 'pandas', 'numpy', 'rich'} & set(sys.modules)))"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout == "fogline 0.1.0\n[]\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(run, command):
    shown = run(command, "--help").stdout
    assert f"  fogline {command}" in shown
    assert "Example" in shown


def test_no_arguments_show_the_commands(run):
    shown = run().output
    assert all(command in shown for command in COMMANDS)


def test_completion_can_be_installed(run):
    assert "--install-completion" in run("--help").stdout


def test_ctrl_c_is_one_line_and_status_130(run, reports_file, monkeypatch):
    def interrupted(*args, **more):
        raise KeyboardInterrupt

    monkeypatch.setattr(api, "open", interrupted)
    answer = run("read", reports_file)
    assert answer.exit_code == 130
    assert answer.stderr == "fogline: stopped; what was stored before stays stored\n"


def test_a_file_that_is_no_ledger_is_one_line(run, here):
    (here / "x.db").write_text("this is no database, it is a text that is long enough to be one" * 20)
    answer = run("events", "--ledger", "x.db")
    assert answer.exit_code == 1
    assert answer.stderr.startswith("fogline: x.db")
    assert len(answer.stderr.splitlines()) == 1


def test_reading_into_a_damaged_ledger_is_told_though_nothing_is_new(run, ledger, reports_file):
    with Path(ledger).open("r+b") as file:
        pages = Path(ledger).stat().st_size // 4096
        file.seek(4096 * (pages // 3))
        file.write(b"\xff" * 4096 * (pages // 3))
    answer = run("read", reports_file)
    assert answer.exit_code == 1
    assert "is damaged" in answer.stderr
    assert len(answer.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("export", "--rows", "people"), "'people' is not one of 'events', 'claims'."),
        (("events", "--format", "xml"), "'xml' is not one of 'text', 'json', 'csv'."),
        (("events", "--limit", "many"), "'many' is no whole number."),
        (("events", "--limit", "0"), "'0' is less than 1."),
        (("serve", "--port", "70000"), "'70000' is more than 65535."),
        (("serve", "--delay", "long"), "'long' is no number."),
    ],
)
def test_a_value_that_an_option_cannot_have_is_told_in_words_of_its_own(run, words, told):
    answer = run(*words)
    assert answer.exit_code == 2
    assert answer.stderr.splitlines()[-1] == f"Error: Invalid value for '{words[1]}': {told}"


@pytest.mark.parametrize(
    "words",
    [
        ("read", "x.txt", "--published", "2024-12-22", "--published", "2024-12-23"),
        ("events", "--since", "2024-12-22", "--disputed", "--since=2024-12-23"),
        ("events", "--disputed", "--undisputed"),
        ("judge", "undo", "3f2a", "--reason", "a", "--reason", "b"),
        ("gazetteer", "find", "Kazan", "--format", "json", "--format", "text"),
    ],
)
def test_an_option_of_one_value_that_is_given_twice_is_refused_and_none_is_dropped(run, ledger, words):
    answer = run(*words)
    assert answer.exit_code == 2
    assert answer.stderr.splitlines()[-1].endswith("it is given more than once, and takes one value.")


def test_what_may_be_given_several_times_may(run, ledger):
    twice = run("events", "--type", "threat", "--type", "air_drone_strike", "--party", "Russia", "--party", "Ukraine")
    assert twice.exit_code == 0


def test_a_full_disk_is_one_line(run, reports_file, monkeypatch):
    def full(*args, **more):
        raise OSError(28, "No space left on device", "fogline.db")

    monkeypatch.setattr(api, "open", full)
    answer = run("read", reports_file)
    assert answer.exit_code == 1
    assert answer.stderr == "fogline: fogline.db: No space left on device\n"


def test_a_reader_that_goes_away_is_no_crash(ledger):
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "wb") as gone:
        answer = subprocess.run(
            [*FOGLINE, "export", "--ledger", ledger], stdout=gone, stderr=subprocess.PIPE, text=True, check=False
        )
    assert answer.stderr == ""
    assert answer.returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="closes streams as a shell of Unix does")
@pytest.mark.parametrize("words", ["read - <&-", "show 1 >&-", "show 99 2>&-"])
def test_a_stream_that_the_caller_closed_is_no_crash(ledger, words):
    command = f"exec {shlex.join(FOGLINE)} {words}"
    env = {**os.environ, "FOGLINE_LEDGER": ledger}
    answer = subprocess.run(["sh", "-c", command], capture_output=True, text=True, env=env, check=False)
    assert "Traceback" not in answer.stderr
    assert answer.returncode == (0 if "show 1 " in words else 1)


def test_an_output_that_has_no_room_for_some_characters_gets_a_sign_instead(ledger):
    answer = subprocess.run(
        [*FOGLINE, "show", "1", "--ledger", ledger],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert answer.returncode == 0
    assert b"Drones on Kazan, RU ? 21 Dec 2024" in answer.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_an_output_without_room_is_one_line(ledger):
    with Path("/dev/full").open("w") as full:
        answer = subprocess.run(
            [*FOGLINE, "events", "--ledger", ledger], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert answer.stderr == "fogline: cannot write the answer: No space left on device\n"
    assert answer.returncode == 1


def test_the_parser_computes_in_one_thread_unless_told_otherwise(monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "4")
    code = (
        "import os, sys; from fogline.cli import main; sys.argv[1:] = ['--version']\n"
        "try: main()\n"
        "except SystemExit: print(os.environ['OPENBLAS_NUM_THREADS'], os.environ['OMP_NUM_THREADS'])"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.splitlines()[-1] == "1 4"
