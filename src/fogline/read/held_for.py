"""Is a thing only what somebody is held for: "took three men from their homes for having filmed air defences"?"""

import re

from fogline.read.trigger import Trigger

DETENTION = "detention"
# "For having filmed", "for allegedly passing on", "accused of", "on suspicion of".
HELD_FOR = re.compile(
    r"\bfor (?:[a-z]+ly )?(?:having (?:[a-z]+ly )?[a-z]+|[a-z]+ing)\b"
    r"|\b(?:accused|suspected|charged|suspicion|charges)\b"
)


def only_held_for(lead: Trigger, start: int, text: str) -> bool:
    """Whether the words at an offset of the sentence tell why somebody is held, and not who."""
    return lead.group == DETENTION and HELD_FOR.search(text, lead.end, max(lead.end, start)) is not None
