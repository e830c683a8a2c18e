"""Which report copies which."""

from fogline.merge.origins import origins
from fogline.model import Report

AGENCY = (
    "Three people were killed and eleven were hurt when rockets fell on a bus station at dawn, the regional governor "
    "said. Rescue workers were still searching the rubble at noon. Power was cut in two districts of the city."
)
OTHER = (
    "A ceasefire held for a third day along the river, monitors said, although both armies accused each other of "
    "moving guns closer to the bridges that engineers had begun to repair under a deal struck last month in the south."
)


def report(name: str, published: str | None, text: str, title: str = "") -> Report:
    return Report(name, None, None, title, text, published, "en")


def test_a_reprint_has_the_earliest_as_its_origin():
    told = [report("b", "2024-05-02", AGENCY), report("c", "2024-05-01", AGENCY), report("a", "2024-05-03", AGENCY)]

    assert origins(told) == {"a": "c", "b": "c", "c": "c"}


def test_of_reprints_of_one_moment_the_smallest_id_is_the_origin():
    assert origins([report("b", "2024-05-01", AGENCY), report("a", "2024-05-01", AGENCY)]) == {"a": "a", "b": "a"}


def test_a_time_with_an_offset_is_put_in_order_with_others():
    told = [report("a", "2024-05-01T10:00:00+03:00", AGENCY), report("b", "2024-05-01T08:00:00+00:00", AGENCY)]

    assert origins(told)["b"] == "a"


def test_another_headline_and_a_line_more_are_still_a_copy():
    copy = report("b", "2024-05-02", AGENCY + " Our correspondent adds that schools were closed.", "Rockets on station")

    assert origins([report("a", "2024-05-01", AGENCY), copy])["b"] == "a"


def test_a_report_with_mostly_words_of_its_own_is_its_own_origin():
    longer = report("b", "2024-05-02", OTHER + " " + OTHER.upper() + " " + AGENCY[:110])

    assert origins([report("a", "2024-05-01", AGENCY), longer])["b"] == "b"


def test_short_texts_are_copies_only_when_word_for_word_the_same():
    told = [report("a", "2024-05-01", "Explosions in the city."), report("b", "2024-05-02", "Explosions in  the city.")]
    told.append(report("c", "2024-05-02", "Explosions in the city now."))

    assert origins(told) == {"a": "a", "b": "a", "c": "c"}


def test_a_report_without_a_date_comes_last():
    assert origins([report("a", None, AGENCY), report("b", "2024-05-01", AGENCY)])["a"] == "b"
