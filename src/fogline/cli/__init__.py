"""The commands: each reads its options, asks `fogline.api`, and prints; no other work is done here."""

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from fogline.cli.dates import dates
from fogline.cli.demo import demo
from fogline.cli.events import events
from fogline.cli.explain import explain
from fogline.cli.export import export
from fogline.cli.gazetteer import gazetteer
from fogline.cli.judge import judge
from fogline.cli.places import places
from fogline.cli.read import read
from fogline.cli.report import report
from fogline.cli.score import score
from fogline.cli.serve import serve
from fogline.cli.show import show
from fogline.cli.watch import watch
from fogline.cli.wrong_options import Once, in_words
from fogline.errors import FaultsError, FoglineError

# The matrices of the English parser are small: threads that share them wait for each other longer than they compute,
# several times as long where other programs run too. Read by numpy when it is loaded.
THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS")
INTERRUPTED = 130  # 128 and the number of SIGINT, as shells have it


class Commands(TyperGroup):
    """Turns a fault into one line on standard error and a status that is not 0, never a stack trace."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        from fogline.cli.output import silence_output, tell

        try:
            answer = super().invoke(ctx)
            sys.stdout.flush()
        except typer.BadParameter as error:
            in_words(error)
            raise
        except FoglineError as error:
            for line in error.faults if isinstance(error, FaultsError) else (str(error),):
                tell(line)
            raise typer.Exit(error.exit_code) from error
        except BrokenPipeError as error:
            silence_output()
            raise typer.Exit(0) from error
        except OSError as error:
            if error.filename is None:  # of what was opened before: the output, as a rule
                silence_output()
            tell(f"{error.filename or 'cannot write the answer'}: {error.strerror or error}")
            raise typer.Exit(1) from error
        except KeyboardInterrupt as error:
            tell("stopped; what was stored before stays stored")
            raise typer.Exit(INTERRUPTED) from error
        return answer


app = typer.Typer(
    cls=Commands,
    epilog="Start with: fogline demo",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (read, watch, events, show, explain, export, report, serve, places, dates, score, demo):
    app.command(cls=Once)(command)
app.add_typer(judge, name="judge")
app.add_typer(gazetteer, name="gazetteer")


def _version(wanted: bool) -> None:
    if wanted:
        from fogline import __version__

        typer.echo(f"fogline {__version__}")
        raise typer.Exit


@app.callback()
def fogline(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Reads war reporting and keeps a ledger of who says what happened, where, when and with how many dead."""


def _open_what_is_closed() -> None:
    """Where a caller closed a standard stream, Python has none: nothing is then read, and what is said goes nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))


def main() -> None:
    """The entry point of the `fogline` command."""
    _open_what_is_closed()
    for name in THREADS:
        os.environ.setdefault(name, "1")
    app()
