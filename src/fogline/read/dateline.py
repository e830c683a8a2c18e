"""Where a dateline ends: "KAZAN, Russia, Dec 21 – " says where a report was filed, not where something happened."""

import re
from functools import cache

from fogline.lexicon.names import pieces
from fogline.lexicon.saying import saying
from fogline.lexicon.time import time_words
from fogline.read.calendar_words import any_of
from fogline.read.hits import find_hits

# An opening of at most 70 characters up to a dash, or the closing of an agency's name.
DATELINE = re.compile(r"[A-Z\u00C0-\u00DE][^\n]{2,70}?(?:[) ]\s?(?:-|–|—|--)\s|\)[;:]\s|\./\s|/\.\s)")
OWN_WORDS = re.compile(r"\b(?:I|we|our|us|my)\b", re.IGNORECASE)
FIRST_WORD = re.compile(r"[^\W\d_]+")
CAPITALS = 3  # letters of its first word, all capitals
STORY_WORDS = 12  # a paragraph of a story, not of a list of posts, has at least so many
POST_WORDS = 25  # and one that is all of a report: "Sumy: strike on the centre, 34 dead" is a post on the town
DASH = r"\s?(?:-|–|—|--|:)\s+(?=[\"“'‘«(]?[A-Z\u00C0-\u00DE])"


def dateline_end(text: str, start: int, end: int, opens: bool) -> int:
    """Offset behind the dateline that begins text[start:end], or `start` where there is none.

    The text's first paragraph (`opens`) may also begin with one in small letters: "Niamey, 26 April 2025 – ",
    "(Washington) – ". Further down that would be an entry on a place.
    """
    match = DATELINE.match(text, start, end)
    first = FIRST_WORD.match(text, start)
    if match and first and len(first.group()) >= CAPITALS and first.group().isupper():
        return match.end()
    small = _small().match(text, start, end) if opens else None
    small = small or (_dated().match(text, start, end) or _alone(text, start, end) if opens else None)
    return small.end() if small else start


def _alone(text: str, start: int, end: int) -> re.Match[str] | None:
    """A town before a dash or a full stop, where no other paragraph begins so: a list of the day has many."""
    for form in (_bare(), _by_agency(), _stopped(), _before_colon()):
        match = form.match(text, start, end)
        if match is not None:
            alone = not text[end:].strip()
            told = form is not _before_colon() or (
                _tells(text[match.end() : end], alone) and not _speaks(match.group(1))
            )
            return match if told and not form.search(text, end) else None
    return None


def _tells(paragraph: str, alone: bool) -> bool:
    """Whether a paragraph is a story's, told of others: long, longer where it is `alone`, in nobody's own words."""
    least = POST_WORDS if alone else STORY_WORDS
    return len(paragraph.split()) >= least and OWN_WORDS.search(paragraph) is None


def _speaks(name: str) -> bool:
    """Whether a name before a colon is of somebody who can speak, or of a land: a city that stands for one is none."""
    forms = {hit.form for hit in find_hits(name, pieces(name))}
    return bool(forms - {"metonym"})


@cache
def _stopped() -> re.Pattern[str]:
    """A town, a date and a year or an agency up to a full stop: "Goma, 9 March 2025. ", "MOSCOW, March 10 (TASS). "."""
    month = any_of(time_words().months)
    word = r"[A-Z\u00C0-\u00DE][\w'’]+"
    town = rf"{word}(?:[ -]{word}){{0,2}}(?:, {word})?"
    date = rf"(?:{month}\.?\s\d{{1,2}}|\d{{1,2}}\s{month}\.?)"
    filed = r"(?:,?\s\d{4}(?:\s?\([A-Z][^()\n]{1,30}\))?|\s?\([A-Z][^()\n]{1,30}\))"
    return re.compile(rf"(?m)^{town},\s{date}{filed}\.\s(?=[\"“]?[A-Z\u00C0-\u00DE])")


@cache
def _bare() -> re.Pattern[str]:
    """A town of at most three words at the head of a line, and the land behind it, up to a dash: "Maputo — "."""
    words = time_words()
    clock = any_of((*words.months, *words.weekdays, *words.weekday_abbreviations))
    word = r"[A-Z\u00C0-\u00DE][a-z\u00DF-\u017F'’]+"
    town = rf"{word}(?:[ -]{word}){{0,2}}"
    return re.compile(rf"(?m)^(?!{clock}\b){town}(?:,\s{town})?\s[—–:]\s(?=[\"“]?[A-Z\u00C0-\u00DE])")


@cache
def _by_agency() -> re.Pattern[str]:
    """A town and the agency in brackets, up to a dash: "Aden (dpa) - "; no town and its land in brackets."""
    word = r"[A-Z\u00C0-\u00DE][\w'’]+"
    agency = rf"(?:[a-z]{{2,5}}|[A-Z]{{2,8}}|(?:{saying().media.pattern}))"
    return re.compile(
        rf"(?m)^{word}(?:[ -]{word}){{0,2}}(?:, {word})?\s\({agency}\)\s?[-–—]+\s(?=[\"“]?[A-Z\u00C0-\u00DE])"
    )


@cache
def _before_colon() -> re.Pattern[str]:
    """A town of at most three words, and a date behind it, before a colon: "Imphal: ", "GUWAHATI, Nov 12: "."""
    words = time_words()
    clock = any_of((*words.months, *words.weekdays, *words.weekday_abbreviations))
    word = r"[A-Z\u00C0-\u00DE][\w'’-]+"
    month = any_of(words.months)
    date = rf"(?:,\s(?:{month}\.?\s\d{{1,2}}|\d{{1,2}}\s{month}\.?))?"
    return re.compile(rf"(?m)^(?!{clock}\b)({word}(?: {word}){{0,2}})(?:, {word})?{date}:\s(?=[A-Z\u00C0-\u00DE])")


@cache
def _dated() -> re.Pattern[str]:
    """A full date before a bar: "Nov. 12, 2025 | "."""
    month = any_of(time_words().months)
    date = rf"(?:{month}\.?\s\d{{1,2}},?|\d{{1,2}}\s{month}\.?,?)\s\d{{4}}"
    return re.compile(rf"{date}(?:,?\s\d{{1,2}}[:.]\d{{2}})?\s?\|\s")


@cache
def _small() -> re.Pattern[str]:
    """A town with a date, or in brackets, up to a dash; one that begins with the date is the time of an entry.

    "Juba, 6 June 2015, Saturday (SNA): ", "Juba, Saturday (SNA): ", "(Nairobi, 6 June 2015) – ".
    """
    words = time_words()
    month = any_of(words.months)
    clock = any_of((*words.months, *words.weekdays, *words.weekday_abbreviations))
    date = rf"(?:{month}\.?\s\d{{1,2}}|\d{{1,2}}\s{month}\.?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})"
    weekday = any_of((*words.weekdays, *words.weekday_abbreviations))
    town = rf"(?!{clock}\b)[A-Za-z\u00C0-\u017F][^\n\d:]{{2,40}}?"
    by = r"\s?\([^)\n]{2,40}\)"
    dated = rf"{town},?\s{date}(?:,?\s\d{{4}})?(?:,\s{weekday})?(?:{by})?{DASH}|{town},\s{weekday}{by}{DASH}"
    day = rf"(?:,?\s{date}(?:,?\s\d{{4}})?)?"
    bracketed = rf"\([A-Z\u00C0-\u00DE][^)\n\d]{{2,30}}?{day}\)"
    return re.compile(rf"{dated}|{bracketed}{DASH}|{bracketed}\s(?=[A-Z\u00C0-\u00DE])")
