"""Which figure is a count? The figures that the words said of a counted noun give it."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from spacy.tokens import Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.figures import CountWords, FigureWords, count_words
from fogline.read.calendar_words import any_of
from fogline.read.counted import Count, noun_classes, noun_form
from fogline.read.figure_tellings import Telling, does_it, phrases

PERSON = "person"
MUNITION = "munition"
# Of several figures that tell of people, the first of this order stands: a hostage who is killed is killed.
PEOPLE_ORDER = ("killed", "injured", "missing", "detained", "evacuated", "displaced", "captured", "protesters")
YET = ("will", "shall", "'ll", "’ll")  # before what has yet to be done
SEVERAL = 2  # of whom "were shot" says that they are dead; one may live
CROWD = 100  # civilians who cross a border or leave a town in such numbers flee; fewer may travel
NAMED = ("killed", "injured", "missing", "detained", "captured")  # what a name or "the pilot" can be counted for
TAKEN = ("captured", "detained")
HEARD = ("protesters", "displaced", "evacuated")
BARE_NOUNS = ("they", "he", "she", "we", "who", "whom", "which", "that", "other", "more", "one", "it", "those", "these")


def choose(count: Count, found: Sequence[Telling], sentence_munitions: bool) -> tuple[tuple[str, Telling], ...]:
    """The figures of a count with the telling that gives each; empty where it counts nothing of interest.

    `sentence_munitions` says that the sentence tells of munitions, which a bare number may count.
    """
    words = count_words()
    noun = count.noun
    if noun is not None and noun.lemma_.lower() in deeds().limbs and all(c.dep_ != "compound" for c in noun.children):
        return ()  # "a girl who lost both legs", but "two farm hands"
    chosen: dict[str, Telling] = {}
    for weak in (False, True):
        if weak and chosen:
            break
        for telling in (telling for telling in found if telling.weak == weak):
            for name in _figures(count, telling, words, sentence_munitions):
                chosen.setdefault(name, telling)
    if not chosen and (taken_in := _taken_in(count, found)) is not None:
        chosen["injured"] = taken_in
    _by_whom(chosen)
    _at_sea(chosen)
    if "hit" in chosen and "intercepted" in chosen and (_bare(count) or MUNITION in count.classes):
        del chosen["hit"]  # "were jammed and fell into the sea"
    if "hit" in chosen and "launched" in chosen and chosen["hit"].word == chosen["launched"].word:
        # "came down" tells where they fell, not that they came; what a side hits a town with was sent
        del chosen["hit" if chosen["launched"].role == "with" else "launched"]
    people = [name for name in PEOPLE_ORDER if name in chosen]
    several = len(people) if count.kind == "none" else 1  # "no one was killed or wounded"
    names = [*people[:several], *(name for name in words.figures if name in chosen and name not in PEOPLE_ORDER)]
    if people and MUNITION not in count.classes:
        names = [name for name in names if name in PEOPLE_ORDER]
    return tuple((name, chosen[name]) for name in names)


def _taken_in(count: Count, found: Sequence[Telling]) -> Telling | None:
    """What says that people were brought to a house of care: "the hospital admitted 14 people"."""
    if count.kind != "number" or "person" not in count.classes:
        return None
    return next((t for t in found if t.role == "object" and takes_in(t.word)), None)


def takes_in(verb: Token) -> bool:
    """Whether a house of care takes in those who were hurt: "the hospital admitted", "a clinic took in"."""
    marks = count_words().marks
    part = next((c.lower_ for c in verb.children if c.dep_ == "prt"), None)
    if (f"{verb.lemma_.lower()} {part}" if part else verb.lemma_.lower()) not in marks["taking_in"]:
        return False
    houses = [" ".join(t.lower_ for t in (*c.lefts, c)) for c in verb.children if c.dep_ == "nsubj"]
    return any(_of_care().search(house) for house in houses)


@cache
def _of_care() -> re.Pattern[str]:
    """A house of care at the end of its words: "the district hospital", "a health centre"."""
    return re.compile(rf"\b{any_of(count_words().marks['care'])}$")


def _by_whom(chosen: dict[str, Telling]) -> None:
    """Whom the police lead away is detained, whom gunmen take away is carried off: verbs that leave it open."""
    for mine, other, doers in (("captured", "detained", "wardens"), ("detained", "captured", "raiders")):
        telling = chosen.get(mine)
        if telling is None or telling.role != "object" or other in chosen:
            continue
        if telling.word.lemma_.lower() in count_words().marks["leading_off"] and _doers(telling.word) & set(
            count_words().marks[doers]
        ):
            chosen[other] = chosen.pop(mine)


def _at_sea(chosen: dict[str, Telling]) -> None:
    """Whom a ship picks up is brought to safety and not arrested; who is taken off a bus is carried off."""
    craft = set(count_words().marks["rescue_craft"])
    taken, safe, held = (chosen.get(name) for name in ("captured", "evacuated", "detained"))
    if taken is not None and safe is not None and taken.word == safe.word and not _doers(safe.word) & craft:
        del chosen["evacuated"]
    if held is not None and "pick up" in phrases(held.word) and _doers(held.word) & craft:
        chosen["evacuated"] = chosen.pop("detained")


def _doers(verb: Token) -> set[str]:
    """The words of who does a verb, its subject or "by" whom."""
    doers = [child for child in verb.children if child.dep_ == "nsubj"]
    doers += [inner for child in verb.children if child.dep_ == "agent" for inner in child.children]
    if not doers and verb.dep_ == "conj":  # "were stopped by gunmen and taken away"
        doers = [child for child in verb.head.children if child.dep_ in ("nsubj", "agent")]
    return {token.lemma_.lower() for doer in doers for token in doer.subtree}


def _figures(count: Count, telling: Telling, words: CountWords, munitions: bool) -> Iterable[str]:
    verb_phrases = phrases(telling.word) if telling.role in ("object", "subject") else set()
    if telling.role == "object" and count.noun is not None and not _goes_somewhere(telling.word):
        verb_phrases = verb_phrases | {f"{telling.word.lemma_.lower()} {count.noun.lemma_.lower()}"}
    said = verb_phrases | {telling.word.lemma_.lower(), telling.word.lower_}
    told = {name for word in said for name in words.told_by.get(word, ())}
    lived = verb_phrases & words.figures["killed"].extra["living"]
    if telling.role == "subject" and lived and count.kind == "number" and _negated(telling.word):
        yield from ("killed",) if _fits(count, words.figures["killed"], max(lived), munitions) else ()
    if not told or (verb_phrases and count.kind != "none" and _negated(telling.word)):
        return
    told -= set(HEARD) if _to_come(telling.word) else set()
    told -= set(TAKEN) if _only_meant(telling.word) else set()
    for name, figure in words.figures.items():
        how = _match(figure, telling, verb_phrases) if name in told else None
        if PERSON in figure.classes and telling.weak and count.head.head.dep_ == "agent":
            continue  # "killed by two gunmen"
        if (
            telling.role == "with"
            and name == "captured"
            and not _doers(telling.word) & set(count_words().marks["raiders"])
        ):
            continue  # families flee with their children
        if (
            name == "displaced"
            and telling.role == "subject"
            and any(c.dep_ == "auxpass" for c in telling.word.children)
        ):
            continue  # "residents were left without light"
        if how == "lose" and name == "intercepted" and not _lost_from_sight(telling.word):
            continue
        if how == "shoot" and name == "killed" and (telling.weak or not _shot_dead(count, telling.word)):
            continue
        if how == "hold" and name == "captured" and _held_by_raiders(count, telling):
            yield name
        if how and _fits(count, figure, how, munitions):
            yield "killed" if name in ("captured", "injured") and remains(count) else name


def _goes_somewhere(verb: Token) -> bool:
    """Whether a verb says whither: "12 prisoners were taken to the town", who were prisoners before."""
    return any(c.lower_ in ("to", "into", "back", "out", "off", "from") for c in verb.children)


def _held_by_raiders(count: Count, telling: Telling) -> bool:
    """Whether armed men hold people, who are captives whatever they are called: "the militia is holding 58 people"."""
    raiders = set(count_words().marks["raiders"])
    return telling.role == "object" and PERSON in count.classes and bool(_doers(telling.word) & raiders)


def _shot_dead(count: Count, verb: Token) -> bool:
    """Whether those of whom it is only said that they were shot are dead: several, and no words tell of wounds."""
    if count.kind != "number" or count.value.low < SEVERAL or count.classes - {PERSON}:
        return False
    marks = count_words().marks
    others = [v for v in verb.conjuncts if v.i > verb.i and any(c.dep_ in ("nsubj", "nsubjpass") for c in v.children)]
    apart = {token.i for other in others for token in other.subtree}  # "were shot, and nine were wounded"
    behind = {token.lower_ for token in verb.subtree if token.i > verb.i and token.i not in apart}
    joined = (verb, *(v for v in verb.conjuncts if v not in others))
    if any(t.pos_ == "VERB" and t.lemma_.lower() in count_words().figures["killed"].subjects for t in verb.doc):
        return False  # "six people, two of whom later died, were shot"
    wounds = {token.lemma_.lower() for token in joined} & count_words().figures["injured"].objects
    return not wounds and not behind & set(marks["not_shot_dead"])


def remains(count: Count) -> bool:
    """Whether the dead are counted: "seized eight bodies"."""
    return count.noun is not None and count.noun.lemma_.lower() in count_words().marks["remains"]


def _match(figure: FigureWords, telling: Telling, verb_phrases: set[str]) -> str | None:
    """The phrase by which a telling gives a figure, None where it does not."""
    word = telling.word
    if word.lower_ == "down":  # the adverb, not the verb
        return None
    forms = {word.lemma_.lower(), word.lower_}
    if telling.role == "object":
        hit = verb_phrases & figure.objects or forms & figure.states
    elif telling.role == "subject":
        subjects = figure.subjects | figure.extra.get("munition_subjects", frozenset())
        hit = verb_phrases & subjects or (set() if does_it(word) else forms & figure.states)
    elif telling.role == "state":
        hit = forms & figure.states
    elif telling.role == "with":
        hit = forms & figure.extra.get("with", frozenset())
    elif telling.role == "of":
        hits = count_words().figures["hit"].extra["munition_subjects"]
        struck_by = figure.name == "launched" and word.pos_ == "VERB" and word.lemma_.lower() in hits  # they hit
        hit = set() if struck_by or _lives_on(word) else forms & (figure.of | figure.nouns)
    else:
        hit = forms & (figure.nouns | (figure.states if word.pos_ in ("NOUN", "ADJ") else frozenset()))
    return max(hit, key=lambda phrase: (len(phrase), phrase)) if hit else None


def _lives_on(word: Token) -> bool:
    """Whether lives are told of that nobody takes: "put the lives of hundreds at risk"."""
    if word.lemma_.lower() != "life":
        return False
    verb = word.head.head if word.dep_ == "pobj" and word.head.head.pos_ == "VERB" else word.head
    taken = {taking.split()[0] for taking in count_words().marks["lives_taken"]}
    return verb.pos_ == "VERB" and verb.lemma_.lower() not in taken


def how_told(name: str, telling: Telling) -> tuple[str, str] | None:
    """The list of the figure's words, and the entry in it, by which a telling gives a figure."""
    figure = count_words().figures[name]
    how = _match(figure, telling, phrases(telling.word) if telling.role in ("object", "subject") else set())
    if how is None:
        return None
    lists = {"object": ("objects", "states"), "subject": ("subjects", "states"), "of": ("of", "nouns")}
    fields = lists.get(telling.role, ("states",) if telling.role == "state" else ("nouns",))
    found = next((field for field in fields if how in getattr(figure, field)), None)
    return (found or next((key for key, words in figure.extra.items() if how in words), fields[0])), how


