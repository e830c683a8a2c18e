"""How does a ledger take a person's verdicts on its merge?"""

import datetime as dt
from typing import NamedTuple

from fogline.api.held import Held
from fogline.judge import Judged, all_rulings, judge, take_in
from fogline.model.verdict import Kind, Ruling


class Imported(NamedTuple):
    """How many verdicts of another ledger were new and were there, and how many of them all wait for reports."""

    new: int
    there: int
    waiting: int


class Judges(Held):
    """A ledger that is judged."""

    def judge(self, word: Kind, *of: str | int, reason: str, at: dt.datetime, author: str | None = None) -> Judged:
        """Give a verdict on the merge; it is stored, and the events are drawn anew.

        `judge("same", event, event)` and `judge("different", event, event)` name events as `event` does;
        `judge("split", event, report_or_claim, …)` takes the tellings of these out of the event; `judge("undo",
        verdict)` takes a verdict back, by its id or the beginning of that. `at` is the moment of the verdict, with an
        offset; `author` is by default what FOGLINE_AUTHOR says, or the login name. Of verdicts that contradict each
        other the later one holds: `changed` of the answer names the earlier ones that are overruled, or in force again.
        Raises UsageError for a call that means nothing, LedgerError where something that it names is not there.
        """
        named = [str(key).strip() for key in of]
        by = author or self._settings.author
        return judge(self._store, word, named, reason=reason, author=by, at=at, merge=self._merge)

    def verdicts(self) -> list[Ruling]:
        """All verdicts by time, each with its state: in force, overruled (in part), undone, or waiting for reports."""
        return all_rulings(self._store)

    def import_verdicts(self, text: str) -> Imported:
        """Take in the verdicts of another ledger's export, or of `fogline judge list --format json`.

        Those that are there already change nothing. Raises UsageError for a text that is neither.
        """
        from fogline.publish import verdicts_from_json

        given = verdicts_from_json(text)
        new = take_in(self._store, given, self._merge)
        ids = {one.id for one in given}
        waiting = sum(ruling.state == "waiting" and ruling.verdict.id in ids for ruling in self.verdicts())
        return Imported(new, len(ids) - new, waiting)
