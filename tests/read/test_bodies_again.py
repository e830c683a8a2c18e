"""Is "the group" that speaks an armed group, or a body of no side that spoke before?"""

from typing import Any

import pytest

from fogline.read.said import find_voices
from fogline.read.who import find_parties

RAID = "Nine people were killed on Monday in an attack by Al-Shabaab on Baidoa, officials said. "

# What is told, and who speaks in its last sentence, of what side.
GROUPS = [
    (RAID + "The Somali Doctors Network said ten had died. The group said four were children.", None),
    (RAID + "A human rights group put the dead at ten. A rights group said ten had died. The group said so.", None),
    (RAID + "The Somali doctors' group said ten had died.", None),
    (RAID + "The group said it had fought soldiers.", "Al-Shabaab"),
    (
        RAID + "A local rights group said ten had died. Al-Shabaab said it fought soldiers. The group said so.",
        "Al-Shabaab",
    ),
]


def last_voice(parsed: Any, body: str) -> tuple[str | None, str | None]:
    text = parsed(body)
    said = find_voices(text, find_parties(text, []))[text.sentences[-1].index][0].voice
    return said.by, said.side


@pytest.mark.parametrize(("body", "side"), GROUPS)
def test_the_group_is_who_spoke_last(parsed: Any, body: str, side: str | None) -> None:
    assert last_voice(parsed, body)[1] == side


def test_the_organisation_is_the_body_that_spoke(parsed: Any) -> None:
    body = RAID + "The Somali doctors' group said ten had died. The organisation said four were children."
    assert last_voice(parsed, body) == ("doctors' group", None)


# An outlet's service is no demonym, a demonym behind an outlet one is.
SERVICES = [
    ("Jets bombed a village in Sagaing. BBC Burmese reported that ten people died.", ("BBC Burmese", None)),
    ("Jets bombed a village in Sagaing. Ten people died, according to BBC Burmese.", ("BBC Burmese", None)),
    (
        "Jets bombed a village in Sagaing. Burmese officials said ten people died.",
        ("Burmese officials", "Myanmar military"),
    ),
]


@pytest.mark.parametrize(("body", "voice"), SERVICES)
def test_a_service_of_an_outlet_takes_no_side(parsed: Any, body: str, voice: tuple[str, str | None]) -> None:
    assert last_voice(parsed, body) == voice


def test_a_namesake_is_not_the_known_man_by_his_surname_alone(parsed: Any) -> None:
    body = "Somali army official Mohamed Abdi said five men died. The fight went on for an hour, Abdi said."
    assert last_voice(parsed, body) == ("Mohamed Abdi", "Somalia")
    known = "Mazloum Abdi said five men died. The fight went on for an hour, Abdi said."
    assert last_voice(parsed, known)[1] == "Syrian Democratic Forces"


def test_a_town_before_a_colon_that_stands_alone_says_where_it_was_filed(parsed: Any) -> None:
    body = "Bangkok : Myanmar's junta said on Tuesday that it had bombed a village."
    text = parsed(body)
    said = [a.voice.side for told in find_voices(text, find_parties(text, [])).values() for a in told]
    assert "Thailand" not in said


# What is told, and whose its "they" is.
THEY_SAID = [
    ("The Houthi group said on Monday that they had hit a ship.", "Houthis"),
    ("Hezbollah said they fired rockets at a base.", "Hezbollah"),
    ("The Syrian army said on Monday that their men had left.", "Syria"),
    ("Hezbollah fired rockets at a base as they slept.", None),
]


@pytest.mark.parametrize(("body", "side"), THEY_SAID)
def test_a_body_that_speaks_is_the_they_of_its_words(parsed: Any, body: str, side: str | None) -> None:
    found = [m.party for m in find_parties(parsed(body), []) if m.form == "pronoun"]
    assert (found or [None]) == [side]


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("A spokesman for the Iranian-aligned Houthi group", "Houthis"),
        ("A commander of the Turkish-backed Syrian National Army", "Syrian National Army"),
        ("A spokesman for the Iranian army", "Iran"),
    ],
)
def test_who_stands_behind_a_group_is_not_whose_office_it_is(parsed: Any, words: str, side: str) -> None:
    assert last_voice(parsed, f"{words} said a ship was hit.")[1] == side
