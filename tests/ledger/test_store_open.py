"""What may be opened as a ledger, and what is said of everything else."""

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from ledger_cases import a_report

from fogline.errors import LedgerError
from fogline.ledger import Store
from fogline.ledger.engine import connect, read_address, reading
from fogline.ledger.schema import VERSIONS
from fogline.ledger.tables import metadata


def opening_says(address: object, words: str, *, create: bool = True) -> None:
    with pytest.raises(LedgerError, match=words) as caught:
        Store.open(address, create=create)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)


def test_a_new_ledger_is_made_and_opened_again(tmp_path: Path) -> None:
    with Store.open(tmp_path / "l.db") as store:
        store.add([(a_report("r1"), None)])
        assert store.address == str(tmp_path / "l.db")
    with Store.open(f"sqlite:///{tmp_path / 'l.db'}", create=False) as store:
        assert len(store.reports()) == 1


def test_a_missing_ledger_is_not_made_where_none_is_wanted(tmp_path: Path) -> None:
    opening_says(tmp_path / "l.db", "no ledger yet.*fogline read", create=False)
    assert not (tmp_path / "l.db").exists()
    (tmp_path / "empty.db").touch()
    opening_says(tmp_path / "empty.db", "no ledger yet", create=False)


def test_other_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("These are notes and no database at all. " * 50)
    opening_says(tmp_path / "notes.txt", "notes.txt: is not a ledger")
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE birds (name TEXT)")
    opening_says(tmp_path / "other.db", "is a database, but not a ledger")
    opening_says(tmp_path, "is a folder: name a file")
    opening_says(tmp_path / "nowhere" / "l.db", "check that the folder is there")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("mysql://host/db", "SQLite or PostgreSQL, not in mysql"),
        ("nonsense://", "not in nonsense"),
        ("://", "neither"),
        ("", "is empty: name a file"),
    ],
)
def test_other_databases_are_refused(address: str, words: str) -> None:
    opening_says(address, words)


def test_a_ledger_of_a_newer_fogline_is_refused(tmp_path: Path) -> None:
    Store.open(tmp_path / "l.db").close()
    with sqlite3.connect(tmp_path / "l.db") as later:
        later.execute("UPDATE alembic_version SET version_num = '9999'")
    opening_says(tmp_path / "l.db", "newer Fogline .schema 9999.: upgrade")


def test_a_password_is_never_shown() -> None:
    engine = connect(sa.make_url("sqlite://"))
    assert "secret" not in repr(engine.url)
    with pytest.raises(LedgerError) as caught:
        Store.open("postgresql://user:secret@127.0.0.1:1/x")
    assert "secret" not in str(caught.value)


def test_the_migrations_make_the_tables_that_the_program_uses(tmp_path: Path) -> None:
    Store.open(tmp_path / "l.db").close()
    with reading(connect(read_address(tmp_path / "l.db"))) as connection:
        context = MigrationContext.configure(connection, opts={"include_object": is_ours, "compare_type": False})
        assert compare_metadata(context, metadata) == []


def is_ours(_: object, name: str | None, kind: str, *__: object) -> bool:
    """Not the tables that SQLite's full-text index keeps."""
    return not (kind == "table" and str(name).startswith("reports_text"))


def test_the_versions_are_those_of_the_migrations_folder() -> None:
    config = Config()
    config.set_main_option("script_location", "fogline.ledger:migrations")
    found = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(found)) == VERSIONS


def test_a_ledger_of_the_first_schema_is_brought_to_todays(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    with Store.open(path) as store:
        store.add([(a_report("r1"), None)])
    with sqlite3.connect(path) as older:
        older.execute("ALTER TABLE claims DROP COLUMN type_open")
        older.execute("DROP TABLE verdicts")
        older.execute("DROP TABLE gone_events")
        older.execute("DROP TABLE former_events")  # and its index
        older.execute("DROP INDEX ix_events_changed")
        older.execute("ALTER TABLE events DROP COLUMN changed")
        older.execute("ALTER TABLE events DROP COLUMN digest")
        older.execute("ALTER TABLE claim_links DROP COLUMN named")
        older.execute("DROP TABLE feed_items")
        older.execute("DROP TABLE feeds")
        older.execute("UPDATE alembic_version SET version_num = '0001'")
    with Store.open(path, create=False) as store:
        assert len(store.reports()) == 1
    with sqlite3.connect(path) as today:
        assert today.execute("SELECT version_num FROM alembic_version").fetchone() == (VERSIONS[-1],)
