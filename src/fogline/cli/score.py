"""`fogline score`: a reader's ledgers compared with those that a person drew from the same reports."""

from contextlib import AbstractContextManager, nullcontext, suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from fogline.score.draw import Draw
    from fogline.score.last import Run

FELL = 1


class ScoreForm(StrEnum):
    """How to print a score."""

    TABLE = "table"
    JSON = "json"


def score(
    cases: Annotated[
        list[Path], typer.Argument(metavar="CASES...", help="Folders with a case.json, or folders of such folders.")
    ],
    *,
    mentions: Annotated[
        bool, typer.Option("--mentions", help="Also by question: were the right words found, and read rightly?")
    ] = False,
    show: Annotated[bool, typer.Option("--show", help="What was missed, added or wrong, case by case.")] = False,
    reader: Annotated[
        str | None,
        typer.Option(
            metavar="COMMAND", help="Another reader, such as 'my-reader {reports} {ledger}'; run once a case."
        ),
    ] = None,
    ledgers: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Ledgers exported before, as FOLDER/CASE.json.")
    ] = None,
    jobs: Annotated[int, typer.Option(metavar="N", min=1, help="Cases read at a time.")] = 1,
    last: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Figures to tell the change from; this run's are put there after it."),
    ] = None,
    floor: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The least figure of each field; the status is 1 under one.")
    ] = None,
    raise_floor: Annotated[
        bool, typer.Option("--raise", help="Raise the floors of --floor to this run's figures; none is lowered.")
    ] = False,
    form: Annotated[ScoreForm, typer.Option("--format", help="A table for a person, JSON for a program.")] = (
        ScoreForm.TABLE
    ),
) -> None:
    """Compare what a reader reads with ledgers coded by hand, and print the share that is right of each field.

    The reader is Fogline, another program (--reader), or what was exported before (--ledgers). Changes are told against
    the last run on the same cases. The status is 1 where a figure lies under its floor. docs/scoring.md tells what is
    counted, corpus/README.md what a case is.

    \b
    Examples:
      fogline score corpus
      fogline score corpus/solo-engels --show
      fogline score corpus --reader "my-reader {reports} {ledger}" --mentions
    """
    from fogline.cli import score_tables
    from fogline.cli.export import write_whole
    from fogline.cli.output import Page, tell
    from fogline.cli.progress import bar
    from fogline.errors import UsageError
    from fogline.publish.words import count
    from fogline.score import floor as floors
    from fogline.score import last as lasts
    from fogline.score.cases import read_cases
    from fogline.score.scored import score_all

    if raise_floor and floor is None:
        raise UsageError("--raise needs --floor FILE")
    known = {} if floor is None or (raise_floor and not floor.exists()) else floors.load(floor)
    draw, name = _reader(reader, ledgers)
    found = read_cases(cases)
    if mentions and all(case.mentions is None for case in found):
        raise UsageError("none of these cases has a mentions.jsonl, which --mentions asks for")
    file = last or lasts.usual_file(found, name)
    before = _last_run(file, wanted=last is not None)
    with bar("Scoring", len(found)) as on_progress:
        scored = score_all(found, draw, jobs, on_progress)
    fallen = floors.falls(scored.run, known)
    if form is ScoreForm.JSON:
        Page().json(score_tables.as_json(scored, before, fallen, show=show, mentions=mentions))
    else:
        score_tables.print_all(Page(), scored, before, show=show, mentions=mentions)
    _keep(file, scored.run, wanted=last is not None)
    if floor is not None and raise_floor:
        higher = floors.raised(scored.run, known)
        write_whole(floor, floors.text_of(higher, floors.head_of(floor)))
        tell(f"{floor}: {count(floors.differing(higher, known), 'floor')} raised")
    for fall in fallen:
        tell(str(fall))
    if fallen:
        raise typer.Exit(FELL)


def _reader(command: str | None, ledgers: Path | None) -> "tuple[Draw, str]":
    """What draws the ledgers, and a name for it."""
    from fogline.errors import UsageError
    from fogline.score import draw

    if command is not None and ledgers is not None:
        raise UsageError("name a --reader or --ledgers, not both")
    if ledgers is not None:
        if not ledgers.is_dir():
            raise UsageError(f"--ledgers {ledgers}: there is no such folder")
        return draw.Exported(ledgers), str(ledgers.resolve())
    return (draw.program(command), command) if command is not None else (draw.own(), "fogline")


def _last_run(file: Path, *, wanted: bool) -> "Run | None":
    """The figures to tell the change from. Raises FoglineError only where the file was asked for."""
    from fogline.score.last import load

    with _needed(wanted):
        return load(file)
    return None


def _keep(file: Path, run: "Run", *, wanted: bool) -> None:
    """Keep the figures for the next run. Raises FoglineError only where the file was asked for."""
    from fogline.cli.export import write_whole
    from fogline.score.last import text_of

    with _needed(wanted):
        if not wanted:
            file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, text_of(run))


def _needed(wanted: bool) -> AbstractContextManager[None]:
    """A file of the cache may be missing, broken or not writable; one that was named may not."""
    from fogline.errors import FoglineError

    return nullcontext() if wanted else suppress(FoglineError, OSError)
