"""The laws of the whole ledger with verdicts in the mix, to the byte of the export.

Any order, any repetition, any batches, one process or several, remembering or not; undo and import included.
"""

import datetime as dt
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.api import Ledger
from fogline.ledger import Store
from fogline.merge import merge
from fogline.model import Claim, Days, Figure, Place, Reading, Report
from fogline.model.verdict import Verdict, verdict
from fogline.settings import Settings

SLOW = settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow])
START = dt.datetime(2024, 6, 1, tzinfo=dt.UTC)
TOWNS = (
    Place("Kharkiv", "UA", "Kharkiv Oblast", 49.98, 36.25, 706483, "settlement"),
    Place("Odesa", "UA", "Odesa Oblast", 46.48, 30.73, 698740, "settlement"),
    Place("Kharkiv Oblast", "UA", "Kharkiv Oblast", 49.5, 36.5, 706482, "region"),
)
# Words of a report: which strikes it tells, as digits. "12" tells two.
TEXTS = ("0", "1", "2", "01", "12", "22", "3")
reports = st.builds(
    lambda number, text, source, day: Report(
        f"r{number}", source, None, f"Told {text}", f"Words of {text}.", day and f"2024-05-0{day}", "en"
    ),
    st.integers(0, 6),
    st.sampled_from(TEXTS),
    st.sampled_from(("an agency", "a site")),
    st.sampled_from((1, 2, 3, None)),
)


