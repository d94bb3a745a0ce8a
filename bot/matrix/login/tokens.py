"""The access token that counts now, renewed before it expires and whenever it has."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.matrix.door.errors import LoggedOut, Temporary, Unauthorised
from bot.matrix.door.homeserver import Homeserver
from bot.matrix.login import credentials
from bot.matrix.login.credentials import Credentials
from bot.matrix.login.logins import Logins

log = logging.getLogger(__name__)

_LONGEST_NAP = 3600.0


class Tokens:
    """One renewal at a time; what it brings is stored before it is used."""

    def __init__(
        self, homeserver: Homeserver, logins: Logins, file: Path, now: Callable[[], float]
    ) -> None:
        self._homeserver = homeserver
        self._logins = logins
        self._file = file
        self._now = now
        self._login: Credentials | None = None
        self._kept = False
        self._turn = asyncio.Lock()
        self._changed = asyncio.Event()

    @property
    def login(self) -> Credentials | None:
        """The login in use."""
        return self._login

    def use(self, login: Credentials, *, keep: bool = True) -> None:
        """Use a login from now on; `keep` stores it, unless the configuration holds it anyway."""
        if keep:
            credentials.save(self._file, login)
        self._login, self._kept = login, keep
        client = self._homeserver.client
        client.restore_login(login.user_id, login.device_id, login.access_token)
        self._homeserver.renew = self.renew
        self._changed.set()

    async def renew(self, refused: str, *, soft: bool = True) -> bool:
        """Replace the token that was `refused`; False if there never was one.

        `soft` says that only the token has expired, the device is still there.

        Raises:
            LoggedOut: a person has to log in again.
            Unauthorised: the configured token is no longer good.
            Temporary: there is no answer.
        """
        async with self._turn:
            login = self._login
            if login is None:
                return False
            if login.access_token != refused or self._renewed_elsewhere(login):
                return True
            if login.refresh_token is not None:
                renewed: Awaitable[Credentials] = self._logins.by_refresh(login)
            elif soft and self._kept and self._logins.config.password is not None:
                renewed = self._logins.by_password(login.device_id)
            elif self._kept:
                raise LoggedOut(login.device_id, "its access token is unknown")
            else:
                raise Unauthorised("matrix.access_token is not accepted: make a new one")
            try:
                self.use(await renewed)
            except Unauthorised as fault:
                raise LoggedOut(login.device_id, str(fault)) from None
            log.info("the access token was renewed")
            return True

    def _renewed_elsewhere(self, login: Credentials) -> bool:
        """Whether another process of ours, such as a check, was quicker; its token is used then."""
        stored = credentials.load(self._file) if self._kept else None
        if stored is None or stored.device_id != login.device_id or stored == login:
            return False
        self.use(stored)
        return True

    async def run(self) -> None:
        """Renew it ahead of time, for ever.

        Raises:
            Unauthorised: the homeserver no longer knows us.
        """
        backoff = self._homeserver.backoff()
        while True:
            self._changed.clear()
            await self._until_due()
            login = self._login
            if login is None or login.renew_at is None or login.renew_at > self._now():
                continue
            try:
                if not await self.renew(login.access_token):
                    raise Unauthorised("the access token expires and cannot be renewed")
            except Temporary as fault:
                await backoff.sleep("renewing the access token", fault)
            else:
                backoff.reset()

    async def _until_due(self) -> None:
        """In naps, since the clock may jump, and until the token is another one."""
        due = self._login.renew_at if self._login else None
        nap = _LONGEST_NAP if due is None else min(max(due - self._now(), 0), _LONGEST_NAP)
        try:
            async with asyncio.timeout(nap):
                await self._changed.wait()
        except TimeoutError:
            return
