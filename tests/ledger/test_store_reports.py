"""What becomes of reports that come in: stored once, told apart, found again."""

from dataclasses import replace
from pathlib import Path

import pytest
from ledger_cases import a_claim, a_reading, a_report, merge_each

from fogline.errors import LedgerError
from fogline.ledger import Store
from fogline.ledger.versions import kept
from fogline.model import Reading, Report


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "l.db")


def test_a_report_and_its_claims_come_back_as_they_went_in(store: Store) -> None:
    report = Report("r1", "a site", "https://site.example/1", "Ünïcode „title“", "Text\n\nwith 💥", "2024-12-22", "en")
    reading = a_reading(report)
    assert store.add([(report, reading)]) == ["new"]
    assert store.reports() == [report]
    assert store.claims() == list(reading.claims)
    assert store.claim_links() == list(reading.links)


def test_a_claim_that_says_little_comes_back_as_it_went_in(store: Store) -> None:
    claim = a_claim("r1", by=None, side=None, date=None, place=None, actor=(), figures={}, spans={})
    store.add([(a_report("r1"), Reading("r1", (claim,)))])
    assert store.claims("r1") == [claim]


def test_the_same_report_again_changes_nothing(store: Store) -> None:
    report = a_report("r1")
    store.add([(report, a_reading(report))])
    store.rebuild(merge_each)
    assert store.standing(report) == "same_id"
    assert store.add([(report, a_reading(report))]) == ["same_id"]
    assert not store.is_stale()
    assert store.counts()["claims"] == 2


def test_of_two_contents_of_one_id_the_same_is_kept_whichever_came_first(store: Store, tmp_path: Path) -> None:
    one, other = a_report("r1"), a_report("r1", text="Something else.")
    store.add([(one, a_reading(one)), (a_report("r2"), a_reading(a_report("r2")))])
    store.rebuild(merge_each)
    with Store.open(tmp_path / "2.db") as again:
        standings = [store.add([(other, a_reading(other))]), again.add([(other, a_reading(other))])]
        standings.append(again.add([(one, a_reading(one))]))
        again.add([(a_report("r2"), a_reading(a_report("r2")))])
        assert sorted(standings) == [["id_conflict"], ["new"], ["replaced"]]
        assert store.reports() == again.reports()
        assert store.claims() == again.claims()
        assert store.search_reports("else") == again.search_reports("else")


def test_a_replaced_report_takes_its_claims_and_events_with_it(store: Store) -> None:
    one, other = a_report("r1"), a_report("r1", text="Something else.")
    loses, wins = (one, other) if kept(one, other) == other else (other, one)
    beside = a_report("r2")
    store.add([(loses, a_reading(loses, claims=3)), (beside, a_reading(beside))])
    store.rebuild(merge_each)
    assert store.add([(wins, a_reading(wins, claims=1))]) == ["replaced"]
    assert store.is_stale()
    assert {claim.report for event in store.events() for claim in event.claims} == {"r2"}
    store.rebuild(merge_each)
    assert [claim.id for claim in store.claims("r1")] == ["r1-c0"]
    assert store.counts()["events"] == 3


def test_a_date_that_came_later_is_taken_and_the_report_is_read_again(store: Store) -> None:
    dated = a_report("r1")
    undated = replace(dated, published=None)
    store.add([(undated, a_reading(undated, claims=1))])
    store.rebuild(merge_each)
    assert store.look([dated])[0] == ("completed", dated)
    assert store.add([(dated, a_reading(dated, claims=2))]) == ["completed"]
    assert store.is_stale()
    assert store.reports() == [dated]
    assert len(store.claims()) == 2
    assert store.standing(undated) == "same_id"
    assert store.search_reports("Body") == [dated]


def test_a_reading_of_an_older_version_is_left_out(store: Store) -> None:
    dated, tagged = replace(a_report("r1"), language=None), replace(a_report("r1"), published=None)
    store.add([(dated, a_reading(dated))])
    assert store.add([(tagged, a_reading(tagged))]) == ["completed"]
    assert store.unread_reports() == [a_report("r1")]
    assert store.unread_languages() == ["en"]


