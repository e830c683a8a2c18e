"""What is told beside a deed and is none: harm that onlookers foretell, bombs made safe, what is summed up."""

import pytest
from spacy.language import Language

from fogline.gazetteer import Gazetteer
from fogline.model import Report
from fogline.read.behind import only_behind
from fogline.read.reader import Reader

LEAD = "Shells of the Rapid Support Forces killed nine people in El Fasher in Sudan on Monday, doctors said.\n\n"

# What stands behind the news of a shelling, and the other types that are read of it.
TOLD = [
    # threats are the word of whoever would do the harm
    ("The United Nations warned that the army would attack again.", set()),
    ("Aid groups warned that the camp would burn if the shells kept falling.", set()),
    ("Had it hit the depot, the shell would have destroyed the district, a soldier of the army said.", set()),
    ("The army warned that it would attack again.", {"threat"}),
    ("A doctor said that gunmen had given him three days to leave or be shot.", {"threat"}),
    ("The government of Sudan said that exports would be hit by the cost of the war.", set()),
    ("The government of Sudan said that the paramilitaries would be hit by its drones.", {"threat"}),
    # what will not be done or stopped
    ("The attack would not stop the harvest, the governor of North Darfur said.", set()),
    ("The army said that it would not stop at El Fasher.", {"threat"}),
    ("Sudan would not forget its dead, an imam said.", set()),
    ("The army said that it would never forgive the killers.", {"threat"}),
    ("The army said that it would spare no effort to feed the town.", set()),
    # words that only describe
    ("Civilians have paid a heavy price, a student said.", set()),
    ("The army said that the rebels would pay a heavy price.", {"threat"}),
    ("El Fasher lies within striking distance of the guns.", set()),
    # civil offices bid their own people leave
    ("The governor of North Darfur told people in El Fasher to leave the market.", set()),
    ("The Rapid Support Forces told people in El Fasher to leave the market.", {"threat"}),
    # what others are told to keep off is no threat to them, and an assurance of how things are no pledge
    ("Turkey told both sides to keep the war away from its ships.", set()),
    ("The government of Sudan assured people that stocks of fuel suffice.", set()),
    ("Germany assured Sudan that it would send aid.", {"pledge"}),
    # people in somebody's hands are no town
    ("The mayor of Tawila has been in the hands of the army since Sunday, his family said.", set()),
    ("The town of Tawila has been in the hands of the army since Sunday, residents said.", {"territory_change"}),
    # bombs that hurt nobody
    ("Soldiers in Nyala found a bomb on Tuesday and defused it.", set()),
    ("Soldiers blew up two mines in a controlled explosion in Nyala on Tuesday.", set()),
    ("A mine exploded in Nyala on Tuesday and killed two soldiers.", {"bombing"}),
    ("Soldiers in Nyala seized five rifles and an explosives-laden drone on Tuesday.", set()),
    # people in care, and what is held that is nobody
    ("A lorry took the wounded to the clinic in Tawila on Tuesday.", set()),
    ("Prayers were held in Tawila on Tuesday.", set()),
    ("Gunmen took five nurses from a clinic in Tawila on Tuesday.", {"abduction_detention"}),
    # who is sent and is no force, and whose coming only tells when
    ("Sudan deployed 60 firefighters to El Fasher on Tuesday.", set()),
    ("Sudan deployed 600 soldiers to El Fasher on Tuesday.", {"mobilisation"}),
    ("On Tuesday two soldiers of Sudan were hurt and flown to a hospital in Tawila.", set()),
    # arms that are used for a blow are not moved
    ("The Rapid Support Forces deployed a drone to attack a post in Tawila on Tuesday.", {"air_drone_strike"}),
    ("Sudan deployed 20 tanks to Tawila on Tuesday.", {"mobilisation"}),
    # whoever is driven from home has lost no town
    ("The fighting has driven 400 families from their homes in Tawila.", set()),
    # a peace that is kept is no war that goes on
    ("The attack came after the army had pledged to keep the peace in Tawila.", {"pledge"}),
    # breaking in is the way to those who are taken
    ("Gunmen broke into a hospital in Tawila on Tuesday and abducted six patients.", {"abduction_detention"}),
    # shots are exchanged as well as captives; arms that are seized are nobody's freedom
    (
        "The army had an exchange of fire with fighters of the Rapid Support Forces in Tawila on Tuesday.",
        {"ground_battle"},
    ),
    ("The army had an exchange of prisoners with the Rapid Support Forces in Tawila on Tuesday.", {"agreement"}),
    ("On Tuesday the army seized their machine guns in Tawila.", set()),
    # whom those who come home were taken with
    ("Sudan secured the release of 12 soldiers captured in Tawila, the army said on Tuesday.", {"agreement"}),
    ("In return, six prisoners of war were released, the army said on Tuesday.", {"agreement"}),
    ("The court in Port Sudan released two prisoners on bail on Tuesday.", set()),
    # what is to end goes on
    ("Sudan signed a deal on Tuesday to end fighting in Tawila.", {"agreement"}),
    # who says "our men" speaks of soldiers
    ("“Our men were ambushed by bandits in Tawila on Tuesday,” the army said.", {"ground_battle"}),
    ("“Six men were ambushed by bandits in Tawila on Tuesday,” the army said.", {"violence_against_civilians"}),
    # talks that are only named
    ("The shelling risked derailing the talks between Sudan and the Rapid Support Forces.", set()),
    ("Egypt, which has brokered truces, said nothing.", set()),
    ("The ceasefire talks in Cairo have made little progress.", set()),
]


