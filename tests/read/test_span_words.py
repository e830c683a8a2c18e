"""What the words behind a day and a count say beyond it, kept with a claim's spans."""

import pytest

from fogline.model import Report
from fogline.read import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def marks(reader: Reader, text: str) -> set[str]:
    report = Report("r1", "a news site", None, "What happened", text, "2025-03-20", "en")
    return {key for claim in reader.read(report).claims for key in claim.spans if key.startswith(("when:", "killed:"))}


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("RSF artillery shelled El Obeid on Tuesday morning.", {"when:am"}),
        ("Israeli warplanes bombed Tyre at dawn on Tuesday.", {"when:am"}),
        ("Al-Shabaab fighters shelled Kismayo on Tuesday evening.", {"when:pm"}),
        ("Junta jets bombed Kyaukme on Tuesday afternoon.", {"when:pm"}),
        ("Russian drones attacked Sumy overnight.", set()),
        ("Early on Tuesday Russian drones attacked Sumy.", set()),
        ("Pakistani shells hit Uri around noon on Tuesday.", set()),
        ("Turkish jets bombed Kobani on Tuesday night.", set()),
        ("Junta jets bombed Kyaukme on Tuesday, residents said on Wednesday morning.", set()),
    ],
)
def test_the_half_of_the_day_of_the_deed(reader: Reader, text: str, marked: set[str]) -> None:
    assert marks(reader, text) == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("An air strike on Khan Younis on Tuesday killed four children.", {"killed:children"}),
        ("An ambush near Menaka on Tuesday killed eleven soldiers.", {"killed:soldiers"}),
        ("A bomb in Quetta killed three police officers on Tuesday.", {"killed:soldiers"}),
        ("Russia said no civilians were killed in its missile strike on Sumy on Tuesday.", {"killed:civilians"}),
        ("A drone strike on Zalingei killed two aid workers on Tuesday.", {"killed:helpers"}),
        ("An air strike on Khan Younis on Tuesday killed 12 people, including four children.", set()),
        ("A bomb in Quetta killed 12 on Tuesday.", set()),
        ("Gunmen killed 20 villagers in Barkin Ladi on Tuesday.", set()),
    ],
)
def test_the_kind_of_people_counted(reader: Reader, text: str, marked: set[str]) -> None:
    assert marks(reader, text) == marked
