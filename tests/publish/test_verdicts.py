"""Verdicts go out with the ledger and come in again, and nothing else does."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from publish_cases import APART, TAKEN_BACK, VERDICTS

from fogline.errors import UsageError
from fogline.publish import to_json, verdict_json, verdicts_from_json


def test_the_verdicts_of_an_export_are_those_that_went_in_by_time() -> None:
    assert verdicts_from_json(to_json((), {}, (), (), VERDICTS, version="0.1.0")) == [APART, TAKEN_BACK]


def test_a_bare_list_will_do_and_further_keys_are_passed_over() -> None:
    rows = [{**verdict_json(one), "state": "in_force", "by": []} for one in VERDICTS]
    assert verdicts_from_json(json.dumps(rows)) == list(VERDICTS)


@pytest.mark.parametrize(
    "text",
    ["", "no json", "{}", "3", '{"verdicts": 3}', '{"verdicts": [3]}', "[[]]", "[" * 100_000, '[{"kind": "same"}]'],
)
def test_what_holds_no_verdicts_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        verdicts_from_json(text)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("kind", "maybe"),
        ("reason", "Another reason."),
        ("reason", ""),
        ("reason", "x" * 3000),
        ("reason", "\ud800"),
        ("author", None),
        ("at", "yesterday"),
        ("at", "2024-13-45T00:00:00.000+00:00"),
        ("id", "../x"),
        ("one", []),
        ("one", [{"report": "r1", "happening": "0", "words": "none"}]),
        ("other", {"report": "r1"}),
        ("of", "0" * 16),
    ],
)
def test_a_verdict_that_was_tampered_with_is_refused(key: str, value: object) -> None:
    with pytest.raises(UsageError, match="verdict 1 of the file"):
        verdicts_from_json(json.dumps([{**verdict_json(APART), key: value}]))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda x: (
            st.lists(x)
            | st.dictionaries(
                st.sampled_from(["kind", "one", "other", "of", "at", "id", "author", "reason", "report", "words"]), x
            )
        ),
    )
)
def test_nothing_but_a_usage_error_comes_of_a_strange_file(value: object) -> None:
    try:
        verdicts_from_json(json.dumps({"verdicts": [value]}))
    except UsageError:
        return
    raise AssertionError("taken in")
