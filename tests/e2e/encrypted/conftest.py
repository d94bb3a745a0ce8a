"""People whose client is the strictest there is, beside the embedded homeserver."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from bot.demo.homeserver import Homeserver
from tests.e2e.encrypted.human import Human

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
