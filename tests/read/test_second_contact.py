"""Faults that reports of a dozen wars showed at once: whose a post is, what was taken, who those killed were."""

import pytest
from contact_steps import parties, read

from fogline.read import Reader


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
        ("Soldiers freed 20 hostages in Bama on Monday.", {"Nigeria"}, set()),
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
