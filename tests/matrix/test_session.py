"""One login for ever, kept from others' eyes; checks that change nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.matrix import MatrixConfig, Unauthorised, check
from bot.matrix.content.power import Powers
from bot.matrix.door.errors import Limited, LoggedOut, MatrixError, Permanent, Temporary, failure
from bot.matrix.login.session import Session
from tests.matrix.fake_homeserver import ANNA, BOT, FakeHomeserver, Fault
from tests.matrix.lotse import Lotse

ROOM = "!room:hs.example"


async def log_in(config: MatrixConfig, *, person: bool = False) -> str:
    """Open a session and close it; the device. With a `person`, as `init` does it."""
    session = Session(config)
    try:
        await session.open((lambda _: None) if person else None)
        return session.device_id
    finally:
        await session.close()


async def test_the_password_is_used_once(hs: FakeHomeserver, tmp_path: Path) -> None:
    config = Lotse(hs, tmp_path).config
    assert await log_in(config) == "DEVICE2"
    assert await log_in(replace(config, password=None)) == "DEVICE2"
    assert hs.requests["login"] == 1
    stored = tmp_path / "session.json"
    assert stored.stat().st_mode & 0o777 == 0o600
    assert "secret" not in repr(config)


async def test_a_device_that_was_ended_is_followed_by_another_only_if_a_person_says_so(
    hs: FakeHomeserver, tmp_path: Path
) -> None:
    config = Lotse(hs, tmp_path).config
    first = await log_in(config)
    kept = (tmp_path / "session.json").read_bytes()
    hs.tokens.clear()
    with pytest.raises(LoggedOut, match=f"device {first} is logged out.*netzwerklotse init"):
        await log_in(config)
    assert kept == (tmp_path / "session.json").read_bytes()
    assert await log_in(config, person=True) == "DEVICE3"
    assert await log_in(config) == "DEVICE3"


async def test_an_expired_token_is_replaced_on_the_same_device(
    hs: FakeHomeserver, tmp_path: Path
) -> None:
    config = Lotse(hs, tmp_path).config
    first = await log_in(config)
    hs.tokens.clear()
    hs.soft = True
    session = Session(config)
    await session.open()
    assert (first, True) == (session.device_id, session.renewed)
    await session.close()


async def test_a_wrong_password_or_account_is_refused(hs: FakeHomeserver, tmp_path: Path) -> None:
    config = Lotse(hs, tmp_path).config
    with pytest.raises(Unauthorised, match="M_FORBIDDEN"):
        await log_in(replace(config, password="wrong"))
    with pytest.raises(Unauthorised, match="belongs to"):
        await log_in(replace(config, user_id="@other:hs.example"))


async def test_a_homeserver_that_is_not_up_yet_is_waited_for(
    hs: FakeHomeserver, tmp_path: Path
) -> None:
    hs.faults += [Fault("/login", "cut"), Fault("/whoami", 502), Fault("/whoami", 200)]
    assert await log_in(Lotse(hs, tmp_path).config) == "DEVICE2"


async def test_checking_tells_levels_encryption_and_clock(
    hs: FakeHomeserver, tmp_path: Path
) -> None:
    hs.room(by=ANNA)
    levels = {"users": {BOT: 50}, "events_default": 10, "notifications": {"room": 60}}
    hs.state(ROOM, "m.room.power_levels", levels)
    hs.state(ROOM, "m.room.encryption", {"algorithm": "x"})
    found = await check(Lotse(hs, tmp_path).config, [ROOM, "!unknown:hs.example"])
    first, second = found.rooms
    assert (
        first.joined,
        first.encrypted,
        first.level,
        first.to_speak,
        first.to_ping_all,
    ) == (True, True, 50, 10, 60)
    assert (second.joined, second.fault) == (False, None)
    assert found.clock_offset is not None
    assert abs(found.clock_offset) < 5
    assert (found.versions, found.user_id, found.fault) == (("v1.11",), BOT, None)


async def test_checking_an_unreachable_homeserver_says_so(
    hs: FakeHomeserver, tmp_path: Path
) -> None:
    config = replace(Lotse(hs, tmp_path).config, homeserver="http://127.0.0.1:1")
    found = await check(config, [])
    assert found.fault is not None
    assert "Connect" in found.fault


@pytest.mark.parametrize(
    ("status", "body", "header", "kind", "pause"),
    [
        (429, {"retry_after_ms": 200}, None, Limited, 0.2),
        (429, {"retry_after_ms": 86_400_000}, None, Limited, 900),
        (429, {"retry_after_ms": -5}, None, Limited, 5),
        (429, {"retry_after_ms": "soon"}, "7", Limited, 7),
        (429, None, "soon", Limited, 5),
        (429, {}, None, Limited, 5),
        (400, {"errcode": "M_LIMIT_EXCEEDED"}, None, Limited, 5),
        (403, {"errcode": "M_FORBIDDEN"}, None, Permanent, None),
        (413, None, None, Permanent, None),
        (404, None, None, Temporary, None),
        (502, {"errcode": "M_UNKNOWN"}, None, Temporary, None),
        (401, {"errcode": "M_UNKNOWN_TOKEN"}, None, Unauthorised, None),
        (401, None, None, Temporary, None),
    ],
)
def test_every_answer_has_its_class(
    status: int,
    body: dict[str, object] | None,
    header: str | None,
    kind: type[MatrixError],
    pause: float | None,
) -> None:
    fault = failure(status, body, header)
    assert kind is type(fault)
    assert pause == getattr(fault, "retry_after", None)


@pytest.mark.parametrize(
    ("levels", "version", "expected"),
    [
        ({"users": {BOT: 40}, "users_default": 7}, "10", 40),
        ({"users_default": 7}, "10", 7),
        ({"users": {BOT: "60"}}, "10", 60),
        ({}, "10", 100),
        ({"users_default": 0}, "12", float("inf")),
        ({"users": "text"}, "10", 0),
    ],
)
def test_power_is_what_the_room_says(
    levels: dict[str, object], version: str, expected: float
) -> None:
    creation = {"sender": BOT, "content": {"room_version": version}}
    assert expected == Powers(levels, creation).of(BOT)
