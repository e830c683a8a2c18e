"""The sentence beside a figure holds the figure's words."""

from dataclasses import replace

import pytest

from fogline import api
from fogline.model.claim import Claim
from fogline.serve.evidence import further, lacking, sentence_around

REPORT = {
    "id": "s1",
    "source": "a news site",
    "title": "Strike on Sumy",
    "text": (
        "Russian drones struck a house in Sumy on 21 December 2024, Governor Oleh Hryhorov said. He said the house "
        "burned down. Three people were killed and another four were wounded. The street is closed."
    ),
    "published": "2024-12-21T09:00:00+02:00",
    "language": "en",
}


def event(client, serving, ledger_file, report):
    with api.open(ledger_file) as ledger:
        ledger.read(report)
    serving.desk.look()
    key = client.get("/api/events", params={"report": report["id"]}).json()["events"][0]["id"]
    return client.get(f"/api/events/{key}").json()


def test_a_figure_far_from_its_claims_sentence_brings_its_own(desk, ledger_file):
    client, serving = desk
    found = event(client, serving, ledger_file, REPORT)
    claim = next(one for one in found["claims"] if "killed" in one["figures"])
    assert "Three people" not in claim["sentence"]
    further = next(one for one in claim["further"] if "killed" in one["of"])
    assert further["sentence"] == "Three people were killed and another four were wounded."
    assert "injured" in further["of"]
    start, end = further["sentence_span"]
    assert client.get("/api/reports/s1").json()["full_text"][start:end] == further["sentence"]


def test_every_figure_and_weapon_stands_in_a_sentence_that_is_told(client):
    for summary in client.get("/api/events", params={"limit": 500}).json()["events"]:
        for claim in client.get(f"/api/events/{summary['id']}").json()["claims"]:
            told = [claim["sentence_span"], *(one["sentence_span"] for one in claim["further"])]
            for key in (*claim["figures"], *(["weapon"] if claim["weapon"] else [])):
                first, last = claim["spans"][key]
                assert any(start <= first and last <= end for start, end in told), (claim["id"], key)


def test_a_report_tells_its_claims_further_sentences_too(desk, ledger_file):
    client, serving = desk
    event(client, serving, ledger_file, REPORT)
    claims = client.get("/api/reports/s1").json()["claims"]
    assert any("killed" in one["of"] for claim in claims for one in claim["further"])


def test_a_report_that_may_not_be_shown_gives_no_further_sentence():
    claim = Claim("c", "r", "0", *[None] * 2, "asserts", "other", "occurred", None, None, spans={"killed": (90, 95)})
    assert lacking(claim)
    assert further([claim], lambda report: None) == {}


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("One fell. Two died. Three fled.", "Two", "Two died."),
        ("He wept. “Two died.” Three fled.", "Two", "“Two died.”"),
        ("Gen. Smith said two died. Three fled.", "two", "Gen. Smith said two died."),
        ("The U.S. Army said two died at 5.30 a.m. on Monday. It rained.", "two", None),
        ("A title\n\nTwo died", "Two", "Two died"),
        ("Two died in the town. 14 were hurt!", "14", "14 were hurt!"),
        ("word " * 400 + "two died" + " word" * 400, "two", ...),
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(text, words, sentence):
    first = text.index(words)
    start, end = sentence_around(text, (first, first + len(words)))
    if sentence is ...:
        assert text[start:end].startswith("word")
        assert len(text[start:end]) < 1300
        return
    assert text[start:end] == (sentence or text[: text.index(" It rained")])


def test_a_span_over_two_sentences_has_both():
    text = "It rained. Two died. Three fled. It stopped."
    start, end = sentence_around(text, (text.index("Two"), text.index("Three") + 5))
    assert text[start:end] == "Two died. Three fled."


def test_a_further_sentence_leaves_out_the_claims_own():
    text = "Drones hit Sumy; three people were killed."
    claim = Claim("c", "r", "0", *[None] * 2, "asserts", "other", "occurred", None, None, spans={"killed": (17, 29)})
    own = replace(claim, sentence=text[:16])
    assert [one["sentence"] for one in further([own], lambda report: text)["c"]] == ["three people were killed."]
    own = replace(claim, sentence=text[30:], sentence_start=30, spans={"killed": (17, 29)})
    assert [one["sentence"] for one in further([own], lambda report: text)["c"]] == [text[:29]]
