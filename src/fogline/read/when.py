"""When: which days do the words of a report stand for?

An interval grammar of its own: days counted from the publication ("on Sunday", "last night"), from the day that the
story has got to ("a day earlier"), and from the calendar ("22 June 2024"). Durations and ages name no day.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from fogline.errors import FoglineError, InputTypeError
from fogline.lexicon.time import time_words
from fogline.model.mention import DateMention
from fogline.read.calendar_anchor import DayTold, anchor_of
from fogline.read.calendar_context import TOLD_VERB, Context, Resolved, on_day
from fogline.read.calendar_days import WEEK
from fogline.read.calendar_eras import era_rules, holiday_rules
from fogline.read.calendar_hints import kinds_of_hints
from fogline.read.calendar_lines import sentence_bounds
from fogline.read.calendar_quarters import quarter_rules
from fogline.read.calendar_rules import Rule, day_rules
from fogline.read.calendar_spans import span_rules
from fogline.read.calendar_story import story_rules
from fogline.read.calendar_words import any_of, count_of

if TYPE_CHECKING:
    from fogline.read.text import Sentence

# How many sentences on a told day still carries "a day earlier" or "that night".
STORY_REACH = 8
# Days before publication that a story goes back to when the day that it told last is too far back.
NEWS = 3
# "That evening" names a day that was told, however far back.
THAT_REACH = 40
# Characters after "a day after the raid" in a headline in which the day that it counts from may follow.
COMING = 600
# A report on figures counts from the quarter that it is about for longer.
QUARTER_REACH = 12
# Words between a mark of the future and the day that it governs, and between a day that opens a clause and the mark.
FUTURE_REACH = 14
OPENING_REACH = 8
LEADING = 3  # words that may stand before what opens a sentence ("In Kyiv, two days after")
PRESENT_REACH = 5  # words between a verb of the present tense and the day that it is planned for
# By these a report of what was said counts from the day on which it was said ("said on Thursday that it would").
BACKSHIFTED = ("would", "was to", "were to", "was due", "were due", "due to", "planned to", "planned for")
CLAUSE = 200  # characters before and after an expression in which its clause is looked for
POSSESSIVES = ("'s", "’s")
LEAD = 56  # characters in front of the first hint in which an expression may begin
NEARBY = 60  # characters of context that a rule may look at

CLAUSE_START = re.compile(r"(?:^|[,;:“\"(—–]|\band|\bbut|\bthat)\s*$")
CLAUSES = re.compile(r"[;:]")
HAD_BEEN = re.compile(r"\bhad\s+(?:\w+\s+)?been\b", re.IGNORECASE)  # "had been due on Friday": it lies behind
DONE_TO = re.compile(r"\b(?:failed|refused|declined|managed|tried|able|unable|began|had|forced)\s*$", re.IGNORECASE)
DATELINE = re.compile(r"\s*(?:\([^)]{1,30}\)|/[^/]{1,30}/)?\s*[-–—:]\s")  # "Nov. 18 (Agency) - Shells fell"
DATELINE_BACK = 2  # days before publication that a dateline may lie
LATE = re.compile(r"\b(?:late|night|midnight|evening)\b", re.IGNORECASE)
EARLY = re.compile(r"\b(?:early|dawn|morning|overnight|daybreak|sunrise)\b", re.IGNORECASE)
# "The next day, 9 December", "two days earlier (on 15 December)", "a week later on 3 May".
APPOSED = re.compile(r"\s*(?:[,(–—-]\s*)?(?:that\s+is,?\s+)?")
CLAUSE_END = re.compile(r"\s*(?:[,.;:)—–]|$)")
# What "two days after" governs: "the attack on the town on 10 December".
GOVERNED_NOUN = re.compile(r"(?:\s+[\w'’-]+){1,14}")
NEW_SUBJECT = re.compile(
    r"(?<!^)(?<!\bof)(?<!\bon)(?<!\bin)(?<!\bat)(?<!\bby)(?<!\bto)(?<!\band)(?<!\bnear)(?<!\bfrom)(?<!\bwith)(?<!\bfor)"
    r"(?<!\bagainst)(?<!\bbetween)(?<!\bover)(?<!\boutside)(?<!\binside)\s(?:the|an?|its?|they|he|she|we|their|his|her|[A-Z]\w*)\b"
)
# "Two days after the attack on", in front of a day: it only names what is counted from.
COUNTED_FROM = re.compile(
    r"(?:\b(?P<n>[\w-]+)\s+)?\b(?P<unit>hour|day|week|month|year)s?\s+(?P<way>after|before)(?:\s+[\w'’-]+){0,14}$",
    re.IGNORECASE,
)
# "Following the attack of", "the heaviest since the raid on", in front of the day of what lies behind.
FOLLOWED = re.compile(
    r"\b(?:after|following|since|unlike|than)\s+(?:the|an?|its|their|last|another)(?:\s+[\w'’-]+){1,4}(?:\s+(?:of|on|in))?$",
    re.IGNORECASE,
)
OF_SOMEBODY = re.compile(r"\bwho(?:\s+[\w'’-]+){1,7}$")  # in front of "two days later": "a man who died"
GOVERNS = re.compile(r"\b(?:after|before)\s*$", re.IGNORECASE)
GOVERNED_WORD = re.compile(r"\s*(?!on\b)\w")
BETWEEN_ADJOINED = re.compile(r"\s*(?:the\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Story:
    """The day and the month that a text has got to, and the sentences in which they were told.

    `deed` is the last day on which something was told to happen, `day` may also be one on which somebody spoke;
    `nights` is 1 where the day told is the morning of a night that began the day before.
    """

    published: dt.date | None
    day: dt.date | None = None
    era: dt.date | None = None
    sentence: int = 0
    day_told: int = 0
    era_told: int = 0
    quarter: dt.date | None = None
    quarter_told: int = 0
    deed: dt.date | None = None
    deed_nights: int = 0
    deed_told: int = 0
    nights: int = 0
    part: str = ""  # "late" or "early" in the day told
    begun: bool = False  # whether any day was told
    lead: dt.date | None = None  # the first day of the last few that was told: that of the news
    lead_nights: int = 0
    night: dt.date | None = None  # the morning of the last night that was told
    told: tuple[DayTold, ...] = ()  # all days on which something was told to happen

    def at(self, sentence: int) -> "_Story":
        """The story in a later sentence: what was told too far back is forgotten, but for the day of the news."""
        day, nights = (
            (self.day, self.nights) if sentence - self.day_told <= STORY_REACH else (self.lead, self.lead_nights)
        )
        deed = self.deed if sentence - self.deed_told <= THAT_REACH else None
        era = self.era if sentence - self.era_told <= STORY_REACH else None
        quarter = self.quarter if sentence - self.quarter_told <= QUARTER_REACH else None
        return replace(self, day=day, nights=nights, deed=deed, era=era, quarter=quarter, sentence=sentence)

    def after(self, resolved: Resolved, words: str, spoken: bool) -> "_Story":
        """The story after an expression; what lies ahead does not move it, nor does speech move its deeds."""
        last, first = resolved.last, resolved.first or resolved.last
        story = self._of_quarter(resolved)
        if last is None or (self.published and last > self.published):
            return story
        changes: dict[str, Any] = {}
        if resolved.precision != "open":
            changes |= {"era": first, "era_told": self.sentence}
        if resolved.tells:
            nights = _nights(resolved)
            part = "late" if LATE.search(words) else "early" if EARLY.search(words) else ""
            changes |= {"day": last, "nights": nights, "part": part, "begun": True, "day_told": self.sentence}
            if nights:
                changes |= {"night": last}
            if not spoken:
                changes |= {"deed": last, "deed_nights": nights, "deed_told": self.sentence}
            if self.lead is None and self.published and 0 <= (self.published - last).days <= NEWS:
                changes |= {"lead": last, "lead_nights": nights}
        return replace(story, **changes) if changes else story

    def with_day(self, resolved: Resolved, at: int, sentence: tuple[int, int]) -> "_Story":
        """The story with one more day on which something was told to happen, at an offset of a sentence."""
        last = resolved.last
        if not resolved.tells or last is None or (self.published and last > self.published):
            return self
        return replace(self, told=(*self.told, DayTold(at, sentence, last, _nights(resolved))))

    def _of_quarter(self, resolved: Resolved) -> "_Story":
        """The story after a quarter: an earlier one, which figures are compared with, does not move it."""
        first = resolved.first
        if resolved.precision != "quarter" or first is None:
            return self
        if self.quarter and (
            first < self.quarter or (resolved.last and self.published and resolved.last >= self.published)
        ):
            return self
        return replace(self, quarter=first, quarter_told=self.sentence)


def find_dates(text: str, published: dt.date | None, sentences: "Sequence[Sentence]" = ()) -> list[DateMention]:
    """The temporal expressions of a text, in order, with the days that they stand for.

    Offsets count characters of `text`, as do those of `sentences`; without sentences the text is split at full stops
    and line ends. Without `published`, full calendar dates are resolved and the rest is found with both ends None.
    Raises InputTypeError where `text` is no text.
    """
    if not isinstance(text, str):
        raise InputTypeError(f"{text!r:.60} is no text to find dates in: give a str")
    bounds = [(sentence.start, sentence.end) for sentence in sentences] or sentence_bounds(text)
    mentions: list[DateMention] = []
    story = _Story(published)
    for index, (start, end) in enumerate(bounds):
        kinds = kinds_of_hints(text, start, end)
        rules = _rules_for(frozenset(kinds)) if kinds else ()
        if not rules:
            continue
        story = story.at(index)
        begins = [max(start, min(kinds[kind] for kind in rule.needs if kind in kinds) - LEAD) for rule in rules]
        for match, resolved, reached in _in_sentence(text, (start, end), rules, begins, story):
            mentions.append(_mention(text, match, resolved))
            story = reached
    return mentions


def published_day(published: str | dt.date | None) -> dt.date | None:
    """The day of a publication, local to where it was published: the day of a moment's own offset.

    Raises FoglineError for a text that is no date or moment in ISO 8601, InputTypeError for what is no text or day.
    """
    if isinstance(published, dt.datetime):
        return published.date()
    if published is None or isinstance(published, dt.date):
        return published
    if not isinstance(published, str):
        raise InputTypeError(f"published {published!r} is no day: give an ISO date such as 2024-12-22, or a date")
    try:
        return dt.datetime.fromisoformat(published.strip()).date()
    except ValueError as error:
        raise FoglineError(f"published {published!r} is no ISO date such as 2024-12-22") from error


def _mention(text: str, match: re.Match[str], resolved: Resolved) -> DateMention:
    start, end = match.span("only") if "only" in match.re.groupindex else match.span()
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end += resolved.reach
    end -= len(text[start:end]) - len(text[start:end].rstrip(" ,("))
    return DateMention(start, end, text[start:end], resolved.first, resolved.last, resolved.precision, resolved.anchor)


def _in_sentence(
    text: str, bounds: tuple[int, int], rules: Sequence[Rule], begins: Sequence[int], story: _Story
) -> Iterator[tuple[re.Match[str], Resolved, _Story]]:
    """The expressions of one sentence: the leftmost first, of two at one place the longer, none overlapping.

    `bounds` are where the sentence begins and ends, `begins` where the first expression of each rule may begin.
    """
    start, end = bounds
    nexts = [rule.pattern.search(text, begin, end) for rule, begin in zip(rules, begins, strict=True)]
    while any(nexts):
        order = min(
            (index for index, match in enumerate(nexts) if match),
            key=lambda index: (nexts[index].start(), -nexts[index].end(), index),  # type: ignore[union-attr]
        )
        match = nexts[order]
        assert match is not None
        context = _context(text, start, end, match, story)
        resolved = _resolve(rules[order], match, context, text, end)
        if resolved is None or match.end() == match.start():
            nexts[order] = rules[order].pattern.search(text, match.start() + 1, end)
            continue
        if not _is_dateline(resolved, context):
            spoken = bool(_speech().search(context.before))
            if not _looks_back(text, match, resolved, story):
                story = story.after(resolved, match[0], spoken)
            story = story if spoken else story.with_day(resolved, match.start(), bounds)
        yield match, resolved, story
        nexts = [
            again if again is None or again.start() >= match.end() else rule.pattern.search(text, match.end(), end)
            for rule, again in zip(rules, nexts, strict=True)
        ]


def _looks_back(text: str, match: re.Match[str], resolved: Resolved, story: _Story) -> bool:
    """Whether a day only names an earlier deed: "in answer to Sunday's raid" does not take Monday's story to Sunday."""
    before = text[max(0, match.start() - 2 * NEARBY) : match.start()].rstrip().rpartition("\n")[2]
    if match[0].lower().endswith("later") and OF_SOMEBODY.search(before):
        return True
    if not story.begun:
        return COUNTED_FROM.search(before) is not None
    if resolved.last is None or story.day is None or resolved.last >= story.day:
        return False
    if text.startswith(POSSESSIVES, match.end()) or match[0].rstrip().endswith(POSSESSIVES):
        return True
    if GOVERNS.search(match[0]) and GOVERNED_WORD.match(text, match.end()):
        return True  # "a day after the two had met"
    return COUNTED_FROM.search(before) is not None or FOLLOWED.search(before[-NEARBY:]) is not None


