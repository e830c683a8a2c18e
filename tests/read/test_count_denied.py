"""Whose count is it that somebody denies, corrects or takes back?"""

import tomllib
from pathlib import Path

import pytest

from fogline.model import Report
from fogline.read import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def counted(reader: Reader, title: str, text: str) -> list[str]:
    """Who counts how many dead in a report, and with which stance."""
    claims = reader.read(Report("f1", "The Outlet", None, title, text, "2025-03-14", "en")).claims
    return [f"{c.by} {c.stance} {c.figures['killed'].low}" for c in claims if "killed" in c.figures]


CASES: dict[str, list[tuple[str, str, list[str]]]] = tomllib.loads(
    (Path(__file__).parent / "count_denied_cases.toml").read_text("utf-8")
)


@pytest.mark.parametrize(("title", "text", "told"), [*CASES["given"], *CASES["left"]])
def test_whose_count_it_is(reader: Reader, title: str, text: str, told: list[str]) -> None:
    assert counted(reader, title, text) == told


def test_who_only_denies_a_count_denies_the_deed(reader: Reader) -> None:
    text = "Gunmen attacked a mine near Kidal on Monday. Officials denied that 30 miners had been killed."
    claims = reader.read(Report("f1", "The Outlet", None, "Mine", text, "2025-03-14", "en")).claims
    assert "denies" in {c.stance for c in claims if c.by == "Officials"}
