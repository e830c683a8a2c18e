"""Whom the speakers mean: "we", "our forces", "the enemy" in the words of somebody whose side is known."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache

from fogline.lexicon.conflicts import foes_of
from fogline.lexicon.names import keys
from fogline.lexicon.parties import parties as all_parties
from fogline.lexicon.parties import party_named, state_of
from fogline.lexicon.saying import saying
from fogline.lexicon.telltales import telltales
from fogline.lexicon.titles import titles
from fogline.model import PartyMention, PlaceMention, Report
from fogline.read.said import Attribution
from fogline.read.sides import state_of_outlet
from fogline.read.text import ParsedText, Sentence
from fogline.read.writers import writer

OF_ITS_OWN = frozenset({"name", "demonym", "metonym", "person", "pronoun"})  # forms whose party the words give
OURS = re.compile(r"\bour (?:[\w-]+ )?$", re.IGNORECASE)
OURS_REACH = 24  # characters
BYLINE = 80  # characters in which a report names the agency that files it: "GAZA, May 8 (WAFA) – "


def of_speakers(
    parsed: ParsedText,
    parties: Sequence[PartyMention],
    voices: Mapping[int, Sequence[Attribution]],
    places: Sequence[PlaceMention] = (),
) -> list[PartyMention]:
    """The mentions of a report with those that only the speaker settles, in the order of the text.

    "We" and "our" are the speaker's side; "the enemy" and "the occupiers" whom that fights. A speaker without a side
    is taken to have that of the outlet.
    """
    counts = Counter(m.party for m in parties if m.party and m.form != "pronoun")
    covered = sorted((m.start, m.end) for m in parties if m.form != "description" or m.party)
    out = []
    foes: dict[str, str | None] = {}
    foreign = {m.start for m in parties if _is_exonym(m)}
    lands = (
        {state for m in places if m.place and (state := state_of().get(m.place.country or ""))} if foreign else set()
    )
    ours = {m.start for m in parties if m.form not in OF_ITS_OWN and _is_ours(m, parsed.text)}
    outlet = _side_of_outlet(parsed.report, parties, places) if foreign or ours else None
    for mention in parties:
        speaker = None
        if mention.start in foreign:
            speaker = _speaker_at(voices, parsed.sentences, mention.start) or outlet
        if speaker and speaker not in foes:
            foes[speaker] = _opponent(counts, speaker, parsed.report, lands)
        if mention.start in ours:
            side = _speaker_at(voices, parsed.sentences, mention.start) or outlet
            out.append(replace(mention, party=side, name=side) if side else mention)
            continue
        sent = telltales().warplanes.fullmatch(mention.text) or _are_deployed(mention, parsed.text)
        if sent and mention.text.islower():
            out.append(_of_who_tells(mention, voices, parsed.sentences))
        else:
            out.append(_settled(mention, foes[speaker]) if speaker else mention)
    for sentence in parsed.sentences:
        for match in _first_person().finditer(sentence.text):
            start, end, word = sentence.start + match.start(), sentence.start + match.end(), match[0]
            if (word.isupper() and len(word) > 1) or _inside(covered, start):
                continue
            side = _speaker_at(voices, parsed.sentences, start)
            if side:
                out.append(PartyMention(start, end, word, side, side, "pronoun"))
    return sorted(out, key=lambda m: (m.start, -m.end))


def _is_ours(mention: PartyMention, text: str) -> bool:
    """Whether forces are the speaker's by the word before them: "our armed forces", "our valiant forces"."""
    before = text[max(0, mention.start - OURS_REACH) : mention.start]
    return OURS.search(before) is not None


@cache
def _first_person() -> re.Pattern[str]:
    """A word of the lexicon for the speaker's own side, no part of a longer one."""
    words = "|".join(map(re.escape, sorted(titles().first_person)))
    return re.compile(rf"(?i:(?<![^\W_])(?:{words})(?![^\W_]))")


