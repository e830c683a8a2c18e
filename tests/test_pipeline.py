"""The way of a report: what is counted, and that the ledger is a function of the set of reports."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from fogline.api import Ledger
from fogline.ledger import Store
from fogline.model import Claim, ClaimLink, Days, Figure, Place, Reading, Report
from fogline.model.problem import Problem
from fogline.pipeline import read_into
from fogline.settings import Settings

TOWNS = {
    "Kazan": Place("Kazan", "RU", "Tatarstan", 55.79, 49.12, 551487, "settlement"),
    "Sumy": Place("Sumy", "UA", "Sumy", 50.92, 34.80, 692194, "settlement"),
}


class TownReader:
    """Reads a strike on each town of a text that ends in a number of killed; a second town answers the first."""

    def read_many(self, reports):
        for report in reports:
            towns = [town for town in TOWNS if town in report.text]
            claims = [self.claim(report, number, town) for number, town in enumerate(towns)]
            links = [
                ClaimLink(later.id, earlier.id, "response_to", report.id, (0, 3))
                for earlier, later in itertools.pairwise(claims)
            ]
            yield Reading(report.id, tuple(claims), tuple(links), ("no towns",) if not towns else ())

    def claim(self, report, number, town):
        start = report.full_text.index(town)
        killed = int(report.text.rsplit(maxsplit=1)[-1])
        return Claim(
            id=f"{report.id}-{number}",
            report=report.id,
            happening=str(number),
            by=report.source,
            side="Ukraine" if report.source == "b" else None,
            stance="asserts",
            type="missile_artillery_attack",
            status="occurred",
            date=Days.on(dt.date(2024, 5, 1)),
            place=TOWNS[town],
            figures={"killed": Figure(killed, killed)},
            spans={"where": (start, start + len(town))},
            sentence=report.text,
        )


def reader_of(language):
    return TownReader() if language == "en" else None


def report(id, text, source="a", published="2024-05-01", language="en"):
    return Report(id, source, None, f"Report {id[0]}", text, published, language)


REPORTS = [
    report("r1", "Strike on Kazan kills 2"),
    report("r2", "Strike on Kazan kills 3", source="b", published="2024-05-01T18:00:00+03:00"),
    report("r3", "After Kazan, Sumy was hit, killing 4", source="b"),
    report("r4", "Strike on Kazan kills 2"),  # the words of r1, from the same source
    report("r5", "Strike on Kazan kills 2", source="c"),  # and from another
    report("r6", "Вибухи в місті 0", language="uk"),
    report("r7", "Strike on Sumy kills 1", published=None),
]


def exported(folder, batches, batch=16):
    name = folder / f"{len(list(folder.iterdir()))}.db"
    with Ledger(Store.open(name), Settings(batch=batch), reader_of) as ledger:
        for reports in batches:
            ledger.read(reports)
        return ledger.export(with_text=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("ledgers")


@pytest.fixture(scope="module")
def expected(folder):
    return exported(folder, [REPORTS])


VERSIONS = [
    report("r1", "Strike on Sumy kills 7"),  # another report with the id of r1
    report("r7", "Strike on Sumy kills 1", published="2024-05-02"),  # r7 with a date
    report("r7", "Strike on Sumy kills 1", published="2024-05-01", language=None),
]


@hypothesis_settings(max_examples=25, deadline=None)
@given(order=st.permutations([*REPORTS, *VERSIONS]), cut=st.integers(0, 10), batch=st.integers(1, 5))
def test_versions_of_a_report_give_the_same_ledger_in_any_order(folder, order, cut, batch):
    whole = exported(folder, [[*REPORTS, *VERSIONS]])
    assert exported(folder, [order[:cut], order[cut:]], batch) == whole


@hypothesis_settings(max_examples=25, deadline=None)
@given(order=st.permutations(REPORTS), batch=st.integers(1, 7))
def test_what_a_run_says_agrees_with_the_ledger_whatever_the_order(folder, order, batch):
    with Store.open(folder / f"{len(list(folder.iterdir()))}.db") as store:
        summary = read_into(store, order, reader_of, batch=batch)
        counts = store.counts()
        assert (summary.new, summary.claims) == (counts["reports"], counts["claims"])
        assert (summary.same_text, summary.undated, dict(summary.unread)) == (1, 1, {"uk": 1})


@hypothesis_settings(max_examples=25, deadline=None)
@given(
    order=st.permutations(REPORTS),
    again=st.lists(st.sampled_from(REPORTS), max_size=4),
    cut=st.integers(0, 11),
    batch=st.integers(1, 5),
)
def test_order_repetition_and_batches_change_nothing(folder, expected, order, again, cut, batch):
    whole = [*order, *again]
    assert exported(folder, [whole[:cut], whole[cut:]], batch) == expected


def test_no_value_that_was_read_is_lost_by_reading_more(folder):
    def told(reports):
        name = folder / f"{len(list(folder.iterdir()))}.db"
        with Ledger(Store.open(name), Settings(), reader_of) as ledger:
            ledger.read(reports)
            claims = [claim for event in ledger.events() for claim in event.claims]
            return {(claim.id, tuple(claim.figures.items())) for claim in claims}

    first = told(REPORTS[:2])
    assert first < told(REPORTS[:3])


def test_everything_that_comes_in_is_counted_once(folder):
    problem = Problem("x.txt", "missing", "is not there")
    with Store.open(folder / "counted.db") as store:
        seen = []
        summary = read_into(store, [*REPORTS, problem, REPORTS[0]], reader_of, lambda *done: seen.append(done), batch=3)
    assert (summary.new, summary.same_text, summary.same_id) == (6, 1, 1)
    assert (summary.undated, dict(summary.unread)) == (1, {"uk": 1})
    assert (summary.claims, summary.events) == (6, 2)
    assert summary.problems == [problem]
    assert seen[-1] == (6, 6)


def test_of_two_reports_with_one_id_the_same_one_is_kept_and_the_other_told_whichever_came_first(folder):
    one, other = REPORTS[0], report("r1", "Strike on Sumy kills 9")
    kept = []
    for number, (first, second) in enumerate([(one, other), (other, one)]):
        with Store.open(folder / f"conflict{number}.db") as store:
            read_into(store, [first], reader_of)
            summary = read_into(store, [second], reader_of, names={"r1": "a.txt"})
            assert [problem.reason for problem in summary.problems] == ["id_conflict"]
            assert summary.problems[0].where == "a.txt, report r1"
            assert (summary.new, summary.events) == (0, 1)
            kept.append((store.reports(), store.events()))
    assert kept[0] == kept[1]


def test_a_forgotten_date_is_mended_by_reading_again(folder):
    forgotten = report("r1", "Strike on Kazan kills 2", published=None)
    with Store.open(folder / "forgotten.db") as store:
        assert read_into(store, [forgotten], reader_of).undated == 1
        summary = read_into(store, [REPORTS[0]], reader_of)
        assert (summary.new, summary.completed, summary.same_id, summary.problems) == (0, 1, 0, [])
        assert store.reports() == [REPORTS[0]]
        again = read_into(store, [REPORTS[0], forgotten], reader_of)
        assert (again.completed, again.same_id) == (0, 2)


def test_a_text_that_waited_behind_its_twin_is_read_when_that_gives_way(folder):
    twins = [report("r1", "Strike on Kazan kills 2"), report("r4", "Strike on Kazan kills 2")]
    others = [report("r1", f"Strike on Sumy kills {number}") for number in range(9)]
    with Store.open(folder / "waiting.db") as store:
        read_into(store, [*twins, *others], reader_of)
        assert {claim.report for claim in store.claims()} == {"r1", "r4"}
        assert store.counts()["unread"] == 0


def test_warnings_of_the_reader_are_passed_on(folder):
    with Store.open(folder / "warned.db") as store:
        assert read_into(store, [report("w1", "Nothing 0")], reader_of).warnings == [("w1", "no towns")]


def test_what_was_stored_before_a_fault_stays_and_the_run_can_be_repeated(folder):
    def cut_off():
        yield from REPORTS[:3]
        raise OSError("the disk is gone")

    with Store.open(folder / "cut.db") as store:
        with pytest.raises(OSError, match="gone"):
            read_into(store, cut_off(), reader_of, batch=1)
        assert [one.id for one in store.reports()] == ["r1", "r2", "r3"]
        assert read_into(store, REPORTS, reader_of).new == 3
    whole = Ledger(Store.open(folder / "cut.db"), Settings(), reader_of)
    assert whole.export(with_text=True) == exported(folder, [REPORTS])


class FailingReader(TownReader):
    """Fails on texts that say so."""

    def claim(self, report, number, town):
        if "fail" in report.text:
            raise ValueError("no such luck")
        return super().claim(report, number, town)


def test_a_report_on_which_the_reader_fails_is_told_and_the_rest_is_read(folder):
    reports = [
        report("f1", "Kazan 1"),
        report("f2", "Kazan fail 2"),
        report("f3", "Sumy fail 3"),
        report("f4", "Sumy 4"),
    ]
    with Store.open(folder / "failing.db") as store:
        summary = read_into(store, reports, lambda language: FailingReader())
        assert [one.id for one in store.reports()] == ["f1", "f4"]
    assert [(one.where, one.reason) for one in summary.problems] == [
        ("report f2", "reader_fault"),
        ("report f3", "reader_fault"),
    ]
    assert (summary.new, summary.claims) == (2, 2)
