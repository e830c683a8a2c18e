"""Which characters may stand in XML and in a database's text?"""

import re
from typing import Final

# XML 1.0, section 2.2: everything but these. Lone surrogates are in no text that is UTF-8.
NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
INSTEAD: Final = "\ufffd"


def printable(text: str) -> str:
    """The text with U+FFFD for each character that XML 1.0 cannot hold; line ends stay as they are."""
    return NOT_IN_XML.sub(INSTEAD, text)
