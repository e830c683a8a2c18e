"""`fogline explain --format html`: one page with a report's text, its marks and the reasons for its claims.

The page is built as a tree, so that text from outside can only ever be text. It asks for nothing from elsewhere and
needs no script.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from fogline.cli.explain_values import UNKNOWN_RULE, Value
from fogline.cli.marks import Mark, marks_of, pieces
from fogline.cli.output import one_line
from fogline.lexicon.labels import labels
from fogline.publish import words
from fogline.publish.clean import harmless

if TYPE_CHECKING:
    from fogline.model import Claim, Report

QUESTIONS = {
    "what": "what happened",
    "where": "where",
    "when": "when",
    "said": "who says so",
    "actor": "who did it",
    "target": "to whom",
    "weapon": "with what",
    "against": "against what",
    "effects": "with which effect",
}
FIGURE = "figure"  # the class of every count
COLUMNS = ("question", "value", "words", "rule", "lexicon entry")
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
# Hues, and lines under the words for those who do not tell the hues apart; the name of the question stands beside them.
LINES = {
    "what": (0, "solid"),
    "where": (130, "solid"),
    "when": (190, "dotted"),
    "said": (290, "dashed"),
    "actor": (220, "solid"),
    "target": (220, "double"),
    "weapon": (20, "dotted"),
    "against": (90, "dashed"),
    "effects": (60, "dotted"),
    FIGURE: (45, "double"),
}
STYLE = """
:root { color-scheme: light dark; --back: #fff; --text: #1b1b1b; --soft: #555; --line: #bbb;
  --light: 88%; --deep: 30%; }
