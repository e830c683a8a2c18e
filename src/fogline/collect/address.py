"""What an http(s) address is made of, and which addresses are not read at all."""

import re
import urllib.parse
from contextlib import suppress
from dataclasses import dataclass

from fogline.collect.skip import Skip

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,20}://")  # RFC 3986, 3.1
HOST = re.compile(r"[A-Za-z0-9._:%-]{1,253}")  # names, IPv4 and IPv6 addresses with their zone
PORTS = {"http": 80, "https": 443}
URL_CHARACTERS = "%/:=&?~+!$,;'@()*[]"


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart. `host` is ASCII, `path` holds the query too."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def netloc(self) -> str:
        """Host and port as the Host header has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def whole(self) -> str:
        """The address put together again, without its fragment."""
        return f"{self.scheme}://{self.netloc}{self.path}"


def is_address(text: str) -> bool:
    """Whether an input is meant as an address of the web."""
    return SCHEME.match(text) is not None


def parse_address(url: str) -> Target:
    """Take an address apart. Raises Skip for other schemes, for passwords in it, and for what is no address."""
    try:
        parts = urllib.parse.urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise Skip("bad_address", "is no valid address") from error
    if parts.scheme not in PORTS:
        raise Skip("bad_address", f"leads to {parts.scheme or 'no'}://, and only http:// and https:// are read")
    if not host or parts.username is not None:
        raise Skip("bad_address", "needs a host, and no name or password in it")
    with suppress(UnicodeError):
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    if not HOST.fullmatch(host):
        raise Skip("bad_address", "has a host with characters that no host has")
    path = urllib.parse.quote(parts.path or "/", safe=URL_CHARACTERS)
    query = "?" + urllib.parse.quote(parts.query, safe=URL_CHARACTERS) if parts.query else ""
    return Target(parts.scheme, host, port or PORTS[parts.scheme], path + query)
