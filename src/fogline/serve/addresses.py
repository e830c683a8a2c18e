"""Which addresses and names may be set of a server? They go into its policy and decide whom it answers.

Each is taken apart and put together again from parts that match a strict pattern, so that nothing but a scheme, a host
and a port reaches a header.
"""

import ipaddress
import re
from typing import Final
from urllib.parse import SplitResult, urlsplit

from fogline.errors import UsageError

LABEL: Final = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
HOST: Final = re.compile(rf"(?=.{{1,253}}\Z){LABEL}(?:\.{LABEL})*\.?")
# Printable ASCII without what ends a directive, a value or a text: blanks, quotes, semicolons, commas, backslashes, <>.
PLAIN: Final = re.compile(r"[!#-&(-+\--:=?-\[\]-_a-z{|}~]{1,2000}")
PORTS: Final = {"http": 80, "https": 443}
ARCHIVE: Final = "pmtiles://"
# What the page takes for an archive or a TileJSON; anything else is a template.
FILES: Final = (".pmtiles", ".json")
PLACES: Final = ("{z}", "{x}", "{y}")
BRACES: Final = re.compile(r"\{[^{}]*\}|[{}]")
LONGEST_ATTRIBUTION: Final = 200
TILES_ARE: Final = "an http(s) address with {z}, {x} and {y}, of a TileJSON (.json) or of a .pmtiles archive"


def checked_tiles(address: str) -> str:
    """The address of map tiles. Raises UsageError for what is none."""
    tile_origin(address)
    path = address.removeprefix(ARCHIVE).partition("?")[0]
    if path.endswith(FILES):
        return address
    places = BRACES.findall(address)
    if address.startswith(ARCHIVE) or set(places) != set(PLACES):
        raise UsageError(f"--tiles: this is not {TILES_ARE}: {_shown(address)}")
    return address


def tile_origin(address: str) -> str:
    """Scheme, host and port of a tile address, as a policy names them. Raises UsageError."""
    parts = _parts(address.removeprefix(ARCHIVE))
    found = _origin(parts) if parts else None
    if found is None or "[" in found:  # a policy cannot name an IPv6 address
        raise UsageError(
            f"--tiles: this is not {TILES_ARE}, without blanks, quotes, semicolons and commas: {_shown(address)}"
        )
    return found


def checked_origin(text: str) -> str:
    """A site as browsers name it: in small letters, without the port of its scheme. Raises UsageError."""
    parts = _parts(text)
    found = _origin(parts) if parts else None
    if parts is None or found is None or parts.path or "?" in text or "#" in text:
        raise UsageError(
            f"--origin: this is no site, such as https://map.example or http://10.0.0.5:8080: {_shown(text)}"
        )
    return found


def checked_name(name: str) -> str:
    """A host name, in small letters. Raises UsageError for anything more."""
    if not HOST.fullmatch(name.lower()):
        raise UsageError(f"--name: this is no host name, such as desk.example.org: {_shown(name)}")
    return name.lower()


def checked_attribution(text: str) -> str:
    """Whose the tiles are, in one line. Raises UsageError."""
    if not text.strip() or not text.isprintable() or len(text) > LONGEST_ATTRIBUTION:
        raise UsageError(f"--attribution must be one line of {LONGEST_ATTRIBUTION} characters at most")
    return text.strip()


def _parts(text: str) -> SplitResult | None:
    """The parts of an http(s) address of plain characters."""
    if not PLAIN.fullmatch(text):
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return parts if parts.scheme in PORTS and "@" not in parts.netloc else None


def _origin(parts: SplitResult) -> str | None:
    try:
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    if ":" in host:
        try:
            host = f"[{ipaddress.IPv6Address(host)}]"
        except ValueError:
            return None
    elif not HOST.fullmatch(host):
        return None
    return f"{parts.scheme}://{host}" if port in (None, PORTS[parts.scheme]) else f"{parts.scheme}://{host}:{port}"


def _shown(text: str) -> str:
    return ascii(text[:100])
