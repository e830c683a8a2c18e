"""How is the server started and ended? In one process, on one port, until Ctrl-C."""

import errno
import logging
import signal
import socket
from collections.abc import Callable
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from fogline.serve.config import ServeConfig, ServeError, is_loopback

# Requests at once, streams among them; more are told to come again (503).
MOST_AT_ONCE = 400
KEEP_ALIVE_SECONDS = 15
# Ending waits so long for answers that are under way.
GRACE_SECONDS = 3
BACKLOG = 512
HIGHEST_PORT = 65_535
FAR_AWAY = "192.0.2.1"  # of no machine: kept for documents (RFC 5737)


def listening(config: ServeConfig) -> socket.socket:
    """A socket on the address and port asked for; port 0 takes any that is free. Raises ServeError in one line."""
    if not 0 <= config.port <= HIGHEST_PORT:
        raise ServeError(f"port {config.port} is none: they run from 1 to {HIGHEST_PORT}")
    try:
        kind = socket.getaddrinfo(config.host, config.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        found = socket.socket(kind[0], socket.SOCK_STREAM)
        try:
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            found.bind(kind[4])
        except BaseException:
            found.close()
            raise
    except OSError as error:
        raise ServeError(_told(config, error)) from error
    return found


def address_of(config: ServeConfig, found: socket.socket) -> str:
    """The address of the page, as a browser on this machine opens it."""
    port = found.getsockname()[1]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(config.host, config.host)  # noqa: S104 - compared, not bound
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def address_for_others(config: ServeConfig, found: socket.socket) -> str | None:
    """The address by which other machines reach a server that listens on all of this one's; None for any other."""
    if config.host not in ("0.0.0.0", "::"):  # noqa: S104 - compared, not bound
        return None
    host = config.names[0] if config.names else _own_address()
    return f"http://{host}:{found.getsockname()[1]}/" if host else None


def _own_address() -> str | None:
    """The address of this machine by which it would reach others; nothing is sent to find it out."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        try:
            line.connect((FAR_AWAY, 9))
        except OSError:
            return None
        own: str = line.getsockname()[0]
    return None if is_loopback(own) else own


def run(
    app: ASGIApp, found: socket.socket, end: Callable[[], None], started: Callable[[], None] = lambda: None
) -> None:
    """Serve until a signal; `end` is called first then, so that open streams end; `started` once it answers."""
    Server(
        uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=True,
            proxy_headers=False,
            limit_concurrency=MOST_AT_ONCE,
            timeout_keep_alive=KEEP_ALIVE_SECONDS,
            timeout_graceful_shutdown=GRACE_SECONDS,
            backlog=BACKLOG,
            lifespan="on",
            ws="none",
        ),
        end,
        started,
    ).run(sockets=[found])


class Server(uvicorn.Server):
    """uvicorn's server, which ends the streams before it waits for what is under way."""

    def __init__(self, config: uvicorn.Config, end: Callable[[], None], started: Callable[[], None]) -> None:
        """Call `end` when a signal comes, `started` once the server answers."""
        super().__init__(config)
        self._end, self._begun = end, started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        if not self.should_exit:
            self._begun()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End; a second Ctrl-C ends without waiting. The signal is not raised again: ending so is no fault."""
        self._end()
        self.should_exit, self.force_exit = True, self.should_exit and sig == signal.SIGINT


def _told(config: ServeConfig, error: OSError) -> str:
    where = f"{config.host}:{config.port}"
    if error.errno == errno.EADDRINUSE:
        return f"{where} is in use: end what runs there, or take another port with --port {config.port + 1}"
    if error.errno == errno.EACCES:
        return f"{where} may not be used without more rights: take a port from 1024 up with --port"
    if isinstance(error, socket.gaierror):
        return f"--host {config.host} is no address of this machine"
    return f"{where} cannot be listened on: {error.strerror or error}"


def log_to_stderr() -> None:
    """One line on standard error for each warning and fault of the server, with a stack trace for faults of ours."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s", "%H:%M:%S"))
    for name in ("fogline", "uvicorn.error"):
        logger = logging.getLogger(name)
        logger.handlers[:] = [handler]
        logger.setLevel(logging.WARNING)
        logger.propagate = False
