"""The thread in which the Olm machine and its store live; the event loop never waits for them."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from bot.matrix.crypto.guard import GuardedOlm
from bot.matrix.crypto.parts import Device
from bot.matrix.crypto.store import is_damage, open_store, wipe_store

log = logging.getLogger(__name__)

T = TypeVar("T")

# nio binds its tables, which are of the whole process, to one store for the length of a call.
_tables = threading.Lock()


class Damaged(Exception):  # noqa: N818 -- says what it is
    """What is stored is no key store, or its key is lost: nothing in it can be saved."""


class OlmThread:
    """Does one piece of work after the other, each in one transaction of the store."""

    def __init__(self, folder: Path, user_id: str) -> None:
        self._folder = folder
        self._user_id = user_id
        self._device_id = ""
        self._olm: GuardedOlm | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="crypto")

    async def open(self, device_id: str, *, anew: bool = False) -> Device:
        """Be that device from now on; `anew` forgets whatever is stored.

        Raises:
            Damaged: only a new store can help.
            Exception: the store cannot be opened now.
        """
        return await self._in_thread(lambda: self._open(device_id, anew))

    async def do(self, work: Callable[[GuardedOlm], T]) -> T:
        """Its result, once it is durable.

        If it fails, memory forgets what the disk does not hold: the machine is read anew.
        """
        return await self._in_thread(lambda: self._do(work))

    async def close(self) -> None:
        """Let go of the store, after what is being done."""
        await self._in_thread(self._let_go)
        self._thread.shutdown(wait=False)

    async def _in_thread(self, work: Callable[[], T]) -> T:
        def alone() -> T:
            with _tables:
                return work()

        return await asyncio.get_running_loop().run_in_executor(self._thread, alone)

    def _open(self, device_id: str, anew: bool) -> Device:
        self._let_go()
        if anew:
            wipe_store(self._folder)
        self._device_id = device_id
        keys = self._ready().account.identity_keys
        return Device(
            user_id=self._user_id,
            device_id=device_id,
            ed25519=keys["ed25519"],
            curve25519=keys["curve25519"],
        )

    def _ready(self) -> GuardedOlm:
        if self._olm is None:
            try:
                store = open_store(self._folder, self._user_id, self._device_id)
                self._olm = GuardedOlm(self._user_id, self._device_id, store)
            except Exception as fault:
                if is_damage(fault):
                    raise Damaged(str(fault)) from fault
                raise
        return self._olm

    def _do(self, work: Callable[[GuardedOlm], T]) -> T:
        olm = self._ready()
        try:
            with olm.store.database.atomic():
                return work(olm)
        except BaseException:
            self._let_go()
            raise

    def _let_go(self) -> None:
        if self._olm is not None:
            self._olm.store.database.close()
            self._olm = None
