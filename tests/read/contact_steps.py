"""What tests of faults that further wars showed start from: the claims of a text, and the parties named."""

from fogline.model import Claim, Report
from fogline.read import Reader


def read(reader: Reader, text: str, title: str = "Report") -> tuple[Claim, ...]:
    return reader.read(Report("r1", "a news site", None, title, text, "2025-03-10", "en")).claims


def parties(claims: tuple[Claim, ...]) -> tuple[set[str], set[str]]:
    return {p for c in claims for p in c.actor}, {p for c in claims for p in c.target}
