"""`check`: everything that can be found out before the bot runs, one line each."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

from bot.app import configured
from bot.cli import exits
from bot.matrix import AccountCheck, RoomCheck, Standing
from bot.matrix import check as ask
from bot.settings import Settings

_CLOCK = 60.0  # seconds that the clocks may differ


def check(config: Path | None) -> int:
    """Print what was found; exit code 1 if anything stands in the way."""
    settings = exits.settings(config)
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    rooms = [room for room in (settings.rooms.office, settings.rooms.space) if room]
    found = asyncio.run(ask(configured.matrix(settings), [*rooms, *settings.rooms.announcements]))
    results = list(_lines(settings, found))
    for fine, line in results:
        print(f"{'ok   ' if fine else 'WRONG'} {line}")
    return 0 if all(fine for fine, _ in results) else exits.FAILED


def _lines(settings: Settings, found: AccountCheck) -> Iterator[tuple[bool, str]]:
    yield True, "configuration"
    if found.fault:
        where = settings.matrix.homeserver or f"of {settings.matrix.user_id}"
        yield False, f"homeserver {where}: {found.fault}"
        yield False, "account, rooms, rights and clock could not be looked at"
        return
    yield True, f"homeserver {found.homeserver}"
    yield True, f"account {found.user_id}, device {found.device_id}"
    if found.standing:
        yield from keys(found.standing)
    yield from (_room(room) for room in found.rooms)
    if settings.menus.publish != "none":
        yield from (_menu(room) for room in found.rooms if _may_have_menu(settings, room))
    if not settings.rooms.office:
        yield True, "no office room is set: an admin says `!raum büro` in it"
    if not settings.rooms.announcements:
        yield True, "no announcement room is set: an admin says `!raum ansagen` in it"
    offset = found.clock_offset or 0.0
    yield abs(offset) < _CLOCK, f"clock {offset:+.0f} s beside the homeserver's"


def keys(standing: Standing) -> Iterator[tuple[bool, str]]:
    """How it stands with what encrypted rooms need."""
    if standing.master is None:
        yield True, "identity: none yet; `netzwerklotse init` makes one and prints its recovery key"
        return
    yield (
        standing.kept,
        f"identity {grouped(standing.master)}"
        + (
            "" if standing.kept else ": its keys are not here; see `netzwerklotse identity restore`"
        ),
    )
    if standing.kept:
        yield (
            standing.sealed,
            "recovery key "
            + (
                "opens the account's secret storage"
                if standing.sealed
                else "missing: `netzwerklotse identity recovery-key` makes one"
            ),
        )
    if standing.signed is None:
        yield True, f"device {standing.device_id} has no keys yet: the first start makes them"
        return
    yield (
        standing.signed,
        f"device {standing.device_id} is {'' if standing.signed else 'not '}signed",
    )
    fallback = {None: "not told of", False: "none", True: "there"}[standing.fallback_key]
    reached = standing.one_time_keys > 0 or standing.fallback_key is True
    yield reached, f"one-time keys {standing.one_time_keys}, fallback key {fallback}"


def grouped(key: str) -> str:
    """A key in groups of four, as people compare it."""
    return " ".join(key[at : at + 4] for at in range(0, len(key), 4))


def _room(room: RoomCheck) -> tuple[bool, str]:
    if room.fault:
        return False, f"room {room.room_id}: {room.fault}"
    if not room.joined:
        return False, f"room {room.room_id}: the bot is not in it; invite it"
    if room.level < room.to_speak:
        return (
            False,
            f"room {room.room_id}: power level {room.level:.0f}, speaking needs {room.to_speak:.0f}",
        )
    return True, f"room {room.room_id}{', encrypted' if room.encrypted else ''}"


def _may_have_menu(settings: Settings, room: RoomCheck) -> bool:
    return room.joined and room.room_id != settings.rooms.space


def _menu(room: RoomCheck) -> tuple[bool, str]:
    """Whether clients there offer the commands, which works without, too."""
    if room.level >= room.to_describe:
        return True, f"room {room.room_id}: the commands may be published"
    return True, (
        f"room {room.room_id}: the commands are not published (power level {room.level:.0f}, "
        f"publishing needs {room.to_describe:.0f})"
    )
