"""Faults that reports of still further wars showed: who is let go, who fights, what a month or a toll takes in."""

import pytest
from contact_steps import parties, read

from fogline.model import Claim
from fogline.read import Reader


def killed(claims: tuple[Claim, ...], figure: str = "killed") -> set[tuple[int, int | None]]:
    return {(f.low, f.high) for c in claims for name, f in c.figures.items() if name == figure}


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        ("Kidnappers released six of the villagers near Zaria on Thursday, a relative said.", {"agreement"}),
        ("Somali pirates freed a Chinese ship and its crew off Puntland on Monday after a ransom.", {"agreement"}),
        ("Bandits freed 20 schoolgirls in Zamfara on Friday, the governor said.", {"agreement"}),
        ("Bandits seized 20 schoolgirls in Zamfara on Friday, the governor said.", {"abduction_detention"}),
        ("Gunmen freed 40 prisoners from a jail in Gao on Friday.", {"other"}),
        ("Baku announced anti-terrorist measures in Nagorno-Karabakh on Tuesday.", set()),
        ("The EU announced new measures against Russia on Tuesday.", {"sanction"}),
    ],
)
def test_who_is_let_go_and_which_measures_punish(reader: Reader, told: str, kinds: set[str]) -> None:
    assert {c.type for c in read(reader, told)} == kinds


@pytest.mark.parametrize(
    ("told", "actors", "targets"),
    [
        (
            "Ten people were killed in fighting between rival factions of Los Choneros in Guayaquil on Thursday.",
            {"Los Choneros"},
            set(),
        ),
        (
            "Ten people were killed in fighting with Los Choneros in Guayaquil on Thursday.",
            {"Los Choneros"},
            {"Ecuador"},
        ),
        (
            "Separatist militants raided Kumba on 7 March. Ambazonian fighters shot a driver in Kumba. IS militants "
            "attacked Bosaso.",
            {"Ambazonian separatists"},
            None,
        ),
        ("The United States supported the offensive in Bosaso with airstrikes on Sunday.", {"United States"}, None),
    ],
)
def test_who_fights(reader: Reader, told: str, actors: set[str], targets: set[str] | None) -> None:
    found = parties(read(reader, told))
    assert found[0] == actors
    assert targets is None or found[1] == targets


@pytest.mark.parametrize(
    ("told", "sides"),
    [
        ("The prime minister's office said that jets had bombed Rafah in Gaza on Sunday.", {"Israel"}),
        ("The health ministry in Gaza said that jets had bombed Rafah on Sunday.", {"Hamas"}),
    ],
)
def test_a_part_of_a_state_has_no_prime_minister(reader: Reader, told: str, sides: set[str]) -> None:
    claims = read(reader, f"Israeli jets bombed Khan Younis in Gaza on Sunday. Israel fights Hamas. {told}")
    assert {c.side for c in claims if c.side} == sides


@pytest.mark.parametrize(
    ("since", "count"), [("since 2 a.m.", {(44, 44)}), ("since 2 hours ago", {(44, 44)}), ("since 3 May", set())]
)
def test_since_an_hour_is_today(reader: Reader, since: str, count: set[tuple[int, int]]) -> None:
    assert killed(read(reader, f"Air strikes on Gaza have killed 44 people {since}.")) == count


def test_a_quotation_over_paragraphs_is_of_who_is_named_behind_its_last(reader: Reader) -> None:
    text = (
        '"Shells killed nine people in a market in Kadugli on Monday.\n\n"I am shocked. A school in Dilling was hit as '
        'well.\n\n"All parties must stop," said Sheldon Yett, UNICEF\'s envoy to Sudan.'
    )
    assert {c.by for c in read(reader, text)} == {"Sheldon Yett"}


def test_a_heading_names_the_district_of_the_fight(reader: Reader) -> None:
    text = (
        "Five Naxals were gunned down by security forces near Dantewada in the Bastar region of India on Tuesday, "
        "police said.\n\nA constable was injured when an IED exploded."
    )
    claims = read(reader, text, "Five Maoists killed in Bastar encounter, constable injured")
    assert {(c.type, f.low) for c in claims for n, f in c.figures.items() if n == "killed"} == {("ground_battle", 5)}


@pytest.mark.parametrize(
    ("told", "actors", "targets"),
    [
        ("Petroleum minister Puot Kang Chol was arrested in Juba on Wednesday.", {"South Sudan"}, set()),
        (
            'Ambazonia fighters burned a school in Kumbo on Thursday. The governor blamed "terrorists" and said four '
            "suspects were in custody.",
            {"Ambazonian separatists", "Cameroon"},
            set(),
        ),
        (
            "Maoist guerrillas attacked a barracks in Pokhara on Sunday.",
            {"Communist Party of Nepal (Maoist)"},
            {"Nepal"},
        ),
        ("Maoist rebels shot two policemen in Bijapur on Sunday.", {"Communist Party of India (Maoist)"}, {"India"}),
        (
            "Uganda's army chief said on Tuesday that special forces had been deployed in South Sudan's capital.",
            {"Uganda"},
            set(),
        ),
        ("Uganda said on Tuesday that South Sudanese troops had been deployed in Juba.", {"South Sudan"}, set()),
    ],
)
def test_who_acts_on_whom(reader: Reader, told: str, actors: set[str], targets: set[str]) -> None:
    assert parties(read(reader, told)) == (actors, targets)


