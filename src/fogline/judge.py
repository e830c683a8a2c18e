"""What does a person's verdict on events mean for the tellings behind them?

Events change with every report; a verdict is kept against the tellings that an event had when it was judged, and holds
wherever these are.
"""

import datetime as dt
import getpass
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fogline.errors import LedgerError, UsageError
from fogline.ledger import Merge, Store
from fogline.merge import merge, rulings
from fogline.model import Event
from fogline.model.verdict import KINDS, LONGEST_AUTHOR, LONGEST_REASON, Kind, Ruling, Telling, Verdict, verdict

# How many ids an answer names where a prefix fits several.
NAMED = 5


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict that was given, with what became of it, and the rulings on earlier ones that it changed."""

    ruling: Ruling
    changed: tuple[Ruling, ...]

    @property
    def verdict(self) -> Verdict:
        """The verdict itself."""
        return self.ruling.verdict


def judge(
    store: Store,
    word: Kind,
    of: Sequence[str],
    *,
    reason: str,
    author: str,
    at: dt.datetime,
    merge: Merge = merge,
) -> Judged:
    """Store a verdict and draw the events anew; see `fogline.api.Ledger.judge`. Raises UsageError, LedgerError."""
    if at.tzinfo is None:
        raise UsageError("the time of a verdict needs an offset, as datetime.now(UTC) has it")
    why, who = _text(reason, "reason", LONGEST_REASON), _author(author)
    one, other, undone = _meant(store, word, of)
    given = verdict(word, one, other, of=undone, author=who, at=at, reason=why)
    before = {ruling.verdict.id: ruling for ruling in all_rulings(store)}
    store.add_verdicts([given])
    if store.is_stale():
        store.rebuild(merge)
    after = all_rulings(store)
    own = next(ruling for ruling in after if ruling.verdict.id == given.id)
    changed = [
        ruling for ruling in after if ruling is not own and before.get(ruling.verdict.id, ruling).state != ruling.state
    ]
    return Judged(own, tuple(changed))


def take_in(store: Store, given: Iterable[Verdict], merge: Merge = merge) -> int:
    """Store another ledger's verdicts and draw the events anew; how many were not there yet."""
    new = store.add_verdicts(given)
    if store.is_stale():
        store.rebuild(merge)
    return new


def all_rulings(store: Store) -> list[Ruling]:
    """Each verdict as it was given, with what became of it here, in order of time."""
    given = {one.id: one for one in store.verdicts()}
    if not given:
        return []
    return [
        Ruling(given[ruling.verdict.id], ruling.state, ruling.by)
        for ruling in rulings(store.verdicts_here(), store.tellings_named())
        if ruling.verdict.id in given
    ]


def _meant(store: Store, word: Kind, of: Sequence[str]) -> tuple[set[Telling], set[Telling], str | None]:
    """The two sides of a verdict, or the verdict that it undoes."""
    if word in ("same", "different"):
        if len(of) != 2:
            raise UsageError(f'"{word}" is said of two events')
        first, second = (store.event(key) for key in of)
        if first.id == second.id:
            raise UsageError(f"{of[0]} and {of[1]} are one event: take a report out of it with split")
        return _tellings(store, first), _tellings(store, second), None
    if word == "split":
        if len(of) < 2:
            raise UsageError("split needs an event and the reports or claims that leave it")
        return *_sides(store, store.event(of[0]), of[1:]), None
    if word == "undo":
        if len(of) != 1:
            raise UsageError("undo needs the id of one verdict")
        return set(), set(), _found(store.verdicts(), of[0]).id
    raise UsageError(f"{word!r} is not one of {', '.join(KINDS)}")


def _tellings(store: Store, event: Event) -> set[Telling]:
    return set(store.tellings([claim.id for claim in event.claims]).values())


def _sides(store: Store, event: Event, leaving: Sequence[str]) -> tuple[set[Telling], set[Telling]]:
    """The tellings that leave an event and those that stay."""
    of_claim = store.tellings([claim.id for claim in event.claims])
    gone: set[Telling] = set()
    names = sorted({*of_claim, *(claim.report for claim in event.claims)})
    for key in leaving:
        named = [key] if key in names else [name for name in names if key and name.startswith(key)]
        if len(named) != 1:
            said = f"fits {', '.join(named[:NAMED])}" if named else "is no report or claim"
            raise UsageError(f'"{key}" {said} of event {event.id}: see them with fogline show {event.id}')
        gone |= {one for claim, one in of_claim.items() if named[0] in (claim, one.report)}
    stay = set(of_claim.values()) - gone
    if not stay:
        raise UsageError(f"nothing would stay in event {event.id}: name only what leaves it")
    return gone, stay


def _found(given: Sequence[Verdict], key: str) -> Verdict:
    fits = [one for one in given if key and one.id.startswith(key)]
    if len(fits) == 1:
        return fits[0]
    if not fits:
        raise LedgerError(f'there is no verdict "{key}": see the list with fogline judge list')
    raise LedgerError(f'"{key}" fits {len(fits)} verdicts: {", ".join(one.id for one in fits[:NAMED])}')


def _author(author: str) -> str:
    if not author:
        try:
            author = getpass.getuser()
        except (KeyError, OSError, ImportError) as error:
            raise UsageError("a verdict needs a name: give the author, or set FOGLINE_AUTHOR") from error
    return _text(author, "author", LONGEST_AUTHOR)


def _text(text: str, what: str, longest: int) -> str:
    """The words, stripped; raises UsageError where there are none, too many, or some that no file can hold."""
    words = text.strip()
    if not words:
        raise UsageError(f"a verdict needs its {what}: it is empty")
    if len(words) > longest:
        raise UsageError(f"the {what} has {len(words)} characters: {longest} are the most")
    try:
        words.encode()
    except UnicodeEncodeError as error:
        raise UsageError(f"the {what} is not text") from error
    return words
