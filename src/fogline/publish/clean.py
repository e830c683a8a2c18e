"""Which characters of a report's text may go where: into XML, onto a page or a terminal?"""

import re
from typing import Final

# XML 1.0, section 2.2: everything but these. Lone surrogates are in no text that is UTF-8.
NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
INSTEAD: Final = "\ufffd"
# Control characters and marks that turn the direction of writing: a report's text must not steer who shows it.
STEERING: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """The text with U+FFFD for each character that XML 1.0 cannot hold; line ends stay as they are."""
    return NOT_IN_XML.sub(INSTEAD, text)


def harmless(text: str) -> str:
    """The text without control characters (tabs and line ends stay) and without marks of writing direction."""
    return STEERING.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
