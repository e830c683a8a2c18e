"""Towns that a text only names, and towns named alike where something happened."""

import pytest

import fogline
from fogline.read.named_only import mark_named_only
from fogline.read.passing import speaks_at_its_seat, spoken_in

# A text, the town of it that is asked after, and its role.
CASES = [
    ("Shells hit Sumy, a spokesman in Geneva said.", "Geneva", "other"),
    ("Shells hit Sumy and a bank in Geneva.", "Geneva", "place"),
    ("Gunmen stopped the Gao convoy near Kidal.", "Gao", "other"),
    ("In Maiduguri a bomb went off on Damboa Road.", "Damboa", "other"),
    ("Gunmen fired on a van on Swabi Road, a doctor in Mardan said.", "Swabi", "other"),
    ("Gunmen fired on a van in Swabi, near the Mardan Road.", "Swabi", "place"),
    ("Gunmen stopped a convoy in Gao and in Kidal.", "Gao", "place"),
    ("Gunmen killed a student from Gao in Kidal.", "Gao", "other"),
    ("Gunmen fled with a student in Gao and in Kidal.", "Gao", "place"),
    ("A monitor based in London counted nine dead in Sumy.", "London", "other"),
    ("Nine died in a riot in London, and two in Sumy.", "London", "place"),
    ("Nine were shot in Gao and taken to a hospital in Kidal.", "Kidal", "other"),
    ("Nine were shot in Gao, and a raid on a hospital in Kidal killed two.", "Kidal", "place"),
    ("Gunmen ambushed a convoy heading for the besieged town of Djibo near Bourzanga.", "Djibo", "other"),
    ("Gunmen stopped lorries bound for the remote garrison town of Menaka near Gao.", "Menaka", "other"),
    ("Gunmen ambushed a convoy in the besieged town of Djibo and near Bourzanga.", "Djibo", "place"),
    ("A convoy with flour entered Taiz by way of Aden.", "Aden", "other"),
    ("Lorries with flour reached Taiz on Friday via Aden.", "Aden", "other"),
    ("Lorries with flour reached Taiz by night from Aden.", "Taiz", "place"),
    ("Two men fell at Ariha when Damascus gangs stormed their post.", "Damascus", "other"),
    ("Two men fell at Ariha in an attack that began in Damascus.", "Damascus", "place"),
    # Forces are where they are sent; the hurt, the held and what is sold were taken there.
    ("About 300 soldiers from Gao have been sent to Kidal.", "Kidal", "place"),
    ("Two battalions from Goma in Congo were rushed to Uvira.", "Uvira", "place"),
    ("Troops from Kharkiv were sent towards Sumy at dawn.", "Sumy", "place"),
    ("Wounded soldiers from Gao were sent to Kidal.", "Kidal", "other"),
    ("The hostages from Gao were sent to Kidal.", "Kidal", "other"),
    ("Grain from Kharkiv was sent to Sumy at dawn.", "Sumy", "other"),
    ("Troops held Kharkiv, and its grain was shipped to Sumy.", "Sumy", "other"),
]


@pytest.mark.parametrize(("text", "town", "role"), CASES, ids=[f"{town} {role} | {text}" for text, town, role in CASES])
def test_a_town_that_is_only_named_is_no_place_of_what_is_told(text: str, town: str, role: str) -> None:
    found = [m for m in mark_named_only(fogline.places(text), text) if m.text == town]
    assert [m.role for m in found] == [role]


# A text, the town of it that is asked after, and whether somebody only spoke in it.
SPOKEN_IN = [
    ("The army said in Rawalpindi that nine had died in Kalat.", "Rawalpindi", True),
    ("Nine died in Kalat, he told a news conference in Ankara.", "Ankara", True),
    ("The minister, speaking to reporters in Kampala, blamed rebels.", "Kampala", True),
    ("Nine died in Salama, the chief told the Coast Daily in Mpeketoni.", "Mpeketoni", True),
    ("The chief confirmed the attack on Friday in Lafia.", "Lafia", True),
    ("He disclosed this to journalists in Jalingo.", "Jalingo", True),
    ("Two had died, the colonel said on Monday in Gao.", "Gao", True),
    ("The chief confirmed the attack in Lafia.", "Lafia", False),
    ("The chief confirmed the attack on a bus in Lafia.", "Lafia", False),
    ("Nine died in Kalat, police said.", "Kalat", False),
    ("Ukraine said Russian Forces in Kursk had fled.", "Kursk", False),
    ("Police said nine had died in Kalat.", "Kalat", False),
    ("Shells were reported in Kherson.", "Kherson", False),
    ("He said clashes in Goma went on.", "Goma", False),
]


@pytest.mark.parametrize(("text", "town", "spoken"), SPOKEN_IN)
def test_where_somebody_only_spoke(text: str, town: str, spoken: bool) -> None:
    assert spoken_in(text, text.index(town)) is spoken


# A text, its capital, and whether the state of that capital only speaks there.
AT_ITS_SEAT = [
    ("In Moscow, the Defence Ministry said that 16 drones were shot down.", "Moscow", True),
    ("Shells hit Agdam. Meanwhile, in Baku, the president said two had died.", "Baku", True),
    ("In Kabul, the Afghan army reported that a post had fallen.", "Kabul", True),
    ("In Kabul, police said a bomb went off.", "Kabul", False),
    ("In Moscow, a drone hit the Defence Ministry.", "Moscow", False),
    ("Drones fell in Moscow, the Defence Ministry said.", "Moscow", False),
]


@pytest.mark.parametrize(("text", "town", "spoken"), AT_ITS_SEAT)
def test_where_a_state_speaks(text: str, town: str, spoken: bool) -> None:
    (found,) = [m for m in fogline.places(text) if m.text == town]
    assert speaks_at_its_seat(text, found) is spoken
