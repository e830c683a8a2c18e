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


def by_place(reader: Reader, text: str, published: str = "2024-05-14") -> dict[str, set[tuple[str, int]]]:
    """All that the claims of a report count, by place."""
    told: dict[str, set[tuple[str, int]]] = {}
    for claim in reader.read(Report("f1", "The Outlet", None, "What happened", text, published, "en")).claims:
        there = told.setdefault(claim.place.name if claim.place else "", set())
        there.update((name, value.low) for name, value in claim.figures.items())
    return told


TWO_TOWNS = "Drones hit a house in Sumy on Sunday. Drones hit a mill in Konotop the same night. "


@pytest.mark.parametrize(
    "behind",
    [
        "Six people were killed in Sumy and two in Konotop, officials said.",
        "At least six died in Sumy; the Konotop attack killed two, officials said.",
        "In Sumy, six people died, and in Konotop, two were killed.",
    ],
)
def test_of_two_towns_each_has_its_own_count(reader: Reader, behind: str) -> None:
    assert by_place(reader, TWO_TOWNS + behind) == {"Sumy": {("killed", 6)}, "Konotop": {("killed", 2)}}


@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_towns_struck_together_are_told_one_by_one(reader: Reader, between: str) -> None:
    told = ["Drones struck two cities on Sunday.", "In Kharkiv, six people were killed.", "In Sumy, two people died."]
    assert by_place(reader, between.join(told)) == {"Kharkiv": {("killed", 6)}, "Sumy": {("killed", 2)}}


@pytest.mark.parametrize(
    ("behind", "counted"),
    [
        ("In Kyiv, officials put the toll at nine.", True),
        ("Doctors in Dnipro said they had treated nine people wounded in the attack.", True),
        ("Drones also hit a mill in Sloviansk. Nine people are dead there.", False),
        ("President Volodymyr Zelensky spoke in Kyiv.\n\nNine people are dead there.", True),
        ("In 2019, nine people died in a similar attack there.", False),
    ],
)
def test_who_counts_elsewhere_counts_for_the_town_that_was_hit(reader: Reader, behind: str, counted: bool) -> None:
    text = f"Drones hit an apartment block in Kostiantynivka on Sunday.\n\n{behind}"
    told = {low for place, those in by_place(reader, text).items() if place == "Kostiantynivka" for _, low in those}
    assert (9 in told) is counted


def test_who_kills_and_carries_off_does_both_in_one_town(reader: Reader) -> None:
    text = "Gunmen killed three people and abducted 18 others near Gusau on Sunday, an elder said."
    assert by_place(reader, text) == {"Gusau": {("killed", 3), ("captured", 18)}}


@pytest.mark.parametrize(
    ("behind", "counted"),
    [
        ("A mother and her two sons were killed in their kitchen.", {9}),
        ("His wife was killed at the stove.", {9}),
        ("A guard of the mill was also killed.", {9, 1}),
        ("A guard died later in hospital.", {9, 1}),
        ("A doctor at the hospital said a boy was killed.", {9, 1}),  # another voice counts for itself
        ("Twelve people were killed, residents said.", {9, 12}),
    ],
)
def test_who_is_told_of_apart_is_one_of_those_counted(reader: Reader, behind: str, counted: set[int]) -> None:
    text = f"Drones hit a block in Sumy on Sunday, killing nine people, the governor said.\n\n{behind}"
    assert {low for _, low in by_place(reader, text)["Sumy"]} == counted


def test_all_that_the_paragraph_before_sent(reader: Reader) -> None:
    text = "Russian forces sent 14 drones towards Odesa on Sunday, the air force said.\n\nAll were shot down."
    assert by_place(reader, text) == {"Odesa": {("launched", 14), ("intercepted", 14)}}
    text = "Russian forces sent 14 drones towards Odesa on Sunday, the air force said.\n\nNine people were hurt."
    assert by_place(reader, text) == {"Odesa": {("launched", 14), ("injured", 9)}}