@pytest.mark.parametrize(("text", "types"), TOLD)
def test_what_is_told_beside_a_deed(text: str, types: set[str], nlp: Language) -> None:
    reader = Reader(nlp, Gazetteer.open())
    claims = reader.read(Report("r1", None, None, "El Fasher", LEAD + text, "2025-03-04", "en")).claims
    assert {c.type for c in claims} - {"missile_artillery_attack", "other"} == types


@pytest.mark.parametrize(
    ("group", "text", "deed", "behind"),
    [
        ("territory", "Rebels have taken four towns in the war.", "taken", True),
        ("territory", "Rebels have taken four towns in the course of the conflict.", "taken", True),
        ("territory", "Rebels have taken four towns in the north.", "taken", False),
        ("ground", "The town has been besieged for 500 days.", "besieged", True),
        ("ground", "The town has been besieged for 5 days.", "besieged", False),
        ("ground", "The army has carried out near-daily raids in which it killed hundreds.", "killed", True),
        ("ground", "The army has carried out a raid in which it killed hundreds.", "killed", False),
        ("abuse", "The war began when gunmen stormed farms, killing hundreds.", "stormed", True),
        ("abuse", "The war began on Tuesday when gunmen stormed farms.", "stormed", False),
        ("abuse", "The fight began when gunmen stormed farms.", "stormed", False),
        ("remote", "They began firing rockets a day after the war broke out.", "firing", True),
        ("remote", "They fired rockets a day after the first raid since the war broke out.", "fired", False),
        ("threat", "They have threatened for years to march on the town.", "threatened", True),
        ("threat", "They have threatened to march on the town.", "threatened", False),
        ("ground", "There have been raids since 2015, when gunmen began crossing the river.", "crossing", True),
        ("ground", "There has been a raid in 2015, when gunmen crossed the river.", "crossed", False),
        ("talks", "They walked past hotels where envoys meet.", "meet", True),
        ("talks", "They walked past the hotel where envoys met.", "met", False),
    ],
)
def test_what_is_told_in_sum(nlp: Language, group: str, text: str, deed: str, behind: bool) -> None:
    assert only_behind(group, next(t for t in nlp(text) if t.text == deed)) is behind
