"""Which days do the words of a report stand for? The table of cases is when_cases.toml."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fogline
from fogline.errors import InputTypeError
from fogline.read.text import Sentence
from fogline.read.when import find_dates

TUESDAY = dt.date(2024, 11, 19)  # the day of publication in these tables

# Two sentences: the last words found count from the day told in the sentence before.
STORIES = [
    ("The port was hit on Sunday. A day earlier, rockets fell inland.", "A day earlier", "2024-11-16", "2024-11-16"),
    ("The port was hit on Friday. Three days later the fire was out.", "Three days later", "2024-11-18", "2024-11-18"),
    ("The port was hit on Friday. The next day it reopened.", "The next day", "2024-11-16", "2024-11-16"),
    ("The port was hit on Friday. The same day a bridge fell.", "The same day", "2024-11-15", "2024-11-15"),
    ("The port was hit on Friday. That evening a bridge fell.", "That evening", "2024-11-15", "2024-11-15"),
    ("The port was hit on Friday. Hours later a bridge fell.", "Hours later", "2024-11-15", "2024-11-15"),
    ("Rebels came in March 2021. They left in July of that year.", "in July of that year", "2021-07-01", "2021-07-31"),
    ("Rebels came in March 2021. The following month they left.", "The following month", "2021-04-01", "2021-04-30"),
    ("The leader vowed revenge on Sunday, a day after a raid on the port.", "a day after", "2024-11-16", "2024-11-16"),
]


@pytest.mark.parametrize(("text", "words", "first", "last"), STORIES)
def test_a_day_of_the_story_counts_from_the_day_told_before(text: str, words: str, first: str, last: str) -> None:
    found = find_dates(text, TUESDAY)[-1]
    assert (found.text, str(found.first), str(found.last), found.anchor) == (
        words, first, last, "publication" if "of that year" in words else "narrative",
    )  # fmt: skip


def test_without_a_publication_date_only_full_dates_are_resolved() -> None:
    found = find_dates("On Monday, as on 3 May 2021, the market was hit; two days ago the bridge.", None)
    assert [(m.text, m.first) for m in found] == [
        ("On Monday", None),
        ("on 3 May 2021", dt.date(2021, 5, 3)),
        ("two days ago", None),
    ]


def test_sentences_set_how_far_a_story_reaches() -> None:
    text = "It fell on Friday." + " Nothing." * 9 + " The next day it rained."
    ends = [i + 1 for i, c in enumerate(text) if c == "."]
    starts = [0, *(end + 1 for end in ends[:-1])]
    sentences = [Sentence(n, a, b, text[a:b], "body", 0) for n, (a, b) in enumerate(zip(starts, ends, strict=True))]
    far = find_dates(text, TUESDAY, sentences)[-1]
    assert far.first == TUESDAY + dt.timedelta(days=1)  # the Friday is forgotten: counted from the publication


@pytest.mark.parametrize("text", [None, 5, b"on Monday"])
def test_what_is_no_text_is_told_in_a_line(text: object) -> None:
    with pytest.raises(InputTypeError, match=r"is no text to find dates in: give a str$"):
        fogline.dates(text)  # type: ignore[arg-type]


@pytest.mark.parametrize("published", [5, 2024.5, ("2024", "12")])
def test_what_is_no_day_of_publication_is_told_in_a_line(published: object) -> None:
    with pytest.raises(InputTypeError, match=r"^published .* is no day: give an ISO date such as 2024-12-22"):
        fogline.dates("on Monday", published)  # type: ignore[arg-type]


def test_a_moment_of_publication_counts_by_its_own_day() -> None:
    moment = dt.datetime(2024, 11, 19, 23, 30, tzinfo=dt.UTC)
    assert [mention.first for mention in fogline.dates("yesterday", moment)] == [dt.date(2024, 11, 18)]


PIECES = [
    "on Monday",
    "3 May",
    "2024",
    "overnight",
    "to",
    "and",
    "since",
    "-",
    "31",
    "a day after",
    "last",
    "May",
    ".",
    "’s ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.none() | st.dates())
def test_mentions_are_in_order_within_the_text_and_run_forwards(words: list[str], published: dt.date | None) -> None:
    text = " ".join(words)
    end = 0
    for mention in find_dates(text, published):
        assert mention.start >= end and text[mention.start : mention.end] == mention.text != ""
        end = mention.end
        if mention.first and mention.last:
            assert mention.first <= mention.last


@given(st.text(max_size=80))
def test_any_text_is_read_without_error(text: str) -> None:
    find_dates(text, TUESDAY)


@given(st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2050, 1, 1)))
def test_a_full_date_means_itself_whatever_the_publication(day: dt.date) -> None:
    (found,) = find_dates(f"It fell on {day.day} {day:%B} {day.year}.", TUESDAY)
    assert (found.first, found.last) == (day, day)


SECONDS = 10  # each takes well under a second; quadratic reading would take minutes


@pytest.mark.parametrize(
    "text",
    [
        "on" + " " * 200_000 + "Monday",
        "1-2-" * 50_000,
        "the day before " * 4_000,
        "\n" * 200_000,
        "from May to " * 4_000,
        "A line\n" * 50_000,
        "on 3\n" * 50_000,
    ],
    ids=["spaces", "digits", "days before", "lines", "months", "short lines", "days"],
)
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    begun = time.process_time()
    find_dates(text, TUESDAY)
    assert time.process_time() - begun < SECONDS
