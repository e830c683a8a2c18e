"""How a text says that one happening answers another: `answers.toml`."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from fogline.lexicon.load import need, table
from fogline.lexicon.phrases import PhraseIndex

# What a phrase says of the deeds around it: which of the two stands before the words, or that one is an answer to what
# was told before (`alone`), as the words themselves tell (`deed`), that the answer is told next (`opens`), or only that
# one came so long after the other (`after`), which is an answer where it struck back at who had struck; whom a blow was
# aimed at for what he had done (`chased`); what people took to the street for (`demanded`).
ORDERS = {
    "answers": "later",
    "prompts": "earlier",
    "alone": "alone",
    "deeds": "deed",
    "opens": "opens",
    "afters": "after",
    "chased": "chased",
    "demands": "demanded",
}
WHOM = frozenset({"chased", "demanded"})  # phrases that set no deed apart from another
PHRASES = ("threat_answers", "conditions", "going_on")
WORDS = (
    "proposals",
    "replies",
    "proposing",
    "speech",
    "standing",
    "mourned",
    "taken",
    "doers",
    "defeats",
    "freed",
    "calling",
    "met",
    "definite",
    "naming",
)


@dataclass(frozen=True, slots=True)
class Answers:
    """Phrases of answering, by the deed that stands before them; of threats that answer, and conditions of threats.

    `replies` are words of a reply to one of the `proposals`, `proposing` of making one,
    `speech` what is said and no deed, `standing` what stands for a deed told before, `mourned` to whom it was done
    ("for the martyrs of Nyala"), `taken` whose return people ask for, `doers` who did it ("the killers"),
    `defeats` a battle that was lost, `freed` what is asked for those who were taken, `calling` by which one deed is
    called the answer to another, `met` what answers and names no deed ("would be met in kind"), `definite` what
    stands before a deed that is named, `naming` a phrase's last word that is the first of what it names.
    """

    phrases: PhraseIndex[str]
    threat_answers: PhraseIndex[bool]
    conditions: PhraseIndex[bool]
    going_on: PhraseIndex[bool]
    proposals: frozenset[str]
    replies: frozenset[str]
    proposing: frozenset[str]
    speech: frozenset[str]
    standing: frozenset[str]
    mourned: frozenset[str]
    taken: frozenset[str]
    doers: frozenset[str]
    defeats: frozenset[str]
    freed: frozenset[str]
    calling: frozenset[str]
    met: frozenset[str]
    definite: frozenset[str]
    naming: frozenset[str]


@cache
def answers() -> Answers:
    """The English phrases; raises LexiconError where one is malformed."""
    content = table("en", "answers.toml")
    keys = {*ORDERS, *PHRASES, *WORDS}
    need(set(content) == keys, "en/answers.toml", f"must hold exactly {', '.join(sorted(keys))}")
    return Answers(
        _index([(phrase, order) for key, order in ORDERS.items() for phrase in content[key]]),
        _index([(phrase, True) for phrase in content["threat_answers"]]),
        _index([(phrase, True) for phrase in content["conditions"]]),
        _index([(phrase, True) for phrase in content["going_on"]]),
        frozenset(content["proposals"]),
        frozenset(content["replies"]),
        frozenset(content["proposing"]),
        frozenset(content["speech"]),
        frozenset(content["standing"]),
        frozenset(content["mourned"]),
        frozenset(content["taken"]),
        frozenset(content["doers"]),
        frozenset(content["defeats"]),
        frozenset(content["freed"]),
        frozenset(content["calling"]),
        frozenset(content["met"]),
        frozenset(content["definite"]),
        frozenset(content["naming"]),
    )


def _index(phrases: list[tuple[str, Any]]) -> PhraseIndex[Any]:
    try:
        return PhraseIndex(phrases)
    except ValueError as error:
        need(False, "en/answers.toml", str(error))
        raise