def reading(report: Report) -> Reading:
    """A claim for each digit of the text: strikes on a town, the number of dead by the day of publication."""
    claims = []
    for happening, digit in enumerate(report.title.removeprefix("Told ")):
        dead = int((report.published or "2024-05-09")[-1])
        claims.append(
            Claim(
                f"{report.id}-{report.published}-{report.source}-{digit}-{happening}",
                report.id,
                str(happening),
                "a mayor",
                "Ukraine",
                "asserts",
                "missile_artillery_attack",
                "occurred",
                Days.on(dt.date(2024, 5, 1 + int(digit) // 3)),
                TOWNS[int(digit) % 3],
                ("Russia",),
                weapon=("missile",),
                against=("school",),
                figures={"killed": Figure(dead, dead)},
            )
        )
    return Reading(report.id, tuple(claims))


def take(store: Store, items: Sequence[Report | Verdict]) -> None:
    """Store reports, read as they are kept, and verdicts, and draw the events anew where anything is new."""
    for item in items:
        if isinstance(item, Report):
            store.add([(item, reading(item))])
        else:
            store.add_verdicts([item])
    store.add([(report, reading(report)) for report in store.unread_reports()])


def exported(batches: Sequence[Sequence[Report | Verdict]], *, remembering: bool) -> str:
    """The export of a ledger into which these came, batch by batch."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger(Store.open(Path(folder) / "l.db"), Settings(), lambda language: None)
        for batch in batches:
            take(ledger._store, batch)
            ledger._store.rebuild(ledger._merge if remembering else merge)
        whole = ledger.export(with_text=True)
        ledger.close()
    return whole


@st.composite
def histories(draw: st.DrawFn) -> list[Report | Verdict]:
    """Reports, and verdicts on the tellings that they could hold, some of them taken back."""
    found = draw(st.lists(reports, min_size=2, max_size=8))
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "l.db") as store:
        take(store, found)
        tellings = sorted(store.tellings([claim.id for claim in store.claims()]).values())
    said: list[Verdict] = []
    for _ in range(draw(st.integers(0, 4))):
        at = START + dt.timedelta(minutes=draw(st.integers(0, 3)))
        if said and draw(st.booleans()):
            of = draw(st.sampled_from(said)).id
            said.append(verdict("undo", (), (), of=of, author="Ben", at=at, reason="a mistake"))
        elif len(tellings) > 1:
            names = draw(st.lists(st.sampled_from(tellings), min_size=2, max_size=4, unique=True))
            kind = draw(st.sampled_from(("same", "different", "split")))
            said.append(verdict(kind, names[:1], names[1:], author="Ann", at=at, reason="so"))
    return [*found, *said]


@SLOW
@given(histories(), st.data())
def test_any_order_repetition_and_batching_gives_the_same_bytes(items: list[Report | Verdict], data: st.DataObject):
    once = exported([items], remembering=False)
    mixed = data.draw(st.permutations([*items, *data.draw(st.lists(st.sampled_from(items), max_size=3))]))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(mixed)), max_size=6)))
    batches = [mixed[a:b] for a, b in zip([0, *cuts], [*cuts, len(mixed)], strict=True)]
    assert exported(batches, remembering=False) == once
    assert exported(batches, remembering=True) == once
    assert exported([[item] for item in mixed], remembering=True) == once


@SLOW
@given(histories())
def test_the_verdicts_of_an_export_give_the_same_ledger_elsewhere(items: list[Report | Verdict]):
    whole = exported([items], remembering=False)
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger(Store.open(Path(folder) / "l.db"), Settings(), lambda language: None)
        ledger.import_verdicts(whole)
        take(ledger._store, [item for item in items if isinstance(item, Report)])
        ledger._store.rebuild(merge)
        assert ledger.export(with_text=True) == whole
        assert ledger.import_verdicts(whole).new == 0
        assert ledger.export(with_text=True) == whole
        ledger.close()


@SLOW
@given(st.lists(reports, min_size=2, max_size=8), st.data())
def test_a_verdict_undone_leaves_the_events_that_there_were(found: list[Report], data: st.DataObject):
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger(Store.open(Path(folder) / "l.db"), Settings(), lambda language: None)
        take(ledger._store, found)
        ledger._store.rebuild(merge)
        before = ledger.events(), ledger.links()
        if len(before[0]) > 1:
            one, other = data.draw(st.permutations(before[0]))[:2]
            kind = data.draw(st.sampled_from(("same", "different")))
            judged = ledger.judge(kind, one.id, other.id, reason="so", author="Ann", at=START)
            ledger.judge("undo", judged.verdict.id, reason="no", author="Ann", at=START + dt.timedelta(minutes=1))
        assert (ledger.events(), ledger.links()) == before
        ledger.close()


@SLOW
@given(histories(), st.data())
def test_as_of_is_the_ledger_of_what_was_known(items: list[Report | Verdict], data: st.DataObject):
    moment = dt.datetime(2024, 5, data.draw(st.integers(1, 3)), tzinfo=dt.UTC)
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger(Store.open(Path(folder) / "l.db"), Settings(), lambda language: None)
        take(ledger._store, items)
        ledger._store.rebuild(merge)
        known = [one for one in ledger.reports() if one.published and one.published <= moment.date().isoformat()]
        with ledger.as_of(moment) as then:
            assert then.export(with_text=True) == exported([known], remembering=False)
        ledger.close()


WRITER = """
import datetime as dt, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from test_ledger_laws import START, reading, take
from fogline.ledger import Store
from fogline.merge import merging
from fogline.model import Report
from fogline.model.verdict import verdict
texts, merge = sys.argv[3].split(), merging()
with Store.open(sys.argv[2]) as store:
    for number, text in enumerate(texts):
        words = f"Words of {number}."
        take(store, [Report(f"{text}{number}", "a site", None, f"Told {text}", words, "2024-05-01", "en")])
        store.rebuild(merge)
        told = sorted(store.tellings([claim.id for claim in store.claims()]).values())
        of_two = told[:1], told[-1:]
        store.add_verdicts([verdict("different", *of_two, author="Ann", at=START, reason=text)] if told[1:] else [])
        store.rebuild(merge)
"""


def test_two_processes_that_remember_write_into_one_ledger_at_once(tmp_path: Path):
    here = str(Path(__file__).parent)
    runs = [
        subprocess.Popen([sys.executable, "-c", WRITER, here, str(tmp_path / "l.db"), texts])
        for texts in ("0 1 2 01 12 0 1 2", "0 0 1 1 2 2 12 12")
    ]
    assert [run.wait(timeout=120) for run in runs] == [0, 0]
    with Ledger(Store.open(tmp_path / "l.db"), Settings(), lambda language: None) as ledger:
        assert not ledger._store.is_stale()
        left = ledger.export(with_text=True)
        ledger._store.rebuild(merge)
        assert ledger.export(with_text=True) == left
        with Store.open(tmp_path / "again.db") as again:
            take(again, [*ledger.reports(), *ledger._store.verdicts()])
            again.rebuild(merge)
            assert Ledger(again, Settings(), lambda language: None).export(with_text=True) == left