@pytest.mark.parametrize(
    ("behind", "counted"),
    [
        ("Some 900 people have died since the rebels took up arms in 1984.", False),
        ("The bomb killed 900 people, police said.", True),
        ("The violence has forced 900 people from their homes.", True),
        ("The violence has forced 90,000 people from their homes.", False),
        ("The blast forced 90,000 people from their homes.", True),
    ],
)
def test_what_a_war_has_done_counts_for_no_blow(reader: Reader, behind: str, counted: bool) -> None:
    text = f"A car bomb exploded at a market in Hakkari on Monday, police said.\n\n{behind}"
    told = figures_of(reader, "Market blast", text).get("bombing", set())
    assert bool(told & {Figure(900, 900), Figure(90000, 90000)}) is counted


@pytest.mark.parametrize(
    ("behind", "place"),
    [
        ("The ELN said that it had killed twelve policemen.", "Saravena"),
        ("The army said that it had killed twelve fighters.", "Tame"),
        ("Twelve people were buried on Monday after dying of wounds.", "Tame"),  # by nobody's hand: told of last
    ],
)
def test_whose_hand_it_was_tells_where_the_counted_fell(reader: Reader, behind: str, place: str) -> None:
    text = (
        "ELN fighters attacked a convoy of the police in Saravena on Sunday.\n\n"
        "On Saturday the Colombian army had attacked a camp of guerrillas near Tame.\n\n"
    )
    assert {town for town, those in by_place(reader, text + behind).items() if ("killed", 12) in those} == {place}


@pytest.mark.parametrize(
    ("behind", "counted"),
    [
        ("At least 19 fighters were killed on both sides.", True),
        ("At least 19 people were killed in two towns.", False),
    ],
)
def test_the_dead_of_both_sides_fell_in_the_fight(reader: Reader, behind: str, counted: bool) -> None:
    text = f"Rebels and soldiers clashed near Rutshuru on Monday, residents said. {behind}"
    assert (Figure(19, None) in figures_of(reader, "Clashes", text).get("ground_battle", set())) is counted


def test_the_dead_beside_those_in_custody_are_of_the_riot(reader: Reader) -> None:
    text = (
        "Rioters and police fought in Kasubi on Monday. Officers fired at the crowd.\n\n"
        "The ministry put the number of dead at two and said that 56 people had been arrested. "
        "Eleven of the policemen were hurt by stones."
    )
    told = figures_of(reader, "Unrest in Kasubi", text)
    assert {Figure(2, 2), Figure(11, 11)} <= told["riot"]
    assert not told.get("abduction_detention", set()) & {Figure(2, 2), Figure(11, 11)}


def test_who_dies_among_captives_is_of_the_kidnapping(reader: Reader) -> None:
    text = (
        "A bomb exploded at a bridge in Gusau on Saturday. Gunmen kidnapped 35 farmers near Gusau on Sunday.\n\n"
        "One captive has died on the way."
    )
    assert Figure(1, 1) in figures_of(reader, "Kidnapping", text)["abduction_detention"]


@pytest.mark.parametrize(("whom", "place"), [("soldiers", "Sebba"), ("people", "Gorgadji")])
def test_soldiers_fell_in_the_fight(reader: Reader, whom: str, place: str) -> None:
    text = (
        "Gunmen raided a military post at Sebba on Wednesday.\n\n"
        "Gunmen shot at farmers in a field near Gorgadji on Tuesday.\n\n"
        f"Seventeen {whom} died, an officer said."
    )
    assert {town for town, those in by_place(reader, text).items() if ("killed", 17) in those} == {place}


@pytest.mark.parametrize(
    ("behind", "counted"),
    [("A radio station counted 14 bodies in the streets.", True), ("In Ouanaminthe 14 people drowned.", False)],
)
def test_people_fall_where_a_town_is_taken(reader: Reader, behind: str, counted: bool) -> None:
    text = (
        f"Gunmen of the 400 Mawozo gang overran Mirebalais on Monday. {behind}\n\n"
        "On Tuesday thousands marched in Hinche against the gangs."
    )
    told = figures_of(reader, "Haiti", text).values()
    assert any(Figure(14, 14) in figures for figures in told) is counted
