"""Why is a claim somebody's word? The words that attribute it, whose side the speaker is on, and how he denies."""

from collections.abc import Callable, Sequence

from fogline.lexicon.saying import saying
from fogline.model import Claim, PartyMention, Reason
from fogline.read.quotes import find_quotes, quoted
from fogline.read.sources import BY_NOUN, BY_OWNER, BY_SOURCE, Said, find_said
from fogline.read.text import ParsedText, Sentence
from fogline.read.why_entries import (
    SAYING,
    leaning,
    party_entry,
    phrase_entry,
    silence_entry,
    verb_entry,
)

MentionsIn = Callable[[Sentence], Sequence[PartyMention]]


def voice_reasons(parsed: ParsedText, claim: Claim, mentions_in: MentionsIn) -> dict[str, list[Reason]]:
    """The reasons for `said`, `side` and `stance`; an assertion needs none for its stance."""
    span = claim.spans.get("said")
    if span is None:
        side = [Reason("side of the outlet, which is a party's own")] if claim.side else []
        return {"said": [Reason("outlet's own voice")], "side": side, "stance": _denial(claim)}
    sentence = next((s for s in parsed.sentences if s.start <= span[0] < s.end), None)
    if sentence is None:
        return {}
    mentions = mentions_in(sentence)
    said = _said_at(parsed, sentence, mentions, span, claim.stance)
    found = {"said": [*_attribution(parsed, sentence, said, claim, span), *_goes_on(parsed, sentence, claim)]}
    found["side"] = _side(parsed, mentions, said, claim, span)
    found["stance"] = _stance(parsed, said, claim, span)
    return found


def _said_at(
    parsed: ParsedText, sentence: Sentence, mentions: Sequence[PartyMention], span: tuple[int, int], stance: str
) -> Said | None:
    """The attribution whose words and speaker a span covers."""
    doc = parsed.docs.get(sentence.index)
    if doc is None:
        return None
    for item in find_said(parsed, sentence, doc, mentions):
        for speaker in item.speakers:
            covered = min(item.words[0], speaker.start), max(item.words[1], speaker.end)
            if covered == span and item.stance in (stance, "asserts"):
                return item
    return None


def _attribution(
    parsed: ParsedText, sentence: Sentence, said: Said | None, claim: Claim, span: tuple[int, int]
) -> list[Reason]:
    if said is not None:
        words = parsed.text[said.words[0] : said.words[1]]
        if said.rule == BY_SOURCE:
            entry = phrase_entry("sources.before", words)
        elif said.rule == BY_NOUN:
            entry = phrase_entry("sources.nouns", words)
        elif said.rule == BY_OWNER:
            entry = f"{SAYING} light.claims: {said.verb.lemma_}"
        else:
            entry = verb_entry(said.verb.lemma_.lower())
        again = any(s.word in saying().documents or s.word in ("he", "she", "it", "they") for s in said.speakers)
        taken = [Reason("speaker named before", None, span)] if again else []
        return [Reason(said.rule, entry, said.words), *taken]
    if claim.stance == "no_comment":
        return [Reason("words of silence", silence_entry(parsed.text[span[0] : span[1]]), span)]
    if parsed.text.startswith(":", span[1]):
        return [Reason("name before a colon", None, span)]
    if span[1] == sentence.end and sentence.part in ("headline", "subhead"):
        return [Reason("name behind a dash", None, span)]
    return []


def _goes_on(parsed: ParsedText, sentence: Sentence, claim: Claim) -> list[Reason]:
    """What to add where the speaker stands in another sentence than the claim."""
    if sentence.start == claim.sentence_start:
        return []
    end = claim.sentence_start + len(claim.sentence)
    quote = quoted(find_quotes(parsed.text), claim.sentence_start, end)
    rule = "quotation whose speaker another sentence names" if quote else "report that goes on"
    return [Reason(rule, None, (claim.sentence_start, end))]


def _side(
    parsed: ParsedText, mentions: Sequence[PartyMention], said: Said | None, claim: Claim, span: tuple[int, int]
) -> list[Reason]:
    if claim.side is None:
        return []
    for mention in mentions:
        if mention.party == claim.side and mention.start < span[1] and span[0] < mention.end:
            at = (mention.start, mention.end)
            named = party_entry(mention)
            if named:
                return [Reason(*named, at)]
            return [leaning(mention)]
    outlet = next((n for n, p in saying().party_media.items() if p == claim.side and n in (claim.by or "")), None)
    if outlet:
        return [Reason("outlet that speaks for the party", f"{SAYING} parties_media.{claim.side}: {outlet}", span)]
    again = said is not None and any(s.word for s in said.speakers)
    return [Reason("side of the speaker named before", None, span)] if again else []


def _denial(claim: Claim) -> list[Reason]:
    """Why the outlet denies: its own sentence says that it was not so."""
    told = (claim.sentence_start, claim.sentence_start + len(claim.sentence))
    return [] if claim.stance == "asserts" else [Reason("denial in the outlet's own words", None, told)]


def _stance(parsed: ParsedText, said: Said | None, claim: Claim, span: tuple[int, int]) -> list[Reason]:
    if claim.stance == "asserts":
        return []
    if claim.stance == "no_comment":
        entry = silence_entry(parsed.text[span[0] : span[1]])
        words = " ".join(t.text for t in said.verb.subtree) if said is not None else ""
        return [Reason("words of silence", entry or silence_entry(words), span)]
    if said is None:
        return []
    lemma = said.verb.lemma_.lower()
    if lemma in saying().deny:
        return [Reason("verb of denial", verb_entry(lemma), said.words)]
    words = " ".join(t.text for t in said.verb.subtree)
    return [Reason("denial in what is said", phrase_entry("denial.phrases", words), said.words)]
