"""How is a score printed? A line a case, a line a field with what changed, and on request every difference."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.text import Text

from fogline.cli.output import Page
from fogline.cli.table import Column
from fogline.publish.words import count
from fogline.score.cases import Case
from fogline.score.differ import Difference, days, differences, figure, place
from fogline.score.events import Event
from fogline.score.figures import ACCURACY, F1, PRECISION, RECALL, headlines
from fogline.score.floor import Fall
from fogline.score.last import Run
from fogline.score.names import Names
from fogline.score.questions import QUESTIONS
from fogline.score.scored import LEDGER, MENTIONS, Scored
from fogline.score.tally import Compared

FIELDS = (
    *("event", "type", "date", "place", "actor", "target", "against", "weapon", "effects"),
    *("figures", "voices", "disputed", "links", "end_to_end"),
)
SEEN_CHANGE = 0.0005  # less is not seen in three decimals
STYLES = {"found": "green", "missed": "red", "added": "yellow"}
BETWEEN = " · "
LACKING, BESIDES, SAME = "−", "+", "="


def as_json(scored: Scored, last: Run | None, fallen: Iterable[Fall], *, show: bool, mentions: bool) -> dict[str, Any]:
    """A score for a program; `last` and `floor` tell the run before and the floors that were fallen under."""
    run = scored.run
    cases = []
    for case, compared in zip(scored.cases, scored.compared, strict=True):
        numbers = dict(zip(("case", *STYLES), _numbers(compared), strict=True))
        cases.append(numbers | {"events": list(_shown(compared, case.names))} if show else numbers)
    return {
        "cases": cases,
        LEDGER: dict(run[LEDGER]),
        **({MENTIONS: dict(run[MENTIONS])} if mentions else {}),
        "last": None if last is None else {part: dict(figures) for part, figures in last.items()},
        "under_floor": [
            {"part": fall.part, "field": fall.field, "figure": fall.figure, "floor": fall.floor} for fall in fallen
        ],
    }


def print_all(page: Page, scored: Scored, last: Run | None, *, show: bool, mentions: bool) -> None:
    """The tables of a score."""
    if show:
        for case, compared in zip(scored.cases, scored.compared, strict=True):
            _print_case(page, case, compared)
        page.say(f"{LACKING} in the case and not read, {BESIDES} read and not in the case")
        page.say()
    else:
        columns = [Column("case"), *(Column(name, right=True, wraps=False, named=True) for name in STYLES)]
        page.table(columns, [[str(cell) for cell in _numbers(one)] for one in scored.compared], indent=0)
        page.say()
    _print_figures(page, "field", FIELDS, scored.run[LEDGER], (last or {}).get(LEDGER))
    if mentions:
        page.say()
        _print_figures(page, "question", tuple(QUESTIONS), scored.run[MENTIONS], (last or {}).get(MENTIONS))


def _numbers(compared: Compared) -> tuple[str, int, int, int]:
    return compared.case, len(compared.main), len(compared.missed), len(compared.added)


def _print_figures(
    page: Page, heading: str, names: Sequence[str], figures: Mapping[str, float], last: Mapping[str, float] | None
) -> None:
    """A line a field; the change from the last run, where there was one, is that of F1 or accuracy."""
    kinds = {PRECISION: "precision", RECALL: "recall", F1: "F1", ACCURACY: "accuracy"}
    kept = [kind for kind in kinds if any(f"{name}_{kind}" in figures for name in names)]
    columns = [Column(heading), *(Column(kinds[kind], right=True, wraps=False, named=True) for kind in kept)]
    now, before = headlines(figures), headlines(last or {})
    if last is not None:
        columns.append(Column("change", right=True, wraps=False, named=True))
    rows = []
    for name in names:
        row = [name.replace("_", " "), *(_share(figures.get(f"{name}_{kind}")) for kind in kept)]
        rows.append([*row, _change(now[name], before.get(name))] if last is not None else row)
    page.table(columns, rows, indent=0)


def _share(figure: float | None) -> str:
    return "" if figure is None else f"{figure:.3f}"


def _change(now: float, before: float | None) -> str:
    if before is None:
        return ""
    return SAME if abs(now - before) < SEEN_CHANGE else f"{now - before:+.3f}"


def _print_case(page: Page, case: Case, compared: Compared) -> None:
    """Each event of a case, what differs in it, and what was missed or added."""
    _, found, missed, added = _numbers(compared)
    page.say(Text(f"{case.name}: {count(found, 'event')} found, {missed} missed, {added} added", style="bold"))
    rows: list[list[str | Text]] = []
    for row in _shown(compared, case.names):
        verdict = Text(row["verdict"] + (" (optional)" if row["optional"] else ""), style=STYLES[row["verdict"]])
        rows.append([verdict, row["case"] or row["read"]])
        rows += [["", _signed(one)] for one in row["differences"]]
    page.table([Column("", wraps=False), Column("")], rows)
    page.say()


def _signed(difference: Mapping[str, Any]) -> str:
    """A field with what was not read of it and what was read besides: "actor: − Russia; + Ukraine"."""
    parts = [*(f"{LACKING} {x}" for x in difference["missed"]), *(f"{BESIDES} {x}" for x in difference["added"])]
    return f"{difference['field']}: {'; '.join(parts)}"


def _shown(compared: Compared, names: Names) -> Iterable[dict[str, Any]]:
    """An event a row: a verdict, it as the case has it, it as it was read, and the fields that differ."""
    for gold, found in compared.pairs:
        yield _row("found", gold, found, differences(gold, found, names))
    for gold in compared.missed:
        yield _row("missed", gold, None)
    for found in compared.added:
        yield _row("added", None, found)


def _row(verdict: str, gold: Event | None, found: Event | None, apart: Sequence[Difference] = ()) -> dict[str, Any]:
    return {
        "verdict": verdict,
        "optional": bool(gold and gold.optional),
        "case": _brief(gold),
        "read": _brief(found),
        "differences": [{"field": d.field, "missed": list(d.missed), "added": list(d.added)} for d in apart],
    }


def _brief(event: Event | None) -> str:
    """An event on a line: "e1 · air_drone_strike · 2024-12-21 · Kazan · Ukraine → Russia · injured 3"."""
    if event is None:
        return ""
    actor, target = ", ".join(event.lists["actor"]), ", ".join(event.lists["target"])
    who = f"{actor or '?'} → {target or '?'}" if actor or target else ""
    figures = ", ".join(sorted(map(figure, event.figures)))
    parts = (event.id, event.type or "", days(event.date), place(event.place), who, figures)
    return BETWEEN.join(part for part in parts if part)
