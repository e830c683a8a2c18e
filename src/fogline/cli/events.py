"""`fogline events`: the list of events, filtered."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.options import (
    AsOf,
    AtPlace,
    Disputed,
    Ledger,
    ListForm,
    NearPlace,
    PartyNames,
    Since,
    Status,
    TextWords,
    Types,
    Until,
)

if TYPE_CHECKING:
    from fogline.api import Ledger as Opened
    from fogline.cli.output import Page
    from fogline.model import Event


def events(
    *,
    ledger: Ledger = None,
    since: Since = None,
    until: Until = None,
    near: NearPlace = None,
    place: AtPlace = None,
    kind: Types = None,
    party: PartyNames = None,
    status: Status = None,
    disputed: Disputed = None,
    text: TextWords = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many.")] = None,
    as_of: AsOf = None,
    form: Annotated[ListForm, typer.Option("--format", help="Text for a person; JSON or CSV for a program.")] = (
        ListForm.TEXT
    ),
) -> None:
    """List events by day. The number in front is what `fogline show` takes.

    \b
    Examples:
      fogline events --since 2024-12-20 --near "Kazan 50km"
      fogline events --type threat --party Russia
      fogline events --disputed --format csv > disputed.csv
      fogline events --as-of 2024-12-21T18:00+03:00
    """
    from fogline.cli.opening import looking
    from fogline.cli.output import Page

    with looking(ledger, as_of) as opened:
        found = opened.events(
            since=since,
            until=until,
            near=near,
            place=place,
            type=kind,
            party=party,
            status=status,
            disputed=disputed,
            text=text,
        )
        shown = found[:limit]
        for name in party or ():
            tell_stranger(opened, name)
        page = Page()
        if form is ListForm.TEXT:
            list_events(page, opened, found, as_of, limit)
        elif form is ListForm.JSON:
            from fogline.publish import event_json

            page.json([event_json(event) for event in shown])
        else:
            from fogline.publish import to_csv

            page.data(to_csv(shown, opened.links()))


def tell_stranger(opened: "Opened", name: str) -> None:
    """Say where no event of the ledger has a party of this name, and which parties it has."""
    from fogline.asked import closest, parties
    from fogline.cli.output import tell

    there = opened.parties()
    if there and not {one.casefold() for one in parties(name)} & {one.casefold() for one in there}:
        tell(f"no event has a party {name!r}; there are {', '.join(closest(name, there))}")


def list_events(
    page: "Page",
    opened: "Opened",
    found: "Sequence[Event]",
    as_of: str | None = None,
    limit: int | None = None,
) -> None:
    """A line with the counts of all that were found, then a table of the first `limit`; or why there is none."""
    from fogline.cli import last_list
    from fogline.cli.table import Column
    from fogline.publish import words

    if not found:
        page.say(_nothing(opened, as_of))
        return
    numbers = {event.id: number for number, event in enumerate(opened.events(), start=1)}
    last_list.remember(opened.address, numbers)
    answers: dict[str, list[int]] = {}
    for link in opened.links():
        answers.setdefault(link.later, []).append(numbers[link.earlier])
    first = f": the first {limit}" if limit is not None and limit < len(found) else ""
    page.say(_headline(found, answers) + first)
    page.say()
    columns = [
        Column("#", right=True, wraps=False, style="bold"),
        Column("when", wraps=False),
        Column("what"),
        Column("where"),
        Column("who → whom"),
        Column("killed", named=True),
        Column("injured", rank=1, named=True),
        Column("voices", right=True, rank=3, named=True),
        Column("origins", right=True, rank=4, named=True),
        Column("answers", rank=2, named=True),
    ]
    rows = [
        [
            str(numbers[event.id]),
            words.days(event.date),
            words.what_disputed(event),
            words.place(event.place),
            words.who(event),
            words.figure_listed(event, "killed"),
            words.figure_listed(event, "injured"),
            str(words.voices(event)),
            str(event.origins),
            ", ".join(str(n) for n in sorted(set(answers.get(event.id, [])))),
        ]
        for event in found[:limit]
    ]
    used = [n for n in range(len(columns)) if any(row[n] for row in rows)]
    page.table([columns[n] for n in used], [[row[n] for n in used] for row in rows], indent=0)


def _headline(found: "Sequence[Event]", answers: dict[str, list[int]]) -> str:
    from fogline.publish.words import count, still_disputed

    disputed = sum(bool(event.disputed) for event in found)
    settled = sum(bool(event.disputed) and not still_disputed(event) for event in found)
    answering = sum(event.id in answers for event in found)
    more = f" ({settled} settled)" if settled else ""
    parts = [count(len(found), "event"), f"{disputed} disputed{more}" if disputed else ""]
    return ", ".join([*(part for part in parts if part), *([count(answering, "answer")] if answering else [])])


def _nothing(opened: "Opened", as_of: str | None) -> str:
    if opened.events():
        return "No event fits: take a filter away."
    if opened.reports():
        return "The ledger has reports, but nothing in them tells of an event."
    if as_of is not None:
        return f"The ledger holds no report that was published by {as_of}."
    return "The ledger is empty: fogline read PATH fills it, fogline demo shows how."
