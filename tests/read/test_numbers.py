"""Which words are a number, and between which bounds?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.read.numbers import find_numbers

# A phrase and the counts in it: words, low, high (None for an open end).
CASES = [
    ("nine people", [("nine", 9, 9)]),
    ("31 soldiers", [("31", 31, 31)]),
    ("1,240 men", [("1,240", 1240, 1240)]),
    ("1.2 million people", [("1.2 million", 1_200_000, 1_200_000)]),
    ("forty-one names", [("forty-one", 41, 41)]),
    ("a hundred and five men", [("a hundred and five", 105, 105)]),
    ("half a million people", [("half a million", 500_000, 500_000)]),
    ("two dozen men", [("two dozen", 24, 24)]),
    ("half a dozen men", [("half a dozen", 6, 6)]),
    ("dozens of men", [("dozens", 24, None)]),
    ("scores of men", [("scores", 40, None)]),
    ("hundreds of men", [("hundreds", 200, None)]),
    ("several hundred men", [("several hundred", 200, None)]),
    ("tens of thousands of men", [("tens of thousands", 20_000, None)]),
    ("several men", [("several", 3, None)]),
    ("a few men", [("a few", 2, None)]),
    ("a number of men", [("a number of", 3, None)]),
    ("four dead and as many hurt", [("four", 4, 4), ("many", 4, 4)]),
    ("four dead and twice as many hurt", [("four", 4, 4)]),
    ("both gunmen and farmers", []),
    ("both men", [("both", 2, 2)]),
    ("at least nine men", [("at least nine", 9, None)]),
    ("more than ten men", [("more than ten", 11, None)]),
    ("upwards of 150 men", [("upwards of 150", 150, None)]),
    ("more than a dozen men", [("more than a dozen", 13, None)]),
    ("fewer than 20 men", [("fewer than 20", 0, 19)]),
    ("up to 20 men", [("up to 20", 0, 20)]),
    ("nearly 50 men", [("nearly 50", 45, 50)]),
    ("about 50 men", [("about 50", 45, 55)]),
    ("some 15 men", [("some 15", 14, 16)]),
    ("twenty or more men", [("twenty or more", 20, None)]),
    ("between 20 and 30 men", [("between 20 and 30", 20, 30)]),
    ("20 to 30 men", [("20 to 30", 20, 30)]),
    ("10-12 men", [("10-12", 10, 12)]),
    ("eight or nine men", [("eight or nine", 8, 9)]),
    ("rose from six to nine", [("six", 6, 6), ("nine", 9, 9)]),
    ("went up to two", [("two", 2, 2)]),
    ("handed over 12 men", [("12", 12, 12)]),
    ("killed 5 and 6 men", [("5", 5, 5), ("6", 6, 6)]),
    ("no one", [("no one", 0, 0)]),
    ("13 dead and 52 wounded", [("13", 13, 13), ("52", 52, 52)]),
]


@pytest.mark.parametrize(("phrase", "counts"), CASES)
def test_counts_with_their_bounds(phrase: str, counts: list[tuple[str, int, int | None]]) -> None:
    found = find_numbers(phrase)
    assert [(phrase[n.start : n.end], n.value.low, n.value.high) for n in found] == counts


NO_COUNTS = [
    "her son, 6, was hurt",
    "a 37-storey tower",
    "Flight 752",
    "a Su-25 jet",
    "a 155mm shell",
    "a 107-mm rocket",
    "the 33rd Brigade",
    "at 17:25",
    "at 8.10am",
    "12 km away",
    "12 May",
    "May 12",
    "aged 45",
    "a 45-year-old man",
    "Ivan Kovalenko, 61, said",
    "Aslam Khan (45) said",
    "$5 million",
    "5 percent",
    "hospital No. 9",
    "for two days",
    "40 households",
    "how many people",
]


@pytest.mark.parametrize("phrase", NO_COUNTS)
def test_measures_ages_dates_and_names_are_no_counts(phrase: str) -> None:
    assert find_numbers(phrase) == []


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_with_thousands_marked_are_their_value(number: int) -> None:
    (found,) = find_numbers(f"{number:,} people")
    assert (found.value.low, found.value.high) == (number, number)


@given(st.text(max_size=60))
def test_any_text_is_read_without_error_and_numbers_lie_within_it(text: str) -> None:
    for number in find_numbers(text):
        assert 0 <= number.start <= number.core[0] < number.core[1] <= number.end <= len(text)
