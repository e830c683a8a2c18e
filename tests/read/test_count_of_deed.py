"""Of which of two deeds, and of which of several towns, is a count of one sentence?"""

import pytest

from fogline.model import Report
from fogline.read import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


CASES = [
    # Each clause counts its own
    (
        "Days after a bombing in Bannu killed nine soldiers, Pakistan bombed Khost on Monday, killing four children.",
        {("Bannu", "killed", 9), ("Khost", "killed", 4)},
    ),
    (
        "Rockets killed two in Sderot on Monday, and Israel shelled Rafah, wounding five.",
        {("Sderot", "killed", 2), ("Rafah", "injured", 5)},
    ),
    (
        "A day after a missile killed six people in Odesa, drones hit Kherson on Monday, wounding three.",
        {("Odesa", "killed", 6), ("Kherson", "injured", 3)},
    ),
    (
        "Jets hit positions in Khan Yunis on Monday, two days after nine soldiers died in an attack in Rafah.",
        {("Rafah", "killed", 9)},
    ),
    (
        "Israel struck Sanaa on Sunday in retaliation for a missile that hit Haifa, wounding six people.",
        {("Haifa", "injured", 6)},
    ),
    (
        "Israel struck Sanaa on Sunday, killing six people, in retaliation for a missile that hit Haifa.",
        {("Sanaa", "killed", 6)},
    ),
    (
        "Missiles killed six and wounded nine in Sumy on Monday.",
        {("Sumy", "killed", 6), ("Sumy", "injured", 9)},
    ),
    # Each town has its own
    (
        "In Nikopol a drone killed two people on Monday; in Kherson three were wounded.",
        {("Nikopol", "killed", 2), ("Kherson", "injured", 3)},
    ),
    (
        "Two people were killed in Nikopol and three wounded in Kherson on Monday when drones hit both towns.",
        {("Nikopol", "killed", 2), ("Kherson", "injured", 3)},
    ),
    (
        "Shelling of 14 towns killed five on Monday: two in Kostiantynivka, two in Kramatorsk and one in Sloviansk.",
        {("Kostiantynivka", "killed", 2), ("Kramatorsk", "killed", 2), ("Sloviansk", "killed", 1)},
    ),
    (
        "Shelling of the Donetsk region killed five people on Monday, including two in Kostiantynivka.",
        {("Donetsk", "killed", 5)},
    ),
    (
        "Drones struck Nikopol and Kherson on Monday, leaving four and nine dead respectively.",
        {("Nikopol", "killed", 4), ("Kherson", "killed", 9)},
    ),
    (
        "Five and seven people were killed in Bokkos and Mangu respectively when gunmen attacked on Monday.",
        {("Bokkos", "killed", 5), ("Mangu", "killed", 7)},
    ),
    (
        "A drone killed two in Nikopol on Monday, and in the evening one more person died.",
        {("Nikopol", "killed", 2), ("Nikopol", "killed", 1)},
    ),
    (
        "Drones killed three in Nikopol on Monday, the governor said in Dnipro.",
        {("Nikopol", "killed", 3)},
    ),
]


@pytest.mark.parametrize(("text", "counted"), CASES)
def test_a_count_is_of_the_deed_of_its_clause(reader: Reader, text: str, counted: set[tuple[str, str, int]]) -> None:
    claims = reader.read(Report("f1", "The Outlet", None, "Report", text, "2024-05-14", "en")).claims
    told = {(c.place.name if c.place else "", name, figure.low) for c in claims for name, figure in c.figures.items()}
    assert told == counted


