"""The page as a reader meets it: load, filter, open, read, watch, judge; by mouse and by keys."""

import re

import pytest
from page_steps import ROWS, TITLE, map_shows, open_row, rows

from fogline import api

ODESA = {
    "id": "live",
    "source": "a news site",
    "title": "Missile hits Mykolaiv, two dead",
    "text": "A Russian missile struck Mykolaiv on 23 December 2024, killing two people, the governor said.",
    "published": "2024-12-23T09:00:00+02:00",
    "language": "en",
}
# The words of a text without the names of the questions that stand before its marks.
WITHOUT_NAMES = """(one) => {
    const copy = one.cloneNode(true);
    copy.querySelectorAll(".mark-name").forEach((name) => name.remove());
    return copy.textContent;
}"""


def test_events_are_listed_newest_first_and_drawn_on_the_map(visit, until, shoot):
    page = visit()
    titles = rows(page)
    assert "Drones on Kazan, RU" in titles
    assert titles.index("Fighting: Kurakhove, UA") < titles.index("Missiles on Kryvyi Rih, UA")
    map_shows(page, until)
    shoot(page, "list-light-1440")


def test_numbers_keep_their_bounds(visit):
    page = visit()
    rows(page)
    kazan = page.locator(ROWS, has_text="Drones on Kazan")
    assert kazan.locator(".row-count").all_inner_texts()[1].split() == ["0–3", "injured"]
    kryvyi = page.locator(ROWS, has_text="Missiles on Kryvyi Rih")
    assert kryvyi.locator(".row-count").first.inner_text().startswith("1 … 6")


def test_a_filter_stands_in_the_address_and_back_takes_it_off(visit, until):
    page = visit()
    everything = len(rows(page))
    page.get_by_label("Disputed", exact=True).check()
    until(page, "document.querySelector('#list-title').innerText.startsWith('3 events')")
    assert "disputed=true" in page.url
    page.go_back()
    until(page, f"document.querySelectorAll('{ROWS}').length >= {everything}")
    assert "disputed" not in page.url


def test_a_view_that_was_sent_opens_as_it_was(visit):
    page = visit("?since=2024-12-01&type=air_drone_strike&sort=deadliest")
    assert "Drones on Kazan, RU" in rows(page)
    assert "Drones on Odintsovo, RU" not in rows(page)
    assert page.locator(".list-head select").input_value() == "deadliest"


def test_search_asks_the_reports(visit, until):
    page = visit()
    everything = rows(page)
    page.get_by_role("searchbox").fill("37-storey")
    until(page, "document.querySelector('#list-title').innerText.startsWith('1 event')")
    assert rows(page) == ["Drones on Kazan, RU"]
    assert len(everything) > 1


def test_no_event_for_a_filter_says_why_and_offers_a_way_out(visit):
    page = visit("?text=zzzunheardof")
    page.wait_for_selector("text=No event passes these filters.")
    page.locator(".notice").get_by_role("button", name="Clear all").click()
    assert rows(page)


def test_an_event_opens_with_its_claims_and_a_sentence_lights_up_in_its_report(visit, shoot):
    page = visit()
    rows(page)
    open_row(page, "Drones on Kazan")
    assert page.locator(TITLE).inner_text() == "Drones on Kazan, RU"
    card = page.locator(".panel").inner_text()
    assert "has not commented" in card
    assert "confirmed" not in card.replace("has not confirmed", "")
    shoot(page, "event-light-1440")
    page.locator(".sentence", has_text="37-storey").first.click()
    page.wait_for_selector(".sentence-chosen")
    chosen = page.locator(".sentence-chosen")
    assert "two drones had hit a 37-storey apartment building" in chosen.evaluate(WITHOUT_NAMES)
    assert chosen.is_visible()
    assert chosen.locator("mark").count() >= 1
    assert page.locator(".key mark").count() >= 4
    shoot(page, "report-light-1440")


FAR_FIGURE = {
    "id": "far",
    "source": "a news site",
    "title": "Strike on Sumy",
    "text": (
        "Russian drones struck a house in Sumy on 23 December 2024, Governor Oleh Hryhorov said. He said the house "
        "burned down. Three people were killed and another four were wounded. The street is closed."
    ),
    "published": "2024-12-23T09:00:00+02:00",
    "language": "en",
}


