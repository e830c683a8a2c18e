"""What short reports tell as a whole: which happenings, where and when, who did them, who says so and how many."""

import pytest
from spacy.language import Language

from fogline.gazetteer import Gazetteer
from fogline.model import Claim, Report
from fogline.read.reader import Reader

PUBLISHED = "2026-04-22"  # a Wednesday


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp, Gazetteer.open())


def _claims(reader: Reader, text: str) -> tuple[Claim, ...]:
    title, _, body = text.partition("\n")
    report = Report(id="r", source="Wire", url=None, title=title, text=body, published=PUBLISHED, language="en")
    return tuple(reader.read(report).claims)


# A headline and a body, and of each happening its type and its place.
WHERE = [
    (  # what a town has one of is called after it
        "Gunmen seize teachers\nOn Monday some 15 gunmen raided Lafey Girls' Secondary School and abducted "
        "three teachers.",
        {("abduction_detention", "Lafey")},
    ),
    (  # a university is called after another town
        "Shells kill nine\nShells hit a shelter at the Omdurman Islamic University in El Fasher on Monday, "
        "killing nine.",
        {("missile_artillery_attack", "El Fasher")},
    ),
    (  # a name in quotation marks between those of a person
        'Clash in Sinaloa\nSoldiers who looked for a son of Joaquin "El Chapo" Guzman clashed with gunmen '
        "near Badiraguato "
        "on Monday. Three gunmen were killed.",
        {("ground_battle", "Badiraguato")},
    ),
    (  # who is told of as a person behind a comma
        "Six die in raid on Rio slum\nPolice killed six people in a raid in Rio de Janeiro on Monday. "
        "Castro, an ally of the former president, blamed gangsters, who he said had shot at a bus.",
        {("violence_against_civilians", "Rio de Janeiro")},
    ),
    (  # whither the hurt were brought is not where they were hurt
        "Toll of Lozova strike grows\nDoctors at Mechnikov Hospital in Dnipro could not save a nurse who was "
        "wounded when a drone hit the station in Lozova on Monday. The toll of the attack is now six.",
        {("air_drone_strike", "Lozova")},
    ),
    (  # of two ends of a road the one that can be found
        "Mine kills four\nA bus hit a mine on Monday between Bourem and Tin Azawag in Mali's Gao region, killing four.",
        {("bombing", "Bourem")},
    ),
]


@pytest.mark.parametrize(("text", "told"), WHERE)
def test_where_each_happening_was(reader: Reader, text: str, told: set[tuple[str, str]]) -> None:
    assert {(c.type, c.place.name if c.place else None) for c in _claims(reader, text)} == told


# … and of each happening its type and its day of the month.
WHEN = [
    (  # of two days in the lead the later is the news
        "Bodies found in river\nThe bodies of two of the men kidnapped from Jiribam on Sunday were found "
        "near Silchar on Tuesday.\n\nAs the news spread, hundreds marched in Imphal. In the evening a mob "
        "burned two cars in Moirang.",
        {
            ("abduction_detention", 19),
            ("violence_against_civilians", 21),
            ("protest", 21),
            ("riot", 21),
        },
    ),
    (  # the day on which one of the hurt died
        "Clinic stormed\nFour people died when gunmen stormed a clinic in Guayaquil on Friday, police said: "
        "three nurses and a guard who succumbed on Sunday.",
        {("violence_against_civilians", 17)},
    ),
    (  # what was done so long after shares no day with it
        "Soldiers killed in Kidal\nNine soldiers were killed on Monday in a gun battle near Kidal, the army "
        "said, hours before gunmen set fire to trucks in Gao.",
        {("ground_battle", 20), ("property_destruction", 20)},
    ),
    (  # the day of an agency's dateline
        "Pupils seized\nGunmen stormed a school in Kagara on Sunday and abducted 30 pupils, residents said.\n\n"
        "Lagos, April 21 (NAP) Police said that the pupils seized in Kagara were still missing.",
        {("abduction_detention", 19)},
    ),
]


@pytest.mark.parametrize(("text", "told"), WHEN)
def test_when_each_happening_was(reader: Reader, text: str, told: set[tuple[str, int]]) -> None:
    assert {(c.type, c.date.first.day) for c in _claims(reader, text) if c.date} == told


