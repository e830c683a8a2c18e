"""How the machine behind an address is reached: at an address that was checked, over TLS, and not for ever."""

import functools
import http.client
import socket
import ssl
import threading
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from fogline.collect.address import Target, is_address, parse_address
from fogline.collect.guard import checked_addresses, found_addresses, private_allowed
from fogline.collect.skip import Skip

CONNECT_SECONDS = 10.0
TOTAL_SECONDS = 30.0


class Line(http.client.HTTPConnection):
    """A connection to a host at one of its checked numeric addresses; `held` is the socket under it."""

    def __init__(self, target: Target, addresses: Sequence[str]) -> None:
        """Nothing is opened yet."""
        super().__init__(target.host, target.port, timeout=CONNECT_SECONDS)
        self.target = target
        self.addresses = addresses
        self.held: socket.socket | None = None

    def connect(self) -> None:
        """Connect to the first address that answers, and check the certificate against the host's name."""
        self.sock = self.held = _first_answer(self.addresses, self.port)
        if self.target.scheme == "https":
            tls = _tls().wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
            self.sock = self.held = tls
            tls.do_handshake()


class ProxiedLine(Line):
    """A connection through the proxy that the environment names."""

    def __init__(self, target: Target, proxy: Target) -> None:
        """Nothing is opened yet."""
        super().__init__(target, ())
        self.proxy = proxy

    def connect(self) -> None:
        """Connect to the proxy; for https, have it tunnel to the host."""
        self.sock = self.held = socket.create_connection((self.proxy.host, self.proxy.port), CONNECT_SECONDS)
        if self.target.scheme == "https":
            self._tunnel_to_host()
            tls = _tls().wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
            self.sock = self.held = tls
            tls.do_handshake()

    def _tunnel_to_host(self) -> None:
        there = f"{self.target.host}:{self.target.port}"
        self.sock.sendall(f"CONNECT {there} HTTP/1.1\r\nHost: {there}\r\n\r\n".encode("ascii"))
        response = http.client.HTTPResponse(self.sock, method="CONNECT")
        response.begin()
        if response.status != http.client.OK:
            raise Skip("proxy", f"is refused by the proxy ({response.status})")


def open_line(target: Target, *, private: bool = False) -> Line:
    """A connection, not yet opened, to a public machine, or to any where `private` is set. Raises Skip."""
    if private:  # named by the user as a machine of the own network, which no proxy knows
        return Line(target, found_addresses(target.host, target.port))
    proxy = _proxy(target)
    if proxy is None:
        return Line(target, checked_addresses(target.host, target.port))
    _refuse_private_names(target)
    return ProxiedLine(target, proxy)


@contextmanager
def deadline(line: Line, seconds: float = TOTAL_SECONDS) -> Iterator[None]:
    """Cut the connection off after the total time, however slowly the other end drips. Raises TimeoutError then."""
    late = threading.Event()

    def cut() -> None:
        late.set()
        if line.held is not None:
            with suppress(OSError):
                line.held.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    except (OSError, http.client.HTTPException) as error:
        if late.is_set():
            raise TimeoutError from error
        raise
    finally:
        timer.cancel()
    if late.is_set():
        raise TimeoutError


def _first_answer(addresses: Sequence[str], port: int) -> socket.socket:
    failure: OSError | None = None
    for address in addresses:
        try:
            return socket.create_connection((address, port), CONNECT_SECONDS)
        except OSError as error:
            failure = error
    raise failure or OSError("no address")


def _proxy(target: Target) -> Target | None:
    """The proxy of HTTP_PROXY, HTTPS_PROXY or ALL_PROXY, unless NO_PROXY names the host."""
    proxies = urllib.request.getproxies_environment()
    named = proxies.get(target.scheme) or proxies.get("all")
    if not named or urllib.request.proxy_bypass(target.host):
        return None
    return parse_address(named if is_address(named) else f"http://{named}")


def _refuse_private_names(target: Target) -> None:
    """Behind a proxy, which looks names up itself, refuse at least what is private by its writing or here."""
    if private_allowed():
        return
    try:
        checked_addresses(target.host, target.port)
    except Skip as skip:
        if skip.reason == "private_address":
            raise


@functools.cache
def _tls() -> ssl.SSLContext:
    """The system's certificates, and those of certifi for machines that have none."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
