"""Of two reports with one id, which does the ledger keep?

The answer depends on nothing but the two, whichever came first, so that a ledger is a function of the set of reports
that were read into it.
"""

import hashlib
from dataclasses import replace

from fogline.model.report import Report

DAY_LENGTH = len("2024-12-22")


def same_words(one: Report, other: Report) -> bool:
    """Whether two reports are one report, told perhaps with another date of publication or language."""
    return _content(one) == _content(other)


def kept(one: Report, other: Report) -> Report:
    """What the ledger keeps of two reports with one id.

    Where source, address, title and text are the same it is one report: what one of them does not say is taken from the
    other, and of two dates or languages the first (see `_first_date`) counts. Where they differ, the one whose content
    has the smaller hash is kept whole.
    """
    if not same_words(one, other):
        return min(one, other, key=_digest)
    return replace(
        one,
        published=min(filter(None, (one.published, other.published)), key=_first_date, default=None),
        language=min(filter(None, (one.language, other.language)), default=None),
    )


def _first_date(published: str) -> tuple[str, bool, str]:
    """The earlier day first; of one day the date with an hour before the bare one."""
    return published[:DAY_LENGTH], len(published) == DAY_LENGTH, published


def _content(report: Report) -> tuple[str | None, str | None, str, str]:
    return report.source, report.url, report.title, report.text


def _digest(report: Report) -> bytes:
    return hashlib.sha256(repr(_content(report)).encode(errors="surrogatepass")).digest()
