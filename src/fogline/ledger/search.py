"""Which reports hold the words that are asked for.

All words must be there, in any order and any case; words in double quotes must stand together. SQLite answers from a
full-text index; PostgreSQL compares the texts themselves, which is slower, and finds parts of words too.
"""

import sqlalchemy as sa

from fogline.ledger.tables import reports

INDEX = "reports_text"


def matching(connection: sa.Connection, text: str) -> set[str]:
    """The ids of all reports whose title and text hold every word and every quoted phrase of `text`."""
    return set(connection.execute(sa.select(reports.c.id).where(_holds(connection, text))).scalars())


def matching_numbers(connection: sa.Connection, text: str) -> list[int]:
    """The numbers of the same reports: of many hits, quicker than their ids."""
    if connection.dialect.name == "sqlite" and (phrases := _phrases(text)):
        return list(connection.execute(_hits(phrases)).scalars())
    return list(connection.execute(sa.select(reports.c.number).where(_holds(connection, text))).scalars())


def index(connection: sa.Connection, number: int, title: str, text: str) -> None:
    """Put a new report into the full-text index, where the database has one of ours."""
    if connection.dialect.name == "sqlite":
        row = {"number": number, "title": title, "text": text}
        connection.execute(sa.text(f"INSERT INTO {INDEX}(rowid, title, text) VALUES (:number, :title, :text)"), row)  # noqa: S608


def index_all(connection: sa.Connection) -> None:
    """Make the index anew from all reports."""
    if connection.dialect.name == "sqlite":
        connection.execute(sa.text(f"INSERT INTO {INDEX}({INDEX}) VALUES ('rebuild')"))  # noqa: S608


def drop(connection: sa.Connection, number: int, title: str, text: str) -> None:
    """Take a report out of the full-text index, with the words that went in."""
    if connection.dialect.name == "sqlite":
        row = {"number": number, "title": title, "text": text}
        out = f"INSERT INTO {INDEX}({INDEX}, rowid, title, text) VALUES ('delete', :number, :title, :text)"  # noqa: S608
        connection.execute(sa.text(out), row)


def _holds(connection: sa.Connection, text: str) -> sa.ColumnElement[bool]:
    """That a report has every word and every quoted phrase; none has what holds no word."""
    phrases = _phrases(text)
    if not phrases:
        return sa.false()
    if connection.dialect.name == "sqlite":
        return reports.c.number.in_(_hits(phrases))
    whole = reports.c.title + " " + reports.c.text
    return sa.and_(*(whole.icontains(phrase, autoescape=True) for phrase in phrases))


def _hits(phrases: list[str]) -> sa.TextualSelect:
    """The numbers of the reports in which the index has all phrases."""
    quoted = " ".join('"' + phrase.replace('"', '""') + '"' for phrase in phrases)
    hits = sa.text(f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH :query").bindparams(query=quoted)  # noqa: S608
    return hits.columns(rowid=sa.Integer)


def _phrases(text: str) -> list[str]:
    """Words one by one, and what stands in double quotes as it is; nothing of it is an operator.

    What holds no letter or digit is left out: no index has it.
    """
    pieces = text.replace("\x00", " ").split('"')
    found = [piece for outside in pieces[::2] for piece in outside.split()]
    found += [" ".join(inside.split()) for inside in pieces[1::2]]
    return [phrase for phrase in found if any(character.isalnum() for character in phrase)]
