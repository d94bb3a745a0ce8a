"""The settings of the bot's account, which depend on one another."""

from __future__ import annotations

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from bot.settings.forms import DeviceId, MatrixId, Name, OnOff, Secret, WebAddress
from bot.settings.section import TOGETHER, Section


class Matrix(Section):
    """The bot's account. The order matters: each check sees the fields above it."""

    homeserver: WebAddress | None = Field(
        None, description="Address of the homeserver; unset: what the server in user_id names."
    )
    user_id: MatrixId = Field(description="The bot's full Matrix id.")
    device_id: DeviceId | None = Field(
        None, description="Device that the access token was made for."
    )
    access_token: Secret | None = Field(
        None, description="Access token, instead of a password; needs the device id."
    )
    oauth: OnOff = Field(
        False, description="Log in on a page of the server's OAuth (`init --oauth`)."
    )
    password: Secret | None = Field(
        None,
        validate_default=True,
        description="Password of the account, used for the first login only.",
    )
    recovery_key: Secret | None = Field(
        None,
        description="Recovery key or passphrase of the account's secret storage, for a new machine.",
    )
    device_name: Name = Field("Netzwerklotse", description="Name of the device in the account.")
    display_name: Name = Field("Lotse", description="Name under which the bot appears in rooms.")

    @field_validator("access_token")
    @classmethod
    def _has_its_device(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if value is not None and info.data.get("device_id", "faulty") is None:
            raise PydanticCustomError(TOGETHER, "matrix.device_id together with the access token")
        return value

    @field_validator("password")
    @classmethod
    def _can_log_in(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        others = (info.data.get("access_token", "faulty"), info.data.get("oauth", "faulty"))
        if value is None and others == (None, False):
            raise PydanticCustomError(
                TOGETHER,
                "matrix.password, matrix.access_token together with matrix.device_id,"
                " or matrix.oauth",
            )
        return value
