"""What was tried and beaten back, what was sunk or destroyed, by what people were hurt: which deed, where and when."""

import pytest
from spacy.language import Language

from fogline.gazetteer import Gazetteer
from fogline.model import Report
from fogline.read.reader import Reader

PUBLISHED = "2025-04-16"  # a Wednesday

# A report and, of each happening, its type, its place, its day of the month and who did it.
TOLD = [
    (  # where something was tried it was foiled
        "The army of Mali repelled an attempt by JNIM to overrun a camp at Bourem on Sunday, killing nine of them.",
        {("ground_battle", "Bourem", 13, ("JNIM",))},
    ),
    (
        "A bid by rebels to storm a post in Bourem, in the north of Mali, was beaten back on Sunday by the army.",
        {("ground_battle", "Bourem", 13, ())},
    ),
    (  # a land that only a border is named by has tried nothing
        "The army of Chad repelled an attempt by gunmen to overrun a camp at Tine, on the border with Sudan, on "
        "Sunday.",
        {("ground_battle", "Tiné", 13, ())},
    ),
    (  # that by which somebody was hurt is the deed, whatever town opens the sentence
        "In Gao, two soldiers of Mali were wounded when a mine went off near Ansongo on Sunday.",
        {("bombing", "Gao", 13, ())},
    ),
    (  # what was done meanwhile is another
        "A sniper killed a baker in Gao on Sunday as rockets fell on Ansongo in Mali.",
        {("missile_artillery_attack", "Gao", 13, ()), ("missile_artillery_attack", "Ansongo", 13, ())},
    ),
    (  # ships and arms that somebody has sunk or destroyed
        "Two boats of Sri Lanka's navy were sunk off Mullaitivu on Sunday.",
        {("ground_battle", "Mullaitivu", 13, ())},
    ),
    (
        "The navy of Sri Lanka foiled an attack on a convoy. Two rebel boats were sunk off Mullaitivu on Sunday.",
        {("ground_battle", "Mullaitivu", 13, ())},
    ),
    (  # who has come to hold a place has taken it
        "Bourem, in the north of Mali, has been in the hands of JNIM since Monday, traders said.",
        {("territory_change", "Bourem", 14, ("JNIM",))},
    ),
    (
        "The town of Bourem in Mali has been under JNIM control since Monday.",
        {("territory_change", "Bourem", 14, ("JNIM",))},
    ),
    ("The town of Bourem in Mali is under army control, and has been since 2013.", set()),
    ("Two boats that were sunk off Mullaitivu in Sri Lanka on Sunday had carried rice.", set()),
    ("Two boats sank off Mullaitivu in Sri Lanka on Sunday.", set()),
]


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp, Gazetteer.open())


@pytest.mark.parametrize(("text", "told"), TOLD, ids=[row[0][:60] for row in TOLD])
def test_what_was_tried_and_lost(reader: Reader, text: str, told: set[tuple[str, str, int, tuple[str, ...]]]) -> None:
    report = Report(id="r", source="s", url=None, title="", text=text, published=PUBLISHED, language="en")
    claims = [c for c in reader.read(report).claims if c.place and c.date]
    assert {(c.type, c.place.name, c.date.first.day, c.actor) for c in claims if c.place and c.date} == told
