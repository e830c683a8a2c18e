"""Which report copies which."""

import pytest
from merge_builders import claim, counts

from fogline.merge import merge, merging
from fogline.merge.formulas import counts_of
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


def alert(place: str) -> str:
    return (
        f"An air raid alert has been declared in {place} region. Everyone proceed to the nearest shelter and do not "
        "ignore the alarm until the all-clear is given."
    )


def night(count: str = "12", place: str = "Kursk", day: str = "Monday") -> str:
    return (
        f"Air defence destroyed {count} drones over {place} on the night to {day}, the ministry said. There were no "
        "casualties, and crews went on to clear debris from the fields until noon."
    )


def market(town: str = "Kupiansk", governor: str = "Oleh Syniehubov", dead: str = "three", hurt: str = "ten") -> str:
    return (
        f"A missile struck a market in the centre of {town} on Thursday morning, setting stalls on fire and damaging a "
        f"school nearby. The governor, {governor}, said {dead} people were killed and {hurt} were injured in the "
        "strike. Rescue workers were still clearing the rubble, and the search for survivors went on, he said."
    )


FORMULAS = [
    ("another region", alert("Kharkiv"), alert("Sumy"), 1, False),
    ("a region spelled otherwise", alert("Kharkiv"), alert("Kharkov"), 1, True),
    ("another place", night(), night(place="Tula"), 1, False),
    ("another count", night(), night(count="7"), 1, False),
    ("another day of the week", night(), night(day="Friday"), 1, False),
    ("another count in words, a day later", night(count="two"), night(count="five"), 2, False),
    ("cut", night(), night()[:150], 2, True),
    ("added to", night(), night() + " Schools in Oboyan were shut on Tuesday.", 2, True),
    ("an update of a longer text", market(), market(dead="seven", hurt="22"), 2, True),
    ("a town spelled otherwise", market(), market(town="Kupyansk"), 1, True),
    ("a longer text of another town", market(), market(town="Sumy", governor="Artem Kobzar"), 1, False),
]


@pytest.mark.parametrize(("what", "one", "other", "day", "copy"), FORMULAS, ids=[case[0] for case in FORMULAS])
def test_a_formula_that_is_filled_in_anew_is_no_copy(what: str, one: str, other: str, day: int, copy: bool):
    told = [report("a", "2024-05-01", one), report("b", f"2024-05-0{day}T20:00", other, "Another headline")]

    assert origins(told)["b"] == ("a" if copy else "b")


RECOUNTED = [
    ("another count in words", night("two"), 2, night("five"), 5, False),
    ("at another hour too", night("two"), 2, night("five").replace("noon", "dusk"), 5, False),
    ("the same count in other words", night("twelve"), 12, night("a dozen"), 12, True),
    ("an update of a longer text", market(), 3, market(dead="seven"), 7, True),
    ("cut to less", night("two"), 2, night("two")[:-30], 5, True),
]


@pytest.mark.parametrize(("what", "one", "first", "other", "then", "copy"), RECOUNTED, ids=[c[0] for c in RECOUNTED])
def test_a_formula_with_another_count_in_words_is_no_copy(
    what: str, one: str, first: int, other: str, then: int, copy: bool
):
    told = [report("a", "2024-05-01", one), report("b", "2024-05-01T20:00", other)]
    read = counts_of([claim("a/a", figures=counts(killed=first)), claim("b/a", figures=counts(killed=then))])

    assert origins(told, read)["b"] == ("a" if copy else "b")


def test_what_is_counted_anew_of_known_reports_changes_whose_copies_they_are():
    told = [report("a", "2024-05-01", night("two")), report("b", "2024-05-01T20:00", night("five"))]
    first = claim("a/a", figures=counts(killed=2))
    again = merging()
    again.remember()

    for figures in ({}, counts(killed=5), counts(wounded=5), {}):
        claims = [first, claim("b/a", figures=figures)]
        assert again(told, claims, [], []) == merge(told, claims, [])


def test_the_copy_of_a_bulletin_has_that_bulletin_as_its_origin():
    first, other = report("a", "2024-05-01", alert("Kharkiv")), report("b", "2024-05-02", alert("Sumy"))
    told = [first, other, report("c", "2024-05-03", alert("Sumy"), "Alert")]

    assert origins(told) == {"a": "a", "b": "b", "c": "b"}


def test_a_report_without_a_date_comes_last():
    assert origins([report("a", None, AGENCY), report("b", "2024-05-01", AGENCY)])["a"] == "b"
