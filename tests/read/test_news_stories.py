"""News stories as papers write them: who died in a raid, on what occasion, who only met an attack."""

import pytest

from fogline.model import Claim, Report
from fogline.read import Reader
from fogline.read.small_letters import to_parse

CIVILIANS = "violence_against_civilians"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def read(reader: Reader, text: str, title: str = "News of the day") -> tuple[Claim, ...]:
    return reader.read(Report("r1", "a news site", None, title, text, "2025-03-12", "en")).claims


def told(claims: tuple[Claim, ...]) -> set[tuple[str, str | None, str | None]]:
    return {(c.type, c.place and c.place.name, c.date and str(c.date.first)) for c in claims}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "M23 fighters stormed the village of Kalonge on Saturday, killing 17 civilians.",
            "violence_against_civilians",
        ),
        ("Rebels attacked the village of Titao on Sunday and killed two farmers.", "violence_against_civilians"),
        ("Troops raided the village of Kyaukkyi on Monday, killing nine villagers.", "violence_against_civilians"),
        ("Rebels stormed the town of Titao on Saturday, killing 17 soldiers and two civilians.", "ground_battle"),
        ("Rebels attacked an army base at Kalonge on Monday, killing nine people.", "ground_battle"),
        ("Militants attacked a post in Bannu on Monday, killing two people.", "ground_battle"),
        ("Gunmen attacked a bus near Jibia on Monday, killing nine soldiers.", "ground_battle"),
        ("Fighting broke out in Bariire on Monday, killing four civilians.", "ground_battle"),
    ],
)
def test_who_died_in_a_raid_says_what_it_was(reader: Reader, text: str, kind: str) -> None:
    assert {c.type for c in read(reader, text)} == {kind}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gunmen killed nine farmers and abducted 30 villagers in Kauru on Sunday.",
            {
                ("violence_against_civilians", "Kauru", "2025-03-09"),
                ("abduction_detention", "Kauru", "2025-03-09"),
            },
        ),
        (
            "Gunmen have abducted the imam and 50 others in an attack in Bagega on Sunday.",
            {("abduction_detention", "Bagega", "2025-03-09")},
        ),
        (
            "Gunmen killed a guard in Bagega on Friday and abducted nine people in Anka on Sunday.",
            {
                ("violence_against_civilians", "Bagega", "2025-03-07"),
                ("abduction_detention", "Anka", "2025-03-09"),
            },
        ),
        (
            "Fighters captured seven soldiers in an assault on the town of Kalonge on Sunday.",
            {("ground_battle", "Kalonge", "2025-03-09")},
        ),
        (
            "Rebels ambushed a convoy heading for Djibo on Sunday, two officers said on Monday.",
            {("ground_battle", "Djibo", "2025-03-09")},
        ),
    ],
)
def test_what_was_done_on_one_occasion_has_its_place_and_day(reader: Reader, text: str, expected: set[object]) -> None:
    assert expected <= told(read(reader, text))


@pytest.mark.parametrize("verb", ["survived", "filmed", "investigated", "fought off", "mourned those killed in"])
def test_who_meets_an_attack_did_not_make_it(reader: Reader, verb: str) -> None:
    text = f"Gunmen attacked a bus near Gao on Monday, killing nine people. Congolese troops {verb} the attack."
    assert not [c for c in read(reader, text) if c.actor]


