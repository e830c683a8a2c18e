"""Where sentences begin and end, and which part of the report they stand in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.model import Report
from fogline.read.sentences import sentences

CASES = [
    ("Gen. Ivan Petrov spoke. The town was quiet.", ["Gen. Ivan Petrov spoke.", "The town was quiet."]),
    ("Maj.-Gen. Ivan Petrov spoke to Brig.-Gen. Okoro.", ["Maj.-Gen. Ivan Petrov spoke to Brig.-Gen. Okoro."]),
    ("They drove the pick-up. It burned.", ["They drove the pick-up.", "It burned."]),
    ("It hit at 11 a.m. on Nov. 18 near St. Mary.", ["It hit at 11 a.m. on Nov. 18 near St. Mary."]),
    ("“We heard a blast.” Then it was dark.", ["“We heard a blast.”", "Then it was dark."]),
    ("The U.S. Treasury acted. It named two men.", ["The U.S. Treasury acted.", "It named two men."]),
    ("He left at 9 p.m. The road was closed.", ["He left at 9 p.m.", "The road was closed."]),
    ("J. Smith counted 3.5 tonnes. Nobody was hurt!", ["J. Smith counted 3.5 tonnes.", "Nobody was hurt!"]),
    ("• Two shells fell on the market.", ["Two shells fell on the market."]),
]


def report(text: str, title: str = "Shells fall on a town") -> Report:
    return Report("r", "a site", None, title, text, "2024-05-05", "en")


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_body_is_split_at_full_stops_that_end_sentences(text: str, expected: list[str]) -> None:
    assert [s.text for s in sentences(report(text)) if s.part != "headline"] == expected


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("Donate to keep us reporting from the front, every month counts.", "tail"),
        ("Donated ambulances were hit by shells on Friday, the mayor said.", "body"),
        ("Tags: market, shelling and the war in the east", "tail"),
        ("© 2024 a site. It may not be copied in whole or in part.", "tail"),
    ],
)
def test_a_tail_begins_with_whole_words(line: str, part: str) -> None:
    assert {s.part for s in sentences(report(f"Two shells fell on the market.\n\n{line}"))} == {
        "headline",
        "body",
        part,
    }


def test_the_parts_of_a_report_are_told_apart() -> None:
    text = (
        "By Anna Writer\n\nTwo shells fell on the market on Friday, the mayor said.\n\nA second day\n\n"
        "Photo: the market square after the strike\n\nThree people were hurt.\n\nFollow us on our channel"
    )
    parts = [(s.part, s.text.split()[0]) for s in sentences(report(text))]
    assert parts == [
        ("headline", "Shells"),
        ("byline", "By"),
        ("body", "Two"),
        ("subhead", "A"),
        ("caption", "Photo:"),
        ("body", "Three"),
        ("tail", "Follow"),
    ]


def test_lines_that_were_wrapped_by_hand_are_one_paragraph() -> None:
    text = (
        "The shells that fell on the market on Friday came from the\n"
        "hills to the east, said the mayor of the town, who\nwas there."
    )
    assert [s.text for s in sentences(report(text))][1:] == [text]


@given(st.text(max_size=300), st.text(max_size=40).filter(lambda t: "\n" not in t))
def test_every_sentence_is_the_text_at_its_offsets(text: str, title: str) -> None:
    whole = report(text, title)
    last = 0
    for sentence in sentences(whole):
        assert whole.full_text[sentence.start : sentence.end] == sentence.text
        assert sentence.start >= last
        last = sentence.end


def test_a_dateline_is_no_part_of_the_first_sentence() -> None:
    found = sentences(report("KHARTOUM, Nov 18 - Shells fell on the market. TAWILA is quiet - for now."))
    assert [(s.part, s.text) for s in found][1:] == [
        ("byline", "KHARTOUM, Nov 18 - "),
        ("body", "Shells fell on the market."),
        ("body", "TAWILA is quiet - for now."),
    ]


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("Khartoum, 18 November 2025, Tuesday (SNA): Shells fell.", "Khartoum, 18 November 2025, Tuesday (SNA): "),
        ("Khartoum, Tuesday (SNA): Shells fell.", "Khartoum, Tuesday (SNA): "),
        ("Khartoum shook on Tuesday (again): Shells fell.", None),
    ],
)
def test_a_dateline_may_name_the_day_of_the_week(line: str, dateline: str | None) -> None:
    found = [s.text for s in sentences(report(line)) if s.part == "byline"]
    assert found == ([dateline] if dateline else [])
