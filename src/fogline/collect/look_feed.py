"""What is new in a feed since it was last looked at?"""

from collections.abc import Iterator, Mapping, Sequence

from fogline.collect.article import Later, item_report
from fogline.collect.clean import clean_line
from fogline.collect.feed import FEED_BYTES, Document, Item, parse_feed
from fogline.collect.look import PIECE, Batch, Look, Memory, Outcome
from fogline.collect.polite import Politeness
from fogline.collect.skip import Skip
from fogline.collect.sources import Source
from fogline.collect.web import Asking, Fetched, fetch, fetch_if_new
from fogline.collect.world import World
from fogline.model.feed import Feed, Mark
from fogline.model.problem import Passed, Problem
from fogline.model.report import Report

# An article that cannot be fetched is tried at so many looks; then the feed's own words are taken.
MOST_TRIES = 3
# Articles come slowly from a polite reader; what has come is stored after this long.
PIECE_SECONDS = 2.0
FLAWS = {"future": "items dated in the future: taken as undated", "bad_date": "items with a date that is none"}


def look_at_feed(source: Source, state: Feed, memory: Memory, politeness: Politeness, world: World) -> Look:
    """The items that are not in the ledger, oldest first. Raises Skip where the feed cannot be read."""
    url = source.address or ""
    same = state.address == url
    known = Asking(state.etag if same else None, state.modified if same else None, politeness.before, FEED_BYTES)
    answer = fetch_if_new(url, known)
    if answer is None:
        yield Outcome(state.etag, state.modified, _kept(state))
        return
    waiting, new, note = False, False, None
    faults: list[str] = []
    for document in _pages(answer, source, memory, politeness, world):
        marks = memory.marks(source.name, [item.key for item in document.items])
        for batch in _batches(_new(document, marks), marks, source, politeness, world, faults=faults):
            new = True
            waiting = waiting or any(not mark.done for mark in batch.marks)
            yield batch
        note = f"has more than {len(document.items)} items: the rest is not read" if document.too_many else note
    note = note or (_first_of(faults) if new else _kept(state))
    # While an article is waited for, the whole feed is asked for, also where nothing in it changed.
    yield Outcome(note=note) if waiting else Outcome(answer.etag, answer.modified, note)


def _kept(state: Feed) -> str | None:
    """What was wrong with the items that came last, while no others came."""
    return None if state.failures else state.problem


def _first_of(faults: Sequence[str]) -> str | None:
    """What was wrong with the items of this look, in a line."""
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    return faults[0] + more if faults else None


def _pages(answer: Fetched, source: Source, memory: Memory, politeness: Politeness, world: World) -> Iterator[Document]:
    """The feed, and the pages before it as far as the source allows and nothing in them is known."""
    asked = {answer.url}
    for left in reversed(range(source.pages)):
        document = parse_feed(answer.body, answer.url, answer.charset, world.now())
        known = memory.marks(source.name, [item.key for item in document.items])
        yield document
        if not left or known or document.next is None or document.next in asked:
            return
        asked.add(document.next)
        answer = fetch(document.next, Asking(before=politeness.before, limit=FEED_BYTES))


def _new(document: Document, marks: Mapping[str, Mark]) -> list[Item]:
    return [item for item in reversed(document.items) if item.key not in marks or not marks[item.key].done]


def _batches(
    items: Sequence[Item],
    marks: Mapping[str, Mark],
    source: Source,
    politeness: Politeness,
    world: World,
    *,
    faults: list[str],
) -> Iterator[Batch]:
    """The items read, in pieces of 16 or of what came in two seconds; what is wrong with them is added to `faults`."""
    found: list[Report | Problem | Passed] = []
    done: list[Mark] = []
    since = world.now()
    for item in items:
        tries = marks[item.key].tries + 1 if item.key in marks else 1
        told, mark, fault = _read(item, tries, source, politeness)
        found += told
        faults += [f"{clean_line(item.link or item.title)}: {fault}"] if fault else []
        done.append(mark)
        now = world.now()
        if len(done) >= PIECE or (now - since).total_seconds() >= PIECE_SECONDS:
            yield Batch(tuple(found), tuple(done), len(done))
            found, done, since = [], [], now
    if done:
        yield Batch(tuple(found), tuple(done), len(done))


def _read(
    item: Item, tries: int, source: Source, politeness: Politeness
) -> tuple[list[Report | Problem | Passed], Mark, str | None]:
    """What an item gives, its mark, and what is wrong with it or with its article."""

    def article(url: str) -> Fetched:
        return fetch(url, Asking(before=politeness.before))

    try:
        report, problem = item_report(item, source, article, last_try=tries >= MOST_TRIES)
    except Later as later:
        return [], Mark(item.key, done=False, tries=tries), f"{later}; it is tried again"
    except Skip as skip:
        return [skip.at(item.link or source.where)], Mark(item.key, tries=tries), skip.message
    told: list[Report | Problem | Passed] = [report]
    if problem:
        told.append(problem)
    if item.flaw:
        told.append(Passed(source.where, item.flaw, FLAWS[item.flaw], 1))
    return told, Mark(item.key, tries=tries), problem.message if problem else None
