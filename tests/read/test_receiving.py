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


@pytest.mark.parametrize(
    ("text", "actors", "targets"),
    [
        ("Three American soldiers were killed by a roadside bomb in Basra on Saturday.", set(), {"United States"}),
        ("Three Turkish soldiers died on Saturday during fighting in Dohuk in Iraq.", set(), {"Turkey"}),
        ("An ambush in Kidal on Saturday killed three French soldiers.", set(), {"France"}),
        ("Three Taliban fighters were killed in clashes in Kunduz on Saturday.", set(), {"Taliban"}),
        ("Three Malian soldiers were killed on Saturday in an attack by JNIM in Gao.", {"JNIM"}, {"Mali"}),
        ("Three American cooks were killed by a roadside bomb in Basra on Saturday.", set(), set()),
    ],
)
def test_whose_fighters_fell(reader: Reader, text: str, actors: set[str], targets: set[str]) -> None:
    claims = reader.read(Report("r1", None, None, "What happened", text, "2025-03-04", "en")).claims
    assert {party for claim in claims for party in claim.actor} == actors
    assert {party for claim in claims for party in claim.target} == targets
