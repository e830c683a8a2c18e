"""Does a paragraph tell where it was, of the blow that the lead above it tells at no town?

"Rebels ambushed a convoy in the north … The lorries came under attack near Bourzanga."
"""

from fogline.lexicon.events import ATTACK
from fogline.read.happening import Happening
from fogline.read.nearby import is_town
from fogline.read.telling import Telling
from fogline.read.what import VIOLENT

LEAD, BELOW = 2, 1  # paragraphs in which the lead stands, and on in which it is told on


def told_on(telling: Telling, first: Happening) -> bool:
    """Whether a telling names the one town of what the report told first, right above it and at no town.

    Not with other dead: those are another's.
    """
    lead, here = first.tellings[0].sentence, telling.sentence
    if lead.part != "body" or here.part != "body" or lead.paragraph > LEAD or telling.apart or telling.weak:
        return False
    if here.paragraph - lead.paragraph > BELOW or telling.sort != "deed":
        return False
    if not {telling.group, first.group} <= VIOLENT | {ATTACK} or any(map(is_town, first.places)):
        return False
    mine, whole = ({f.value for f in t.figures if f.figure == "killed"} for t in (telling, first.tellings[0]))
    return sum(map(is_town, telling.places)) == 1 and (mine <= whole or not whole)
