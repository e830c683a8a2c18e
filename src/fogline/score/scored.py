"""How did a reader do on all cases? Each case beside what was read of it, and the figures over all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fogline.score.cases import Case
from fogline.score.draw import Draw, draw_all
from fogline.score.figures import of_ledgers, of_mentions
from fogline.score.last import Run
from fogline.score.questions import ask
from fogline.score.tally import Compared, Tally, compare, together

LEDGER, MENTIONS = "ledger", "mentions"
# Called with the number of cases that are done and of claims that were read.
OnProgress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Scored:
    """All cases with what was read of them, in one order; an empty tally in `asked` where a case has no mentions."""

    cases: tuple[Case, ...]
    compared: tuple[Compared, ...]
    asked: tuple[Tally, ...]

    @property
    def run(self) -> Run:
        """The figures over all cases: of the ledger, and of the mentions where a case has some."""
        figures = {LEDGER: of_ledgers(together(compared.tally for compared in self.compared))}
        if any(case.mentions is not None for case in self.cases):
            figures[MENTIONS] = of_mentions(together(self.asked))
        return figures


def score_all(
    cases: Sequence[Case], draw: Draw, jobs: int = 1, on_progress: OnProgress = lambda done, claims: None
) -> Scored:
    """Draw the ledger of each case and compare. Raises FoglineError where one cannot be drawn."""
    compared: list[Compared] = []
    asked: list[Tally] = []
    claims = 0
    for case, ledger in zip(cases, draw_all(cases, draw, jobs), strict=True):
        compared.append(compare(case, ledger))
        asked.append(ask(case, ledger) if case.mentions is not None else Tally())
        claims += sum(len(event.claims) for event in ledger.events)
        on_progress(len(compared), claims)
    return Scored(tuple(cases), tuple(compared), tuple(asked))
