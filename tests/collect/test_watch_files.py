"""Folders, exports and archives that are watched: what is new or changed is read, and a stop at any step is no loss."""

import datetime as dt
import itertools
import os
from pathlib import Path

import pytest
from test_telegram import STRIKE, export
from test_warc import page, write
from watch_cases import START, Clock, Kept, once

from fogline.collect.look import Piece
from fogline.collect.sources import Source, parse_sources
from fogline.collect.watch import watch
from fogline.model.feed import Kind

LONG_AGO = START.timestamp() - 3600


def drop(folder: Path, name: str, text: str, at: float = LONG_AGO) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    os.utime(path, (at, at))
    return path


def test_new_and_changed_files_are_read_and_known_ones_are_not(tmp_path: Path) -> None:
    source = Source("drop", "folder", path=tmp_path, every=2.0)
    drop(tmp_path, "a.txt", "First\nShells fell on the village.")
    kept = once(Kept(), source)
    drop(tmp_path, "b.txt", "Second\nShells fell on the town.")
    drop(tmp_path, "picture.png", "no text")
    once(kept, source)
    drop(tmp_path, "a.txt", "Third\nShells fell on the village again.", LONG_AGO + 60)
    once(kept, source)
    assert kept.titles() == ["First", "Second", "Third"]
    items = [piece.batch.items for piece in watch([source], kept, Clock().world(), once=True)]
    assert sum(items) == 0


def test_a_file_that_is_being_written_is_left_for_later(tmp_path: Path) -> None:
    source = Source("drop", "folder", path=tmp_path, every=2.0)
    path = drop(tmp_path, "a.txt", "First\nHalf a sent", START.timestamp())
    clock = Clock()
    sleep = clock.sleep

    def grows(seconds: float) -> None:
        sleep(seconds)
        path.write_text("First\nHalf a sentence is whole now.", encoding="utf-8")

    clock.sleep = grows  # type: ignore[method-assign]
    kept = once(Kept(), source, clock=clock)
    assert kept.reports == {}
    os.utime(path, (LONG_AGO, LONG_AGO))
    (report,) = once(kept, source).reports.values()
    assert report.text == "Half a sentence is whole now."


def test_a_missing_folder_is_told_and_tried_again(tmp_path: Path) -> None:
    source = Source("drop", "folder", path=tmp_path / "later", every=2.0)
    kept = once(Kept(), source)
    assert kept.states["drop"].problem == "is not there: check the path"
    (tmp_path / "later").mkdir()
    drop(tmp_path / "later", "a.txt", "First\nShells fell on the village.")
    assert once(kept, source).titles() == ["First"]
    assert kept.states["drop"].problem is None


def test_a_newer_export_of_a_channel_gives_what_is_new(tmp_path: Path) -> None:
    source = Source("channel", "telegram", "https://t.me/odesa", tmp_path, "Odesa Now")
    os.utime(export(tmp_path, {"id": 2, "text": STRIKE}), (LONG_AGO, LONG_AGO))
    drop(tmp_path, "notes.txt", "These are no messages of the channel.")
    kept = once(Kept(), source)
    os.utime(export(tmp_path, {"id": 2, "text": STRIKE}, {"id": 3, "text": STRIKE}), (LONG_AGO, LONG_AGO + 60))
    once(kept, source)
    assert sorted(report.url or "" for report in kept.reports.values()) == [
        "https://t.me/odesa/2",
        "https://t.me/odesa/3",
    ]


def test_messages_name_their_channel_where_the_list_names_no_source(tmp_path: Path) -> None:
    os.utime(export(tmp_path, {"id": 2, "text": STRIKE}, name="Odesa Now"), (LONG_AGO, LONG_AGO))
    text = '[[telegram]]\nname = "my export"\npath = "."\n'
    (report,) = once(Kept(), *parse_sources(text, tmp_path)).reports.values()
    assert report.source == "Odesa Now"
    (report,) = once(Kept(), *parse_sources(text + 'source = "Odesa"\n', tmp_path)).reports.values()
    assert report.source == "Odesa"


