"""Which report came first?"""

import datetime as dt
from collections.abc import Mapping

from fogline.model import Claim, Report
from fogline.model.report import moment_of

NEVER_DATED = dt.datetime.max.replace(tzinfo=dt.UTC)


def told_at(report: Report | None) -> dt.datetime:
    """The moment of publication in UTC, to sort by.

    A bare date counts as its first moment, a time without offset as UTC; a report without a readable date is last.
    """
    return (moment_of(report.published) if report else None) or NEVER_DATED


def in_time(claims: list[Claim], reports: Mapping[str, Report]) -> list[Claim]:
    """The claims by publication of their report, then position in it, then ids."""
    return sorted(claims, key=lambda c: (told_at(reports.get(c.report)), c.report, c.sentence_start, c.id))