@media (prefers-color-scheme: dark) {
  :root { --back: #161616; --text: #eee; --soft: #aaa; --line: #555; --light: 22%; --deep: 75%; }
}
body { background: var(--back); color: var(--text); font: 1rem/1.6 system-ui, sans-serif; margin: 0 auto;
  max-width: 75rem; padding: 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; } h3 { font-size: 1rem; }
.about, .none { color: var(--soft); }
.text { white-space: pre-wrap; overflow-wrap: anywhere; max-width: 45rem; line-height: 2; }
mark { background: hsl(var(--hue) 70% var(--light)); color: inherit; border-radius: .2em; padding: .1em .15em;
  border-bottom: .15em var(--rule) hsl(var(--hue) 70% var(--deep)); }
mark a, .legend a { color: inherit; font-size: .7em; font-weight: 600; margin-right: .3em; text-decoration: none;
  user-select: none; }
mark a:hover, td a:hover { text-decoration: underline; }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .6rem; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
td a { color: inherit; }
code { font-size: .95em; }
:focus-visible { outline: .2em solid currentColor; outline-offset: .1em; }
:target { outline: .15em solid currentColor; }
"""


def page_of(report: "Report", told: "Sequence[tuple[Claim, Sequence[Value]]]", nothing: str) -> str:
    """The whole page as HTML; `nothing` is what to say of a report without claims."""
    root = ET.Element("html", lang="en")
    title = one_line(report.title) or report.id
    _head(root, title)
    body = ET.SubElement(root, "body")
    _add(body, "h1", title)
    about = (report.id, report.source, report.published, report.language, report.url)
    _add(body, "p", one_line(" · ".join(part for part in about if part)), {"class": "about"})
    main = ET.SubElement(body, "main")
    marks = marks_of((claim for claim, _ in told), report.full_text)
    if marks:
        _legend(main, marks)
    _add(main, "h2", "Text")
    text = ET.SubElement(main, "div", {"class": "text", "dir": "auto", **_language(report)})
    _text(text, report.full_text, marks, _rows_by_mark(told))
    _add(main, "h2", words.count(len(told), "claim"))
    if not told:
        _add(main, "p", nothing)
    quotes = _Quotes(report, frozenset((mark.start, mark.end) for mark in marks))
    for number, (claim, values) in enumerate(told, start=1):
        _claim(main, number, claim, values, quotes)
    return "<!DOCTYPE html>\n" + ET.tostring(root, encoding="unicode", method="html") + "\n"


def _add(parent: ET.Element, tag: str, text: str, attributes: dict[str, str] | None = None) -> ET.Element:
    element = ET.SubElement(parent, tag, attributes or {})
    element.text = harmless(text)
    return element


def _write(parent: ET.Element, text: str) -> None:
    """Put text behind all that an element holds."""
    text = harmless(text)
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _head(root: ET.Element, title: str) -> None:
    head = ET.SubElement(root, "head")
    ET.SubElement(head, "meta", charset="utf-8")
    ET.SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": POLICY})
    ET.SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    _add(head, "title", f"{title} – what was read")
    hues = "".join(f".{name} {{ --hue: {hue}; --rule: {line}; }}\n" for name, (hue, line) in LINES.items())
    ET.SubElement(head, "style").text = STYLE + hues


def _language(report: "Report") -> dict[str, str]:
    return {"lang": report.language} if report.language else {}


def _class(role: str) -> str:
    return role if role in QUESTIONS else FIGURE


def _in_order(roles: Sequence[str]) -> list[str]:
    order = list(QUESTIONS)
    return sorted(roles, key=lambda role: (order.index(role) if role in order else len(order), role))


def _legend(main: ET.Element, marks: Sequence[Mark]) -> None:
    _add(main, "h2", "Legend")
    listed = ET.SubElement(main, "ul", {"class": "legend"})
    for role in _in_order([*{role for mark in marks for role in mark.roles}]):
        item = ET.SubElement(listed, "li")
        _add(item, "mark", role, {"class": _class(role)})
        _write(item, f" {QUESTIONS.get(role, 'how many')}")


def _row_id(number: int, value: Value) -> str:
    """The id of a value's row in the table; a key's other characters are no part of an address."""
    return f"claim-{number}-{value.key.replace(':', '-').replace(' ', '-')}"


Rows = dict[tuple[int, int, str], tuple[str, Value]]


def _rows_by_mark(told: "Sequence[tuple[Claim, Sequence[Value]]]") -> Rows:
    """For the words of a question the row that tells of it; of several claims the first."""
    rows: Rows = {}
    for number, (_, values) in enumerate(told, start=1):
        for value in values:
            if value.span:
                rows.setdefault((*value.span, value.question), (_row_id(number, value), value))
    return rows


def _text(parent: ET.Element, text: str, marks: Sequence[Mark], rows: Rows) -> None:
    """The text with a mark element around each mark, one in the other where they are so in the text."""
    stack: list[tuple[Mark | None, ET.Element]] = [(None, parent)]
    for piece in pieces(text, marks):
        while stack[-1][0] is not None and stack[-1][0] not in piece.marks:
            stack.pop()
        for mark in piece.marks[len(stack) - 1 :]:
            stack.append((mark, _mark(stack[-1][1], mark, rows)))
        _write(stack[-1][1], piece.text)


def _mark(parent: ET.Element, mark: Mark, rows: Rows) -> ET.Element:
    roles = _in_order(mark.roles)
    element = ET.SubElement(parent, "mark", {"class": _class(roles[0]), "id": f"at-{mark.start}-{mark.end}"})
    for role in roles:
        row = rows.get((mark.start, mark.end, role))
        if row is None:  # the rest of words that cross another mark
            _add(element, "a", role)
            continue
        address, value = row
        why = f"{value.shown}: {value.rule or UNKNOWN_RULE}" + (f" ({value.entry})" if value.entry else "")
        _add(element, "a", role, {"href": f"#{address}", "title": one_line(why)})
    return element


@dataclass(frozen=True, slots=True)
class _Quotes:
    """The words of a report, with links to those that are marked in it."""

    report: "Report"
    marked: frozenset[tuple[int, int]]

    def cell(self, row: ET.Element, span: tuple[int, int] | None) -> None:
        """A cell of a table with the words at a span."""
        cell = ET.SubElement(row, "td", _language(self.report))
        if span is None:
            return
        quote = f"“{one_line(self.report.full_text[span[0] : span[1]])}”"
        if span in self.marked:
            _add(cell, "a", quote, {"href": f"#at-{span[0]}-{span[1]}"})
        else:
            _write(cell, quote)


def _claim(main: ET.Element, number: int, claim: "Claim", values: Sequence[Value], quotes: _Quotes) -> None:
    section = ET.SubElement(main, "section", {"aria-labelledby": f"claim-{number}"})
    stance = labels().stances[claim.stance]
    head = f"{number}. {words.voice(claim, quotes.report)} {stance}: {words.what(claim)}"
    _add(section, "h3", one_line(head), {"id": f"claim-{number}"})
    scroll = ET.SubElement(section, "div", {"class": "scroll", "tabindex": "0", "role": "group"})
    scroll.set("aria-labelledby", f"claim-{number}")
    table = ET.SubElement(scroll, "table")
    row = ET.SubElement(ET.SubElement(table, "thead"), "tr")
    for name in COLUMNS:
        _add(row, "th", name, {"scope": "col"})
    body = ET.SubElement(table, "tbody")
    for value in values:
        _value(body, number, value, quotes)


def _value(body: ET.Element, number: int, value: Value, quotes: _Quotes) -> None:
    """A row for a value and its first reason; a row each for the others."""
    row = ET.SubElement(body, "tr", {"id": _row_id(number, value)})
    over = {"rowspan": str(len(value.reasons))} if len(value.reasons) > 1 else {}
    _add(row, "th", value.question, {"scope": "row", **over})
    _add(row, "td", value.shown, over)
    quotes.cell(row, value.words)
    if not value.reasons:
        _add(row, "td", UNKNOWN_RULE, {"class": "none"})
        _add(row, "td", "")
    for position, reason in enumerate(value.reasons):
        if position:
            row = ET.SubElement(body, "tr")
            quotes.cell(row, reason.span if reason.span != value.words else None)
        _add(row, "td", reason.rule)
        cell = ET.SubElement(row, "td")
        if reason.entry:
            _add(cell, "code", reason.entry)
