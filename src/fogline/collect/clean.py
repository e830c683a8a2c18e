"""What of a text is kept: every character that can be shown, with one kind of line end.

Texts from the net carry NULs, control characters, half emoji, places to break a word that nobody sees and three kinds
of line ends. They are mended once, before a report is made, so that every offset counts characters of what is stored.
"""

import re

LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
BREAKS = re.compile("[\u00ad\u200b\u2060\ufeff]")  # soft hyphen, zero-width space, word joiner: "Khar\u00adkiv"
HALF_PAIRS = re.compile("[\ud800-\udfff]")  # what JSON's \ud83d is without its other half
BYTE_ORDER_MARK = "\ufeff"
REPLACEMENT = "\ufffd"


def clean_text(text: str) -> str:
    r"""The text with `\n` as its only line end, no control characters or unseen breaks, U+FFFD for half surrogates."""
    text = LINE_ENDS.sub("\n", text.removeprefix(BYTE_ORDER_MARK))
    return HALF_PAIRS.sub(REPLACEMENT, BREAKS.sub("", CONTROLS.sub("", text)))


def clean_line(text: str) -> str:
    """The text on one line: cleaned, white space folded, none at the ends."""
    return " ".join(clean_text(text).split())
