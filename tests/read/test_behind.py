"""What only goes on, is so as a rule or is to come is no happening; what was done is one."""

import pytest
from spacy.language import Language

from fogline.read.behind import only_behind
from fogline.read.company import menaces
from fogline.read.status import only_told_of, reality


@pytest.mark.parametrize(
    ("text", "deed", "behind"),
    [
        ("Gunmen fired on a village controlled by the army.", "controlled", True),
        ("They crossed a ridge held by the rebels.", "held", True),
        ("The army took control of a village captured by rebels on Monday.", "captured", False),
        ("The rebels held the ridge on Monday.", "held", False),
        ("The junta controlled the town by noon.", "controlled", False),
        ("Gangs control most of the capital.", "control", True),
        ("The road is controlled by the rebels.", "controlled", True),
        ("The rebels now control the town.", "control", False),
        ("The town was controlled by the rebels within an hour.", "controlled", False),
    ],
)
def test_in_whose_power_a_place_is(nlp: Language, text: str, deed: str, behind: bool) -> None:
    assert only_behind("territory", next(t for t in nlp(text) if t.text == deed)) is behind


@pytest.mark.parametrize(
    ("text", "deed", "behind"),
    [
        ("The army has been attacking the hills around Kobo.", "attacking", True),
        ("Rebels have been shelling the port.", "shelling", True),
        ("Mortars have been shelling the port since dawn.", "shelling", False),
        ("The army attacked the hills around Kobo.", "attacked", False),
        ("The army has attacked the hills around Kobo.", "attacked", False),
        ("The army is attacking the hills around Kobo.", "attacking", False),
    ],
)
def test_what_somebody_has_been_doing(nlp: Language, text: str, deed: str, behind: bool) -> None:
    assert only_behind("ground", next(t for t in nlp(text) if t.text == deed)) is behind


@pytest.mark.parametrize(
    ("text", "deed", "rule"),
    [
        ("Police blamed gangs who raid villages in the north.", "raid", True),
        ("The group, which attacks convoys on that road, denied it.", "attacks", True),
        ("Police blamed gangs who raided a village in the north.", "raided", False),
        ("Police blamed gangs who have raided a village in the north.", "raided", False),
        ("A video in which soldiers shoot four men was shared on Monday.", "shoot", False),
        ("Gangs raid villages in the north.", "raid", False),
    ],
)
def test_what_somebody_does_as_a_rule(nlp: Language, text: str, deed: str, rule: bool) -> None:
    assert only_told_of(next(t for t in nlp(text) if t.text == deed)) is rule


@pytest.mark.parametrize(
    ("text", "deed", "told"),
    [
        ("The force will be sent once the guns fall silent.", "fall", "unreal"),
        ("Aid will flow once both sides sign the truce.", "sign", "unreal"),
        ("Aid flowed once both sides signed the truce.", "signed", "real"),
        ("He once attacked the port.", "attacked", "real"),
    ],
)
def test_what_is_waited_for(nlp: Language, text: str, deed: str, told: str) -> None:
    assert reality(next(t for t in nlp(text) if t.text == deed)) == told


@pytest.mark.parametrize(
    ("text", "verb", "harm"),
    [
        ("The minister said the army would take the town.", "said", True),
        ("The minister said the army would strike the places from which rockets come.", "said", True),
        ("The army said it will strike at a time of its choosing.", "said", True),
        ("The general said the fleet would enter the bay.", "said", True),
        ("A lorry was said to have been hit by a shell.", "said", False),
        ("The minister said the army would take part in the drill.", "said", False),
        ("The minister said the measure would take effect on Monday.", "said", False),
        ("The envoy said the two sides would strike a deal.", "said", False),
        ("The minister said the law would enter into force on Monday.", "said", False),
        ("The general said he would answer questions on Monday.", "said", False),
    ],
)
def test_what_is_harm_held_out(nlp: Language, text: str, verb: str, harm: bool) -> None:
    assert menaces(next(t for t in nlp(text) if t.text == verb)) is harm
