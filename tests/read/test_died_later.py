"""Who dies later, in the town of a hospital, died of the deed told before; who is killed elsewhere was struck there."""

import pytest
from spacy.language import Language
from tests.read.contact_steps import read

from fogline.gazetteer import Gazetteer
from fogline.read.reader import Reader

# A report, the towns of its deeds, and the most dead that any claim on the first of them counts.
TOLD = [
    (
        "A shell hit a school in Sake on Friday, killing three people. A fourth pupil died in Goma on Sunday, a "
        "charity said.",
        {"Sake"},
        4,
    ),
    (
        "A rocket struck a shop in Tyre on Saturday, killing its owner. A second victim, a boy of ten, died in Beirut "
        "on Sunday.",
        {"Tyre"},
        2,
    ),
    ("Shells fell on Gao on Friday, killing five. A sixth died in Kidal on Sunday, a doctor said.", {"Gao"}, 6),
    (
        "A bomb went off in Jos on Friday, killing six people. A seventh died in Abuja on Sunday, police said.",
        {"Jos"},
        7,
    ),
    (
        "A missile hit a block in Kharkiv on Friday, killing eight. A ninth resident was pronounced dead in Dnipro on "
        "Sunday.",
        {"Kharkiv"},
        9,
    ),
    (
        "A mortar shell hurt seven people in Babanusa on Thursday. Two of them died in El Obeid on Sunday.",
        {"Babanusa"},
        2,
    ),
    (
        "A strike hurt a dozen people in Bhamo on Saturday. A girl who lost both legs died in Myitkyina on Sunday.",
        {"Bhamo"},
        0,
    ),
    (
        "Drones attacked the north on Friday. A man was killed in Sumy. A second person died in Poltava.",
        {"Sumy", "Poltava"},
        2,
    ),
    (
        "Drones struck several regions on Friday. Two people were killed in Kherson, and a third died in Nikopol.",
        {"Kherson", "Nikopol"},
        2,
    ),
    ("Rockets hit Haifa on Saturday, killing two. Three people died in Acre.", {"Haifa", "Acre"}, 3),
    (
        "Drones struck Sumy on Friday, killing two. On Saturday one person died in Konotop when a drone hit his car.",
        {"Sumy", "Konotop"},
        2,
    ),
    ("Drones attacked Odesa on Friday. A second drone hit a kiosk in Izmail on Saturday.", {"Odesa", "Izmail"}, 0),
]


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp, Gazetteer.open())


@pytest.mark.parametrize(("text", "towns", "dead"), TOLD)
def test_who_died_later_died_of_the_deed_before(reader: Reader, text: str, towns: set[str], dead: int) -> None:
    claims = read(reader, text)
    assert {c.place.name for c in claims if c.place} == towns
    assert max((c.figures["killed"].low for c in claims if "killed" in c.figures), default=0) == dead
