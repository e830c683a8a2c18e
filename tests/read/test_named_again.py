"""What a report of other news names as known from before is the deed that another report told as its news."""

import pytest

from fogline.merge import merge
from fogline.model import Claim, Report
from fogline.read import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def read(reader: Reader, name: str, title: str, text: str, day: str) -> tuple[Report, tuple[Claim, ...]]:
    report = Report(name, f"outlet {name}", None, title, text, day, "en")
    return report, reader.read(report).claims


NEWS = {
    "Marawi": (
        "Bomb kills six in Marawi",
        "A bomb went off in a market in Marawi on Sunday, killing six people, the provincial governor said.",
        "2023-12-03",
    ),
    "Gao": (
        "Drone strike in Gao",
        "A Malian army drone struck a wedding in Gao on Monday and killed eleven people, a local doctor said.",
        "2024-03-18",
    ),
    "Grozny": (
        "Market shelled",
        "Russian forces shelled a market in Grozny on Thursday, killing seventeen people, the Chechen rebels said.",
        "1999-10-21",
    ),
}

# The news of a later report, what it says of the deed, its day, and who then vouches for the deed in it.
LATER = [
    (
        "Marawi",
        "Schools reopened in Mindanao on Thursday.\n\nThe market bombing in Marawi was the work of the Maute group, "
        "the police chief said.",
        "2023-12-07",
        ("police chief", "asserts"),
    ),
    (
        "Marawi",
        "The president met the bishops in Manila on Friday.\n\nRelatives said that two more had died of the blast in "
        "Marawi.",
        "2023-12-08",
        ("Relatives", "asserts"),
    ),
    (
        "Gao",
        "Envoys of the African Union held talks with ministers in Bamako on Friday.\n\nMali's army denied that it had "
        "carried out the strike on the wedding in Gao.",
        "2024-03-22",
        ("Mali's army", "denies"),
    ),
    (
        "Gao",
        "Envoys of the African Union met ministers in Bamako on Friday.\n\nThe eleven people killed in Gao on Monday "
        "were traders, the mayor said.",
        "2024-03-22",
        ("mayor", "asserts"),
    ),
    (
        "Gao",
        "Envoys of the African Union met ministers in Bamako on Friday.\n\nMali's army denies having killed anyone in "
        "Gao.",
        "2024-03-22",
        ("Mali's army", "denies"),
    ),
    (
        "Grozny",
        "European ministers met in Helsinki on Wednesday.\n\nA Russian general called the reports of the shelling of "
        "the market in Grozny a fairy tale.",
        "1999-10-27",
        ("Russian general", "denies"),
    ),
]


@pytest.mark.parametrize(("town", "text", "day", "voice"), LATER)
def test_a_deed_named_again_without_a_day_is_the_one_that_another_report_told(
    reader: Reader, town: str, text: str, day: str, voice: tuple[str, str]
) -> None:
    first, told = read(reader, "a", *NEWS[town])
    later, again = read(reader, "b", "The week", text, day)
    events = merge([first, later], [*told, *again], []).events
    (event,) = [e for e in events if e.place and e.place.name == town]
    assert [(c.by, c.stance) for c in event.claims if c.report == "b"] == [voice]
    assert {c.date for c in event.claims if c.report == "a"} == {event.date}


NEAR_MISSES = [
    ("Marawi", "A blast in Marawi killed two people on Thursday, the mayor said."),  # another day
    ("Marawi", "A blast shook Marawi, the mayor said."),  # told as news
    ("Gao", "Eleven people were killed in a bus accident in Gao on Monday, the mayor said."),
    ("Gao", "A former minister died in Gao on Monday."),
    ("Gao", "The strike on a depot in Kidal was a success, the army said."),  # another town
    ("Grozny", "The shelling of Grozny in August killed ten, aid workers said."),  # long before
]


@pytest.mark.parametrize(("town", "sentence"), NEAR_MISSES)
def test_what_is_told_with_a_day_or_as_news_is_another_deed(reader: Reader, town: str, sentence: str) -> None:
    first, told = read(reader, "a", *NEWS[town])
    day = first.published[:8] + f"{int(first.published[8:]) + 5:02}"
    later, again = read(reader, "b", "The week", f"Ministers met on Thursday.\n\n{sentence}", day)
    events = merge([first, later], [*told, *again], []).events
    assert all({c.report for c in e.claims} != {"a", "b"} for e in events)