def _bare(count: Count) -> bool:
    """Whether the counted noun is left out or a pronoun."""
    return count.noun is None or count.noun.pos_ in ("PRON", "NUM", "DET") or count.noun.lemma_.lower() in BARE_NOUNS


def _fits(count: Count, figure: FigureWords, how: str, munitions: bool) -> bool:
    """Whether the counted noun is of a kind that the figure counts."""
    bare = _bare(count)
    lemma = _whom(count.noun, figure) if count.noun is not None else ""
    if figure.name in HEARD and _speaks(count.head):
        return False
    if how in figure.nouns and lemma in figure.nouns:
        return True
    if PERSON in figure.classes:
        return _fits_people(count, figure, how, lemma, bare)
    if figure.name == "intercepted":
        certain = how in figure.extra["certain"]
        flying = certain and lemma in figure.extra["flying"]
        return (
            MUNITION in count.classes or flying or (bare and (certain or (munitions and PERSON not in count.classes)))
        )
    if figure.name == "hit":
        return _fits_hit(count, figure, how, lemma, bare and (munitions or how in figure.extra["certain"]))
    return bool(figure.classes & count.classes)  # what is launched among them


def _whom(noun: Token, figure: FigureWords) -> str:
    """The noun that says whom a figure counts; of "crew members" the crew, where the figure asks for one."""
    guards = figure.extra.get("guard_nouns", ())
    return next(
        (c.lemma_.lower() for c in noun.lefts if c.dep_ == "compound" and c.lemma_.lower() in guards), noun_form(noun)
    )


