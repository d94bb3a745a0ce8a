"""The ways to an access token: a password, once, and from then on refresh tokens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.matrix.config import MatrixConfig
from bot.matrix.door.errors import Interactive, Permanent, Temporary, Unauthorised
from bot.matrix.door.homeserver import Homeserver, Json
from bot.matrix.login import oauth
from bot.matrix.login.credentials import Credentials, renewal


@dataclass(frozen=True, slots=True)
class Logins:
    """Asks for tokens without having one; `now` is in seconds since 1970."""

    config: MatrixConfig
    homeserver: Homeserver
    now: Callable[[], float]

    async def by_password(self, device_id: str | None) -> Credentials:
        """Log in as that device, or as a new one.

        Raises:
            Unauthorised: the password is refused.
            Temporary: there is no usable answer.
        """
        body: dict[str, object] = {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": self.config.user_id},
            "password": self.config.password,
            "initial_device_display_name": self.config.device_name,
            # Servers whose tokens do not expire leave it aside.
            "refresh_token": True,
        }
        if device_id:
            body["device_id"] = device_id
        try:
            answer = await self.homeserver.anonymously("login", body=body)
        except (Permanent, Interactive) as refused:
            raise Unauthorised(f"login refused: {refused}") from None
        return self._made(
            answer,
            Credentials(
                homeserver=self.homeserver.address,
                user_id=str(answer.get("user_id", self.config.user_id)),
                device_id=str(answer.get("device_id", "")),
                access_token="",
            ),
        )

    async def by_refresh(self, login: Credentials) -> Credentials:
        """Renew the tokens for the same device. The old refresh token may be good no more.

        Raises:
            Unauthorised: the refresh token is refused.
            Temporary: there is no usable answer; asking again with the same token is right.
        """
        if login.refresh_token is None:
            raise Unauthorised("the access token has expired, and there is no refresh token")
        if login.token_endpoint is not None:
            return await oauth.renewed(login, self.now)
        try:
            answer = await self.homeserver.anonymously(
                "refresh", body={"refresh_token": login.refresh_token}
            )
        except Permanent as refused:
            raise Unauthorised(f"the refresh token is refused: {refused}") from None
        return self._made(answer, login)

    def _made(self, answer: Json, login: Credentials) -> Credentials:
        token, milliseconds = answer.get("access_token"), answer.get("expires_in_ms")
        if not isinstance(token, str) or not login.device_id:
            raise Temporary("the answer to the login is incomplete")
        refresh = answer.get("refresh_token")
        lifetime = milliseconds / 1000 if isinstance(milliseconds, int | float) else None
        return replace(
            login,
            access_token=token,
            # Without a new one the old one stays good.
            refresh_token=refresh if isinstance(refresh, str) else login.refresh_token,
            renew_at=renewal(self.now(), lifetime),
        )
