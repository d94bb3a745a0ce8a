"""Rooms are told of the commands slowly, only where we may, and never against somebody's will."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from typing import Any

import pytest

from bot.dispatch.declaring.describing import DESCRIPTION, LIST, Menu
from bot.matrix.rooms import menus as module
from tests.matrix.fake_homeserver import ANNA, BERND, BOT, FakeHomeserver, Fault, Json
from tests.matrix.lotse import Lotse, say

ROOM = "!room:hs.example"
OTHER = "!other:hs.example"
MAY = {"users": {BOT: 50, ANNA: 100}}
MAY_NOT = {"users": {ANNA: 100}}
PATE, PROJEKT, ALL = (DESCRIPTION, "key-pate"), (DESCRIPTION, "key-projekt"), (LIST, BOT)


def told(*keys: tuple[str, str], language: str = "de") -> Menu:
    return Menu.of({key: {"command": key[1], "language": language} for key in keys})


class Told(Lotse):
    """Tells rooms of two commands, each in the language of the room."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **{"menu_pause": 0.01} | settings)
        self.menu = told(PATE, PROJEKT)
        self.special: dict[str, Menu] = {}

    def menus(self, rooms: Iterable[str]) -> dict[str, Menu]:
        return {room: self.special.get(room, self.menu) for room in rooms}


