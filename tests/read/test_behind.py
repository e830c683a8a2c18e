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
        ("The toll of Monday's strike on Gao has risen to six.", "strike", False),
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


@pytest.mark.parametrize(
    ("text", "group", "deed", "behind"),
    [
        ("During the 34-day war, rebels seized nine villages.", "territory", "seized", True),
        ("During the war games on Monday, rebels seized nine villages.", "territory", "seized", False),
        ("In the 2008 war, tanks shelled the port.", "remote", "shelled", True),
        ("In the war on Sunday, tanks shelled the port.", "remote", "shelled", False),
        ("The hill has changed hands four times since spring.", "territory", "changed", True),
        ("The hill changed hands on Sunday.", "territory", "changed", False),
        ("The clinic has been bombed three times.", "remote", "bombed", True),
        ("The clinic has been bombed three times today.", "remote", "bombed", False),
        ("Last month alone 60 people died in attacks on farms.", "ground", "attacks", True),
        ("Last month 60 people died in an attack on a farm.", "ground", "attack", False),
        ("On Monday alone 60 people died in attacks on farms.", "ground", "attacks", False),
        ("Rebels have been known to raid farms there.", "ground", "raid", True),
        ("Rebels are known to have raided the farm on Friday.", "ground", "raided", False),
        ("Nine people are now known to have died in the village on Friday.", "abuse", "died", False),
        ("Drones were used to raid farms there.", "ground", "raid", False),
        ("Mortars had been shelling the port for weeks.", "remote", "shelling", True),
        ("Mortars had been shelling the port when help came.", "remote", "shelling", False),
        ("Fighting in the hills has intensified in recent weeks.", "ground", "Fighting", True),
        ("Fighting in the hills killed nine.", "ground", "Fighting", False),
        ("Clashes have escalated along the border.", "ground", "Clashes", True),
        ("Clashes have broken out along the border.", "ground", "Clashes", False),
        ("Clashes between the clans are common in the valley.", "ground", "Clashes", True),
        ("Clashes between the clans left nine dead.", "ground", "Clashes", False),
        ("Tens of thousands have been driven out by the fighting.", "ground", "fighting", True),
        ("Two families were driven out by the fighting.", "ground", "fighting", False),
        ("The army has stepped up raids in recent months, killing dozens.", "ground", "killing", True),
        ("The army stepped up raids, killing dozens.", "ground", "killing", False),
        ("Negotiations between the two have been stalled for months.", "talks", "Negotiations", True),
        ("Negotiations between the two have stalled.", "talks", "Negotiations", False),
        ("Attacks went on despite talks with the rebels.", "talks", "talks", True),
        ("The rebels held talks with the army.", "talks", "talks", False),
    ],
)
def test_what_is_told_in_sum(nlp: Language, text: str, group: str, deed: str, behind: bool) -> None:
    assert only_behind(group, next(t for t in nlp(text) if t.text == deed)) is behind
