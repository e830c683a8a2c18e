"""What the tests of the page do on it again and again."""

ROWS = "[role=option]"
TITLE = ".panel h2"


def rows(page):
    page.wait_for_selector(f"{ROWS} .row-title")
    return page.locator(f"{ROWS} .row-title").all_inner_texts()


def open_row(page, words):
    page.locator(ROWS, has_text=words).first.click()
    page.wait_for_selector(".claims")


def opened(page):
    """The id of the open event: two events may have one title."""
    return page.evaluate("new URLSearchParams(location.search).get('open')")


PRESS = """async (keys) => {
    for (const key of keys) {
        document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}));
        for (let turns = 0; turns < 10; turns++) await null;
    }
}"""


def press_at_once(page, *keys):
    """Presses keys quicker than any answer can come."""
    page.evaluate(PRESS, list(keys))


def map_shows(page, until):
    page.wait_for_selector(".maplibregl-canvas")
    until(page, "document.querySelector('.map-canvas')?.dataset.drawn === 'yes'")