def test_a_months_dead_are_no_day_s(reader: Reader) -> None:
    text = (
        "At least 129 civilians were killed in Ukraine in February, the UN said on Tuesday.\n\n"
        "On 1 February, a missile hit a house in Poltava, killing 14 people."
    )
    assert killed(read(reader, text)) == {(14, 14)}


def test_whom_the_army_killed_fell_in_its_strike(reader: Reader) -> None:
    text = (
        "An Israeli drone hit a car in Nabatieh on Sunday, killing one man, the health ministry said.\n\n"
        "The Israeli army said it had eliminated Hassan Izz al-Din, a commander of Hezbollah."
    )
    claims = read(reader, text)
    assert len({c.happening for c in claims}) == 1
    assert {c.side for c in claims} == {"Israel", "Lebanon"}


@pytest.mark.parametrize(("heading", "types"), [("School attacked in Kumbo", 1), ("School attacked in Wum", 2)])
def test_a_heading_may_call_arson_an_attack(reader: Reader, heading: str, types: int) -> None:
    claims = read(reader, "Ambazonia fighters set ablaze a school in Kumbo in Cameroon on Thursday.", heading)
    assert len({c.type for c in claims}) == types


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        (
            "The general said that an attempt to subvert the constitutional order in Bissau was foiled on Friday.",
            {"mutiny"},
        ),
        ("The Houthis released the 25 crew of a carrier in Yemen on Wednesday.", {"agreement"}),
        ("The ELN on Tuesday handed over four soldiers, held since 2 March, in Fortul, Colombia.", {"agreement"}),
        ("Teachers held a march in Arauca on Tuesday.", {"protest"}),
        ("Residents erected barricades in Goma on Sunday to demand that the army protect them.", {"protest"}),
        ("The police chief announced the deployment of two armoured vehicles to Goma on Sunday.", {"mobilisation"}),
    ],
)
def test_months_barricades_and_what_is_announced(reader: Reader, told: str, kinds: set[str]) -> None:
    assert {c.type for c in read(reader, told)} == kinds


def test_letters_say_whose_a_name_is(reader: Reader) -> None:
    text = (
        "The press office of the People's Defence Forces (HPG) said that guerrillas had killed three Turkish soldiers "
        "near Zap on Friday."
    )
    assert {c.side for c in read(reader, text)} == {"Kurdistan Workers' Party"}


def test_who_loses_his_office_denies_nothing(reader: Reader) -> None:
    text = "SPLA-IO forces clashed with the army in Nagero on Monday. The government on Friday dismissed the governor."
    assert {c.stance for c in read(reader, text)} == {"asserts"}


def test_troops_who_resort_to_firing_fire(reader: Reader) -> None:
    told = "In Poonch, Pakistani troops resorted to unprovoked firing on Indian posts on Friday, officials said."
    assert parties(read(reader, told)) == ({"Pakistan"}, {"India"})


def test_there_is_not_where_the_hurt_were_brought(reader: Reader) -> None:
    text = (
        "Gunmen shot at a wake in Jacmel on Saturday. Five people were taken to the Albert Schweitzer hospital in "
        "Deschapelles. The same gang had killed two policemen there in February."
    )
    assert {c.place.name for c in read(reader, text) if c.place} == {"Jacmel"}


@pytest.mark.parametrize(
    ("told", "actors", "targets"),
    [
        (
            "Pyu Saw Htee militiamen shot nine villagers in Ye-U on Friday, according to the People's Defence Force.",
            {"Myanmar military"},
            set(),
        ),
        ("Three people, two of them Chadian nationals, died when shells landed in Adré on Friday.", set(), set()),
        (
            "Units of the Armenian armed forces subjected to fire the positions of Azerbaijan near Kalbajar on Friday.",
            {"Armenia"},
            {"Azerbaijan"},
        ),
    ],
)
def test_whose_shots_they_were(reader: Reader, told: str, actors: set[str], targets: set[str]) -> None:
    assert parties(read(reader, told)) == (actors, targets)


def test_a_prefect_is_of_the_town_where_the_shells_fell(reader: Reader) -> None:
    told = "Shells fired from El Geneina fell on the market of Adré in Chad on Friday, killing three, the prefect said."
    assert {c.side for c in read(reader, told)} == {"Chad"}


def test_what_has_lasted_dates_no_other_move(reader: Reader) -> None:
    text = (
        "Eritrea has been mobilising since mid-February, a group said. Ethiopia has moved tanks to the border in Afar."
    )
    days = {c.place.name: c.date for c in read(reader, text) if c.place}
    assert days["Afar"] and days["Afar"].first.month == 3


@pytest.mark.parametrize(
    ("told", "count"),
    [
        (
            "Rescuers said that three bodies were recovered in Kharkiv, bringing the toll of Sunday's strike to 14.",
            {(14, 14)},
        ),
        ("Two more people died on Monday, raising the death toll from the strike on Sumy to 35.", {(35, 35)}),
        ("A missile killed three and wounded 14 in Sumy on Sunday.", {(3, 3)}),
        ("A strike killed three people in Gao on Sunday, bringing the number killed this week to 40.", {(3, 3)}),
    ],
)
def test_the_latest_dead_are_part_of_the_toll(reader: Reader, told: str, count: set[tuple[int, int | None]]) -> None:
    assert killed(read(reader, told)) == count
