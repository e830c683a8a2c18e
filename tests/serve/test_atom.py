"""The Atom feed: by RFC 4287, with filters, and with hostile words in it."""

import re
from xml.etree import ElementTree as ET

import feedparser

from fogline import api

ATOM = "{http://www.w3.org/2005/Atom}"
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def entries(text):
    return ET.fromstring(text).findall(f"{ATOM}entry")


def test_the_feed_has_all_that_the_standard_asks_for(client):
    answer = client.get("/atom.xml")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    root = ET.fromstring(answer.content)
    assert root.tag == f"{ATOM}feed"
    for element in (root, *entries(answer.content)):
        assert element.find(f"{ATOM}id").text
        assert element.find(f"{ATOM}title").text
        assert TIME.fullmatch(element.find(f"{ATOM}updated").text)
    assert root.find(f"{ATOM}author/{ATOM}name").text == "Fogline"
    assert {link.get("rel") for link in root.findall(f"{ATOM}link")} == {"self", "alternate"}


def test_a_feed_reader_reads_it(client):
    found = feedparser.parse(client.get("/atom.xml").content)
    assert not found.bozo
    assert len(found.entries) == 12
    kazan = next(entry for entry in found.entries if entry.title == "Drones on Kazan, RU")
    assert "injured" in kazan.summary
    assert kazan.where["coordinates"][0] > 49


def test_ids_are_stable_and_one_an_event(client):
    first, again = (
        [entry.find(f"{ATOM}id").text for entry in entries(client.get("/atom.xml").content)] for _ in range(2)
    )
    assert first == again
    assert len(set(first)) == len(first)


def test_an_entry_keeps_its_id_while_its_events_id_changes(client, desk, ledger_file):
    def kazan():
        found = entries(client.get("/atom.xml").content)
        entry = next(one for one in found if one.find(f"{ATOM}title").text == "Drones on Kazan, RU")
        return entry.find(f"{ATOM}id").text, entry.find(f"{ATOM}link").get("href")

    before = kazan()
    text = "Ukrainian drones hit a high-rise in Kazan on 21 December 2024, the mayor's office said. Nobody was killed."
    for number in (1, 2):
        report = {"id": f"more{number}", "text": f"{text} It said so {number} times.", "source": f"site {number}"}
        with api.open(ledger_file) as ledger:
            ledger.read({**report, "published": f"2024-12-2{number + 1}T09:00:00+03:00", "language": "en"})
        desk[1].desk.look()
        after = kazan()
        assert after[0] == before[0]
        assert after[1] != before[1]
        before = after


def test_filters_in_the_address_narrow_it(client):
    assert len(entries(client.get("/atom.xml?type=threat").content)) == 1
    assert len(entries(client.get("/atom.xml?limit=3").content)) == 3
    assert client.get("/atom.xml?type=war").status_code == 400


def test_hostile_names_stay_text(client, desk, ledger_file):
    report = {
        "id": "h1",
        "source": "<script>alert(1)</script>",
        "title": "Drones hit Odesa, says <script>alert(1)</script> & ]]> \x00\x0b",
        "text": "Russian drones struck Odesa on Monday, killing two people, <img src=x onerror=alert(1)> said.",
        "published": "2024-12-23T09:00:00+02:00",
    }
    with api.open(ledger_file) as ledger:
        ledger.read([report])
    desk[1].desk.look()
    text = client.get("/atom.xml").text
    assert len(entries(text.encode())) == 13
    assert "<script" not in text
    for address in ("/api/events?limit=500", "/ogc/collections/events/items"):
        assert client.get(address).headers["content-type"] in ("application/json", "application/geo+json")


def test_a_single_claim_is_told_in_the_singular(client):
    text = client.get("/atom.xml", params={"limit": 500}).text
    assert "; 1 claim in 1 report of 1 independent origin</summary>" in text
    assert not re.search(r"\b1 (claims|reports|independent origins)", text)