def _resolve(rule: Rule, match: re.Match[str], context: Context, text: str, end: int) -> Resolved | None:
    """What the words mean; a date out of the calendar's range is none."""
    apposed = None
    if "way" in match.re.groupindex or "after" in match.re.groupindex:
        apposed = _apposed_day(match, context, text, end)
        context = _with_governed_day(match, context, text, end)
        if not context.adjoined:
            coming = _with_coming_day(match, context, text, end)
            anchored = _from_anchor(rule, match, context, text) if coming is context and not apposed else None
            if anchored:
                return anchored
            context = coming
    try:
        resolved = rule.resolve(match, context)
    except (OverflowError, ValueError):
        return None
    return on_day(apposed, "narrative", _nights(resolved)) if resolved and apposed else resolved


def _from_anchor(rule: Rule, match: re.Match[str], context: Context, text: str) -> Resolved | None:
    """What "three days after the blast" means, where the blast was told with its day in a sentence before."""
    if not GOVERNS.search(match[0]) or not context.told:
        return None
    anchor = anchor_of(text, context.sentence, match.span(), context.told)
    if anchor is None:
        return None
    there = replace(context, narrative=anchor.day, deed=anchor.day, nights=anchor.nights, adjoined=True)
    resolved = rule.resolve(match, there)
    if resolved is None or resolved.last is None or (context.published and resolved.last > context.published):
        return None
    return replace(resolved, reach=anchor.reach)


