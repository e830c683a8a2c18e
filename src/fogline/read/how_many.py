"""How many: which counts does a sentence give of the killed, the injured, the drones sent and shot down?

A count is read from the number and its bounds, the noun that it counts, and what the parse says of that noun. Heights,
ages, prices and names with a number in them are never counts. Totals over a longer time, parts of another count and
earlier states of it are marked.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc, Token

from fogline.lexicon.figures import count_words
from fogline.lexicon.numbers import number_words
from fogline.model.figure import Figure
from fogline.model.mention import FigureMention, PartyMention
from fogline.read.bonds import of_a_noun
from fogline.read.counted import Count, find_counts, noun_classes
from fogline.read.figure_again import counted_again
from fogline.read.figure_all import all_of_them, all_sent, without_the_rest
from fogline.read.figure_behind import said_behind
from fogline.read.figure_beside import told_beside
from fogline.read.figure_charged import in_a_charge
from fogline.read.figure_choice import CROWD, MUNITION, PEOPLE_ORDER, PERSON, choose
from fogline.read.figure_found import FoundFigure
from fogline.read.figure_none import NEITHER, is_nobody, zeros_of
from fogline.read.figure_parts import by_town, with_parts
from fogline.read.figure_patterns import pattern
from fogline.read.figure_sums import merge_sums, with_jammed, with_named
from fogline.read.figure_tellings import (
    Telling,
    phrases,
    plain_tellings,
    tellings,
)
from fogline.read.figure_tolls import told_as_toll
from fogline.read.figure_turns import dead_in_turn
from fogline.read.figure_whole import TOLD_AGAIN, of_part, of_whole
from fogline.read.numbers import OLDEST
from fogline.read.text import Sentence

ONE_COUNTS = ("killed", "injured", "missing", "captured", "detained", "intercepted")
PARTY_FORMS = ("name", "demonym", "metonym", "description")
NONE_COUNTS = (
    "killed",
    "injured",
    "missing",
    "captured",
    "detained",
    "intercepted",
    "hit",
)  # of which it is news that none were
OF_A_WHOLE = (["of"], ["of", "the"], ["out", "of"], ["out", "of", "the"])  # between a part and its whole
DONE_TO_SENT = ("intercepted", "hit")  # to some of the munitions that were launched
AGE_AT = 1  # tokens behind a name and its comma
CROWDS = ("displaced", "evacuated", "protesters")
OUTWEIGH = ("killed", "detained", "captured")  # what is told of people besides that they are in hospital
OF_WHICH = re.compile(r"\s+of\s+(?:them|which|these|those)\b")
OF_BEFORE = re.compile(r"\b[Oo]f (?:the |these |those )?$")
MANY = 100  # dead, more than die of the wounds of one blow later on
EVER_SINCE = re.compile(r"(?:\s+[\w’'-]+){1,6}?\s+since(?:\s+then)?\s*(?:[,.;]|$)")
OF_THEM = re.compile(r"\s+(?:more\s+)?of\s+(?:them|these|those)\b")
AIMED = ("target", "aim")  # "no ship was targeted" does not count hits


def find_figures(
    sentence: Sentence, doc: Doc, parties: Sequence[PartyMention] = (), before: Sequence[FigureMention] = ()
) -> list[FigureMention]:
    """The figures that a sentence gives, in order of their place, offsets in the report's full text.

    `doc` is the parse of exactly that sentence. `parties` of the report tell whose loss a figure is: "12 Russian
    soldiers". `before` are the figures of the sentence before, which "all were shot down" speaks of.
    """
    return list(find_told(sentence, doc, parties, before))


def find_told(
    sentence: Sentence, doc: Doc, parties: Sequence[PartyMention] = (), before: Sequence[FigureMention] = ()
) -> dict[FigureMention, tuple[Count, Telling | None]]:
    """The figures of `find_figures`, each with its count and what is said of it (None for a toll or a zero)."""
    counts = find_counts(doc)
    parts = by_town(doc.text, with_parts(doc.text, counts, _all(doc, counts, before)))
    found = with_jammed(with_named(merge_sums(parts), {item.count.head.i for item in parts if item.figure}))
    text = doc.text
    told_to = _before_totals(text, found)  # of a total the period is told, not of the others
    periods = pattern("period").finditer(text, 0, told_to) if found else ()
    period = next((p for p in periods if not pattern("record").search(text[: p.start()])), None)
    mentions: dict[FigureMention, tuple[Count, Telling | None]] = {}
    for item in found:
        mention = FigureMention(
            sentence.start + item.start,
            sentence.start + item.end,
            item.figure,
            item.value,
            of=_whose(item, sentence.start, parties),
            subset=item.subset or _some_told_before(text, item, before),
            period=item.total
            or (
                period is not None
                and _same_clause(text, item, period.start(), counts)
                and not _told_of_a_noun(doc, period.start(), item.count.head)
            )
            or in_a_charge(item)
            or _ever_since(text, item)
            or _only_remembered(item),
            former=item.former,
        )
        mentions.setdefault(mention, (item.count, item.telling))
    ordered = sorted(mentions, key=lambda mention: (mention.start, mention.end, mention.figure))
    return {mention: mentions[mention] for mention in ordered}


def _before_totals(text: str, found: Sequence[FoundFigure]) -> int:
    """Where the words for the first total begin: "…, taking the toll of the war to 80"; the text's end without one."""
    start = min((item.start for item in found if item.total), default=None)
    led = list(pattern("led").finditer(text, 0, start)) if start is not None else []
    return led[-1].start() if led else len(text) if start is None else 0


