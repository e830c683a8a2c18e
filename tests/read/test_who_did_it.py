"""Who did what to whom, in sentences of many builds: what an agency, an army or a channel would write."""

import pytest
from contact_steps import read

from fogline.read import Reader

Deed = tuple[str, tuple[str, ...], tuple[str, ...]]  # type, who did it, to whom

IRAN, ISRAEL, HOUTHIS = ("Iran",), ("Israel",), ("Houthis",)

TOLD: list[tuple[str, list[Deed]]] = [
    # "A military operation" is of whoever launched it
    (
        "Iran's Revolutionary Guards said they had carried out a military operation targeting Ramat David airbase with "
        "ballistic missiles on Sunday.",
        [("missile_artillery_attack", IRAN, ISRAEL)],
    ),
    (
        "The Houthis' spokesman said: \"Our armed forces carried out a military operation targeting Eilat port with a "
        'drone on Sunday."',
        [("air_drone_strike", HOUTHIS, ISRAEL)],
    ),
    (
        "Residents reported a military raid on a village in Pekon in Myanmar on Sunday that killed ten.",
        [("ground_battle", ("Myanmar military",), ())],
    ),
    (
        "Ten Boko Haram fighters were killed in a military operation near Baga on Sunday.",
        [("ground_battle", ("Nigeria",), ("Boko Haram",))],
    ),
    ("The army carried out a search operation with drones in the Sambisa forest on Sunday.", []),
    ("M23 rebels launched an offensive on Sake on Sunday.", [("ground_battle", ("M23",), ())]),
    ("The army is preparing to launch an offensive on Bhamo.", []),
    # Those who are arrested for what they did
    (
        "Two soldiers who opened fire on a crowd in Bukoba on Sunday, killing three people, have fled, police said.",
        [("violence_against_civilians", ("Tanzania",), ())],
    ),
    # What was brought down is one deed, what was struck another
    (
        "The army downed two drones and shelled a village near Kidal on Sunday.",
        [("air_drone_strike", (), ("Mali",)), ("missile_artillery_attack", ("Mali",), ())],
    ),
    (
        "Russia intercepted and destroyed 31 drones over Belgorod on Sunday.",
        [("air_drone_strike", ("Ukraine",), ("Russia",))],
    ),
    # That no ship was hit denies no attack
    (
        "Kyiv said no tanker was hit in the drone attack on Novorossiysk port on Sunday.",
        [("air_drone_strike", ("Ukraine",), ("Russia",))],
    ),
    # A deed by which somebody is only known
    (
        "The army said it had killed the commander behind the massacre in Sévaré in a strike on Sunday.",
        [("air_drone_strike", ("Mali",), ())],
    ),
    (
        "Police in Bannu arrested two men behind Sunday's attack on a bus in Kohat that killed 12.",
        [("abduction_detention", ("Pakistan",), ()), ("violence_against_civilians", (), ())],
    ),
    # What rebels are called at large, and whose they are
    (
        "Tuareg rebels of the Azawad Liberation Front attacked a convoy near Tessalit on Sunday.",
        [("ground_battle", ("Azawad Liberation Front",), ("Mali",))],
    ),
    ("Tuareg rebels attacked a convoy near Tessalit on Sunday.", [("ground_battle", ("MNLA",), ("Mali",))]),
    # Who denies a deed and says whose it was
    (
        "The RSF denied bombing a market in El Obeid on Sunday and said the army had done it.",
        [("bombing", ("Rapid Support Forces",), ()), ("bombing", ("Sudanese Armed Forces",), ())],
    ),
    (
        "The RSF denied bombing a market in El Obeid on Sunday and said the army knew it.",
        [("bombing", ("Rapid Support Forces",), ())],
    ),
    ("Yemen's Houthis released 12 crew members of a ship in Sanaa on Sunday.", [("agreement", HOUTHIS, ())]),
    # Of whom those are thought to be, whose hand it shows, whose friends they are
    (
        "The men, believed to be members of Boko Haram, burned 30 houses in Chibok on Sunday.",
        [("property_destruction", ("Boko Haram",), ())],
    ),
    (
        "Gunmen suspected to be from Boko Haram killed nine people in Chibok on Sunday.",
        [("violence_against_civilians", ("Boko Haram",), ())],
    ),
    (
        "The men, believed to be members of a choir, burned 30 houses in Chibok on Sunday.",
        [("property_destruction", (), ())],
    ),
    (
        "The car bombing in Mogadishu on Sunday had all the hallmarks of al-Shabaab, police said.",
        [("bombing", ("Al-Shabaab",), ())],
    ),
    (
        "The car bombing in Mogadishu on Sunday did not bear the hallmarks of al-Shabaab, police said.",
        [("bombing", (), ())],
    ),
    (
        "Harakat al-Shabaab (HSM), an al-Qaeda affiliate, bombed a base in Bariire on Sunday.",
        [("bombing", ("Al-Shabaab",), ("Somalia",))],
    ),
    (
        "The SBU killed a Russian general with a car bomb in Balashikha on Sunday, a prosecutor said.",
        [("bombing", ("Ukraine",), ("Russia",))],
    ),
    # Who fights beside whom, what is the United Nations', on whose border, with what somebody kills
    (
        "Burundian troops fought alongside the Congolese army against M23 near Kaziba on Sunday.",
        [("ground_battle", ("Burundi", "Democratic Republic of the Congo"), ("M23",))],
    ),
    (
        "A Burundian soldier was killed alongside a Congolese soldier by M23 rebels near Kaziba on Sunday.",
        [("ground_battle", ("M23",), ("Burundi",))],
    ),
    (
        "Hezbollah fighters shot at a UN patrol in Bint Jbeil on Sunday.",
        [("ground_battle", ("Hezbollah",), ("United Nations",))],
    ),
    (
        "Hezbollah fighters shelled a village near a UN base in Bint Jbeil on Sunday.",
        [("missile_artillery_attack", ("Hezbollah",), ())],
    ),
    (
        "Ukraine and Russia swapped 303 prisoners of war each on Sunday at the Belarus border.",
        [("agreement", ("Russia", "Ukraine"), ())],
    ),
    (
        "Separatist fighters killed two gendarmes in Bamenda on Sunday with a homemade bomb.",
        [("bombing", ("Ambazonian separatists",), ("Cameroon",))],
    ),
    (
        "Al Shabaab killed five soldiers with a roadside bomb near Jowhar on Sunday.",
        [("bombing", ("Al-Shabaab",), ("Somalia",))],
    ),
    # Who owns up to "the killings"
    (
        "Gunmen killed nine farmers in Zabarmari on Sunday. Boko Haram later said it was behind the killings.",
        [("violence_against_civilians", (), ()), ("violence_against_civilians", ("Boko Haram",), ())],
    ),
    # A coup that was foiled is no battle; a deed of which a clause says who did it
    (
        "Benin's army foiled an attempt by a group of soldiers to seize power in Cotonou on Sunday.",
        [("mutiny", (), ("Benin",))],
    ),
    ("The army foiled an attempt by rebels to seize a base in Kandi on Sunday.", [("ground_battle", (), ("Benin",))]),
    (
        "The UN condemned on Sunday the killing of five nurses in Bara, which it said RSF fighters had carried out.",
        [("violence_against_civilians", ("Rapid Support Forces",), ())],
    ),
    (
        "The UN condemned on Sunday the killing of five nurses in Bara, which it said RSF fighters had filmed.",
        [("violence_against_civilians", (), ())],
    ),
    (
        "India and Pakistan accused each other of opening fire along the Line of Control near Poonch on Sunday.",
        [("ground_battle", ("India",), ("Pakistan",)), ("ground_battle", ("Pakistan",), ("India",))],
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD, ids=[text[:60] for text, _ in TOLD])
def test_who_did_what_to_whom(reader: Reader, text: str, told: list[Deed]) -> None:
    assert {(c.type, c.actor, c.target) for c in read(reader, text)} == set(told)
