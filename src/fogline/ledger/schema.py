"""Whether what was opened is a ledger, and how an older one, or an empty database, becomes one of today."""

from pathlib import Path
from typing import Final

import sqlalchemy as sa

from fogline.errors import LedgerError
from fogline.ledger.engine import reading, shown, writing
from fogline.ledger.tables import meta

# The migrations in their order; a test compares them with the folder. Known here so that opening need not load Alembic.
VERSIONS: Final = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008")
VERSION_TABLE = sa.table("alembic_version", sa.column("version_num"))


def prepare(engine: sa.Engine, *, create: bool) -> None:
    """Bring the database to today's schema, under the write lock.

    Raises LedgerError where there is no ledger and none is to be made, where it holds something else, and where a newer
    Fogline wrote it.
    """
    if not create:
        _need_something(engine)
    with reading(engine) as connection:
        version = _version(connection)
    if version == VERSIONS[-1]:
        return
    if version is None and not create:
        raise LedgerError(_nothing_there(engine))
    with writing(engine) as connection:
        if _version(connection) != VERSIONS[-1]:
            _upgrade(connection)


def _need_something(engine: sa.Engine) -> None:
    """Opening must not make a file where none was wanted, nor write into an empty one."""
    file = engine.url.database
    if engine.url.get_backend_name() == "sqlite" and (not file or _is_nothing(Path(file))):
        raise LedgerError(_nothing_there(engine))


def _is_nothing(file: Path) -> bool:
    return not file.is_file() or not file.stat().st_size


def _nothing_there(engine: sa.Engine) -> str:
    return f"{shown(engine.url)}: there is no ledger yet: read reports into it first (fogline read)"


def _version(connection: sa.Connection) -> str | None:
    """The schema's version, None for an empty database. Raises LedgerError."""
    name = shown(connection.engine.url)
    tables = sa.inspect(connection).get_table_names()
    if not tables:
        return None
    if VERSION_TABLE.name not in tables or meta.name not in tables:
        raise LedgerError(f"{name}: is a database, but not a ledger: name another file")
    version = connection.execute(sa.select(VERSION_TABLE.c.version_num)).scalar()
    if version not in VERSIONS:
        raise LedgerError(f"{name}: was written by a newer Fogline (schema {version}): upgrade Fogline to open it")
    return str(version)


def _upgrade(connection: sa.Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "fogline.ledger:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