def _nights(resolved: Resolved) -> int:
    """1 for a night, which runs into the next day."""
    return int(resolved.first is not None and resolved.last == resolved.first + dt.timedelta(days=1))


def _apposed_day(match: re.Match[str], context: Context, text: str, end: int) -> dt.date | None:
    """For "two days earlier, on 15 December" and "the next day, 9 December", the day that is named."""
    gap = APPOSED.match(text, match.end(), end)
    assert gap is not None  # it may be empty
    governs = match[0].rstrip().lower().endswith(("after", "before"))
    if not gap[0].strip() and (governs or not text[gap.end() : gap.end() + 3].lower().startswith("on ")):
        return None
    for rule, named in _days_at(text, gap.end(), end):
        rest = text[named.end() : end][:CLAUSE]
        weekday = "wd" in named.re.groupindex
        if rest.startswith(POSSESSIVES) or (weekday and (context.begun or not CLAUSE_END.match(rest))):
            continue
        there = replace(context, before="", ahead=_ahead("", rest), rest=rest[:NEARBY])
        resolved = _resolve(rule, named, there, text, end)
        if resolved and resolved.tells and resolved.first and resolved.first == resolved.last:
            return resolved.first
    return None


def _days_at(text: str, position: int, end: int) -> Iterator[tuple[Rule, re.Match[str]]]:
    """The days that are named at a place, by the rules that read them."""
    for rule in _governing_rules():
        match = rule.pattern.match(text, position, end)
        if match:
            yield rule, match


