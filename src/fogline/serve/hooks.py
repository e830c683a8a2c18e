"""How does the desk call those who want to hear when events come or change?

A call is a POST of what the stream would send, signed with HMAC-SHA256 over its time and body, so that the receiver
knows who sent it and that it is not an old one sent again. What is not taken is sent again after a while, longer each
time; after the last try it is given up and counted. Nothing is kept over an end of the server.
"""

import hashlib
import hmac
import http.client
import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from fogline.collect.address import parse_address
from fogline.collect.connect import deadline, open_line
from fogline.collect.skip import Skip
from fogline.serve.asking import Asked
from fogline.serve.desk import Turn
from fogline.serve.stream import message_of

log = logging.getLogger("fogline.serve")
# Seconds between tries: about an hour and a half in all.
PAUSES: Final = (1, 5, 30, 300, 1800, 3600)
# Calls that wait for one receiver; more are given up, the oldest first.
WAITING: Final = 1000
CALL_SECONDS: Final = 10.0


@dataclass(frozen=True, slots=True)
class Hook:
    """One receiver. `private` allows an address of one's own network."""

    name: str
    url: str
    secret: str
    asked: Asked
    private: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """One POST; `id` is the same in every try of it."""

    id: str
    body: bytes


@dataclass(slots=True)
class Tally:
    """How the calls of a hook went: taken, tried in vain, given up."""

    taken: int = 0
    failed: int = 0
    dead: int = 0


Send = Callable[[Hook, Call, int], int]


def signature(secret: str, moment: int, body: bytes) -> str:
    """`v1=` and the HMAC-SHA256, in hex, of the time, a dot and the body."""
    return "v1=" + hmac.new(secret.encode(), f"{moment}.".encode() + body, hashlib.sha256).hexdigest()


def post(hook: Hook, call: Call, moment: int) -> int:
    """The status that one call is answered with. Raises Skip where it may not be called, OSError, HTTPException.

    Redirects are not followed: a receiver is where the file says.
    """
    target = parse_address(hook.url)
    line = open_line(target, private=hook.private)
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "fogline",
        "Fogline-Delivery": call.id,
        "Fogline-Timestamp": str(moment),
        "Fogline-Signature": signature(hook.secret, moment, call.body),
        "Connection": "close",
    }
    try:
        with deadline(line, CALL_SECONDS):
            line.request("POST", target.path, body=call.body, headers=headers)
            return line.getresponse().status
    finally:
        line.close()


@dataclass(slots=True)
class Caller:
    """Calls one hook from a thread of its own, so that a slow receiver keeps nobody waiting."""

    hook: Hook
    send: Send = post
    pauses: Sequence[float] = PAUSES
    clock: Callable[[], float] = time.time
    tally: Tally = field(default_factory=Tally)
    waiting: "queue.Queue[Call]" = field(default_factory=lambda: queue.Queue(WAITING))
    stop: threading.Event = field(default_factory=threading.Event)
    thread: threading.Thread | None = None

    def hear(self, turn: Turn) -> None:
        """Have what of a change passes the hook's filter wait to be sent."""
        message = message_of(turn, self.hook.asked)
        if message is None:
            return
        body = str(message["data"]).encode()
        call = Call(hashlib.sha256(self.hook.name.encode() + b"\0" + body).hexdigest()[:32], body)
        while True:
            try:
                self.waiting.put_nowait(call)
                return
            except queue.Full:
                self.give_up()

    def give_up(self) -> None:
        """Let the oldest call go, and count it."""
        try:
            self.waiting.get_nowait()
            self.tally.dead += 1
        except queue.Empty:
            return

    def start(self) -> None:
        """Begin to call."""
        self.thread = threading.Thread(target=self._work, name=f"fogline-hook-{self.hook.name}", daemon=True)
        self.thread.start()

    def close(self) -> None:
        """Stop; a call that is under way ends by its own deadline."""
        self.stop.set()

    def deliver(self, call: Call) -> bool:
        """Try a call until it is taken, or given up."""
        for number, pause in enumerate((*self.pauses, None)):
            fault = self._try(call)
            if fault is None:
                self.tally.taken += 1
                return True
            self.tally.failed += 1
            if number == 0 and pause is not None:
                log.warning("webhook %s: %s; it is tried again", self.hook.name, fault)
            if pause is None or self.stop.wait(pause):
                break
        self.tally.dead += 1
        log.warning("webhook %s: a call was given up: %s", self.hook.name, fault)
        return False

    def _try(self, call: Call) -> str | None:
        """What is wrong; None where the call was taken."""
        try:
            status = self.send(self.hook, call, int(self.clock()))
        except Skip as skip:
            return f"{skip}, or name its host in allow" if skip.reason == "private_address" else str(skip)
        except (OSError, http.client.HTTPException) as error:
            return f"cannot be reached ({error or type(error).__name__})"
        return None if 200 <= status < 300 else f"answers {status}"

    def _work(self) -> None:
        while not self.stop.is_set():
            try:
                call = self.waiting.get(timeout=0.5)
            except queue.Empty:
                continue
            self.deliver(call)
