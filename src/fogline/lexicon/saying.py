"""How a text says that somebody says it: verbs of saying, sources, denials, silence and hedges."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from fogline.lexicon.load import need, table
from fogline.lexicon.phrases import verb_forms

FILE = ("en", "saying.toml")


@dataclass(frozen=True, slots=True)
class Saying:
    """Verbs are lemmas; patterns are compiled without regard to case."""

    say: frozenset[str]
    clause_only: frozenset[str]
    accuse: frozenset[str]
    deny: frozenset[str]
    refuse: frozenset[str]
    forms: frozenset[str]
    light: frozenset[str]
    light_nouns: frozenset[str]
    claims: frozenset[str]
    claim_credit: re.Pattern[str]
    before: re.Pattern[str]
    by_nouns: re.Pattern[str]
    accounts: frozenset[str]
    documents: frozenset[str]
    denial: re.Pattern[str]
    own: frozenset[str]
    no_comment: re.Pattern[str]
    hedges: re.Pattern[str]
    media_words: frozenset[str]
    media: re.Pattern[str]
    party_media: Mapping[str, str]
    no_voice: frozenset[str]
    things: frozenset[str]
    outlets_own: frozenset[str]
    told: frozenset[str]
    endings: tuple[str, ...]


def _either(phrases: list[str]) -> re.Pattern[str]:
    """One pattern for whole words of any of the phrases, the longest first."""
    ordered = sorted(phrases, key=lambda p: (-len(p), p))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(p) for p in ordered) + r")(?!\w)", re.IGNORECASE)


@cache
def saying() -> Saying:
    """The English lexicon of saying. Raises LexiconError where the file breaks the schema."""
    data = table(*FILE)
    verbs = data["verbs"]
    for name, words in verbs.items():
        need(
            all(w == w.lower() and w.strip() for w in words),
            f"en/saying.toml: verbs.{name}",
            "verbs are lower-case lemmas",
        )
    unknown = set(verbs["clause_only"]) - set(verbs["say"])
    need(not unknown, "en/saying.toml: verbs.clause_only", f"not among verbs.say: {sorted(unknown)}")
    try:
        silent = re.compile(r"\b(?:" + "|".join(data["no_comment"]["patterns"]) + ")", re.IGNORECASE)
    except re.error as error:
        need(False, "en/saying.toml: no_comment.patterns", f"no regular expression: {error}")
        raise
    return Saying(
        frozenset(verbs["say"]),
        frozenset(verbs["clause_only"]),
        frozenset(verbs["accuse"]),
        frozenset(verbs["deny"]),
        frozenset(verbs["refuse"]),
        _forms(verbs),
        *(frozenset(data["light"][name]) for name in ("verbs", "nouns", "claims")),
        _either(verbs["claim_credit"]),
        _either(data["sources"]["before"]),
        _either(data["sources"]["nouns"]),
        frozenset(data["sources"]["accounts"]),
        frozenset(data["sources"]["documents"]),
        _either(data["denial"]["phrases"]),
        frozenset(data["denial"]["own"]),
        silent,
        _either(data["hedges"]["words"] + data["hedges"]["phrases"]),
        frozenset(data["media"]["words"]),
        _case(data["media"]["names"]),
        MappingProxyType({name: party for party, names in data["parties_media"].items() for name in names}),
        *(frozenset(data["speakers"][name]) for name in ("no_voice", "things", "own", "told")),
        tuple(data["speakers"]["endings"]),
    )


def _forms(verbs: Mapping[str, list[str]]) -> frozenset[str]:
    """Word forms of the verbs of saying, for sentences without a parse."""
    lemmas = sorted({*verbs["say"], *verbs["deny"], *verbs["accuse"]})
    return frozenset(verbs["irregular"]) | {form for lemma in lemmas for form in verb_forms(lemma)}


def _case(names: list[str]) -> re.Pattern[str]:
    ordered = sorted(names, key=lambda p: (-len(p), p))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(p) for p in ordered) + r")(?!\w)")
