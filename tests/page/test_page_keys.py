"""The page by keys alone: list, panel and timeline."""

import re

from page_steps import ROWS, TITLE, open_row, opened, press_at_once, rows

from fogline import api


def test_the_page_can_be_used_by_keys_alone(visit, until):
    page = visit()
    rows(page)
    page.keyboard.press("l")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    second = rows(page)[1]
    page.keyboard.press("Enter")
    page.wait_for_selector(".claims")
    assert page.locator(TITLE).inner_text() == second
    assert page.evaluate("document.activeElement.tagName") == "H2"
    first = opened(page)
    page.keyboard.press("ArrowRight")
    until(page, f"new URLSearchParams(location.search).get('open') !== {first!r}")
    page.wait_for_selector(".claims")
    page.keyboard.press("Escape")
    page.wait_for_selector("#list")
    until(page, "document.activeElement.id === 'list'")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("l?d")
    assert page.get_by_role("searchbox").input_value() == "l?d", "keys are letters while one types"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.wait_for_selector("table.keys")


def test_each_arrow_is_a_step_however_quickly_it_is_pressed(visit, until):
    page = visit()
    rows(page)
    ids = page.locator(ROWS).evaluate_all("(all) => all.map((row) => row.id.replace('row-', ''))")
    open_row(page, "Kurakhove")
    assert opened(page) == ids[0]
    press_at_once(page, "ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft")
    until(page, f"new URLSearchParams(location.search).get('open') === {ids[2]!r}")
    page.wait_for_selector(".claims")
    press_at_once(page, "ArrowRight", "Escape")
    page.wait_for_selector("#list")
    assert page.locator(".panel").count() == 0


def test_escape_twice_at_once_closes_what_is_open_and_no_more(visit, until):
    page = visit()
    rows(page)
    page.get_by_label("Disputed", exact=True).check()
    until(page, "location.search.includes('disputed')")
    open_row(page, "Drones on Kazan")
    press_at_once(page, "Escape", "Escape")
    page.wait_for_selector("#list")
    page.wait_for_timeout(300)
    assert "disputed=true" in page.url
    assert "open=" not in page.url


def test_an_arrow_pressed_before_the_events_are_there_waits_for_them(visit, until):
    first = visit()
    rows(first)
    open_row(first, "Kurakhove")
    page = visit()
    page.route("**/api/map*", lambda route: page.wait_for_timeout(500) or route.continue_())
    page.goto(first.url)
    page.wait_for_selector(".claims")
    page.keyboard.press("ArrowRight")
    until(page, f"new URLSearchParams(location.search).get('open') !== {opened(first)!r}")


def test_enter_opens_a_row_that_is_not_there_yet(visit, until):
    page = visit()
    last = rows(page)[-1]
    page.keyboard.press("l")
    page.evaluate("document.querySelector('#list').style.maxHeight = '10px'")
    until(page, f"document.querySelectorAll('{ROWS}').length < 10")
    press_at_once(page, "End", "Enter")
    page.wait_for_selector(".claims")
    assert page.locator(TITLE).inner_text() == last


def test_the_timeline_is_brushed_by_keys_and_by_mouse(visit, until):
    page = visit()
    rows(page)
    page.locator("#timeline-from").focus()
    for _ in range(3):
        page.keyboard.press("PageUp")
    until(page, "location.search.includes('since=')")
    since = re.search(r"since=([\d-]+)", page.url)
    assert since is not None
    assert since[1] > "2023-09"
    box = page.locator(".brush").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 2, box["y"] + 20, steps=4)
    page.mouse.up()
    until(page, "location.search.includes('until=') && location.search.includes('since=2024-1')")
    assert "Missiles on Kryvyi Rih, UA" not in rows(page)


LONG_AGO = {
    "id": "old",
    "source": "a news site",
    "title": "Shells hit Grozny",
    "text": "Russian artillery shelled Grozny on 12 December 1994, killing nine people, doctors said.",
    "published": "1994-12-13T09:00:00+03:00",
    "language": "en",
}


def test_the_timeline_over_decades_is_moved_by_keys_from_bar_to_bar(visit, until, own_desk, shoot):
    with api.open(own_desk.ledger) as ledger:
        ledger.read(LONG_AGO)
    page = visit(at=own_desk)
    rows(page)
    page.wait_for_timeout(300)
    shoot(page, "timeline-decades-1440")
    page.locator("#timeline-from").focus()
    page.keyboard.press("ArrowRight")
    until(page, "location.search.includes('since=')")
    first = re.search(r"since=([\d-]+)", page.url)[1]
    assert re.fullmatch(r"199[45]-\d\d-01", first), "a bar is a month or a quarter"
    until(page, "!document.querySelector('#list').textContent.includes('Grozny')")
    page.keyboard.press("Home")
    until(page, "!location.search.includes('since=')")
