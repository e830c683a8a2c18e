"""A place for which whoever acts only stands is traced to the words that name it."""

import pytest

from fogline.model import Place, PlaceMention
from fogline.read.in_words import in_words

BOGOTA = Place("Bogotá", "CO", None, 4.6, -74.1, None, "settlement")


def mention(start: int, role: str = "place") -> PlaceMention:
    return PlaceMention(start, start + 6, "Bogotá", role, BOGOTA)  # type: ignore[arg-type]


NAMED = [mention(10), mention(200), mention(400)]
ACTS, TOLD = (300, 320), (325, 335)  # "President Petro", "broke off"


def test_it_is_traced_to_the_last_words_before_that_name_it() -> None:
    assert in_words(BOGOTA, ACTS, TOLD, {"Bogotá": NAMED}) == (200, 206)


def test_or_to_the_first_behind() -> None:
    assert in_words(BOGOTA, ACTS, TOLD, {"Bogotá": NAMED[2:]}) == (400, 406)


def test_a_town_that_acts_names_the_place_only_where_nothing_else_does() -> None:
    acting = mention(250, "party")
    assert in_words(BOGOTA, ACTS, TOLD, {"Bogotá": [NAMED[0], acting]}) == (10, 16)
    assert in_words(BOGOTA, ACTS, TOLD, {"Bogotá": [acting]}) == (250, 256)


@pytest.mark.parametrize("named", [{}, {"Tibú": NAMED}])
def test_what_nothing_names_is_traced_to_what_stands_for_it(named: dict[str, list[PlaceMention]]) -> None:
    assert in_words(BOGOTA, ACTS, TOLD, named) == ACTS


def test_words_that_name_it_are_kept() -> None:
    assert in_words(BOGOTA, (400, 406), TOLD, {"Bogotá": NAMED}) == (400, 406)
