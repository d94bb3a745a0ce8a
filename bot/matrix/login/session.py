"""The login: made once, kept for ever, proven by `whoami` before anything else is asked.

There is no logout at the end: transaction ids protect against doubles only while the device lives
on. Only a device whose keys are lost is given up.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.matrix.config import MatrixConfig
from bot.matrix.content.answers import named
from bot.matrix.door.errors import LoggedOut, MatrixError, Permanent, Unauthorised
from bot.matrix.door.homeserver import Homeserver
from bot.matrix.door.patience import insist
from bot.matrix.door.wire import Wire
from bot.matrix.login import credentials, oauth
from bot.matrix.login.credentials import Credentials
from bot.matrix.login.discovery import discover
from bot.matrix.login.logins import Logins
from bot.matrix.login.tokens import Tokens
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
        address = config.homeserver or ""
        self.homeserver = Homeserver(address, config.user_id, machine, wire, config.retry_pause)
        now = self.homeserver.now
        self._logins = Logins(config, self.homeserver, now)
        self._now = now
        self.tokens = Tokens(self.homeserver, self._logins, self._file, now)
        self.user_id = config.user_id
        self.device_id = ""
        self.renewed = False
        """Whether this start logged in: the homeserver may have forgotten earlier requests."""

    async def open(self, consent: Callable[[oauth.Consent], None] | None = None) -> None:
        """Come in, waiting for the homeserver as long as it takes.

        With `consent`, a person may make a new login of it: it is called with the page where they
        agree, and a device that the homeserver has ended is followed by a new one.

        Raises:
            LoggedOut: the login that we have is over, and nobody is there to make a new one.
            Unauthorised: neither token nor password is accepted, or they are another account's.
        """
        stored = self._stored()
        await self.locate()
        if stored is not None and await self._goes_on(stored, person=consent is not None):
            return
        self.tokens.use(await self._first(consent, again=stored is not None))
        self.renewed = True
        await self._accept(self.tokens.login)

    async def _goes_on(self, stored: Credentials, *, person: bool) -> bool:
        """Whether the login is still good, renewed or not; if no `person` is there, it has to be.

        Raises:
            LoggedOut: it is not.
        """
        self.tokens.use(stored, keep=self._config.access_token is None)
        try:
            await self._accept(stored)
        except LoggedOut as over:
            if not person:
                raise
            log.warning("%s", over)
            return False
        # A refresh goes on with the same login, a password begins another one.
        self.renewed = self.tokens.login != stored and stored.refresh_token is None
        return True

    async def _first(
        self, consent: Callable[[oauth.Consent], None] | None, *, again: bool
    ) -> Credentials:
        """A new login; `again` says that the configured device is over, too."""
        config = self._config
        if config.oauth and consent:
            return await oauth.log_in(self.homeserver, self.user_id, self._now, consent)
        if config.oauth:
            raise Unauthorised("there is no login yet: see `netzwerklotse init --oauth`")
        if config.password is None:
            raise Unauthorised("the access token is not accepted, and there is no password")
        device = None if again else config.device_id
        return await self._insist(lambda: self._logins.by_password(device), "login")

    async def locate(self) -> None:
        """Find the homeserver, unless the configuration or an earlier login names it.

        Raises:
            Unauthorised: the server in the account's name is of no help.
        """
        if self._config.homeserver is not None:
            return
        stored = self._stored()
        address = stored.homeserver if stored else None
        if not address:
            address = await self._insist(
                lambda: discover(self.user_id), "looking for the homeserver"
            )
        self.homeserver.client.homeserver = address

    @property
    def can_log_in(self) -> bool:
        """Whether we could come in as a new device without a person."""
        config = self._config
        return config.password is not None and config.access_token is None and not config.oauth

    async def renew(self) -> None:
        """Go on as a new device, for good; the old one is logged out.

        Raises:
            Unauthorised: the password is not accepted.
        """
        made = await self._insist(lambda: self._logins.by_password(None), "login as a new device")
        try:
            await self.homeserver.post("logout")
        except MatrixError as fault:
            log.warning("the old device stays logged in: %s", fault)
        self.tokens.use(made)
        self.renewed = True
        await self._accept(made)

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
                homeserver=config.homeserver or "",
                user_id=config.user_id,
                device_id=config.device_id,
                access_token=config.access_token,
            )
        stored = credentials.load(self._file)
        if stored is None or stored.user_id != config.user_id:
            return None
        return stored if config.homeserver in (None, stored.homeserver) else None

    async def _accept(self, login: Credentials | None) -> None:
        """Have the homeserver say that the login is ours.

        Raises:
            Unauthorised: it is not, or not accepted.
        """
        whose, device = await self._insist(self._who, "asking who we are")
        if whose != self._config.user_id:
            raise NotOurs(f"the access token belongs to {whose}")
        self.device_id = login.device_id if login else ""
        if isinstance(device, str) and device != self.device_id:
            log.warning("the access token belongs to device %s", device)
            self.device_id = device

    async def _insist(self, ask: Callable[[], Awaitable[T]], what: str) -> T:
        return await insist(ask, what, backoff=self.homeserver.backoff())

    async def _who(self) -> tuple[str, object]:
        """Whose the token is, and of which device if the homeserver says so."""
        answer = await self.homeserver.get("account", "whoami")
        return named(answer, "user_id"), answer.get("device_id")


class NotOurs(Unauthorised):
    """The login is another account's."""
