"""What a process that draws the events again and again need not load, and need not write, each time.

The memory holds what the ledger held at a revision, a number that every change of the ledger raises. It is used only
where the ledger is still at that revision, so another process's changes are never missed: then all is loaded anew.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

import sqlalchemy as sa

from fogline.ledger import ask, rows
from fogline.ledger.tables import claim_links as claim_link_table
from fogline.ledger.tables import claims as claim_table
from fogline.ledger.tables import meta
from fogline.ledger.tables import reports as report_table
from fogline.model.claim import Claim, ClaimLink
from fogline.model.event import Merged
from fogline.model.report import Report

REVISION = meta.c.key == "revision"
# Of more claims nothing is held: reports with their texts and claims take some kilobytes a claim.
MOST_CLAIMS = 300_000


@dataclass(slots=True)
class Memory:
    """The reports that count with their claims and links, by the report's id, and the events that were drawn.

    `touched` are the words (`same_key`) of reports that were changed since; `drawn` is None where the events in the
    ledger are not those that were drawn last.
    """

    revision: int
    reports: dict[str, Report] = field(default_factory=dict)
    claims: dict[str, list[Claim]] = field(default_factory=dict)
    links: dict[str, list[ClaimLink]] = field(default_factory=dict)
    by_words: dict[str, str] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    drawn: Merged | None = None

    def all_reports(self) -> list[Report]:
        """The reports by id."""
        return [self.reports[key] for key in sorted(self.reports)]

    def all_claims(self) -> list[Claim]:
        """The claims by report and place in it."""
        return list(chain.from_iterable(self.claims[key] for key in sorted(self.claims)))

    def all_links(self) -> list[ClaimLink]:
        """The links between claims by report and place in it."""
        return list(chain.from_iterable(self.links[key] for key in sorted(self.links)))


def revision(connection: sa.Connection) -> int:
    """How often the ledger was changed."""
    return int(connection.execute(sa.select(meta.c.value).where(REVISION)).scalar_one())


def raise_revision(connection: sa.Connection) -> int:
    """Note a change, under the write lock; the new number."""
    number = revision(connection) + 1
    connection.execute(sa.update(meta).where(REVISION).values(value=str(number)))
    return number


def load(connection: sa.Connection) -> Memory:
    """All that counts in the ledger."""
    memory = Memory(revision(connection))
    wanted = sa.select(report_table).where(ask.COUNTS)
    _take(memory, connection.execute(wanted).mappings())
    for claim in ask.claims(connection):
        memory.claims.setdefault(claim.report, []).append(claim)
    for link in ask.claim_links(connection):
        memory.links.setdefault(link.report, []).append(link)
    return memory


def refresh(connection: sa.Connection, memory: Memory) -> None:
    """Load again what was touched."""
    for words in memory.touched:
        key = memory.by_words.pop(words, None)
        if key is not None:
            for held in (memory.reports, memory.claims, memory.links):
                held.pop(key, None)
    for part in _parts(sorted(memory.touched)):
        wanted = sa.select(report_table).where(ask.COUNTS, report_table.c.same_key.in_(part))
        ids = _take(memory, connection.execute(wanted).mappings())
        told = sa.select(claim_table).where(claim_table.c.report.in_(ids)).order_by(*ask.CLAIM_ORDER)
        for row in connection.execute(told).mappings():
            memory.claims.setdefault(row["report"], []).append(rows.claim_of(row))
        linked = sa.select(claim_link_table).where(claim_link_table.c.report.in_(ids)).order_by(*ask.LINK_ORDER)
        for row in connection.execute(linked).mappings():
            memory.links.setdefault(row["report"], []).append(rows.claim_link_of(row))
    memory.touched = set()


def _take(memory: Memory, found: Iterable[rows.Row]) -> list[str]:
    """Hold these reports; their ids."""
    ids = []
    for row in found:
        memory.reports[row["id"]] = rows.report_of(row)
        memory.by_words[row["same_key"]] = row["id"]
        ids.append(row["id"])
    return ids


def _parts(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(keys), ask.MANY):
        yield keys[at : at + ask.MANY]
