"""Whom does the desk call? The webhooks of a TOML file, each with its filter and secret, checked whole."""

import os
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from fogline.collect.address import parse_address
from fogline.collect.skip import Skip
from fogline.errors import HooksError, UsageError
from fogline.serve.config import SHORTEST_TOKEN
from fogline.serve.hooks import Hook
from fogline.serve.parameters import Filters

FROM_ENVIRONMENT: Final = "env:"
NAME: Final = r"^[A-Za-z0-9_.-]{1,100}$"
LONGEST_URL: Final = 2000
# What pydantic calls a fault, in the words of one who writes the file.
WORDS: Final = {
    "missing": "is missing",
    "string_type": "must be a text in quotes",
    "string_pattern_mismatch": "must be letters, digits, dots, hyphens and underscores, 100 at most",
    "string_too_long": "is too long",
    "list_type": "must be a list in brackets",
    "too_long": "has too many values",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "greater_than_equal": "must be a whole number from 0 up",
    "less_than_equal": "is too large",
    "model_type": 'must be a table: { type = ["threat"] }',
}
NO_WEBHOOK: Final = "lists no webhook: begin each with [[webhook]] (docs/serve.md)"


class Entry(BaseModel):
    """One `[[webhook]]` of the file."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(pattern=NAME)
    url: str = Field(max_length=LONGEST_URL)
    secret: str
    filter: Filters = Filters.model_construct()


class HookFile(BaseModel):
    """The whole file. `allow` names hosts that may be private addresses."""

    model_config = ConfigDict(extra="forbid")

    allow: list[str] = []
    webhook: list[Entry] = []


def read_hooks(path: Path) -> list[Hook]:
    """The hooks of a file. Raises HooksError with every fault that it has."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise HooksError([f"{path}: cannot be read: {error.strerror or error}"]) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise HooksError([f"{path}: is no TOML: {error}"]) from error
    try:
        found = HookFile.model_validate(table)
    except ValidationError as error:
        raise HooksError([f"{path}: {_told(table, fault)}" for fault in error.errors()]) from error
    allowed = {host.casefold() for host in found.allow}
    faults = [f"{path}: {fault}" for fault in _faults(found)]
    if faults:
        raise HooksError(faults)
    return [
        Hook(one.name, one.url, _secret(one), one.filter.asked(), parse_address(one.url).host.casefold() in allowed)
        for one in found.webhook
    ]


def _faults(found: HookFile) -> Iterator[str]:
    """What no form of the file says: what its values mean."""
    if not found.webhook:
        yield NO_WEBHOOK
    names = [entry.name for entry in found.webhook]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"two webhooks are called {name}: give each a name of its own"
    for entry in found.webhook:
        for fault in _faults_of(entry):
            yield f"webhook {entry.name}: {fault}"


def _faults_of(entry: Entry) -> Iterator[str]:
    try:
        parse_address(entry.url)
    except Skip as skip:
        yield f"url {skip}"
    if not _secret(entry) and entry.secret.startswith(FROM_ENVIRONMENT):
        yield f"secret is to be in {entry.secret.removeprefix(FROM_ENVIRONMENT)}, which is not set"
    elif len(_secret(entry)) < SHORTEST_TOKEN:
        yield f"secret must have {SHORTEST_TOKEN} characters or more"
    if entry.filter.as_of is not None:
        yield "filter.as_of means nothing here: what is new is new now"
    try:
        entry.filter.asked()
    except UsageError as error:
        yield f"filter: {error}"


def _secret(entry: Entry) -> str:
    """The secret, or what the variable holds that it names."""
    if entry.secret.startswith(FROM_ENVIRONMENT):
        return os.environ.get(entry.secret.removeprefix(FROM_ENVIRONMENT), "")
    return entry.secret


def _told(table: Mapping[str, Any], fault: Mapping[str, Any]) -> str:
    """One fault of the form: where, which key, and what is wrong with it."""
    of, *inside = fault["loc"]
    if of != "webhook":
        if fault["type"] == "extra_forbidden":
            return f'"{of}" is no key: allow, [[webhook]]'
        return f"{of} must be a list of hosts in quotes"
    if not inside:
        return "[webhook] is one table: write [[webhook]], for each anew"
    number, *keys = inside
    entry = table["webhook"][number]
    name = entry.get("name") if isinstance(entry, dict) else None
    where = f"webhook {name if isinstance(name, str) and name.strip() else number + 1}"
    key = ".".join(str(part) for part in keys if isinstance(part, str))
    if fault["type"] == "extra_forbidden":
        known = Filters if len(keys) > 1 else Entry
        return f'{where}: "{key}" is no key: {", ".join(known.model_fields)}'
    return f"{where}: {key or 'it'} {WORDS.get(fault['type'], 'cannot be read: ' + str(fault['msg']))}"
