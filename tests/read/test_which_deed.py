"""To which deed a clause's day, town and dead belong, and what is told of one deed twice."""

import pytest
from spacy.language import Language

from fogline.gazetteer import Gazetteer
from fogline.model import Report
from fogline.read.reader import Reader

# A report, and of each deed that is read the type, the town, the day of the month and the least killed that are told.
TOLD = [
    (  # a clause on another place has its own day and dead, and the story does not go on from there
        "In Bunia, hundreds of people marched on Monday to demand protection for traders in Komanda, where gunmen "
        "killed five on Saturday. Police dispersed the march with live rounds. A student was hit in the chest "
        "and died, a doctor said.",
        {("protest", "Bunia", 3, (1,)), ("violence_against_civilians", "Komanda", 1, (5,))},
    ),
    (  # the day on which somebody claimed a deed as his own is not that of the deed
        "A bomb exploded in Goma on Saturday and killed nine people. Rebels claimed the attack in a message on Monday.",
        {("bombing", "Goma", 1, (9,))},
    ),
    (  # that of the deed stands behind it
        "Rebels claimed the bombing on Saturday of a bus in Goma, which killed nine people.",
        {("bombing", "Goma", 1, (9,))},
    ),
    (  # those who attacked and were shot died in their own attack
        "Rebels attacked a base of the army in Goma on Monday. Six of the attackers were shot dead by soldiers.",
        {("ground_battle", "Goma", 3, (6,))},
    ),
    (  # who comes to the place of a deed takes no ground
        "Gunmen killed nine villagers in Komanda on Monday. Soldiers reached the village three hours later.",
        {("violence_against_civilians", "Komanda", 3, (9,))},
    ),
    (  # who enters a town by force does
        "Rebels entered Goma on Monday and hoisted their flag.",
        {("territory_change", "Goma", 3, ())},
    ),
    (  # a town that is taken is no captive …
        "The town of Goma was taken by M23 rebels on Monday.",
        {("territory_change", "Goma", 3, ())},
    ),
    (  # … but a trader is
        "A trader of Goma was taken by M23 rebels on Monday.",
        {("abduction_detention", "Goma", 3, ())},
    ),
    (  # whom the police seek is not asked to be killed
        "He is wanted by the police and was shot dead by gunmen in Goma on Monday.",
        {("violence_against_civilians", "Goma", 3, ())},
    ),
    (  # the ground that somebody is driven from is what was taken
        "Rebels dislodged the army from a hill above Goma on Monday.",
        {("territory_change", "Goma", 3, ())},
    ),
    (  # not where those who took it had come from
        "Rebels who had come from Bukavu seized Goma on Monday.",
        {("territory_change", "Goma", 3, ())},
    ),
    (  # whom raiders let out of a prison is part of the raid
        "Gunmen attacked a police station in Goma on Monday and freed 12 prisoners.",
        {("ground_battle", "Goma", 3, ())},
    ),
    (  # men sent are one deployment, however the words tell it
        "Rwanda deployed 200 more officers to Goma on Monday.",
        {("mobilisation", "Goma", 3, ())},
    ),
    (  # the storming was the way to the killing
        "Rebels stormed a church in Goma on Monday and hacked ten worshippers to death.",
        {("violence_against_civilians", "Goma", 3, (10,))},
    ),
    (  # … whatever else was done on the way
        "Gunmen stormed the town of Goma on Monday, burned dozens of houses and killed at least 12 people.",
        {("violence_against_civilians", "Goma", 3, (12,))},
    ),
    (  # raids are what people were taken in
        "Police detained two men during raids on Goma on Monday.",
        {("abduction_detention", "Goma", 3, ())},
    ),
    (
        "Troops raided homes in Jenin on Monday, arresting seven people.",
        {("abduction_detention", "Jenin", 3, ())},
    ),
    (  # not a raid on a base
        "The army raided a rebel base near Bria on Monday, capturing nine fighters.",
        {("ground_battle", "Bria", 3, ())},
    ),
    (  # whose mayor somebody is says what was not taken
        "Rebels seized the mayor of Goma on Monday.",
        {("abduction_detention", "Goma", 3, ())},
    ),
    (
        "Rebels captured most of Goma on Monday.",
        {("territory_change", "Goma", 3, ())},
    ),
    (  # tents in which the displaced live are no protest
        "An air strike on a tent camp in Goma killed seven people on Sunday.",
        {("air_drone_strike", "Goma", 2, (7,))},
    ),
    (  # those of protesters are one
        "Students pitched a protest tent camp in Goma on Sunday, residents said.",
        {("protest", "Goma", 2, ())},
    ),
    (  # a clause on the place of the deed itself
        "On Monday shells fell on Goma, where two people were killed.",
        {("missile_artillery_attack", "Goma", 3, (2,))},
    ),
    (  # who is shot in the leg belongs to the march
        "Hundreds of people marched in Goma on Monday. A vendor was shot in the leg, a nurse said.",
        {("protest", "Goma", 3, ())},
    ),
    (  # what is hit elsewhere is a deed of its own
        "Rebels attacked an army post in Goma on Monday. A jet hit the barracks in the centre of Bukavu, killing six.",
        {("ground_battle", "Goma", 3, ()), ("air_drone_strike", "Bukavu", 3, (6,))},
    ),
    (  # who was killed when a convoy was attacked
        "At least 30 people were killed when jihadists attacked a supply convoy near Djibo on Monday.",
        {("ground_battle", "Djibo", 3, (30,))},
    ),
    (  # the day is that of what the attack was a reprisal for
        "Gunmen attacked a mosque in Gao on Tuesday. Elders said the attack was a reprisal for the killing of two "
        "herders on Saturday.",
        {("violence_against_civilians", "Gao", 4, ())},
    ),
    (  # what is answered has a day of its own where it is told as a deed
        "Gunmen attacked a mosque in Gao on Tuesday. The attack came in response to the shelling of Kidal on Saturday.",
        {("violence_against_civilians", "Gao", 4, ()), ("missile_artillery_attack", "Kidal", 1, ())},
    ),
    (  # the words of one deed within those of another, at a town in its county
        "Rebels launched a ground attack on an army camp at Lasu in Yei County on Monday, killing four soldiers.",
        {("ground_battle", "Lasu", 3, (4,))},
    ),
    (  # the type word between two names is the second's, and the first tells where it lies
        "An airstrike in the southern Gaza city of Khan Younis killed nine people on Monday.",
        {("air_drone_strike", "Khan Younis", 3, (9,))},
    ),
    (
        "Tanks shelled the Homs village of Taldou on Monday, killing nine people.",
        {("missile_artillery_attack", "Taldou", 3, (9,))},
    ),
    (  # what arms are used for is done with them
        "Guerrillas used drones to attack an army base in Aguachica on Monday, killing six soldiers.",
        {("air_drone_strike", "Aguachica", 3, (6,))},
    ),
    (  # who gathers with others among them does not talk to them
        "Crowds, among them Hamas fighters, gathered in Jenin on Monday for the funerals of those killed by Israel.",
        set(),
    ),
    (  # a post is held by armed men, a post office is not
        "The TTP attacked a police post in Bannu on Monday, killing six policemen.",
        {("ground_battle", "Bannu", 3, (6,))},
    ),
    (
        "Unknown gunmen attacked a post office in Quetta on Monday, killing a clerk.",
        {("violence_against_civilians", "Quetta", 3, (1,))},
    ),
    (  # shots as papers of South Asia call them
        "Two people were killed in firing by suspected militants in Kupwara on Monday, police said.",
        {("violence_against_civilians", "Kupwāra", 3, (2,))},
    ),
    ("A soldier was killed in an accident at a firing range in Pokhran on Monday.", set()),
    (  # a province, and not its seat
        "Soldiers clashed with Abu Sayyaf gunmen in Sulu province on Monday, killing four.",
        {("ground_battle", "Sulu", 3, (4,))},
    ),
    (  # a dateline in brackets without a dash
        "(Beirut) Hezbollah launched rockets at Metula on Monday.",
        {("missile_artillery_attack", "Metula", 3, ())},
    ),
    (  # towns of a list are each hit
        "Shells hit Uvira, Fizi and Baraka on Monday.",
        {("missile_artillery_attack", town, 3, ()) for town in ("Uvira", "Fizi", "Baraka")},
    ),
    (  # a list of towns that somebody came from
        "On Monday army jets, flown in from Juba and Malakal, bombed a camp in Nasir, killing four.",
        {("air_drone_strike", "Nasir", 3, (4,))},
    ),
    (  # who promises harm threatens
        "President Yoweri Museveni promised on Monday that the raid on Kasese would be avenged.",
        {("threat", None, 3, ())},
    ),
    (  # whoever fires on forces fights them
        "Gunmen opened fire on the security forces in Goma on Monday, killing three.",
        {("ground_battle", "Goma", 3, (3,))},
    ),
    (
        "Gunmen opened fire on members of the coalition forces in Goma on Monday, killing three.",
        {("ground_battle", "Goma", 3, (3,))},
    ),
    (  # and not who fires on people
        "Gunmen opened fire on members of a church in Goma on Monday, killing three.",
        {("violence_against_civilians", "Goma", 3, (3,))},
    ),
    (  # what fighters are killed in is fought for
        "Troops destroyed four bunkers in Goma on Monday, killing six fighters of the M23.",
        {("ground_battle", "Goma", 3, (6,))},
    ),
    (  # who continues a thing does it
        "M23 rebels continued ground attacks in Goma on Monday, and 12 soldiers were killed.",
        {("ground_battle", "Goma", 3, (12,))},
    ),
    (  # a side that meets its own men talks with nobody
        "President Tshisekedi met the army chief on Monday to discuss the fall of Goma to the M23 on Saturday.",
        {("territory_change", "Goma", 1, ())},
    ),
    (  # own people who are told to shelter are not threatened
        "Iran fired missiles at Haifa on Monday. The Israeli military told Israeli citizens to head to shelters.",
        {("missile_artillery_attack", "Haifa", 3, ())},
    ),
    (  # whose friends policemen are is not where they were shot
        "Rebels ambushed pro-Moscow policemen near Shali in Chechnya on Monday, killing five.",
        {("ground_battle", "Shali", 3, (5,))},
    ),
    (  # captives that are held were taken another day
        "Bandits killed a guard in Goma on Monday and said the hostages held in Sake were well.",
        {("violence_against_civilians", "Goma", 3, (1,))},
    ),
    (  # a unit's name tells of no fight
        "Rebels shelled Goma on Monday. A sailor of Regimental Combat Team 5 spoke in Kidal.",
        {("missile_artillery_attack", "Goma", 3, ())},
    ),
    (  # a side of a town on which another lies is not where it was
        "South of Beirut, 20 people were killed on Monday in a strike on Tyre.",
        {("air_drone_strike", "Tyre", 3, (20,))},
    ),
    (  # what two sides do to each other in one town with other arms is not one deed
        "Israeli jets bombed a depot in Khiam on Monday, killing four. Hezbollah shelled a base in Khiam on Monday.",
        {("air_drone_strike", "Khiam", 3, (4,)), ("missile_artillery_attack", "Khiam", 3, ())},
    ),
    (  # what each says that the other did is
        "Hezbollah rockets hit a market in Khiam on Monday, Israel said. Hezbollah said Israel's jets hit the market.",
        {("missile_artillery_attack", "Khiam", 3, ())},
    ),
    (  # who promises something else does not
        "The governor promised on Monday to rebuild the bridge in Gao.",
        {("pledge", "Gao", 3, ())},
    ),
]


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp, Gazetteer.open())


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_which_deed(reader: Reader, text: str, told: set[tuple[str, str, int, tuple[int, ...]]]) -> None:
    report = Report("r1", "Daily News", None, "News of the week", text, "2025-11-05", "en")
    killed: dict[tuple[str, str | None, int], set[int]] = {}
    for claim in reader.read(report).claims:
        key = (claim.type, claim.place.name if claim.place else None, claim.date.first.day if claim.date else 0)
        killed.setdefault(key, set()).update(f.low for name, f in claim.figures.items() if name == "killed")
    assert {(*key, tuple(sorted(dead))) for key, dead in killed.items()} == told


