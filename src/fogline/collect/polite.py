"""May this address be asked now? By the site's robots.txt (RFC 9309), and not faster than a reader would."""

import datetime as dt
import http.client
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fogline.collect.address import Target
from fogline.collect.guard import is_loopback
from fogline.collect.skip import Skip
from fogline.collect.web import USER_AGENT, Asking, Refused, fetch
from fogline.collect.world import World

if TYPE_CHECKING:
    from protego import Protego

# RFC 9309, 2.4 and 2.5: kept for a day at most, and 500 kibibytes of it must be read.
KEPT = dt.timedelta(hours=24)
ROBOTS_BYTES = 500 * 1024
# A site that cannot give its rules is closed to us (2.3.1.4); it is asked for them again after this.
ASKED_AGAIN = dt.timedelta(minutes=10)
# Between two requests to one host, where its rules ask for no more; what they ask for is heeded up to the second.
GAP_SECONDS, MOST_GAP_SECONDS = 1.0, 60.0
CLIENT_ERRORS = range(400, 500)


@dataclass(frozen=True, slots=True)
class _Rules:
    """What a site allows until `until`; `closed` says why its rules are not known, and nothing is then allowed."""

    robots: "Protego"
    until: dt.datetime
    closed: str | None = None


class Politeness:
    """Remembers each site's rules and when each host was last asked. Its methods may be called from several threads."""

    def __init__(self, world: World) -> None:
        """Nothing is known yet."""
        self._world = world
        self._rules: dict[str, _Rules] = {}
        self._free: dict[str, dt.datetime] = {}
        self._lock = threading.Lock()

    def before(self, target: Target) -> None:
        """Wait until the address may be asked. Raises Skip where it may not be asked at all."""
        rules = self._rules_of(target)
        if rules.closed is not None:
            raise Skip("robots_unreachable", rules.closed)
        if not rules.robots.can_fetch(target.whole, USER_AGENT):
            raise Skip("robots", "is closed to programs by the site's robots.txt")
        self._wait(target, rules.robots.crawl_delay(USER_AGENT) or 0.0)

    def _rules_of(self, target: Target) -> _Rules:
        site = f"{target.scheme}://{target.netloc}"
        now = self._world.now()
        known = self._rules.get(site)
        if known is None or known.until <= now:
            known = self._rules[site] = _ask_rules(site, now)
        return known

    def _wait(self, target: Target, asked: float) -> None:
        if is_loopback(target.host):
            return
        gap = dt.timedelta(seconds=min(max(GAP_SECONDS, asked), MOST_GAP_SECONDS))
        with self._lock:
            now = self._world.now()
            turn = max(now, self._free.get(target.host, now))
            self._free[target.host] = turn + gap
        if turn > now:
            self._world.sleep((turn - now).total_seconds())


def _ask_rules(site: str, now: dt.datetime) -> _Rules:
    from protego import Protego

    everything = Protego.parse("")
    try:
        body = fetch(f"{site}/robots.txt", Asking(limit=ROBOTS_BYTES)).body
    except Refused as refused:
        if refused.status in CLIENT_ERRORS and refused.status != http.client.TOO_MANY_REQUESTS:
            return _Rules(everything, now + KEPT)
        return _Rules(everything, now + ASKED_AGAIN, f"does not give its robots.txt ({refused.status}): try later")
    except Skip as skip:
        if skip.reason == "private_address":  # told as what it is, by the request itself
            raise
        return _Rules(everything, now + ASKED_AGAIN, skip.message)
    return _Rules(Protego.parse(body.decode(errors="replace")), now + KEPT)
