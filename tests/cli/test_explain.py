"""`fogline explain`: a report with what was read out of it, marked in place."""

import io
import json
import types

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from fogline.cli.explain import explain
from fogline.cli.explain_merge import _tell_dispute
from fogline.cli.marks import Mark, bracketed, marks_of, pieces
from fogline.cli.output import Page
from fogline.model import Claim, Report
from fogline.model.explained import Opposed


def test_words_are_marked_in_the_text(run, ledger):
    shown = run("explain", "a1").stdout
    assert (
        "[weapon: Drones] [what: hit] flats in Kazan. [injured: One person] was hurt, [said: a doctor said]." in shown
    )


def test_a_folder_is_no_report(run, tmp_path):
    answer = run("explain", str(tmp_path))
    assert answer.exit_code == 2
    assert "is a folder; name one file" in answer.stderr


def test_claims_follow_with_the_words_that_they_came_from(run, ledger):
    shown = run("explain", "a2").stdout
    assert "1. The mayor (Russia) says: drones" in shown
    assert "injured  0" in shown
    assert "“nobody was hurt”" in shown


def test_json_holds_text_and_spans(run, ledger):
    answer = json.loads(run("explain", "a1", "--format", "json").stdout)
    whole = answer["report"]["title"] + "\n\n" + answer["report"]["text"]
    start, end = answer["claims"][0]["spans"]["injured"]
    assert whole[start:end] == "One person"


def test_a_value_is_shown_with_its_rule_and_lexicon_entry(run, ledger):
    shown = run("explain", "a1").stdout
    assert "word for a weapon  en/things.toml weapon.drone: drone" in shown


def test_a_value_whose_rule_is_not_known_says_so(run, ledger):
    row = next(line for line in run("explain", "a1").stdout.splitlines() if line.strip().startswith("what"))
    assert row.rstrip().endswith("rule not known")


def test_claims_that_the_reader_does_not_find_again_say_so(run, ledger):
    assert "The rules are not known" in run("explain", "a2").stdout


def test_json_has_spans_with_question_value_rule_and_entry(run, ledger):
    answer = json.loads(run("explain", "a1", "--format", "json").stdout)
    weapon = next(span for span in answer["spans"] if span["question"] == "weapon")
    assert answer["text"][weapon["start"] : weapon["end"]] == "Drones"
    assert weapon["value"] == "drone"
    assert weapon["rule"] == "word for a weapon"
    assert weapon["lexicon"] == "en/things.toml weapon.drone: drone"
    assert weapon["claim"] == answer["claims"][0]["id"]


def test_json_has_null_for_a_rule_that_is_not_known(run, ledger):
    answer = json.loads(run("explain", "a1", "--format", "json").stdout)
    assert {span["rule"] for span in answer["spans"] if span["question"] == "where"} == {None}
    assert answer["claims"][0]["why"]["where"] == []


def test_stated_distances_are_shown_with_what_the_map_says(run, ledger, here):
    text = "Plant hit\n\nDrones hit Kazan in Russia, about 1,000 km from the border with Ukraine, and left."
    (here / "far.txt").write_text(text, encoding="utf-8")
    run("read", "far.txt", "--language", "en", "--published", "2024-12-22")
    found = json.loads(run("export", "--format", "json").stdout)["reports"]
    far = next(report["id"] for report in found if report["title"] == "Plant hit")
    assert (
        "“about 1,000 km from the border with Ukraine”  Kazan, RU  the border of UA  1,000 km"
        in run("explain", far).stdout
    )
    stated = json.loads(run("explain", far, "--format", "json").stdout)["distances"]
    assert [(one["km"], one["country"], one["agrees"]) for one in stated] == [(1000, "UA", True)]


def test_a_report_without_claims_says_why(run, ledger, here):
    (here / "uk.txt").write_text("Заголовок\n\nУ місті пролунали вибухи, повідомила влада.", encoding="utf-8")
    run("read", "uk.txt", "--language", "uk", "--published", "2024-01-01")
    with_id = json.loads(run("export", "--format", "json").stdout)["reports"]
    unread = next(report["id"] for report in with_id if report["language"] == "uk")
    assert "no reader for language uk" in run("explain", unread).stdout


