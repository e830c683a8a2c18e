"""Which cases are there, and is each of them whole? A case is a folder with a `case.json`; corpus/README.md says more.

Everything is checked before anything is read, so that a long run does not end at a broken file.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from fogline.score.checks import CaseError, Value, read_json, read_text
from fogline.score.events import Event, gold_event
from fogline.score.mentions import Mention, read_mentions
from fogline.score.names import PARTIES, Names, read_names

CASE = "case.json"
MENTIONS = "mentions.jsonl"
DEFAULT_LANGUAGE = "en"
LINK_KINDS = ("response_to",)
# `parties.json` lies in a case's folder or in one of so many above it, as in corpus/CASE and gold/dev/CASE.
FOLDERS_UP = 2

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """Reports and the ledger that a person drew from them.

    `rows` are the reports as JSON Lines have them; `mentions` are None where the case has no such file.
    """

    name: str
    folder: Path
    rows: tuple[Row, ...]
    events: tuple[Event, ...]
    links: frozenset[tuple[str, str]]
    names: Names
    mentions: tuple[Mention, ...] | None


def read_cases(places: Sequence[Path]) -> list[Case]:
    """The cases of folders, and of folders of them, by path. Raises CaseError."""
    folders = sorted({folder for place in places for folder in _folders(place)})
    often = Counter(folder.name for folder in folders)
    for folder in folders:
        if often[folder.name] > 1:
            raise CaseError(
                f"{folder}: another of the cases has the name {folder.name}: score them one after the other"
            )
    return [read_case(folder) for folder in folders]


def _folders(place: Path) -> list[Path]:
    if not place.is_dir():
        raise CaseError(f"{place}: is no folder of cases" if place.exists() else f"{place}: there is no such folder")
    whole = place.resolve()
    if (whole / CASE).is_file():
        return [whole]
    found = [path.parent for path in whole.glob(f"*/{CASE}")]
    if not found:
        raise CaseError(f"{place}: has no {CASE}, and no folder in it has one")
    return found


def read_case(folder: Path) -> Case:
    """The case of a folder. Raises CaseError with one line that names the file and the place in it."""
    value = read_json(folder / CASE)
    rows = tuple(_row(folder, report) for report in value["reports"].items())
    events = tuple(gold_event(event) for event in value["events"].items())
    reports = _unique(value["reports"], (row["id"] for row in rows))
    ids = _unique(value["events"], (event.id for event in events))
    for event in value["events"].items():
        for claim in event["claims"].items():
            claim["report"].one_of(reports)
    links = frozenset(_link(link, ids) for link in value["links"].items())
    file = folder / MENTIONS
    texts = {row["id"]: f"{row['title']}\n\n{row['text']}" for row in rows}
    mentions = read_mentions(file, texts, ids) if file.is_file() else None
    return Case(folder.name, folder, rows, events, links, _names(folder), mentions)


def _row(folder: Path, report: Value) -> Row:
    """A report as a reader gets it: the title is the first line of its file."""
    report["published"].day()
    title, _, text = read_text(folder / report["file"].text()).lstrip().partition("\n")
    return {
        "id": report["id"].text(),
        "source": report["source"].text(),
        "title": title.strip(),
        "text": text.strip(),
        "published": report["published"].text(),
        "language": report["language"].text_or_none() or DEFAULT_LANGUAGE,
    }


def _unique(where: Value, ids: Iterable[str]) -> tuple[str, ...]:
    known: dict[str, None] = {}
    for id in ids:
        if id in known:
            raise where.fault(f"two have the id {id}")
        known[id] = None
    return tuple(known)


def _link(link: Value, events: tuple[str, ...]) -> tuple[str, str]:
    link["kind"].one_of(LINK_KINDS)
    return link["from"].one_of(events), link["to"].one_of(events)


def _names(folder: Path) -> Names:
    """What the nearest `parties.json` says; no other names where there is none."""
    for place in (folder, *folder.parents[:FOLDERS_UP]):
        if (place / PARTIES).is_file():
            return read_names(place / PARTIES)
    return Names()
