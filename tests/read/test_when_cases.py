"""The table of words of time (when_cases.toml): each case is read as it says, and near misses are not read."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from fogline.read import calendar_from, calendar_tried, when
from fogline.read.when import find_dates

TABLE = tomllib.loads((Path(__file__).parent / "when_cases.toml").read_text(encoding="utf-8"))
LEAST_CASES = 200
CASES = [(group, case) for group in TABLE["group"] for case in group["cases"]]


def shown(first: dt.date | None, last: dt.date | None) -> str:
    """An interval as the table writes it."""
    return str(first) if first == last else f"{first or ''}..{last or ''}"


@pytest.mark.parametrize(("group", "case"), CASES, ids=[f"{group['title']}: {case[0]}" for group, case in CASES])
def test_words_of_time(group: dict[str, Any], case: list[str]) -> None:
    sentence, *told = case
    found = find_dates(sentence, group.get("published", TABLE["published"]))
    days = [(mention.text, shown(mention.first, mention.last)) for mention in found]
    assert days == list(zip(told[::2], told[1::2], strict=True))
    for key in ("precision", "anchor"):
        if key in group:
            assert {getattr(mention, key) for mention in found} == {group[key]}


def test_the_table_is_long_and_says_nothing_twice() -> None:
    sentences = [(group.get("published"), case[0]) for group, case in CASES]
    assert len(set(sentences)) == len(sentences) >= LEAST_CASES
    assert sum(len(case) == 1 for _, case in CASES) >= LEAST_CASES // 5


def test_the_rules_that_hints_leave_out_would_find_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = [(case[0], group.get("published", TABLE["published"])) for group, case in CASES]
    with_hints = [find_dates(sentence, published) for sentence, published in text]
    every = frozenset().union(*(rule.needs for rule in calendar_tried.all_rules()))
    for module in (when, calendar_from):
        monkeypatch.setattr(module, "kinds_of_hints", lambda text, start, end: dict.fromkeys(every, start))
    assert [find_dates(sentence, published) for sentence, published in text] == with_hints
