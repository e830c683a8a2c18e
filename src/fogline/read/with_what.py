"""With what was it done, where its own words do not say, or name arms that it was not done with?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from fogline.model import Claim
from fogline.read.drafts import Draft
from fogline.read.facts import Values
from fogline.read.happenings import HEADINGS, Happening
from fogline.read.kinds import BESIDE_THE_DEED, FROM_AFAR

BACK = 3  # sentences from the strike that names its weapon to the one that does not


@dataclass(slots=True)
class Struck:
    """The strikes from afar that a report has told so far, with the weapon of each that names one."""

    told: list[tuple[Happening, str, Values]] = field(default_factory=list)

    def settle(self, happening: Happening, kind: str, drafts: Sequence[Draft]) -> None:
        """Give a strike without a weapon that of the strike of its kind told just before: "debris fell on Volna"."""
        if kind not in FROM_AFAR:
            return
        asserted = [d for d in drafts if d.contributions[0].voice.stance == "asserts"]
        if any(d.facts.weapon for d in drafts):
            weapons = {w: span for d in asserted for w, span in d.facts.weapon.items() if w != "explosive"}
            if weapons:
                self.told.append((happening, kind, weapons))
            return
        same = [weapon for other, of, weapon in self.told if of == kind and _goes_on(other, happening)]
        if not same:
            return
        for draft in asserted:
            draft.facts.weapon = dict(same[-1])


def _goes_on(before: Happening, happening: Happening) -> bool:
    """Whether a happening is told right after another, by no other hand and on no other day."""
    if before.actors and happening.actors and not before.actors & happening.actors:
        return False
    days = [h.date.days for h in (before, happening) if h.date and h.date.days]
    if len(days) == 2 and days[0].gap(days[1]):
        return False
    first = min(_below(happening), default=None)
    return first is not None and any(0 <= first - index <= BACK for index in _below(before))


def _below(happening: Happening) -> Iterable[int]:
    """The sentences below the headings that tell of a happening."""
    return (t.sentence.index for t in happening.tellings if t.sentence.part not in HEADINGS)


def without_arms_beside(claim: Claim) -> Claim:
    """A claim less the weapons that its words name beside the deed: "gunmen abducted", "set fire to the shops"."""
    beside = BESIDE_THE_DEED.get(claim.type, frozenset())
    if beside.isdisjoint(claim.weapon):
        return claim
    named = {w: claim.spans["weapon" if n == 0 else f"weapon:{w}"] for n, w in enumerate(claim.weapon)}
    kept = tuple(w for w in claim.weapon if w not in beside)
    spans = {key: span for key, span in claim.spans.items() if key.partition(":")[0] != "weapon"}
    spans |= {"weapon" if n == 0 else f"weapon:{w}": named[w] for n, w in enumerate(kept)}
    return replace(claim, weapon=kept, spans=spans)
