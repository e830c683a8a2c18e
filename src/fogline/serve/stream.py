"""How do those who watch hear at once of what is new? As server-sent events, each client with a bounded queue."""

import asyncio
import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any, Final

import orjson

from fogline.serve.asking import Asked
from fogline.serve.desk import Desk, Turn
from fogline.serve.render import summaries_of

# Messages that wait for one client; who is farther behind is told to load anew.
WAITING: Final = 64
# Events in one message: more than a page shows, and a megabyte.
MOST_EVENTS: Final = 1000
MOST_CLIENTS: Final = 200
Message = dict[str, Any]
END: Final[Message] = {"event": "end"}


@dataclass(eq=False, slots=True)
class Client:
    """One who watches, with the query and the messages that wait."""

    asked: Asked
    loop: asyncio.AbstractEventLoop
    waiting: asyncio.Queue[Message] = field(default_factory=lambda: asyncio.Queue(WAITING))

    def put(self, message: Message) -> None:
        """Have a message wait; called in the client's loop."""
        if self.waiting.full():
            while not self.waiting.empty():
                self.waiting.get_nowait()
            if message is not END:
                message = reset(int(message["id"]))
        self.waiting.put_nowait(message)


class Hub:
    """All who watch. `tell` is called in the desk's thread, the rest in the server's loop."""

    def __init__(self, desk: Desk) -> None:
        """Listen to `desk`."""
        self._desk = desk
        self._clients: set[Client] = set()
        self._lock = threading.Lock()
        self._closed = False
        desk.listen(self.tell)

    @property
    def clients(self) -> int:
        """How many watch."""
        return len(self._clients)

    @property
    def is_full(self) -> bool:
        """Whether no more may watch."""
        return self._closed or len(self._clients) >= MOST_CLIENTS

    def tell(self, turn: Turn) -> None:
        """Send everybody what of a change passes their query; made once a query."""
        with self._lock:
            clients = list(self._clients)
        made: dict[Asked, Message | None] = {}
        for client in clients:
            if client.asked not in made:
                made[client.asked] = message_of(turn, client.asked)
            message = made[client.asked]
            if message is not None:
                client.loop.call_soon_threadsafe(client.put, message)

    def close(self) -> None:
        """End all streams; called in the loop."""
        self._closed = True
        for client in list(self._clients):
            client.put(END)

    async def messages(self, asked: Asked, since: int | None) -> AsyncIterator[Message]:
        """A greeting, what came since revision `since`, and then all that comes."""
        client = Client(asked, asyncio.get_running_loop())
        with self._lock:
            self._clients.add(client)
        try:
            view = self._desk.view
            yield {"event": "hello", "data": dumped({"revision": view.revision})}
            if since is not None:
                missed = await asyncio.to_thread(self.missed, asked, since)
                if missed is not None:
                    yield missed
            while (message := await client.waiting.get()) is not END:
                yield message
        finally:
            with self._lock:
                self._clients.discard(client)

    def missed(self, asked: Asked, since: int) -> Message | None:
        """What came since a revision; a reset where it is too long ago, too much, or not known."""
        view = self._desk.view
        if since == view.revision and view.visible is None:
            return None
        found = None if view.visible is not None else self._desk.store.changed_since(since, MOST_EVENTS)
        if found is None:
            return reset(view.revision)
        return message_of(Turn(view, (), *found), asked)


def message_of(turn: Turn, asked: Asked) -> Message | None:
    """What of a change passes a query; None where nothing does."""
    view, there = turn.view, turn.view.row_of
    told = [key for key in (*turn.new, *turn.changed) if key in there]
    passes = view.mask(asked)
    through = [key for key in told if passes[there[key]]]
    left = sorted({*turn.gone, *(key for key in turn.changed if key not in there or not passes[there[key]])})
    if not through and not left:
        return None
    if len(through) + len(left) > MOST_EVENTS:
        return reset(view.revision)
    body = {
        "revision": view.revision,
        "events": summaries_of(view, through),
        "new": [key for key in turn.new if key in there and passes[there[key]]],
        "gone": left,
    }
    return {"event": "events", "id": str(view.revision), "data": dumped(body)}


def reset(revision: int) -> Message:
    """The word to load everything anew."""
    return {"event": "reset", "id": str(revision), "data": dumped({"revision": revision})}


def revision_of(last_event_id: str | None) -> int | None:
    """The revision in a Last-Event-ID; -1, which is too long ago, where it is none of ours."""
    if not last_event_id:
        return None
    return (
        int(last_event_id) if last_event_id.isascii() and last_event_id.isdecimal() and len(last_event_id) < 16 else -1
    )


def dumped(body: Any) -> str:
    """JSON as text; it holds no line end, so that it is one data line."""
    return orjson.dumps(body).decode()