def _fits_people(count: Count, figure: FigureWords, how: str, lemma: str, bare: bool) -> bool:
    """People by their noun; a number alone or an unknown noun only where the verb can mean nothing else."""
    strict = how in count_words().marks["strict"]
    single = count.kind in ("one", "name")
    guarded = how in figure.extra.get("guarded", frozenset()) and lemma not in figure.extra["guard_nouns"]
    guarded = guarded and not (figure.name == "captured" and count.kind == "number" and _of_captives(count.head))
    if (lemma == "family" and count.kind == "number") or _lists_things(count.head):
        return False  # nobody says how many they are; "five aircraft: three bombers and two fighters"
    crowd = how in figure.extra.get("crowds", frozenset()) and count.value.low < CROWD
    if crowd or guarded or (strict and single) or lemma in figure.extra.get("never", frozenset()):
        return False
    if count.kind == "name" and figure.name not in NAMED:
        return False
    if figure.name == "protesters" and (single or bare):
        return not single and not strict and count.value.low > 1
    unknown = not count.classes and count.noun is not None and count.noun.pos_ in ("NOUN", "PROPN", "ADJ")
    if bare and figure.name == "captured" and how in figure.extra["guarded"]:
        return count.kind == "number" and _of_captives(count.head)  # "killed two of the hostages and freed nine"
    return PERSON in count.classes or ((bare or unknown) and not strict)


