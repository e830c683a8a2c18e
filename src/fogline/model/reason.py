"""Why a value was read: the rule that gave it, and the entry of the lexicon that knew the words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """One step from the words to a value.

    `rule` is a short name that stays the same from report to report, `entry` a file and key of the lexicon
    ("en/events.toml air_drone_strike: strike") or of the gazetteer ("GeoNames 551487: Kazan"), None where the rule
    rests on grammar alone. `span` is where the words are, in the report's full text.
    """

    rule: str
    entry: str | None = None
    span: tuple[int, int] | None = None
