"""People whose client is the strictest there is, beside the embedded homeserver."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from tests.e2e.community import found
from tests.e2e.conftest import PersonFactory
from tests.e2e.encrypted.human import SECONDS, Human
from tests.e2e.encrypted.sealed import Sealed

HumanFactory = Callable[..., Awaitable[Human]]


@pytest.fixture
async def human(
    homeserver: Homeserver, account: Callable[[str], tuple[str, str]]
) -> AsyncIterator[HumanFactory]:
    """Log people in: with a new account, or as another device of the given one."""
    people: list[Human] = []

    async def make(
        name: str = "anna", *, at: tuple[str, str] | None = None, **how: object
    ) -> Human:
        one = Human(homeserver.address)
        people.append(one)
        await one.start()
        return await one.login(at or account(name), **how)

    yield make
    for one in people:
        await one.close()


@pytest.fixture
async def sealed(
    homeserver: Homeserver,
    person: PersonFactory,
    human: HumanFactory,
    account: Callable[[str], tuple[str, str]],
    tmp_path: Path,
) -> AsyncIterator[Sealed]:
    office: Person = await person("buero")
    login = account("anna")
    anna = await human(at=login)
    made = await found(homeserver, office, account("lotse"), tmp_path)
    admins = json.dumps([office.user_id, anna.user_id])
    made.lotse.environment["LOTSE_OFFICE__ADMINS"] = admins
    await made.lotse.started()
    room = await anna("create", name="Pflege", invite=[made.lotse.user_id])
    assert await anna("joined", room=room, user=made.lotse.user_id, seconds=SECONDS)
    yield Sealed(made, anna, login, room)
    made.lotse.stop()