def _with_governed_day(match: re.Match[str], context: Context, text: str, end: int) -> Context:
    """For "a day after Monday's raid" and "after the raid on 10 December", the day to count from."""
    gap = BETWEEN_ADJOINED.match(text, match.end(), end)
    position = gap.end() if gap else match.end()
    for rule, adjoining in _days_at(text, position, end):
        day = _governed(rule, adjoining, context, text, end)
        if day:
            return replace(context, narrative=day, adjoined=True)
    if not match[0].rstrip().lower().endswith(("after", "before")):
        return context
    found = GOVERNED_NOUN.match(text, match.end(), end)
    reach = found.end() if found else match.end()
    kinds = kinds_of_hints(text, match.end(), reach).keys()
    matches = [
        (rule, there)
        for rule in _governing_rules()
        if rule.needs & kinds and (there := rule.pattern.search(text, match.end(), min(end, reach + NEARBY)))
    ]
    for rule, there in sorted(matches, key=lambda found: (found[1].start(), -found[1].end())):
        if there.start() < reach and _belongs(match, there, context, text, end):
            day = _governed(rule, there, context, text, end)
            if day:
                return replace(context, narrative=day, adjoined=True)
    return context


def _belongs(match: re.Match[str], there: re.Match[str], context: Context, text: str, end: int) -> bool:
    """Whether a day is that of what "two days after" governs, not the day of the sentence that it opens."""
    opens = not context.before or (context.before.endswith(",") and len(context.before.split()) <= LEADING)
    if not opens or text[there.end() : end].lstrip().startswith(","):
        return True
    between = text[match.end() : there.start()]
    return not (NEW_SUBJECT.search(between) or TOLD_VERB.search(between))


