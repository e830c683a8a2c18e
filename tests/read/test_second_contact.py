"""Faults that reports of a dozen wars showed at once: whose a post is, what was taken, who those killed were."""

import pytest

from fogline.model import Claim, Report
from fogline.read import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def read(reader: Reader, text: str, title: str = "Report") -> tuple[Claim, ...]:
    return reader.read(Report("r1", "a news site", None, title, text, "2025-03-10", "en")).claims


def parties(claims: tuple[Claim, ...]) -> tuple[set[str], set[str]]:
    return {p for c in claims for p in c.actor}, {p for c in claims for p in c.target}


@pytest.mark.parametrize(
    ("told", "target"),
    [
        ("Gunmen opened fire on a military vehicle of the SDF in Raqqa on Monday, killing a fighter.", "SDF"),
        ("A landmine blew up an army truck of the RSF near Nyala on Monday.", "RSF"),
        ("Drones hit a military base of the Houthis in Hodeidah on Monday.", "Houthis"),
        ("A drone hit a military post of the Ukrainian army in Sumy on Monday.", "Ukraine"),
        ("Gunmen attacked a military post in the town of Gao on Monday.", "Mali"),
        ("Rebels attacked an army position of great importance in Goma on Monday.", "Democratic Republic of the Congo"),
    ],
)
def test_a_military_post_is_theirs_whom_the_words_behind_it_name(reader: Reader, told: str, target: str) -> None:
    names = {"SDF": "Syrian Democratic Forces", "RSF": "Rapid Support Forces"}
    assert parties(read(reader, told))[1] == {names.get(target, target)}


@pytest.mark.parametrize(
    ("told", "actors", "targets"),
    [
        ("A Malian military helicopter was shot down near Kidal on Monday.", set(), {"Mali"}),
        ("A Pakistani army helicopter was shot down over Bajaur on Monday.", set(), {"Pakistan"}),
        ("Ukraine said it shot down a Russian fighter jet over Kursk on Monday.", {"Ukraine"}, {"Russia"}),
        ("The Arakan Army said it downed a bomber over Kachin on Monday.", {"Arakan Army"}, {"Myanmar military"}),
        ("Air defences in Kyiv shot down 12 Russian drones on Monday.", {"Russia"}, {"Ukraine"}),
        ("Russian helicopters attacked Sumy on Monday; one was shot down, the army said.", {"Russia"}, {"Ukraine"}),
    ],
)
def test_who_flies_in_what_is_shot_down_did_not_attack(
    reader: Reader, told: str, actors: set[str], targets: set[str]
) -> None:
    assert parties(read(reader, told)) == (actors, targets)


@pytest.mark.parametrize(
    ("told", "actors", "targets"),
    [
        ("Israel released three Hezbollah fighters on Tuesday, Lebanese media said.", {"Israel"}, {"Hezbollah"}),
        ("Soldiers freed 20 hostages in Bama on Monday.", set(), set()),
    ],
)
def test_fighters_are_let_go_by_whoever_held_them(
    reader: Reader, told: str, actors: set[str], targets: set[str]
) -> None:
    assert parties(read(reader, told)) == (actors, targets)


@pytest.mark.parametrize(
    ("told", "types"),
    [
        ("Gunmen opened fire with machine guns on a military post in Gao on Monday.", {"ground_battle"}),
        (
            "Gunmen opened fire with rifles on a convoy of the army near Gao on Monday, killing two soldiers.",
            {"ground_battle"},
        ),
        ("Militants opened fire with automatic weapons at a police checkpoint in Bannu on Monday.", {"ground_battle"}),
        (
            "Gunmen opened fire with rifles on a bus near Mandera on Monday, killing nine passengers.",
            {"violence_against_civilians"},
        ),
        (
            "Gunmen opened fire in a market near a checkpoint in Jos on Monday, killing nine traders.",
            {"violence_against_civilians"},
        ),
        ("Insurgents set up a checkpoint on the road between Macomia and Awasse on Monday.", set()),
        ("Gunmen set upon a police patrol near Jos on Monday, killing two officers.", {"ground_battle"}),
    ],
)
def test_fire_is_opened_on_those_behind_the_arms(reader: Reader, told: str, types: set[str]) -> None:
    assert {claim.type for claim in read(reader, told)} == types


@pytest.mark.parametrize(
    ("told", "types"),
    [
        ("M23 fighters took the army HQ in Bukavu on Friday, a local official said.", {"territory_change"}),
        ("The TNLA said on 4 March that it had pulled its troops out of Kyaukme.", {"territory_change"}),
        (
            "The army has withdrawn its soldiers from Nasir, the county commissioner said on Monday.",
            {"territory_change"},
        ),
        ("France withdrew its troops from Niger on Monday.", {"mobilisation"}),
        ("Turkey pulled its soldiers back from the border on Monday.", {"mobilisation"}),
        ("Police seized a truck of weapons in Kano on Monday.", set()),
        ("Gunmen seized a truck of flour near Kano on Monday.", {"property_destruction"}),
    ],
)
def test_a_town_is_given_up_by_who_pulls_his_men_out(reader: Reader, told: str, types: set[str]) -> None:
    assert {claim.type for claim in read(reader, told)} == types


