"""What headlines tell in the past was done to their subject; and what two verbs share in any sentence."""

import pytest
from spacy.language import Language

from fogline.gazetteer import Gazetteer
from fogline.model import Report
from fogline.read.reader import Reader


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp, Gazetteer.open())


def told(reader: Reader, title: str, body: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Type, actors and targets of each claim."""
    report = Report("r", "Wire", None, title, body, "2025-03-04", "en")
    return [(c.type, c.actor, c.target) for c in reader.read(report).claims]


# A headline, and who did it to whom.
HEADLINES = [
    ("Nigerian troops attacked in Gamboru", ("ground_battle", (), ("Nigeria",))),
    ("Police attacked in Karachi", ("ground_battle", (), ("Pakistan",))),
    ("Ukrainian soldiers captured near Kupiansk", ("abduction_detention", (), ("Ukraine",))),
    ("Two policemen shot in Quetta", ("ground_battle", (), ("Pakistan",))),
    ("Russian forces attacked overnight in Sumy region", ("ground_battle", ("Russia",), ("Ukraine",))),
    ("Israeli army attacked Jenin", ("ground_battle", ("Israel",), ())),
]


@pytest.mark.parametrize(("title", "meant"), HEADLINES)
def test_a_past_without_an_object_tells_what_befell_its_subject(
    reader: Reader, title: str, meant: tuple[str, tuple[str, ...], tuple[str, ...]]
) -> None:
    assert told(reader, title, "The news came on Monday. More details were awaited.") == [meant]


# A sentence, and its type, actors and targets.
SHARED = [
    ("A Palestinian was shot and wounded by Israeli forces near Nablus on Monday.", ("Israel",)),
    ("Israeli forces shot and wounded a Palestinian near Nablus on Monday.", ("Israel",)),
    ("Nine villagers were abducted and killed by the M23 near Goma on Monday.", ("M23",)),
    ("A Syrian was shot in Beirut on Monday.", ()),
    ("A Palestinian teen was shot near Nablus on Monday.", ()),
]


@pytest.mark.parametrize(("sentence", "actor"), SHARED)
def test_verbs_joined_share_their_object_and_who_did_it(reader: Reader, sentence: str, actor: tuple[str, ...]) -> None:
    assert told(reader, "News", sentence) == [("violence_against_civilians", actor, ())]


def test_who_rides_in_what_was_hit_was_hit(reader: Reader) -> None:
    body = "A lorry carrying Indian soldiers was ambushed on Monday near Goma. Two were killed."
    assert told(reader, "News from Goma", body) == [("ground_battle", (), ("India",))]


def test_a_shot_at_a_demonyms_thing_is_at_nobody(reader: Reader) -> None:
    claims = told(reader, "News", "An Israeli drone was shot down near Nablus on Monday.")
    assert [kind for kind, _, _ in claims] == ["air_drone_strike"]


def test_captives_are_no_fighters(reader: Reader) -> None:
    shot = told(reader, "News", "Three captured soldiers were shot near Kupiansk on Monday.")
    fought = told(reader, "News", "M23 captured soldiers in fighting near Goma on Monday and nine rebels were killed.")
    assert [kind for kind, _, _ in shot + fought] == ["violence_against_civilians", "ground_battle"]


# A headline that says what was hit, and its place; the body tells the dead and the day.
HIT = [
    ("Kharkiv hit again, three dead", "Kharkiv"),
    ("Sumy bakery struck again", "Sumy"),
    ("Tyre school hit, two dead", "Tyre"),
    ("Homes hit in Nikopol", "Nikopol"),
    ("Konotop depot struck again, engine driver dead", "Konotop"),
]


@pytest.mark.parametrize(("title", "town"), HIT)
def test_what_a_headline_calls_hit_was_hit_on_the_day_that_the_body_names(
    reader: Reader, title: str, town: str
) -> None:
    report = Report("r", "Wire", None, title, "Three people were killed on Monday, the mayor said.", "2025-03-04", "en")
    claims = reader.read(report).claims
    assert [(c.type, c.place and c.place.name, c.date and str(c.date.first)) for c in claims] == [
        ("air_drone_strike", town, "2025-03-03")
    ]


@pytest.mark.parametrize("title", ["Doctors struck over pay", "Russia struck again", "Economy hit hard"])
def test_what_strikes_itself_is_not_hit(reader: Reader, title: str) -> None:
    assert told(reader, title, "The news came on Monday. More details were awaited.") == []
