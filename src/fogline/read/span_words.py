"""What do the words behind a value say beyond it: the half of the day, the kind of people counted?

The merge tells happenings and counts apart by it. It is kept with the claim's spans, as `when:am`, `killed:children`.
"""

from collections.abc import Mapping

from fogline.lexicon.telltales import telltales
from fogline.model import FIGURES, Claim, Reason

KINDS = ("children", "women", "civilians", "soldiers", "helpers")
CASUALTIES = frozenset({"killed", "injured", "missing"})
HALVES = {"am": "early", "pm": "past_noon"}  # with the list that knows its words
Span = tuple[int, int]


def words_kept(text: str, spans: Mapping[str, Span]) -> dict[str, Span]:
    """The further spans: of a day with the half that its words name, of a count with the kind of people counted."""
    found: dict[str, Span] = {}
    if "when" in spans and (half := _half_of_day(_words(text, spans["when"]))):
        found[f"when:{half}"] = spans["when"]
    for figure in FIGURES:
        if figure in CASUALTIES and figure in spans and (kind := _kind_counted(_words(text, spans[figure]))):
            found[f"{figure}:{kind}"] = spans[figure]
    return found


def reasons_of_words(claim: Claim) -> dict[str, list[Reason]]:
    """For each further span of a claim the list that knew the words."""
    found: dict[str, list[Reason]] = {}
    for key, span in claim.spans.items():
        role, _, value = key.partition(":")
        if role == "when" and value:
            found[key] = [Reason("half of the day", f"en/telltales.toml {HALVES[value]}", span)]
        elif role in CASUALTIES and value:
            found[key] = [Reason("kind of people counted", f"en/telltales.toml {value}", span)]
    return found


def _words(text: str, span: Span) -> str:
    return text[span[0] : span[1]]


def _half_of_day(words: str) -> str | None:
    """ "am" or "pm" where the words name one of them: noon, a night and "from morning to evening" do not."""
    early, late = telltales().early.search(words), telltales().past_noon.search(words)
    return None if bool(early) == bool(late) else "am" if early else "pm"


def _kind_counted(words: str) -> str | None:
    """The kind of people that the words count, where they name one alone: "12 people, among them a child" do not."""
    found = [kind for kind in KINDS if getattr(telltales(), kind).search(words)]
    return found[0] if len(found) == 1 else None
