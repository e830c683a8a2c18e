"""Webhooks: signed, filtered, tried again, given up and counted, and never sent to the own network unasked."""

import hashlib
import hmac
import http.server
import json
import logging
import re
import threading
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from fogline import api
from fogline.cli import app
from fogline.collect.skip import Skip
from fogline.errors import HooksError
from fogline.serve.asking import ALL, Asked
from fogline.serve.hook_file import read_hooks
from fogline.serve.hooks import WAITING, Call, Caller, Hook, post, signature

SECRET = "a-secret-that-is-long-enough"
FILE = """
allow = ["127.0.0.1"]

[[webhook]]
name = "desk"
url = "http://127.0.0.1:9/hook"
secret = "env:HOOK_SECRET"
filter = { type = ["threat"], disputed = true, near = "Kazan 50km" }

[[webhook]]
name = "all"
url = "https://hooks.example.org/x"
secret = "a-secret-that-is-long-enough"
"""


def a_hook(url="http://127.0.0.1:9/", asked=ALL, private=False):
    return Hook("h", url, SECRET, asked, private)


@pytest.fixture
def receiver():
    """A server that keeps what it gets and answers as `answers` says, 200 after those."""
    got, answers = [], []

    class Receiver(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            got.append((self.headers, self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(answers.pop(0) if answers else 200)
            self.end_headers()

        def log_message(self, *args):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/hook", got, answers
    server.shutdown()
    server.server_close()


def test_the_file_says_whom_to_call_with_what(tmp_path, monkeypatch):
    monkeypatch.setenv("HOOK_SECRET", SECRET)
    path = tmp_path / "hooks.toml"
    path.write_text(FILE, encoding="utf-8")
    desk, every = read_hooks(path)
    assert (desk.secret, desk.private, every.private) == (SECRET, True, False)
    assert desk.asked.types == ("threat",)
    assert desk.asked.disputed is True
    assert desk.asked.near[2] == 50
    assert every.asked == ALL


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('name = "desk"\n', ""), "webhook 1: name is missing"),
        (("env:HOOK_SECRET", "env:NOT_SET"), "webhook desk: secret is to be in NOT_SET, which is not set"),
        (("env:HOOK_SECRET", "short"), "webhook desk: secret must have 16 characters or more"),
        (('"env:HOOK_SECRET"', "1"), "webhook desk: secret must be a text in quotes"),
        (
            ("http://127.0.0.1:9/hook", "ftp://x/"),
            "webhook desk: url leads to ftp://, and only http:// and https:// are read",
        ),
        (('type = ["threat"]', 'type = "threat"'), "webhook desk: filter.type must be a list in brackets"),
        (("disputed = true", 'disputed = "perhaps"'), "webhook desk: filter.disputed must be true or false"),
        (('near = "Kazan 50km"', 'as_of = "2024-12-22"'), "webhook desk: filter.as_of means nothing here"),
        (('name = "all"', 'name = "desk"'), "two webhooks are called desk: give each a name of its own"),
        (("secret =", "key ="), 'webhook desk: "key" is no key: name, url, secret, filter'),
        (('allow = ["127.0.0.1"]', 'allow = "127.0.0.1"'), "allow must be a list of hosts in quotes"),
        (('allow = ["127.0.0.1"]', "retries = 2"), '"retries" is no key: allow, [[webhook]]'),
        (("[[webhook]]", "[[webhook"), "is no TOML"),
        ((FILE, ""), "lists no webhook"),
        ((FILE, '[webhook]\nname = "x"'), "[webhook] is one table: write [[webhook]], for each anew"),
    ],
)
def test_a_fault_of_the_file_is_told_in_words_of_the_file(tmp_path, monkeypatch, change, told):
    monkeypatch.setenv("HOOK_SECRET", SECRET)
    path = tmp_path / "hooks.toml"
    path.write_text(FILE.replace(*change), encoding="utf-8")
    with pytest.raises(HooksError) as caught:
        read_hooks(path)
    assert any(fault.startswith(f"{path}: {told}") for fault in caught.value.faults), caught.value.faults
    assert "\n" not in str(caught.value)


def test_every_fault_of_the_file_is_told_and_one_that_is_not_there(tmp_path):
    path = tmp_path / "hooks.toml"
    path.write_text('[[webhook]]\nsecret = 1\n[[webhook]]\nname = "a b"\n', encoding="utf-8")
    with pytest.raises(HooksError) as caught:
        read_hooks(path)
    assert len(caught.value.faults) == 6
    with pytest.raises(HooksError, match=r"missing\.toml: cannot be read"):
        read_hooks(tmp_path / "missing.toml")


def test_a_bad_file_ends_the_command_as_a_bad_list_of_sources_does(tmp_path, ledger_file):
    (tmp_path / "hooks.toml").write_text("[[webhook]]\n")
    (tmp_path / "feeds.toml").write_text("[[feed]]\n")
    for option, name, faults in (("--webhooks", "hooks.toml", 3), ("--watch", "feeds.toml", 1)):
        answer = CliRunner().invoke(app, ["serve", "--ledger", str(ledger_file), option, str(tmp_path / name)])
        assert answer.exit_code == 1
        assert len(answer.stderr.splitlines()) >= faults