def test_what_the_fallen_had_done_before_is_no_part_of_the_fight(claims):
    found = claims(
        "Troops killed 12 militants in an operation near Mach on Thursday, the army said.\n\n"
        "The militants had earlier killed nine passengers of a train."
    )
    fight = [claim for claim in found if claim.type == "ground_battle"]
    assert [claim.figures["killed"].low for claim in fight] == [12]


def test_a_fight_in_a_report_that_tells_nothing_else_is_at_the_town_spoken_of(claims):
    found = claims(
        "Commandos cleared the last coaches of a train in a gorge near Mach on Thursday.\n\n"
        "Twelve terrorists were killed in the operation, the army said."
    )
    assert [(c.place.name, c.figures["killed"].low) for c in found if c.place] == [("Mach", 12)]


def test_who_is_sent_to_hell_is_dead_and_not_threatened(claims):
    found = claims("Twelve khwarij were sent to hell in the operation in Bannu, the ISPR said on Thursday.")
    assert [(claim.type, claim.figures["killed"].low) for claim in found] == [("ground_battle", 12)]


@pytest.mark.parametrize(
    "text",
    [
        "Ethiopian soldiers killed at least 45 civilians in Merawi on 29 January, Human Rights Watch said.",
        "Between 1 and 15 February the M23 executed 30 civilians in Kitshanga, Amnesty International said.",
    ],
)
def test_what_an_inquiry_finds_of_older_days_is_read(claims, text):
    assert [claim.type for claim in claims(text)] == ["violence_against_civilians"]


def test_a_killing_days_after_another_is_one_of_its_own(claims):
    found = claims(
        "Israeli forces killed 27 people in Rafah on Tuesday, two days after 31 were shot dead there, medics said."
    )
    assert {(c.date.first.day, c.figures["killed"].low) for c in found if c.date} == {(2, 31), (4, 27)}
