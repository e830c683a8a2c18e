"""What a piece of HTML says: a feed's summary, a message of an export. Whole pages are read by `html.py`."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from fogline.collect.clean import clean_text

if TYPE_CHECKING:
    import lxml.html

BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1"),
        *(
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "td",
        ),
        *("th", "tr", "ul"),
    )
)
SILENT = frozenset(("script", "style", "template", "iframe", "object", "noscript", "head", "title"))
LINE, PARAGRAPH = "\x00", "\x01"  # signs that no cleaned text holds
MARKUP = re.compile(r"<[a-zA-Z/!]|&[a-zA-Z#]")


def fragment_text(html: str) -> str:
    """The text of a piece of HTML, a blank line between its paragraphs; a text without markup as it is."""
    if not MARKUP.search(html):
        return "\n".join(" ".join(line.split()) for line in clean_text(html).strip().split("\n"))
    import lxml.etree
    import lxml.html

    try:
        root = lxml.html.fromstring(f"<div>{clean_text(html)}</div>")
    except (lxml.etree.LxmlError, ValueError):
        return ""
    return element_text(root)


def element_text(root: "lxml.html.HtmlElement") -> str:
    """The text of an element, a blank line between its paragraphs."""
    folded = re.sub(r"\s+", " ", "".join(_pieces(root)))
    paragraphs = (
        "\n".join(line.strip() for line in paragraph.split(LINE)).strip() for paragraph in folded.split(PARAGRAPH)
    )
    text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    return re.sub(r"\n{3,}", "\n\n", text)  # "<br><br><br>"


def _pieces(root: "lxml.html.HtmlElement") -> Iterator[str]:
    """Texts and signs, in order; walked without recursion, however deep the markup is."""
    import lxml.etree

    silent = 0
    for event, element in lxml.etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            yield "" if silent else element.tail or ""
            continue
        if event == "start":
            silent += element.tag in SILENT
            if not silent:
                yield LINE if element.tag == "br" else PARAGRAPH if element.tag in BLOCKS else ""
                yield element.text or ""
            continue
        silent -= element.tag in SILENT
        if not silent:
            yield PARAGRAPH if element.tag in BLOCKS else ""
            yield (element.tail or "") if element is not root else ""
