"""What is due, promised or threatened, and by whom; deeds that only look like others."""

import pytest
from spacy.language import Language

from fogline.gazetteer import Gazetteer
from fogline.model import Report
from fogline.read.reader import Reader

# A sentence, and of each claim its type, its status and who acts.
TOLD = [
    (
        "A round of talks between Pakistan and the Taliban is due on Saturday in Istanbul.",
        [("negotiation", "planned", ["Pakistan", "Taliban"])],
    ),
    (
        "Talks between Russia and Ukraine are scheduled for Thursday in Istanbul.",
        [("negotiation", "planned", ["Russia", "Ukraine"])],
    ),
    (
        "A round of talks between Russia and Ukraine took place in Istanbul on Saturday.",
        [("negotiation", "occurred", ["Russia", "Ukraine"])],
    ),
    (
        "Talks between Russia and Ukraine were held in Istanbul on Saturday.",
        [("negotiation", "occurred", ["Russia", "Ukraine"])],
    ),
    (
        "Mali said on Friday that the bloodshed of the rebels in Gao will not go unpunished.",
        [("threat", "threatened", ["Mali"])],
    ),
    (
        "The envoy said on Friday that Washington was ready to sanction Rwanda.",
        [("sanction", "planned", ["United States"])],
    ),
    (
        "The European Union threatened on Friday to sanction Rwanda.",
        [("sanction", "planned", ["European Union"])],
    ),
    ("The European Union sanctioned Rwanda on Friday.", [("sanction", "occurred", ["European Union"])]),
    (
        "Kyiv called Thursday's drone attack on Shuya in Russia an answer to Tuesday's missile strike on Poltava.",
        [("air_drone_strike", "occurred", ["Ukraine"]), ("missile_artillery_attack", "occurred", ["Russia"])],
    ),
    (
        "A Hamas delegation left Cairo on Sunday without agreeing to a proposed truce, an Egyptian official said.",
        [("negotiation", "occurred", ["Hamas"])],
    ),
    ("Israel and Hamas agreed on Sunday on a truce in Gaza.", [("agreement", "occurred", ["Hamas", "Israel"])]),
    (
        "Talks between Israel and Hamas resumed in Doha on Sunday, an Egyptian official said.",
        [("negotiation", "occurred", ["Hamas", "Israel"])],
    ),
    ("The army of Ukraine told residents of Kherson on Friday to stay indoors.", []),
    (
        "The army of Ukraine told residents of Donetsk on Friday to leave the city or face death.",
        [("threat", "threatened", ["Ukraine"])],
    ),
    (
        "The governor ordered the evacuation of 12 villages near Kupiansk, Ukraine, on Friday.",
        [("other", "occurred", ["Ukraine"])],
    ),
    ("Israel launched a new wave of strikes on Tehran on Friday.", [("air_drone_strike", "occurred", ["Israel"])]),
    (
        "Iran launched missiles at Israel on Friday in retaliation for a strike on its consulate in Damascus.",
        [("missile_artillery_attack", "occurred", ["Iran"]), ("air_drone_strike", "occurred", ["Israel"])],
    ),
    ("HOST: Did Rwandan troops enter Bukavu with you, yes or no?", []),
    ("The letter from Goma did not go unanswered.", []),
    ("The rebels in Beni, Congo, pledged allegiance to Islamic State.", []),
    (
        "In Jenin in the West Bank, Israeli forces forced the residents out of a house on Friday.",
        [],
    ),
    (
        "Israeli forces forced the gunmen out of Jenin in the West Bank on Friday.",
        [("territory_change", "occurred", ["Israel"])],
    ),
    (
        "Settlers cut down 80 olive saplings in Sinjil in the West Bank on Friday.",
        [("property_destruction", "occurred", ["Israeli settlers"])],
    ),
    (
        "Twelve villagers were killed in Beni, Congo, on Friday in an incursion by the ADF.",
        [("violence_against_civilians", "occurred", ["Allied Democratic Forces"])],
    ),
    (
        "Twelve soldiers were killed in Beni, Congo, on Friday in an incursion by the ADF.",
        [("ground_battle", "occurred", ["Allied Democratic Forces"])],
    ),
    (
        "Five members of a community guard were killed in an ambush near Tsafe, Nigeria, on Friday.",
        [("ground_battle", "occurred", [])],
    ),
]


@pytest.mark.parametrize(("sentence", "meant"), TOLD)
def test_what_it_is_and_who_does_it(nlp: Language, sentence: str, meant: list[tuple[str, str, list[str]]]) -> None:
    report = Report("r", "Wire", None, "Situation update", sentence, "2025-03-10", "en")
    claims = Reader(nlp, Gazetteer.open()).read(report).claims
    assert [(c.type, c.status, list(c.actor)) for c in claims] == meant


# Who warns, where only "the army" is named.
WARNED = [
    ("Israeli jets hit a block in Tyre, Lebanon, on Friday after the army told people to leave it.", "Israel"),
    (
        "An Israeli strike hit a house in Tyre, Lebanon, on Friday. The army had warned residents of it to leave.",
        "Israel",
    ),
    ("Rockets hit a house in Tyre, Lebanon, on Friday. The army had warned residents of Tyre to leave.", "Lebanon"),
]


@pytest.mark.parametrize(
    "who", ["The commander of the 6th division", "The army commander", "Colonel Ramon Reyes, a brigade commander,"]
)
def test_who_condemns_a_deed_vouches_for_none_and_is_he_who_then_speaks(nlp: Language, who: str) -> None:
    body = (
        f"Gunmen killed two soldiers in Shariff Aguak in the Philippines on Sunday. {who} condemned the attack. "
        '"We will hunt them down," he said.'
    )
    report = Report("r", "Wire", None, "Situation update", body, "2025-03-10", "en")
    claims = Reader(nlp, Gazetteer.open()).read(report).claims
    assert [(c.type, list(c.actor)) for c in claims] == [("ground_battle", []), ("threat", ["Philippines"])]


@pytest.mark.parametrize(("body", "actor"), WARNED)
def test_whose_army_warns(nlp: Language, body: str, actor: str) -> None:
    report = Report("r", "Wire", None, "Situation update", body, "2025-03-10", "en")
    claims = Reader(nlp, Gazetteer.open()).read(report).claims
    assert [list(c.actor) for c in claims if c.type == "threat"] == [[actor]]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        (
            "Mali's defence minister said on Sunday two battalions would be sent to Kidal and promised aid for the "
            "bereaved.",
            {"mobilisation", "pledge"},
        ),
        ("Mali's defence minister promised on Sunday that two battalions would be sent to Kidal.", {"pledge"}),
        (
            "Mali's defence minister visited Kidal on Sunday and promised that two battalions would be sent there.",
            {"pledge"},
        ),
    ],
)
def test_men_who_will_be_sent_beside_a_promise_are_not_what_is_promised(
    reader: Reader, text: str, types: set[str]
) -> None:
    assert {c.type for c in reader.read(Report("r1", "w", None, "Report", text, "2025-03-10", "en")).claims} == types