def _ever_since(text: str, item: FoundFigure) -> bool:
    """Whether many have died since something began: "the revolt began in 2016; more than 6,000 have died since"."""
    many = item.figure in ("killed", "injured") and item.value.low >= MANY
    return many and EVER_SINCE.match(text, item.end) is not None


def _some_told_before(text: str, item: FoundFigure, before: Sequence[FigureMention]) -> bool:
    """Whether "nine of them" are some of as many or more, of whom the sentence before said the same."""
    if not OF_THEM.match(text, item.count.number_end):
        return False
    return any(f.figure == item.figure and not f.subset and f.value.low >= item.value.low for f in before)


def _only_remembered(item: FoundFigure) -> bool:
    """Whether the counted are those of whom an anniversary or a memorial tells."""
    return any(up.lemma_.lower() in count_words().marks["remembered"] for up in item.count.head.ancestors)


def _all(doc: Doc, counts: Sequence[Count], before: Sequence[FigureMention]) -> list[FoundFigure]:
    """Every figure of every count, before parts and sums are told apart."""
    counts = [count for count in counts if not _in_so_many(count)]
    munitions = any(MUNITION in count.classes for count in counts) or (bool(counts) and _names_munitions(doc))
    munitions = munitions or any(mention.figure in ("launched", "intercepted") for mention in before)
    text = doc.text  # worked out anew whenever it is asked for
    found: list[FoundFigure] = []
    for index, count in enumerate(counts):
        toll = told_as_toll(text, count, _last_people(found, before, count))
        if toll:
            found.append(toll)
        elif count.kind == "none" and (zeros := zeros_of(count)):
            found += zeros
        elif count.kind == "number" and (beside := told_beside(text, count, found)):
            other = _outweighing(doc, count, munitions) if beside == "injured" else []
            found += other or [FoundFigure(count, beside, count.value, count.start, count.end)]
        elif (whole := _whole_of(doc, counts, index)) is not None:
            found += of_part(count, whole, found, munitions)
            found += of_whole(count, whole, found, munitions)
            wholes = {item.figure for item in found if item.count is count}
            found = [replace(i, subset=i.subset or (i.count is whole and i.figure in wholes)) for i in found]
            if any(item.count is count and item.figure == "launched" for item in found):
                found = [item for item in found if item.count is not whole or item.figure != "launched"]
        else:
            told = _told(doc, _of_people(count, found, munitions), munitions)
            again = None if told else counted_again(count, _last_people(found, before, count))
            found += [FoundFigure(count, again, count.value, count.start, count.end)] if again else told
    found = without_the_rest(doc.text, found, before)
    found += all_sent(doc.text, found, before)
    turns = dead_in_turn(doc)
    found = [item for item in found if item.figure != "killed" or item.value.low != 1] if turns else found
    return found + turns + all_of_them(doc, found, before) + _without(doc, found) + _sent_before(counts, found)


