"""What can go wrong at the homeserver, as exceptions; nio's error values end at this border.

MatrixError
├── Temporary       try again later: network, timeout, 5xx, an answer that is no JSON
│   └── Limited     429: not before `retry_after` seconds have passed
├── Permanent       the homeserver understood and refused: 4xx with an errcode
├── Interactive     the owner of the account has to agree first
└── Unauthorised    the access token is no longer good: nothing works until someone logs in
    └── LoggedOut   and what we have kept does not help
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from bot.matrix.door.outages import Outage

LONGEST_PAUSE = 15 * 60.0
USUAL_PAUSE = 5.0
TOO_LARGE = "M_TOO_LARGE"
POISON = "poison"
"""Why a row is given up at which the homeserver fails again and again."""
_DOWN = frozenset(
    {HTTPStatus.BAD_GATEWAY, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT}
)


class MatrixError(Exception):
    """A request to the homeserver failed."""


class Temporary(MatrixError):  # noqa: N818 -- says what it is
    """It may work later; `status` is None when there was no answer at all."""

    def __init__(
        self, why: str, status: int | None = None, outage: Outage = Outage.FAILING
    ) -> None:
        super().__init__(why)
        self.status = status
        self.outage = outage

    @property
    def nobody_there(self) -> bool:
        """Whether no homeserver answered: nothing came, or a gateway's word that it is down."""
        return self.status is None or self.status in _DOWN


class Limited(Temporary):
    """The homeserver asks for patience: `retry_after` seconds, never more than 15 minutes."""

    def __init__(self, retry_after: float) -> None:
        super().__init__(f"rate limited for {retry_after:.1f} s", HTTPStatus.TOO_MANY_REQUESTS)
        self.retry_after = retry_after


class Permanent(MatrixError):  # noqa: N818 -- says what it is
    """It will be refused again."""

    def __init__(self, status: int, errcode: str, text: str = "") -> None:
        super().__init__(f"{status} {errcode} {text}".rstrip())
        self.status = status
        self.errcode = errcode


class Interactive(MatrixError):  # noqa: N818 -- says what it is
    """User-interactive authentication: each of `flows` is a list of stages, one flow is enough."""

    def __init__(self, body: Mapping[str, Any]) -> None:
        super().__init__("the owner of the account has to agree")
        session, flows, params = body.get("session"), body.get("flows"), body.get("params")
        stages = [one.get("stages") for one in flows or () if isinstance(one, dict)]
        self.session: str | None = session if isinstance(session, str) else None
        self.flows: list[list[Any]] = [one for one in stages if isinstance(one, list)]
        self.params: Mapping[str, Any] = params if isinstance(params, dict) else {}
        self.errcode = str(body.get("errcode", ""))
        """Why what was given before is not enough; empty at the first time."""


class Unauthorised(MatrixError):  # noqa: N818 -- says what it is
    """The homeserver no longer knows us; the queue stays, the operator has to act.

    `soft`: only the access token has expired, the device is still there.
    """

    def __init__(self, why: str, *, soft: bool = False) -> None:
        super().__init__(why)
        self.soft = soft


class LoggedOut(Unauthorised):
    """The homeserver has ended our device, or our way to new tokens; nothing was deleted here."""

    def __init__(self, device_id: str, why: str) -> None:
        super().__init__(
            f"our device {device_id} is logged out ({why}); nothing here was deleted."
            " `netzwerklotse init` logs in again, as a new device"
        )


def as_temporary(fault: Exception) -> Temporary:
    """A fault on our own side, such as a full disk, as one that may pass."""
    return Temporary(type(fault).__name__)


def failure(status: int, body: Mapping[str, Any] | None, retry_header: str | None) -> MatrixError:
    """The exception for an answer that is no success; `body` is None when it was no JSON.

    A 4xx without an errcode comes from a proxy in between, not from the homeserver; only its
    413 (the message is too large) is final.
    """
    body = body or {}
    errcode = body.get("errcode")
    if not isinstance(errcode, str):
        errcode = ""
    if status == HTTPStatus.TOO_MANY_REQUESTS or errcode == "M_LIMIT_EXCEEDED":
        return Limited(_pause(body.get("retry_after_ms"), retry_header))
    if errcode in ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN", "M_USER_DEACTIVATED"):
        return Unauthorised(errcode, soft=body.get("soft_logout") is True)
    if status == HTTPStatus.UNAUTHORIZED and isinstance(body.get("flows"), list):
        return Interactive(body)
    refused = HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE or (refused and errcode):
        return Permanent(status, errcode or TOO_LARGE, str(body.get("error", ""))[:200])
    return Temporary(f"status {status} {errcode}".rstrip(), status)


def _pause(milliseconds: object, header: str | None) -> float:
    seconds = USUAL_PAUSE
    if isinstance(milliseconds, int | float) and not isinstance(milliseconds, bool):
        seconds = milliseconds / 1000
    elif header is not None:
        try:
            seconds = float(header)
        except ValueError:
            seconds = USUAL_PAUSE
    if not math.isfinite(seconds) or seconds < 0:
        seconds = USUAL_PAUSE
    return min(seconds, LONGEST_PAUSE)