def test_an_unknown_report_is_one_line(run, ledger):
    answer = run("explain", "r99")
    assert answer.exit_code == 1
    assert len(answer.stderr.splitlines()) == 1


def test_the_text_of_a_report_cannot_steer_the_terminal(run, here):
    line = {
        "id": "h1",
        "title": "T",
        "text": "Red \x1b[31m alert \u202e back",
        "published": "2024-01-01",
        "language": "en",
    }
    (here / "h.jsonl").write_text(json.dumps(line))
    run("read", "h.jsonl")
    shown = run("explain", "h1").stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def on_a_terminal(ledger, report, monkeypatch, **console):
    page = Page(Console(file=io.StringIO(), force_terminal=True, width=80, **console))
    monkeypatch.setattr("fogline.cli.output.Page", lambda: page)
    explain(report, ledger=ledger)
    return page.console.file.getvalue()


def test_a_terminal_shows_marks_as_colours(ledger, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    shown = on_a_terminal(ledger, "a1", monkeypatch, color_system="standard")
    assert "marked: " in shown
    assert "[weapon: Drones]" not in shown


@pytest.mark.parametrize("console", [{"no_color": True}, {"color_system": None}])
def test_a_terminal_without_colours_shows_marks_in_brackets(ledger, monkeypatch, console):
    shown = on_a_terminal(ledger, "a1", monkeypatch, **console)
    assert "[weapon: Drones] [what: hit] flats" in shown
    assert "marked: " not in shown


def test_a_report_without_a_title_begins_with_its_text(run, ledger, here, monkeypatch):
    (here / "plain.txt").write_text("A single line in the English language.", encoding="utf-8")
    run("read", "plain.txt", "--language", "en", "--published", "2024-01-01")
    found = json.loads(run("export").stdout)["reports"]
    key = next(report["id"] for report in found if not report["title"])
    assert run("explain", key).stdout.splitlines()[1:3] == ["", "A single line in the English language."]
    lines = on_a_terminal(ledger, key, monkeypatch, color_system="standard").splitlines()
    assert lines[4] == "A single line in the English language."


def claim_with(spans):
    return Claim("c", "r", "0", None, None, "asserts", "other", "occurred", None, None, spans=spans)


@pytest.mark.parametrize(
    ("marks", "text"),
    [
        ([], "Drones hit Kazan"),
        ([Mark(0, 6, ("weapon",))], "[weapon: Drones] hit Kazan"),
        ([Mark(0, 10, ("what",)), Mark(0, 6, ("weapon",))], "[what: [weapon: Drones] hit] Kazan"),
        ([Mark(0, 10, ("target", "what"))], "[target, what: Drones hit] Kazan"),
        ([Mark(11, 16, ("where",))], "Drones hit [where: Kazan]"),
        (
            [Mark(0, 10, ("what",)), Mark(7, 10, ("where",)), Mark(10, 16, ("where",))],
            "[what: Drones [where: hit]][where:  Kazan]",
        ),
        ([Mark(11, 99, ("where",))], "Drones hit Kazan"),
    ],
)
def test_marks_in_brackets(marks, text):
    assert bracketed("Drones hit Kazan", marks) == text


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5))
def test_the_pieces_joined_are_the_text(text, spans):
    marks = [Mark(start, end, ("what",)) for start, end in spans if start < end]
    assert "".join(piece.text for piece in pieces(text, marks)) == text


def test_a_span_that_crosses_another_is_cut_at_its_end():
    marks = marks_of([claim_with({"what": (0, 10), "where": (7, 16)})], "Drones hit Kazan")
    assert marks == [Mark(0, 10, ("what",)), Mark(7, 10, ("where",)), Mark(11, 16, ("where",))]


spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: (min(pair), max(pair)))


@given(st.dictionaries(st.sampled_from(["what", "where", "when", "said", "killed"]), spans))
def test_marks_lie_apart_or_within_each_other_and_cover_all_spans(named):
    marks = marks_of([claim_with(named)])
    assert all(
        a.end <= b.start
        or b.end <= a.start
        or (a.start <= b.start and b.end <= a.end)
        or (b.start <= a.start and a.end <= b.end)
        for a in marks
        for b in marks
    )
    for role, (start, end) in named.items():
        covered = {at for mark in marks if role in mark.roles for at in range(mark.start, mark.end)}
        assert covered >= set(range(start, end))


