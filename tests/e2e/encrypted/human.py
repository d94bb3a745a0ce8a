"""A person whose client is not nio: matrix-js-sdk in a node process, told what to do by lines."""

from __future__ import annotations

import asyncio
import itertools
import json
from dataclasses import dataclass
from typing import Any, Self

from tests.e2e.encrypted.installing import NODE, PROGRAM, installed

Json = dict[str, Any]

SECONDS = 40.0
_GRACE = 60.0
_LONGEST_LINE = 2**24


class HumanFault(Exception):  # noqa: N818 -- says whose
    """What the client says went wrong."""


@dataclass(frozen=True, slots=True)
class Heard:
    """An event as the client shows it; `shield` is None for what came in clear."""

    event_id: str
    sender: str
    type: str
    content: Json
    answers: str | None
    """The event that it is a reply to."""
    encrypted: bool
    failure: str | None
    shield: str | None

    @property
    def body(self) -> str:
        return str(self.content.get("body", ""))


@dataclass(frozen=True, slots=True)
class Played:
    """A verification: its phases, the emoji that the person saw, why it was cancelled."""

    phases: list[str]
    emoji: list[str] | None
    cancelled: str | None


class Human:
    """One client, logged in by `login`; `async with` it, or `start` and `close`."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[Json]] = {}
        self._process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[None] | None = None
        self.user_id = ""
        self.device_id = ""
        self.recovery_key: str | None = None

    async def start(self) -> Self:
        folder = await asyncio.to_thread(installed)
        self._process = await asyncio.create_subprocess_exec(
            NODE,
            PROGRAM,
            self._address,
            cwd=folder,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            limit=_LONGEST_LINE,
        )
        self._reading = asyncio.create_task(self._read())
        return self

    async def close(self) -> None:
        """End the process; the account and its device stay."""
        if self._process and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()
        if self._reading:
            await self._reading

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def login(self, account: tuple[str, str], **how: object) -> Self:
        """Log in as a new device; `how` stands in the program."""
        user, password = account
        made = await self("login", user=user, password=password, **how)
        self.user_id, self.device_id = made["user_id"], made["device_id"]
        self.recovery_key = made["recoveryKey"]
        return self

    async def say(self, room: str, body: str) -> str:
        """The event id of what was said."""
        return str(await self("say", room=room, body=body))

    async def answer(self, room: str, to: str, seconds: float = SECONDS) -> Heard:
        """The first readable answer to an event; fails if there is none in time."""
        found = await self("answer", room=room, to=to, seconds=seconds)
        if found is None:
            heard = [f"{e['type']} {e['failure']}" for e in await self.told(room)]
            raise TimeoutError(f"no answer to {to}; in the room: {heard}")
        return Heard(**found)

    async def heard(self, room: str, sender: str) -> list[Heard]:
        """All that somebody sent to a room."""
        return [Heard(**one) for one in await self("heard", room=room, sender=sender)]

    async def told(self, room: str) -> list[Json]:
        """Everything in a room."""
        return list(await self("heard", room=room, sender=None))

    async def verified(self, user: str) -> bool:
        """Whether the client takes the user for verified, now or soon."""
        return bool(await self("verified", user=user, seconds=SECONDS))

    async def verify_in_room(self, room: str, user: str) -> Played:
        return Played(**await self("verifyInRoom", room=room, user=user, seconds=SECONDS))

    async def verify_device(self, user: str, device: str) -> Played:
        return Played(**await self("verifyDevice", user=user, device=device, seconds=SECONDS))

    async def __call__(self, what: str, **given: object) -> Any:
        """Have the client do something.

        Raises:
            HumanFault: it could not.
        """
        assert self._process
        assert self._process.stdin
        number = next(self._numbers)
        answer = self._waiting[number] = asyncio.get_running_loop().create_future()
        line = json.dumps({"id": number, "what": what, **given})
        self._process.stdin.write(f"{line}\n".encode())
        await self._process.stdin.drain()
        async with asyncio.timeout(SECONDS + _GRACE):
            told = await answer
        if "fault" in told:
            raise HumanFault(f"{what}: {told['fault']}")
        return told["is"]

    async def _read(self) -> None:
        assert self._process
        assert self._process.stdout
        while line := await self._process.stdout.readline():
            # Libraries may write what they like beside it.
            if line.startswith(b'{"id"'):
                told = json.loads(line)
                self._waiting.pop(told["id"]).set_result(told)
        for left in self._waiting.values():
            left.set_exception(HumanFault("the client ended"))
        self._waiting.clear()
