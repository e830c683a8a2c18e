"""Why was a value read? The rule and the entry of the lexicon behind each value of each claim.

Reading keeps no reasons: they are found afterwards, for who asks, by looking at what each step of reading gave. A value
whose rule is not found again has no reason here, and is told so.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from fogline.lexicon.events import ATTACK
from fogline.lexicon.parties import state_of
from fogline.lexicon.things import things
from fogline.model import Claim, ClaimLink, DateMention, PartyMention, Place, Reason
from fogline.read.company import Around
from fogline.read.contribution import Contribution
from fogline.read.facts import LISTS, Span
from fogline.read.figure_again import counted_before
from fogline.read.happenings import Happening
from fogline.read.kinds import SPOKEN
from fogline.read.nearest_weapon import nearest_weapon
from fogline.read.placing import Found
from fogline.read.receiving import same_hand
from fogline.read.roles import roles
from fogline.read.said import Attribution
from fogline.read.settled import settle_type
from fogline.read.span_words import reasons_of_words
from fogline.read.telling import THREAT, Telling
from fogline.read.text import ParsedText, Sentence
from fogline.read.told import around_of, is_armed
from fogline.read.wars import War, foes
from fogline.read.what import VIOLENT, Trigger, find_triggers
from fogline.read.whose_hand import UNSAID
from fogline.read.why_counted import figure_reasons
from fogline.read.why_entries import (
    MEANT,
    again_entry,
    date_entry,
    leaning,
    party_entry,
    place_entry,
    state_entry,
    thing_entry,
    trigger_entry,
)
from fogline.read.why_said import voice_reasons
from fogline.read.why_things import unworded_reasons, word_reasons

ANCHORS = {
    "publication": "counted from the publication",
    "narrative": "counted from the day told before",
    "calendar": "calendar date",
}

# The state that stands for the place of a happening whose words tell none.


@dataclass(frozen=True, slots=True)
class Steps:
    """What the steps of reading one report gave."""

    parsed: ParsedText
    found: Found
    voices: Mapping[int, Sequence[Attribution]]
    happenings: Sequence[Happening]
    contributions: Sequence[Contribution]
    claims: tuple[Claim, ...]
    links: tuple[ClaimLink, ...] = ()


def find_reasons(steps: Steps) -> dict[str, dict[str, tuple[Reason, ...]]]:
    """By the claim's id: the reasons for each of its values, by the key of its span, and for its side and stance."""
    seen: dict[int, _Sight] = {}
    return {claim.id: _Why(steps, claim, seen).all() for claim in steps.claims}


class _Sight:
    """One sentence as the steps saw it: its mentions and its triggers."""

    def __init__(self, sentence: Sentence, around: Around) -> None:
        self.sentence = sentence
        self.around = around
        self.triggers = find_triggers(around)

    def span(self, start: int, end: int) -> Span:
        return self.sentence.start + start, self.sentence.start + end

    def span_of(self, trigger: Trigger) -> Span:
        return self.span(trigger.start, trigger.end)

    def entry(self, trigger: Trigger) -> str:
        return trigger_entry(trigger, self.sentence.text, self.around.doc[trigger.token].lemma_.lower())

    def reason(self, rule: str, trigger: Trigger) -> Reason:
        return Reason(rule, self.entry(trigger), self.span_of(trigger))


