"""Verdicts in one line each, for the tests of merging."""

import datetime as dt

from fogline.model.verdict import Kind, Telling, Verdict, verdict

START = dt.datetime(2024, 6, 1, tzinfo=dt.UTC)


def telling(name: str) -> Telling:
    """The telling "r1/a": of report r1, the happening a."""
    report, happening = name.split("/")
    return Telling(report, happening, f"words of {report}")


def says(kind: Kind, one: str, other: str, minute: int = 0, reason: str = "so") -> Verdict:
    """A verdict on tellings, "r1/a r2/a" against "r3/a", given some minutes after the start."""
    sides = ([telling(name) for name in side.split()] for side in (one, other))
    return verdict(kind, *sides, author="Ann", at=START + dt.timedelta(minutes=minute), reason=reason)


def undo(of: Verdict, minute: int = 0) -> Verdict:
    """The word that a verdict holds no longer."""
    at = START + dt.timedelta(minutes=minute)
    return verdict("undo", (), (), of=of.id, author="Ann", at=at, reason="a mistake")
