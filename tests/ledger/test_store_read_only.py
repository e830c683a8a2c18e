"""A ledger that may only be looked at: in a folder, or a file, that the user may not write to."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_cases import a_reading, a_report, merge_each

from fogline.ledger import Store

NOBODY = 65534
HERE = Path(__file__).parent
# Root may write everywhere: then everything is loaded first, and the test itself runs as another user.
AS_ANOTHER_USER = f"""
import os, sys
sys.path.insert(0, {str(HERE)!r})
from ledger_cases import a_report
from fogline.errors import LedgerError
from fogline.ledger import Store
Store.open(sys.argv[1]).reports()
for path, mode in ((sys.argv[1], sys.argv[2]), (os.path.dirname(sys.argv[1]), sys.argv[3])):
    os.chmod(path, int(mode))
if os.geteuid() == 0:
    os.setuid({NOBODY})
"""
LOOK = """
with Store.open(sys.argv[1], create=False) as store:
    print(len(store.events()), len(store.reports()), store.is_stale())
"""
WRITE = """
try:
    Store.open(sys.argv[1]).add([(a_report("r2"), None)])
except LedgerError as error:
    print(error)
"""


@pytest.fixture
def ledger() -> Iterator[Path]:
    """A ledger with two events, in a folder that all users may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        file = Path(folder) / "l #1.db"
        with Store.open(file) as store:
            store.add([(a_report("r1"), a_reading(a_report("r1")))])
            store.rebuild(merge_each)
        yield file
        Path(folder).chmod(0o755)


def as_another_user(code: str, ledger: Path, file_mode: int, folder_mode: int) -> str:
    """What code prints where the ledger's file and folder have these modes."""
    command = [sys.executable, "-c", AS_ANOTHER_USER + code, str(ledger), str(file_mode), str(folder_mode)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o555), (0o644, 0o555), (0o444, 0o755)])
def test_what_may_not_be_written_to_can_be_read(ledger: Path, file_mode: int, folder_mode: int) -> None:
    before = ledger.read_bytes()
    assert as_another_user(LOOK, ledger, file_mode, folder_mode) == "2 1 False"
    assert ledger.read_bytes() == before


def test_writing_there_is_told(ledger: Path) -> None:
    assert as_another_user(WRITE, ledger, 0o444, 0o555).endswith("may not be written to: check its permissions")


def test_a_ledger_that_another_process_writes_is_read_with_what_it_stored_last(ledger: Path) -> None:
    with Store.open(ledger) as store:
        store.add([(a_report("r2"), None)])
        for file in ledger.parent.iterdir():
            file.chmod(0o444)
        assert as_another_user(LOOK, ledger, 0o444, 0o555) == "2 2 True"
