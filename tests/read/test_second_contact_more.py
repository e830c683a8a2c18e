"""More faults that reports of a dozen wars showed at once: kinds of deeds, whose hand, what was hit, which day."""

import pytest
from contact_steps import parties, read

from fogline.read import Reader


@pytest.mark.parametrize(
    ("told", "types"),
    [
        ("Eleven captives have been in JNIM hands since Monday, a mayor in Djibo said.", set()),
        ("The town of Djibo has been in JNIM hands since Monday, a mayor said.", {"territory_change"}),
        (
            "Three women were shot dead as shells fell on Babanusa on Monday.",
            {"violence_against_civilians", "missile_artillery_attack"},
        ),
        ("Two men were killed in Babanusa on Monday as shells fell on a market.", {"missile_artillery_attack"}),
        ("Villagers stoned a police car in Kisumu on Monday.", {"riot"}),
        ("A woman was stoned to death in Hajin on Monday by Islamic State militants.", {"violence_against_civilians"}),
        ("Gunmen on motorcycles fired into the air in Gusau on Monday, residents said.", set()),
        ("The army retook the police station in Wau on Monday.", {"territory_change"}),
        ("The invaders covered Nikopol with artillery on Monday.", {"missile_artillery_attack"}),
        (
            "An army helicopter pursued the raiders near Arbinda on Sunday and killed 20 of them, an officer said.",
            {"air_drone_strike"},
        ),
    ],
)
def test_what_kind_of_deed_these_words_tell(reader: Reader, told: str, types: set[str]) -> None:
    assert {claim.type for claim in read(reader, told)} == types


@pytest.mark.parametrize(
    ("told", "actors"),
    [
        ("Fighting opposed the army to Fano militiamen in Debre Markos on Monday.", {"Ethiopia", "Fano"}),
        ("Somali pirates seized a dhow off Garacad on Monday.", set()),
        ("A patrol was ambushed near Birao on Monday by suspected Sudanese armed elements.", set()),
        ("Sudanese armed forces shelled Omdurman on Monday.", {"Sudanese Armed Forces"}),
        ("Raiders from Turkana shot dead three people in Todonyang on Monday.", set()),
        ("Soldiers from Kenya shot dead three people in Todonyang on Monday.", {"Kenya"}),
    ],
)
def test_men_in_arms_of_a_country_are_not_its_state(reader: Reader, told: str, actors: set[str]) -> None:
    assert parties(read(reader, told))[0] == actors


def test_a_land_that_heads_a_paragraph_does_not_speak(reader: Reader) -> None:
    told = "Ethiopia: Fano militias ambushed a police convoy in Sekela on 5 March, killing 30 officers."
    assert {claim.by for claim in read(reader, told)} == {"a news site"}


@pytest.mark.parametrize(
    ("told", "lands"),
    [
        ("Shells hit Dar al-Arqam camp in El Fasher early on Saturday.", {"SD"}),
        ("In Aden al-Qaeda killed a soldier on Monday.", {"YE"}),
        ("A drone hit a car in Deir al-Zour on Monday.", {"SY"}),
    ],
)
def test_a_name_goes_on_behind_al(reader: Reader, told: str, lands: set[str]) -> None:
    assert {claim.place.country for claim in read(reader, told) if claim.place} == lands


def test_an_attack_is_not_of_the_kind_of_another_hand(reader: Reader) -> None:
    told = "On 9 March, members of the Viv Ansanm coalition attacked the localities of Furcy and Kenscoff. "
    told += "On 8 March, a drone strike by the Haitian police in Cabaret killed eight people, residents said."
    kinds = {actor: claim.type for claim in read(reader, told) for actor in claim.actor}
    assert kinds == {"Viv Ansanm": "violence_against_civilians", "Haiti": "air_drone_strike"}


