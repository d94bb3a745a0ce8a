"""The login: made once, kept for ever, proven by `whoami` before anything else is asked.

There is no logout at the end: transaction ids protect against doubles only while the device lives
on. Only a device whose keys are lost is given up.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.matrix import credentials
from bot.matrix.answers import named
from bot.matrix.config import MatrixConfig
from bot.matrix.credentials import Credentials
from bot.matrix.errors import MatrixError, Permanent, Temporary, Unauthorised
from bot.matrix.homeserver import Homeserver
from bot.matrix.patience import insist
from bot.matrix.wire import Wire
from bot.services.ports import Machine

log = logging.getLogger(__name__)

T = TypeVar("T")


class Session:
    """An open session knows who we are and which device sends."""

    def __init__(
        self, config: MatrixConfig, machine: Machine | None = None, wire: Wire | None = None
    ) -> None:
        """On these clocks and this wire, or those of `Homeserver`."""
        self._config = config
        self._file = config.data_dir / "session.json"
        self.homeserver = Homeserver(
            config.homeserver, config.user_id, machine, wire, config.retry_pause
        )
        self.user_id = config.user_id
        self.device_id = ""
        self.renewed = False
        """Whether this start logged in: the homeserver may have forgotten earlier requests."""

    async def open(self) -> None:
        """Come in, waiting for the homeserver as long as it takes.

        Raises:
            Unauthorised: neither token nor password is accepted, or they are another account's.
        """
        stored = self._stored()
        if stored is not None and await self._accepted(stored):
            return
        if self._config.password is None:
            raise Unauthorised("the access token is not accepted, and there is no password")
        made = await self._insist(lambda: self._login(stored), "login")
        credentials.save(self._file, made)
        self.renewed = True
        if not await self._accepted(made):
            raise Unauthorised("the new access token is not accepted")

    @property
    def can_log_in(self) -> bool:
        """Whether we could come in as a new device."""
        return self._config.password is not None and self._config.access_token is None

    async def renew(self) -> None:
        """Go on as a new device, for good; the old one is logged out.

        Raises:
            Unauthorised: the password is not accepted.
        """
        made = await self._insist(lambda: self._login(None, anew=True), "login as a new device")
        try:
            await self.homeserver.post("logout")
        except MatrixError as fault:
            log.warning("the old device stays logged in: %s", fault)
        credentials.save(self._file, made)
        self.renewed = True
        if not await self._accepted(made):
            raise Unauthorised("the new access token is not accepted")

    async def close(self) -> None:
        """Let go of the connections; the login stays."""
        await self.homeserver.close()

    async def introduce(self) -> None:
        """Set the display name if the account has another one; no harm if that is refused."""
        ours = self._config.display_name
        path = ("profile", self.user_id, "displayname")
        try:
            if (await self._name(path)) != ours:
                await self.homeserver.put(*path, body={"displayname": ours})
        except Unauthorised:
            raise
        except MatrixError as fault:
            log.warning("cannot set the display name: %s", fault)

    async def _name(self, path: tuple[str, ...]) -> object:
        try:
            return (await self.homeserver.get(*path)).get("displayname")
        except Permanent:
            return None

    def _stored(self) -> Credentials | None:
        config = self._config
        if config.access_token is not None and config.device_id is not None:
            return Credentials(
                homeserver=config.homeserver,
                user_id=config.user_id,
                device_id=config.device_id,
                access_token=config.access_token,
            )
        stored = credentials.load(self._file)
        ours = stored is not None and (stored.homeserver, stored.user_id) == (
            config.homeserver,
            config.user_id,
        )
        return stored if ours else None

    async def _accepted(self, login: Credentials) -> bool:
        client = self.homeserver.client
        client.restore_login(login.user_id, login.device_id, login.access_token)
        try:
            whose, device = await self._insist(self._who, "asking who we are")
        except Unauthorised:
            client.access_token = ""
            return False
        if whose != self._config.user_id:
            raise Unauthorised(f"the access token belongs to {whose}")
        self.device_id = login.device_id
        if isinstance(device, str) and device != login.device_id:
            log.warning("the access token belongs to device %s", device)
            self.device_id = device
        return True

    async def _insist(self, ask: Callable[[], Awaitable[T]], what: str) -> T:
        return await insist(ask, what, backoff=self.homeserver.backoff())

    async def _who(self) -> tuple[str, object]:
        """Whose the token is, and of which device if the homeserver says so."""
        answer = await self.homeserver.get("account", "whoami")
        return named(answer, "user_id"), answer.get("device_id")

    async def _login(self, earlier: Credentials | None, *, anew: bool = False) -> Credentials:
        """Log in by password, as the earlier device if there was one, or `anew` as another."""
        wanted = None if anew else self._config.device_id
        device = wanted or (earlier.device_id if earlier else None)
        body: dict[str, object] = {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": self._config.user_id},
            "password": self._config.password,
            "initial_device_display_name": self._config.device_name,
        }
        if device:
            body["device_id"] = device
        try:
            answer = await self.homeserver.post("login", body=body)
        except Permanent as refused:
            raise Unauthorised(f"login refused: {refused.errcode}") from None
        try:
            return Credentials(
                homeserver=self._config.homeserver,
                user_id=str(answer["user_id"]),
                device_id=str(answer["device_id"]),
                access_token=str(answer["access_token"]),
            )
        except KeyError:
            raise Temporary("the answer to the login is incomplete") from None
