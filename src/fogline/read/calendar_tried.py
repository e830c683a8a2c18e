"""Which rules for words of time are tried on a sentence, and which on what "two days after" counts from?"""

from functools import cache

from fogline.read.calendar_digits import digit_rules
from fogline.read.calendar_eras import era_rules, holiday_rules
from fogline.read.calendar_quarters import quarter_rules
from fogline.read.calendar_ranges import range_rules
from fogline.read.calendar_rule import Rule
from fogline.read.calendar_single import single_rules
from fogline.read.calendar_spans import span_rules
from fogline.read.calendar_story import story_rules


@cache
def day_rules() -> tuple[Rule, ...]:
    """The rules for single days and ranges of days."""
    return (*digit_rules(), *range_rules(), *single_rules())


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule for words of time; of two that match the same words the first counts."""
    return (*day_rules(), *quarter_rules(), *era_rules(), *span_rules(), *story_rules())


@cache
def governing_rules() -> tuple[Rule, ...]:
    """The rules for what "two days after" may count from."""
    return (*day_rules(), *holiday_rules())


@cache
def rules_for(kinds: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that can match a sentence with these kinds of hints; there are far fewer such sets than sentences."""
    return tuple(rule for rule in all_rules() if rule.needs & kinds)
