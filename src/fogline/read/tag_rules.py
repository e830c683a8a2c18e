"""Which rules of the parser's attribute ruler hold for a word: worked out once for words that they cannot tell apart.

The ruler matches all its rules against every word, which costs 8 % of reading. But most rules ask for the tag of
one word, for its dependency, whether it is white space, and of a few words how they are written.
"""

from collections.abc import Iterable
from typing import Any

from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

TOLD_BY = frozenset({"TAG", "DEP", "IS_SPACE", "LOWER"})  # what a plain rule may ask of its word
Form = tuple[int, int, int, bool]
Match = tuple[int, int, int, int]  # the rule's number and name, the first token and the one behind the last


def remember_rules(nlp: Any) -> None:
    """Make the attribute ruler, where the pipeline has one, remember for which words its plain rules hold."""
    ruler = dict(nlp.pipeline).get("attribute_ruler")
    if isinstance(ruler, AttributeRuler):
        ruler.match = _Rules(ruler).match  # type: ignore[method-assign]


class _Rules:
    """The rules of an attribute ruler: the plain ones by the words for which they are known to hold, and the others."""

    def __init__(self, ruler: AttributeRuler) -> None:
        rules: list[list[list[dict[str, Any]]]] = [rule["patterns"] for rule in ruler.patterns]  # type: ignore[misc]
        self.plain = frozenset(number for number, patterns in enumerate(rules) if all(map(_is_plain, patterns)))
        spelt = (word for number in self.plain for pattern in rules[number] for word in _spelt(pattern[0]) or ())
        self.words = frozenset(map(ruler.vocab.strings.add, spelt))
        self.others = Matcher(ruler.vocab)
        for number, patterns in enumerate(rules):
            if number not in self.plain:
                self.others.add(str(number), patterns)
        self.match_all = ruler.match
        self.strings = ruler.vocab.strings
        self.known: dict[Form, list[tuple[int, int]]] = {}

    def match(self, doc: Doc) -> list[Match]:
        """The same matches in the same order as those of `AttributeRuler.match`."""
        words, known = self.words, self.known
        forms = [(t.lower if t.lower in words else 0, t.tag, t.dep, t.is_space) for t in doc]
        if not known.keys() >= set(forms):
            return self._learn(doc, forms)
        found = [(number, name, at, at + 1) for at, form in enumerate(forms) for number, name in known[form]]
        found += [(int(self.strings[name]), name, start, end) for name, start, end in self.others(doc)]
        found.sort()  # by number: a later rule has the last word
        return found

    def _learn(self, doc: Doc, forms: list[Form]) -> list[Match]:
        """The matches of a sentence with a word of a kind not seen before, which is known from then on."""
        found: list[Match] = self.match_all(doc)
        held: list[list[tuple[int, int]]] = [[] for _ in forms]
        for number, name, start, _ in found:
            if number in self.plain:
                held[start].append((number, name))
        self.known.update(zip(forms, held, strict=True))
        return found


def _is_plain(pattern: list[dict[str, Any]]) -> bool:
    """Whether a pattern is of one word, and tells by its spelling only words that it lists."""
    return len(pattern) == 1 and TOLD_BY.issuperset(pattern[0]) and _spelt(pattern[0]) is not None


def _spelt(word: dict[str, Any]) -> Iterable[str] | None:
    """The words that a pattern lists; None where it tests their spelling in another way."""
    asked = word.get("LOWER", {"IN": ()})
    if isinstance(asked, str):
        return (asked,)
    words: Iterable[str] | None = asked["IN"] if asked.keys() == {"IN"} else None
    return words