def _outweighing(doc: Doc, count: Count, munitions: bool) -> list[FoundFigure]:
    """What weighs more of those in care, told behind them: "nine in critical condition died"; not "two dead, six …"."""
    told = [item for item in _told(doc, count, munitions) if item.figure in OUTWEIGH]
    return [i for i in told if i.figure != "killed" or (i.telling is not None and _tells_after_all(i.telling, count))]


def _tells_after_all(telling: Telling, count: Count) -> bool:
    """Whether the dead are told of behind a count, or it is of their bodies: not "two dead, six in hospital"."""
    return telling.word.idx > count.start or telling.role == "of"


def _of_people(count: Count, found: Sequence[FoundFigure], munitions: bool) -> Count:
    """A number without a noun, of people where those counted before it are: "four died and another 23 were treated".

    "21 others were treated" are people wherever no munitions are told of.
    """
    others = count.noun is not None and count.noun.lower_ == "others"
    bare = count.kind == "number" and not count.classes and (others or count.noun is None or count.noun.pos_ == "NUM")
    bare = bare and count.head.dep_ in ("nsubj", "nsubjpass")
    people = others or (bool(found) and found[-1].figure in PEOPLE_ORDER)
    return replace(count, classes=frozenset({PERSON})) if bare and people and not munitions else count


def _sent_before(counts: Sequence[Count], found: Sequence[FoundFigure]) -> list[FoundFigure]:
    """What was sent, of "of 36 drones, 31 were shot down" and "40 drones, 33 of them shot down"."""
    out = []
    for whole, part in pairwise(counts):
        if MUNITION not in whole.classes:
            continue
        text = whole.head.doc.text
        of = OF_BEFORE.search(text[: whole.start]) and text[whole.end : part.start].strip() == ","
        of = of or (OF_WHICH.match(text, part.number_end) and ";" not in text[whole.end : part.start])
        done = any(item.count is part and item.figure in DONE_TO_SENT for item in found)
        if of and done and not any(item.count is whole for item in found):
            out.append(FoundFigure(whole, "launched", whole.value, whole.start, whole.end))
    return out


def _in_so_many(count: Count) -> bool:
    """Whether only the times are counted at which munitions came: "fired 40 missiles in two salvos"."""
    times = count.head.lower_.removesuffix("s") in count_words().marks["volleys"]
    return times and count.head.dep_ == "pobj" and count.head.head.lower_ == "in"


def _without(doc: Doc, found: Sequence[FoundFigure]) -> list[FoundFigure]:
    """Neither killed nor hurt, of "without causing casualties"."""
    match = pattern("harmless").search(doc.text)
    if match is None or any(item.figure in ("killed", "injured") for item in found):
        return []
    start, end = match.span()
    first = next(token for token in doc if token.idx + len(token) > start)
    count = Count(start, end, NEITHER, first, None, frozenset(), "none", start, end)
    lives = set(match.group().lower().split()) & {*count_words().marks["lives"]}  # "with no loss of life"
    harm = ("killed",) if lives else ("killed", "injured")
    return [FoundFigure(count, figure, NEITHER, start, end) for figure in harm]


def _names_munitions(doc: Doc) -> bool:
    return any(MUNITION in noun_classes(token) for token in doc if token.pos_ in ("NOUN", "PROPN"))


