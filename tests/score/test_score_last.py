"""The figures of the last run are kept by cases and reader."""

import pytest
from score_builders import write_case

from fogline.score import last
from fogline.score.cases import read_cases
from fogline.score.checks import CaseError

RUN = {"ledger": {"event_f1": 0.5}}


def test_what_is_kept_is_loaded(tmp_path):
    (tmp_path / "last.json").write_text(last.text_of(RUN))
    assert last.load(tmp_path / "last.json") == RUN


def test_there_need_be_no_last_run(tmp_path):
    assert last.load(tmp_path / "last.json") is None


def test_a_file_of_something_else_is_told(tmp_path):
    (tmp_path / "last.json").write_text('{"ledger": ["x"]}')
    with pytest.raises(CaseError, match=r"last\.json: ledger: must be an object"):
        last.load(tmp_path / "last.json")


def test_other_cases_and_other_readers_have_runs_of_their_own(tmp_path, monkeypatch):
    monkeypatch.setenv("FOGLINE_CACHE", str(tmp_path / "cache"))
    one, two = read_cases([write_case(tmp_path / "one")]), read_cases([write_case(tmp_path / "two")])
    files = {last.usual_file(cases, reader) for cases in (one, two, one + two) for reader in ("fogline", "other")}
    assert len(files) == 6
    assert {file.parent for file in files} == {tmp_path / "cache" / "scores"}
