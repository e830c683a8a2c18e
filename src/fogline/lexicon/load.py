"""Read a lexicon file: TOML beside this module, one folder a language, the rest for all languages."""

import tomllib
from importlib import resources
from typing import Any

from fogline.errors import LexiconError


def table(*path: str) -> dict[str, Any]:
    """The parsed TOML file at `path` below the lexicon folder, such as ("en", "saying.toml").

    Raises LexiconError where the file is missing or is not TOML.
    """
    file = resources.files("fogline.lexicon").joinpath(*path)
    name = "/".join(path)
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise LexiconError(f"lexicon/{name} is missing") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"lexicon/{name} is not valid TOML: {error}") from error


def need(condition: bool, where: str, message: str) -> None:
    """Raise LexiconError with the entry's name where a schema condition does not hold."""
    if not condition:
        raise LexiconError(f"lexicon/{where}: {message}")