# … its type alone.
WHAT = [
    (  # the name of a force
        "Officers killed\nThe officers, of the Rapid Deployment Unit, were driving near Garissa on Monday "
        "when a bomb hit their lorry. Five died.",
        {"bombing"},
    ),
    (  # arms that name those who have them
        "Strike kills commander\nA strike on a house in Khan Younis killed four people on Monday, medics "
        "said. Israel's military said it had targeted the head of a rocket squad.",
        {"air_drone_strike"},
    ),
    (  # arms behind a semicolon
        "Gunmen kill two in Gao; houses attacked with drones in Kidal\nGunmen entered a bar in Gao on Monday "
        "and shot dead two people.",
        {"violence_against_civilians", "air_drone_strike"},
    ),
    (  # a court's term is no threat
        "Judge sets term\nSoldiers arrested two journalists in Bamako on Monday. A judge gave the ministry "
        "ten days to say where they are held.",
        {"abduction_detention"},
    ),
    (  # nor is what an area is for
        "Strike on tents\nA strike killed 14 people in southern Gaza on Monday, medics said. It hit "
        "al-Mawasi, a coastal strip that the military has told people to move to.",
        {"air_drone_strike"},
    ),
    (  # but an order is
        "Residents told to leave\nThe rebels on Monday gave the residents of Sake 48 hours to leave or be shelled.",
        {"threat"},
    ),
    (  # who fends off attackers takes no captives
        "Army holds Bama\nFighters attacked an army base in Bama on Monday. Soldiers held them off for three hours.",
        {"ground_battle"},
    ),
    (  # those who laid a bomb open fire
        "Bomb hits lorry\nFive officers died on Monday when a bomb tore through their lorry near "
        "Garissa.\n\nGunmen in the bush then opened fire, and a doctor said that he had treated six men.",
        {"bombing"},
    ),
    (  # shots elsewhere are another deed
        "Two incidents in Quetta\nA bomb wounded two people in Quetta on Monday.\n\nIn another incident in "
        "Chaman, gunmen opened fire on a shop and killed its owner.",
        {"bombing", "violence_against_civilians"},
    ),
    (  # what is the foe's for war is shelled or stormed, houses are torn down
        "Radar hit\nUkrainian forces destroyed a radar station near Dzhankoi on Monday, the General Staff said.",
        {"missile_artillery_attack"},
    ),
    ("Posts taken\nAfghan forces destroyed two Pakistani posts near Chaman on Monday, Kabul said.", {"ground_battle"}),
    ("Houses razed\nSoldiers destroyed 30 houses in Masisi on Monday, residents said.", {"property_destruction"}),
    (
        "Hotel stormed\nMilitants blasted their way into a hotel in Baidoa on Monday evening, killing six people.",
        {"bombing"},
    ),
    (  # who falls to a party decides of which kind it is
        "Soldiers killed\nTwelve soldiers were killed by ISWAP near Baga on Monday.\n\nISWAP killed nine farmers in "
        "Kukawa on Tuesday.",
        {"ground_battle", "violence_against_civilians"},
    ),
    (  # hyphens part no bomb from its attack
        "Glide-bomb attack\nA glide-bomb attack on Zaporizhzhia killed two people on Monday, officials said.",
        {"air_drone_strike"},
    ),
    (  # investigators and patrols that come are no reinforcement
        "Depot on fire\nA drone hit a fuel depot in Pskov on Monday, the governor said. A team of the police "
        "was sent to the site.",
        {"air_drone_strike"},
    ),
]


@pytest.mark.parametrize(("text", "told"), WHAT)
def test_what_is_told(reader: Reader, text: str, told: set[str]) -> None:
    assert {c.type for c in _claims(reader, text)} == told


# … and who did it.
WHO = [
    (  # all who are blamed
        "Shelling of Dilling\nShells hit Dilling on Monday and killed nine people, medics said. Volunteers "
        "blamed the Rapid Support Forces and the SPLM-N, which surround the town.",
        {"Rapid Support Forces", "SPLM-N"},
    ),
    (  # Hamas has no soldiers
        "Eight shot near aid site\nEight people were shot dead near Rafah on Monday as they walked to an aid "
        "site, health officials said. Witnesses said that soldiers opened fire from a crane.",
        {"Israel"},
    ),
    (  # a known man's side, behind a title that tells none
        "Threat to Odesa\nThe mayor of Kupiansk said that rockets hit the town on Monday. Security Council Deputy "
        "Chairperson Dmitry Medvedev threatened on Tuesday that Russia would strike stores in Odesa.",
        {"Russia"},
    ),
    (  # who says that he was behind it, or is said to have been
        "Hotel bombed\nA car bomb went off outside a hotel in Baidoa on Monday, killing six people. Al-Shabaab said it "
        "was behind the attack.",
        {"Al-Shabaab"},
    ),
    (
        "Hotel bombed\nA car bomb went off outside a hotel in Baidoa on Monday, killing six people. Police said "
        "that Al-Shabaab was behind the attack.",
        {"Al-Shabaab"},
    ),
    (  # and who denies it was not
        "Hotel bombed\nA car bomb went off outside a hotel in Baidoa on Monday, killing six people. Al-Shabaab denied "
        "that it was behind the blast.",
        set(),
    ),
    (  # a party that kills, whether it is told first or last
        "Farmers killed\nBoko Haram killed 12 farmers in Baga on Monday, residents said.\n\nNine traders were killed "
        "by Boko Haram in Bama on Tuesday, residents said.",
        {"Boko Haram"},
    ),
    (  # a sum's doers are those of its parts
        "Strikes in Lebanon\nTwo Israeli strikes killed nine people in Lebanon on Monday, the ministry "
        "said.\n\nOn Monday a strike on a car in Tyre killed four.\n\nOn Monday a strike on a house in "
        "Nabatieh killed five.",
        {"Israel"},
    ),
]


