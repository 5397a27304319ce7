"""Which addresses may be called.

The operator's own address is trusted as it is: a server on this machine or on a private network is legitimate. An
address that a server's answer gives is a stranger's: it could make us ask things inside the network that only we can
reach (server-side request forgery, OWASP).
"""

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass

import httpx

from generation.errors import BadResult, TryAgain, Unavailable

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
"""Asked for the addresses of a host and port."""

_PORTS = {"http": 80, "https": 443}
_ASSIGNED = ipaddress.ip_network("192.0.0.0/24")
"""Addresses of protocols (RFC 6890); Python 3.11 counts most as public, and a cloud's own server answers at one."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that lead to an IPv4 one (RFC 6052)."""

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, kw_only=True, slots=True)
class Origin:
    """Where an address leads: what credentials are bound to."""

    scheme: str
    host: str
    port: int


def origin(url: httpx.URL) -> Origin:
    """Return the origin of an address, its port filled in."""
    return Origin(scheme=url.scheme, host=url.host, port=url.port or _PORTS.get(url.scheme, 0))


def configured(address: str, place: str) -> httpx.URL:
    """Return the operator's own address; `place` says where it is set.

    Raises:
        Unavailable: it is no http address, or holds a name and password.
    """
    try:
        url = httpx.URL(address.rstrip("/"))
    except (httpx.InvalidURL, UnicodeError):
        url = httpx.URL("")
    if url.scheme not in _PORTS or not url.host:
        raise Unavailable(f"{place} is {address[:100]!r}, no http address; correct it")
    if url.userinfo or url.query or url.fragment:
        raise Unavailable(f"{place} holds more than scheme, host, port and path; put keys where keys belong")
    return url


async def resolved(host: str, port: int) -> Sequence[str]:
    """Return what the name of a host stands for.

    Raises:
        TryAgain: nobody knows it now.
    """
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise TryAgain(f"the name {host[:100]} cannot be looked up; try again later") from error
    return tuple(dict.fromkeys(str(each[4][0]) for each in found))


def is_public(address: str) -> bool:
    """Tell whether an address is one of the open internet, and leads to no other that is not."""
    try:
        ours = ipaddress.ip_address(address)
    except ValueError:
        return False
    inside = tuple(_inside(ours))
    return all(map(_is_public, inside if ours in _NAT64 else (ours, *inside)))


async def checked(url: httpx.URL, ours: Origin, resolve: Resolve) -> Sequence[str]:
    """Return the addresses that may be connected to for a stranger's URL; none where it is our own server's.

    Every address that the name stands for must be public. Who connects takes one of these and asks for no name again:
    it could stand for another by then (DNS rebinding).

    Raises:
        BadResult: it is not https, holds a name and password, or leads into a private network.
        TryAgain: the name cannot be looked up now.
    """
    theirs = origin(url)
    if theirs == ours and not url.userinfo:
        return ()
    if theirs.scheme != "https" or not theirs.host or url.userinfo:
        raise BadResult(f"{ours.host} names a result at {_shown(theirs)}, which is no plain https address")
    if (theirs.host, theirs.port) == (ours.host, ours.port):
        return ()
    found = await resolve(theirs.host, theirs.port)
    if not found or not all(is_public(each) for each in found):
        raise BadResult(f"{ours.host} names a result at {_shown(theirs)}, which is no public address")
    return found


def _shown(found: Origin) -> str:
    """Return what a message says of an address: never its query, which may be a key."""
    return f"{found.scheme[:10]}://{found.host[:100]}:{found.port}"


def _is_public(address: Address) -> bool:
    is_special = address.is_multicast or address.is_reserved or address.is_loopback or address.is_link_local
    is_inside = address in _ASSIGNED or (isinstance(address, ipaddress.IPv6Address) and address.is_site_local)
    return address.is_global and not is_special and not is_inside and not address.is_unspecified


def _inside(address: Address) -> Iterator[Address]:
    """Give the IPv4 addresses that an IPv6 one leads to."""
    if isinstance(address, ipaddress.IPv6Address):
        yield from (each for each in (address.ipv4_mapped, address.sixtofour, *(address.teredo or ())) if each)
        if address in _NAT64:
            yield ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
