"""Which report came first?"""

import datetime as dt
from collections.abc import Mapping

from fogline.model import Claim, Report

NEVER_DATED = dt.datetime.max.replace(tzinfo=dt.UTC)


def told_at(report: Report | None) -> dt.datetime:
    """The moment of publication in UTC, to sort by.

    A bare date counts as its first moment, a time without offset as UTC; a report without a readable date is last.
    """
    if report is None or not report.published:
        return NEVER_DATED
    try:
        moment = dt.datetime.fromisoformat(report.published)
    except ValueError:
        return NEVER_DATED
    return moment.replace(tzinfo=dt.UTC) if moment.tzinfo is None else moment.astimezone(dt.UTC)


def in_time(claims: list[Claim], reports: Mapping[str, Report]) -> list[Claim]:
    """The claims by publication of their report, then position in it, then ids."""
    return sorted(claims, key=lambda c: (told_at(reports.get(c.report)), c.report, c.sentence_start, c.id))
