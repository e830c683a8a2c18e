"""The page over the ledger as it stood: marked, with a way back, nothing live."""

import json
import re

from fogline import api

ROWS = "#list [role=option]"
THEN = "?as_of=2024-12-21T12:00Z"
LATER = {
    "id": "later",
    "source": "a news site",
    "title": "Drones hit Odesa",
    "text": "Russian drones struck a house in Odesa on 26 December 2024, killing five people, police said.",
    "published": "2024-12-26T09:00:00+02:00",
    "language": "en",
}


def total(page):
    return int(re.match(r"[\d,]+", page.locator("#list-title").inner_text())[0].replace(",", ""))


def test_the_ledger_as_it_stood_is_marked_and_leads_back_to_now(visit, shoot):
    page = visit()
    page.wait_for_selector(ROWS)
    now = total(page)
    page.get_by_role("button", name="The ledger as it stood").click()
    page.get_by_label(re.compile("Day and hour")).fill("2024-12-22T12:00")
    page.get_by_role("button", name="Show it as it stood").click()
    page.wait_for_selector(".past")
    assert page.locator(".moment").count() == 0
    page.wait_for_selector(ROWS)
    assert "as_of=2024-12-22T" in page.url
    assert "22 Dec 2024 12:00" in page.locator(".past").inner_text()
    assert "paused" in page.locator(".live").inner_text()
    assert 0 < total(page) < now
    shoot(page, "past-light-1440")
    page.go_back()
    page.wait_for_selector(".past", state="detached")
    page.go_forward()
    page.locator(".past").get_by_role("button", name="Back to now").click()
    page.wait_for_selector(".past", state="detached")
    page.wait_for_selector(".live.is-live")
    page.wait_for_selector(ROWS)
    assert total(page) == now
    assert "as_of" not in page.url


def test_an_address_with_a_moment_shows_no_event_that_came_later(visit):
    page = visit(THEN)
    page.locator(ROWS, has_text="Kazan").first.wait_for()
    titles = page.locator(".row-title").all_inner_texts()
    assert not any("Sontsivka" in one for one in titles)


def test_an_open_event_is_followed_between_then_and_now(visit):
    page = visit(THEN)
    page.locator(ROWS, has_text="Drones on Kazan").first.click()
    page.wait_for_selector(".claims")
    then = page.locator(".claim").count()
    assert page.locator(".verdict").count() == 0
    page.locator(".past").get_by_role("button", name="Back to now").click()
    page.wait_for_selector(".panel .verdict")
    assert page.locator(".panel h2").inner_text() == "Drones on Kazan, RU"
    assert page.locator(".claim").count() > then


def test_nothing_comes_onto_a_page_that_shows_the_past(visit, own_desk):
    page = visit(THEN, at=own_desk)
    page.wait_for_selector(ROWS)
    before = total(page)
    with api.open(own_desk.ledger) as ledger:
        ledger.read(LATER)
    page.wait_for_timeout(1500)
    assert total(page) == before
    assert page.locator(".new").count() == 0


def test_a_past_that_is_too_large_or_means_nothing_is_told_in_words(visit):
    page = visit("#")
    page.wait_for_selector(ROWS)
    detail = "the ledger has more than 50,000 claims: ask for the past with fogline events"
    body = json.dumps({"type": "about:blank", "title": "Service Unavailable", "status": 503, "detail": detail})
    refusal = {"status": 503, "content_type": "application/problem+json", "body": body}
    page.route("**/api/map?as_of=*", lambda route: route.fulfill(**refusal))
    page.goto(page.url.split("?")[0].split("#")[0] + THEN)
    notice = page.locator(".list .notice:has-text('cannot be shown as it stood then')")  # not that it is loading
    notice.wait_for()
    assert "50,000 claims" in notice.inner_text()
    notice.get_by_role("button", name="Back to now").click()
    page.wait_for_selector(ROWS)


def test_a_time_before_the_first_report_says_that_nothing_was_known(visit):
    page = visit("?as_of=1990-01-01")
    page.wait_for_selector(".list .notice:has-text('Nothing was known then')")
    assert "end of the day in UTC" in page.locator(".past").inner_text()


def test_what_is_no_moment_leaves_the_address(visit, until):
    page = visit("?as_of=yesterday")
    page.wait_for_selector(ROWS)
    until(page, "!location.search.includes('as_of')")
    assert page.locator(".past").count() == 0


def test_no_rule_of_accessibility_is_broken_there(visit, violations):
    page = visit(THEN)
    page.wait_for_selector(ROWS)
    page.get_by_role("button", name="The ledger as it stood").click()
    assert violations(page) == []