def test_the_sentence_beside_a_figure_holds_its_words(visit, own_desk):
    with api.open(own_desk.ledger) as ledger:
        ledger.read(FAR_FIGURE)
    page = visit("?report=far", at=own_desk)
    open_row(page, "Sumy")
    claim = page.locator(".claim", has_text="killed 3").first
    assert "Three people were killed and another four were wounded." in claim.locator(".sentence-text").inner_text()
    assert claim.locator("mark", has_text="Three people").count()
    assert page.locator(".steps .quote", has_text="Three people").count()
    claim.locator(".sentence").click()
    page.wait_for_selector(".sentence-chosen")
    lit = " ".join(page.locator(".sentence-chosen").evaluate_all(f"(all) => all.map({WITHOUT_NAMES})"))
    assert "struck a house" in lit
    assert "Three people were killed" in lit
    assert "The street is closed" not in lit


def test_figures_are_drawn_by_voice_and_told_in_a_table(visit):
    page = visit()
    rows(page)
    open_row(page, "Missiles on Kryvyi Rih")
    assert page.locator(".figure").first.locator("svg.chart").is_visible()
    values = page.locator(".figure").first.locator(".steps-value").all_inner_texts()
    assert values[0] == "1+"
    assert values[-1] == "6"
    assert page.locator(".steps .quote", has_text="at least one person").count()


def test_an_answer_leads_to_what_it_answers(visit, until):
    page = visit()
    rows(page)
    open_row(page, "Threat: Ukraine")
    page.locator(".chain button.plain").first.click()
    until(page, "document.querySelector('.panel h2').innerText === 'Drones on Kazan, RU'")


def test_what_comes_into_the_ledger_comes_onto_the_open_page(visit, until, own_desk, shoot):
    page = visit(at=own_desk)
    before = rows(page)
    page.wait_for_selector(".live.is-live")
    with api.open(own_desk.ledger) as ledger:
        ledger.read([ODESA])
    page.wait_for_selector("button.new")
    assert page.locator("button.new").inner_text() == "1 new"
    page.wait_for_selector(f"{ROWS}:has-text('Mykolaiv')")
    assert len(rows(page)) == len(before) + 1
    page.locator("button.new").click()
    until(page, "document.querySelector('#list-title').innerText.startsWith('1 event')")
    shoot(page, "new-light-1440")


def test_an_open_event_that_a_report_joins_stays_open(visit, until, own_desk):
    page = visit(at=own_desk)
    rows(page)
    open_row(page, "Drones on Kazan")
    page.wait_for_selector(".live.is-live")
    before = page.url
    with api.open(own_desk.ledger) as ledger:
        told = "Eight Ukrainian drones struck Kazan on the morning of 21 December 2024, the city's mayor said."
        ledger.read([{**ODESA, "title": "Drones hit Kazan", "text": told, "published": "2024-12-21T14:00:00+03:00"}])
    until(page, "!location.href.includes(" + repr(re.search(r"open=(\w+)", before)[1]) + ")")
    assert page.locator(TITLE).inner_text() == "Drones on Kazan, RU"
    map_shows(page, until)
    sent = visit(f"?{before.partition('?')[2]}", at=own_desk)
    sent.wait_for_selector(".claims")
    map_shows(sent, until)
    assert sent.locator(TITLE).inner_text() == "Drones on Kazan, RU"


def test_stored_scripts_stay_text(visit):
    page = visit("?read=hostile")
    page.wait_for_selector(".report-text")
    assert "<script>alert(5)</script>" in page.locator(".report-text").inner_text()
    assert "<img src=x onerror=alert(1)>" in page.locator(".report .quiet").first.inner_text()
    assert page.locator(".report a").count() == 0, "javascript: is no address of the web"
    assert page.locator(".panel script, .panel img, .panel b[onmouseover]").count() == 0
    page = visit("?text=Odesa")
    open_row(page, "Odesa")
    assert page.locator(".panel script, .panel img").count() == 0
    assert "alert(" in page.locator(".panel").inner_text()


def test_what_turns_the_direction_of_writing_stays_within_its_name(visit, until, own_desk):
    text = ODESA["text"].replace("killing two", "killing \u202etwo").replace("A Russian", "\u2067A Russian")
    turned = {"id": "turned", "source": "news \u202e agency", "title": "Missile \u202e hits Mykolaiv", "text": text}
    turned = {**ODESA, **turned}
    with api.open(own_desk.ledger) as ledger:
        ledger.read(turned)
    page = visit("?read=turned", at=own_desk)
    page.wait_for_selector(".report-text")
    assert page.title() == "Missile hits Mykolaiv · Fogline"
    assert page.locator(f"{TITLE} bdi").count() == 1
    assert "agency" in page.locator(".report bdi").first.inner_text()
    assert "killing two people" in page.locator(".report-text").evaluate(WITHOUT_NAMES)
    map_shows(page, until)
    card = visit("?report=turned", at=own_desk)
    open_row(card, "Mykolaiv")
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page.content() + card.content())
    map_shows(card, until)


