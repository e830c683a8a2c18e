"""How a text says that something did not happen, may happen, or is spoken of again: `status.toml`."""

from dataclasses import dataclass, fields
from functools import cache

from fogline.lexicon.load import need, table


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Lower-case words by what they say of a happening; see the comments in `status.toml`."""

    modals: frozenset[str]
    unreal_verbs: frozenset[str]
    unreal_nouns: frozenset[str]
    unreal_heads: frozenset[str]
    looking_into: frozenset[str]
    greeting: frozenset[str]
    hitting: frozenset[str]
    rehearsals: frozenset[str]
    sham: frozenset[str]
    trying: frozenset[str]
    charging: frozenset[str]
    courts: frozenset[str]
    unreal_marks: frozenset[str]
    unreal_modifiers: frozenset[str]
    averting_verbs: frozenset[str]
    breaching_verbs: frozenset[str]
    wanting_verbs: frozenset[str]
    ordering_verbs: frozenset[str]
    light_verbs: frozenset[str]
    negations: frozenset[str]
    habitual: frozenset[str]
    ranking: frozenset[str]
    due: frozenset[str]
    kept: frozenset[str]
    recalling: frozenset[str]
    going_on: frozenset[str]
    in_power: frozenset[str]
    behind_it: frozenset[str]
    lasting: frozenset[str]
    outset: frozenset[str]
    wars: frozenset[str]
    whole_wars: frozenset[str]
    first_times: frozenset[str]
    breaking_out: frozenset[str]
    means: frozenset[str]
    definite: frozenset[str]
    nearness: frozenset[str]
    directions: frozenset[str]
    parting: frozenset[str]
    apart: frozenset[str]
    counted_back: frozenset[str]
    early: frozenset[str]
    late: frozenset[str]
    pointing: frozenset[str]
    anaphors: frozenset[str]
    bloodshed: frozenset[str]
    announcing: frozenset[str]
    menace: frozenset[str]
    harmless: frozenset[str]
    dear: frozenset[str]
    menacing: frozenset[str]
    hoping: frozenset[str]
    onlookers: frozenset[str]
    onslaughts: frozenset[str]
    wrongs: frozenset[str]
    culprits: frozenset[str]
    putting_up_with: frozenset[str]
    bearing_in_mind: frozenset[str]
    idle: frozenset[str]
    pains: frozenset[str]
    civil: frozenset[str]
    bidding: frozenset[str]
    calling_on: frozenset[str]
    armed: frozenset[str]
    attempting: frozenset[str]
    taking: frozenset[str]
    leaving: frozenset[str]
    arriving: frozenset[str]
    by_then: frozenset[str]
    rescuers: frozenset[str]
    homes: frozenset[str]
    havens: frozenset[str]
    no_captives: frozenset[str]
    ending: frozenset[str]
    volleys: frozenset[str]
    caught: frozenset[str]
    uniformed: frozenset[str]
    letting_go: frozenset[str]
    arms: frozenset[str]
    endangering: frozenset[str]
    many_senses: frozenset[str]
    missions: frozenset[str]
    shooters: frozenset[str]
    promised: frozenset[str]
    polled: frozenset[str]
    defied: frozenset[str]
    yielding: frozenset[str]
    whoever: frozenset[str]
    no_offence: frozenset[str]
    offending: frozenset[str]
    no_harm: frozenset[str]
    bystanders: frozenset[str]
    goods: frozenset[str]
    met_with: frozenset[str]
    getting: frozenset[str]


@cache
def status_words() -> StatusWords:
    """The English lists; raises LexiconError where one is missing, not in lower case, or names a word twice."""
    content = table("en", "status.toml")
    keys = [field.name for field in fields(StatusWords)]
    need(set(content) == set(keys), "en/status.toml", f"must hold exactly {', '.join(keys)}")
    for key in keys:
        where = f"en/status.toml {key}"
        need(all(isinstance(w, str) and w and w == w.lower() for w in content[key]), where, "must be in lower case")
        need(len(set(content[key])) == len(content[key]), where, "names a word twice")
    return StatusWords(**{key: frozenset(content[key]) for key in keys})
