"""Which words name a party: names, adjectives, capitals that act, acronyms that two groups share."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.lexicon.parties import parties
from fogline.read.who import find_parties

# A sentence, words in it, the party that they stand for.
NAMED = [
    ("Settlers burned two cars in a Palestinian village.", "Settlers", "Israeli settlers"),
    ("A Palestinian farmer was beaten by colonists.", "colonists", "Israeli settlers"),
    ("The IAF struck a camp near Balakot in Pakistan.", "IAF", "India"),
    ("The IAF struck a depot in Baalbek in Lebanon.", "IAF", "Israel"),
    ("The PAF hit three hideouts in Bannu in Pakistan.", "PAF", "Pakistan"),
    ("The NAF struck a camp in Borno in Nigeria.", "NAF", "Nigeria"),
    ("Russian forces shelled the town.", "Russian forces", "Russia"),
    ("Two Ukrainian soldiers were captured.", "Ukrainian soldiers", "Ukraine"),
    ("The Rapid Support Forces entered Nyala.", "Rapid Support Forces", "Rapid Support Forces"),
    ("Sudan's army says that it holds the base.", "Sudan's army", "Sudanese Armed Forces"),
    ("Nato sent two ships.", "Nato", "NATO"),
    ("Al Shabab fighters stormed a hotel in Somalia.", "Al Shabab", "Al-Shabaab"),
    ("U.S. warplanes struck Yemen.", "U.S", "United States"),
    ("Kyiv accused its neighbour of the raid.", "Kyiv", "Ukraine"),
    ("A raid by Moscow hit the dam.", "Moscow", "Russia"),
    ("Moscow's military claims the village.", "Moscow's military", "Russia"),
    ("In DR Congo the ADF raided a village near Beni.", "ADF", "Allied Democratic Forces"),
    ("In Cameroon the ADF said it had fired on an army post.", "ADF", "Ambazonia Defence Forces"),
    ("The Ambazonia Defence Forces (ADF) and DR Congo were named.", "ADF", "Ambazonia Defence Forces"),
    ("A group called the Free Homeland Front claimed the blast.", "Free Homeland Front", "Free Homeland Front"),
    ("Putin promised an answer.", "Putin", "Russia"),
    ("Two men died, said a senior Danish officer, a spokesman for the mission.", "Danish", "Denmark"),
    ("Imran Khan called for protests.", "Imran Khan", "Pakistan Tehreek-e-Insaf"),
    ("Bandits raided a village in Zamfara, Nigeria.", "Bandits", "bandits"),
    ("Hemedti spoke on Sunday.", "Hemedti", "Rapid Support Forces"),
    ("JNIM raided a post in Burkina Faso.", "JNIM", "JNIM"),
    ("Wagner mercenaries burned two huts.", "Wagner", "Wagner Group"),
    ("A group calling itself Kanbalu Shadow Force claimed it.", "Kanbalu Shadow Force", "Kanbalu Shadow Force"),
    ("A group known as the Desert Falcons has claimed it.", "Desert Falcons", "Desert Falcons"),
    ("A little-known group, the Desert Falcons, claimed responsibility.", "Desert Falcons", "Desert Falcons"),
    ("The JNIM fled Mali. A group called the Islamic State claimed it.", "group", "Islamic State"),
    ("The Abazungu, an armed group from Masisi, fled.", "Abazungu", "Abazungu"),
    ("Lendu militiamen burned two huts.", "Lendu", "Lendu militia"),
    ("Fighters of al-Shebab attacked a post in Somalia.", "Fighters of al-Shebab", "Al-Shabaab"),
    (
        "The Group for Support of Islam and Muslims claimed the raid in Mali.",
        "Group for Support of Islam and Muslims",
        "JNIM",
    ),
    ("Leaders of Raia Mutomboki fled in DR Congo.", "Raia Mutomboki", "Raia Mutomboki"),
    ("In Pakistan the army killed two khwarij.", "khwarij", "Tehreek-e-Taliban Pakistan"),
    ("In Somalia the army killed two khawarij.", "khawarij", "Al-Shabaab"),
    ("In Kenya the GSU fired.", "GSU", "Kenya"),
    ("The Islamic State's Khorasan branch spoke.", "Khorasan branch", "Islamic State Khorasan Province"),
]


@pytest.mark.parametrize(("sentence", "words", "party"), NAMED)
def test_words_that_stand_for_a_party(parsed: Any, mention_of: Any, sentence: str, words: str, party: str) -> None:
    assert mention_of(find_parties(parsed(sentence), []), words).party == party


# Sentences in which these words stand for no party.
NOT_NAMED = [
    ("The PAF bombed a rebel camp in Basilan in the Philippines.", "PAF"),
    ("Settlers in Dakota burned two cars in Pierre in the United States.", "Settlers"),
    ("The first colonists of Angola came by sea.", "colonists"),
    ("A group known as the Desert Falcons plays jazz.", "Desert Falcons"),
    ("Three people died in Kyiv.", "Kyiv"),
    ("Shells fell on Moscow's outskirts.", "Moscow"),
    ("The pro-Russian blog gave no source.", "Russian"),
    ("They met in the Russian-occupied south.", "Russian"),
    ("Saleh al-Qadi said that shells fell on the Yemeni town of Taiz.", "Saleh"),
    ("Jordan Miller filed this report.", "Jordan"),
    ("It hit the east of the city, Karim Danish, a spokesman for the ministry, said.", "Danish"),
    ("The dead were named as Sepoy Imran Khan and a driver.", "Imran Khan"),
    ("She moved to North America.", "America"),
    ("The tigers in the zoo were fed.", "tigers"),
    ("He drove the Car away.", "Car"),
    ("Bandits robbed a bank in Ankara, Turkey.", "Bandits"),
    ("JNIM opened an office in Ohio.", "JNIM"),
    ("In Tripoli, a militia led by a smuggler fled.", "Tripoli"),
    ("John Kamau, a gang member, fled.", "Kamau"),
    ("Levies on tea were raised in London.", "Levies"),
    ("Wagner was played in Vienna.", "Wagner"),
    ("Gunmen dressed as Kenyan police robbed a bank.", "Kenyan police"),
    ("Men in Malian army uniforms stopped the bus.", "Malian army"),
    ("A U.N. official met envoys of the African Union.", "A U"),
    ("In Accra, Putin Mensah, a trader, was hurt.", "Putin"),
]


@pytest.mark.parametrize(("sentence", "words"), NOT_NAMED)
def test_words_that_only_look_like_a_party(parsed: Any, sentence: str, words: str) -> None:
    assert not [m for m in find_parties(parsed(sentence), []) if m.party and words in m.text]


@pytest.mark.parametrize(
    ("title", "party"),
    [("Blast Hits Militia Camp Outside Mosul Overnight", None), ("Lendu militia burns two huts", "Lendu militia")],
)
def test_a_verb_set_with_a_capital_names_no_militia(parsed: Any, title: str, party: str | None) -> None:
    found = find_parties(parsed("Four huts burned down.", title=title), [])
    assert [m.party for m in found if m.party and m.party.endswith("militia")] == ([party] if party else [])


def test_bodies_that_watch_or_help_have_no_side(parsed: Any) -> None:
    found = find_parties(parsed("The United Nations and the ICRC asked for access, Amnesty International said."), [])
    assert {m.party for m in found} == {None}


@given(
    st.lists(st.sampled_from([*sorted(parties()), "the", "said", ",", ".", "Ukraine's", "(RSF)", "\n\n"]), max_size=12)
)
@settings(max_examples=60, deadline=None)
def test_every_mention_is_its_span_of_the_text_and_none_overlap(parsed: Any, words: list[str]) -> None:
    text = parsed(" ".join(words) or "x")
    end = 0
    for mention in find_parties(text, []):
        assert text.text[mention.start : mention.end] == mention.text
        assert mention.start >= end
        end = mention.end


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Oleksiy Kuleba, the deputy prime minister, spoke in Kyiv.", "Oleksiy Kuleba"),
        ("Serhiy Lavrov spoke in Moscow.", "Sergei Lavrov"),
        ("But Lavrov spoke in Moscow.", "Sergei Lavrov"),
    ],
)
def test_another_first_name_makes_another_person(parsed: Any, sentence: str, name: str) -> None:
    assert [m.name for m in find_parties(parsed(sentence), []) if m.form == "person"] == [name]
