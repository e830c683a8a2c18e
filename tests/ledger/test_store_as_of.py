"""The ledger as it stood: what was published and judged by then, drawn anew, and nothing written."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from ledger_cases import a_reading, a_report, merge_each

from fogline.errors import LedgerError
from fogline.ledger import Store
from fogline.model.query import EventQuery
from fogline.model.verdict import Telling, verdict

NOON = dt.datetime(2024, 12, 22, 12, tzinfo=dt.UTC)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Reports before, at and after noon of 22 December UTC, one of that day without an hour, one without a date."""
    times = {
        "r1": "2024-12-22T14:59:00+03:00",
        "r2": "2024-12-22T15:00:00+03:00",
        "r3": "2024-12-22T15:01:00+03:00",
        "r4": "2024-12-22",
        "r5": "2024-12-23",
        "r6": None,
    }
    store = Store.open(tmp_path / "l.db")
    reports = [replace(a_report(key, f"The harbour of {key}"), published=at) for key, at in times.items()]
    store.add([(report, a_reading(report)) for report in reports])
    store.rebuild(merge_each)
    return store


def test_what_was_published_by_then_is_known_and_what_has_no_date_never(store: Store) -> None:
    with store.as_of(NOON, merge_each) as then:
        assert [report.id for report in then.reports()] == ["r1", "r2", "r4"]
        assert then.undated == 1
        assert then.claims("r1") == store.claims("r1")
        assert {link.report for link in then.links()} == {"r1", "r2", "r4"}
        assert then.counts()["events"] == 6
        assert then.events(EventQuery(text="harbour of r2")) == store.events(EventQuery(text="harbour of r2"))


def test_at_the_end_it_is_the_ledger_less_what_has_no_date(store: Store) -> None:
    with store.as_of(dt.datetime.max.replace(tzinfo=dt.UTC), merge_each) as then:
        assert [one.id for one in then.reports()] == ["r1", "r2", "r3", "r4", "r5"]


def test_before_everything_it_is_empty(store: Store) -> None:
    with store.as_of(dt.datetime.min.replace(tzinfo=dt.UTC), merge_each) as then:
        assert then.counts() == dict.fromkeys(store.counts(), 0)


def test_verdicts_given_by_then_are_known(store: Store) -> None:
    sides = [Telling("r1", "0", "x")], [Telling("r2", "0", "y")]
    given = [
        verdict("same", *sides, author="Ann", at=NOON + dt.timedelta(minutes=late), reason="so") for late in (-1, 0, 1)
    ]
    store.add_verdicts(given)
    with store.as_of(NOON, merge_each) as then:
        assert then.verdicts() == given[:2]


def test_nothing_is_written(store: Store, tmp_path: Path) -> None:
    before, events = (tmp_path / "l.db").read_bytes(), store.events()
    with store.as_of(NOON, merge_each) as then:
        for write in (lambda: then.add([]), lambda: then.add_verdicts([]), lambda: then.rebuild(merge_each)):
            with pytest.raises(LedgerError, match="can only be looked at"):
                write()
    assert (tmp_path / "l.db").read_bytes() == before
    assert store.events() == events


def test_the_same_words_of_a_source_count_once_with_the_date_of_the_smaller_id(tmp_path: Path) -> None:
    with Store.open(tmp_path / "l.db") as store:
        early, late = (
            replace(a_report(key, "The same."), published=at)
            for key, at in (("r2", "2024-01-01"), ("r1", "2024-01-09"))
        )
        for report in (early, late):
            store.add([(report, a_reading(report))])
        with store.as_of(dt.datetime(2024, 1, 5, tzinfo=dt.UTC), merge_each) as then:
            assert then.reports() == []
