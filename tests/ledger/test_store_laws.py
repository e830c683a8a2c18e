"""Laws of the ledger: a function of the set of reports; what is said to be stored is stored; two may write at once."""

import signal
import subprocess
import sys
import tempfile
import textwrap
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_cases import a_reading, a_report, merge_each

from fogline.ledger import Store
from fogline.model import Reading, Report

TEXTS = ("Alpha.", "Beta.", "Gamma  delta.", "Gamma delta.")
SOURCES = ("an agency", "a site", None)
HERE = Path(__file__).parent

reports = st.builds(
    lambda number, text, source, published: replace(a_report(f"r{number}", text, source), published=published),
    st.integers(0, 5),
    st.sampled_from(TEXTS),
    st.sampled_from(SOURCES),
    st.sampled_from((None, "2024-12-22", "2024-12-23")),
)
report_sets = st.lists(reports, min_size=1, max_size=7)


def ledger_of(batches: list[list[Report]]) -> tuple[object, ...]:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "l.db") as store:
        for batch in batches:
            store.add([(report, reading_of(report)) for report in batch])
            store.add([(report, reading_of(report)) for report in store.unread_reports()])
            store.rebuild(merge_each)
        return store.reports(), store.claims(), store.events(), store.links(), store.origins(), store.counts()


def reading_of(report: Report) -> Reading:
    """A reading that shows which version of the report was read."""
    found = a_reading(report)
    claims = tuple(replace(claim, sentence=f"{report.published} {report.full_text}") for claim in found.claims)
    return replace(found, claims=claims)


@settings(max_examples=60, deadline=None)
@given(report_sets, st.data())
def test_any_order_repetition_and_batching_gives_the_same_ledger(found: list[Report], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(found))
    again = data.draw(st.lists(st.sampled_from(found), max_size=4))
    assert ledger_of([found]) == ledger_of([[report] for report in shuffled] + [again])


@settings(max_examples=25, deadline=None)
@given(st.lists(reports, min_size=1, max_size=7, unique_by=lambda report: report.id))
def test_each_text_of_a_source_counts_once_under_its_smallest_id(found: list[Report]) -> None:
    kept = ledger_of([found])[0]
    smallest: dict[tuple[str | None, str], Report] = {}
    for report in sorted(found, key=lambda report: report.id, reverse=True):
        smallest[report.source, report.text_key] = report
    assert kept == sorted(smallest.values(), key=lambda report: report.id)


WRITER = """
    import sys
    sys.path.insert(0, sys.argv[1])
    from ledger_cases import a_reading, a_report
    from fogline.ledger import Store
    with Store.open(sys.argv[2]) as store:
        for number in range(int(sys.argv[3]), int(sys.argv[4])):
            report = a_report(f"r{number:04}")
            store.add([(report, a_reading(report))])
            print(report.id, flush=True)
"""


def start_writer(ledger: Path, first: int, last: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", textwrap.dedent(WRITER), str(HERE), str(ledger), str(first), str(last)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_a_killed_run_loses_nothing_that_it_said_it_stored_and_can_be_repeated(tmp_path: Path) -> None:
    run = start_writer(tmp_path / "l.db", 0, 10_000)
    assert run.stdout is not None
    said = [run.stdout.readline().strip() for _ in range(15)]
    run.send_signal(signal.SIGKILL)
    said += run.communicate()[0].split()
    with Store.open(tmp_path / "l.db", create=False) as store:
        stored = {report.id for report in store.reports()}
        assert set(said) <= stored
        assert {claim.report for claim in store.claims()} == stored, "no report without its claims"
        again = [(a_report(key), a_reading(a_report(key))) for key in sorted(stored)]
        assert set(store.add(again)) == {"same_id"}


def test_two_processes_write_into_one_new_ledger_at_once(tmp_path: Path) -> None:
    runs = [start_writer(tmp_path / "l.db", first, first + 30) for first in (0, 15)]
    for run in runs:
        run.communicate(timeout=60)
    assert [run.returncode for run in runs] == [0, 0]
    with Store.open(tmp_path / "l.db", create=False) as store:
        assert [report.id for report in store.reports()] == [f"r{number:04}" for number in range(45)]
        assert store.counts()["claims"] == 90
        store.rebuild(merge_each)
        assert len(store.events()) == 90
