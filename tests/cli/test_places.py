"""`fogline places`: names of places and what they mean, for a person, a program and as a filter."""

import json

import pytest

import fogline
from fogline.errors import InputTypeError

TEXT = "Kyiv accused Russian forces of shelling Tripoli, Lebanon."


@pytest.fixture
def text_file(here):
    (here / "article.txt").write_text(TEXT)
    return "article.txt"


def test_each_name_comes_with_its_role_and_place(run, text_file):
    mentions = json.loads(run("places", text_file, "--format", "json").stdout)["mentions"]
    assert [(m["text"], m["role"], m["place"]["country"]) for m in mentions] == [
        ("Kyiv", "party", "UA"),
        ("Russian", "demonym", "RU"),
        ("Tripoli", "place", "LB"),
        ("Lebanon", "place", "LB"),
    ]
    assert all(TEXT[m["start"] : m["end"]] == m["text"] for m in mentions)
    assert set(mentions[0]) == {"start", "end", "text", "role", "place"}
    assert list(mentions[2]["place"]) == [
        "name",
        "country",
        "region",
        "lat",
        "lon",
        "geonameid",
        "precision",
        "confidence",
    ]


def test_candidates_come_on_request_the_one_meant_first(run, text_file):
    mentions = json.loads(run("places", text_file, "--format", "json", "--candidates").stdout)["mentions"]
    tripoli = next(m for m in mentions if m["text"] == "Tripoli")
    assert {"LB", "LY"} <= {one["country"] for one in tripoli["candidates"]}
    assert tripoli["candidates"][0]["country"] == "LB"


def test_a_person_gets_a_table(run, text_file):
    lines = run("places", text_file).stdout.splitlines()
    assert lines[0].split() == ["words", "role", "place", "precision", "lat", "lon", "sure", "at"]
    assert "Tripoli, North Lebanon, LB" in lines[3]


def test_a_stream_is_answered_line_by_line(run, here):
    lines = [{"id": 1, "text": "A blast in Kazan."}, {"id": "b", "text": "Nothing."}]
    (here / "in.jsonl").write_text("\n".join(json.dumps(line) for line in lines) + "\nno json\n")
    answer = run("places", "--jsonl", "in.jsonl")
    found = [json.loads(line) for line in answer.stdout.splitlines()]
    assert [(line["id"], [m["text"] for m in line["mentions"]]) for line in found] == [(1, ["Kazan"]), ("b", [])]
    assert answer.exit_code == 1
    assert "line 3" in answer.stderr


def test_an_id_that_json_cannot_write_is_refused(run, here):
    (here / "in.jsonl").write_text('{"id": NaN, "text": "A"}\n{"id": 1e999, "text": "B"}\n{"id": 3, "text": "C"}\n')
    answer = run("places", "--jsonl", "in.jsonl")
    assert [json.loads(line)["id"] for line in answer.stdout.splitlines()] == [3]
    assert "NaN is no number of JSON" in answer.stderr
    assert "skipped line 2" in answer.stderr


def test_what_is_no_text_is_refused():
    with pytest.raises(InputTypeError, match="None is no text"):
        fogline.places(None)


def test_a_text_without_places_says_so(run, here):
    (here / "empty.txt").write_text("Nothing happened.")
    assert run("places", "empty.txt").stdout == "No name of a place.\n"


def test_a_text_must_be_named(run):
    assert run("places").exit_code == 2


def test_python_gives_the_same():
    found = fogline.places(TEXT)
    assert [m.text for m in found] == ["Kyiv", "Russian", "Tripoli", "Lebanon"]
    assert found[0].candidates == ()