def test_a_merge_is_explained_with_features_disputes_and_answers(run, ledger):
    shown = run("explain", "--merge", "1").stdout
    assert "a1 and a3: " in shown
    assert "same: Kazan | Kazan" in shown
    assert "  1.       a doctor            says 1  a1" in shown
    assert "“in response to”, The president (Russia), a3" in shown


def test_a_merge_as_json(run, ledger):
    answer = run("explain", "--merge", "1", "--format", "json").stdout
    found = json.loads(answer)
    assert list(found) == ["event", "joined", "near", "verdicts", "disputes", "answers"]
    assert found["joined"][0]["enough"] == 3.0
    claims = ["a1-0", "a2-0"]
    assert found["disputes"] == [{"field": "injured", "contradict": [claims], "claims": claims, "uncompared": 0}]
    assert found["answers"][0]["told"][0]["words"] == "in response to"
    assert run("explain", "--merge", "1", "--format", "json").stdout == answer


@pytest.mark.parametrize(("words", "status"), [((), 2), (("a1", "--merge", "1"), 2), (("--merge", "99"), 1)])
def test_a_report_or_an_event_is_explained(run, ledger, words, status):
    assert run("explain", *words).exit_code == status


@pytest.mark.parametrize("option", ["--source", "--published", "--language"])
def test_what_is_said_of_a_file_goes_with_no_merge(run, ledger, option):
    answer = run("explain", "--merge", "1", option, "2024")
    assert answer.exit_code == 2
    assert f"{option}: for a file that is read for this alone; leave it out with --merge" in answer.stderr


def test_a_file_is_read_for_this_alone(run, here, reports_file):
    reports_file.write_text(reports_file.read_text().splitlines()[0])
    assert "[weapon: Drones] [what: hit] flats in Kazan." in run("explain", reports_file).stdout
    assert list(here.iterdir()) == [reports_file]


def test_a_file_is_dated_by_the_option(run, here):
    file = here / "one.txt"
    file.write_text("Rain\n\nIt rained in Kazan.")
    assert "2024-12-22" in run("explain", file, "--published", "2024-12-22").stdout


def test_a_file_of_several_reports_is_no_one_report(run, here):
    file = here / "two.jsonl"
    file.write_text('{"id": "b1", "text": "Rain."}\n{"id": "b2", "text": "Sun."}\n')
    answer = run("explain", file)
    assert answer.exit_code == 2
    assert "holds 2 reports" in answer.stderr


def test_a_file_that_cannot_be_read_says_why(run, here):
    file = here / "none.txt"
    file.write_text("")
    answer = run("explain", file)
    assert answer.exit_code != 0
    assert "is empty" in answer.stderr


def test_a_report_on_standard_input_is_explained_and_no_ledger_is_touched(run, here):
    answer = run("explain", "-", "--published", "2024-12-22", input="Drones struck Kazan.")
    assert answer.exit_code == 0
    assert "Kazan" in answer.stdout
    assert not list(here.glob("*.db"))


def test_a_day_is_not_given_for_a_report_of_the_ledger(run, ledger):
    answer = run("explain", "a1", "--published", "2024-12-22")
    assert answer.exit_code == 2
    assert "--published: for a file" in answer.stderr


def test_of_very_many_pairs_the_first_are_shown_and_the_others_counted():
    ids = [f"c{number}" for number in range(60)]
    told = [Claim(id, "r1", "0", id, None, "denies", "threat", "threatened", None, None) for id in ids]
    event = types.SimpleNamespace(claims=told)
    dispute = Opposed("occurred", tuple(zip(ids[::2], ids[1::2], strict=True)), tuple(ids), uncompared=7)
    out = io.StringIO()
    _tell_dispute(
        Page(Console(file=out, width=100)), dispute, event, {"r1": Report("r1", None, None, "", "", None, "en")}
    )
    lines = out.getvalue().splitlines()
    assert sum("against" in line for line in lines) == 20
    assert lines[-2].strip() == "and 10 pairs more: --format json has all"
    assert lines[-1].strip() == "7 further claims compared with none: there are too many"
