"""How the database is reached: its address, its locks, and its faults in one line.

SQLite runs with a write-ahead log, so that readers and one writer work at once, and with full synchronisation, so that
what was committed outlasts a killed process and a lost machine. Each writing transaction takes the write lock as it
begins (`BEGIN IMMEDIATE`; on PostgreSQL an advisory lock), so that what it looked up still holds when it writes.

A ledger in a file or folder that may not be written to is opened to be read: as it is, and where not even the lock
beside it can be made, as a file that nobody changes.
"""

import json
import sqlite3
import time
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import orjson
import sqlalchemy as sa

from fogline.errors import LedgerError

# A rebuild of a large ledger holds the write lock for a while; another process waits for it this long.
WAIT_SECONDS = 120
# Two processes that make a ledger at the same moment: switching to the write-ahead log does not wait by itself.
WAL_TRIES, WAL_PAUSE_SECONDS = 100, 0.05
WRITING = "fogline_writing"
DAMAGED = "malformed"  # as SQLite calls it
POSTGRESQL_LOCK = 0x464F474C494E45  # "FOGLINE": the key of the advisory lock
DRIVERS = {"postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}


def read_address(address: str | Path) -> sa.URL:
    """The database URL of a file name, `sqlite:///…` or `postgresql://…`. Raises LedgerError for anything else."""
    text = str(address)
    if not text:
        raise LedgerError("the ledger's address is empty: name a file")
    if "://" not in text:
        return sa.URL.create("sqlite", database=text)
    try:
        url = sa.make_url(text)
    except (sa.exc.ArgumentError, ValueError) as error:
        raise LedgerError("the ledger's address is neither a file nor sqlite:/// nor postgresql://") from error
    if url.get_backend_name() not in ("sqlite", *DRIVERS):
        raise LedgerError(f"a ledger is kept in SQLite or PostgreSQL, not in {url.get_backend_name()}")
    return url.set(drivername=DRIVERS.get(url.drivername, url.drivername))


def connect(url: sa.URL) -> sa.Engine:
    """An engine for the ledger; nothing is opened yet. Raises LedgerError for a folder, and without the driver."""
    options: dict[str, Any] = {"json_serializer": canonical_json, "json_deserializer": orjson.loads}
    if url.get_backend_name() == "sqlite" and url.database:
        if Path(url.database).is_dir():
            raise LedgerError(f"{url.database}: is a folder: name a file")
        options["creator"] = partial(_open_sqlite, url.database)
    try:
        engine = sa.create_engine(url, **options)
    except (ImportError, sa.exc.NoSuchModuleError) as error:
        raise LedgerError("PostgreSQL needs its driver: pip install 'fogline[postgresql]'") from error
    if url.get_backend_name() == "sqlite":
        sa.event.listen(engine, "begin", _begin_sqlite)
    else:
        sa.event.listen(engine, "begin", _begin_postgresql)
    return engine


def in_memory() -> sa.Engine:
    """An engine for a ledger that is kept nowhere: one connection, gone when it is closed."""
    engine = sa.create_engine(
        "sqlite://",
        json_serializer=canonical_json,
        json_deserializer=orjson.loads,
        creator=partial(sqlite3.connect, ":memory:", isolation_level=None, check_same_thread=False),
        poolclass=sa.StaticPool,
    )
    sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def canonical_json(value: object) -> str:
    """JSON with sorted keys, without escapes and blanks: equal values are equal bytes."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction that sees one state of the ledger throughout. Raises LedgerError."""
    with _faults_told(engine), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction that holds the write lock from its first moment. Raises LedgerError."""
    with (
        _faults_told(engine),
        engine.connect().execution_options(**{WRITING: True}) as connection,
        connection.begin(),
    ):
        yield connection


def check(connection: sa.Connection) -> None:
    """Have SQLite look through its file, a page once: what is damaged need not be in the way of what is asked.

    Raises LedgerError. Other databases look after themselves.
    """
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
        raise LedgerError(f"{shown(connection.engine.url)}: {_fault(DAMAGED)}")


def shown(url: sa.URL) -> str:
    """The address as the user may see it: a file's name, or a URL without its password."""
    if url.get_backend_name() == "sqlite":
        return url.database or "the ledger in memory"
    return url.render_as_string(hide_password=True)


@contextmanager
def _faults_told(engine: sa.Engine) -> Iterator[None]:
    try:
        yield
    except sa.exc.DBAPIError as error:
        raise LedgerError(f"{shown(engine.url)}: {_fault(str(error.orig))}") from error


def _fault(message: str) -> str:
    """What a database's message means for the user, in one line."""
    for words, meaning in (
        ("not a database", "is not a ledger: name another file"),
        (DAMAGED, "is damaged: restore it from a copy, or read the reports anew into another file"),
        ("locked", "is in use by another process: try again when it has finished"),
        ("unable to open", "cannot be opened: check that the folder is there and may be written to"),
        ("readonly", "may not be written to: check its permissions"),
        ("disk is full", "cannot be written: the disk is full"),
    ):
        if words in message:
            return meaning
    return " ".join(message.split())


def _open_sqlite(file: str) -> sqlite3.Connection:
    """A connection for reading and writing, or for reading where that is all that the file allows."""
    try:
        return _set_up(_connection(file), writes=True)
    except sqlite3.OperationalError as error:
        if not _forbidden(error) or not Path(file).is_file():
            raise
        address = f"file:{urllib.parse.quote(str(Path(file).absolute()))}?mode=ro"
        try:
            return _set_up(_connection(address, uri=True), writes=False)
        except sqlite3.OperationalError as second:
            if not _forbidden(second):
                raise
            return _set_up(_connection(f"{address}&immutable=1", uri=True), writes=False)


def _connection(file: str, *, uri: bool = False) -> sqlite3.Connection:
    return sqlite3.connect(file, uri=uri, timeout=WAIT_SECONDS, check_same_thread=False)


def _forbidden(error: sqlite3.OperationalError) -> bool:
    return any(words in str(error) for words in ("unable to open", "readonly"))


def _set_up(connection: sqlite3.Connection, *, writes: bool) -> sqlite3.Connection:
    """Set what every connection needs, and read once, so that what is forbidden shows here. Raises OperationalError."""
    try:
        connection.isolation_level = None  # transactions are begun below, not by the driver
        for statement in ("PRAGMA foreign_keys=ON", "PRAGMA synchronous=FULL"):
            connection.execute(statement)
        if writes:
            _switch_to_wal(connection)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _switch_to_wal(connection: sqlite3.Connection) -> None:
    for left in reversed(range(WAL_TRIES)):
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or not left:
                raise
            time.sleep(WAL_PAUSE_SECONDS)


def _begin_sqlite(connection: sa.Connection) -> None:
    lock = connection.get_execution_options().get(WRITING)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if lock else "BEGIN")


def _begin_postgresql(connection: sa.Connection) -> None:
    if connection.get_execution_options().get(WRITING):
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(POSTGRESQL_LOCK)))
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