STORIES = [
    # A land's sum of days is of no town in it
    (
        "Shelling killed seven in Rafah on Monday. The ministry said 52 died in the Strip over the past day.",
        {("Rafah", "killed", 7)},
    ),
    (
        "Shelling killed nine in El Fasher on Monday. Twelve people died across North Darfur, a network said.",
        {("El Fasher", "killed", 9)},
    ),
    (
        "Shelling killed nine in El Fasher on Monday. The toll has risen to 12 over the past day, a network said.",
        {("El Fasher", "killed", 9), ("El Fasher", "killed", 12)},
    ),
    # Captives of a fight, told with neither place nor day
    (
        "Fighters ambushed a convoy near Labbezanga on Friday and shot from the dunes. "
        '"We counted 80 dead, and we hold nine prisoners," a spokesman said.',
        {("Labbezanga", "killed", 80), ("Labbezanga", "captured", 9)},
    ),
    # The only deed of a report, though it was told far above
    (
        "A missile hit the base at Novofedorivka on Monday.\n\nRoads were closed.\n\nThe bridge is shut.\n\n"
        "Ferries wait.\n\nSchools are closed.\n\nShops are open.\n\nBuses run.\n\nThe sea is calm.\n\n"
        "Two guards were killed, a nurse said.",
        {("Novofedorivka", "killed", 2)},
    ),
    # Of a night's count the share over its region is the strike's
    (
        "Drones hit a depot in Taganrog on Monday. The ministry said 54 drones had been shot down over nine regions, "
        "22 of them over the Rostov region.",
        {("Russia", "intercepted", 54), ("Taganrog", "intercepted", 22)},
    ),
    (
        "Drones hit a depot in Taganrog on Monday. Over the city 54 drones were shot down, 22 of them within an hour.",
        {("Taganrog", "intercepted", 54)},
    ),
    # A mine that stops a convoy is part of the ambush
    (
        "A convoy was ambushed near Labbezanga on Friday. An explosive device went off under the lead lorry before "
        'gunmen opened fire. "I saw 20 dead," a driver said.',
        {("Labbezanga", "killed", 20)},
    ),
    (
        "Bandits attacked Zurmi on Monday. They killed three people and took away 40 women.",
        {("Zurmi", "killed", 3), ("Zurmi", "captured", 40)},
    ),
    # Towns of one night, each with its own; whose hand it was speaks for the deed that a group counts
    (
        "Drones attacked several regions overnight into Monday. Two people were killed in Sumy, four were wounded in "
        "Kherson and a woman died in Nikopol.",
        {("Sumy", "killed", 2), ("Kherson", "injured", 4), ("Nikopol", "killed", 1)},
    ),
    (
        "Islamic State fighters killed seven soldiers in an ambush near Macomia on Saturday. Three soldiers were hurt "
        "when their vehicle hit a mine at Mueda on Sunday. Islamic State said ten soldiers had been killed.",
        {("Macomia", "killed", 7), ("Mueda", "injured", 3), ("Macomia", "killed", 10)},
    ),
    (
        "Soldiers repelled an attack on Tillaberi on Monday. Twelve attackers were killed and five detained.",
        {("Tillabéri", "killed", 12), ("Tillabéri", "detained", 5)},
    ),
    # Whom an army killed is of the killing, not of the arrests told with them
    (
        "More than 300 people were massacred in Djenne between Sunday and Monday, witnesses said. The army said it had "
        "killed 203 terrorists and arrested 51.",
        {("Djenné", "killed", 301), ("Djenné", "killed", 203), ("Djenné", "detained", 51)},
    ),
    # A report goes on from the later of two deeds
    (
        "Israel struck the port of Hodeidah on Saturday, a day after a Houthi drone killed a man in Tel Aviv. Six "
        "people were killed and 83 injured, a doctor said.",
        {("Tel Aviv", "killed", 1), ("Hodeidah", "killed", 6), ("Hodeidah", "injured", 83)},
    ),
    # A river of many lands is no other place
    (
        "Missiles hit the refinery in Smederevo on Monday. Two workers were hurt and quarters on the Danube "
        "were left without water.",
        {("Smederevo", "injured", 2)},
    ),
]


@pytest.mark.parametrize(("text", "counted"), STORIES)
def test_a_count_of_its_own_sentence_finds_its_deed(
    reader: Reader, text: str, counted: set[tuple[str, str, int]]
) -> None:
    claims = reader.read(Report("f1", "The Outlet", None, "Report", text, "2024-05-14", "en")).claims
    told = {(c.place.name if c.place else "", name, figure.low) for c in claims for name, figure in c.figures.items()}
    assert told == counted
