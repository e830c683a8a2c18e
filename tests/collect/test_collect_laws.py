"""Laws of what comes in: any text makes a report that can be stored and printed, or one line that says why not."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.collect import collect
from fogline.collect.clean import clean_line, clean_text
from fogline.model import Report
from fogline.model.problem import Problem

any_text = st.text(st.characters(codec=None), max_size=60)
any_value = st.one_of(any_text, st.none(), st.integers(), st.floats(), st.dates(), st.lists(any_text, max_size=2))
any_fields = st.fixed_dictionaries(
    {"text": any_value},
    optional=dict.fromkeys(("id", "source", "url", "title", "published", "language"), any_value),
)


@given(any_text)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert not any(character < " " and character not in "\t\n" for character in once)
    once.encode()


def test_breaks_that_nobody_sees_are_taken_out_of_words() -> None:
    assert clean_text("Khar\u00adkiv, kill\u200bed, Ode\u2060sa") == "Kharkiv, killed, Odesa"
    assert clean_text("می\u200cخواهم") == "می\u200cخواهم"  # between letters of Persian it is a letter's form


@given(any_text)
def test_a_line_is_one_line(text: str) -> None:
    assert len(clean_line(text).splitlines()) <= 1


@settings(deadline=None)
@given(any_fields)
def test_any_fields_make_a_report_or_a_problem(fields: dict[str, object]) -> None:
    (found,) = collect([fields])
    if isinstance(found, Problem):
        assert len(found.message.splitlines()) == 1
    else:
        for part in (found.id, found.full_text, found.source or "", found.url or ""):
            part.encode()
        assert found.published_day is None or isinstance(found.published_day, dt.date)
        assert isinstance(found.id, str)
        assert list(collect([fields])) == [found], "the same input makes the same report"


@settings(deadline=None)  # the first page loads its parser
@given(st.binary(max_size=300))
def test_any_bytes_make_reports_or_problems(data: bytes) -> None:
    from fogline.collect.files import json_reports, text_report
    from fogline.collect.html import html_report
    from fogline.collect.shape import Defaults
    from fogline.collect.skip import Skip

    for read in (text_report, html_report, lambda data, defaults: list(json_reports(data, "x.json", defaults))):
        try:
            found = read(data, Defaults())
        except Skip as skip:
            assert len(skip.message.splitlines()) == 1
        else:
            assert isinstance(found, Report | list)
