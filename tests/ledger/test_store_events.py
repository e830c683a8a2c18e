"""What the ledger answers about events: all of them, some of them, one of them."""

import datetime as dt
from pathlib import Path

import pytest
from ledger_cases import UKRAINE, a_claim, a_reading, a_report, an_event, merge_each

from fogline.errors import LedgerError
from fogline.ledger import Store
from fogline.model import Claim, Days, Event, Link, Reading
from fogline.model.event import Merged
from fogline.model.query import EventQuery


def claims() -> list[Claim]:
    week = Days.parse("2024-12-16", "2024-12-22")
    talks = {"type": "negotiation", "actor": ("Türkiye",), "target": (), "place": None, "side": "Russia"}
    return [
        a_claim("r1", 0),
        a_claim("r1", 1, date=week, place=UKRAINE, status="threatened", type="threat"),
        a_claim("r2", 2, date=None, **talks),
    ]


def events() -> list[Event]:
    bridge, threat, talks = claims()
    return [
        an_event("ee-talks", talks),
        an_event("bb-bridge", bridge, disputed=("killed",), origins=2),
        an_event("ba-threat", threat),
    ]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store.open(tmp_path / "l.db")
    of = {key: tuple(claim for claim in claims() if claim.report == key) for key in ("r1", "r2")}
    store.add([(a_report("r1", "Bridge hit."), Reading("r1", of["r1"])), (a_report("r2"), Reading("r2", of["r2"]))])
    links = (Link("ba-threat", "bb-bridge", "response_to", "r1", (0, 4)),)
    store.rebuild(lambda *_: Merged(tuple(events()), links, {"r1": "r1", "r2": "r1"}))
    return store


def ids(store: Store, **query: object) -> list[str]:
    return [event.id for event in store.events(EventQuery(**query))]  # type: ignore[arg-type]


def test_events_come_back_whole_in_the_order_of_the_export(store: Store) -> None:
    talks, bridge, threat = events()
    assert store.events() == [threat, bridge, talks]
    assert store.links() == [Link("ba-threat", "bb-bridge", "response_to", "r1", (0, 4))]
    assert store.origins() == {"r1": "r1", "r2": "r1"}
    assert store.counts() == {"reports": 2, "unread": 0, "claims": 3, "events": 3, "disputed": 1, "links": 1}


QUERIES = [
    ({}, ["ba-threat", "bb-bridge", "ee-talks"]),
    ({"since": dt.date(2024, 12, 21)}, ["ba-threat"]),
    ({"until": dt.date(2024, 12, 16)}, ["ba-threat"]),
    ({"since": dt.date(2024, 12, 20), "until": dt.date(2024, 12, 20)}, ["ba-threat", "bb-bridge"]),
    ({"since": dt.date(2024, 12, 23)}, []),
    ({"types": ("threat", "negotiation")}, ["ba-threat", "ee-talks"]),
    ({"status": "threatened"}, ["ba-threat"]),
    ({"disputed": True}, ["bb-bridge"]),
    ({"disputed": False}, ["ba-threat", "ee-talks"]),
    ({"parties": ("türkiye",)}, ["ee-talks"]),
    ({"parties": ("Turkiye",)}, ["ee-talks"]),
    ({"parties": ("RUSSIA",)}, ["ba-threat", "bb-bridge", "ee-talks"]),
    ({"near": (49.3, 37.6, 5.0)}, ["bb-bridge"]),
    ({"near": (50.0, 36.2, 50.0)}, []),
    ({"near": (49.0, 32.0, 300.0)}, []),
    ({"near": (49.0, 32.0, 700.0)}, ["ba-threat", "bb-bridge"]),
    ({"places": ("oskil bridge",)}, ["bb-bridge"]),
    ({"places": ("Oskil-Bridge",)}, ["bb-bridge"]),
    ({"places": ("Öskil Bridge",)}, ["bb-bridge"]),
    ({"places": ("Oskil",)}, []),
    ({"places": ("ua",)}, ["ba-threat", "bb-bridge"]),
    ({"text": "bridge"}, ["ba-threat", "bb-bridge"]),
    ({"text": "nothing of it"}, []),
]


@pytest.mark.parametrize(("query", "found"), QUERIES)
def test_filters(store: Store, query: dict[str, object], found: list[str]) -> None:
    assert ids(store, **query) == found


@pytest.mark.parametrize(
    ("key", "found"), [("1", "ba-threat"), ("3", "ee-talks"), ("e", "ee-talks"), ("bb", "bb-bridge")]
)
def test_an_event_is_found_by_number_or_by_the_beginning_of_its_id(store: Store, key: str, found: str) -> None:
    assert store.event(key).id == found
    assert store.event(found).claims


@pytest.mark.parametrize("key", ["4", "0", "-1", "", "x", "²", "9" * 40])
def test_no_such_event(store: Store, key: str) -> None:
    with pytest.raises(LedgerError, match="there is no event"):
        store.event(key)