class _Why:
    """The reasons for the values of one claim."""

    def __init__(self, steps: Steps, claim: Claim, seen: dict[int, _Sight]) -> None:
        self.steps, self.claim, self.seen = steps, claim, seen
        self.happening = steps.happenings[int(claim.happening)]
        self.given = [c for c in steps.contributions if str(c.happening) == claim.happening]

    def all(self) -> dict[str, tuple[Reason, ...]]:
        claim = self.claim
        found = {"what": self.what(), "status": self.status(), "where": self.where(), "when": self.when()}
        for name in LISTS:
            for position, value in enumerate(getattr(claim, name)):
                key = name if position == 0 else f"{name}:{value}"
                span = claim.spans[key]
                found[key] = (
                    self.party(name, value, span) if name in ("actor", "target") else self.thing(name, value, span)
                )
        for name in claim.figures:
            at = self.sentence_at(claim.spans[name])
            found[name] = self.figure(name, at) if at else []
        found |= voice_reasons(self.steps.parsed, claim, self.mentions_in) | reasons_of_words(claim)
        return {key: tuple(reasons) for key, reasons in found.items() if reasons}

    # ---- where things are

    def sentence_at(self, span: Span) -> Sentence | None:
        return next((s for s in self.steps.parsed.sentences if s.start <= span[0] < s.end), None)

    def sight(self, span: Span) -> _Sight | None:
        """The parsed sentence that a span begins in."""
        sentence = self.sentence_at(span)
        doc = self.steps.parsed.docs.get(sentence.index) if sentence else None
        if sentence is None or doc is None:
            return None
        if sentence.index not in self.seen:
            armed = is_armed(self.steps.parsed, self.steps.found)
            self.seen[sentence.index] = _Sight(
                sentence, around_of(sentence, doc, self.steps.found, armed, self.steps.parsed.sentences)
            )
        return self.seen[sentence.index]

    def mentions_in(self, sentence: Sentence) -> tuple[PartyMention, ...]:
        return self.steps.found.parties.get(sentence.index, ())

    @cached_property
    def telling(self) -> Telling | None:
        """The telling whose words are the claim's `what`."""
        return next((t for t in self.happening.tellings if t.span == self.claim.spans["what"]), None)

    def lead(self, telling: Telling) -> tuple[_Sight, Trigger] | None:
        """The trigger whose words are a telling's."""
        sight = self.sight(telling.span)
        for trigger in sight.triggers if sight else ():
            if sight and sight.span_of(trigger) == telling.span:
                return sight, trigger
        return None

    def elsewhere(self, telling: Telling) -> list[Reason]:
        """What to add where a telling in another sentence gives the value."""
        same = self.telling is not None and telling.sentence.index == self.telling.sentence.index
        return [] if same else [Reason("told of the same happening in another sentence", None, telling.span)]

    # ---- what

    def what(self) -> list[Reason]:
        found = self.lead(self.telling) if self.telling else None
        if found is None:
            return []
        sight, trigger = found
        out = [sight.reason("event trigger", trigger)]
        if trigger.type != trigger.frame.type:
            out.append(self.decided(sight, trigger))
        if trigger.type != self.claim.type:
            out.append(self.settled())
        return out

    def decided(self, sight: _Sight, trigger: Trigger) -> Reason:
        weapon = nearest_weapon(trigger, sight.around, "remote")
        if weapon and things().weapon_type[weapon.value] == trigger.type:
            entry = thing_entry(sight.sentence.text, weapon.start, weapon.end, weapon.kind, weapon.value)
            return Reason("nearest weapon gives the type", entry, sight.span(weapon.start, weapon.end))
        return Reason("arms or fighters beside it give the type")

    def settled(self) -> Reason:
        """Why the claim's type is not that of its own trigger."""
        kind, happening, others = self.claim.type, self.happening, self.steps.happenings
        if happening.type == kind:
            telling = next(t for t in happening.tellings if t.type == kind)
            found = self.lead(telling)
            rule = "type that most sentences of the happening tell"
            return found[0].reason(rule, found[1]) if found else Reason(rule, None, telling.span)
        if happening.type == ATTACK and settle_type(happening, ()) != kind:
            return Reason("type of the other violence told")
        if any(other.type == kind and other.group in VIOLENT for other in others):
            return Reason("type of the other violence told, or of words that leave it open")
        return Reason("type of words that leave it open")

    def status(self) -> list[Reason]:
        status = self.claim.status
        if status == "occurred":
            return []
        for telling in self.happening.tellings:
            found = self.lead(telling) if telling.status == status else None
            if found:
                sight, trigger = found
                own = trigger.frame.status == status
                return [sight.reason("status of the trigger" if own else "announced and not yet done", trigger)]
        return []

    # ---- where and when

    def where(self) -> list[Reason]:
        span, place = self.claim.spans.get("where"), self.claim.place
        if span is None or place is None:
            return []
        entry = place_entry(place)
        telling = self.first(lambda t: any((p.start, p.end) == span for p in t.places))
        if telling is None:
            return self.unsaid(place, span, entry)
        sentence = self.sentence_at(span)
        named = self.steps.found.places.get(sentence.index, ()) if sentence else ()
        if sentence and not any((p.start, p.end) == span for p in named):
            words = again_entry(self.steps.parsed.text[span[0] : span[1]], "town")
            out = [Reason("words for the town named before", words, span)]
            story = telling.context_place
            if story:
                out.append(Reason("town that the story spoke of last", entry, (story.start, story.end)))
            return out
        threat = telling.group == THREAT and any(t.start < span[1] and span[0] < t.end for t in telling.targets)
        rule = MEANT[THREAT] if threat else "place that hangs on the trigger"
        return [Reason(rule, entry, span), *self.elsewhere(telling)]

    def unsaid(self, place: Place, span: Span, entry: str) -> list[Reason]:
        """Where something happened that no telling of it places: where the story was, or in the state that is meant."""
        stories = [t.context_place for t in self.happening.tellings if t.context_place]
        if any((p.start, p.end) == span and p.place == place for p in stories):
            return [Reason("town that the story spoke of last", entry, span)]
        sentence = self.sentence_at(span)
        named = [m.party for m in (self.mentions_in(sentence) if sentence else ()) if (m.start, m.end) == span]
        named += [*self.claim.actor, *self.claim.target, self.claim.side]
        rule = MEANT.get(self.claim.type, "state attacked, of a tally of what was sent and shot down")
        meant = place.country is not None and state_of().get(place.country) in named
        return [Reason(rule, entry, span)] if meant else []

    def first(self, fits: Callable[[Telling], bool]) -> Telling | None:
        """The first telling that fits, the claim's own before the others."""
        own = [self.telling] if self.telling else []
        return next((t for t in (*own, *self.happening.tellings) if fits(t)), None)

    def when(self) -> list[Reason]:
        span, days = self.claim.spans.get("when"), self.claim.date
        if span is None or days is None:
            return []

        def same(date: DateMention | None) -> bool:
            return date is not None and (date.start, date.end) == span

        telling = self.first(lambda t: same(t.date))
        context = self.first(lambda t: same(t.context))
        date = telling.date if telling else context.context if context else None
        if date is None:
            published = self.steps.parsed.report.published_day
            rule = "publication day" if days.first == days.last == published else "days before the deed that answers it"
            return [Reason(rule, None, span)]
        out = [Reason(ANCHORS[date.anchor], date_entry(date.text), span)]
        if telling is None:
            return [*out, Reason("day that the paragraph spoke of last")]
        return out + self.elsewhere(telling)

    # ---- who, with what, against what

    def party(self, name: str, value: str, span: Span) -> list[Reason]:
        sight = self.sight(span)
        mentions = self.mentions_in(sight.sentence) if sight else ()
        mention = next((m for m in mentions if (m.start, m.end) == span and m.party == value), None)
        if sight is not None and mention is not None:
            rule = self.role(name, mention, sight)
            if rule:
                telling = self.first(lambda t: t.sentence.index == sight.sentence.index)
                return [
                    rule,
                    *([] if rule.entry else [leaning(mention)]),
                    *(self.elsewhere(telling) if telling else ()),
                ]
        return self.inferred(name, value, span, mention)

    def role(self, name: str, mention: PartyMention, sight: _Sight) -> Reason | None:
        """The part that a mention has beside the triggers of this happening."""
        tellings = [t for t in self.happening.tellings if t.sentence.index == sight.sentence.index]
        if not any(mention in (t.actors if name == "actor" else t.targets) for t in tellings):
            return None
        spans, groups = {t.span for t in tellings}, {t.group for t in tellings}
        ordered = sorted(sight.triggers, key=lambda t: (sight.span_of(t) not in spans, t.group not in groups, t.token))
        named = party_entry(mention)
        entry = named[1] if named else None
        span = (mention.start, mention.end)
        for trigger in ordered:
            parts = roles(sight.sentence, sight.around.doc, sight.around.doc[trigger.token], sight.around.parties)
            turned = trigger.frame.role == "subject_suffers"
            acts = (name == "actor") is not turned
            if mention in (parts.actor if acts else parts.target):
                rule = (parts.acting if acts else parts.suffering).get(mention.start)
                if rule:
                    return Reason(f"{rule}, turned round by the trigger" if turned else rule, entry, span)
        if name == "target" and any(t.group == THREAT for t in tellings):
            return Reason("named beside a threat", entry, span)
        return None

    def inferred(self, name: str, value: str, span: Span, mention: PartyMention | None) -> list[Reason]:
        """Who acts or suffers where no part in a sentence says so."""
        claim = self.claim
        named = party_entry(mention) if mention else None
        entry = named[1] if named else None
        if name == "target":
            return self.suffers(value, span, entry)
        war = War(self.steps.parsed.report.published_day, self.steps.found.mentioned(), foes(self.steps.happenings))
        hands = same_hand(self.steps.happenings, war)
        if int(claim.happening) in hands and hands[int(claim.happening)] == (value, span):
            foe = span == next(iter(war.mentioned.get(value, ())), None)
            rule = "only party named that is at war with those struck" if foe else "one hand behind the strikes told"
            return [Reason(rule, entry, span)]
        if any((p.start, p.end) == span for given in self.given for p in given.blamed):
            return [Reason("blamed by the speaker", entry, span)]
        own = self.speaker_acts(value, span)
        if own:
            return own
        if claim.type in UNSAID:
            answers = {link.later for link in self.steps.links if link.earlier == claim.id}
            struck = any(c.id in answers and c.spans.get("target") == span for c in self.steps.claims)
            unsaid = "whom the answer to it falls on" if struck else "who rules the place, or fights those struck"
            return [Reason(unsaid, entry, span)]
        return [Reason("party named in a sentence that tells of it", entry, span)] if mention else []

    def speaker_acts(self, value: str, span: Span) -> list[Reason]:
        """Who acts where the speaker tells it of his own side."""
        claim = self.claim
        for owning in self.given if value == claim.side else ():
            if owning.owned and (owning.voice.start, owning.voice.end) == span:
                return [Reason("speaker owns up to it", again_entry(owning.sentence.text, "owned"), span)]
        speaks = value == claim.side and claim.type in SPOKEN and span == claim.spans.get("said")
        return [Reason("speaker is who does it", None, span)] if speaks else []

    def suffers(self, value: str, span: Span, entry: str | None) -> list[Reason]:
        """Who is at the receiving end where no part in a sentence says so."""
        claim, place = self.claim, self.claim.place
        war = War(self.steps.parsed.report.published_day, self.steps.found.mentioned(), foes(self.steps.happenings))
        if any(foe == (value, span) for foe in war.fought.values()):
            return [Reason("the one that the other fights in this report", entry, span)]
        if span in war.mentioned.get(value, ()):
            at_war = value in war.foes(claim.actor)
            rule = "party named that it is at war with" if at_war else "side that it is meant for"
            return [Reason(rule, entry, span)]
        if span == claim.spans.get("what"):
            return [Reason("owner of what the deed turns on", entry, span)]
        if span == claim.spans.get("said") and "intercepted" in claim.figures:
            return [Reason("who counts what was shot down", entry, span)]
        if place is None or span != claim.spans.get("where"):
            return []
        own = place.country is not None and state_of().get(place.country) == value
        entry = state_entry(place.country) if own and place.country else f"conflicts.toml held: {value}"
        return [Reason("struck state is the target", entry, span)]

    def thing(self, name: str, value: str, span: Span) -> list[Reason]:
        sentence = self.sentence_at(span)
        if sentence is None:
            return []
        worded = word_reasons(sentence, self.given, name, value, span)
        if worded:
            return worded
        for telling in self.happening.tellings:
            if telling.span == span and telling.weapon_implied == value:
                return self.implied(telling, value)
        return unworded_reasons(self.claim, self.happening, name, value, span)

    def implied(self, telling: Telling, weapon: str) -> list[Reason]:
        sight = self.sight(telling.span)
        for trigger in sight.triggers if sight else ():
            if sight and trigger.frame.weapon == weapon:
                return [sight.reason("trigger says with what", trigger)]
        return []

    # ---- how many

    def figure(self, name: str, sentence: Sentence) -> list[Reason]:
        doc = self.steps.parsed.docs.get(sentence.index)
        if doc is None:
            return []
        span = self.claim.spans[name]
        counted = counted_before(sentence.index, self.steps.found.figures, self.steps.parsed.sentences)
        mentions = self.mentions_in(sentence)
        found = figure_reasons(sentence, doc, mentions, name, span, before=counted)
        taken = TAKEN.get(name)
        if taken and not found:
            found = figure_reasons(sentence, doc, mentions, taken, span, before=counted)
            found += [Reason("who took them tells captives from detained")] if found else []
        told = any(t.sentence.index == sentence.index for t in self.happening.tellings)
        if found and not told:
            found.append(Reason("counts for the happening told before"))
        return found


TAKEN = {"captured": "detained", "detained": "captured"}
