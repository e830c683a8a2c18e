"""How many are dead with the last of them: "she is the fifth victim of the strike"."""

import pytest

from fogline.model import Report
from fogline.read import Reader

SHELLS = "Shells hit Nikopol on Saturday."
COUNTED = [
    (f"{SHELLS} A woman of 44 died on Sunday, the mayor said. She is the fifth victim of the strike.", {(5, 5)}),
    (f"{SHELLS} A driver died in hospital, the mayor said. He is the third person to lose his life.", {(3, 3)}),
    (f"{SHELLS} A driver died, the mayor said, becoming the fourth person to die of the attack.", {(4, 4)}),
    (f"{SHELLS} A sixth person has died of her wounds, the mayor said.", {(6, 6)}),
    (f"{SHELLS} This is already the third death, the governor said on Sunday.", {(3, 3)}),
    (f"{SHELLS} Two were killed. The second victim was a boy of nine, the governor said.", {(2, 2)}),
    (
        "Shells hit Nikopol on Saturday, killing a driver. He was the third man killed in the region this year.",
        {(1, 1)},
    ),
    ("Shells hit Nikopol on Saturday, killing a driver. He was the second son of a baker.", {(1, 1)}),
    (f"{SHELLS} It was the third death in the district this week.", set()),
    (f"{SHELLS} It was the third attack on the town in a week.", set()),
]


@pytest.mark.parametrize(("text", "killed"), COUNTED)
def test_the_turn_of_the_last_of_the_dead_counts_them(
    reader: Reader, text: str, killed: set[tuple[int, int | None]]
) -> None:
    claims = reader.read(Report("r1", "wire", None, "Shelling of Nikopol", text, "2025-03-10", "en")).claims
    assert {(c.figures["killed"].low, c.figures["killed"].high) for c in claims if c.figures.get("killed")} == killed


def test_a_heading_counts_them_for_the_first_paragraph(reader: Reader) -> None:
    text = "A man of 60 has died in hospital, the mayor said. Shells hit Nikopol on Saturday."
    claims = reader.read(
        Report("r1", "wire", None, "Fourth victim of the shelling of Nikopol", text, "2025-03-10", "en")
    ).claims
    assert {c.figures["killed"].low for c in claims if c.figures.get("killed")} == {4}
