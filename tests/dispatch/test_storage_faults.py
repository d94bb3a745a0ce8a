"""A full disk or a lost database stops the bot for a while, and loses and reorders nothing."""

import shutil
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from bot.app.core import Core
from bot.domain.dialogue.message import Message
from bot.domain.dialogue.people import Role
from bot.domain.journal import InboxKind, Incoming
from bot.storage import inbox
from bot.storage.database import Database, StorageFault
from bot.storage.sqlite import Sqlite
from tests.commands.conftest import PEOPLE, Collector, SettableClock, build

T = TypeVar("T")


class Failing(Sqlite):
    """SQLite on a disk that is full for some writes; of other ones no answer comes back."""

    failures = 0
    lost = 0

    async def write(self, work: Callable[[Connection], T]) -> T:
        if self.failures > 0:
            self.failures -= 1
            raise OperationalError("write", {}, Exception("disk full"))
        done = await super().write(work)
        if self.lost > 0:
            self.lost -= 1
            raise OperationalError("commit", {}, Exception("connection lost"))
        return done


def command(number: int, text: str, clock: SettableClock) -> Incoming:
    message = Message(
        event_id=f"$m{number}",
        room_id="!office:demo",
        sender=PEOPLE["buero"],
        text=text,
        sent_at=clock.now(),
    )
    return Incoming(
        event_id=f"$m{number}", room_id="!office:demo", kind=InboxKind.COMMAND, message=message
    )


Parts = tuple[Failing, Database, Core, SettableClock, Collector]


@pytest.fixture
async def parts(migrated: Path, tmp_path: Path) -> AsyncIterator[Parts]:
    path = Path(shutil.copy(migrated, tmp_path))
    engine, clock, out = Failing(path), SettableClock(), Collector()
    database = Database(engine)
    await database.open()
    yield engine, database, await build(database, clock, out), clock, out
    await database.close()


async def test_commands_wait_out_a_full_disk_in_their_order(
    parts: Parts,
) -> None:
    engine, database, core, clock, out = parts
    given = [
        command(1, "!rolle koordination @neu:demo FKB OWL", clock),
        command(2, "!tagung", clock),
    ]
    rows = await database.write(lambda tx: inbox.add(tx, given, clock.now()))
    engine.failures = 2
    core.dispatcher.take(rows)
    await core.dispatcher.drain(20)
    assert [row.key for row in out.rows if row.key.startswith("r-")] == ["r-$m1", "r-$m2"]
    assert "spricht jetzt für" in str(out.rows[0].content["body"])
    assert core.services.appointing.person("@neu:demo", member=False).role is Role.COORDINATOR


async def test_after_a_commit_of_unknown_end_the_question_and_the_role_are_known(
    parts: Parts,
) -> None:
    engine, database, core, clock, out = parts
    given = [command(1, "!rolle koordination @neu:demo FKB OWL", clock)]
    given.append(command(2, "!rolle büro @neu:demo", clock))
    rows = await database.write(lambda tx: inbox.add(tx, given, clock.now()))
    for row in rows:
        engine.lost = 1
        core.dispatcher.take([row])
        await core.dispatcher.drain(20)
    assert {"r-$m1", "r-$m2"} <= {row.key for row in out.rows}
    assert core.services.appointing.person("@neu:demo", member=False).role is Role.COORDINATOR
    assert core.services.asking.next("$m2") is not None


async def test_a_fault_of_the_database_is_told_from_one_of_the_work(
    parts: Parts,
) -> None:
    engine, database, *_ = parts
    engine.failures = 1
    with pytest.raises(StorageFault):
        await database.write(lambda _: None)
    with pytest.raises(RuntimeError, match="StopIteration"):
        await database.write(lambda _: next(iter(())))
    assert await database.write(lambda _: "goes on") == "goes on"


async def test_a_sweep_takes_up_what_nobody_has_in_hand_and_nothing_twice(
    parts: Parts,
) -> None:
    _, database, core, clock, out = parts
    rows = await database.write(
        lambda tx: inbox.add(tx, [command(1, "!tagung", clock)], clock.now())
    )
    core.dispatcher.take(rows)
    await core.dispatcher.resume()
    await core.dispatcher.resume()
    await core.dispatcher.drain(20)
    assert [row.key for row in out.rows] == ["r-$m1"]


async def test_an_ordinary_line_edited_into_a_command_runs_once_however_often_it_is_edited(
    parts: Parts,
) -> None:
    _, database, core, clock, out = parts
    for number, text in (
        (1, "!rolle koordination @a:demo FKB OWL"),
        (2, "!rolle koordination @b:demo FKB OWL"),
    ):
        one = command(number, text, clock)
        assert one.message is not None
        message = Message(
            **{
                name: getattr(one.message, name) for name in Message.__slots__ if name != "replaces"
            },
            replaces="$line",
        )
        edit = Incoming(
            event_id=one.event_id,
            room_id=one.room_id,
            kind=InboxKind.EDIT,
            message=message,
            target="$line",
        )
        rows = await database.write(partial(inbox.add, events=[edit], now=clock.now()))
        core.dispatcher.take(rows)
        await core.dispatcher.drain(20)
    answers = [str(row.content["body"]) for row in out.rows if row.key.startswith("r-")]
    assert len(answers) == 2
    role = core.services.appointing.person
    assert [role(f"@{name}:demo", member=False).role for name in "ab"] == [
        Role.GUEST,
        Role.COORDINATOR,
    ]