def room(hs: FakeHomeserver, room_id: str, levels: Json = MAY) -> None:
    hs.room(room_id)
    hs.state(room_id, "m.room.power_levels", levels)


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look again at once; the pause stays."""
    monkeypatch.setattr(module, "_LOOKED_AGAIN_AFTER", 0.05)


@pytest.fixture
async def lotse(hs: FakeHomeserver, tmp_path: Path) -> AsyncIterator[Told]:
    """Not started yet, and moderator of one room."""
    room(hs, ROOM)
    one = Told(hs, tmp_path)
    yield one
    await one.stop()


def published(hs: FakeHomeserver, room_id: str = ROOM) -> dict[tuple[str, str], Json]:
    """What stands there of ours and is not empty."""
    return {
        key: event["content"]
        for key, event in hs.rooms[room_id].state.items()
        if key[0] in (DESCRIPTION, LIST) and event["sender"] == BOT and event["content"]
    }


def puts(hs: FakeHomeserver) -> int:
    return sum(1 for _, e in hs.log if e["type"] in (DESCRIPTION, LIST) and e["sender"] == BOT)


async def is_told(hs: FakeHomeserver, menu: Menu, room_id: str = ROOM) -> None:
    await hs.until(lambda: published(hs, room_id) == menu.events)


async def rest(lotse: Told, hs: FakeHomeserver) -> None:
    """Until a word that is said now was heard, and a few looks more."""
    await hs.until(lambda: hs.requests["sync"] > 1)
    known = len(lotse.taken)
    hs.say("!hilfe")
    await hs.until(lambda: len(lotse.taken) > known)
    await asyncio.sleep(0.3)


async def test_a_room_where_we_may_is_told(lotse: Told, hs: FakeHomeserver) -> None:
    await lotse.start()
    await is_told(hs, lotse.menu)
    await rest(lotse, hs)
    assert puts(hs) == 2


async def test_where_we_may_not_nothing_is_tried_and_the_room_is_asked_about_once(
    lotse: Told, hs: FakeHomeserver
) -> None:
    hs.state(ROOM, "m.room.power_levels", MAY_NOT)
    await lotse.start()
    await hs.until(lambda: hs.requests["state"] > 0)
    await rest(lotse, hs)
    asked = hs.requests["state"]
    await rest(lotse, hs)
    assert (puts(hs), hs.requests["state"]) == (0, asked)


async def test_new_power_is_used(lotse: Told, hs: FakeHomeserver) -> None:
    hs.state(ROOM, "m.room.power_levels", MAY_NOT)
    await lotse.start()
    await rest(lotse, hs)
    exclusive = {"users": {BOT: 1}, "events": {DESCRIPTION: 1}}
    hs.state(ROOM, "m.room.power_levels", exclusive)
    await is_told(hs, lotse.menu)


async def test_the_creator_of_a_room_of_version_12_always_may(
    lotse: Told, hs: FakeHomeserver
) -> None:
    room(hs, OTHER, MAY_NOT)
    hs.rooms[OTHER].state["m.room.create", ""]["content"] = {"room_version": "12"}
    await lotse.start()
    await is_told(hs, lotse.menu, OTHER)


async def test_each_type_needs_its_own_power(lotse: Told, hs: FakeHomeserver) -> None:
    hs.state(ROOM, "m.room.power_levels", {**MAY, "events": {LIST: 100}})
    lotse.menu = told(PATE, ALL)
    await lotse.start()
    await is_told(hs, told(PATE))
    await rest(lotse, hs)
    assert published(hs) == told(PATE).events


async def test_spaces_and_encrypted_rooms_are_told_nothing(lotse: Told, hs: FakeHomeserver) -> None:
    room(hs, OTHER)
    hs.state(OTHER, "m.room.encryption", {"algorithm": "x"})
    room(hs, "!space:hs.example")
    hs.rooms["!space:hs.example"].state["m.room.create", ""]["content"]["type"] = "m.space"
    await lotse.start()
    await is_told(hs, lotse.menu)
    await rest(lotse, hs)
    assert published(hs, OTHER) == published(hs, "!space:hs.example") == {}


async def test_a_restart_asks_about_no_room_and_publishes_nothing(
    lotse: Told, hs: FakeHomeserver, tmp_path: Path
) -> None:
    for number in range(20):
        room(hs, f"!room{number}:hs.example", MAY if number % 2 else MAY_NOT)
    await lotse.start()
    await hs.until(lambda: puts(hs) == 22, seconds=20)
    await rest(lotse, hs)
    await lotse.stop()
    asked, set_before = hs.requests["state"], puts(hs)
    again = Told(hs, tmp_path)
    await again.start()
    await rest(again, hs)
    assert (hs.requests["state"], puts(hs)) == (asked, set_before)
    await again.stop()


async def test_what_a_killed_run_left_is_completed_and_nothing_is_set_twice(
    lotse: Told, hs: FakeHomeserver, tmp_path: Path
) -> None:
    hs.faults.append(Fault(PROJEKT[1], "hang"))
    await lotse.start()
    await hs.until(lambda: not hs.faults)
    await lotse.kill()
    again = Told(hs, tmp_path)
    await again.start()
    await is_told(hs, lotse.menu)
    assert puts(hs) == 2
    await again.stop()


async def test_a_new_room_is_told_and_so_is_one_that_replaces_another(
    lotse: Told, hs: FakeHomeserver
) -> None:
    await lotse.start()
    await is_told(hs, lotse.menu)
    room(hs, OTHER)
    hs.rooms[OTHER].state["m.room.create", ""]["content"]["predecessor"] = {"room_id": ROOM}
    hs.state(ROOM, "m.room.tombstone", {"replacement_room": OTHER})
    await is_told(hs, lotse.menu, OTHER)


async def test_a_room_that_we_left_and_come_back_to_is_looked_at_again(
    lotse: Told, hs: FakeHomeserver
) -> None:
    await lotse.start()
    await is_told(hs, lotse.menu)
    hs.rooms[ROOM].members[BOT] = "leave"
    hs.left.append(ROOM)
    hs._tell()
    await hs.until(lambda: lotse.matrix._rooms.get(ROOM) is None)
    del hs.rooms[ROOM].state[PATE]
    hs.member(ROOM, BOT, "join")
    await is_told(hs, lotse.menu)


async def test_another_language_takes_the_place_of_the_first(
    lotse: Told, hs: FakeHomeserver
) -> None:
    await lotse.start()
    await is_told(hs, lotse.menu)
    lotse.special[ROOM] = told((DESCRIPTION, "key-patron"), PROJEKT, language="en")
    await is_told(hs, lotse.special[ROOM])
    assert hs.rooms[ROOM].state[PATE]["content"] == {}


async def test_only_what_differs_is_set(lotse: Told, hs: FakeHomeserver) -> None:
    await lotse.start()
    await is_told(hs, lotse.menu)
    more = (DESCRIPTION, "key-more")
    lotse.menu = told(PATE, PROJEKT, more)
    await is_told(hs, lotse.menu)
    assert puts(hs) == 3


async def test_what_others_describe_is_left_alone(lotse: Told, hs: FakeHomeserver) -> None:
    theirs = {"command": "wetter"}
    hs.state(ROOM, DESCRIPTION, theirs, "key-theirs", BERND)
    await lotse.start()
    await is_told(hs, lotse.menu)
    asked = hs.requests["state"]
    hs.state(ROOM, DESCRIPTION, theirs, "key-more", BERND)
    await rest(lotse, hs)
    assert hs.rooms[ROOM].state[DESCRIPTION, "key-theirs"]["content"] == theirs
    assert hs.requests["state"] == asked


async def test_an_overwritten_description_is_set_right_once_and_then_left_alone(
    lotse: Told, hs: FakeHomeserver, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await lotse.start()
    await is_told(hs, lotse.menu)
    hs.state(ROOM, *PATE[:1], {"command": "mine"}, PATE[1], BERND)
    await is_told(hs, lotse.menu)
    assert f"{BERND} overwrote the description of a command" in caplog.text
    await rest(lotse, hs)  # until it is noted that it was set right
    caplog.clear()
    await lotse.stop()
    again = Told(hs, tmp_path)
    await again.start()
    await rest(again, hs)
    asked = hs.requests["state"]
    hs.state(ROOM, *PATE[:1], {"command": "mine again"}, PATE[1], BERND)
    await rest(again, hs)
    assert hs.requests["state"] == asked
    again.menu = told(PATE, PROJEKT, language="new")
    await hs.until(lambda: published(hs) == told(PROJEKT, language="new").events)
    await rest(again, hs)
    assert hs.rooms[ROOM].state[PATE]["content"] == {"command": "mine again"}
    assert "overwrote" not in caplog.text
    await again.stop()


async def test_what_somebody_changed_while_we_were_away_is_noticed(
    lotse: Told, hs: FakeHomeserver, tmp_path: Path
) -> None:
    await lotse.start()
    await is_told(hs, lotse.menu)
    await rest(lotse, hs)
    await lotse.stop()
    hs.state(ROOM, *PATE[:1], {}, PATE[1], BERND)
    again = Told(hs, tmp_path)
    await again.start()
    await is_told(hs, lotse.menu)
    await again.stop()


async def test_power_that_came_just_before_the_end_is_not_forgotten(
    lotse: Told, hs: FakeHomeserver, tmp_path: Path
) -> None:
    hs.state(ROOM, "m.room.power_levels", MAY_NOT)
    await lotse.start()
    await rest(lotse, hs)
    # Busy with another room for ten minutes.
    lotse.matrix._menus._pause = 600
    asked = hs.requests["state"]
    room(hs, OTHER)
    await hs.until(lambda: hs.requests["state"] == asked + 3)
    hs.state(ROOM, "m.room.power_levels", MAY)
    await rest(lotse, hs)
    assert puts(hs) == 0
    await lotse.kill()
    again = Told(hs, tmp_path)
    await again.start()
    await is_told(hs, lotse.menu)
    await again.stop()


async def test_nothing_to_tell_takes_back_what_is_there(
    lotse: Told, hs: FakeHomeserver, tmp_path: Path
) -> None:
    await lotse.start()
    await is_told(hs, lotse.menu)
    await rest(lotse, hs)
    await lotse.stop()
    again = Told(hs, tmp_path)
    again.menu = Menu()
    await again.start()
    await is_told(hs, Menu())
    assert set(hs.rooms[ROOM].state) >= {PATE, PROJEKT}
    await again.stop()


async def test_without_anything_to_tell_no_room_is_asked_about(
    lotse: Told, hs: FakeHomeserver
) -> None:
    lotse.menu = Menu()
    await lotse.start()
    await rest(lotse, hs)
    assert hs.requests["state"] == 0


async def test_answers_go_first(lotse: Told, hs: FakeHomeserver) -> None:
    hs.limit = (2, 1)
    hs.allowance, hs.refilled = 0, time.monotonic()
    await lotse.open()
    rows = [say(f"answer{number}") for number in range(3)]
    await lotse.post(*rows)
    lotse.begin()
    await is_told(hs, lotse.menu)
    kinds = [event["type"] for event in hs.sent(ROOM)]
    assert kinds.index("m.room.message") == kinds.index(DESCRIPTION) - 3


async def test_a_refusal_for_being_too_fast_leaves_time_for_others(
    lotse: Told, hs: FakeHomeserver
) -> None:
    lotse.config = type(lotse.config)(**{**_fields(lotse.config), "menu_pause": 0.1})
    limited = {"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": 10}
    hs.faults.append(Fault(PATE[1], 429, body=limited))
    await lotse.start()
    await hs.until(lambda: not hs.faults)
    refused = time.monotonic()
    await is_told(hs, lotse.menu)
    assert time.monotonic() - refused > 0.6


def _fields(config: object) -> dict[str, Any]:
    return {name: getattr(config, name) for name in type(config).__slots__}  # type: ignore[attr-defined]


@pytest.mark.parametrize("how", [403, 500, "garbage", "cut"])
async def test_a_room_that_fails_keeps_no_other_waiting_for_ever(
    lotse: Told, hs: FakeHomeserver, how: int | str
) -> None:
    room(hs, OTHER)
    refusal = {"errcode": "M_FORBIDDEN"} if how == 403 else {}
    hs.faults.append(Fault(f"{ROOM}/state/{DESCRIPTION}", how, times=3, body=refusal))
    await lotse.start()
    await is_told(hs, lotse.menu, OTHER)
    assert not lotse._task or not lotse._task.done()


@pytest.mark.parametrize("content", [[], "text", None, {"users": []}, {"events": "x"}])
async def test_odd_states_do_no_harm(lotse: Told, hs: FakeHomeserver, content: Any) -> None:
    hs.state(ROOM, "m.room.power_levels", MAY | (content if isinstance(content, dict) else {}))
    room(hs, OTHER)
    hs.state(OTHER, DESCRIPTION, content, "key-pate", BERND)
    await lotse.start()
    await is_told(hs, lotse.menu, OTHER)
