"""The number words of a language, and what reporters' bounds ("at least", "nearly") do to a number."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from fogline.lexicon.load import need, table

TABLES = ("units", "tens", "multipliers", "groups", "vague", "vague_factors", "pairs", "ordinals")


@dataclass(frozen=True, slots=True)
class Bound:
    """What a bound makes of n: from `low`·n + `plus` up to `high`·n - `less`, or open where `high` is None."""

    low: float
    high: float | None = None
    plus: int = 0
    less: int = 0


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Words of `lexicon/<language>/numbers.toml`; every key is lower case.

    `units` 0 to 19, `tens` 20 to 90, `multipliers` hundred and up, `groups` dozen and score. `vague` words are lower
    bounds, `vague_factors` multiply a group or multiplier ("several hundred"), `pairs` are counts of two. `ordinals`
    count who died before as well ("a third driver died"). `bounds`
    stand before a number, `after` behind it (the value names an entry of `bounds`). `none` words count nothing; after
    a word of `no_bound_after` a bound is its particle ("handed over 112"). A number after one of `not_before` or
    before one of `not_after`, or one of `measures` or its plural, counts no people or things; four digits after one
    of `before_years` are a year.
    """

    units: dict[str, int]
    tens: dict[str, int]
    multipliers: dict[str, int]
    groups: dict[str, int]
    vague: dict[str, int]
    vague_factors: dict[str, int]
    pairs: dict[str, int]
    ordinals: dict[str, int]
    bounds: dict[str, Bound]
    after: dict[str, str]
    none: tuple[str, ...]
    no_bound_after: dict[str, tuple[str, ...]]
    not_before: tuple[str, ...]
    not_after: tuple[str, ...]
    measures: tuple[str, ...]
    before_years: tuple[str, ...]


def _bound(name: str, entry: Any, where: str) -> Bound:
    need(isinstance(entry, dict) and isinstance(entry.get("low"), float), where, f"{name!r} needs low = a number")
    unknown = set(entry) - {"low", "high", "plus", "less"}
    need(not unknown, where, f"{name!r} has unknown keys {sorted(unknown)}")
    bound = Bound(entry["low"], entry.get("high"), entry.get("plus", 0), entry.get("less", 0))
    need(
        bound.low >= 0 and (bound.high is None or bound.high >= bound.low), where, f"{name!r} runs from low up to high"
    )
    return bound


@cache
def number_words(language: str = "en") -> NumberWords:
    """Load and check the number words of a language; raises LexiconError naming the bad entry."""
    data = table(language, "numbers.toml")
    name = f"{language}/numbers.toml"
    for key in TABLES:
        entries = data.get(key)
        good = isinstance(entries, dict) and all(
            isinstance(n, int) and n >= 0 and word == word.lower() for word, n in entries.items()
        )
        need(good, f"{name} {key}", "needs lower-case words with whole numbers")
    bounds = {word: _bound(word, entry, f"{name} bounds") for word, entry in data.get("bounds", {}).items()}
    after = data.get("after", {})
    for word, meaning in after.items():
        need(meaning in bounds, f"{name} after", f"{word!r} must name an entry of bounds, not {meaning!r}")
    particles = {bound: _strings(data, "no_bound_after", bound, name) for bound in data.get("no_bound_after", {})}
    for bound in particles:
        need(bound in bounds, f"{name} no_bound_after", f"{bound!r} must be an entry of bounds")
    return NumberWords(
        **{key: dict(data[key]) for key in TABLES},
        bounds=bounds,
        after=dict(after),
        no_bound_after=particles,
        none=_strings(data, "none", "words", name),
        not_before=_strings(data, "not_counts", "before", name),
        not_after=_strings(data, "not_counts", "after", name),
        measures=_strings(data, "not_counts", "measures", name),
        before_years=_strings(data, "not_counts", "before_years", name),
    )


def _strings(data: dict[str, Any], section: str, key: str, where: str) -> tuple[str, ...]:
    words = data.get(section, {}).get(key)
    good = isinstance(words, list) and bool(words) and all(isinstance(word, str) and word for word in words)
    need(good, f"{where} {section}.{key}", "needs a list of words")
    return tuple(words or ())