@pytest.mark.parametrize(
    ("told", "kind", "values"),
    [
        ("A patrol was attacked with a grenade on Port Said Street in Daraa on Monday.", "against", {"military"}),
        ("A WFP truck was burned by gunmen near Kutum on Friday.", "against", {"aid"}),
        (
            "Two soldiers were injured by a drone in Argelia, Colombia, on Monday and evacuated to Bogota.",
            "effects",
            set(),
        ),
        (
            "A missile wounded five people in Sumy on Monday and 200 residents were evacuated.",
            "effects",
            {"evacuation"},
        ),
        (
            "Jets struck a workshop in Tyre on Monday that was being used to launch drones.",
            "weapon",
            {"airstrike"},
        ),
        ("Russia used drones to attack Odesa on Monday.", "weapon", {"drone"}),
        ("An Israeli tank fired a shot towards UN peacekeepers in Kfar Kila on Monday.", "weapon", {"artillery"}),
    ],
)
def test_what_was_hit_and_what_came_of_it(reader: Reader, told: str, kind: str, values: set[str]) -> None:
    assert {value for claim in read(reader, told) for value in getattr(claim, kind)} >= values
    assert values or not {value for claim in read(reader, told) for value in getattr(claim, kind)}


@pytest.mark.parametrize(
    ("told", "types"),
    [
        ("Thailand sent F-16 jets on Monday to strike a casino in Cambodia.", {"air_drone_strike"}),
        ("The US sent F-22 jets to Jordan on Monday.", {"mobilisation"}),
        ("Representatives of Lebanon and Israel took part in a meeting in Naqoura on 7 March.", {"negotiation"}),
        ("Farmers took part in a meeting on Israel in Naqoura on Monday.", set()),
        ("The monitor said 51 militant attacks happened in Balochistan in March, killing 80.", set()),
        ("Two attacks took place in Bannu on Monday, killing six people.", {"ground_battle"}),
    ],
)
def test_jets_sent_to_strike_and_counts_of_a_month(reader: Reader, told: str, types: set[str]) -> None:
    assert {claim.type for claim in read(reader, told)} == types


@pytest.mark.parametrize(
    ("told", "actors"),
    [
        ("A bomb suspected to have been laid by Boko Haram killed four farmers near Bama on Monday.", {"Boko Haram"}),
        (
            "A bomb, believed to have been planted by Al-Shabaab, went off in Mogadishu on Monday, killing two.",
            {"Al-Shabaab"},
        ),
        ("A bomb killed four farmers near Bama on Monday, where Boko Haram has laid mines.", set()),
    ],
)
def test_who_is_thought_to_have_laid_a_bomb_acts(reader: Reader, told: str, actors: set[str]) -> None:
    assert parties(read(reader, told))[0] == actors


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("8/3 Hpakant: KIA fighters seized a police outpost.", "2025-03-08"),
        ("28.02 Hpakant: KIA fighters seized a police outpost.", "2025-02-28"),
        ("KIA fighters seized 8/3 Hpakant posts.", "2025-03-10"),
    ],
)
def test_digits_that_head_an_item_are_its_day(reader: Reader, told: str, day: str) -> None:
    assert {claim.date.first.isoformat() for claim in read(reader, told) if claim.date} == {day}


def test_a_short_name_of_a_hamlet_opens_a_longer_one(reader: Reader) -> None:
    told = "Two youths were arrested at the Nam Mon checkpoint near Hpakant in Myanmar on Monday."
    assert {claim.place.country for claim in read(reader, told) if claim.place} == {"MM"}


@pytest.mark.parametrize(
    ("told", "changes"),
    [
        (
            "The M23 entered the centre of Uvira on Wednesday after the army left the town.",
            [({"M23"}, {"Democratic Republic of the Congo"})],
        ),
        (
            "Rebels seized Walikale on Wednesday after soldiers pulled out of the town.",
            [(set(), {"Democratic Republic of the Congo"})],
        ),
        (
            "The army left Bara on Monday and the RSF took El Fasher.",
            [
                ({"Rapid Support Forces"}, {"Sudanese Armed Forces"}),
                ({"Rapid Support Forces"}, {"Sudanese Armed Forces"}),
            ],
        ),
    ],
)
def test_who_leaves_a_town_to_others_is_told_with_them(
    reader: Reader, told: str, changes: list[tuple[set[str], set[str]]]
) -> None:
    claims = [claim for claim in read(reader, told) if claim.type == "territory_change"]
    assert [(set(claim.actor), set(claim.target)) for claim in claims] == changes


