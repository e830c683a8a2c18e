"""How do reports come into a ledger?"""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from fogline.api.held import Held
from fogline.collect import Defaults, collect_named
from fogline.collect.sources import Source, load_sources
from fogline.collect.world import World
from fogline.errors import InputTypeError
from fogline.model import Report
from fogline.model.feed import Feed
from fogline.model.problem import Passed, Problem
from fogline.pipeline import OnProgress, Summary, read_into
from fogline.watching import News, watch_into

Input = str | Path | Mapping[str, object] | Report


class Reads(Held):
    """A ledger that reads."""

    def read(
        self,
        inputs: Input | Iterable[Input],
        *,
        source: str | None = None,
        published: str | None = None,
        language: str | None = None,
        on_progress: OnProgress = lambda reports, claims: None,
    ) -> Summary:
        """Read files, folders, patterns, addresses, mappings (`LEDGER.md`'s input keys) or reports into the ledger.

        `source`, `published` (ISO 8601) and `language` (ISO 639-1) hold where an input does not say. What cannot be
        read is in the summary's `problems`; the rest is read. Raises UsageError for a date or a language that is none.
        """
        if isinstance(inputs, str | Path | Mapping | Report):
            inputs = [inputs]
        elif not isinstance(inputs, Iterable):
            inputs = [_checked(inputs)]
        names: dict[str, str] = {}
        found = _reports(inputs, Defaults(source, published, language).checked(), names)
        batch = self._settings.batch
        return read_into(self._store, found, self._reader_of, on_progress, batch=batch, names=names, merge=self._merge)

    def watch(
        self,
        sources: str | Path | Sequence[Source],
        on_news: Callable[[News], None] = lambda news: None,
        *,
        once: bool = False,
        stopped: Callable[[], bool] = lambda: False,
        world: World = World(),  # noqa: B008 - it is frozen
    ) -> None:
        """Watch the sources of a list (a TOML file, docs/watch.md) or sources at hand, until `stopped`, or each `once`.

        `on_news` is called for each piece that is stored, in the thread that watches. A source that fails is told in
        its news, and the others go on. Raises SourcesError, with every fault of the list, and LedgerError.
        """
        listed = load_sources(Path(sources)) if isinstance(sources, str | Path) else sources
        watch_into(
            self._store,
            listed,
            self._reader_of,
            on_news,
            world=world,
            once=once,
            stopped=stopped,
            batch=self._settings.batch,
            merge=self._merge,
        )

    def feeds(self) -> list[Feed]:
        """Every source that was ever watched into this ledger, by name, and how it stands."""
        return self._store.feeds()


def _reports(inputs: Iterable[Input], defaults: Defaults, names: dict[str, str]) -> Iterator[Report | Problem | Passed]:
    """Reports as they are, everything else through `collect`, in the order given; `names` learn where each came from.

    Raises InputTypeError for an input that is none of these.
    """
    for ready, group in itertools.groupby(inputs, key=lambda item: isinstance(item, Report)):
        if ready:
            yield from (item for item in group if isinstance(item, Report))
            continue
        for name, item in collect_named([_checked(item) for item in group], defaults):
            if isinstance(item, Report):
                names.setdefault(item.id, name)
            yield item


def _checked(item: Input) -> str | Path | Mapping[str, object]:
    if isinstance(item, str | Path | Mapping):
        return item
    raise InputTypeError(f"{item!r} is no input: give a file, an address, a mapping with a text, or a Report")
