"""For which happening of a report does a count stand, and as what?"""

import pytest

from fogline.model import Figure, Report
from fogline.read import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def figures_of(reader: Reader, title: str, text: str, published: str = "2024-05-14") -> dict[str, set[Figure]]:
    """All that the claims of a report count, by type of event."""
    told: dict[str, set[Figure]] = {}
    for claim in reader.read(Report("f1", "The Outlet", None, title, text, published, "en")).claims:
        told.setdefault(claim.type, set()).update(claim.figures.values())
    return told


@pytest.mark.parametrize(
    ("title", "killed"),
    [
        ("Nine killed in Kharkiv strike", Figure(9, None)),  # the heading leaves out "at least"
        ("Seven killed in Kharkiv strike", Figure(7, 7)),  # another number is a count of its own
    ],
)
def test_a_heading_that_leaves_out_the_bounds_counts_nothing_else(reader: Reader, title: str, killed: Figure) -> None:
    told = figures_of(reader, title, "Missiles struck a clinic in Kharkiv on Monday, killing at least nine people.")
    assert killed in told["missile_artillery_attack"]
    assert (Figure(9, 9) in told["missile_artillery_attack"]) is False


@pytest.mark.parametrize(
    ("behind", "counted"),
    [
        ("Six dead and 14 wounded were brought to a hospital in Maiduguri.", True),
        ("The Maiduguri regional hospital received six bodies.", True),
        ("In Maiduguri six people drowned.", False),
        ("Six traders were killed in Maiduguri.", False),
    ],
)
def test_a_hospital_is_no_other_place(reader: Reader, behind: str, counted: bool) -> None:
    text = f"A bomb exploded on a bus at Monguno on Sunday, residents said.\n\n{behind}"
    told = figures_of(reader, "Bus blast", text)
    assert (Figure(6, 6) in told.get("bombing", set())) is counted


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Soldiers of the Myanmar army took at least 20 young men from a bus in Mandalay on Sunday.", "detained"),
        ("Soldiers of the Myanmar army kidnapped 20 young men from a bus in Mandalay on Sunday.", "captured"),
        ("Boko Haram fighters led away 20 men from the market of Bama on Sunday.", "captured"),
        ("Houthi policemen arrested 20 men in Sanaa on Sunday.", "detained"),
    ],
)
def test_a_state_detains_and_an_armed_group_carries_off(reader: Reader, text: str, figure: str) -> None:
    told = reader.read(Report("f1", "The Outlet", None, "What happened on Sunday", text, "2024-05-14", "en")).claims
    assert {name for claim in told for name in claim.figures} == {figure}


@pytest.mark.parametrize(
    ("behind", "counted"),
    [
        ("Six people died there, among them a nurse.", True),
        ("Six people died in Idlib, among them a nurse.", False),
        ("There six people died in Idlib because nobody was there to help.", False),
    ],
)
def test_there_is_where_the_sentence_before_was(reader: Reader, behind: str, counted: bool) -> None:
    text = (
        "A car bomb exploded on a square in Idlib on Sunday morning and wounded a guard. "
        "On Sunday evening rockets fell on a square in Jisr al-Shughur. "
        f"{behind}"
    )
    told = figures_of(reader, "Two attacks", text)
    assert (Figure(6, 6) in told.get("missile_artillery_attack", set())) is counted
