"""Subjects that the parser takes for an apposition."""

import pytest

from fogline.read.mended import mend
from fogline.read.parse import parser


def subject(text: str) -> str | None:
    doc = mend(parser()(text))
    root = next(t for t in doc if t.dep_ == "ROOT")
    return next((c.text for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None)


def test_a_subject_behind_an_opening_that_ends_in_a_name_is_the_subject() -> None:
    text = (
        "In response to the Ukrainian terrorist attack on a bus in Gorlovka, the Russian Armed Forces last night "
        "carried out a group strike with missiles on a training centre near Kramatorsk."
    )
    assert subject(text) == "Forces"


def test_an_apposition_to_a_subject_stays_one() -> None:
    assert subject("The governor, a former colonel, said that two people were hurt.") == "governor"


def test_what_stands_behind_a_label_is_the_subject() -> None:
    assert subject("Konotop: a diesel locomotive was damaged at the depot in the morning.") == "locomotive"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("On Friday RSF drones hit a mosque and a fuel station in Bara, a resident said.", "drones"),
        ("On Friday night drones hit a mosque in Bara.", "drones"),
        ("On Friday JNIM fighters shelled a camp near Gao.", "fighters"),
    ],
)
def test_a_day_before_a_name_takes_no_subject_from_the_verb(text: str, meant: str) -> None:
    doc = mend(parser()(text))
    verb = next(t for t in doc if t.text in ("hit", "shelled"))
    assert [c.text for c in verb.children if c.dep_ == "nsubj"] == [meant]


@pytest.mark.parametrize(
    ("text", "meant", "role"),
    [
        ("Congo and M23 rebels signed a ceasefire deal in Qatar on Saturday.", "Congo", "nsubj"),
        ("Congo's army and M23 rebels clashed near Goma on Friday.", "army", "nsubj"),
        ("Clashes between Congo and M23 rebels went on.", "Congo", "pobj"),
        ("FDLR and M23 rebels clashed near Goma on Friday.", "rebels", "nsubj"),
        ("Army and M23 sympathisers clashed near Goma on Friday.", "sympathisers", "nsubj"),
    ],
)
def test_a_state_beside_the_rebels_of_a_group_acts_itself(text: str, meant: str, role: str) -> None:
    word = next(t for t in mend(parser()(text)) if t.text == meant)
    assert word.dep_ == role


@pytest.mark.parametrize(
    ("text", "verb", "role"),
    [
        ("A post was burned and nine guards wounded.", "wounded", "nsubjpass"),
        (
            "Eight RSF vehicles were destroyed and scores of militiamen killed as they tried to enter El Obeid.",
            "killed",
            "nsubjpass",
        ),
        ("Three soldiers were killed and the others fled.", "fled", "nsubj"),
        ("The bridge was hit and the blast killed two guards.", "killed", "nsubj"),
    ],
)
def test_who_is_told_of_beside_a_passive_suffers_as_well(text: str, verb: str, role: str) -> None:
    doc = mend(parser()(text))
    word = next(t for t in doc if t.text == verb)
    assert [c.dep_ for c in word.children if c.dep_ in ("nsubj", "nsubjpass")] == [role]


@pytest.mark.parametrize(
    ("text", "sufferers"),
    [
        ("Four people were killed and seven suffered burns.", "seven"),
        ("At least 12 suffered injuries.", "12"),
        ("Two soldiers died and five sustained gunshot wounds.", "five"),
        ("Two injured soldiers died.", None),
        ("The plant made 12 burned bricks.", None),
    ],
)
def test_a_number_of_people_is_the_subject_of_what_it_suffered(text: str, sufferers: str | None) -> None:
    doc = mend(parser()(text))
    found = [
        t.text for t in doc if t.dep_ == "nsubj" and t.pos_ == "NUM" and any(c.dep_ == "dobj" for c in t.head.children)
    ]
    assert (found or [None]) == [sufferers]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The spokesman said on Tuesday he had no word of a strike on the clinic.", "said"),
        ("The ministry said Monday its troops had taken the village.", "said"),
        ("The army denied on Sunday it had bombed the school.", "denied"),
        ("Aid groups on Tuesday condemned the attack on a clinic in Gao.", "condemned"),
        ("The ministry said that on Monday its troops had taken the village.", "taken"),
        ("Rebels captured two posts on Friday near Gao.", "captured"),
    ],
)
def test_a_day_beside_who_speaks_is_that_of_speaking(text: str, verb: str) -> None:
    doc = mend(parser()(text))
    day = next(t for t in doc if t.text.endswith("day"))
    assert (day.head.head if day.head.text == "on" else day.head).text == verb


def test_what_opens_a_headline_is_the_subject_of_its_verb() -> None:
    assert subject("Army airstrikes kill over ten people and displace hundreds in Sagaing") == "airstrikes"


@pytest.mark.parametrize(
    ("text", "suffers"),
    [
        ("A military camp near Bama was overrun on Friday, a security source said.", "camp"),
        ("The town was overrun by rebels on Friday.", "town"),
        ("There were reports that an army post at Bama had been overrun on Friday.", "post"),
        ("The delay was an overrun of two days.", None),
    ],
)
def test_a_participle_written_as_a_noun_is_a_passive(text: str, suffers: str | None) -> None:
    doc = mend(parser()(text))
    overrun = next(t for t in doc if t.text == "overrun")
    assert next((c.text for c in overrun.children if c.dep_ == "nsubjpass"), None) == suffers
