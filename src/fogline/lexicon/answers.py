"""How a text says that one happening answers another: `answers.toml`."""

from dataclasses import dataclass
from functools import cache

from fogline.lexicon.load import need, table
from fogline.lexicon.phrases import PhraseIndex


@dataclass(frozen=True, slots=True)
class Answers:
    """Phrases between a deed and what it answers, the reverse, the answering words of a threat, words of a reply."""

    phrases: PhraseIndex[bool]  # True: the later deed stands before the words
    threat_answers: frozenset[str]
    replies: frozenset[str]


@cache
def answers() -> Answers:
    """The English phrases; raises LexiconError where one is malformed."""
    content = table("en", "answers.toml")
    keys = {"answers", "prompts", "threat_answers", "replies"}
    need(set(content) == keys, "en/answers.toml", f"must hold exactly {', '.join(sorted(keys))}")
    try:
        index = PhraseIndex([*((p, True) for p in content["answers"]), *((p, False) for p in content["prompts"])])
    except ValueError as error:
        need(False, "en/answers.toml", str(error))
        raise
    return Answers(index, frozenset(content["threat_answers"]), frozenset(content["replies"]))