def _is_exonym(mention: PartyMention) -> bool:
    if mention.party is not None:
        return False
    name = keys(mention.text)
    bare = name[1:] if name[:1] == ("the",) else name
    if titles().foreign_rule & {*bare[:1], *bare[-1:]}:  # "occupation drones", "warplanes of the occupation"
        return True
    begins = (some[:end] for some in (name, bare) for end in range(1, len(some) + 1))  # "enemy warplanes"
    return any(titles().sorts.get(begin) == "exonym" for begin in begins)


def _are_deployed(mention: PartyMention, text: str) -> bool:
    """Whether forces have been sent somewhere: "said that special forces had been deployed in Juba"."""
    return telltales().deployed.match(text, mention.end) is not None


def _of_who_tells(
    mention: PartyMention, voices: Mapping[int, Sequence[Attribution]], sentences: Sequence[Sentence]
) -> PartyMention:
    """Jets as those of the state that says what they struck abroad: "the Israeli army said jets hit a depot in Tyre".

    Not those that set out "from" somewhere.
    """
    if mention.party is None or party_named(mention.party).kind != "state":
        return mention
    side = _speaker_at(voices, sentences, mention.start)
    if side is None or side == mention.party or party_named(side).kind != "state":
        return mention
    told = next(s for s in sentences if s.start <= mention.start < s.end)
    sets_out = " from " in told.text[mention.end - told.start :]
    return mention if sets_out else _settled(mention, side)


def _settled(mention: PartyMention, party: str | None) -> PartyMention:
    return PartyMention(mention.start, mention.end, mention.text, party, party or mention.name, mention.form)


def _side_of_outlet(report: Report, parties: Sequence[PartyMention], places: Sequence[PlaceMention]) -> str | None:
    """Whose enemies an outlet calls "the enemy": its own side's, that of the party that it speaks for, its state's."""
    side = writer(report, parties, places).side
    media = (*saying().party_media.items(), *saying().state_media.items())
    byline = report.text[:BYLINE]
    named = (party for name, party in media if name in (report.source or "") or f"({name})" in byline)
    return side or next(named, None) or state_of_outlet(report.source, report.url)


def _opponent(counts: Counter[str], side: str, report: Report, lands: AbstractSet[str]) -> str | None:
    """Whom a side calls its enemy: a foe that the report names, else the only state that it is at war with.

    A foe of whose towns (`lands`) it tells is meant as well.
    Where none is known to be, a foe of those who are at home in the same state, else whoever the report names most.
    """
    day = report.published_day
    known = foes_of(side, day) if day else frozenset()
    states = [foe for foe in sorted(known) if party_named(foe).kind == "state"]
    if not known & counts.keys() and len(states) == 1:
        return states[0]
    others = {party for party in counts if party != side and party_named(party).kind != "body"}
    home = party_named(side).iso2
    kin = {party for party in others if home and party_named(party).iso2 == home}
    theirs = {foe for party in kin for foe in foes_of(party, day)} - kin - {side} if day else set()
    near = known & others or theirs & others or known & lands - {state_of().get(home or "")} or others
    meant = max(sorted(near), key=lambda party: counts[party], default=None)
    return meant or (_foe_of_kin(side, day) if day else None)


def _foe_of_kin(side: str, day: dt.date) -> str | None:
    """The only state that those at home in a land fight, where the land itself is told to be at war with nobody."""
    home = party_named(side).iso2
    kin = [name for name, party in all_parties().items() if party.kind == "armed_group" and party.iso2 == home and home]
    states = {f for name in kin for f in foes_of(name, day) if party_named(f).kind == "state"} - {side}
    return states.pop() if len(states) == 1 else None


def _speaker_at(voices: Mapping[int, Sequence[Attribution]], sentences: Sequence[Sentence], at: int) -> str | None:
    """The side of the narrowest voice around an offset; None for the outlet and those without a side."""
    for sentence in sentences:
        if sentence.start <= at < sentence.end:
            around = [
                a for a in voices.get(sentence.index, ()) if a.start <= at < a.end and a.voice.stance != "no_comment"
            ]
            return min(around, key=lambda a: a.end - a.start).voice.side if around else None
    return None


def _inside(spans: Sequence[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in spans)
