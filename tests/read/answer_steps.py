"""The links that a text of one report gives: what the tests of answers start from."""

from fogline.model import Report
from fogline.read import Reader


def links(reader: Reader, text: str) -> list[tuple[str, str]]:
    """Each link as the later and the earlier happening, by the place or else the type."""
    report = Report("r1", "a news site", None, "What happened this week", text, "2024-09-08", "en")
    reading = reader.read(report)
    names = {c.id: c.place.name if c.place and c.type != "threat" else c.type for c in reading.claims}
    assert all(report.full_text[slice(*link.span)] for link in reading.links)
    return sorted((names[link.later], names[link.earlier]) for link in reading.links if link.named is None)