def test_a_verdict_is_kept_with_a_reason_and_a_name_and_the_token_is_asked_once(visit, own_desk):
    page = visit(at=own_desk)
    rows(page)
    open_row(page, "Drones on Kazan")
    page.get_by_role("button", name="Split").click()
    page.locator(".verdict-form .tick input").first.check()
    page.get_by_label("Reason").fill("The channel tells of another morning")
    page.get_by_label("Your name").fill("A. Reader")
    page.get_by_label("Token").fill("wrong")
    page.get_by_role("button", name="Keep this verdict").click()
    page.wait_for_selector(".fault")
    page.get_by_label("Token").fill("a-token-that-is-long-enough")
    page.get_by_role("button", name="Keep this verdict").click()
    page.wait_for_selector(".panel [role=status]:has-text('Kept.')")
    with api.open(own_desk.ledger) as ledger:
        kept = ledger.verdicts()
    assert [(one.verdict.kind, one.verdict.author) for one in kept] == [("split", "A. Reader")]
    assert page.evaluate("fetch('/api/session').then((answer) => answer.json())") == {"read": True, "write": True}


def test_two_events_made_one_lead_to_the_one_and_the_verdict_can_be_taken_back(visit, until, own_desk):
    page = visit("#token=a-token-that-is-long-enough", at=own_desk)
    rows(page)
    page.locator(ROWS, has_text="Drones on Moscow").first.click()
    page.wait_for_selector(".claims")
    page.get_by_role("button", name="Same as another", exact=True).click()
    page.wait_for_selector(".verdict-kinds [aria-pressed=true]")
    until(page, "document.activeElement.closest('.verdict-form') !== null")
    page.locator(".verdict-form select option").nth(1).wait_for(state="attached")
    page.get_by_label("Other event").select_option(index=1)
    page.get_by_label("Reason").fill("One raid")
    page.get_by_label("Your name").fill("A. Reader")
    page.get_by_role("button", name="Keep this verdict").click()
    page.wait_for_selector(".panel [role=status]:has-text('Both are one event now')")
    given = page.locator(".given li", has_text="One raid")
    given.get_by_role("button", name="Take back").click()
    given.get_by_label("Reason").fill("Two raids after all")
    given.get_by_role("button", name="Take back").click()
    page.wait_for_selector(".panel [role=status]:has-text('Taken back.')")
    page.wait_for_selector(".given .is-past:has-text('taken back')")
    with api.open(own_desk.ledger) as ledger:
        assert [one.verdict.kind for one in ledger.verdicts()] == ["same", "undo"]


def test_an_old_address_of_an_event_leads_to_what_it_became(visit, until):
    page = visit("?text=Kazan")
    rows(page)
    event = page.evaluate("fetch('/api/events?near=Kazan&limit=1').then((a) => a.json()).then((a) => a.events[0])")
    page.route("**/api/events/old", lambda route: route.continue_(url=route.request.url.replace("old", event["id"])))
    page.evaluate("history.pushState(null, '', '?open=old'); dispatchEvent(new PopStateEvent('popstate'))")
    until(page, f"document.querySelector('.panel h2').innerText === {event['title']!r}")
    until(page, f"location.search === '?open={event['id']}' || location.search.startsWith('?open={event['id']}&')")
    page.evaluate("history.pushState(null, '', '?open=gone'); dispatchEvent(new PopStateEvent('popstate'))")
    page.wait_for_selector("text=This event is no longer in the ledger.")


def test_the_token_in_the_address_opens_writing_and_leaves_the_address(visit, until):
    page = visit("#token=a-token-that-is-long-enough")
    rows(page)
    until(page, "fetch('/api/session').then((answer) => answer.json()).then(({write}) => write)")
    assert "#" not in page.url


def test_days_that_lie_the_wrong_way_round_are_told_in_words(visit):
    page = visit("?since=2030-01-01")
    page.wait_for_selector(".list .notice")
    assert page.locator(".timeline-words").inner_text() == "from 1 Jan 2030"
    assert page.locator("#timeline-from").get_attribute("aria-valuenow") == page.locator("#timeline-to").get_attribute(
        "aria-valuenow"
    )
    page.get_by_label("To", exact=True).fill("2024-12-01")
    page.wait_for_selector(".list .notice:has-text('first day lies after the last')")
    assert "first day lies after the last" in page.locator(".timeline-words").inner_text()


