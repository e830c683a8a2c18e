"""What is likely no event of its own is left out; short reports, lists and only happenings are not judged."""

from dataclasses import replace

import pytest

from fogline.lexicon.worth import worth_weights
from fogline.model import Report
from fogline.read.reader import Reader
from fogline.read.worth import features, unlikely

RAID = [
    "Israeli jets bombed a depot in Nabatieh on Tuesday, killing four people and wounding nine, the ministry said.",
    "Residents said two missiles hit the building.",
    "The Israeli army said it had struck a command post of Hezbollah in Nabatieh.",
    "Hezbollah denied that the building was used by its fighters.",
    "The mayor of Nabatieh, Hussein Karim, said the dead were a family.",
    "Rescuers worked through the night.",
    "Two cars were burned out.",
    "Schools in the town were closed on Wednesday.",
    "The prime minister called the attack a crime.",
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


Told = list[tuple[str, str]]


def told(reader: Reader, text: str) -> tuple[Told, Told]:
    """The types of what was read and of what is left, one a happening."""
    report = Report("r1", "news agency", None, "Four killed in Nabatieh", text, "2025-04-09", "en")
    every, kept = reader._steps(report, every=True), reader._steps(report)
    assert every is not None and kept is not None
    first, second = (sorted({(c.happening, c.type) for c in steps.claims}) for steps in (every, kept))
    return first, second


def test_what_a_long_report_is_about_is_kept(reader: Reader) -> None:
    every, kept = told(reader, " ".join(RAID))
    assert {kind for _, kind in kept} <= {kind for _, kind in every}
    assert any(kind == "air_drone_strike" for _, kind in kept)


def test_a_short_report_is_not_judged(reader: Reader) -> None:
    every, kept = told(reader, " ".join(RAID[:3]))
    assert kept == every


def test_every_feature_has_a_name_that_the_weights_may_hold(reader: Reader) -> None:
    report = Report("r1", "news agency", None, "Four killed in Nabatieh", " ".join(RAID), "2025-04-09", "en")
    steps = reader._steps(report, every=True)
    assert steps is not None
    seen = features(steps.parsed, steps.happenings, steps.claims, int(steps.claims[0].happening))
    assert len(set(seen) & set(worth_weights().features)) > len(seen) / 2


def test_one_happening_of_a_report_stays(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    report = Report("r1", "news agency", None, "Four killed in Nabatieh", " ".join(RAID), "2025-04-09", "en")
    steps = reader._steps(report, every=True)
    assert steps is not None
    monkeypatch.setattr("fogline.read.worth.worth_weights", lambda: replace(worth_weights(), least=99.0))
    left = {int(claim.happening) for claim in steps.claims} - unlikely(steps.parsed, steps.happenings, steps.claims)
    assert len(left) == 1


def test_judging_twice_leaves_the_same(reader: Reader) -> None:
    report = Report("r1", "news agency", None, "Four killed in Nabatieh", " ".join(RAID), "2025-04-09", "en")
    steps = reader._steps(report, every=True)
    assert steps is not None
    once = unlikely(steps.parsed, steps.happenings, steps.claims)
    assert unlikely(steps.parsed, steps.happenings, steps.claims) == once
    assert once < {int(claim.happening) for claim in steps.claims}


def test_what_the_heading_and_the_body_tell_of_is_never_left_out(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged = replace(worth_weights(), least=99.0)  # by which nothing is an event
    monkeypatch.setattr("fogline.read.worth.worth_weights", lambda: judged)
    text = "\n\n".join(
        [
            "JNIM fighters raided an army base at Djenne in Mali on Sunday, killing six soldiers, officials said.",
            "The raid on the base began at dawn, the governor said.",
            "The attack lasted two hours, the mayor said.",
            *RAID[5:],
            "On Monday troops clashed with smugglers near Kayes.",
            "A curfew was set.",
        ]
    )
    told_of = Report("r1", "news agency", None, "Fighters raid a base at Djenne", text, "2025-04-09", "en")
    steps = reader._steps(told_of)
    assert steps is not None
    assert {c.place.name for c in steps.claims if c.place} == {"Djenné"}
