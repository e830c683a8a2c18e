"""Which reports come with the package?

`reports.jsonl` holds reports of real happenings, retold in the project's own words after public reporting, with
sources named by kind. Each says so in its last line.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

REPORTS = "reports.jsonl"


@contextmanager
def reports_path() -> Iterator[Path]:
    """The sample reports as a file of JSON Lines, unpacked for a while where the package is zipped."""
    with resources.as_file(resources.files("fogline.samples").joinpath(REPORTS)) as path:
        yield path
