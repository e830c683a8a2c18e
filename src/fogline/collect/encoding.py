"""In which encoding bytes are text: the one that the sender names where it is one of text, else UTF-8."""

import re

from fogline.collect.skip import Skip

# Encodings of text that pages use (WHATWG Encoding Standard); Python's codecs also hold slow and strange ones.
TEXT_ENCODINGS = re.compile(
    r"utf-?8|utf-?16|utf-?16[lb]e|(us-)?ascii|iso-?8859-?\d{1,2}|latin-?1|(windows|cp)-?\d{3,4}|koi8-[ru]"
    r"|mac-?cyrillic|x-mac-cyrillic|gb2312|gbk|gb18030|big5|euc-(jp|kr)|shift[-_]jis",
    re.IGNORECASE,
)
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes, *named: str | None) -> str:
    """The text of `data` in the first of the named encodings that fits, or in UTF-8. Raises Skip where none fits."""
    marked = ("utf-16",) if data.startswith(UTF16_MARKS) and any(named) else ()
    for name in (*marked, *named, "utf-8"):
        try:
            if name and TEXT_ENCODINGS.fullmatch(name):
                return data.decode(name)
        except (LookupError, UnicodeError):
            continue
    raise Skip("not_utf8", "is not UTF-8 text: save it as UTF-8")
