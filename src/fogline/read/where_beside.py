"""What stands around a name of a text: its type word, its preposition, the list that it is in."""

import re
from dataclasses import replace
from typing import Final

from fogline.lexicon.places import PlaceWords, place_words
from fogline.read.where_story import Name, Story, TypeWord

LOCAL_AREA: Final = ["local", "government", "area"]  # what districts are called in Nigeria
MAX_BACK: Final = 4  # words between a preposition and its name: "in the besieged northern city of X"
NOTE: Final = re.compile(r"\s?[:|]\s|\s[–—-]\s")  # between the town of a note and what it tells
MOST_BETWEEN: Final = 4  # words between a town and what befell it: "had been repeatedly shelled"
FACILITY_SORTS: Final = 2  # words between a town and a facility called after it: "the Odesa oil | depot"
FALLS: Final = ("fell", "falls", "fallen")
COMES: Final = ("came", "comes", "come", "coming")
UNDER = 3  # words behind "under" in which it is told what: "under renewed drone attack"
BETWEEN: Final = frozenset(" -–\u00a0\n'’s")  # characters between a preposition and its name


def describe(story: Story, name: Name) -> Name:
    """The name with its type word and its preposition."""
    if name.demonym:
        return name
    lexicon = place_words()
    typed, first, last = _type(story, name, lexicon)
    by = _preposition(story, first, name.sentence, lexicon)
    noun = story.folded(first if first < name.first else name.last + 1, name.sentence)
    return replace(
        name,
        village=typed == "settlement" and noun in lexicon.village,
        typed=typed,
        to=story.words[last].end,
        by=by,
        struck=story.folded(first - 1, name.sentence) in lexicon.struck
        or _suffers(story, name, lexicon)
        or _heads_note(story, name, last),
        seated=_has_facility(story, name, lexicon),
    )


def _has_facility(story: Story, name: Name, lexicon: PlaceWords) -> bool:
    """Whether a facility behind a name is called after its town: "the Konotop locomotive depot"."""
    at = name.last + 1
    while at <= name.last + FACILITY_SORTS and story.folded(at, name.sentence) in lexicon.town_facility_sorts:
        at += 1
    adjoined = all(story.adjoins(k, k + 1) for k in range(name.last, at))
    return adjoined and story.folded(at, name.sentence) in lexicon.town_facilities


def _heads_note(story: Story, name: Name, last: int) -> bool:
    """Whether a name opens its sentence as what a note is on: "Jenin: soldiers entered the camp", "Kherson. A shell".

    `last` is the last word of the name with its type word.
    """
    sentence = story.sentences[name.sentence]
    if any(letter.isalnum() for letter in story.text[sentence.start : name.start]):
        return False
    behind = story.text[story.words[last].end : sentence.end]
    return NOTE.match(behind) is not None or not behind.strip(" .")


def _suffers(story: Story, name: Name, lexicon: PlaceWords) -> bool:
    """Whether words behind a name tell what befalls towns: "was shelled", "fell to the rebels", "came under fire"."""
    at, between = name.last + 1, 0
    while between < MOST_BETWEEN and story.folded(at, name.sentence) in lexicon.befalling:
        at, between = at + 1, between + 1
    word, following = story.folded(at, name.sentence), story.folded(at + 1, name.sentence)
    if word in lexicon.befallen:
        return between > 0 or following == "by"
    if word in FALLS:
        return following in ("to", "into")
    at += word in COMES
    behind = [story.folded(at + ahead, name.sentence) for ahead in range(1, 1 + UNDER)]  # "under Houthi drone attack"
    return story.folded(at, name.sentence) == "under" and not lexicon.under.isdisjoint(behind)


def _type(story: Story, name: Name, lexicon: PlaceWords) -> tuple[TypeWord | None, int, int]:
    """The type word beside a name, the first word of the whole phrase, the last word that belongs to the mention."""
    after = story.folded(name.last + 1, name.sentence) if story.adjoins(name.last, name.last + 1) else ""
    last = name.last + 1
    after = "" if types_next(story, last) else after
    if [story.folded(name.last + ahead, name.sentence) for ahead in (1, 2, 3)] == LOCAL_AREA:
        return "district", name.first, name.last + len(LOCAL_AREA)
    if after in lexicon.type_modifiers:
        last = name.last + 2
        after = story.folded(last, name.sentence)
    typed = _type_behind(after, name, lexicon)
    if typed and typed not in {"settlement", "facility"}:
        return typed, name.first, last
    if typed == "settlement":
        return typed, name.first, name.last
    before, first = _type_before(story, name, lexicon)
    return (before, first, name.last) if before else (typed, name.first, name.last)


