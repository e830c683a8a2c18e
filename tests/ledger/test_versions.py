"""Two reports with one id: what is kept does not depend on which came first."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.ledger.versions import kept, same_words
from fogline.model import Report

PLAIN = Report("r1", "an agency", None, "Bridge hit", "The bridge was hit.", None, None)

versions = st.builds(
    lambda text, source, published, language: replace(
        PLAIN, text=text, source=source, published=published, language=language
    ),
    st.sampled_from(("The bridge was hit.", "The bridge  was hit.", "It stands.")),
    st.sampled_from(("an agency", None)),
    st.sampled_from((None, "2024-12-22", "2024-12-22T09:00:00+03:00", "2024-12-23")),
    st.sampled_from((None, "en", "uk")),
)


@pytest.mark.parametrize(
    ("one", "other", "kept_date"),
    [
        (None, "2024-12-22", "2024-12-22"),
        (None, None, None),
        ("2024-12-23", "2024-12-22", "2024-12-22"),
        ("2024-12-22", "2024-12-22T09:00:00+03:00", "2024-12-22T09:00:00+03:00"),
        ("2024-12-22", "2024-12-23T09:00:00+03:00", "2024-12-22"),
    ],
)
def test_the_date_that_one_lacks_is_taken_and_of_two_the_first_counts(
    one: str | None, other: str | None, kept_date: str | None
) -> None:
    assert kept(replace(PLAIN, published=one), replace(PLAIN, published=other)).published == kept_date


def test_of_other_words_one_is_kept_whole() -> None:
    other = replace(PLAIN, text="Something else.", published="2024-12-22")
    assert kept(PLAIN, other) in (PLAIN, other)
    assert not same_words(PLAIN, other)


@given(versions, versions, versions)
def test_order_and_repetition_change_nothing(one: Report, two: Report, three: Report) -> None:
    assert kept(one, one) == one
    assert kept(one, two) == kept(two, one)
    assert kept(kept(one, two), three) == kept(one, kept(two, three))
