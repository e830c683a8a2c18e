"""How a language tells each figure: the verbs that count, the nouns that are counted."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from types import MappingProxyType
from typing import Any

from fogline.lexicon.load import need, table
from fogline.model.figure import FIGURES

LISTS = ("classes", "objects", "subjects", "states", "nouns", "of")
SECTIONS = ("classes", "figures", "marks", "unmanned", "groups")


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The words of one figure.

    `objects` are verbs (with particle or complement) whose object is counted, `subjects` those whose subject is;
    `states` are said of the counted ("dead"), `nouns` are counted themselves ("deaths"), `of` governs them ("the
    killing of").
    `classes` are the classes of noun that the figure counts. `extra` holds lists that a single figure needs.
    """

    name: str
    classes: frozenset[str]
    objects: frozenset[str]
    subjects: frozenset[str]
    states: frozenset[str]
    nouns: frozenset[str]
    of: frozenset[str]
    extra: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class CountWords:
    """Words of `lexicon/<language>/figures.toml`: `figures` by name, `classes` of a noun's lemma, and `marks`.

    `unmanned` nouns are munitions after one of `unmanned_words`; `many` are nouns of several people, `two` of a pair,
    `heads` count what stands behind their "of".
    """

    figures: Mapping[str, FigureWords]
    classes: Mapping[str, frozenset[str]]
    marks: Mapping[str, tuple[str, ...]]
    unmanned: frozenset[str]
    unmanned_words: frozenset[str]
    many: frozenset[str]
    two: frozenset[str]
    heads: frozenset[str]
    told_by: Mapping[str, frozenset[str]]  # the figures that a word or phrase can give, by it
    written: Mapping[tuple[str, str], str]  # by a list's name and a phrase: the entry with alternatives that it is of

    def entry(self, listed: str, phrase: str) -> str:
        """A phrase of a list ("killed.objects") as the file writes it: "take to clinic" in "take|bring to clinic"."""
        return self.written.get((listed, phrase), phrase)


def _words(data: Any, where: str) -> tuple[str, ...]:
    """The phrases of a list, each spelled out: "drag|pull off bus|car" are four."""
    good = isinstance(data, list) and all(isinstance(word, str) and word and word == word.lower() for word in data)
    need(good, where, "needs a list of lower-case words")
    phrases = [phrase for entry in data for phrase in _spelled_out(entry)]
    need(all("" not in phrase.split(" ") for phrase in phrases), where, "has an alternative without a word")
    twice = sorted(phrase for phrase, times in Counter(phrases).items() if times > 1)
    need(not twice, where, f"names {twice} twice")
    return tuple(phrases)


def _spelled_out(entry: str) -> list[str]:
    return [" ".join(choice) for choice in product(*(word.split("|") for word in entry.split(" ")))]


def _written(lists: Mapping[str, Mapping[str, Any]]) -> Mapping[tuple[str, str], str]:
    """The entries of lists by the phrases that they stand for, where these are several."""
    return MappingProxyType(
        {
            (f"{name}.{key}", phrase): entry
            for name, entries in lists.items()
            for key, listed in entries.items()
            for entry in listed
            if "|" in entry
            for phrase in _spelled_out(entry)
        }
    )


def _figure(name: str, data: dict[str, Any], where: str, classes: set[str]) -> FigureWords:
    lists = {key: frozenset(_words(data.get(key), f"{where} figures.{name}.{key}")) for key in LISTS}
    unknown = lists["classes"] - classes
    need(not unknown, f"{where} figures.{name}", f"names unknown classes {sorted(unknown)}")
    extra = {
        key: frozenset(_words(value, f"{where} figures.{name}.{key}"))
        for key, value in data.items()
        if key not in LISTS
    }
    return FigureWords(name, **lists, extra=extra)


@cache
def count_words(language: str = "en") -> CountWords:
    """Load and check the words of the figures; raises LexiconError naming the bad entry."""
    data = table(language, "figures.toml")
    name = f"{language}/figures.toml"
    for section in SECTIONS:
        need(isinstance(data.get(section), dict), name, f"needs a section [{section}]")
    missing = set(FIGURES) ^ set(data["figures"])
    need(not missing, name, f"needs exactly the figures of the ledger; wrong: {sorted(missing)}")
    listed = {kind: _words(words, f"{name} classes.{kind}") for kind, words in data["classes"].items()}
    lemmas = sorted({lemma for words in listed.values() for lemma in words})
    figures = {key: _figure(key, data["figures"][key], name, set(listed)) for key in FIGURES}
    return CountWords(
        figures=figures,
        classes={lemma: frozenset(kind for kind, words in listed.items() if lemma in words) for lemma in lemmas},
        marks={key: _words(words, f"{name} marks.{key}") for key, words in data["marks"].items()},
        unmanned=frozenset(_words(data["unmanned"].get("nouns"), f"{name} unmanned.nouns")),
        unmanned_words=frozenset(_words(data["unmanned"].get("words"), f"{name} unmanned.words")),
        many=frozenset(_words(data["groups"].get("many"), f"{name} groups.many")),
        two=frozenset(_words(data["groups"].get("two"), f"{name} groups.two")),
        heads=frozenset(_words(data["groups"].get("heads"), f"{name} groups.heads")),
        told_by=_told_by(figures.values()),
        written=_written(data["figures"] | {"marks": data["marks"]}),
    )


def _told_by(figures: Iterable[FigureWords]) -> Mapping[str, frozenset[str]]:
    """The names of the figures in one of whose lists a word or phrase stands."""
    found: dict[str, set[str]] = {}
    for figure in figures:
        lists = (figure.objects, figure.subjects, figure.states, figure.nouns, figure.of, *figure.extra.values())
        for word in frozenset().union(*lists):
            found.setdefault(word, set()).add(figure.name)
    return MappingProxyType({word: frozenset(names) for word, names in found.items()})
