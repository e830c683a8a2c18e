"""Why was a count read? What is said of the counted, and the word that says it."""

from collections.abc import Sequence

from spacy.tokens import Doc

from fogline.model import FigureMention, PartyMention, Reason
from fogline.read.figure_beside import condition_behind
from fogline.read.figure_choice import how_told, remains
from fogline.read.how_many import find_told
from fogline.read.text import Sentence
from fogline.read.why_entries import bound_entry, figure_entry, mark_entry

MARKS = ("fallen", "seized", "unseen")  # behind a number
LED = ("toll", "count", "recounts", "custody", "prisoner", "contact")  # before it
ROLES = {
    "object": "object of a verb that counts",
    "subject": "subject of a verb that counts",
    "state": "said of the counted",
    "of": "behind a noun that counts",
    "with": "munitions that somebody is hit with",
    "noun": "noun that counts",
}


def figure_reasons(
    sentence: Sentence,
    doc: Doc,
    parties: Sequence[PartyMention],
    name: str,
    span: tuple[int, int],
    *,
    before: Sequence[FigureMention] = (),
) -> list[Reason]:
    """The reasons for the figure at a span of a sentence; none where it is not found again."""
    for mention, (count, telling) in find_told(sentence, doc, parties, before).items():
        if (mention.figure, mention.start, mention.end) != (name, *span):
            continue
        words = sentence.text[mention.start - sentence.start : mention.end - sentence.start]
        behind = sentence.text[mention.end - sentence.start :]
        if telling is not None and name == "killed" and remains(count) and how_told(name, telling) is None:
            out = [Reason("bodies are the dead", mark_entry(words, ("remains",)), span)]
        elif telling is not None:
            how = how_told(name, telling)
            out = [
                Reason(ROLES[telling.role], figure_entry(f"{name}.{how[0]}", how[1]), span)
                if how
                else Reason("nobody hurt is nobody killed", None, span)
            ]
        elif count.kind == "none":
            out = [Reason("none of a kind", mark_entry(sentence.text, ("casualties", "nothing")), span)]
        elif name == "injured" and (condition := condition_behind(behind)):
            out = [Reason("state of the counted", mark_entry(condition, ("condition",)), span)]
        else:
            said = sentence.text[: mention.start - sentence.start]
            out = [Reason("toll", mark_entry(said, LED) or mark_entry(behind, MARKS), span)]
        bound = bound_entry(words)
        return [*out, Reason("bound of the number", bound, span)] if bound else out
    return []
