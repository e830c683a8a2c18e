"""Whence people fled and whither: for which deed do those count who left their homes?"""

import pytest

from fogline.model import Report
from fogline.read import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


TWO_FIGHTS = (
    "Rebels and soldiers fought in Walikale on Tuesday, residents said.\n\n"
    "On Wednesday rebels attacked an army post in Masisi.\n\n"
)


@pytest.mark.parametrize(
    ("behind", "place"),
    [
        ("More than 5,000 people had left Walikale for Kisangani, an aid worker said.", "Walikale"),
        ("Some 5,001 residents of Walikale have fled to Masisi.", "Walikale"),
        ("Nearly 5,001 people have reached Walikale from Masisi.", "Masisi"),
        ("At least 5,001 people from Walikale are sheltering in schools in Goma.", "Walikale"),
        ("At least 5,001 people have arrived on foot in Goma.", "Masisi"),  # from nowhere: what was told last
        ("At least 5,001 people were uprooted in Walikale.", "Walikale"),
    ],
)
def test_those_who_fled_left_where_the_fight_was(reader: Reader, behind: str, place: str) -> None:
    report = Report("f1", "The Outlet", None, "Fighting in two towns", TWO_FIGHTS + behind, "2024-05-16", "en")
    told = {c.place.name for c in reader.read(report).claims if c.place and "displaced" in c.figures}
    assert told == {place}


@pytest.mark.parametrize(
    ("behind", "counted"),
    [
        ("About 6,000 people have crossed into Uganda since last week.", True),
        ("Last month some 6,000 people crossed into Uganda.", False),
        ("Between 1 and 15 May some 6,000 people fled to Uganda.", True),
        ("About 6,000 people will be moved to Goma.", False),
    ],
)
def test_since_when_people_have_fled(reader: Reader, behind: str, counted: bool) -> None:
    report = Report("f1", "The Outlet", None, "Fighting", TWO_FIGHTS + behind, "2024-05-16", "en")
    assert any({"displaced", "evacuated"} & set(c.figures) for c in reader.read(report).claims) is counted