@pytest.mark.parametrize(
    ("told", "types"),
    [
        ("The RSF entered Babanusa on Monday.", {"territory_change"}),
        ("Hezbollah entered parliament in Beirut on Monday.", set()),
        ("Two children were killed by a cluster munition remnant in Kafr Nabl, Idlib, on Monday.", {"bombing"}),
        ("Remnants of ISIS killed three soldiers near Homs on Monday.", {"ground_battle"}),
        ("The IRGC's navy impounded a tanker in the Strait of Hormuz on Friday.", {"abduction_detention"}),
        ("Customs impounded a ship in Lagos on Friday over unpaid fees.", set()),
    ],
)
def test_what_groups_enter_and_what_wars_leave_behind(reader: Reader, told: str, types: set[str]) -> None:
    assert {claim.type for claim in read(reader, told)} == types


@pytest.mark.parametrize(
    ("told", "types"),
    [
        ("Al-Shabaab bombed a tea shop in Mogadishu on Monday, killing five people.", {"bombing"}),
        ("Boko Haram bombed a market in Maiduguri on Monday.", {"bombing"}),
        ("Russia bombed a market in Kharkiv on Monday.", {"air_drone_strike"}),
        ("The RSF bombed a hospital in El Fasher on Monday.", {"air_drone_strike"}),
        ("Israeli warplanes broke the sound barrier over Damascus on Monday.", set()),
        ("Israeli warplanes struck a depot near Damascus on Monday.", {"air_drone_strike"}),
        ("Aleppo beat Homs 2-1 in a football battle on Friday.", set()),
        ("The army team stormed to victory over the police in a final in Juba on Sunday.", set()),
        ("The army stormed a village near Juba on Sunday, killing six rebels.", {"ground_battle"}),
    ],
)
def test_who_bombs_without_aircraft_and_what_is_no_war(reader: Reader, told: str, types: set[str]) -> None:
    assert {claim.type for claim in read(reader, told)} == types


@pytest.mark.parametrize(
    ("told", "where", "targets"),
    [
        ("ISKP bombed a Chinese restaurant in Kabul's Shahr-e Naw on Monday.", {"Kabul"}, set()),
        ("ISKP bombed the Chinese embassy in Kabul on Monday.", {"Kabul"}, {"China"}),
    ],
)
def test_a_quarter_of_a_capital_and_a_foreign_kitchen(
    reader: Reader, told: str, where: set[str], targets: set[str]
) -> None:
    claims = read(reader, told)
    assert {claim.place.name for claim in claims if claim.place} == where
    assert parties(claims)[1] == targets


def test_what_is_set_on_fire_in_a_fight_is_no_weapon_of_it(reader: Reader) -> None:
    told = "Militants stormed police stations in Nushki and Gwadar, Balochistan, on Monday and set fire to banks."
    assert {weapon for claim in read(reader, told) for weapon in claim.weapon} == set()


@pytest.mark.parametrize(
    ("opening", "places"),
    [
        ("Good evening. The day in the Kherson region.", {"Beryslav"}),
        ("Morning summary of the administration.", {"Beryslav"}),
        ("A letter to our readers about the winter.", set()),
    ],
)
def test_a_bulletin_is_of_one_day(reader: Reader, opening: str, places: set[str]) -> None:
    told = f"{opening}\n\nIn Beryslav a man came under artillery fire in his own yard."
    assert {claim.place.name for claim in read(reader, told) if claim.place} == places
