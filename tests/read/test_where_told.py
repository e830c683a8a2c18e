"""Where the deeds of a report were done: by roads, parts of cities, districts, around unknown villages."""

import pytest

from fogline.model import Claim, Report
from fogline.read import Reader

# A report, and where its one deed was: the name, and latitude and longitude to within half a degree.
PLACES = [
    # The road between two towns: half-way, or at the end that the report names by itself.
    ("Gunmen ambushed a convoy on the Gao-Kidal road in Mali on Monday.", "Gao-Kidal road", 17.35, 0.7),
    (
        "A bus hit a mine on the highway between Maiduguri and Damaturu in Nigeria.",
        "Maiduguri-Damaturu road",
        11.8,
        12.5,
    ),
    ("Gunmen ambushed a convoy near Kidal in Mali. It drove on the Gao-Kidal road.", "Kidal", 18.44, 1.41),
    ("Gunmen ambushed a convoy in Gao and fled to Kidal, Mali.", "Gao", 16.27, -0.04),
    ("Gunmen ambushed a Gao-Kidal truck convoy near Bourem in Mali.", "Bourem", 16.95, -0.35),
    ("In Kidal, Mali, shops shut. Gunmen ambushed a bus on the Bourem-Gao road.", "Bourem-Gao road", 16.6, -0.2),
    (
        "Nine died in an ambush near Bourem, on the road linking Gao and Kidal in Mali, on Monday.",
        "Bourem",
        16.95,
        -0.35,
    ),
    (
        "Gunmen fled Ansongo on the Gao-Kidal road in Mali, where they burned a bus on Monday.",
        "Gao-Kidal road",
        17.35,
        0.7,
    ),
    # A part of a city is in it, whatever village elsewhere is called so.
    ("Gunmen attacked a school in the Faladié district of Mali's capital on Tuesday.", "Bamako", 12.65, -8.0),
    ("Gunmen attacked a school in Faladié in Mali's Koulikoro region on Tuesday.", "Faladié", 13.14, -8.34),
    # A town that gives its name to the district or province of the town before it.
    ("Rebels attacked a post at Panyume in Morobo County in South Sudan.", "Panyume", 3.7, 30.95),
    ("Rebels attacked a post near Drodro, in the territory of Djugu, Congo.", "Drodro", 1.77, 30.55),
    ("A jet bombed a school in Pale township, Sagaing, Myanmar.", "Pale", 21.95, 94.85),
    ("Rebels attacked a post in Djugu in Congo.", "Djugu", 1.92, 30.5),
    ("A jet bombed a school in Sagaing in Myanmar.", "Sagaing", 21.88, 95.98),
    # The township named with a village settles which of its namesakes it is: not the town in Yangon.
    (
        "A jet bombed a monastery at Zee Kone, a village in Kanbalu township in Sagaing region, Myanmar.",
        "Zee Kone",
        23.2,
        95.5,
    ),
    ("A jet bombed a monastery in Zee Kone village, Kanbalu township, Myanmar.", "Zee Kone", 23.2, 95.5),
    # A village that no list has: by its district rather than by its province, by where the report tells most of it.
    (
        "Bandits attacked a mosque in Zzkairu village, Bukkuyum Local Government Area of Zamfara State.",
        "Zzkairu",
        12.14,
        5.47,
    ),
    (
        "Raid on Zzbelo\nGunmen in Nigeria's Zamfara attacked Zzbelo. The dead were buried at Zzbelo, near Anka.",
        "Zzbelo",
        12.11,
        5.93,
    ),
    (
        "Raid on Kyunhla in Myanmar\nRebels attacked the Kyunhla Myoma Police Station. Sagaing Region was calm.",
        "Kyunhla Myoma Police Station",
        23.35,
        95.3,
    ),
    # A district of which no more than its province was known lies at the town of its name.
    ("Gunmen attacked a bus at Zzloka, in Lainya County, Central Equatoria State, South Sudan.", "Zzloka", 4.27, 30.98),
    ("Soldiers attacked a post at Zzelias, in the East Gojjam zone of Amhara in Ethiopia.", "Zzelias", 10.35, 37.85),
    ("A drone struck a school in Gedeb, in the East Gojjam zone of Amhara in Ethiopia.", "Gedeb", 10.35, 37.85),
    ("Soldiers attacked a post at Zzelias, in the Amhara region of Ethiopia.", "Zzelias", 11.5, 38.5),
    (
        "Soldiers attacked a post in the town of Gharanij in the Deir ez-Zor countryside, Syria.",
        "Gharanij",
        34.77,
        40.77,
    ),
    # Makes of cars and parts of the compass are no towns.
    ("A drone hit a white Toyota near Penjwen in Iraq.", "Baynjiwayn", 35.62, 45.95),
    ("A drone hit a factory in Toyota in Japan.", "Toyota", 35.08, 137.15),
    ("Shelling East of Aleppo killed two in Syria.", "Aleppo", 36.2, 37.16),
    # Where captives were led is not where they were taken.
    ("Gunmen raided Anka in Nigeria on Monday. Forty women were marched towards Gando forest.", "Anka", 12.11, 5.93),
    ("Gunmen raided Anka in Nigeria on Monday. Forty women were abducted in Gando.", "Gando", 12.05, 5.75),
    # Where a report was filed is no place of what is told, though the place of that only stands behind "near".
    ("MOSCOW, March 10 (TASS). On Friday a saboteur blew up a bridge near Michurinsk.", "Michurinsk", 52.9, 40.49),
    # Behind what something is done at, "to" is not whither.
    ("Gunmen raided Gao in Mali on Monday. A bomb killed three at the approaches to Ansongo.", "Ansongo", 15.66, 0.5),
    # A camp or a village that no list has, whatever stands between its name and the noun.
    ("Gunmen fled Tawila in Sudan. On Monday they shelled the Zzumzum displacement camp.", "Zzumzum", 13.5, 24.88),
    ("Gunmen fled Drodro in Congo. On Monday they attacked the Zzolo fishing village.", "Zzolo", 1.77, 30.55),
    # In a month that is called like a march, a place behind it is the deed's.
    (
        "Fifteen people were killed by gunmen in the night to Sunday 2 March at a camp in Drodro, Congo.",
        "Drodro",
        1.77,
        30.55,
    ),
]


