"""Where is the report that is to be explained: in the ledger, or in a file that is read for this alone?"""

import contextlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from fogline.cli.filters import STANDARD_INPUT
from fogline.errors import FoglineError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fogline.api import Ledger
    from fogline.model import Report


@contextlib.contextmanager
def explained_from(name: str, ledger: str | None, **about: str | None) -> "Iterator[tuple[Ledger, Report]]":
    """The report of that id and its ledger; or, where `name` is a file or `-`, its one report in a ledger of its own.

    `about` is what the file does not say of itself: source, published, language. Raises FoglineError where there is no
    such report, and UsageError where `about` is given for a report of the ledger or the file holds several.
    """
    from fogline import api

    if name == STANDARD_INPUT or Path(name).is_file():
        with tempfile.TemporaryDirectory() as folder, api.open(Path(folder, "ledger.db")) as opened:
            yield opened, _read_one(opened, name, about)
        return
    if Path(name).is_dir():
        raise UsageError(f"{name}: is a folder; name one file, or the id of a report")
    if given := [f"--{key}" for key, value in about.items() if value is not None]:
        raise UsageError(f"{', '.join(given)}: for a file that is read for this alone, and {name!r} is no file")
    with api.open(ledger, create=False) as opened:
        yield opened, opened.report(name)


def _read_one(opened: "Ledger", name: str, about: "dict[str, str | None]") -> "Report":
    summary = opened.read(name, source=about["source"], published=about["published"], language=about["language"])
    for problem in summary.problems:
        raise FoglineError(f"{problem.where}: {problem.message}")
    reports = opened.reports()
    if not reports:
        raise FoglineError(f"{name}: holds no report")
    if len(reports) > 1:
        raise UsageError(f"{name}: holds {len(reports)} reports: read them into a ledger and name one by its id")
    return reports[0]
