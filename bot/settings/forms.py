"""What single values look like: each type carries its check and the words that explain it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BeforeValidator, SecretStr, StringConstraints

_HOST = r"(?:\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9][A-Za-z0-9.-]*)(?::[0-9]{1,5})?"
_CLOCK = re.compile(r"[0-9]{2}:[0-9]{2}(?::[0-9]{2})?")
_RATE = re.compile(r"([0-9]{1,5}), then ([0-9]{1,5}) a minute")
_DISTANCE = re.compile(r"([0-9]{1,3}) (day|week|month)s? (before|after)")


@dataclass(frozen=True, slots=True)
class Form:
    """The words that follow "expected", and the values to choose from where there are such."""

    text: str
    choices: Callable[[], Iterable[str]] = tuple


@dataclass(frozen=True, slots=True)
class Distance:
    """How far from the day of a meeting, negative before it: "6 months before", "1 day after"."""

    months: int = 0
    days: int = 0

    def __str__(self) -> str:
        number, unit = (self.months, "month") if self.months else (self.days, "day")
        if unit == "day" and number and number % 7 == 0:
            number, unit = number // 7, "week"
        side = "after" if number > 0 else "before"
        return f"{abs(number)} {unit}{'' if abs(number) == 1 else 's'} {side}"


@dataclass(frozen=True, slots=True)
class Rate:
    """How many messages are heard at once, and how many a minute after that."""

    burst: int
    per_minute: int

    def __str__(self) -> str:
        return f"{self.burst}, then {self.per_minute} a minute"


def _rate(value: object) -> Rate | None:
    if value is None or isinstance(value, Rate):
        return value
    if value == "none":
        return None
    match = _RATE.fullmatch(str(value))
    # A limit of nothing would shut out everybody, and who set it with them.
    if match is None or 0 in (int(match[1]), int(match[2])):
        raise ValueError("no rate")
    return Rate(int(match[1]), int(match[2]))


def _distance(value: object) -> Distance | None:
    if value is None or isinstance(value, Distance):
        return value
    if value == "never":
        return None
    match = _DISTANCE.fullmatch(str(value))
    if match is None:
        raise ValueError("no distance")
    number = int(match[1]) * (1 if match[3] == "after" else -1)
    if match[2] == "month":
        return Distance(months=number)
    return Distance(days=number * (7 if match[2] == "week" else 1))


def _clock(value: object) -> time:
    if isinstance(value, time):
        return value
    if not isinstance(value, str) or not _CLOCK.fullmatch(value):
        raise ValueError("no time of day")
    return time.fromisoformat(value)


def _zone(value: object) -> ZoneInfo:
    if isinstance(value, ZoneInfo):
        return value
    # Asking the list first keeps odd names ("Europe", "../x") away from the file system.
    if not isinstance(value, str) or value not in available_timezones():
        raise ValueError("no such zone")
    return ZoneInfo(value)


def _web_address(value: str) -> str:
    parts = urlsplit(value)
    plain = value.isprintable() and not set(value) & set(" @?#\\")
    # Reading the port is what checks it.
    if not plain or parts.scheme not in {"http", "https"} or not parts.hostname or parts.port == 0:
        raise ValueError("no web address")
    return value.rstrip("/")


def _database(value: SecretStr) -> SecretStr:
    parts = urlsplit(value.get_secret_value())
    if parts.scheme == "sqlite+aiosqlite":
        good = not parts.netloc and len(parts.path) > 1 and parts.path != "/:memory:"
    else:
        named = len(parts.path) > 1 and parts.port != 0
        good = named and parts.scheme == "postgresql+asyncpg"
    if not good:
        raise ValueError("no database address")
    return value


def _directory(value: object) -> Path:
    text = str(value)
    # "~" would become a directory of that name, "?" would end the path in the database's address.
    if not text.strip() or text.startswith("~") or "?" in text or not text.isprintable():
        raise ValueError("no directory")
    return Path(text)


def _secret(value: SecretStr) -> SecretStr:
    if not value.get_secret_value().strip():
        raise ValueError("empty")
    return value


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


OnOff = Annotated[bool, Form("true or false", lambda: ("true", "false"))]
Lowered = BeforeValidator(_lower)
MatrixId = Annotated[
    str,
    StringConstraints(pattern=rf"^@[!-9;-~]+:{_HOST}$", max_length=255),
    Form("a full Matrix id, such as @lotse:example.org"),
]
RoomId = Annotated[
    str,
    # Ids of room version 12 are a hash without a server.
    StringConstraints(pattern=rf"^!(?:[!-9;-~]+:{_HOST}|[A-Za-z0-9_-]{{43}})$", max_length=255),
    Form("a room id, such as !abcdefghijk:example.org (not an address with #)"),
]
ServerName = Annotated[
    str,
    StringConstraints(pattern=rf"^{_HOST}$", max_length=255),
    Form("the name of a Matrix server, such as example.org"),
]
DeviceId = Annotated[
    str,
    StringConstraints(pattern=r"^[!-~]+$", max_length=255),
    Form("a device id, such as ABCDEFGHIJ"),
]
Name = Annotated[
    str,
    StringConstraints(pattern=r"^[^\p{C}]*[^\p{C}\s][^\p{C}]*$", max_length=100),
    Form("a name of 1 to 100 characters on one line"),
]
WebAddress = Annotated[
    str,
    AfterValidator(_web_address),
    Form("an http:// or https:// address without user, query and fragment"),
]
Host = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9.-]*$|^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*$"),
    Form("an address to listen on, such as 127.0.0.1, ::1 or 0.0.0.0"),
]
Secret = Annotated[SecretStr, AfterValidator(_secret), Form("a text that is not empty")]
DatabaseUrl = Annotated[
    SecretStr,
    AfterValidator(_database),
    Form("sqlite+aiosqlite:///FILE or postgresql+asyncpg://USER:PASSWORD@HOST/DATABASE"),
]
Directory = Annotated[
    Path,
    BeforeValidator(_directory),
    Form('a directory, absolute or as seen from the working directory (no "~", no "?")'),
]
Zone = Annotated[
    ZoneInfo,
    BeforeValidator(_zone),
    Form("the name of a time zone, such as Europe/Berlin", available_timezones),
]
Clock = Annotated[time, BeforeValidator(_clock), Form("a time of day as HH:MM or HH:MM:SS")]
Step = Annotated[
    Distance | None,
    BeforeValidator(_distance),
    Form('a distance such as "6 months before", "8 weeks before", "1 day after", or "never"'),
]
Allowed = Annotated[
    Rate | None,
    BeforeValidator(_rate),
    Form('a limit such as "5, then 10 a minute" (both at least 1), or "none"'),
]
