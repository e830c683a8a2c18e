"""What tests of watching share: time that runs only when somebody waits, and a memory that keeps what it is told."""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from fogline.collect.look import Piece
from fogline.collect.sources import Source
from fogline.collect.watch import watch
from fogline.collect.world import World
from fogline.model import Report
from fogline.model.feed import Feed, Mark
from fogline.model.problem import Passed, Problem

START = dt.datetime(2024, 12, 22, 12, tzinfo=dt.UTC)


@dataclass
class Clock:
    """`waited` lists every wait; the time moves by nothing else."""

    now: dt.datetime = START
    waited: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.now += dt.timedelta(seconds=seconds)

    def world(self, chance: float = 0.0) -> World:
        return World(lambda: self.now, self.sleep, lambda: chance, threads=0)


@dataclass
class Kept:
    """A ledger's part in watching, and all reports that were stored."""

    states: dict[str, Feed] = field(default_factory=dict)
    seen: dict[tuple[str, str], Mark] = field(default_factory=dict)
    reports: dict[str, Report] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    passed: list[Passed] = field(default_factory=list)

    def feeds(self) -> list[Feed]:
        return list(self.states.values())

    def marks(self, feed: str, keys: Collection[str]) -> dict[str, Mark]:
        return {key: self.seen[feed, key] for key in keys if (feed, key) in self.seen}

    def keep(self, piece: Piece) -> None:
        for one in piece.batch.found:
            if isinstance(one, Report):
                self.reports[one.id] = one
            elif isinstance(one, Problem):
                self.problems.append(one)
            else:
                self.passed.append(one)
        self.states[piece.source.name] = piece.feed
        self.seen |= {(piece.source.name, mark.key): mark for mark in piece.batch.marks}

    def titles(self) -> list[str]:
        return sorted(report.title for report in self.reports.values())


def once(kept: Kept, *sources: Source, clock: Clock | None = None) -> Kept:
    """Look at each source once and keep what comes."""
    for piece in watch(sources, kept, (clock or Clock()).world(), once=True):
        kept.keep(piece)
    return kept


def looks(kept: Kept, clock: Clock, until: dt.datetime, *sources: Source) -> Iterator[Piece]:
    """Watch until a moment, and keep what comes."""
    for piece in watch(sources, kept, clock.world(), stopped=lambda: clock.now >= until):
        kept.keep(piece)
        yield piece