@pytest.mark.parametrize(("text", "name", "lat", "lon"), PLACES, ids=[row[0][:60] for row in PLACES])
def test_where_it_was_done(reader: Reader, text: str, name: str, lat: float, lon: float) -> None:
    places = [claim.place for claim in _claims(reader, text) if claim.place]
    assert name in [place.name for place in places]
    found = next(place for place in places if place.name == name)
    assert abs(found.lat - lat) < 0.5 and abs(found.lon - lon) < 0.5


# A report of two deeds, each of another day, and where each was: the story stays where something was done, whatever
# town the sentence names behind it.
STAYS = [
    (
        "A helicopter came under fire in Nasir, South Sudan, on Sunday while evacuating soldiers to Juba."
        " Gunmen had overrun the garrison on Friday.",
        ["Nasir", "Nasir"],
    ),
    (
        "Gunmen attacked a post in Ansongo, Mali, on Sunday as lorries left for Gao. They burned a school on Monday.",
        ["Ansongo", "Ansongo"],
    ),
    # What was done in another town, or the next sentence's town, moves it.
    (
        "Gunmen attacked a post in Ansongo, Mali, on Sunday. Soldiers reached Gao."
        " There gunmen burned a school on Monday.",
        ["Ansongo", "Gao"],
    ),
    (
        "Gunmen attacked a post in Ansongo, Mali, on Saturday. Gunmen attacked a post in Gao on Sunday."
        " They burned a school on Monday.",
        ["Ansongo", "Gao", "Gao"],
    ),
]


@pytest.mark.parametrize(("text", "names"), STAYS, ids=[row[0][:60] for row in STAYS])
def test_where_the_story_stays(reader: Reader, text: str, names: list[str]) -> None:
    told = {claim.happening: claim.place.name for claim in _claims(reader, text) if claim.place}
    assert [told[happening] for happening in sorted(told, key=int)] == names


# A report of 12 March 2025 (a Wednesday), and the day of its one deed.
DAYS = [
    # A day before those who speak is that of the deed, one behind them is that of speaking.
    (
        "Rebels attacked a post at Banki, in the far north-east of Nigeria, on Sunday, killing six, officers said.",
        "2025-03-09",
    ),
    # What was done at a place that a deed only names.
    (
        "In Goma, hundreds marched on Monday for peace on the road to Sake, where rebels killed five on Saturday.",
        "2025-03-10",
    ),
    ("In Goma, hundreds marched to the square on Saturday, where they burned flags.", "2025-03-08"),
    # Who died in a strike that is dated by itself.
    ("At least 16 guards died in an air strike in Gusau on Sunday, which the army called a success.", "2025-03-09"),
    # The day of what is answered.
    ("Israel bombed a port in Yemen on Saturday in response to the launch of rockets at Eilat.", "2025-03-08"),
    # A date before a bar is that of filing.
    ("March 12, 2025 | Rebels who came from the hills attacked the town of Banki in Nigeria on Monday.", "2025-03-10"),
]


@pytest.mark.parametrize(("text", "day"), DAYS, ids=[row[0][:60] for row in DAYS])
def test_when_it_was_done(reader: Reader, text: str, day: str) -> None:
    days = [claim.date.iso()[0] for claim in _claims(reader, text) if claim.date]
    assert day in days


def _claims(reader: Reader, text: str) -> tuple[Claim, ...]:
    title, line, body = text.rpartition("\n")
    return reader.read(Report("r", "a site", None, title if line else "News", body, "2025-03-12", "en")).claims


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()