def types_next(story: Story, at: int) -> bool:
    """Whether a word for a settlement types the name behind it: "the southern Gaza city of Khan Younis"."""
    sentence = story.sentence_of[at] if at < len(story.words) else -1
    noun = story.word(at, sentence)
    if noun is None or noun.capital or noun.folded not in place_words().settlement:
        return False
    named = story.word(at + 2, sentence)
    return story.folded(at + 1, sentence) == "of" and named is not None and named.capital


def _type_behind(after: str, name: Name, lexicon: PlaceWords) -> TypeWord | None:
    if after in lexicon.district and after in lexicon.region and "district" in name.kinds():
        return "district"  # "Beni territory"
    if after in lexicon.region and not (after in lexicon.loose_regions and name.kinds() & {"settlement"}):
        return "region"
    if after in lexicon.district:
        return "district"
    if after in lexicon.quarter:
        return "quarter"
    if after in lexicon.settlement:
        return None if "country" in name.kinds() else "settlement"  # "a south Lebanon town", "a Niger village"
    return "facility" if after in lexicon.facility else None


def _type_before(story: Story, name: Name, lexicon: PlaceWords) -> tuple[TypeWord | None, int]:
    of = story.folded(name.first - 1, name.sentence) == "of"
    first = name.first - 2 if of else name.first - 1
    noun = story.folded(first, name.sentence)
    listed = noun.endswith("s") and story.gap(first, name.first) == ": "
    if not of and not listed and not story.adjoins(first, name.first):
        return None, name.first
    if noun in lexicon.settlement:
        return "settlement", first
    if of and noun in lexicon.region:
        return "region", first
    return ("district", first) if of and noun in lexicon.district else (None, name.first)


def _preposition(story: Story, first: int, sentence: int, lexicon: PlaceWords) -> str:
    """The preposition before a name: "in" of "in the northern city of X", "" where none governs it."""
    for at in range(first - 1, first - 1 - MAX_BACK, -1):
        word = story.folded(at, sentence)
        if not word or not BETWEEN.issuperset(story.gap(at, at + 1)):
            return ""
        if word in lexicon.inside or word in lexicon.toward or word in lexicon.party_prepositions:
            return word
        if word not in lexicon.filler and word not in lexicon.directions and word not in lexicon.settlement:
            return ""
    return ""


def inherit(story: Story, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Give the names of a list the preposition, or the verb, of its first: "in Kyiv, Lviv and Odesa"."""
    out: list[Name] = []
    for name in names:
        by = name.by
        if _plural_type(story, name):
            _type_list(story, out, name)
        struck = name.struck
        if out and not by and _goes_on_list(story, out[-1], name):
            by, struck = out[-1].by, struck or out[-1].struck
        same = by == name.by and struck == name.struck
        out.append(name if same else replace(name, by=by, struck=struck))
    return tuple(out)


def _goes_on_list(story: Story, before: Name, name: Name) -> bool:
    plain = not name.demonym and not before.demonym and before.sentence == name.sentence
    return plain and is_list(story.text[before.to : name.start])


def _type_list(story: Story, out: list[Name], last: Name) -> None:
    """Give the type of the last name of a list to those before it: "the Belgorod, Bryansk and Kursk regions"."""
    start = last.start
    for at in range(len(out) - 1, -1, -1):
        if out[at].demonym or out[at].typed or not is_list(story.text[out[at].to : start]):
            return
        start = out[at].start
        out[at] = replace(out[at], typed=last.typed)


def _plural_type(story: Story, name: Name) -> bool:
    """Whether a type word in the plural stands behind a name: "the Bryansk and Kaluga regions"."""
    plural = story.text[name.end : name.to].casefold().endswith("s")
    return name.typed in {"region", "district"} and plural


def is_list(between: str) -> bool:
    """Whether what stands between two names makes a list of them: a comma, "and", "or"."""
    return between.strip() in {",", "and", ", and", "or", ", or", "/", "as well as", "and the", ", the", "&"}
