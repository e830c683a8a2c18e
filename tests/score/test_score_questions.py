"""The figures by question: words must overlap those of the case, and the value must be right."""

import pytest
from score_builders import R1, R2, case_json, write_case

from fogline.score.cases import read_case
from fogline.score.checks import Value
from fogline.score.events import found_ledger
from fogline.score.figures import of_mentions
from fogline.score.questions import ANSWERED, ask
from fogline.score.tally import FOUND, RIGHT, WANTED, Tally

MENTIONS = [
    {"e": "e1", "r": "r1", "at": "Drones over", "what": "Drones", "where": "Harvik"},
    {
        **{"e": "e1", "r": "r1", "at": "Alandian drones", "what": ["set", "on fire"], "actor": "Alandian"},
        **{"where": "Harvik", "when": "overnight"},
    },
    {"e": "e1", "r": "r1", "at": "The mayor said", "what": "hurt", "said": "The mayor", "injured": "two people"},
    {"e": "e1", "r": "r2", "at": "One person", "what": "killed", "killed": "One person at least"},
    {"e": "e2", "r": "r2", "at": "Borland's president", "what": "vowed", "said": "Borland's president"},
    {"e": "e3", "r": "r2", "at": "One person", "what": "was", "where": "Harvik"},
]
TEXTS = {"r1": R1.strip(), "r2": R2.strip()}
STRIKE = {
    **{"report": "r1", "type": "air_drone_strike", "date": ["2024-05-05", "2024-05-05"], "by": "mayor"},
    **{"side": "Borland", "actor": ["Alandian forces"], "figures": {"injured": [2, 2]}},
    "place": {"name": "Harvik", "lat": 50.0, "lon": 30.0},
}


def span(report, words, after=""):
    start = TEXTS[report].index(words, TEXTS[report].index(after))
    return [start, start + len(words)]


GOOD_SPANS = {
    "what": span("r1", "set"),
    "where": span("r1", "Harvik", "Alandian"),
    "when": span("r1", "overnight"),
    "actor": span("r1", "Alandian drones"),  # overlaps
    "said": span("r1", "mayor"),
    "injured": span("r1", "two"),
}


def asked(tmp_path, *claims):
    case = read_case(write_case(tmp_path / "harvik", case_json(), MENTIONS))
    return ask(case, found_ledger(Value({"events": [{"id": "f1", "claims": list(claims)}]}, "x")))


def numbers(tally, question):
    return tuple(tally[question, kind] for kind in (RIGHT, FOUND, ANSWERED, WANTED))


# answers of the ledger that are right and all of them, answers of the case that were found and all of them
BY_HAND = {
    "what": (1, 1, 1, 3),  # of the strike in r1 and in r2, and of the vow
    "who": (1, 1, 1, 1),
    "where": (1, 1, 1, 1),  # two sentences of r1 are one answer; r2 names Harvik for background only
    "when": (1, 1, 1, 1),
    "how_many": (1, 1, 1, 2),
    "said": (1, 1, 1, 2),
}


@pytest.mark.parametrize("question", BY_HAND)
def test_every_question_is_counted_as_by_hand(tmp_path, question):
    assert numbers(asked(tmp_path, STRIKE | {"spans": GOOD_SPANS}), question) == BY_HAND[question]


@pytest.mark.parametrize(
    ("question", "change"),
    [
        ("what", {"type": "protest"}),
        ("who", {"actor": ["Borland"]}),
        ("where", {"place": {"name": "Oslo", "lat": 59.9, "lon": 10.7}}),
        ("when", {"date": ["2024-05-03", "2024-05-03"]}),
        ("how_many", {"figures": {"injured": [3, 3]}}),
        ("said", {"side": "Aland"}),
    ],
)
def test_the_right_words_with_a_wrong_value_are_wrong(tmp_path, question, change):
    tally = asked(tmp_path, STRIKE | change | {"spans": GOOD_SPANS})
    assert numbers(tally, question)[:3] == (0, 1, 0)


def test_a_right_value_at_other_words_is_wrong(tmp_path):
    tally = asked(tmp_path, STRIKE | {"spans": GOOD_SPANS | {"injured": span("r1", "power station")}})
    assert numbers(tally, "how_many") == (0, 1, 0, 2)


def test_words_of_another_report_do_not_count(tmp_path):
    tally = asked(tmp_path, STRIKE | {"report": "r2", "spans": {"what": GOOD_SPANS["what"]}})
    assert numbers(tally, "what")[0] == 0


def test_the_same_words_and_value_in_two_claims_are_one_answer(tmp_path):
    claim = STRIKE | {"spans": GOOD_SPANS}
    assert numbers(asked(tmp_path, claim, claim | {"by": "a doctor"}), "where")[:2] == (1, 1)


def test_each_value_of_a_list_is_judged_by_its_own_words(tmp_path):
    spans = {"what": GOOD_SPANS["what"], "actor": GOOD_SPANS["actor"], "actor:Borland": span("r1", "mayor")}
    claim = STRIKE | {"actor": ["Aland", "Borland"], "spans": spans}
    assert numbers(asked(tmp_path, claim), "who") == (1, 2, 1, 1)


def test_background_costs_nothing(tmp_path):
    battle = {"report": "r2", "type": "air_drone_strike", "spans": {"what": span("r2", "was")}}
    assert numbers(asked(tmp_path, battle), "what") == (0, 0, 0, 3)


def test_a_day_that_no_words_tell_is_no_answer(tmp_path):
    spans = GOOD_SPANS | {"when": GOOD_SPANS["what"]}
    assert numbers(asked(tmp_path, STRIKE | {"spans": spans}), "when") == (0, 0, 0, 1)


def test_f1_is_the_harmonic_mean_of_both_shares():
    tally = Tally({("what", RIGHT): 3, ("what", FOUND): 4, ("what", ANSWERED): 1, ("what", WANTED): 4})
    figures = of_mentions(tally)
    assert figures["what_precision"] == pytest.approx(0.75)
    assert figures["what_recall"] == pytest.approx(0.25)
    assert figures["what_f1"] == pytest.approx(0.375)
