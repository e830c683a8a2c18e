"""Ledgers come from another program or from a folder; a fault of a program is one line."""

import json
import shlex
import sys

import pytest
from score_builders import LEDGER, write_case

from fogline.errors import FoglineError
from fogline.score.cases import read_cases
from fogline.score.draw import Exported, draw_all, program

WRITES = (
    "import json, sys; rows = [json.loads(line) for line in open(sys.argv[1], encoding='utf-8')];"
    "events = [{'id': row['title']} for row in rows];"
    "out = open(sys.argv[2], 'w') if len(sys.argv) > 2 else sys.stdout; json.dump({'events': events}, out)"
)


def python(code, *words):
    return program(shlex.join([sys.executable, "-c", code, *words]))


@pytest.fixture
def cases(tmp_path):
    for name in ("a", "b", "c"):
        write_case(tmp_path / "cases" / name)
    return read_cases([tmp_path / "cases"])


@pytest.mark.parametrize("words", [["{reports}", "{ledger}"], ["{reports}"]], ids=["a file", "standard output"])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_program_gets_the_reports_and_gives_a_ledger(cases, words, jobs):
    found = list(draw_all(cases, python(WRITES, *words), jobs))
    assert [[event.id for event in one.events] for one in found] == [["Drones over Harvik", "A vow in Borland"]] * 3


def test_no_shell_takes_part(cases):
    code = "import json, sys; json.dump({'events': [{'id': sys.argv[2]}]}, sys.stdout)"
    (found,) = draw_all(cases[:1], python(code, "{reports}", "$(echo hello); *"), 1)
    assert found.events[0].id == "$(echo hello); *"


@pytest.mark.parametrize(
    ("code", "words", "fault"),
    [
        ("import sys; sys.exit('first\\nthe last line')", [], "ended with status 1: the last line"),
        ("pass", [], "is broken JSON"),
        ("pass", ["{ledger}"], "wrote no ledger to {ledger}"),
        ("print('[]')", [], "must be an object"),
    ],
)
def test_a_program_that_fails_is_one_line(cases, code, words, fault):
    with pytest.raises(FoglineError) as error:
        list(draw_all(cases, python(code, "{reports}", *words), 1))
    assert str(error.value).startswith("a")
    assert fault in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("command", ["reader", "", "reader '{reports}"])
def test_a_command_that_names_no_input_or_cannot_be_split_is_refused(command):
    with pytest.raises(FoglineError, match="--reader"):
        program(command)


def test_exported_ledgers_are_found_by_the_name_of_the_case(cases, tmp_path):
    (tmp_path / "a.json").write_text(json.dumps(LEDGER))
    (found,) = draw_all(cases[:1], Exported(tmp_path), 1)
    assert [event.id for event in found.events] == ["f1", "f2"]
    with pytest.raises(FoglineError, match=r"b\.json: No such file"):
        list(draw_all(cases, Exported(tmp_path), 1))