@pytest.mark.parametrize(
    ("told", "types"),
    [
        ("A truce was brokered by elders in Galkayo on Monday.", {"agreement"}),
        ("A ceasefire was agreed on 14 February in Tripoli, the Presidential Council said.", {"agreement"}),
        ("Elders from both clans signed a peace deal in Galkayo on Monday.", {"agreement"}),
        ("A wage deal was agreed in Lyon on Monday between unions and the bus company.", set()),
        ("Residents hoped a ceasefire would be agreed in Tripoli on Monday.", set()),
        ("No ceasefire was agreed in Tripoli on Monday.", set()),
    ],
)
def test_a_truce_needs_no_party_that_is_known(reader: Reader, told: str, types: set[str]) -> None:
    assert {claim.type for claim in read(reader, told)} == types


@pytest.mark.parametrize(
    ("told", "types"),
    [
        ("Security forces killed all 33 separatists who had seized a train in Balochistan on Monday.", "ground_battle"),
        ("Troops on Monday killed eight bandits who had kidnapped 12 pupils in Kaduna.", "ground_battle"),
        ("Soldiers shot dead two insurgents who had stormed a clinic in Pulwama on Monday.", "ground_battle"),
        ("Gunmen kidnapped a farmer who had reported them in Jos on Sunday.", "abduction_detention"),
    ],
)
def test_what_the_killed_had_done_before_is_no_deed_of_the_day(reader: Reader, told: str, types: str) -> None:
    assert {claim.type for claim in read(reader, told)} == {types}


@pytest.mark.parametrize(
    ("told", "actors"),
    [
        ("The Israeli army's spokesman posted maps of Hadath on Monday, telling people to move away.", {"Israel"}),
        ("The Israeli army's spokesman toured the border and told residents of Hadath to leave.", {"Israel"}),
        ("The United Nations published maps of minefields in Hadath on Monday, telling people to stay away.", None),
    ],
)
def test_maps_and_orders_of_another_state_threaten(reader: Reader, told: str, actors: set[str] | None) -> None:
    threats = tuple(claim for claim in read(reader, told) if claim.type == "threat")
    assert (parties(threats)[0] if threats else None) == actors


@pytest.mark.parametrize(
    ("told", "kind", "values"),
    [
        ("A bulk carrier was sunk off the port of Hodeidah on Tuesday.", "against", {"people", "ship"}),
        ("A tanker was struck by a missile off the port of Novorossiysk on Tuesday.", "against", {"ship"}),
        ("A drone hit the port of Hodeidah on Tuesday.", "against", {"port"}),
        (
            "The army clashed with ELN fighters in Arauca on Monday and located a depot with explosives.",
            "weapon",
            set(),
        ),
        ("The army clashed with ELN fighters in Arauca on Monday and found a truck with mortars.", "weapon", set()),
        ("Rebels hit the army with mortars in Arauca on Monday.", "weapon", {"artillery"}),
    ],
)
def test_what_lies_near_or_was_found_had_no_part(reader: Reader, told: str, kind: str, values: set[str]) -> None:
    assert {value for claim in read(reader, told) for value in getattr(claim, kind)} == values


@pytest.mark.parametrize(
    ("told", "kind", "values"),
    [
        ("JNIM fighters blocked fuel convoys and burned 40 tankers near Sikasso on Monday.", "against", {"transport"}),
        ("Gunmen burned a tanker and shot at its driver near Raqqa on Monday.", "against", {"people", "transport"}),
        ("Houthi fighters burned a tanker in the Red Sea on Monday.", "against", {"ship"}),
        ("A drone hit a tanker in the port of Novorossiysk on Monday.", "against", {"port", "ship"}),
        ("Gunmen burned three trucks near Kayes on Monday.", "weapon", set()),
        ("Warships pounded villages near Kyaukphyu with naval gunfire on Monday.", "weapon", {"artillery"}),
    ],
)
def test_tankers_on_roads_are_lorries_and_fires_no_shots(
    reader: Reader, told: str, kind: str, values: set[str]
) -> None:
    assert {value for claim in read(reader, told) for value in getattr(claim, kind)} == values


@pytest.mark.parametrize(
    ("told", "where"),
    [
        ("Gunmen killed four drivers on the road to Kayes on Monday.", {"Kayes"}),
        ("An IED killed four soldiers on the road leading to Baidoa on Sunday.", {"Baidoa"}),
        ("Rebels killed five people in Oicha, on the road to Beni, on Sunday.", {"Oicha"}),
    ],
)
def test_a_road_on_which_nothing_else_is_named_is_by_its_town(reader: Reader, told: str, where: set[str]) -> None:
    assert {claim.place.name for claim in read(reader, told) if claim.place} == where


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
        ("The institute said 74 militant attacks took place in Khyber Pakhtunkhwa in January, killing 96.", set()),
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
