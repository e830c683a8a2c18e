"""The map of `fogline report` as a browser draws it: no words on a symbol or on other words."""

import pytest

from fogline import api
from fogline.samples import reports_path

# Words may touch by a pixel: the box of a letter is higher than what is drawn of it.
BOXES = """() => {
    const box = (one, less) => {
        const { x, y, width, height } = one.getBBox();
        return [one.textContent, x + less, y + less, x + width - less, y + height - less];
    };
    const all = (selector, less) => [...document.querySelectorAll(selector)].map((one) => box(one, less));
    return { words: all('svg.map text', 1), marks: all('svg.map :is(.mark, .ring, .town-dot)', 0) };
}"""
TOWNS = (
    *("Kharkiv", "Chuhuiv", "Izium", "Kupiansk", "Lozova", "Sloviansk", "Kramatorsk", "Kostiantynivka", "Toretsk"),
    *("Pokrovsk", "Donetsk", "Makiivka", "Horlivka", "Mariupol", "Berdiansk", "Melitopol", "Zaporizhzhia", "Dnipro"),
    *("Kryvyi Rih", "Nikopol", "Kherson", "Mykolaiv", "Odesa", "Kyiv", "Sumy", "Poltava", "Belgorod", "Kursk"),
)


def meet(one, other):
    return one[1] < other[3] and other[1] < one[3] and one[2] < other[4] and other[2] < one[4]


def strike(town):
    text = f"Russian drones struck {town} on 20 December 2024, killing {len(town)} people, officials said."
    return {"text": text, "published": "2024-12-21T09:00:00+02:00", "language": "en", "source": "a news site"}


@pytest.fixture(scope="module", params=["sample", "dense"])
def page_of_report(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    with api.open(folder / "l.db") as ledger:
        if request.param == "sample":
            with reports_path() as reports:
                ledger.read(reports)
        else:
            ledger.read([strike(town) for town in TOWNS])
        (folder / "report.html").write_text(ledger.report_page(), encoding="utf-8")
    return request.param, folder / "report.html"


def test_words_lie_neither_on_symbols_nor_on_each_other(chromium, page_of_report, shoot):
    name, report = page_of_report
    page = chromium.new_page(viewport={"width": 1200, "height": 900})
    page.goto(report.as_uri())
    found = page.evaluate(BOXES)
    shoot(page, f"report-map-{name}")
    page.close()
    words = found["words"]
    assert len(words) > 10
    assert [(one, other) for at, one in enumerate(words) for other in words[at + 1 :] if meet(one, other)] == []
    assert [one[0] for one in words for mark in found["marks"] if meet(one, mark)] == []
