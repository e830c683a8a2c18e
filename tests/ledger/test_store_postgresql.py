"""The same ledger in PostgreSQL: runs where FOGLINE_TEST_POSTGRESQL names an empty database that may be filled."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from ledger_cases import a_reading, a_report, merge_each

from fogline.ledger import Store
from fogline.ledger.engine import connect, read_address, writing
from fogline.model.query import EventQuery

ADDRESS = os.environ.get("FOGLINE_TEST_POSTGRESQL", "")
pytestmark = pytest.mark.skipif(not ADDRESS, reason="FOGLINE_TEST_POSTGRESQL names no database")


@pytest.fixture
def empty() -> Iterator[str]:
    yield ADDRESS
    with writing(connect(read_address(ADDRESS))) as connection:
        connection.execute(sa.text("DROP SCHEMA public CASCADE"))
        connection.execute(sa.text("CREATE SCHEMA public"))


def test_it_holds_the_same_as_sqlite(empty: str, tmp_path: Path) -> None:
    reports = [a_report("rä", "Fire in the harbour."), a_report("rB", "Calm."), a_report("ra", "Calm."), a_report("Z")]
    with Store.open(empty) as here, Store.open(tmp_path / "l.db") as there:
        for store in (here, there):
            assert store.add([(report, a_reading(report)) for report in reports]) == ["new", "new", "same_text", "new"]
            assert store.add([(reports[0], None)]) == ["same_id"]
            store.rebuild(merge_each)
        assert here.reports() == there.reports()
        assert here.claims() == there.claims()
        assert here.claim_links() == there.claim_links()
        assert here.events() == there.events()
        assert here.events(EventQuery(disputed=False, text="harbour")) == there.events(EventQuery(text="harbour"))
        assert here.links() == there.links()
        assert here.origins() == there.origins()
        assert here.counts() == there.counts()
        assert here.event("2") == there.event("2")
        assert here.search_reports('"in the" FIRE') == there.search_reports('"in the" FIRE') == [reports[0]]
        assert not here.is_stale()


def test_several_write_at_once_into_a_new_ledger(empty: str) -> None:
    def write(first: int) -> None:
        with Store.open(empty) as store:
            for number in range(first, first + 20):
                report = a_report(f"r{number:03}")
                store.add([(report, a_reading(report))])

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(write, (0, 10, 20)))
    with Store.open(empty, create=False) as store:
        assert [report.id for report in store.reports()] == [f"r{number:03}" for number in range(40)]
        assert store.counts()["claims"] == 80