def test_the_beginning_of_two_ids_names_both(store: Store) -> None:
    with pytest.raises(LedgerError, match='"b" fits 2 events: ba-threat, bb-bridge'):
        store.event("b")


def test_a_rebuild_replaces_all_events_or_none(store: Store) -> None:
    def fails(*_: object) -> Merged:
        raise RuntimeError("merge failed")

    before = store.events()
    with pytest.raises(RuntimeError):
        store.rebuild(fails)
    assert store.events() == before
    store.rebuild(merge_each)
    assert len(store.events()) == 3
    assert store.links() == []


def test_the_ledger_is_stale_between_new_reports_and_the_next_rebuild(store: Store) -> None:
    assert not store.is_stale()
    report = a_report("r9")
    store.add([(report, a_reading(report))])
    assert store.is_stale()
    store.rebuild(merge_each)
    assert not store.is_stale()


def test_the_merge_sees_reports_claims_and_links_in_order(store: Store) -> None:
    for key in ("r9", "r0"):
        store.add([(a_report(key), a_reading(a_report(key)))])
    seen: list[list[str]] = []

    def look(reports: object, claims: object, links: object, verdicts: object) -> Merged:
        seen.append([report.id for report in reports])  # type: ignore[attr-defined]
        seen.append([claim.id for claim in claims])  # type: ignore[attr-defined]
        seen.append([link.report for link in links])  # type: ignore[attr-defined]
        return Merged()

    store.rebuild(look)
    assert seen[0] == ["r0", "r1", "r2", "r9"]
    assert seen[1] == ["r0-c0", "r0-c1", "r1-c0", "r1-c1", "r2-c2", "r9-c0", "r9-c1"]
    assert seen[2] == ["r0", "r9"]
    assert store.events() == []


def test_a_store_that_is_ready_has_the_merge_know_the_ledger_and_writes_nothing(store: Store, tmp_path: Path) -> None:
    seen: list[int] = []

    def merge(reports, claims, links, verdicts):
        seen.append(len(claims))
        return merge_each(reports, claims, links, verdicts)

    store.rebuild(merge_each)
    before = store.revision(), store.events()
    with Store.open(tmp_path / "l.db") as another:
        another.get_ready(merge)
        assert seen == [3]
        assert (another.revision(), another.events()) == before
        another.add([(a_report("r3", "More."), Reading("r3", (a_claim("r3", 0),)))])
        another.rebuild(merge)
        store.rebuild(merge_each)
        assert another.events() == store.events() != before[1]


def test_an_id_that_an_event_bore_once_leads_to_what_became_of_it(store: Store) -> None:
    def two_as_one(*given: object) -> Merged:
        first, *rest = events()
        joined = an_event("cc-both", *first.claims, *rest[0].claims)
        return Merged((joined, *rest[1:]), (), {})

    before = store.events()
    store.rebuild(two_as_one)
    gone = [event for event in before if event.id not in {one.id for one in store.events()}]
    assert len(gone) == 2
    for event in gone:
        assert event.claims[0] in store.event(event.id).claims
    with pytest.raises(LedgerError):
        store.event("never-there")


def test_a_former_id_outlasts_more_than_one_change(store: Store) -> None:
    claim = claims()[0]
    for number, name in enumerate(("one", "two", "three")):
        others = [event for event in events() if claim not in event.claims]
        store.rebuild(lambda *_, name=name, others=others: Merged((an_event(name, claim), *others), (), {}))
        assert store.event("one").id == name, number


def test_the_first_id_that_an_event_bore_stays_known(store: Store) -> None:
    claim = claims()[0]
    for name in ("three", "one", "two"):
        others = [event for event in events() if claim not in event.claims]
        store.rebuild(lambda *_, name=name, others=others: Merged((an_event(name, claim), *others), (), {}))
    first = store.first_ids([event.id for event in store.events()])
    assert first["two"] not in ("one", "two", "three"), "it was there before"
    store.rebuild(lambda *_: Merged((an_event("three", claim), *others), (), {}))
    assert store.first_ids(["three"])["three"] == first["two"], "also where an id comes back"
    assert store.first_ids([other.id for other in others]) == {other.id: other.id for other in others}


def test_of_two_events_made_one_and_parted_again_each_has_its_first_id(store: Store) -> None:
    one, other, *rest = store.events()
    apart = Merged((one, other, *rest), (), {})
    both = an_event("both", *one.claims, *other.claims)
    store.rebuild(lambda *_: Merged((both, *rest), (), {}))
    assert store.first_ids(["both"])["both"] in (one.id, other.id)
    store.rebuild(lambda *_: apart)
    assert store.first_ids([one.id, other.id]) == {one.id: one.id, other.id: other.id}