def test_a_report_arrived_where_it_counts_and_its_text_is_new(store: Store) -> None:
    reports = [a_report(key, text="The same.") for key in ("r3", "r1", "r2")]
    store.add([(report, a_reading(report)) for report in reports])
    assert [(one.id, one.claims) for one in store.arrived({"r1", "r2", "r3"})] == [("r1", 2)]
    assert store.arrived({"r1", "r2"}) == []


def test_the_same_text_of_a_source_counts_once_under_the_smaller_id(store: Store) -> None:
    small, large = a_report("r1", text="The same."), a_report("r2", text="The same.")
    store.add([(small, a_reading(small))])
    assert store.standing(large) == "same_text"
    assert store.add([(large, a_reading(large))]) == ["same_text"]
    assert [report.id for report in store.reports()] == ["r1"]


def test_a_smaller_id_that_comes_later_takes_the_place(store: Store) -> None:
    small, large = a_report("r1", text="The same."), a_report("r2", text="The same.")
    store.add([(large, a_reading(large))])
    store.rebuild(merge_each)
    assert store.standing(small) == "new"
    assert store.add([(small, a_reading(small))]) == ["new"]
    assert store.is_stale()
    assert [report.id for report in store.reports()] == ["r1"]
    assert {claim.report for claim in store.claims()} == {"r1"}
    assert store.counts()["claims"] == 2
    assert store.report("r2") == large, "what was stored is still there"


def test_the_same_text_of_another_source_is_a_report_of_its_own(store: Store) -> None:
    here, there = a_report("r1", text="The same."), a_report("r2", text="The same.", source="a site")
    assert store.add([(here, a_reading(here)), (there, a_reading(there))]) == ["new", "new"]
    assert len(store.reports()) == 2


def test_a_report_without_a_reader_is_kept_unread_until_there_is_one(store: Store) -> None:
    report = a_report("r1", language="uk")
    store.add([(report, None), (a_report("r2"), Reading("r2"))])
    assert store.unread_reports() == [report]
    assert store.unread_reports(["uk"]) == [report]
    assert store.unread_reports(["en"]) == []
    assert store.counts()["unread"] == 1
    store.rebuild(merge_each)
    assert store.add([(report, a_reading(report))]) == ["same_id"]
    assert store.is_stale()
    assert store.unread_reports() == []
    assert len(store.claims("r1")) == 2


def test_a_batch_is_stored_as_a_whole_or_not_at_all(store: Store) -> None:
    with pytest.raises(LedgerError, match="of another report"):
        store.add([(a_report("r1"), None), (a_report("r2"), Reading("r3"))])
    assert store.reports() == []


def test_a_report_is_found_by_the_beginning_of_its_id(store: Store) -> None:
    store.add([(a_report("abc"), None), (a_report("abd"), None), (a_report("ab%"), None)])
    assert store.report("abd").id == "abd"
    assert store.report("ab%").id == "ab%"
    with pytest.raises(LedgerError, match='"ab" fits 3 reports: ab%, abc, abd'):
        store.report("ab")
    for key in ("x", "", "%", "_bc"):
        with pytest.raises(LedgerError, match="there is no report"):
            store.report(key)


SEARCHES = [
    ("harbour", ["r1", "r2"]),
    ("HARBOUR fire", ["r1"]),
    ('"fire in the harbour"', ["r1"]),
    ('"harbour fire"', []),
    ("cafe", ["r2"]),
    ("пожар", ["r3"]),
    ("title:harbour", []),
    ('harbour" OR "fire', []),
    ("harbour NOT fire", []),
    ("harb*", []),
    ('"', []),
    ("()", []),
    ("", []),
]


@pytest.mark.parametrize(("words", "found"), SEARCHES)
def test_full_text_search(store: Store, words: str, found: list[str]) -> None:
    store.add(
        [
            (a_report("r1", text="A fire in the harbour."), None),
            (a_report("r2", text="The harbour café was closed."), None),
            (a_report("r3", text="Пожар в порту."), None),
        ]
    )
    assert [report.id for report in store.search_reports(words)] == found
