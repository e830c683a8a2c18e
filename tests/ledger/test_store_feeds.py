"""What the ledger keeps of watched sources: how each stands, and which of its items are read."""

from dataclasses import replace
from pathlib import Path

from fogline.ledger import Store
from fogline.model.feed import Feed, Mark

HARBOUR = Feed("Harbour Post", "feed", "https://post.example/rss", side="Ukraine", language="en")


def test_counts_are_added_and_the_rest_is_replaced(tmp_path: Path) -> None:
    with Store.open(tmp_path / "l.db") as store:
        store.note_feed(replace(HARBOUR, tried="2024-12-22T10:00:00+00:00", items=3, reports=2, problem="is slow"))
        store.note_feed(replace(HARBOUR, tried="2024-12-22T10:10:00+00:00", items=1, reports=1))
        assert store.feeds() == [replace(HARBOUR, tried="2024-12-22T10:10:00+00:00", items=4, reports=3)]


def test_marks_outlast_the_process_and_are_replaced(tmp_path: Path) -> None:
    with Store.open(tmp_path / "l.db") as store:
        store.note_feed(HARBOUR, [Mark("a"), Mark("b", done=False, tries=1), Mark("c", done=False, cursor="70")])
        store.note_feed(replace(HARBOUR, name="another"), [Mark("a", done=False)])
    with Store.open(tmp_path / "l.db") as store:
        store.note_feed(HARBOUR, [Mark("b", done=False, tries=2)])
        assert store.marks(HARBOUR.name, ["a", "b", "c", "d"]) == {
            "a": Mark("a"),
            "b": Mark("b", done=False, tries=2),
            "c": Mark("c", done=False, cursor="70"),
        }


def test_more_items_than_one_query_may_name(tmp_path: Path) -> None:
    keys = [f"{n:05}" for n in range(1200)]
    with Store.open(tmp_path / "l.db") as store:
        for _ in range(2):
            store.note_feed(HARBOUR, map(Mark, keys))
        assert list(store.marks(HARBOUR.name, keys)) == keys