def _governed(rule: Rule, match: re.Match[str], context: Context, text: str, end: int) -> dt.date | None:
    before = text[max(0, match.start() - CLAUSE) : match.start()]
    rest = text[match.end() : end][:CLAUSE]
    there = replace(
        context, before=before[-NEARBY:].rstrip(), rest=rest[:NEARBY], ahead=_ahead(before, ""), counted=_passed(before)
    )
    resolved = _resolve(rule, match, there, text, end)
    return resolved.first if resolved and resolved.precision == "day" else None


def _with_coming_day(match: re.Match[str], context: Context, text: str, end: int) -> Context:
    """For "a day after the raid" before any day was told, or in "Two days after the raid, it fell on Friday": that day.

    A headline counts from the day that its story is about to tell.
    """
    opens = not context.before and re.search(r"\b(?:after|before)$", match[0], re.IGNORECASE)
    if context.begun and not opens:
        return context
    limit = match.end() + COMING if context.heads and not context.begun else end
    kinds = kinds_of_hints(text, match.end(), limit).keys()
    matches = (rule.pattern.search(text, match.end(), limit) for rule in day_rules() if rule.needs & kinds)
    for coming in sorted((found for found in matches if found), key=lambda found: found.start()):
        before = text[max(0, coming.start() - CLAUSE) : coming.start()].rstrip()
        day = _told_by(coming, replace(context, before=before[-NEARBY:], rest=text[coming.end() :][:NEARBY]))
        if day and not (_speech().search(before) or _ahead(before, text[coming.end() :][:CLAUSE])):
            return replace(context, narrative=day, deed=day, nights=0)
    return context


def _told_by(match: re.Match[str], context: Context) -> dt.date | None:
    """The past day that a day rule's match tells; None for a dateline."""
    rule = next(rule for rule in day_rules() if rule.pattern is match.re)
    resolved = _resolve(rule, match, context, match.string, match.end())
    if resolved is None or not resolved.tells or resolved.last is None or context.published is None:
        return None
    return resolved.last if resolved.last <= context.published and not _is_dateline(resolved, context) else None


def _is_dateline(resolved: Resolved, context: Context) -> bool:
    """Whether a date says when the report was written, not what happened: that day, or just before it and a dash."""
    if resolved.anchor != "calendar" or resolved.last is None or context.published is None:
        return False
    back = (context.published - resolved.last).days
    return back == 0 or (0 < back <= DATELINE_BACK and DATELINE.match(context.rest) is not None)


def _context(text: str, start: int, end: int, match: re.Match[str], story: _Story) -> Context:
    before = text[max(start, match.start() - CLAUSE) : match.start()]
    rest = text[match.end() : min(end, match.end() + CLAUSE)]
    of_speech = story.deed is not None and (story.day is None or story.day_told < story.sentence)
    # "stormed it on Monday, officials said on Tuesday": from the Monday the next sentences go on
    near = 0 < story.sentence - story.day_told <= STORY_REACH
    said_too = near and story.deed is not None and story.deed_told == story.day_told and story.deed != story.day
    mark = _mark_of_future(before, rest)
    spoke = story.day if story.day_told == story.sentence and story.begun else None
    standing = not _standing().isdisjoint(re.findall(r"\w+", before.lower()))
    return Context(
        published=story.published,
        narrative=story.deed if said_too else story.day,
        night=story.night,
        nights=story.deed_nights if said_too else story.nights,
        deed=story.deed if of_speech else story.day,
        part="" if said_too else story.part,
        begun=story.begun,
        heads=story.sentence == 0,
        deed_nights=story.deed_nights if of_speech else story.nights,
        era=story.era,
        quarter=story.quarter,
        ahead=bool(mark),
        from_then=spoke if mark in BACKSHIFTED else None,
        standing=standing,
        counted=_passed(before),
        before=before[-NEARBY:].rstrip(),
        rest=rest[:NEARBY],
        told=story.told,
        sentence=(start, end),
    )


