"""What befell a town, told right behind its name; towns taken are no captives; charges that hang on the accused."""

import pytest
from spacy.language import Language

from fogline.gazetteer import Gazetteer
from fogline.model import Report
from fogline.read.reader import Reader

Told = tuple[str, tuple[str, ...], str | None, dict[str, int]]


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp, Gazetteer.open())


def told(reader: Reader, title: str, body: str) -> list[Told]:
    """Type, actors, place and figures of each claim."""
    report = Report("r", "Wire", None, title, body, "2025-03-04", "en")
    claims = reader.read(report).claims
    return [(c.type, c.actor, c.place and c.place.name, {k: f.low for k, f in c.figures.items()}) for c in claims]


CONGO = "Democratic Republic of the Congo"

# A sentence, its type, who did it and where.
BEFELL = [
    ("Kostiantynivka fell to Russia on Monday.", ("territory_change", ("Russia",), "Kostiantynivka")),
    (
        "Kotli came under artillery fire from Indian forces on Monday.",
        ("missile_artillery_attack", ("India",), "Kotli"),
    ),
    ("Shebekino was shelled by Ukraine on Monday.", ("missile_artillery_attack", ("Ukraine",), "Shebekino")),
    ("Masisi was captured by M23 on Monday.", ("territory_change", ("M23",), "Masisi")),
    ("Goma, seized by M23 rebels in January, was calm on Monday.", ("territory_change", ("M23",), "Goma")),
    (
        "Villagers accused Boko Haram fighters of killing people in Damboa on Monday.",
        ("violence_against_civilians", ("Boko Haram",), "Damboa"),
    ),
    ("The army retook Walikale without fighting on Monday.", ("territory_change", (CONGO,), "Walikale")),
    ("The army entered Walikale on Monday without a battle.", ("territory_change", (CONGO,), "Walikale")),
    ("Boko Haram threatened on Monday to attack Damboa.", ("threat", ("Boko Haram",), "Damboa")),
]


@pytest.mark.parametrize(("sentence", "meant"), BEFELL)
def test_a_town_is_where_it_befell_it(reader: Reader, sentence: str, meant: tuple[str, tuple[str, ...], str]) -> None:
    assert told(reader, "News", sentence) == [(*meant, {})]


def test_a_headline_may_be_a_town_and_what_was_done_to_it(reader: Reader) -> None:
    claims = told(reader, "Nabatieh seized by Israeli forces", "The news came on Monday. More details were awaited.")
    assert claims == [("territory_change", ("Israel",), "Nabatieh", {})]


def test_a_name_that_was_captured_is_no_town_far_away(reader: Reader) -> None:
    assert all(
        place != "Ivanovo" for _, _, place, _ in told(reader, "News", "Ivanov was captured on Monday near Goma.")
    )