def _told(doc: Doc, count: Count, munitions: bool) -> list[FoundFigure]:
    """The figures that the parse gives a count."""
    span = doc.char_span(count.start, count.end, alignment_mode="expand")
    start, end = (span.start, span.end) if span is not None else (count.head.i, count.head.i + 1)
    said = plain_tellings(count.head) if count.kind == "name" else tellings(count.head, count.noun, start, end)
    own = count.kind == "number" and _begins_a_clause(doc, count, end)
    chosen = choose(count, list(said_behind(doc, end)), munitions) if own else ()
    chosen = chosen or choose(count, said, munitions)
    if not chosen and count.kind == "number":
        chosen = choose(count, list(said_behind(doc, end)), munitions)
    if count.kind in ("one", "name"):
        counts = (*ONE_COUNTS, "launched") if _beside_a_number(count.head) else ONE_COUNTS
        chosen = tuple(pair for pair in chosen if not pair[1].weak and pair[0] in counts and not _body(pair[1]))
    if count.kind == "name" or (count.kind == "one" and not count.classes):
        chosen = tuple(p for p in chosen if _plain(p[1]) or _by_what_hit(p[1], count) or _aged(p[1], count.head))
    value = count.value
    found = []
    for figure, telling in chosen:
        if count.kind == "none" and (figure not in NONE_COUNTS or telling.word.lemma_ in AIMED):
            continue
        without = any(token.lower_ == "without" for token in (telling.word.head, *telling.word.lefts))
        told = _nth(count) if figure == "killed" and count.kind == "one" else value
        found.append(FoundFigure(count, figure, NEITHER if without else told, count.start, count.end, telling))
    if count.kind == "none":
        killed = any(item.figure == "killed" for item in found)
        unhurt = [item for item in found if item.figure == "injured" and is_nobody(item)]
        found += [replace(item, figure="killed") for item in unhurt if not killed]
    return found


def _begins_a_clause(doc: Doc, count: Count, end: int) -> bool:
    """Whether the parse joins the subject of a clause to a noun before: "the bodies of five and six were hurt"."""
    joined = any(t.dep_ == "conj" for t in (count.head, *([count.noun] if count.noun is not None else [])))
    return joined and end < len(doc) and doc[end].lower_ in ("was", "were", "are", "is")


def _beside_a_number(head: Token) -> bool:
    """Whether what is told of as one is joined to what is counted: "two missiles and a drone"."""
    return any(child.dep_ == "nummod" for other in head.conjuncts for child in other.children)


def _body(telling: Telling) -> bool:
    """Whether one body is told of, which moves a toll told elsewhere: "found the body of a man"."""
    return (
        telling.role == "of"
        and telling.word.tag_ == "NN"
        and telling.word.lemma_.lower() in count_words().marks["remains"]
    )


def _nth(count: Count) -> Figure:
    """How many are dead with the last of them: "a sixth passenger has died", "A sixth has died"."""
    ordinals = number_words().ordinals
    alone = [count.head] if count.start == 0 else []
    nth = [ordinals[word.lower_] for word in (*count.head.children, *alone) if word.lower_ in ordinals]
    return Figure(nth[0], nth[0]) if nth else count.value


def _plain(telling: Telling) -> bool:
    """Whether a name or "the pilot" is told of plainly enough to count one: "was killed", "died"."""
    word = telling.word
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in word.children)
    if telling.role == "object":
        return passive or (word.tag_ == "VBG" and word.dep_ in ("advcl", "conj", "acl"))
    return telling.role == "subject" and bool(phrases(word) & set(count_words().marks["plain"]))


def _aged(telling: Telling, head: Token) -> bool:
    """Whether somebody named with his age or office is hit: "killed Omar Diallo, 34", "killed Mayor Diallo"."""
    if telling.role == "object" and head.tag_ == "NNP" and any("person" in noun_classes(c) for c in head.lefts):
        return True
    behind = [token.text for token in head.doc[head.i + 1 : head.i + 4]]
    named = telling.role == "object" and head.tag_ == "NNP" and len(behind) > AGE_AT + 1 and behind[0] in (",", "(")
    return (
        named and behind[AGE_AT].isdigit() and int(behind[AGE_AT]) <= OLDEST and behind[AGE_AT + 1] in (",", ")", ".")
    )


