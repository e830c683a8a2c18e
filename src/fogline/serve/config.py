"""What can be set of a server, and what must be?"""

import ipaddress
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from fogline.errors import UsageError
from fogline.serve.addresses import checked_attribution, checked_name, checked_origin, checked_tiles

DEFAULT_HOST: Final = "127.0.0.1"
DEFAULT_PORT: Final = 8000
LOOPBACK_NAMES: Final = ("localhost", "127.0.0.1", "::1")
# 16 characters of the base64 alphabet are 96 bits: more than can be tried over a network.
SHORTEST_TOKEN: Final = 16
TOKEN: Final = re.compile(r"[\x21-\x7e]+")


# How the offline map draws Crimea: as Ukraine, with a dashed line, or with a border.
Crimea = Literal["ua", "dashed", "border"]


class ServeError(UsageError):
    """The server cannot be started as it was asked for."""


@dataclass(frozen=True, slots=True)
class ServeConfig:
    """`token` opens writing, and reading where the bind is not loopback; `delay_hours` holds young events back.

    `names` are further host names by which the server may be called, `origins` those of pages on other hosts that may
    read (CORS; none by default), `tiles` the address of a basemap and `attribution` whose it is. Raises UsageError for
    an address, a name or an origin that is none: they decide whom the server answers and what a page may load.
    """

    token: str
    host: str = DEFAULT_HOST
    port: int = DEFAULT_PORT
    delay_hours: float = 0
    names: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    webhooks: Path | None = None
    tiles: str | None = None
    attribution: str | None = None
    crimea: Crimea = "ua"
    feeds: Path | None = None
    page: Path | None = None

    def __post_init__(self) -> None:
        """Check what goes into headers."""
        object.__setattr__(self, "names", tuple(checked_name(name) for name in self.names))
        object.__setattr__(self, "origins", tuple(checked_origin(origin) for origin in self.origins))
        if self.tiles is not None:
            checked_tiles(self.tiles)
        if self.attribution is not None:
            object.__setattr__(self, "attribution", checked_attribution(self.attribution))

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        return is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Whether an address or name is this machine's own."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def checked_token(token: str) -> str:
    """The token. Raises ServeError where it could be guessed, or no header can carry it."""
    if len(token) < SHORTEST_TOKEN or not TOKEN.fullmatch(token):
        raise ServeError(
            f"the token must have {SHORTEST_TOKEN} or more printable ASCII characters without blanks: "
            "python -c 'import secrets; print(secrets.token_urlsafe(24))' makes one"
        )
    return token
