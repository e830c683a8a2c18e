"""What was known of an event after each of its reports."""

from hypothesis import given
from merge_builders import DERHACHI, KHARKIV, KHARKIV_REGION, claim, counts, report
from test_merge_laws import some_claims, some_reports

from fogline.merge import history, merge
from fogline.model import Claim, Report
from fogline.model.history import Change


def event_of(reports: list[Report], claims: list[Claim]):
    merged = merge(reports, claims, [])
    (event,) = merged.events
    return history(event, {one.id: one for one in reports}, merged.origins)


def test_each_report_is_a_step_in_order_of_publication_the_undated_last():
    reports = [report("r1", None), report("r2", "2024-05-02"), report("r3", "2024-05-02T00:30:00+03:00")]
    steps = event_of(reports, [claim("r1/a"), claim("r2/a"), claim("r3/a")])
    assert [step.report for step in steps] == ["r3", "r2", "r1"]


def test_a_toll_that_grows_is_a_change_and_no_dispute():
    reports = [report("r1", "2024-05-01"), report("r2", "2024-05-02")]
    told = [claim("r1/a", figures=counts(killed=2)), claim("r2/a", figures=counts(killed=5))]
    first, second = event_of(reports, told)
    (change,) = second.changes
    assert (change.field, change.before.latest.low, change.after.latest.low) == ("killed", 2, 5)
    assert (first.begun, second.begun) == ((), ())


def test_a_place_told_more_exactly_is_a_change():
    reports = [report("r1", "2024-05-01"), report("r2", "2024-05-02")]
    told = [
        claim("r1/a", place=KHARKIV_REGION, against=("school",), figures=counts(killed=13)),
        claim("r2/a", against=("school",), figures=counts(killed=13)),
    ]
    assert event_of(reports, told)[1].changes == (Change("place", KHARKIV_REGION, KHARKIV),)


def test_a_dispute_begins_with_the_report_that_contradicts():
    reports = [report(f"r{n}", f"2024-05-0{n}") for n in (1, 2, 3)]
    told = [
        claim("r1/a", figures=counts(killed=2)),
        claim("r2/a", figures=counts(killed=2)),
        claim("r3/a", side="Russia", figures=counts(killed=0)),
    ]
    assert [step.begun for step in event_of(reports, told)] == [(), (), ("killed",)]


def test_a_report_that_adds_nothing_changes_nothing():
    steps = event_of([report("r1", "2024-05-01"), report("r2", "2024-05-02")], [claim("r1/a"), claim("r2/a")])
    assert steps[1].changes == ()
    assert DERHACHI not in [change.after for step in steps for change in step.changes]


@given(some_reports, some_claims)
def test_the_last_step_is_the_event(reports: list[Report], claims: list[Claim]):
    merged = merge(reports, claims, [])
    for event in merged.events:
        steps = history(event, {one.id: one for one in reports}, merged.origins)
        assert steps[-1].event == event
        assert [step.report for step in steps] == list(dict.fromkeys(c.report for c in event.claims))