@pytest.mark.parametrize(("text", "doers"), WHO)
def test_who_did_it(reader: Reader, text: str, doers: set[str]) -> None:
    assert {party for c in _claims(reader, text) for party in c.actor} == doers


# … and what was hit.
AGAINST = [
    (  # where aid is handed out
        "Shot near aid site\nEight people were shot dead near an aid distribution point west of Khan Younis on Monday, "
        "medics said.",
        {"aid", "people"},
    ),
    (  # those who serve an aid group
        "Staff taken\nFour staff of an NGO were taken away by armed men near Mundri in South Sudan on Monday.",
        {"aid", "people"},
    ),
    (  # who only speaks for one
        "Villagers killed\nGunmen killed nine villagers in Djibo on Monday, an aid agency said.",
        {"people"},
    ),
    (  # what the police have is the state's
        "Police ambushed\nGuerrillas ambushed a police patrol outside Malishevo on Monday, killing two officers.",
        {"government"},
    ),
]


@pytest.mark.parametrize(("text", "hit"), AGAINST)
def test_what_was_hit(reader: Reader, text: str, hit: set[str]) -> None:
    assert {value for c in _claims(reader, text) for value in c.against} == hit


# … and by speaker and stance whom or how many he counts.
SAID = [
    (  # who gives another figure for the dead
        "Market raided\nArmed men raided the market of Nyala on Monday and killed nine people, traders "
        "said.\n\nThe mayor put the figure at six.",
        {("traders", "asserts", "killed", 9), ("mayor", "asserts", "killed", 6)},
    ),
    (  # nobody of theirs took part
        "Raid on Hurti\nGunmen killed 31 people in Hurti in Plateau State on Monday, police said. The "
        "chairman of the cattle breeders, Musa Babayo, said no herder took part in the raid.",
        {("police", "asserts", "killed", 31), ("Musa Babayo", "denies", "", 0)},
    ),
    (  # nobody took part in what was no deed
        "Bus attacked\nA bus was attacked with explosives near Caldono on Monday, police said. The mayor "
        "said no foreigners were involved in the rescue.",
        {("police", "asserts", "", 0), ("mayor", "asserts", "", 0)},
    ),
    (  # how the hurt are
        "Drone hits plant\nA drone hit a plant in Engels on Monday. Two workers turned to doctors, one with "
        "burns, the governor said.",
        {("governor", "asserts", "injured", 2)},
    ),
    (  # those without light have not fled
        "Drone hits substation\nA drone hit a substation in Kupiansk on Monday, and 2,100 residents were "
        "left without light, the mayor said.",
        {("mayor", "asserts", "", 0)},
    ),
    (  # a body of whom the parse makes a noun
        "Market hit\nA drone hit the market in Kauda on Monday, killing 19 civilians, health workers said. "
        "The Sudanese Armed Forces (SAF) state that a military camp was targeted.",
        {("health workers", "asserts", "killed", 19), ("Sudanese Armed Forces", "asserts", "", 0)},
    ),
    (  # a council is no "he"
        "Farm hands seized\nTwo farm hands were abducted near Jiribam on Monday, officials said. The Kuki-Zo "
        "Council said that it had no hand in it. It said it had no knowledge of the two.",
        {("officials", "asserts", "captured", 2), ("Kuki-Zo Council", "denies", "", 0)},
    ),
    (  # two days of a month count nobody
        "Camp attacked\nAt least 48 civilians were killed in attacks on Abu Shouk camp on 11 and 12 April, "
        "activists said.",
        {("activists", "asserts", "killed", 48)},
    ),
    (  # nor do those whom an anniversary remembers count as the day's dead
        "March in Goma\nHundreds marched in Goma on Tuesday on the anniversary of a massacre of 171 civilians, "
        "witnesses said.",
        {("witnesses", "asserts", "protesters", 200)},
    ),
    (  # neither of two speaks
        "Mortar round kills six\nA mortar round killed six people in Taiz on Monday, a clinic said. Neither "
        "the Ministry of Defence in Aden nor the Houthis answered questions about the attack.",
        {
            ("clinic", "asserts", "killed", 6),
            ("Ministry of Defence in Aden", "no_comment", "", 0),
            ("Houthis", "no_comment", "", 0),
        },
    ),
]


@pytest.mark.parametrize(("text", "said"), SAID)
def test_who_says_so(reader: Reader, text: str, said: set[tuple[str, str, str, int]]) -> None:
    found: set[tuple[str | None, str, str, int]] = set()
    for claim in _claims(reader, text):
        counts = [(name, figure.low) for name, figure in claim.figures.items()] or [("", 0)]
        found |= {(claim.by, claim.stance, name, low) for name, low in counts}
    assert found == said
