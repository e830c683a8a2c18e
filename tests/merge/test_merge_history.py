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


def test_a_dispute_ends_with_the_report_in_which_a_side_comes_over():
    reports = [report(f"r{n}", f"2024-05-0{n}") for n in (1, 2, 3, 4)]
    told = [
        claim("r1/a", figures=counts(killed=2)),
        claim("r2/a", side="Russia", figures=counts(killed=0)),
        claim("r3/a", side="Russia", figures=counts(killed=2)),
        claim("r4/a", figures=counts(killed=2)),
    ]
    steps = event_of(reports, told)
    assert [step.begun for step in steps] == [(), ("killed",), (), ()]
    assert [step.settled for step in steps] == [(), (), ("killed",), ()]


def test_a_dispute_begins_again_where_a_side_takes_back_what_it_conceded():
    reports = [report(f"r{n}", f"2024-05-0{n}") for n in (1, 2, 3, 4)]
    told = [claim(f"r{n}/a", side="Russia", figures=counts(killed=dead)) for n, dead in ((2, 0), (3, 2), (4, 0))]
    steps = event_of(reports, [claim("r1/a", figures=counts(killed=2)), *told])
    assert [step.begun for step in steps] == [(), ("killed",), (), ("killed",)]
    assert [step.settled for step in steps] == [(), (), ("killed",), ()]


def test_a_denial_begins_the_dispute_that_the_event_has_and_no_other():
    denial = {"side": "Russia", "against": ("residential",)}
    told = [
        claim("r1/a", figures=counts(killed=2)),
        claim("r2/a", **denial, stance="denies"),
        claim("r3/a", **denial),
        claim("r4/a", **denial, stance="denies"),
    ]
    for last in (3, 4):
        reports = [report(f"r{n}", f"2024-05-0{n}") for n in range(1, last + 1)]
        steps = event_of(reports, told[:last])
        assert [step.begun for step in steps] == [(), ("actor",), (), ("actor",)][:last]
        assert [(one.field, one.since) for one in steps[-1].event.disputes] == [("actor", "2024-05-02")]


def test_counts_that_turn_out_to_grow_in_step_are_a_dispute_only_until_then():
    reports = [report(f"r{n}", f"2024-05-0{n}") for n in (1, 2, 3)]
    told = [
        claim("r1/a", figures=counts(killed=3)),
        claim("r2/a", side="Russia", figures=counts(killed=5)),
        claim("r3/a", figures=counts(killed=5)),
    ]
    steps = event_of(reports, told)
    assert [(step.begun, step.settled) for step in steps] == [((), ()), (("killed",), ()), ((), ("killed",))]


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
        open_fields: set[str] = set()
        for step in steps:
            open_fields = (open_fields | set(step.begun)) - set(step.settled)
        assert open_fields == {dispute.field for dispute in event.disputes if dispute.conceded is None}
