"""Which days do the words of a report stand for?"""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.read.text import Sentence
from fogline.read.when import find_dates

TUESDAY = dt.date(2024, 11, 19)  # the day of publication in these tables

# One sentence, the words that are found in it, first and last day ("-" for an open end).
CASES = [
    # Counted from the publication
    ("A depot burned on Monday.", "on Monday", "2024-11-18", "2024-11-18"),
    ("A depot burned on Tuesday evening.", "on Tuesday evening", "2024-11-19", "2024-11-19"),
    ("Two men were hurt last Saturday.", "last Saturday", "2024-11-16", "2024-11-16"),
    ("The last clash was on Sunday last week.", "on Sunday last week", "2024-11-17", "2024-11-17"),
    ("Shells fell in the early hours of Sunday.", "in the early hours of Sunday", "2024-11-17", "2024-11-17"),
    ("They came before dawn on Friday.", "before dawn on Friday", "2024-11-15", "2024-11-15"),
    ("It began early on Sunday.", "early on Sunday", "2024-11-17", "2024-11-17"),
    ("A mine went off yesterday morning.", "yesterday morning", "2024-11-18", "2024-11-18"),
    ("The mayor spoke earlier today.", "earlier today", "2024-11-19", "2024-11-19"),
    ("Drones flew over the port last night.", "last night", "2024-11-18", "2024-11-19"),
    ("Drones flew over the port overnight.", "overnight", "2024-11-18", "2024-11-19"),
    ("Drones came overnight into Thursday.", "overnight into Thursday", "2024-11-13", "2024-11-14"),
    ("They fled in the night of Friday to Saturday.", "in the night of Friday to Saturday", "2024-11-15", "2024-11-16"),
    ("A raid on the night of 22 June.", "on the night of 22 June", "2024-06-22", "2024-06-23"),
    ("It was hit two days ago.", "two days ago", "2024-11-17", "2024-11-17"),
    ("Talks failed last week.", "last week", "2024-11-11", "2024-11-17"),
    ("A bridge fell earlier this week.", "earlier this week", "2024-11-18", "2024-11-19"),
    ("A law was passed earlier this month.", "earlier this month", "2024-11-01", "2024-11-19"),
    ("The town fell last month.", "last month", "2024-10-01", "2024-10-31"),
    ("Exports fell this year.", "this year", "2024-01-01", "2024-12-31"),
    ("The fighting has grown in recent weeks.", "in recent weeks", "2024-10-20", "2024-11-19"),
    ("Nine people died over the past 24 hours.", "over the past 24 hours", "2024-11-18", "2024-11-19"),
    ("Prices doubled over the past two months.", "over the past two months", "2024-09-20", "2024-11-19"),
    ("They clashed at the weekend.", "at the weekend", "2024-11-16", "2024-11-17"),
    # Open ends
    ("No bread since Thursday.", "since Thursday", "2024-11-14", "2024-11-19"),
    ("The road is shut since February 2022.", "since February 2022", "2022-02-01", "2024-11-19"),
    ("The village had been taken by Friday.", "by Friday", "-", "2024-11-15"),
    ("The airport is closed until Friday.", "until Friday", "-", "2024-11-22"),
    ("Fifteen people were held since the 12th.", "since the 12th", "2024-11-12", "2024-11-19"),
    # Ahead
    ("The ministers will meet on Friday.", "on Friday", "2024-11-22", "2024-11-22"),
    ("On Friday, the ministers will meet.", "On Friday", "2024-11-22", "2024-11-22"),
    ("An envoy is expected next Friday.", "next Friday", "2024-11-22", "2024-11-22"),
    ("He said on Monday that it would go on.", "on Monday", "2024-11-18", "2024-11-18"),
    ("The town has declared Thursday a day of mourning.", "Thursday", "2024-11-21", "2024-11-21"),
    # The calendar
    ("It was shelled on 23 June 2023.", "on 23 June 2023", "2023-06-23", "2023-06-23"),
    ("It was shelled on June 23, 2023.", "on June 23, 2023", "2023-06-23", "2023-06-23"),
    ("It was shelled on 23 June.", "on 23 June", "2024-06-23", "2024-06-23"),
    ("It was shelled on December 23.", "on December 23", "2024-12-23", "2024-12-23"),
    ("It was shelled on January 23.", "on January 23", "2024-01-23", "2024-01-23"),
    ("PORT VALE, Nov. 18 - Shells fell.", "Nov. 18", "2024-11-18", "2024-11-18"),
    ("Published 2024-11-18 at noon.", "2024-11-18", "2024-11-18", "2024-11-18"),
    ("Published 18.11.2024.", "18.11.2024", "2024-11-18", "2024-11-18"),
    ("Published 11/18/2024.", "11/18/2024", "2024-11-18", "2024-11-18"),
    ("Friday 15 November, around noon", "Friday 15 November, around noon", "2024-11-15", "2024-11-15"),
    ("16:20, 8 October 2024", "8 October 2024", "2024-10-08", "2024-10-08"),
    ("Shelling went on between 3 and 5 May.", "between 3 and 5 May", "2024-05-03", "2024-05-05"),
    ("Shelling, 1-3 May", "1-3 May", "2024-05-01", "2024-05-03"),
    ("Shelling from 30 October to 2 November.", "from 30 October to 2 November", "2024-10-30", "2024-11-02"),
    ("They fought from Friday to Sunday.", "from Friday to Sunday", "2024-11-15", "2024-11-17"),
    ("The bridge fell in May.", "in May", "2024-05-01", "2024-05-31"),
    ("The bridge fell in December.", "in December", "2023-12-01", "2023-12-31"),
    ("The bridge fell in late March 2023.", "in late March 2023", "2023-03-21", "2023-03-31"),
    ("The bridge fell in October last year.", "in October last year", "2023-10-01", "2023-10-31"),
    ("Rain stopped the war in May and June.", "in May and June", "2024-05-01", "2024-06-30"),
    ("The rebels took power in 2016.", "in 2016", "2016-01-01", "2016-12-31"),
    ("They reject a 2016 peace deal.", "2016", "2016-01-01", "2016-12-31"),
    ("A push in the spring of 2023 failed.", "in the spring of 2023", "2023-03-01", "2023-05-31"),
    ("Arms sales in the first quarter of 2024 rose.", "in the first quarter of 2024", "2024-01-01", "2024-03-31"),
]