def _by_what_hit(telling: Telling, count: Count) -> bool:
    """Whether what hit somebody told of by what he is did him harm: "the blast killed the driver"."""
    known = count.noun is not None and count.noun.tag_ == "NN" and "person" in count.classes
    doers = [child for child in telling.word.children if child.dep_ == "nsubj"]
    if not doers and telling.word.dep_ == "conj":  # "a shell hit a lorry and killed the driver"
        doers = [child for child in telling.word.head.children if child.dep_ == "nsubj"]
    blows = count_words().marks["blows"]
    return (
        known
        and telling.role == "object"
        and any(MUNITION in noun_classes(d) or d.lemma_.lower() in blows for d in doers)
    )


def _whole_of(doc: Doc, counts: Sequence[Count], index: int) -> Count | None:
    """The count before that this one is the whole of: "15 of 17 drones"."""
    if not index:
        return None
    part, whole = counts[index - 1], counts[index]
    if part.kind == "none" and doc[part.head.i + 1 : whole.head.i + 1].text.lower().startswith("of"):
        return part  # "none of its 13 crew"
    if part.kind != "number":
        return None  # "a rally of several thousand", "a figure of 42"
    between = [doc.text[at : whole.number_start].lower().split() for at in (part.number_end, part.end)]
    return part if any(words in OF_A_WHOLE for words in between) else None


def _last_people(found: Sequence[FoundFigure], before: Sequence[FigureMention], count: Count) -> str | None:
    """The dead or hurt counted last before a count, of which "the figure" or "their number" speaks.

    A crowd is counted again where one was counted: "organisers spoke of 20,000".
    """
    if count.value.low >= CROWD:
        last = [i.figure for i in found if i.end <= count.start] or [m.figure for m in before]
        if last and last[-1] in CROWDS:
            return last[-1]
    told = [item.figure for item in found if item.end <= count.start and item.figure in TOLD_AGAIN]
    told = told or [m.figure for m in before if m.figure in TOLD_AGAIN and m.value.low]
    told = told or [m.figure for m in before if m.figure in TOLD_AGAIN]
    return told[-1] if told else None


def _whose(item: FoundFigure, offset: int, parties: Sequence[PartyMention]) -> str | None:
    """The party whose people or things are counted, from the words of the count and its "of"."""
    head = item.count.head
    doc = head.doc
    first, last = doc[head.left_edge.i], head
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "from"):
            last = child.right_edge
    start, end = min(item.start, first.idx), max(item.end, last.idx + len(last))
    inside = [
        party
        for party in parties
        if offset + start <= party.start
        and party.end <= offset + end
        and party.party
        and party.form in (*PARTY_FORMS, "pronoun")
    ]
    return inside[0].party if inside else None


def _told_of_a_noun(doc: Doc, mark: int, counted: Token) -> bool:
    """Whether a period is that of a clause on a noun: "shelling of Goma, held since January, killed four"."""
    word = next((t for t in doc if t.idx <= mark < t.idx + len(t.text)), None)
    return word is not None and of_a_noun(word, [counted])


def _in_one_breath(one: Token, other: Token) -> bool:
    """Whether two counts are joined, or their verbs are: "have killed 800 people and displaced 6,000 since 2015"."""
    verb, second = (next((up for up in word.ancestors if up.pos_ == "VERB"), word) for word in (one, other))
    own = any(child.dep_ in ("nsubj", "nsubjpass") for child in second.children)
    return other in one.conjuncts or (second in verb.conjuncts and not own)


def _same_clause(text: str, item: FoundFigure, mark: int, counts: Sequence[Count]) -> bool:
    """Whether a period is said of a count: no stop stands between them, nor a number but one of the same breath."""
    behind = (c for c in counts if item.end <= c.start and c.end <= mark and c.kind == "number")
    if any(not _in_one_breath(item.count.head, count.head) for count in behind):
        return False
    between = text[min(item.end, mark) : max(item.start, mark)]
    return ";" not in between and ". " not in between