def test_an_export_that_is_refused_is_a_failure_for_as_long_as_it_is_there(tmp_path: Path) -> None:
    source = Source("channel", "telegram", None, tmp_path, "Odesa Now", every=10.0)
    os.utime(export(tmp_path, {"id": 2, "text": STRIKE}, kind="private_group"), (LONG_AGO, LONG_AGO))
    kept = Kept()
    for _ in range(2):
        state = once(kept, source).states["channel"]
        assert (state.problem or "").startswith("result.json: is an export of a private_group: only channels are read")
        assert (state.failures, state.succeeded) == (1, None)
    assert len(kept.problems) == 1
    assert dt.datetime.fromisoformat(state.due or "") == START + dt.timedelta(seconds=10)  # not put off
    os.utime(export(tmp_path, {"id": 2, "text": STRIKE}), (LONG_AGO, LONG_AGO + 60))
    state = once(kept, source).states["channel"]
    assert (state.problem, state.failures, len(kept.reports)) == (None, 0, 1)


def test_a_bad_file_among_good_ones_is_told_and_no_failure(tmp_path: Path) -> None:
    source = Source("drop", "folder", path=tmp_path, every=2.0)
    drop(tmp_path, "a.txt", "First\nShells fell on the village.")
    drop(tmp_path, "b.txt", "")
    drop(tmp_path, "c.jsonl", '{"text": "Shells fell on the town."}\nno JSON\n')
    kept = Kept()
    for _ in range(2):
        state = once(kept, source).states["drop"]
        assert (state.problem, state.failures) == ("b.txt: is empty (and 1 more)", 0)
    (tmp_path / "b.txt").unlink()
    assert (once(kept, source).states["drop"].problem or "").startswith("c.jsonl:2: ")


@pytest.mark.parametrize(("kind", "told"), [("warc", "no WARC file"), ("telegram", "no export"), ("folder", None)])
def test_a_folder_with_no_file_of_its_kind_says_so(tmp_path: Path, kind: Kind, told: str | None) -> None:
    drop(tmp_path, ".hidden.txt", "no file of any kind")
    state = once(Kept(), Source("one", kind, path=tmp_path)).states["one"]
    assert (told or "") in (state.problem or "")
    assert (state.problem is None) is (told is None)
    assert state.failures == 0


def many_sources(tmp_path: Path) -> list[Source]:
    for name in ("drop", "warc", "telegram"):
        (tmp_path / name).mkdir()
    lines = "\n".join(f'{{"text": "Shells fell on village number {n}."}}' for n in range(40))
    drop(tmp_path / "drop", "a.jsonl", lines)
    drop(tmp_path / "drop", "b.txt", "Second\nShells fell on the town.")
    os.utime(write(tmp_path / "warc/a.warc.gz", *map(page, range(20))), (LONG_AGO, LONG_AGO))
    posts = [{"id": n, "text": f"{STRIKE} Message {n}."} for n in range(40)]
    os.utime(export(tmp_path / "telegram", *posts), (LONG_AGO, LONG_AGO))
    return [
        Source("drop", "folder", path=tmp_path / "drop"),
        Source("warc", "warc", path=tmp_path / "warc"),
        Source("telegram", "telegram", path=tmp_path / "telegram", source="Odesa Now"),
    ]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_a_stop_after_any_piece_loses_and_doubles_nothing(tmp_path: Path, order: tuple[int, ...]) -> None:
    sources = many_sources(tmp_path)
    whole = once(Kept(), *sources).reports
    assert len(whole) == 101
    kept, given = Kept(), 0
    shuffled = [sources[n] for n in order]
    for _ in range(40):
        pieces: list[Piece] = []
        for piece in watch(shuffled, kept, Clock().world(), once=True):
            pieces.append(piece)
            given += len(piece.batch.found)
            kept.keep(piece)
            if piece.batch.found:
                break  # killed
        else:
            break
    assert kept.reports == whole
    assert given == len(whole), "nothing is handed out twice"


@pytest.mark.parametrize("taken", range(1, 14, 3))
def test_a_piece_that_was_taken_and_not_stored_is_given_again(tmp_path: Path, taken: int) -> None:
    sources = many_sources(tmp_path)
    whole = once(Kept(), *sources).reports
    kept = Kept()
    for piece in itertools.islice(watch(sources, kept, Clock().world(), once=True), taken - 1):
        kept.keep(piece)
    assert once(kept, *sources).reports == whole
