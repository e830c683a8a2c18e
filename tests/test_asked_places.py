"""Under which names do events at a place stand?"""

import pytest

from fogline.asked import place_names


@pytest.mark.parametrize(
    ("asked", "stands"),
    [
        ("Donetsk Oblast", "Donetsk"),
        ("Ukraine", "UA"),
        ("Kharkov", "Kharkiv"),
        ("Artyomovsk", "Bakhmut"),
        ("Xyzzyville", "Xyzzyville"),
    ],
)
def test_a_place_is_asked_for_by_any_of_its_names(asked: str, stands: str) -> None:
    assert stands in place_names(asked)


@pytest.mark.parametrize("asked", [None, "", "  "])
def test_no_place_asks_for_nothing(asked: str | None) -> None:
    assert place_names(asked) == ()


def test_a_town_is_not_its_country() -> None:
    assert "UA" not in place_names("Kharkiv")
