"""Whose office is it: by the words beside it, by the place, by what the report said before."""

from typing import Any

import pytest

from fogline.gazetteer import Gazetteer
from fogline.read.where import find_places
from fogline.read.who import find_parties

# A report's body, words of an office in it, its party, its name as a voice.
OFFICES = [
    ("Ukraine's interior minister, Ostap Revenko, spoke.", "Ostap Revenko", "Ukraine", "Ostap Revenko"),
    ("The Kremlin-installed governor Pavel Sidorkin spoke.", "Sidorkin", "Russia", "Pavel Sidorkin"),
    ("The governor installed by Moscow, Pavel Sidorkin, spoke.", "Sidorkin", "Russia", "Pavel Sidorkin"),
    ("Ivan Hrytsak, a spokesman for the Ukrainian navy, spoke.", "Hrytsak", "Ukraine", "Ivan Hrytsak"),
    ("Col. Amin Salih of the Houthi coast guard spoke.", "Salih", "Houthis", "Amin Salih"),
    ("Russia's defence ministry reported a raid.", "defence ministry", "Russia", "Russia's defence ministry"),
    ("A source in Ukraine's SBU spoke.", "source", "Ukraine", "source in Ukraine's SBU"),
    ("The Government of Turkey sent the Somali army lorries.", "Government", "Turkey", "Government of Turkey"),
    ("It was in Nigeria. Governor Bala Musa, who cut short a trip to Paris, spoke.", "Bala", "Nigeria", "Bala Musa"),
    ("It was in Nigeria. Governor Bala Musa, on a visit to Lagos, spoke.", "Bala", "Nigeria", "Bala Musa"),
    ("The army of his dreams was Somalia's.", "army", "Somalia", "army"),
    ("A doctor at the hospital spoke of nine dead.", "doctor", None, "doctor"),
    ("An officer of Ukraine's security service spoke.", "officer", "Ukraine", "officer of Ukraine's security service"),
    (
        "Ukraine's 109th territorial defence brigade spoke.",
        "109th",
        "Ukraine",
        "Ukraine's 109th territorial defence brigade",
    ),
    ("A former Ukrainian minister spoke.", "minister", None, "former Ukrainian minister"),
    ("Men of the Gulf Cartel fled in Mexico.", "Men of", "Gulf Cartel", "Men of the Gulf Cartel"),
    ("Women of Mali marched.", "Women", None, "Women of Mali"),
    (
        "It was in Rakhine, Myanmar. Troops of the Arakan Army fled.",
        "Troops",
        "Arakan Army",
        "Troops of the Arakan Army",
    ),
    ("It was in Sudan. Air defences of the Rapid Support Forces fired.", "Air", "Rapid Support Forces", None),
    ("It was in Lebanon. The air defences of Hezbollah fired.", "air", "Hezbollah", "air defences of Hezbollah"),
    ("It was in Yemen. Air defences of the Houthis fired.", "Air", "Houthis", "Air defences of the Houthis"),
    ("It was in Yemen. Air defences of the Yemeni Armed Forces fired.", "Air", "Houthis", None),
    ("It was in Yemen. Troops of the region fled from the Houthis.", "Troops", "Yemen", None),
    ("Hamas raided it. Members of the group fled.", "Members", "Hamas", "Members of the group"),
    ("Al-Shabaab fled. The al-Qaeda-linked group spoke.", "group", "Al-Shabaab", "linked group"),
    ("The Hamas-affiliated police spoke.", "police", "Hamas", "Hamas-affiliated police"),
    ("It was in Chad. A soldier fled.", "soldier", "Chad", "soldier"),
    (
        "It was in Chad. The president of the camp's committee fled.",
        "president",
        None,
        "president of the camp's committee",
    ),
    ("It was in Chad. The president of the traders' union fled.", "president", None, "president of the traders' union"),
    ("It was in Chad. The president of the republic fled.", "president", "Chad", "president of the republic"),
    ("It was in Chad. The Greek shipping ministry spoke.", "ministry", "Greece", "Greek shipping ministry"),
    ("It was in Ecuador. Prison guards fled.", "Prison guards", "Ecuador", "Prison guards"),
    ("The town in Mali heard enemy warplanes.", "enemy", None, "enemy warplanes"),
    ("Mali is its enemy. Troops left the town.", "Troops", "Mali", "Troops"),
    (
        "It killed five people, President Volodymyr Zelensky said.",
        "President Volodymyr Zelensky",
        "Ukraine",
        "Volodymyr Zelensky",
    ),
    (
        "It hurt six residents of Gao in Mali, Colonel Issa Diarra said.",
        "Colonel Issa Diarra",
        "Mali",
        "Issa Diarra",
    ),
    (
        "The commander of the Rapid Support Forces, Ali Rizqallah, said so.",
        "commander of the Rapid Support Forces, Ali Rizqallah",
        "Rapid Support Forces",
        "Ali Rizqallah",
    ),
    (
        "The president, Volodymyr Zelensky, said so.",
        "president, Volodymyr Zelensky",
        "Ukraine",
        "Volodymyr Zelensky",
    ),
]


@pytest.mark.parametrize(("body", "words", "party", "name"), OFFICES)
def test_an_office_takes_its_side_from_the_words_beside_it(
    parsed: Any, mention_of: Any, body: str, words: str, party: str, name: str
) -> None:
    found = mention_of(find_parties(parsed(body), []), words)
    assert (found.party, found.name if name else None) == (party, name)


