"""Which machines an address may lead to: those of the public internet, and no others.

An address in a list of reports, or one that a page redirects to, may name a machine of the user's own network or a
cloud's metadata service. So the host is resolved once, every answer is checked, and the connection goes to an answer
that was checked (no second look-up that could say something else). `FOGLINE_ALLOW_PRIVATE=1` in the environment lifts
the check, for tests against a server on the same machine and for reading an intranet on purpose.
"""

import ipaddress
import os
import socket

from fogline.collect.skip import Skip

ALLOW_PRIVATE = "FOGLINE_ALLOW_PRIVATE"
# RFC 6052: the well-known prefix by which IPv6-only networks reach IPv4 machines.
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
IPV4_BITS = 32

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def checked_addresses(host: str, port: int) -> list[str]:
    """The numeric addresses of a host, all of them public. Raises Skip where one is not, or where there are none."""
    found = found_addresses(host, port)
    for address in found:
        if not private_allowed() and not is_public(address):
            raise Skip(
                "private_address",
                f"leads to a private network ({address}): Fogline reads the public web only, "
                f"unless {ALLOW_PRIVATE}=1 is set (docs/watch.md)",
            )
        if _is_link_local(address):  # where clouds keep a machine's keys
            raise Skip("private_address", f"leads to a private network ({address}) that is never read")
    return found


def found_addresses(host: str, port: int) -> list[str]:
    """The numeric addresses of a host, whatever they are. Raises Skip where there are none."""
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Skip("unknown_host", f"has a host that cannot be found: {host}") from error
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


def private_allowed() -> bool:
    """Whether the user has lifted the check."""
    return os.environ.get(ALLOW_PRIVATE) == "1"


def is_public(address: str) -> bool:
    """Whether a numeric address is one of the public internet, also where it wraps an IPv4 address."""
    try:
        number = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(number, ipaddress.IPv4Address):
        return _is_global(number)
    if number in NAT64:  # the way to an IPv4 machine, and as public as that is
        return _is_global(ipaddress.IPv4Address(int(number) & (2**IPV4_BITS - 1)))
    return all(_is_global(one) for one in (number, *_wrapped(number)))


def _is_global(number: Address) -> bool:
    return number.is_global and not (number.is_multicast or number.is_reserved or number.is_unspecified)


def _wrapped(number: ipaddress.IPv6Address) -> list[Address]:
    """The IPv4 addresses inside an IPv6 address: mapped, 6to4, Teredo."""
    inside = [number.ipv4_mapped, number.sixtofour, *(number.teredo or ())]
    return [one for one in inside if one is not None]


def _is_link_local(address: str) -> bool:
    try:
        return ipaddress.ip_address(address.partition("%")[0]).is_link_local
    except ValueError:
        return False


def is_loopback(host: str) -> bool:
    """Whether a host is this machine by its writing."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