def test_who_carries_an_attack_out_made_it(reader: Reader) -> None:
    text = "Nine people were killed near Gao on Monday. Malian troops carried out the attack, a resident said."
    assert {a for c in read(reader, text) for a in c.actor} == {"Mali"}


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Police arrested two suspects in Karachi on Monday over the killing of a judge.", None),
        ("Rebels fired at a post in Gao on Monday, days after suspects in the murder of a judge were held.", None),
        ("Gunmen killed nine farmers in Kauru on Monday. One of those murdered was the village chief.", 9),
        ("Gunmen killed nine people in Drodro on Monday. Four of the nine civilians were hacked to death.", 9),
    ],
)
def test_the_dead_of_another_deed_are_not_counted(reader: Reader, text: str, killed: int | None) -> None:
    claims = read(reader, text)
    assert max((f.low for c in claims for k, f in c.figures.items() if k == "killed"), default=None) == killed
    assert len({c.happening for c in claims if c.type == "violence_against_civilians"}) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "The president said on Monday that with these gangs there is neither an amnesty nor a truce.",
        "There was neither a ceasefire nor an exchange of prisoners on Monday, the mediators said in Doha.",
    ],
)
def test_what_nor_joins_is_denied(reader: Reader, text: str) -> None:
    assert not [c for c in read(reader, text) if c.type == "agreement" and c.stance == "asserts"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Peshawar: Gunmen opened fire on a police van in the Kohat district on Sunday, killing four.\n\n"
            "The van was on its way back from a checkpost.",
            "Kohat",
        ),
        (
            "KADUNA, March 9: Gunmen killed 17 people in a raid on Kauru on Saturday, the chairman said.\n\n"
            "He said the attackers came on motorcycles.",
            "Kauru",
        ),
        (
            "Kandahar: A bomb in a car killed five people outside a bank in the city on Sunday, doctors said.\n\n"
            "No group has claimed it so far.",
            "Kandahar",
        ),
        (
            "Kharkiv: Two people were killed by a bomb that hit a house in the city last night, police said.\n\n"
            "Sumy: A drone hit a petrol station.",
            "Kharkiv",
        ),
    ],
)
def test_a_town_before_a_colon_is_where_a_story_was_filed(reader: Reader, text: str, place: str) -> None:
    assert next(c.place.name for c in read(reader, text) if c.place) == place


def test_who_speaks_before_a_colon_is_no_town(reader: Reader) -> None:
    text = (
        "Lavrov: Russia will not accept a truce in Ukraine unless the arms deliveries to Kyiv stop.\n\n"
        "He spoke in Moscow."
    )
    assert {c.by for c in read(reader, text)} == {"Sergei Lavrov"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "According to a trader, Bello Gaya, gunmen seized the imam of Kurfi.\n\n“They took him,” Gaya stated.",
            "Kurfi",
        ),
        (
            "A resident, Musa Gusau, said gunmen shot two men in Bagega. Gusau lamented that they died.",
            "Bagega",
        ),
    ],
)
def test_who_is_called_like_a_town_is_none(reader: Reader, text: str, place: str) -> None:
    assert {c.place.name for c in read(reader, text) if c.place} == {place}


def test_links_to_other_stories_tell_of_nothing(reader: Reader) -> None:
    text = (
        "The March 23 Movement (M23) burned ten houses in the village of Kiseguru on Saturday, a chief said.\n\n"
        "More to read\n- How shells fell on Goma\n- Rebels kill eleven in Bukavu\n\nHe said that nobody was hurt."
    )
    assert told(read(reader, text)) == {("property_destruction", "Kiseguru", "2025-03-08")}


@pytest.mark.parametrize(
    ("title", "set_small"),
    [
        ("Gunmen Kill Four, Abduct Nine in Zamfara", "Gunmen kill four, abduct nine in Zamfara"),
        ("Drone Strike Kills Two, Injures Five in Sumy", "Drone strike kills two, injures five in Sumy"),
        ("Iraqi Troops Attack U.S. Convoy Near Mosul", "Iraqi troops attack U.S. convoy near Mosul"),
        ("Army and police clash in Goma", "Army and police clash in Goma"),
        ("RSF SHELLS A MARKET IN OMDURMAN", "rsf shells a market in omdurman"),
    ],
)
def test_common_words_of_a_headline_in_capitals_are_parsed_small(title: str, set_small: str) -> None:
    assert to_parse(title, "The mayor spoke of the market.") == set_small


def test_only_a_headline_is_set_small() -> None:
    assert to_parse("Free Syrian Army Fighters Attack Posts") == "Free Syrian Army Fighters Attack Posts"


@pytest.mark.parametrize(
    ("title", "killed", "injured"),
    [
        ("Car Bomb Leaves Two Dead and Three Injured in Popayan", 2, 3),
        ("Shelling leaves three dead and five wounded in Popayan", 3, 5),
        ("Drone Strike Kills Two, Injures Five in Popayan", 2, 5),
    ],
)
def test_the_dead_and_the_hurt_of_a_headline_are_not_added_up(
    reader: Reader, title: str, killed: int, injured: int
) -> None:
    claims = read(reader, "A blast hit the town of Popayan on Monday, police said.", title)
    assert [(c.figures["killed"].low, c.figures["injured"].low) for c in claims if c.figures] == [(killed, injured)]