# A report's body and words in it whose party the place or the report settles.
LEANING = [
    ("Hezbollah fled. The pro-Iranian movement spoke.", "movement", "Hezbollah"),
    ("It was in Jenin. The army left.", "army", "Israel"),
    ("It was in Jenin. Soldiers left.", "Soldiers", "Israel"),
    ("It was in Jenin. The police left.", "police", "Palestine"),
    ("Belgorod governor Pavel Sidorkin spoke on Monday.", "Sidorkin", "Russia"),
    ("The head of the Dnipropetrovsk region, Ostap Revenko, spoke.", "Revenko", "Ukraine"),
    ("Shells hit a school in Kharkiv. Prosecutors opened a case.", "Prosecutors", "Ukraine"),
    ("Shells hit a school in Gaza. Gaza's health ministry named the dead.", "health ministry", "Hamas"),
    ("Russia's defence ministry reported a raid. The ministry gave no place.", "ministry", "Russia"),
    ("Mali's army left Kidal. Rebels of JNIM came. The army came back.", "army", "Mali"),
    ("M23 rebels took Sake in DR Congo. The rebels moved on.", "rebels", "M23"),
    ("Shells hit the port of Odesa. The state ports authority closed a berth.", "ports authority", "Ukraine"),
    ("The spokesman of Operation Shield, Captain Musa Bello, denied it in Gusau.", "Bello", "Nigeria"),
    (
        "Russia hit a base of the 3rd Assault Brigade in Izium. A spokesman for the brigade, Ivan Bondar, denied it.",
        "Bondar",
        "Ukraine",
    ),
    ("Indian shells hit Poonch. In Islamabad, the foreign ministry spoke.", "foreign ministry", "Pakistan"),
    ("Indian shells hit Poonch. The foreign ministry spoke.", "foreign ministry", "India"),
    ("Interior Minister Ostap Revenko spoke in Kyiv, Ukraine. Revenko named two towns.", "Revenko", "Ukraine"),
]


@pytest.mark.parametrize(("body", "words", "party"), LEANING)
def test_an_office_without_a_side_leans_on_place_and_report(parsed: Any, body: str, words: str, party: str) -> None:
    text = parsed(body)
    found = find_parties(text, find_places(text, Gazetteer.open()))
    assert {m.party for m in found if words in m.text} == {party}


def test_a_surname_alone_takes_the_full_name_from_anywhere_in_the_report(parsed: Any, mention_of: Any) -> None:
    text = parsed("Revenko gave two figures. Ukraine's interior minister Ostap Revenko had given one before.")
    first = mention_of(find_parties(text, []), "Revenko")
    assert {m.name for m in find_parties(text, []) if "Revenko" in m.text} == {"Ostap Revenko"}
    assert first.party == "Ukraine"


def test_fighters_with_a_country_before_them_are_no_army_of_that_country(parsed: Any, mention_of: Any) -> None:
    found = find_parties(parsed("Pakistani militants fired on a post. The militants are from Jaish-e-Mohammed."), [])
    assert mention_of(found, "Pakistani militants").party == "Jaish-e-Mohammed"


# A report's body, words for armed men in it, and which of the groups named is called so.
CALLED = [
    ("Boko Haram and the Ambazonia Defence Forces spoke. Separatists fled.", "Separatists", "Ambazonia Defence Forces"),
    ("The Ambazonia Defence Forces and Boko Haram spoke. Jihadists fled.", "Jihadists", "Boko Haram"),
    ("Hamas spoke. Separatists fled.", "Separatists", None),
    ("Boko Haram raided it. The gang that mends the rails fled.", "gang", None),
    ("The army of Mozambique spoke. Insurgents fled.", "Insurgents", "Islamic State"),
    ("The army of Mali spoke. Insurgents fled.", "Insurgents", None),
    ("The army of Cameroon spoke. Separatists fled.", "Separatists", "Ambazonian separatists"),
]


@pytest.mark.parametrize(("body", "words", "party"), CALLED)
def test_a_word_for_armed_men_means_those_who_are_called_so(
    parsed: Any, mention_of: Any, body: str, words: str, party: str | None
) -> None:
    assert mention_of(find_parties(parsed(body), []), words).party == party


def test_unknown_gunmen_stay_unknown(parsed: Any, mention_of: Any) -> None:
    found = find_parties(parsed("Gunmen killed two farmers in Mali, where JNIM is strong."), [])
    assert mention_of(found, "Gunmen").party is None


@pytest.mark.parametrize(
    ("words", "party"),
    [("The army said so.", "Israel"), ("The mayor said so.", "Hamas"), ("The police said so.", "Hamas")],
)
def test_no_group_that_rules_a_town_has_the_army(parsed: Any, mention_of: Any, words: str, party: str) -> None:
    text = parsed(f"Three Israeli soldiers were killed in Gaza City on Tuesday. {words}")
    found = find_parties(text, find_places(text, Gazetteer.open()))
    assert mention_of(found, words.split()[1]).party == party


def test_an_outlet_calls_its_own_army_the_army(parsed: Any, mention_of: Any) -> None:
    text = parsed(
        "Rockets fell near Tyre in Lebanon. The army denied losing a tank. Israel fights on, and Israeli jets fly.",
        source="Israeli daily",
    )
    found = find_parties(text, find_places(text, Gazetteer.open()))
    assert mention_of(found, "army").party == "Israel"


@pytest.mark.parametrize(
    ("behind", "party"),
    [
        ("The Government of Turkey sent lorries.", "Somalia"),
        ("The Government of Turkey sent lorries. Turkey and Turkish builders want Turkey's port.", "Turkey"),
    ],
)
def test_the_government_of_another_land_that_is_hardly_named_is_not_the_outlets_own(
    parsed: Any, behind: str, party: str
) -> None:
    body = "Troops held Baidoa in Somalia. Somalia buried nine Somali men in Baidoa. The Government mourned. " + behind
    text = parsed(body, "Somali radio")
    found = find_parties(text, find_places(text, Gazetteer.open()))
    assert next(m.party for m in found if "Government" in m.text) == party
