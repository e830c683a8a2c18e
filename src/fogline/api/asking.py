"""What does a ledger answer: its events, reports, claims and links, now and at an earlier moment?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Self, TypedDict

from fogline import asked
from fogline.api.held import Held
from fogline.asked import Day, Moment, Names, Near
from fogline.errors import LedgerError
from fogline.merge import explain_merge, history, merge
from fogline.merge.responses import loose_links
from fogline.model import EVENT_TYPES, STATUSES, Claim, Event, Link, Reason, Report
from fogline.model.explained import Explained
from fogline.model.history import Step
from fogline.model.query import EventQuery
from fogline.pipeline import Explaining


class Filters(TypedDict, total=False):
    """What `Ledger.events` asks for; its docstring says what each filter means."""

    since: Day
    until: Day
    near: Near
    place: str | None
    type: Names
    party: Names
    status: str | None
    disputed: bool | None
    text: str | None


class Asks(Held):
    """A ledger that answers."""

    def events(
        self,
        *,
        since: Day = None,
        until: Day = None,
        near: Near = None,
        place: str | None = None,
        type: Names = None,
        party: Names = None,
        status: str | None = None,
        disputed: bool | None = None,
        text: str | None = None,
        as_of: Moment | None = None,
    ) -> list[Event]:
        """Events by first day, then id, that pass all filters.

        `since` and `until` are days (both included); `near` is a place with an optional distance ("Kazan 50km") or
        latitude, longitude and kilometres; `place` the name of a place, of its region, or its country code; `type` and
        `party` are one or more names, any of which will do, a party also by its other names and demonyms ("russian");
        `text` searches the reports; `as_of` asks the ledger as it stood then (see `as_of`). Raises UsageError for a
        filter that means nothing.
        """
        if as_of is not None:
            with self.as_of(as_of) as then:
                return then.events(
                    since=since,
                    until=until,
                    near=near,
                    place=place,
                    type=type,
                    party=party,
                    status=status,
                    disputed=disputed,
                    text=text,
                )
        first, last = asked.days(since, until)
        query = EventQuery(
            since=first,
            until=last,
            near=asked.circle(near),
            places=asked.place_names(place),
            types=asked.known(type, EVENT_TYPES, "type"),
            parties=asked.parties(party),
            status=next(iter(asked.known(status, STATUSES, "status")), None),
            disputed=disputed,
            text=text or None,
        )
        return list(self._store.events(query))

    def as_of(self, moment: Moment) -> Self:
        """The ledger as it stood when the reports published, and the verdicts given, up to a moment were known.

        A day stands for its last moment in UTC, a time without an offset for UTC; a report with a bare date is known
        from the first moment of that day, one without a date never (`undated` counts them). The answer is drawn anew in
        memory, can only be looked at, and is to be closed; this ledger is not changed.
        """
        then = type(self)(self._store.as_of(asked.moment(moment), merge), self._settings, self._reader_of)
        then._later = self
        return then

    @property
    def undated(self) -> int:
        """Of the ledger as it stood at a moment: how many reports were left out since they have no date."""
        return self._store.undated

    def explain_merge(self, key: str | int) -> Explained:
        """Why an event is one: what joined its tellings, what came near, verdicts, disputes and answers.

        The whole merge is run again for it.
        """
        store = self._store
        given = (store.reports(), store.claims(), store.claim_links())
        return explain_merge(self.event(key), *given, verdicts=store.verdicts_here(), event_links=store.links())

    def history(self, key: str | int) -> list[Step]:
        """What was known of an event after each of its reports, in order of publication, those without a date last.

        The tellings are those that the event has now; `as_of` says how they were grouped at the time.
        """
        event = self.event(key)
        reports = {claim.report: self.report(claim.report) for claim in event.claims}
        return history(event, reports, self._store.origins())

    def parties(self) -> list[str]:
        """The parties that act, suffer or speak in events, those in most events first, then by name."""
        found = Counter(
            name
            for event in self._store.events()
            for name in {*event.actor, *event.target, *(claim.side for claim in event.claims if claim.side)}
        )
        return sorted(found, key=lambda name: (-found[name], name))

    def event(self, key: str | int) -> Event:
        """One event: by its number in the whole list (from 1), its id, or the beginning of its id.

        Of a ledger as it stood, an event of today also names the one that held most of its claims then. Raises
        FoglineError where there is none, or more than one.
        """
        try:
            return self._store.event(str(key).strip())
        except LedgerError:
            if self._later is None:
                raise
            if str(key).strip().isdigit():
                if self.events():
                    unlisted = f'there is no event "{key}" in the list as it stood then'
                    raise LedgerError(f"{unlisted}: see it with fogline events --as-of") from None
                raise LedgerError(f'there is no event "{key}": nothing was known then') from None
        claims = {claim.id for claim in self._later.event(key).claims}
        held = [(sum(claim.id in claims for claim in event.claims), event) for event in self.events()]
        most, found = max(held, key=lambda one: one[0], default=(0, None))
        if found is None or not most:
            raise LedgerError(f'nothing of event "{key}" was known then')
        return found

    def reports(self) -> list[Report]:
        """All reports by id, with their text."""
        return list(self._store.reports())

    def report(self, id: str) -> Report:
        """One report. Raises FoglineError where there is none."""
        return self._store.report(id)

    def claims(self, report: str) -> list[Claim]:
        """The claims of one report, in the order of its text."""
        return self._store.claims(report)

    def reasons(self, report: str) -> Mapping[str, Mapping[str, Sequence[Reason]]]:
        """Why each value of a report's claims was read: rule and lexicon entry, by the claim's id and the value's key.

        The keys are those of the claim's spans, and `status`, `side`, `stance`. The report is read again for it, so a
        claim that the reader does not find again, as one that an earlier version read, has no reasons.
        """
        found = self._store.report(report)
        reader = self._reader_of(found.language)
        return reader.reasons(found) if isinstance(reader, Explaining) else {}

    def links(self, *, loose: bool = False) -> list[Link]:
        """Which events are called an answer to which.

        With `loose` also those that no report calls so, marked: a strike on whoever struck within two days before.
        """
        said = list(self._store.links())
        return [*said, *loose_links(self.events(), said)] if loose else said
