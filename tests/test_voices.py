"""What a few reports say of one thing becomes disputes and answers: read, merged, and told apart from near misses."""

import tomllib
from pathlib import Path

import pytest

from fogline.merge import merge
from fogline.model import Merged, Report
from fogline.read import Reader

CASES = tomllib.loads((Path(__file__).parent / "voice_cases.toml").read_text(encoding="utf-8"))
ROWS = [(f"{family}: {row[0]}", *row[1:]) for family, rows in CASES.items() for row in rows]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def merged(reader: Reader, told: list[list[str]]) -> Merged:
    reports = [Report(f"r{at}", "news site", None, "", text, day, "en") for at, (day, text) in enumerate(told, 1)]
    readings = [reader.read(report) for report in reports]
    return merge(reports, [c for r in readings for c in r.claims], [link for r in readings for link in r.links])


@pytest.mark.parametrize(("name", "told", "disputed", "answers"), ROWS, ids=[row[0] for row in ROWS])
def test_disputes_and_answers(
    reader: Reader, name: str, told: list[list[str]], disputed: list[str], answers: list[str]
):
    found = merged(reader, told)

    types = {event.id: event.type for event in found.events}
    assert sorted({field for event in found.events for field in event.disputed}) == sorted(disputed)
    assert sorted({f"{types[link.later]} > {types[link.earlier]}" for link in found.links}) == sorted(answers)


def test_an_answer_tells_whose_word_it_is_and_a_dispute_since_when(reader: Reader):
    found = merged(
        reader,
        [
            [
                "2024-05-03",
                "Russian missiles struck a market in Kharkiv on Thursday. Ukraine said six people were killed.",
            ],
            ["2024-05-04", "Russia said its missile strike on a market in Kharkiv on Thursday had killed nobody."],
        ],
    )

    (dispute,) = [one for event in found.events for one in event.disputes]
    assert (dispute.field, dispute.since) == ("killed", "2024-05-04")
    assert [(one.side, one.count and one.count.low) for one in dispute.positions] == [("Ukraine", 6), ("Russia", 0)]
