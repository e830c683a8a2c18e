"""What is a voice called?"""

import re

from fogline.model import PartyMention

ARTICLE = re.compile(
    r"^(?:the|a|an|its|his|her|their|our|whose|but|and|meanwhile|however|later|earlier|then|now|also|still|yet)\s+",
    re.IGNORECASE,
)
# A voice's name ends before what is told about it: "a trader | who gave his name", "MSF | at the time".
TAIL = re.compile(
    r"\s*[,;:(–—].*$"
    r"|\s+(?:who|which|that|whom|whose|when|where|as|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|at the time"
    r"|by phone|by telephone)\b.*$",
    re.DOTALL,
)
MAX_NAME = 90  # characters
NAME = re.compile(r"[A-Z][\w'’\-]+(?: (?:al-|el-|bin |ibn |de |van |abu )?[A-Z][\w'’.\-]+)+")


def name_of(mention: PartyMention, phrase_text: str) -> str:
    """What a mention is called as a voice; a plain speaker keeps the whole phrase ("nurse of the ward")."""
    if mention.form == "office" and mention.party is None:
        longer = clean(phrase_text)
        return longer if len(longer) > len(mention.name) and len(longer) <= MAX_NAME else mention.name
    return clean(mention.name) if mention.form == "office" else mention.name


def clean(text: str) -> str:
    """A phrase as a voice's name: no article, nothing told about it, no line breaks."""
    text = TAIL.sub("", " ".join(text.split())).strip(" \"'“”‘’.,")
    previous = None
    while previous != text:
        previous, text = text, ARTICLE.sub("", text)
    return re.sub(r"[’']s$", "", text)[:MAX_NAME]


def full_name(text: str, name: str) -> str:
    """A surname's full name where the report has one, else the name itself."""
    if " " in name or not name[:1].isupper():
        return name
    for match in NAME.finditer(text):
        parts = match.group().split()
        if parts[-1].removesuffix("’s").removesuffix("'s") == name and parts[0] not in (
            "The",
            "In",
            "On",
            "But",
            "And",
        ):
            return match.group().removesuffix("’s").removesuffix("'s")
    return name