def test_the_file_and_the_check_of_the_document_work(tmp_path, monkeypatch):
    monkeypatch.setenv("HOOK_SECRET", SECRET)
    text = (Path(__file__).parents[2] / "docs/serve.md").read_text(encoding="utf-8")
    path = tmp_path / "hooks.toml"
    listed = text.split("## Webhooks")[1].split("    allow = ", 1)[1].split("\n\n| ")[0]
    path.write_text("allow = " + "\n".join(line[4:] if line[:4] == "    " else line for line in listed.splitlines()))
    assert [hook.name for hook in read_hooks(path)] == ["desk", "all"]
    found = {}
    exec(re.search(r"```python\n(.*?)```", text, re.DOTALL)[1], found)
    headers = {"Fogline-Timestamp": "1700000000", "Fogline-Signature": signature(SECRET, 1_700_000_000, b"{}")}
    monkeypatch.setattr(time, "time", lambda: 1_700_000_010.0)
    assert found["is_from_fogline"](headers, b"{}", SECRET)
    assert not found["is_from_fogline"](headers, b"{ }", SECRET)
    monkeypatch.setattr(time, "time", lambda: 1_700_009_000.0)
    assert not found["is_from_fogline"](headers, b"{}", SECRET)


def test_a_call_is_signed_over_its_time_and_body(receiver):
    url, got, _ = receiver
    caller = Caller(a_hook(url, private=True), clock=lambda: 1_700_000_000.5)
    assert caller.deliver(Call("id1", b'{"a":1}'))
    headers, body = got[0]
    expected = hmac.new(SECRET.encode(), b"1700000000." + body, hashlib.sha256).hexdigest()
    assert headers["Fogline-Signature"] == f"v1={expected}" == signature(SECRET, 1_700_000_000, body)
    assert headers["Fogline-Timestamp"] == "1700000000"
    assert headers["Fogline-Delivery"] == "id1"
    assert caller.tally.taken == 1


def test_what_is_not_taken_is_sent_again_under_the_same_id(receiver):
    url, got, answers = receiver
    answers += [500, 302]
    caller = Caller(a_hook(url, private=True), pauses=(0, 0, 0))
    assert caller.deliver(Call("id1", b"{}"))
    assert [headers["Fogline-Delivery"] for headers, _ in got] == ["id1"] * 3
    assert (caller.tally.taken, caller.tally.failed, caller.tally.dead) == (1, 2, 0)


def test_what_nobody_takes_is_given_up_and_counted(receiver):
    url, got, answers = receiver
    answers += [500] * 10
    caller = Caller(a_hook(url, private=True), pauses=(0, 0))
    assert not caller.deliver(Call("id1", b"{}"))
    assert len(got) == 3
    assert (caller.tally.taken, caller.tally.failed, caller.tally.dead) == (0, 3, 1)


def test_a_receiver_that_is_not_there_is_a_try_in_vain(caplog, monkeypatch):
    caller = Caller(a_hook("http://127.0.0.1:9/", private=True), pauses=())
    monkeypatch.setattr(logging.getLogger("fogline"), "propagate", True)
    with caplog.at_level(logging.WARNING, "fogline.serve"):
        assert not caller.deliver(Call("id1", b"{}"))
    assert "webhook h: a call was given up: cannot be reached" in caplog.text


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/", "http://[::1]/", "http://169.254.169.254/latest", "http://10.0.0.1/"]
)
def test_an_address_of_the_own_network_is_not_called_unless_it_is_allowed(url, monkeypatch):
    monkeypatch.delenv("FOGLINE_ALLOW_PRIVATE", raising=False)
    with pytest.raises(Skip) as caught:
        post(a_hook(url), Call("id", b"{}"), 0)
    assert caught.value.reason == "private_address"


def test_only_what_passes_the_filter_is_sent(desk, ledger_file):
    report = {
        "id": "n1",
        "title": "Missile strike on Odesa",
        "text": "A Russian missile struck Odesa on Monday, killing two people, officials said.",
        "published": "2024-12-23T09:00:00+02:00",
    }
    threats, strikes = (Caller(a_hook(asked=Asked(types=(kind,)))) for kind in ("threat", "missile_artillery_attack"))
    for caller in (threats, strikes):
        desk[1].desk.listen(caller.hear)
    with api.open(ledger_file) as ledger:
        ledger.read([report])
    desk[1].desk.look()
    assert threats.waiting.empty()
    assert json.loads(strikes.waiting.get_nowait().body)["events"][0]["place"]["name"] == "Odesa"


def test_calls_that_wait_are_bounded_and_the_oldest_given_up(desk, ledger_file):
    from fogline.serve.desk import Turn

    caller = Caller(a_hook())
    view = desk[1].desk.view
    for number in range(WAITING + 3):
        caller.hear(Turn(view, (), (), (f"gone{number}",)))
    assert caller.waiting.qsize() == WAITING
    assert caller.tally.dead == 3


def test_calls_are_in_the_metrics(open_desk, tmp_path, monkeypatch):
    monkeypatch.setenv("HOOK_SECRET", SECRET)
    path = tmp_path / "hooks.toml"
    path.write_text(FILE, encoding="utf-8")
    with open_desk(webhooks=path) as (client, serving):
        serving.callers[0].tally.dead = 2
        assert 'fogline_webhook_calls_total{hook="desk",outcome="dead"} 2.0' in client.get("/metrics").text
