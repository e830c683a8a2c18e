"""Did it happen: done, denied, feared, planned."""

import pytest
from spacy.language import Language

from fogline.read.status import is_definite, is_habitual, only_greeted, only_supposed, only_weighed, reality, sets_apart

CASES = [
    ("Drones attacked the port.", "attacked", "real"),
    ("The army did not attack the port.", "attack", "negated"),
    ("No shells hit the port.", "hit", "negated"),
    ("The army will attack the port.", "attack", "future"),
    ("The rebels threatened to attack the port.", "attack", "unreal"),
    ("If drones attack the port, ships will leave.", "attack", "unreal"),
    ("Any port that receives arms is a target.", "receives", "unreal"),
    ("The port that receives arms was closed.", "receives", "real"),
    ("The mayor warned of the risk of an attack.", "attack", "unreal"),
    ("Air defences prevented an attack on the port.", "attack", "unreal"),
    ("Russia carried out an attack on the port.", "attack", "real"),
    ("Residents fear any attack.", "attack", "unreal"),
    ("The strike on the port killed two.", "strike", "real"),
]


@pytest.mark.parametrize(("text", "word", "expected"), CASES)
def test_a_trigger_is_taken_for_done_only_where_the_text_says_so(
    nlp: Language, text: str, word: str, expected: str
) -> None:
    token = next(t for t in nlp(text) if t.text == word)
    assert reality(token) == expected


def test_the_points_back_and_a_does_not(nlp: Language) -> None:
    assert is_definite(next(t for t in nlp("The strike killed two.") if t.text == "strike"))
    assert not is_definite(next(t for t in nlp("A strike killed two.") if t.text == "strike"))


def test_a_series_is_told_from_one_happening() -> None:
    assert is_habitual("The town has come under almost daily fire.")
    assert not is_habitual("The town came under fire on Friday.")


@pytest.mark.parametrize(
    ("sentence", "apart"),
    [
        ("INCIDENT B. At dawn a second tanker was struck.", True),
        ("Incident 2: a barge was hit.", True),
        ("Separately, a barge was hit.", True),
        ("Incident reports told of a barge that was hit.", False),
        ("The incident was reported at dawn.", False),
    ],
)
def test_a_numbered_incident_is_another_than_those_before_it(sentence: str, apart: bool) -> None:
    assert sets_apart(sentence) is apart


@pytest.mark.parametrize(
    ("text", "deed", "weighed"),
    [
        ("An assault on the town would take weeks.", "assault", True),
        ("Strikes on the plant would need bigger planes.", "Strikes", True),
        ("The assault on the town would take weeks.", "assault", False),
        ("An assault would have cost lives.", "assault", False),
        ("An assault on the town took weeks.", "assault", False),
        ("He would see an assault.", "assault", False),
    ],
)
def test_a_deed_that_is_only_thought_of(nlp: Language, text: str, deed: str, weighed: bool) -> None:
    assert only_weighed(next(t for t in nlp(text) if t.text == deed)) is weighed


@pytest.mark.parametrize(
    ("text", "deal", "greeted"),
    [
        ("Qatar welcomed the truce.", "truce", True),
        ("The truce was welcomed by Qatar.", "truce", True),
        ("Qatar welcomed a truce between the two.", "truce", False),
        ("Qatar signed the truce.", "truce", False),
        ("Qatar welcomed guests after the truce.", "truce", False),
    ],
)
def test_a_deal_that_somebody_only_welcomes(nlp: Language, text: str, deal: str, greeted: bool) -> None:
    assert only_greeted(next(t for t in nlp(text) if t.text == deal)) is greeted


@pytest.mark.parametrize(
    ("text", "word", "supposed"),
    [
        ("If talks between the army and the rebels fail, the port closes.", "talks", True),
        ("It is not known whether the Houthis accepted the plan.", "accepted", True),
        ("Asked whether Bogota would resume the talks, he did not answer.", "talks", True),
        ("Families fear that Hamas could reject the offer.", "reject", True),
        ("Should Bamako accept mediation, Algeria would help.", "accept", True),
        ("Talks between the army and the rebels failed after three days.", "Talks", False),
        ("The Houthis accepted the plan, and ships waited to see if it held.", "accepted", False),
        ("Moscow will not negotiate until Kyiv withdraws.", "negotiate", False),
        ("Hamas rejected the offer that families had hoped for.", "rejected", False),
        ("Officials met in Dubai and asked whether the truce held.", "met", False),
    ],
)
def test_what_stands_in_a_condition_or_a_question_is_only_supposed(
    nlp: Language, text: str, word: str, supposed: bool
) -> None:
    assert only_supposed(next(t for t in nlp(text) if t.text == word)) is supposed
