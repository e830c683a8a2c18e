"""The page for every eye: automatic checks of WCAG 2.2 AA, and pictures of each size and theme as build output."""

import pytest

SIZES = {"390": (390, 844), "1440": (1440, 900), "2560": (2560, 1440)}
KAZAN = "text=Drones on Kazan"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", ["list", "event", "report", "filters", "keys"])
def test_no_rule_of_accessibility_is_broken(visit, violations, theme, state):
    page = visit("?panel=keys" if state == "keys" else "", color_scheme=theme)
    if state != "keys":
        page.wait_for_selector(KAZAN)
    if state in ("event", "report"):
        page.locator(KAZAN).first.click()
        page.wait_for_selector(".claims")
        page.get_by_role("button", name="Split").click()
    if state == "report":
        page.locator(".sentence").first.click()
        page.wait_for_selector(".sentence-chosen, .report-text")
    if state == "filters":
        page.get_by_role("button", name="Type: Any type").click()
    assert violations(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_pictures(visit, until, shoot, size, theme):
    width, height = SIZES[size]
    page = visit(viewport={"width": width, "height": height}, color_scheme=theme)
    page.wait_for_selector(KAZAN)
    until(page, "document.querySelector('.map-canvas')?.dataset.drawn === 'yes'")
    overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert overflow <= 0, "nothing is scrolled sideways"
    shoot(page, f"list-{theme}-{size}")
    page.locator(KAZAN).first.click()
    page.wait_for_selector(".claims")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    shoot(page, f"event-{theme}-{size}")


def test_where_drawing_is_slow_the_moving_map_has_fewer_pixels_and_the_resting_map_all(visit, until):
    page = visit()
    until(page, "document.querySelector('.map-canvas')?.dataset.drawn === 'yes'")
    pixels = "document.querySelector('.maplibregl-canvas').width"
    whole = page.evaluate(pixels)
    page.mouse.move(400, 400)
    page.mouse.down()
    page.mouse.move(460, 420, steps=4)
    assert page.evaluate(pixels) == pytest.approx(whole / 2, abs=1)
    before = page.url
    page.mouse.up()
    until(page, f"{pixels} === {whole}")
    until(page, f"location.href !== '{before}'")
    page.mouse.wheel(0, -300)
    until(page, f"{pixels} < {whole}")
    until(page, f"{pixels} === {whole}")


FEEDS = [
    {
        **{"name": name, "kind": "feed", "address": f"https://{name}.example/feed", "side": None, "language": "en"},
        **{"tried": "2024-12-22T09:00:00+00:00", "succeeded": works, "due": None, "failures": 0 if works else 3},
        **{"items": 12, "reports": 4, "problems": 0, "passed": 0, "problem": None if works else "404 Not Found"},
        **{"etag": None, "modified": None},
    }
    for name, works in (("agency", "2024-12-22T09:00:00+00:00"), ("channel", None))
]


@pytest.mark.parametrize("size", ["390", "1440"])
def test_the_feeds_are_a_table_to_a_screen_reader_however_they_are_laid_out(visit, violations, shoot, size):
    width, height = SIZES[size]
    page = visit(viewport={"width": width, "height": height})
    page.wait_for_selector(KAZAN)
    page.route("**/api/feeds", lambda route: route.fulfill(json={"feeds": FEEDS}))
    page.locator(".menu summary").click()
    page.get_by_role("button", name="Feeds").click()
    page.wait_for_selector(".feeds")
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = [one["role"]["value"] for one in tree if not one["ignored"]]
    assert roles.count("table") == 1
    assert roles.count("row") == 1 + len(FEEDS)
    assert roles.count("columnheader") == 4
    assert roles.count("rowheader") == len(FEEDS)
    assert roles.count("cell") == 3 * len(FEEDS)
    assert violations(page) == []
    shoot(page, f"feeds-{size}")


def test_the_page_itself_never_scrolls_whatever_takes_the_focus(visit):
    page = visit()
    page.locator(KAZAN).first.click()
    page.wait_for_selector(".claims")
    page.get_by_role("button", name="Split").click()
    page.get_by_label("Your name").focus()
    page.evaluate("scrollTo(0, 500)")
    assert page.evaluate("document.querySelector('.bar').getBoundingClientRect().top") == 0


def test_on_a_phone_the_filters_fold_away_and_the_list_can_be_reached(visit):
    page = visit(viewport={"width": 390, "height": 844}, has_touch=True)
    page.wait_for_selector(KAZAN)
    assert not page.get_by_role("searchbox").is_visible()
    page.get_by_role("button", name="Filters").click()
    assert page.get_by_role("searchbox").is_visible()


LOW = [(320, 256), (320, 320), (568, 320), (640, 360), (667, 375), (844, 390), (1280, 400)]


@pytest.mark.parametrize(("width", "height"), LOW)
def test_in_a_low_window_the_page_scrolls_to_a_list_that_can_be_used(visit, until, width, height):
    page = visit(viewport={"width": width, "height": height})
    page.wait_for_selector(KAZAN)
    page.wait_for_selector(".legend")
    list_box = page.locator("#list").bounding_box()
    assert list_box["height"] >= 200
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    moved = page.locator("#list").bounding_box()
    assert moved["y"] + moved["height"] <= height + 1
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    legend = page.locator(".legend").bounding_box()
    fit = page.locator(".map-controls").bounding_box()
    assert legend["x"] >= fit["x"] + fit["width"] or legend["y"] >= fit["y"] + fit["height"]
    page.locator(KAZAN).first.click()
    page.wait_for_selector(".claims")
    assert page.locator(".panel-body").bounding_box()["height"] >= 200
