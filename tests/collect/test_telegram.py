"""Exports of Telegram channels: each message with enough text is a report, the same from JSON and from HTML."""

import json
from pathlib import Path

import pytest

from fogline.collect import Defaults, collect
from fogline.model import Report
from fogline.model.problem import Passed, Problem

STRIKE = "Drones hit the port of Odesa in the night, two people were wounded."
POSTS: list[dict[str, object]] = [
    {"id": -1, "type": "service", "date": "2024-12-22T00:00:00", "action": "create_channel"},
    {"id": 2, "text": STRIKE},
    {
        "id": 3,
        "text": [{"type": "bold", "text": "Odesa."}, " The port burns.\n\nWatch ", {"type": "link", "text": "x"}],
    },
    {"id": 4, "text": "", "photo": "photos/4.jpg"},
    {"id": 5, "text": "🇺🇦 Glory!"},
    {"id": 6, "text": "An explosion was heard in Mykolaiv.", "forwarded_from": "Mykolaiv Live"},
]


def export(tmp_path: Path, *posts: dict[str, object], kind: str = "public_channel", name: str = "Odesa Now") -> Path:
    whole = {"type": "message", "date": "2024-12-22T10:30:15", "date_unixtime": "1734856215", "from": name}
    messages = [whole | post for post in posts]
    path = tmp_path / "result.json"
    path.write_text(json.dumps({"name": name, "type": kind, "id": 77, "messages": messages}), encoding="utf-8")
    return path


def html_export(tmp_path: Path, *messages: str) -> Path:
    path = tmp_path / "messages.html"
    path.write_text(
        '<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head><body>'
        '<div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">\nOdesa Now\n'
        '</div></div></div><div class="page_body chat_page"><div class="history">'
        f"{''.join(messages)}</div></div></div></body></html>",
        encoding="utf-8",
    )
    return path


def html_message(number: int, text: str, writer: str = "Odesa Now", inside: str = "") -> str:
    return (
        f'<div class="message default clearfix" id="message{number}"><div class="body">'
        '<div class="pull_right date details" title="22.12.2024 10:30:15 UTC+02:00">10:30</div>'
        f'<div class="from_name">\n{writer} \n</div>{inside}<div class="text">\n{text}\n</div></div></div>'
    )


def reports(path: Path, **defaults: str) -> list[Report]:
    return [one for one in collect([str(path)], Defaults(**defaults)) if isinstance(one, Report)]


def test_messages_become_reports(tmp_path: Path) -> None:
    first, second, third = reports(export(tmp_path, *POSTS))
    assert (first.text, first.title, first.source, first.language) == (STRIKE, "", "Odesa Now", "en")
    assert first.published == "2024-12-22T10:30:15+02:00"
    assert first.id.startswith("tg-") and first.id.endswith("-2")
    assert second.text == "Odesa. The port burns.\n\nWatch x"
    assert third.source == "Odesa Now, forwarded from Mykolaiv Live"


def test_what_holds_no_report_is_counted_and_no_problem(tmp_path: Path) -> None:
    found = list(collect([str(export(tmp_path, *POSTS))]))
    assert not [one for one in found if isinstance(one, Problem)]
    assert {one.reason: one.count for one in found if isinstance(one, Passed)} == {
        "service": 1,
        "no_text": 1,
        "too_short": 1,
    }


def test_html_gives_the_same_reports(tmp_path: Path) -> None:
    forwarded = (
        '<div class="forwarded body"><div class="from_name">Mykolaiv Live <span class="date details" '
        'title="22.12.2024 09:00:00 UTC+02:00"> 22.12.2024 09:00:00</span></div>'
        '<div class="text">An explosion was heard in Mykolaiv.</div></div>'
    )
    page = html_export(
        tmp_path,
        '<div class="message service" id="message-1"><div class="body details">22 December 2024</div></div>',
        html_message(2, STRIKE),
        html_message(3, '<strong>Odesa.</strong> The port burns.<br><br>Watch <a href="https://x.example">x</a>'),
        html_message(4, "").replace('<div class="text">\n\n</div>', '<div class="media_wrap clearfix"></div>'),
        html_message(5, "🇺🇦 Glory!"),
        html_message(6, "", inside=forwarded).replace('<div class="text">\n\n</div>', ""),
    )
    assert reports(page) == reports(export(tmp_path, *POSTS))


def test_an_edited_message_is_another_report(tmp_path: Path) -> None:
    (before,) = reports(export(tmp_path, {"id": 2, "text": STRIKE}))
    (after,) = reports(export(tmp_path, {"id": 2, "text": STRIKE + " One died.", "edited_unixtime": "1734860000"}))
    assert after.id == before.id + "-e1734860000"


def test_what_persons_write_is_not_read(tmp_path: Path) -> None:
    for kind in ("personal_chat", "private_supergroup", "saved_messages"):
        (problem,) = collect([str(export(tmp_path, *POSTS, kind=kind))])
        assert isinstance(problem, Problem)
        assert (problem.reason, kind in problem.message) == ("no_channel", True)
    (passed,) = collect([str(html_export(tmp_path, html_message(2, STRIKE, writer="Olena")))])
    assert isinstance(passed, Passed)
    assert passed.reason == "personal"


def test_an_account_s_export_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text('{"about": "x", "personal_information": {"user_id": 1}, "chats": {"list": []}}')
    (problem,) = collect([str(path)])
    assert isinstance(problem, Problem)
    assert "export the channel alone" in problem.message


@pytest.mark.parametrize(
    ("fields", "published"),
    [
        ({"date": "2024-12-22T05:30:15", "date_unixtime": "1734856215"}, "2024-12-22T05:30:15-03:00"),
        ({"date": "2024-12-22T10:30:15", "date_unixtime": None}, "2024-12-22"),
        ({"date": "2024-12-20T10:30:15", "date_unixtime": "1734856215"}, "2024-12-22T08:30:15+00:00"),
        ({"date": None, "date_unixtime": None}, None),
        ({"date": "soon", "date_unixtime": "9" * 40}, None),
    ],
)
def test_the_moment_with_its_offset(tmp_path: Path, fields: dict[str, object], published: str | None) -> None:
    (report,) = reports(export(tmp_path, {"id": 2, "text": STRIKE, **fields}))
    assert report.published == published


def test_an_export_that_breaks_off_gives_what_stands_before(tmp_path: Path) -> None:
    path = export(tmp_path, {"id": 2, "text": STRIKE}, {"id": 3, "text": STRIKE + " Again."})
    path.write_bytes(path.read_bytes()[:-60])
    found = list(collect([str(path)]))
    assert [type(one) for one in found] == [Report, Problem]
    assert "is broken JSON" in found[-1].message  # type: ignore[union-attr]


def test_messages_that_are_none_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    path = export(tmp_path, {"id": "x", "text": STRIKE}, {"id": 3, "text": STRIKE}, {"id": 4, "text": 7})
    found = list(collect([str(path)]))
    assert [type(one) for one in found] == [Problem, Report, Passed]


def test_a_json_file_with_messages_that_is_no_export_stays_what_it_was(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text('{"text": "Shells fell on the village.", "messages": []}')
    (report,) = reports(path)
    assert report.text == "Shells fell on the village."
