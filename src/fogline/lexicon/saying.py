"""How a text says that somebody says it: verbs of saying, sources, denials, silence and hedges."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from fogline.errors import LexiconError
from fogline.lexicon.load import need, table
from fogline.lexicon.parties import parties
from fogline.lexicon.phrases import verb_forms

FILE = ("en", "saying.toml")


@dataclass(frozen=True, slots=True)
class Saying:
    """Verbs are lemmas; patterns are compiled without regard to case."""

    say: frozenset[str]
    clause_only: frozenset[str]
    accuse: frozenset[str]
    blame: frozenset[str]
    pin: frozenset[str]
    attribute: frozenset[str]
    trading: frozenset[str]
    traded: frozenset[str]
    beginning: frozenset[str]
    faults: frozenset[str]
    doors: frozenset[str]
    marks: frozenset[str]
    work: frozenset[str]
    guilt: frozenset[str]
    answerable: frozenset[str]
    bearing: frozenset[str]
    doing: frozenset[str]
    standing_for: frozenset[str]
    deny: frozenset[str]
    refuse: frozenset[str]
    withhold: frozenset[str]
    acting: frozenset[str]
    forms: frozenset[str]
    said: frozenset[str]
    light: frozenset[str]
    light_nouns: frozenset[str]
    claims: frozenset[str]
    owning: frozenset[str]
    owned: frozenset[str]
    owned_answer: re.Pattern[str]
    claimed_it: re.Pattern[str]
    receiving: frozenset[str]
    received: frozenset[str]
    counting: frozenset[str]
    nounlike: frozenset[str]
    naming: frozenset[str]
    witnessing: frozenset[str]
    witnessed_forms: frozenset[str]
    looking: frozenset[str]
    channels: frozenset[str]
    lookers: frozenset[str]
    pictures: frozenset[str]
    contesting: frozenset[str]
    condemning: frozenset[str]
    condemned: frozenset[str]
    thinking: frozenset[str]
    inverted: frozenset[str]
    correcting: frozenset[str]
    quoting: frozenset[str]
    making_known: frozenset[str]
    known: frozenset[str]
    before: re.Pattern[str]
    by_nouns: re.Pattern[str]
    accounts: frozenset[str]
    documents: frozenset[str]
    told_back: re.Pattern[str]
    superseded: frozenset[str]
    denial: re.Pattern[str]
    creeds: re.Pattern[str]
    sparing: re.Pattern[str]
    backing: re.Pattern[str]
    holding: re.Pattern[str]
    not_fallen: re.Pattern[str]
    disowned: re.Pattern[str]
    in_the_air: re.Pattern[str]
    elsewhere: re.Pattern[str]
    turned: re.Pattern[str]
    landed: re.Pattern[str]
    sent: re.Pattern[str]
    derided: frozenset[str]
    claimed: frozenset[str]
    unhurt: re.Pattern[str]
    own: frozenset[str]
    states: frozenset[str]
    to_come: frozenset[str]
    charges: frozenset[str]
    tidings: frozenset[str]
    untold: frozenset[str]
    versions: frozenset[str]
    absent: frozenset[str]
    presence: frozenset[str]
    aims: frozenset[str]
    used: re.Pattern[str]
    fought: re.Pattern[str]
    unarmed: re.Pattern[str]
    no_comment: re.Pattern[str]
    offered: frozenset[str]
    on_words: re.Pattern[str]
    echoing: frozenset[str]
    echoing_some: re.Pattern[str]
    judging: frozenset[str]
    reacting: re.Pattern[str]
    hedges: re.Pattern[str]
    own_voice: re.Pattern[str]
    going_on: frozenset[str]
    media_words: frozenset[str]
    partisans: frozenset[str]
    media: re.Pattern[str]
    media_goes_on: frozenset[str]
    party_media: Mapping[str, str]
    state_media: Mapping[str, str]
    no_voice: frozenset[str]
    things: frozenset[str]
    outlets_own: frozenset[str]
    people: frozenset[str]
    plain: frozenset[str]
    housed: frozenset[str]
    sides: frozenset[str]
    unnamed: frozenset[str]
    officials: frozenset[str]
    in_the_know: re.Pattern[str]
    serving: frozenset[str]
    told: frozenset[str]
    introducing: re.Pattern[str]
    abetting: frozenset[str]
    feared: frozenset[str]
    lost: frozenset[str]
    standing: frozenset[str]
    endings: tuple[str, ...]
    labelling: frozenset[str]
    suffered: frozenset[str]
    the_dead: frozenset[str]
    commenting: frozenset[str]
    asking: frozenset[str]
    answering: frozenset[str]


def _either(phrases: list[str]) -> re.Pattern[str]:
    """One pattern for whole words of any of the phrases, the longest first."""
    ordered = sorted(phrases, key=lambda p: (-len(p), p))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(p) for p in ordered) + r")(?!\w)", re.IGNORECASE)


def _patterns(patterns: list[str], where: str) -> re.Pattern[str]:
    """One pattern for any of the regular expressions, at the beginning of a word."""
    try:
        return re.compile(r"\b(?:" + "|".join(patterns) + ")", re.IGNORECASE)
    except re.error as error:
        raise LexiconError(f"lexicon/en/saying.toml: {where}.patterns: {error}") from error


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
    sources, light, speakers = data["sources"], data["light"], data["speakers"]
    return Saying(
        say=frozenset(verbs["say"]),
        clause_only=frozenset(verbs["clause_only"]),
        accuse=frozenset(verbs["accuse"]),
        blame=frozenset(verbs["blame"]),
        pin=frozenset(verbs["pin"]),
        attribute=frozenset(verbs["attribute"]),
        trading=frozenset(verbs["trading"]),
        traded=frozenset(verbs["traded"]),
        beginning=frozenset(verbs["beginning"]),
        faults=frozenset(verbs["faults"]),
        doors=frozenset(verbs["doors"]),
        marks=frozenset(verbs["marks"]),
        work=frozenset(verbs["work"]),
        guilt=frozenset(verbs["guilt"]),
        answerable=frozenset(verbs["answerable"]),
        bearing=frozenset(verbs["bearing"]),
        doing=frozenset(form for lemma in verbs["doing"] for form in verb_forms(lemma)),
        standing_for=frozenset(verbs["standing_for"]),
        deny=frozenset(verbs["deny"]),
        refuse=frozenset(verbs["refuse"]),
        withhold=frozenset(verbs["withhold"]),
        acting=frozenset(verbs["acting"]),
        forms=_forms(verbs),
        said=_all_forms(verbs["say"]) | {"said"},
        light=frozenset(light["verbs"]),
        light_nouns=frozenset(light["nouns"]),
        claims=frozenset(light["claims"]),
        owning=frozenset(light["owning"]),
        owned=frozenset(light["owned"]),
        owned_answer=_patterns(light["owned_answer"], "light"),
        claimed_it=_patterns(light["claimed_it"], "light"),
        receiving=frozenset(light["receiving"]),
        received=frozenset(light["received"]),
        counting=frozenset(verbs["counting"]),
        nounlike=frozenset(verbs["nounlike"]),
        naming=frozenset(verbs["naming"]),
        witnessing=frozenset(verbs["witnessing"]),
        witnessed_forms=_all_forms(verbs["witnessing"] + verbs["looking"]) | {"saw", "seen"},
        looking=frozenset(verbs["looking"]),
        channels=frozenset(data["media"]["channels"]),
        lookers=frozenset(data["media"]["lookers"]),
        pictures=frozenset(data["media"]["pictures"]),
        contesting=frozenset(verbs["contesting"]),
        condemning=frozenset(verbs["condemning"]),
        condemned=frozenset(verbs["condemned"]),
        thinking=frozenset(verbs["thinking"]),
        inverted=frozenset(verbs["inverted"]),
        correcting=frozenset(verbs["correcting"]),
        quoting=frozenset(verbs["quoting"]),
        making_known=frozenset(verbs["making_known"]),
        known=frozenset(verbs["known"]),
        before=_either(sources["before"]),
        by_nouns=_either(sources["nouns"]),
        accounts=frozenset(sources["accounts"]),
        documents=frozenset(sources["documents"]),
        told_back=_patterns(sources["told_back"], "sources"),
        superseded=frozenset(sources["superseded"]),
        denial=_either(data["denial"]["phrases"]),
        holding=_patterns(data["denial"]["holding"], "denial"),
        not_fallen=_patterns(data["denial"]["not_fallen"], "denial"),
        disowned=_patterns(data["denial"]["disowned"], "denial"),
        in_the_air=_patterns(data["denial"]["in_the_air"], "denial"),
        elsewhere=_patterns(data["denial"]["elsewhere"], "denial"),
        turned=_patterns(data["denial"]["turned"], "denial"),
        landed=_patterns(data["denial"]["landed"], "denial"),
        sent=_patterns(data["denial"]["sent"], "denial"),
        derided=frozenset(data["denial"]["derided"]),
        claimed=frozenset(data["denial"]["claimed"]),
        unhurt=_patterns(data["denial"]["unhurt"], "denial"),
        creeds=_either(data["denial"]["creeds"]),
        backing=_patterns(data["denial"]["backing"], "denial"),
        sparing=_patterns(data["denial"]["sparing"], "denial"),
        own=frozenset(data["denial"]["own"]),
        states=frozenset(data["denial"]["states"]),
        to_come=frozenset(data["denial"]["to_come"]),
        charges=frozenset(data["denial"]["charges"]),
        tidings=frozenset(data["denial"]["tidings"]),
        untold=frozenset(data["denial"]["untold"]),
        versions=frozenset(data["denial"]["versions"]),
        absent=frozenset(data["denial"]["absent"]),
        presence=frozenset(data["denial"]["presence"]),
        aims=frozenset(data["denial"]["aims"]),
        used=_patterns(data["denial"]["used"], "denial"),
        fought=_patterns(data["denial"]["fought"], "denial"),
        unarmed=_patterns(data["denial"]["unarmed"], "denial"),
        no_comment=_patterns(data["no_comment"]["patterns"], "no_comment"),
        offered=frozenset(data["no_comment"]["offered"]),
        on_words=_patterns(data["no_comment"]["on_words"], "no_comment"),
        echoing=frozenset(data["echoes"]["words"]),
        echoing_some=_patterns(data["echoes"]["some"], "echoes"),
        judging=frozenset(data["echoes"]["judging"]),
        reacting=_patterns(data["echoes"]["reacting"], "echoes"),
        hedges=_either(data["hedges"]["words"] + data["hedges"]["phrases"]),
        own_voice=_patterns(data["own_voice"]["patterns"], "own_voice"),
        going_on=frozenset(data["own_voice"]["going_on"]),
        media_words=frozenset(data["media"]["words"]),
        partisans=frozenset(data["media"]["partisans"]),
        media=_case(data["media"]["names"]),
        media_goes_on=frozenset(data["media"]["goes_on"]),
        party_media=_media_of_parties(data["parties_media"], "parties_media"),
        state_media=_media_of_parties(data["states_media"], "states_media"),
        no_voice=frozenset(speakers["no_voice"]),
        things=frozenset(speakers["things"]),
        outlets_own=frozenset(speakers["own"]),
        people=frozenset(speakers["people"]) | frozenset(speakers["plain"]),
        plain=frozenset(speakers["plain"]),
        housed=frozenset(speakers["housed"]),
        sides=frozenset(speakers["sides"]),
        unnamed=frozenset(speakers["unnamed"]),
        officials=frozenset(speakers["officials"]),
        in_the_know=_patterns(speakers["in_the_know"], "speakers"),
        serving=frozenset(speakers["serving"]),
        told=frozenset(speakers["told"]),
        introducing=_patterns(speakers["introducing"], "speakers"),
        abetting=frozenset(speakers["abetting"]),
        feared=frozenset(speakers["feared"]),
        lost=frozenset(speakers["lost"]),
        standing=frozenset(speakers["standing"]),
        endings=tuple(speakers["endings"]),
        labelling=frozenset(data["denial"]["labelling"]),
        suffered=frozenset(data["denial"]["suffered"]),
        the_dead=frozenset(data["denial"]["the_dead"]),
        commenting=frozenset(data["no_comment"]["commenting"]),
        asking=frozenset(speakers["asking"]),
        answering=frozenset(speakers["answering"]),
    )


def _media_of_parties(entries: Mapping[str, list[str]], table: str) -> Mapping[str, str]:
    """The party that an outlet speaks for, by the outlet's name."""
    for party in entries:
        need(party in parties(), f"en/saying.toml: {table}", f"{party!r} is no party of the lexicon")
    return MappingProxyType({name: party for party, names in entries.items() for name in names})


def _forms(verbs: Mapping[str, list[str]]) -> frozenset[str]:
    """Word forms of the verbs of saying, for sentences without a parse."""
    lemmas = sorted({*verbs["say"], *verbs["deny"], *verbs["accuse"], *verbs["attribute"], "pin"})
    return frozenset(verbs["irregular"]) | {form for lemma in lemmas for form in verb_forms(lemma)}


def _all_forms(lemmas: list[str]) -> frozenset[str]:
    return frozenset(form for lemma in lemmas for form in verb_forms(lemma))


def _case(names: list[str]) -> re.Pattern[str]:
    ordered = sorted(names, key=lambda p: (-len(p), p))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(p) for p in ordered) + r")(?!\w)")
