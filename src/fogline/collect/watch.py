"""Watching sources: each is looked at when it is due, many at once, and none can stop another.

`watch` hands out what was found piece by piece. Whoever takes a piece stores its reports and its marks before taking
the next one; the look that it came from goes on only then. So a process that dies loses nothing, and what it had
fetched and not stored is fetched again.
"""

import datetime as dt
import queue
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from fogline.collect.look import Batch, Look, Memory, Outcome, Piece
from fogline.collect.look_feed import look_at_feed
from fogline.collect.look_files import look_at_files
from fogline.collect.polite import Politeness
from fogline.collect.schedule import next_look
from fogline.collect.skip import Skip
from fogline.collect.sources import Source
from fogline.collect.web import Refused
from fogline.collect.world import World, stamp
from fogline.errors import FoglineError
from fogline.model.feed import Feed
from fogline.model.problem import Passed, Problem

# Whoever asks that the watch ends waits no longer than this.
WAKE_SECONDS = 0.25

Pieces = Iterator[Piece]


def watch(
    sources: Sequence[Source],
    memory: Memory,
    world: World = World(),  # noqa: B008 - it is frozen
    *,
    once: bool = False,
    stopped: Callable[[], bool] = lambda: False,
) -> Pieces:
    """Look at the sources that are enabled, for ever, or each `once`; a piece for each part of what was found.

    A source goes on where the ledger says that it was, and not before it is due; with `once` all are due. A source that
    fails gives a piece with the problem. Ends soon after `stopped` says so. Raises LedgerError where the memory does.
    """
    politeness = Politeness(world)
    known = {feed.name: feed for feed in memory.feeds()}
    states = {source.name: _state(source, known.get(source.name)) for source in sources if source.enabled}
    due = {one.name: world.now() if once else _first(one, states[one.name], world) for one in sources if one.enabled}
    by_name = {source.name: source for source in sources}
    hands = _Hands(world.threads)
    ready: deque[Pieces] = deque()
    while not stopped():
        now = world.now()
        for name in [name for name, moment in due.items() if moment <= now]:
            del due[name]
            ready.append(_look(by_name[name], states[name], memory, politeness, world))
        hands.take_up(ready)
        if hands.busy:
            finished = hands.finished()
            if finished is None:
                continue
            look, piece = finished
            yield piece
            states[piece.source.name] = piece.feed
            if not piece.last:
                ready.append(look)
            elif not once:
                due[piece.source.name] = dt.datetime.fromisoformat(piece.feed.due or stamp(now))
        elif not due:
            return
        else:
            world.sleep(min(max((min(due.values()) - now).total_seconds(), 0.0), WAKE_SECONDS))


def _state(source: Source, known: Feed | None) -> Feed:
    """How a source stands, with the name and address that it has now, and nothing counted yet."""
    plain = known or Feed(source.name, source.kind, source.where)
    if plain.address != source.where:
        plain = replace(plain, etag=None, modified=None, due=None, failures=0)
    return replace(
        plain,
        kind=source.kind,
        address=source.where,
        side=source.side,
        language=source.language,
        items=0,
        reports=0,
        problems=0,
        passed=0,
    )


def _first(source: Source, state: Feed, world: World) -> dt.datetime:
    """When a source is looked at first: when it was due, but soon where its interval was made shorter since."""
    now = world.now()
    if state.due is None:
        return now
    due = dt.datetime.fromisoformat(state.due)
    return due if state.failures else min(due, next_look(source, world, 0))


def _look(source: Source, state: Feed, memory: Memory, politeness: Politeness, world: World) -> Pieces:
    """The pieces of one look; the last one says when the next look is due."""
    tried = replace(state, tried=stamp(world.now()))
    outcome = Outcome()
    try:
        for step in _steps(source, state, memory, politeness, world):
            if isinstance(step, Outcome):
                outcome = step
                continue
            yield Piece(source, _counted(tried, step), step, last=False)
    except Skip as skip:
        yield _failed(source, tried, skip, world)
        return
    except FoglineError:  # the ledger's: nothing can be watched without it
        raise
    except Exception as error:  # a fault of ours, in one source of many
        fault = Skip("watch_fault", f"could not be read, by a fault of Fogline's ({type(error).__name__}: {error})")
        yield _failed(source, tried, fault, world)
        return
    # What is refused lies on a disk of one's own: a look at it costs nobody anything, and need not be put off.
    over = replace(
        tried,
        succeeded=tried.succeeded if outcome.refused else tried.tried,
        due=stamp(next_look(source, world, 0)),
        failures=max(tried.failures + outcome.again, 1) if outcome.refused else 0,
        problem=outcome.note,
        etag=outcome.etag,
        modified=outcome.modified,
    )
    yield Piece(source, over, Batch(), last=True)


def _steps(source: Source, state: Feed, memory: Memory, politeness: Politeness, world: World) -> Look:
    if source.kind == "feed":
        return look_at_feed(source, state, memory, politeness, world)
    return look_at_files(source, memory, world)


def _failed(source: Source, tried: Feed, skip: Skip, world: World) -> Piece:
    failures = tried.failures + 1
    retry_after = skip.retry_after if isinstance(skip, Refused) else None
    due = stamp(next_look(source, world, failures, retry_after))
    batch = Batch((skip.at(source.where),))
    state = replace(tried, failures=failures, problem=skip.message, due=due)
    return Piece(source, _counted(state, batch), batch, last=True)


def _counted(state: Feed, batch: Batch) -> Feed:
    """The state with what this piece adds to the counts; what became new reports the ledger alone knows."""
    problems = sum(isinstance(one, Problem) for one in batch.found)
    passed = sum(one.count for one in batch.found if isinstance(one, Passed))
    return replace(state, items=batch.items, problems=problems, passed=passed)


class _Hands:
    """Threads that each fetch one piece; without threads a piece is fetched as it is asked for."""

    def __init__(self, threads: int) -> None:
        self._threads = threads
        self._done: queue.SimpleQueue[tuple[Pieces, Piece | BaseException]] = queue.SimpleQueue()
        self.busy = 0

    def take_up(self, ready: deque[Pieces]) -> None:
        """Begin with as many of the looks as there are free hands, those that wait longest first."""
        while ready and self.busy < max(self._threads, 1):
            look = ready.popleft()
            self.busy += 1
            if self._threads:
                # Of no use any more when the process ends: a daemon does not hold it up.
                threading.Thread(target=self._fetch, args=(look,), daemon=True).start()
            else:
                self._fetch(look)

    def _fetch(self, look: Pieces) -> None:
        try:
            self._done.put((look, next(look)))
        except BaseException as error:  # raised again where the piece is taken
            self._done.put((look, error))

    def finished(self) -> tuple[Pieces, Piece] | None:
        """A look and its next piece; None where none is ready within a moment. Raises what the look raised."""
        try:
            look, piece = self._done.get(timeout=WAKE_SECONDS)
        except queue.Empty:
            return None
        self.busy -= 1
        if isinstance(piece, BaseException):
            raise piece
        return look, piece
