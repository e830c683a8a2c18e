"""What a web page says: its article, headline, day, site and address, without menus and adverts (trafilatura)."""

import re
from dataclasses import dataclass

from fogline.collect.clean import clean_line, clean_text
from fogline.collect.encoding import decode
from fogline.collect.shape import Defaults, read_language, read_published, shape
from fogline.collect.skip import Skip
from fogline.model.report import Report

# The declared encoding stands in the first kilobyte (HTML Living Standard, "determining the character encoding").
DECLARATION_BYTES = 1024
DECLARED_CHARSET = re.compile(rb"""charset\s{0,4}=\s{0,4}["']?\s{0,4}([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE)
HTML_LANGUAGE = re.compile(r"""<html\b[^>]{0,500}?\blang\s{0,4}=\s{0,4}["']?([A-Za-z]{2})\b""", re.IGNORECASE)
HEAD_CHARACTERS = 5000
# The publication date alone, as the page declares it: a date found somewhere in the text is a guess.
DATE_SEARCH = {"extensive_search": False, "original_date": True}


@dataclass(frozen=True, slots=True)
class Page:
    """What was read out of a page; `text` has a blank line between paragraphs."""

    title: str
    text: str
    site: str | None
    url: str | None
    published: str | None
    language: str | None


def html_report(data: bytes, defaults: Defaults, url: str | None = None, charset: str | None = None) -> Report:
    """The report that a page makes. `url` is the address that it was fetched from, `charset` what the server said.

    Raises Skip.
    """
    if not data.strip():
        raise Skip("empty", "is empty")
    page = read_page(decode_html(data, charset), url)
    fields = {"source": defaults.source or page.site, "url": url or page.url, "title": page.title, "text": page.text}
    report = shape(fields, defaults, page_date=page.published)
    return report if report.language else shape({**fields, "language": page.language}, defaults, page.published)


def read_page(html: str, url: str | None = None) -> Page:
    """Find the article in a page. Raises Skip where there is none."""
    import trafilatura

    try:
        found = trafilatura.bare_extraction(
            html, url=url, with_metadata=True, include_comments=False, date_extraction_params=DATE_SEARCH
        )
    except Exception as error:  # the parser meets hostile pages: whatever breaks it must not stop the rest
        raise Skip("bad_html", f"is a page that cannot be read ({type(error).__name__})") from error
    text = "" if found is None or isinstance(found, dict) else clean_text(found.text or "")
    if found is None or isinstance(found, dict) or not text.strip():
        raise Skip("no_text", "is a page without an article in it: save the text as .txt")
    title = clean_line(found.title or "")
    language = HTML_LANGUAGE.search(html[:HEAD_CHARACTERS])
    return Page(
        title=title,
        text=_body(text, title),
        site=clean_line(found.sitename or found.hostname or "") or None,
        url=_web_address(found.url),
        published=_date(found.date),
        language=read_language(language[1]) if language else None,
    )


def decode_html(data: bytes, charset: str | None = None) -> str:
    """The page as text: by the server's word on its encoding, by its own, or as UTF-8. Raises Skip."""
    declared = DECLARED_CHARSET.search(data[:DECLARATION_BYTES])
    return decode(data, charset, declared[1].decode("ascii") if declared else None)


def _body(text: str, title: str) -> str:
    """The paragraphs, a blank line between them, without the headline where the page repeats it."""
    paragraphs = [line for line in text.split("\n") if line.strip()]
    if title and len(paragraphs) > 1 and clean_line(paragraphs[0]) == title:
        del paragraphs[0]
    return "\n\n".join(paragraphs)


def _web_address(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None


def _date(value: str | None) -> str | None:
    """The page's date where it is one."""
    try:
        return read_published(value)
    except Skip:
        return None