def _of_captives(head: Token) -> bool:
    """Whether a sentence tells that people had been carried off: "freed 11 of the 22 boatmen it had seized"."""
    marks = count_words().marks
    words = {token.lower_ for token in head.doc if token.lower_ != "released"}
    return not words.isdisjoint(
        {*marks["captives"], "captives", "hostages", "captors", "kidnapped", "abducted", "seized"}
    )


def _lists_things(head: Token) -> bool:
    """Whether a count lists things counted before it."""
    node = head
    while node.dep_ == "conj" and node.head != node:
        node = node.head
    return node.dep_ == "appos" and "object" in noun_classes(node.head)


def _speaks(head: Token) -> bool:
    """Whether the counted only say something: "two marchers say"."""
    return head.dep_ == "nsubj" and head.head.lemma_.lower() in count_words().marks["speaks"]


def _fits_hit(count: Count, figure: FigureWords, how: str, lemma: str, bare: bool) -> bool:
    """Munitions that land, and military things that are destroyed; `bare` counts may be munitions left out."""
    single = count.value.high == 1 and how not in figure.objects  # one that fell is told of, not counted
    if single or count.kind in ("one", "name") or (lemma == "tank" and _is_storage(count, figure)):
        return False
    if how in figure.extra["munition_subjects"] and MUNITION in count.classes:
        return True
    if lemma in figure.extra["counted"]:
        return how in figure.objects | figure.states | figure.subjects
    return bare and how in figure.extra["munition_subjects"] and PERSON not in count.classes


def _is_storage(count: Count, figure: FigureWords) -> bool:
    """Whether a tank holds oil."""
    return count.noun is not None and any(child.lower_ in figure.extra["storage"] for child in count.noun.children)


def _lost_from_sight(verb: Token) -> bool:
    """Whether drones were lost and no more is said; who loses his own has shot down none, nor did a fire."""
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    return passive and not any(child.dep_ == "prep" for child in verb.children)


def _to_come(verb: Token) -> bool:
    """Whether something has yet to be done: "280 pensioners will be moved"; not "may have died"."""
    helping = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return not helping.isdisjoint(YET) and "have" not in helping


def _only_meant(verb: Token) -> bool:
    """Whether it is only what somebody came or was sent for: "officers sent to arrest a man"; not "managed to"."""
    helping = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    meant = (
        verb.dep_ in ("advcl", "acl") and verb.head.lemma_ != "go"
    ) or verb.head.lemma_.lower() in count_words().marks["meaning_to"]
    meant = meant and verb.lemma_.lower() in count_words().marks["taking"]
    return "to" in helping and "have" not in helping and verb.dep_ in ("advcl", "acl", "xcomp") and meant


def _negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)
