"""Which words at the head of a report or a section only say who filed it, where and when?"""

import re
from typing import Final

from fogline.read.text import Sentence
from fogline.read.where_story import Story

# Where a report was filed: "PORT SUDAN, Nov 18 -", "KYIV, Ukraine (Agency) —" at the beginning of a paragraph.
DATELINE: Final = re.compile(r"[A-Z\u00C0-\u00DE][^\n]{2,70}?(?:[) ]\s?(?:-|–|—|--)\s|\./|/\.|:\s)")
MASTHEAD: Final = re.compile(r"\b\d{1,2}\b.*\b(?:19|20)\d\d\b|\bed(?:ition|\.)")
MASTHEAD_WORDS: Final = 16
DATED: Final = re.compile(r"\d|\(|/")
SMALL_WORD: Final = re.compile(r"(?<![\w.'’-])[a-z]{4,}")
BRACKETS: Final = re.compile(r"\([^()]*\)")
DATELINE_CAPITALS: Final = 3  # letters of its first word, all capitals


def datelines(story: Story) -> dict[int, int]:
    """Where the dateline of a sentence ends, for the sentences that begin with one.

    Deep in a report only a date or an agency makes one: elsewhere "KHARKIV - " heads a section on that place.
    """
    found = {}
    opening = min((s.paragraph for s in story.sentences if s.part == "body"), default=0)
    for position, sentence in enumerate(story.sentences):
        if sentence.paragraph <= opening and (sentence.part == "byline" or _masthead(story, sentence)):
            found[position] = sentence.end
            continue
        match = DATELINE.match(story.text, sentence.start, sentence.end)
        heading = sentence.part == "headline"  # "PORT SUDAN: berths reopen" says where that is
        if match and not heading and (sentence.paragraph <= opening or DATED.search(match.group())):
            first = re.match(r"[^\W\d_]+", match.group())
            if (
                first
                and first.group().isupper()
                and len(first.group()) >= DATELINE_CAPITALS
                and not _tells(match.group())
            ):
                found[position] = match.end()
    return found


def _tells(words: str) -> bool:
    """Whether words at the head of a line tell something: "RSF shelling of Abu Shouk: two dead"."""
    return SMALL_WORD.search(BRACKETS.sub("", words)) is not None


def _masthead(story: Story, sentence: Sentence) -> bool:
    """Whether a line at the head of a report only says who published it when: "Radio X, Goma, 1 March 2026"."""
    if sentence.part == "headline" or len(sentence.text.split()) > MASTHEAD_WORDS or not MASTHEAD.search(sentence.text):
        return False
    doc = story.docs.get(sentence.index)
    return doc is None or not any(token.pos_ in ("VERB", "AUX") for token in doc)
