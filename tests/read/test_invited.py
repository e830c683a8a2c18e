"""Who is asked to come to talk: a plan of the day on which they were asked, at the town to which they are to come."""

import pytest

from fogline.model import Report
from fogline.read import Reader

# Text, the town, the days of the plan, those asked.
ASKED = [
    ("Turkey invited the foreign ministers of Russia and Ukraine to Istanbul for Friday.", "Istanbul", 10),
    ("Angola invited Kinshasa and the M23 to Luanda on 18 March for direct talks.", "Luanda", 10),
    ("Kenya's president invited the Sudanese generals to Nairobi for a meeting on Wednesday.", "Nairobi", 10),
    ("The African Union summoned both generals of Sudan to Addis Ababa for Monday.", "Addis Ababa", 10),
    ("France has invited the leaders of Armenia and Azerbaijan to Paris next month.", "Paris", 10),
    ("On Friday Turkey invited both Russia and Ukraine to Ankara.", "Ankara", 7),
    ("Oman on Saturday invited the Houthis and the Yemeni government to Muscat.", "Muscat", 8),
]

NOT_ASKED = [
    "Iran summoned the British ambassador to the foreign ministry on Friday.",
    "The army invited reporters to Khartoum on Sunday to see the ruins.",
    "Ukraine invited tenders for a new bridge in Kherson on Sunday.",
    "Hungary invited Ukrainian singers to Budapest for a festival on Friday.",
    "The Ukrainian minister invited donors to look at the burned depot in Sumy.",
]


@pytest.mark.parametrize(("text", "town", "day"), ASKED)
def test_who_is_asked_to_come_is_to_talk_there(reader: Reader, text: str, town: str, day: int) -> None:
    claims = reader.read(Report("r1", "wire", None, "Report", text, "2025-03-10", "en")).claims
    assert [(c.type, c.status) for c in claims] == [("negotiation", "planned")]
    assert claims[0].place is not None and claims[0].place.name == town
    assert claims[0].date is not None and claims[0].date.first is not None and claims[0].date.first.day == day


@pytest.mark.parametrize("text", NOT_ASKED)
def test_envoys_who_are_told_off_and_guests_are_asked_to_no_talks(reader: Reader, text: str) -> None:
    claims = reader.read(Report("r1", "wire", None, "Report", text, "2025-03-10", "en")).claims
    assert not any(c.status == "planned" for c in claims)
