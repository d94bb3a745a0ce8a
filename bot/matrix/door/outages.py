"""Tells apart why the homeserver cannot be reached, in words that say where to look."""

from __future__ import annotations

from enum import StrEnum

import aiohttp


class Outage(StrEnum):
    """What keeps us from the homeserver."""

    NAME = "name"
    CERTIFICATE = "certificate"
    REFUSED = "refused"
    NETWORK = "network"
    SILENCE = "silence"
    BROKEN = "broken"
    FAILING = "failing"
    """It answers, but with an error or with something that is not Matrix."""


_KINDS: tuple[tuple[type[Exception], Outage], ...] = (
    (aiohttp.ClientConnectorDNSError, Outage.NAME),
    (aiohttp.ClientConnectorCertificateError, Outage.CERTIFICATE),
    (aiohttp.ClientSSLError, Outage.CERTIFICATE),
    (TimeoutError, Outage.SILENCE),
    (aiohttp.ClientConnectorError, Outage.NETWORK),
    (aiohttp.ClientError, Outage.BROKEN),
    (ConnectionError, Outage.BROKEN),
)


def outage(fault: Exception) -> Outage:
    """Which one it is."""
    if isinstance(fault, aiohttp.ClientConnectorError) and _refused(fault.os_error):
        return Outage.REFUSED
    return next((kind for cls, kind in _KINDS if isinstance(fault, cls)), Outage.NETWORK)


def described(fault: Exception) -> str:
    """One English line for the log and for operators; it holds no token."""
    kind, more = outage(fault), " ".join(str(fault).split())
    match kind:
        case Outage.NAME:
            said = "its name is not known (DNS)"
        case Outage.CERTIFICATE:
            said, more = "its certificate is not accepted (TLS)", _objection(fault)
        case Outage.REFUSED:
            said = "nothing listens there (connection refused)"
        case Outage.SILENCE:
            said = "it does not answer in time"
        case Outage.BROKEN:
            said = "the connection broke off in the middle"
        case _:
            said = "no way leads there (network)"
    return f"{said}: {more}"[:300] if more else said


def _refused(fault: OSError) -> bool:
    """Where a name has several addresses, each was tried, and only the text tells of them."""
    return isinstance(fault, ConnectionRefusedError) or "Connect call failed" in str(fault)


def _objection(fault: Exception) -> str:
    """What is wrong with it: expired, of another name, signed by a stranger."""
    inner = getattr(fault, "certificate_error", fault)
    return str(getattr(inner, "verify_message", "") or inner)
