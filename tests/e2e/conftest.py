"""What end-to-end tests stand on: one Synapse for the session, and people who use it."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

import pytest

from bot.demo import homeserver as synapse
from bot.demo.install import default_venv, ensure_synapse
from bot.demo.person import Person
from bot.demo.progress import Steps

_serial = itertools.count(1)

PersonFactory = Callable[..., Awaitable[Person]]


@pytest.fixture(scope="session")
def homeserver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[synapse.Homeserver]:
    """A Synapse without rate limits. Whoever restarts it must wait until it answers again."""
    progress = Steps(1)
    ensure_synapse(default_venv(), progress)
    server = synapse.Homeserver(tmp_path_factory.mktemp("synapse"), default_venv())
    server.start()
    yield server
    server.stop()


@pytest.fixture
def account(homeserver: synapse.Homeserver) -> Callable[[str], tuple[str, str]]:
    """Make a new account whose id begins with the name: its full Matrix id and its password."""

    def make(name: str) -> tuple[str, str]:
        password = f"{name}'s own password"
        user_id = homeserver.register(f"{name}-{next(_serial)}", password, display_name=name)
        return user_id, password

    return make


@pytest.fixture
async def person(
    homeserver: synapse.Homeserver, account: Callable[[str], tuple[str, str]]
) -> AsyncIterator[PersonFactory]:
    """Make people who listen, each with a new account; the given name is what others see."""
    people: list[Person] = []

    async def make(name: str, *, joins: bool = True) -> Person:
        one = await Person.login(homeserver.address, *account(name), joins=joins)
        people.append(one)
        await one.start()
        return one

    yield make
    for one in people:
        await one.close()


@pytest.fixture
def free_port() -> Callable[[], int]:
    """Give loopback ports that nobody listens on."""
    return synapse.free_port