def test_a_report_without_a_title_leaves_no_gap_among_the_origins(visit, until, own_desk):
    with api.open(own_desk.ledger) as ledger:
        ledger.read({**ODESA, "id": "bare", "title": ""})
    page = visit(at=own_desk)
    map_shows(page, until)
    open_row(page, "Mykolaiv")
    origins = page.locator(".origins p").all_inner_texts()
    assert any(one.startswith("bare") for one in origins)
    assert not [one for one in origins if "· ·" in one or one.rstrip().endswith("·")]


def test_a_page_that_lacks_the_token_asks_for_it(visit, until):
    page = visit()
    rows(page)
    refusal = {"status": 401, "json": {"title": "Unauthorized", "status": 401, "detail": "this needs the token"}}
    page.route("**/api/map*", lambda route: route.fulfill(**refusal))
    page.reload()
    page.wait_for_selector(".denied")
    assert "token needed" in page.locator(".live").inner_text()
    page.get_by_label("Token", exact=True).fill("not-the-token-of-this-server")
    page.get_by_role("button", name="Open", exact=True).click()
    until(page, "document.querySelector('.denied .fault').innerText.includes('does not take this token')")
    page.unroute("**/api/map*")
    page.get_by_label("Token", exact=True).fill("a-token-that-is-long-enough")
    page.get_by_role("button", name="Open", exact=True).click()
    assert rows(page)


def test_a_wrong_token_in_the_address_is_told_where_reading_needs_one(visit, until, desk, violations):
    page = visit()
    rows(page)
    page.route("**/api/map*", lambda route: route.fulfill(status=401, json={"title": "Unauthorized", "status": 401}))
    page.goto("about:blank")
    page.goto(f"{desk.address.split('#')[0]}#token=not-the-token-of-this-server")
    until(page, "document.querySelector('.denied .fault')?.innerText.includes('does not take this token')")
    assert violations(page) == []


def test_a_near_that_names_no_place_is_told_and_cannot_be_tried_again(visit):
    page = visit("?near=Nowhereville%20xx")
    notice = page.locator(".list .notice[role=alert]")
    notice.wait_for()
    assert notice.get_by_role("button", name="Try again").count() == 0
    assert page.locator(".live-word").inner_text().endswith("not live")
    notice.get_by_role("button", name="Clear all").click()
    assert rows(page)
    page.wait_for_selector(".live.is-live")


def test_a_server_that_is_gone_is_told_in_words(visit):
    page = visit()
    rows(page)
    page.route("**/api/**", lambda route: route.abort())
    page.locator(ROWS).first.click()
    page.wait_for_selector("text=The server does not answer.")
    assert page.get_by_role("button", name="Try again").is_visible()


def test_what_means_nothing_leaves_the_address(visit, until):
    page = visit("?since=foo&type=bogus&sort=upwards&foo=bar&map=999,999,99&disputed=true")
    rows(page)
    until(page, "location.search.startsWith('?disputed=true')")
    assert not re.search("foo|bogus|upwards|999", page.url)


def test_what_was_closed_is_not_opened_again_by_back(visit, until):
    page = visit("?disputed=true")
    rows(page)
    page.get_by_label("Disputed", exact=True).uncheck()
    until(page, "!location.search.includes('disputed')")
    open_row(page, "Drones on Kazan")
    assert page.title() == "Drones on Kazan, RU · Fogline"
    page.locator(".sentence").first.click()
    page.wait_for_selector(".report-text")
    page.keyboard.press("Escape")
    page.wait_for_selector(".claims")
    page.keyboard.press("Escape")
    page.wait_for_selector("#list")
    until(page, "!location.search.includes('open=')")
    until(page, "document.title === 'Fogline'")
    page.go_back()
    until(page, "location.search.includes('disputed=true')")
    assert page.locator(".claims").count() == 0


@pytest.mark.parametrize("panel", ["feeds", "about", "keys"])
def test_sheets_open_and_close(visit, panel):
    page = visit(f"?panel={panel}")
    page.wait_for_selector(TITLE)
    if panel == "about":
        assert "Harm" in page.locator(".panel").inner_text()
    page.keyboard.press("Escape")
    assert rows(page)


def test_policy_forbids_what_stands_inline(visit, desk):
    page = visit()
    policy = page.evaluate("fetch('/').then((answer) => answer.headers.get('content-security-policy'))")
    assert "unsafe-inline" not in policy
    assert "unsafe-eval" not in policy
    assert "worker-src 'self'" in policy
