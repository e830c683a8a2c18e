"""`fogline explain --format html`: one page that asks for nothing, in which text from outside stays text."""

from html.parser import HTMLParser

import pytest

from fogline.cli.explain_page import page_of
from fogline.cli.explain_values import values_of
from fogline.model import Claim, Figure, Place, Reason, Report

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>&amp;\"'>"
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "main", "ul", "li", "div", "section"),
    *("mark", "a", "table", "thead", "tbody", "tr", "th", "td", "code"),
}


class Seen(HTMLParser):
    """The elements of a page, with their attributes, and its text."""

    def __init__(self, page):
        super().__init__()
        self.elements, self.text, self.open = [], "", []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.text += data

    def named(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]


def page(text="Drones hit Kazan.", spans=None, reasons=None, **of):
    report = Report(
        "r1", of.pop("source", "a site"), of.pop("url", None), of.pop("title", "A strike"), text, None, "en"
    )
    start = len(report.full_text) - len(text)
    spans = {key: (start + a, start + b) for key, (a, b) in (spans or {"weapon": (0, 6), "what": (0, 10)}).items()}
    given = {"by": None, "side": None, "date": None, "place": None, "figures": {}, **of}
    claim = Claim(
        "c",
        "r1",
        "0",
        stance="asserts",
        type="air_drone_strike",
        status="occurred",
        weapon=("drone",),
        spans=spans,
        **given,
    )
    return page_of(report, [(claim, values_of(claim, report, reasons or {}))], "nothing")


def test_marks_stand_in_the_text_one_in_the_other():
    assert ">weapon</a>Drones</mark> hit</mark> Kazan." in page()


def test_a_mark_leads_to_its_row_and_the_row_to_its_words():
    seen = Seen(page())
    ids = {attributes["id"] for _, attributes in seen.elements if "id" in attributes}
    links = {attributes["href"] for attributes in seen.named("a") if "href" in attributes}
    assert {"#claim-1-weapon", "#at-10-16"} <= links
    assert {link.removeprefix("#") for link in links} <= ids


def test_ids_are_told_once():
    seen = Seen(page(spans={"weapon": (0, 6), "what": (0, 10), "where": (7, 16), "killed": (7, 16)}))
    ids = [attributes["id"] for _, attributes in seen.elements if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_rule_and_entry_stand_beside_the_value():
    reasons = {"weapon": (Reason("word for a weapon", "en/things.toml weapon.drone: drone", (10, 16)),)}
    shown = page(reasons=reasons)
    assert "<td>word for a weapon</td><td><code>en/things.toml weapon.drone: drone</code></td>" in shown


def test_a_rule_that_is_not_known_says_so():
    assert "rule not known" in page()


@pytest.mark.parametrize("field", ["text", "title", "source", "by", "side", "url"])
def test_hostile_words_stay_text(field):
    shown = page(**{field: EVIL})
    seen = Seen(shown)
    assert {tag for tag, _ in seen.elements} <= TAGS
    assert "<script>alert(1)</script>" in seen.text
    assert not any(name.startswith("on") for _, attributes in seen.elements for name in attributes)


def test_hostile_words_in_place_reason_and_marks_stay_text():
    place = Place(EVIL, "RU", None, 55.8, 49.1, None, "settlement")
    reasons = {"weapon": (Reason(EVIL, EVIL, None),)}
    seen = Seen(page(text=EVIL, place=place, reasons=reasons, spans={"weapon": (0, 20), "where": (5, 40)}))
    assert {tag for tag, _ in seen.elements} <= TAGS
    assert not any(name.startswith("on") for _, attributes in seen.elements for name in attributes)


def test_an_address_is_no_link():
    assert "javascript:" not in " ".join(a.get("href") or "" for a in Seen(page(url="javascript:alert(1)")).named("a"))


def test_the_page_asks_for_nothing():
    shown = page(figures={"killed": Figure(1, None)})
    seen = Seen(shown)
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in seen.elements}
    assert "url(" not in shown and "@import" not in shown
    assert "default-src 'none'" in shown


def test_every_colour_has_a_word_beside_it():
    seen = Seen(page())
    assert len(seen.named("mark")) == 4  # two in the legend, two in the text
    assert all(marked in seen.text for marked in ("weaponDrones", "with what"))


def test_marks_of_writing_direction_are_left_out():
    assert "\u202e" not in page(text="Drones hit Kazan \u202e back.")


def test_a_report_without_claims_says_why():
    report = Report("r1", None, None, "", "Nothing.", None, "en")
    assert "Nothing was read." in page_of(report, [], "Nothing was read.")


def test_the_command_prints_the_page(run, ledger):
    shown = run("explain", "a1", "--format", "html").stdout
    assert shown.startswith("<!DOCTYPE html>")
    assert "en/things.toml weapon.drone: drone" in shown