def _passed(before: str) -> int:
    """The days that have passed since a day that "a week after" stands in front of; 0 where that lies ahead."""
    counted = COUNTED_FROM.search(before[-NEARBY:].rstrip()) if "after" in before else None
    if counted is None or counted["way"].lower() != "after" or counted["n"] is None:
        return 0
    count = 1 if counted["n"].lower() == "the" else count_of(counted["n"]) or 0
    unit = {"day": 1, "week": WEEK}.get(counted["unit"].lower(), 0)
    return 0 if not unit or _ahead(before[: -len(counted[0])], "") else count * unit


def _ahead(before: str, rest: str) -> bool:
    """Whether the clause around a day speaks of what is to come ("will meet on Friday")."""
    return bool(_mark_of_future(before, rest))


def _mark_of_future(before: str, rest: str) -> str:
    """The words by which the clause around a day speaks of what is to come, in lower case; "" where it does not."""
    marks, ends = _future()
    words = CLAUSES.split(before)[-1].rpartition(" but ")[2].split()[-FUTURE_REACH:]
    near = " ".join(words)
    *_, last = [None, *marks.finditer(near)]
    if last and not ends.search(near, last.end()) and not HAD_BEEN.search(near) and not _in_vain(near, last):
        return last[0].lower()
    present, stops = _future_near()
    nearer = " ".join(words[-PRESENT_REACH:])
    found = present.search(nearer)
    if found and not stops.search(nearer):
        return found[0].lower()
    if _future_after().match(rest):
        return "after"
    if not CLAUSE_START.search(before):
        return ""
    following = " ".join(rest.split()[:OPENING_REACH])
    mark, past = marks.search(following), ends.search(following)
    if mark is None:
        mark = present.search(following)
        past = mark and (stops.search(following, 0, mark.start()) or TOLD_VERB.search(following))
    return mark[0].lower() if mark is not None and (past is None or mark.start() < past.start()) else ""


def _in_vain(near: str, mark: re.Match[str]) -> bool:
    """Whether "to meet" is what failed, or what was done: "they failed to meet on Monday"."""
    return mark[0].lower().startswith("to ") and DONE_TO.search(near, 0, mark.start()) is not None


@cache
def _standing() -> frozenset[str]:
    return frozenset(time_words().words["standing"])


@cache
def _future() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = time_words().words
    marks = re.compile(rf"(?<!\w){any_of(words['future'])}(?!\w)", re.IGNORECASE)
    return marks, re.compile(rf"(?<!\w){any_of(words['future_ends'])}(?!\w)", re.IGNORECASE)


@cache
def _future_near() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What speaks of the future right before a day, and what it may not stand with."""
    words = time_words().words
    may = rf"(?:could|may|might)(?!(?:n['’]t|\s+{any_of(words['may_not'])})\b)"
    plural = r"(?:(?<=[a-z]s\s)(?<!\bits\s)(?<!\bhis\s)(?<!\bthis\s)|(?<=\bthey\s)|(?<=\bpeople\s)|(?<=\bchildren\s))"
    stops = [*words["future_not"], *words["said"], "after", "since", "who", "which", "when", "was", "were", "had"]
    return (
        re.compile(rf"(?<!\w)(?:{any_of(words['future_near'])}|{may}|{plural}{any_of(words['future_plural'])})(?!\w)"),
        re.compile(rf"(?<!\w){any_of(stops)}(?!\w)", re.IGNORECASE),
    )


@cache
def _speech() -> re.Pattern[str]:
    """What stands before a day on which somebody spoke: "told reporters on Tuesday"."""
    return re.compile(rf"(?<!\w){any_of(time_words().words['said'])}(?:\s+[\w.'’-]+){{0,4}}$", re.IGNORECASE)


@cache
def _future_after() -> re.Pattern[str]:
    return re.compile(rf"\s*{any_of(time_words().words['future_after'])}\b", re.IGNORECASE)


@cache
def _rules() -> tuple[Rule, ...]:
    return (*day_rules(), *quarter_rules(), *era_rules(), *span_rules(), *story_rules())


@cache
def _governing_rules() -> tuple[Rule, ...]:
    """The rules for what "two days after" may count from."""
    return (*day_rules(), *holiday_rules())


@cache
def _rules_for(kinds: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that can match a sentence with these kinds of hints; there are far fewer such sets than sentences."""
    return tuple(rule for rule in _rules() if rule.needs & kinds)