@pytest.mark.parametrize(
    "where",
    [
        "The incident unfolded in Kohat on Sunday night.",
        "The confrontation erupted on Sunday afternoon in the community of Kohat.",
        "The killings happened on Sunday at Kohat.",
        "The violence erupted in Kohat on Sunday.",
    ],
)
def test_words_for_what_was_told_tell_where_and_when_it_was(reader: Reader, where: str) -> None:
    text = f"Gunmen in two cars shot dead nine farmers in north-western Pakistan.\n\n{where}"
    assert told(read(reader, text)) == {(CIVILIANS, "Kohat", "2025-03-09")}


def test_violence_that_was_not_told_of_before_is_not_pointed_at(reader: Reader) -> None:
    text = "Gunmen shot dead nine farmers in Bannu on Saturday.\n\nViolence erupted in Kohat on Sunday."
    assert (CIVILIANS, "Bannu", "2025-03-08") in told(read(reader, text))


@pytest.mark.parametrize(
    "text",
    [
        "A suicide bomber struck a hotel in Mogadishu on Monday and the attack was followed by fire, killing 15.",
        "A truck bomb went off in Mogadishu on Monday, and the assault left 15 people dead, police said.",
    ],
)
def test_the_attack_is_what_its_sentence_told_before(reader: Reader, text: str) -> None:
    claims = read(reader, text)
    assert {c.type for c in claims} == {"bombing"}
    assert {c.figures["killed"].low for c in claims if c.figures} == {15}


def test_the_attack_that_gunmen_made_is_the_one_told_before(reader: Reader) -> None:
    text = (
        "Nine people were killed in an attack on Kauru in Kaduna State, the governor said on Sunday. "
        "The attack took place late on Friday, with gunmen storming the village."
    )
    assert {d for _, _, d in told(read(reader, text))} == {"2025-03-07"}


@pytest.mark.parametrize(
    ("text", "threatens"),
    [
        ("Al-Shabaab remains a potent threat in Somalia.", False),
        ("Boko Haram is still a threat in Borno State.", False),
        ("Hezbollah renewed its threat to strike Haifa.", True),
        ("Gunmen issued a threat against the town of Bannu on Monday.", True),
    ],
)
def test_who_is_dangerous_threatens_nobody(reader: Reader, text: str, threatens: bool) -> None:
    assert any(c.type == "threat" for c in read(reader, text)) is threatens


def test_what_somebody_had_a_part_in_is_no_deed_of_the_day(reader: Reader) -> None:
    text = "Troops killed a commander in Bannu on Monday. He had been involved in the killings of civilians in Swat."
    assert told(read(reader, text)) == {("ground_battle", "Bannu", "2025-03-10")}


@pytest.mark.parametrize(
    "who", ["Suspected herders", "Suspected cultists", "Drug traffickers", "Men in military uniform"]
)
def test_who_kills_is_an_attacker(reader: Reader, who: str) -> None:
    text = f"{who} shot dead five people in Kauru on Sunday.\n\nThe village lies in Kaduna State in Nigeria."
    assert told(read(reader, text)) == {(CIVILIANS, "Kauru", "2025-03-09")}


def test_who_were_hurt_are_not_added_to_the_dead_before_them(reader: Reader) -> None:
    text = "Gunmen shot at farmers in Kauru on Sunday. Youths found the bodies of five people and six people were hurt."
    counts = {k: f.low for c in read(reader, text) for k, f in c.figures.items()}
    assert counts == {"killed": 5, "injured": 6}


def test_what_the_body_opens_with_is_left_out_by_no_model(reader: Reader) -> None:
    text = (
        "Seven trucks were burned by members of the New People's Army in a town in Bukidnon on Sunday, police said.\n\n"
        "The rebels flagged down the trucks at dawn.\n\nThe trucks were full of fruit.\n\nNobody was hurt.\n\n"
        "The drivers were told to step out.\n\nThe guerillas went off in two groups.\n\nTroops looked for them.\n\n"
        "Two soldiers were slain by suspected rebels in La Paz on Friday.\n\nThey were on their way to the market."
    )
    claims = read(reader, text, "NPA torches trucks in Bukidnon town")
    assert ("property_destruction", "Bukidnon", "2025-03-09") in told(claims)
