"""Who is at the receiving end where no words say so, read from short reports: `receiving_cases.toml`."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from fogline.model import Claim, Report
from fogline.read import Reader

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "receiving_cases.toml").read_text("utf-8"))["case"]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


@pytest.mark.parametrize("case", CASES, ids=[f"{c['title']} {c['published'][:4]}" for c in CASES])
def test_the_receiving_end_is_worked_out_from_who_holds_what_and_who_fights_whom(
    reader: Reader, case: dict[str, Any]
) -> None:
    claims = _claims(reader, case)
    assert claims, "nothing of this type was read"
    for name in ("actor", "target"):
        if name in case:
            assert sorted({party for claim in claims for party in getattr(claim, name)}) == case[name]


def _claims(reader: Reader, case: dict[str, Any]) -> list[Claim]:
    report = Report("r1", "a news site", None, case["title"], case["text"], case["published"], "en")
    return [claim for claim in reader.read(report).claims if claim.type == case["type"]]