@pytest.mark.parametrize(("sentence", "words", "first", "last"), CASES)
def test_words_of_time_stand_for_days(sentence: str, words: str, first: str, last: str) -> None:
    found = find_dates(sentence, TUESDAY)
    shown = [(m.text, str(m.first or "-"), str(m.last or "-")) for m in found]
    assert shown == [(words, first, last)]


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


NO_DATES = [
    "The three-year war goes on.",
    "A woman aged 45 was hurt.",
    "Seventeen months of conflict have emptied the town.",
    "The two-day talks failed.",
    "The siren went at 17:25.",
    "It may be that troops march on.",
    "More than 2000 soldiers surrendered.",
    "He told Russia Today so.",
    "The Sunday Times asked.",
    "A 37-storey tower stands there.",
    "The 33rd Brigade held on.",
    "It was sent on 31 June.",
]


@pytest.mark.parametrize("sentence", NO_DATES)
def test_durations_ages_and_names_are_no_dates(sentence: str) -> None:
    assert find_dates(sentence, TUESDAY) == []


def test_without_a_publication_date_only_full_dates_are_resolved() -> None:
    found = find_dates("On Monday, as on 3 May 2021, the market was hit; two days ago the bridge.", None)
    assert [(m.text, m.first) for m in found] == [
        ("On Monday", None),
        ("on 3 May 2021", dt.date(2021, 5, 3)),
        ("two days ago", None),
    ]


def test_a_reporters_october_7_is_that_of_2023() -> None:
    (found,) = find_dates("Hostages taken in the Hamas attack of October 7 are still held.", TUESDAY)
    assert found.days is not None and found.days.iso() == ["2023-10-07", "2023-10-07"]


def test_sentences_set_how_far_a_story_reaches() -> None:
    text = "It fell on Friday." + " Nothing." * 9 + " The next day it rained."
    ends = [i + 1 for i, c in enumerate(text) if c == "."]
    starts = [0, *(end + 1 for end in ends[:-1])]
    sentences = [Sentence(n, a, b, text[a:b], "body", 0) for n, (a, b) in enumerate(zip(starts, ends, strict=True))]
    far = find_dates(text, TUESDAY, sentences)[-1]
    assert far.first == TUESDAY + dt.timedelta(days=1)  # the Friday is forgotten: counted from the publication


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
