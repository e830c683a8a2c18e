"""A case is checked before it is scored, and what is wrong is one line that names the place."""

import json

import pytest
from score_builders import R1, case_json, write_case

from fogline.score.cases import read_case, read_cases
from fogline.score.checks import CaseError

MENTION = {"e": "e1", "r": "r1", "at": "Alandian drones", "what": "set", "where": "Harvik"}


def test_a_case_has_its_reports_as_a_reader_gets_them(tmp_path):
    case = read_case(write_case(tmp_path / "harvik"))
    assert case.rows[0]["title"] == "Drones over Harvik"
    assert case.rows[0]["text"] == R1.split("\n\n")[1].strip()
    assert case.rows[1]["published"] == "2024-05-06"
    assert case.mentions is None


def test_a_folder_of_cases_gives_them_by_name(tmp_path):
    for name in ("b", "a"):
        write_case(tmp_path / name)
    assert [case.name for case in read_cases([tmp_path, tmp_path / "a"])] == ["a", "b"]


def test_two_cases_of_one_name_are_refused(tmp_path):
    first, second = write_case(tmp_path / "x" / "harvik"), write_case(tmp_path / "y" / "harvik")
    with pytest.raises(CaseError, match="another of the cases has the name harvik"):
        read_cases([first, second])


@pytest.mark.parametrize("levels", [0, 1, 2])
def test_names_of_parties_are_taken_from_the_nearest_folder(tmp_path, levels):
    folder = write_case(tmp_path / "set" / "harvik")
    (folder / "parties.json").unlink()
    (folder, *folder.parents)[levels].joinpath("parties.json").write_text('{"Aland": ["The Álanders"]}')
    assert read_case(folder).names.party("the alanders") == "aland"


def changed(path, value):
    """The case with one value changed; the path is keys and positions."""
    case = inner = case_json()
    *way, key = path
    for step in way:
        inner = inner[step]
    inner[key] = value
    return case


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        (("events", 0, "type"), "quarrel", "events[0].type: 'quarrel' is none of air_drone_strike, "),
        (("events", 0, "status"), None, "events[0].status: None is none of occurred, threatened, planned"),
        (("events", 1, "date"), "2024-05-05", "events[1].date: must be a list"),
        (("events", 1, "date"), ["2024-05-05"], "events[1].date: must be two ISO days"),
        (("events", 1, "date", 0), "5 May", "events[1].date[0]: '5 May' is no ISO date"),
        (("events", 0, "place"), "Harvik", "events[0].place: must be an object"),
        (("events", 0, "place"), {"name": "Harvik", "lat": 1, "lon": 2}, "events[0].place.radius_km: must be a number"),
        (("events", 0, "weapon"), ["catapult"], "events[0].weapon[0]: 'catapult' is none of drone, "),
        (("events", 0, "claims", 0, "report"), "r9", "events[0].claims[0].report: 'r9' is none of r1, r2"),
        (("events", 0, "claims", 0, "figures"), {"sad": [1, 1]}, "events[0].claims[0].figures: 'sad' is none of "),
        (("events", 0, "claims", 0, "figures"), {"killed": 4}, "events[0].claims[0].figures.killed: must be a list"),
        (("events", 0, "disputed"), ["weather"], "events[0].disputed[0]: 'weather' is none of "),
        (("events", 1, "id"), "e1", "events: two have the id e1"),
        (("links", 0, "to"), "e9", "links[0].to: 'e9' is none of e1, e2, e3"),
        (("reports", 0, "published"), "soon", "reports[0].published: 'soon' is no ISO date"),
    ],
)
def test_a_fault_names_its_place(tmp_path, path, value, fault):
    folder = write_case(tmp_path / "harvik", changed(path, value))
    with pytest.raises(CaseError) as error:
        read_case(folder)
    assert str(error.value).startswith(f"{folder}/case.json: {fault}")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"r": "r9"}, "r: 'r9' is none of r1, r2"),
        ({"e": "e9"}, "e: 'e9' is none of e1, e2, e3"),
        ({"at": "No such words"}, "there is no sentence 'No such words' in r1"),
        ({"where": "Oslo"}, "where 'Oslo' is not in the sentence 'Alandian drones'"),
        ({"what": None}, "needs a what"),
        ({"weather": "rain"}, "there is no key 'weather' for a mention"),
    ],
)
def test_a_fault_of_a_mention_names_its_line(tmp_path, change, fault):
    folder = write_case(tmp_path / "harvik", mentions=[MENTION, MENTION | change])
    with pytest.raises(CaseError) as error:
        read_case(folder)
    assert str(error.value).startswith(f"{folder}/mentions.jsonl, line 2: {fault}")


def test_words_of_a_mention_are_found_in_its_sentence(tmp_path):
    (mention,) = read_case(write_case(tmp_path / "harvik", mentions=[MENTION])).mentions
    text = R1.strip()
    assert {role: text[start:end] for role, (start, end) in mention.spans} == {"what": "set", "where": "Harvik"}
    assert all(start > text.index("Alandian") for _, (start, _) in mention.spans)


def test_broken_json_and_a_missing_report_are_one_line(tmp_path):
    folder = write_case(tmp_path / "harvik")
    (folder / "r2.txt").unlink()
    with pytest.raises(CaseError, match=r"r2\.txt: No such file"):
        read_case(folder)
    (folder / "case.json").write_text(json.dumps(case_json())[:-1])
    with pytest.raises(CaseError, match=r"case\.json: is broken JSON"):
        read_case(folder)
