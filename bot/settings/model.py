"""The settings themselves: names, types, defaults and meanings, from which the docs are made."""

from __future__ import annotations

from datetime import time
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import Field
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.settings.account import Matrix
from bot.settings.forms import (
    Clock,
    Directory,
    Distance,
    Lowered,
    MatrixId,
    Name,
    RoomId,
    ServerName,
    Step,
    Zone,
)
from bot.settings.operation import Backup, Database, Health, Limits, Log
from bot.settings.section import Section

Land = Literal[
    "BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH"
]
StepName = Literal["save_the_date", "programme", "sign_up", "last_call", "day_before", "thanks"]


class Office(Section):
    admins: tuple[MatrixId, ...] = Field(
        min_length=1, description="Who may do everything, as full Matrix ids."
    )


class Rooms(Section):
    office: RoomId | None = Field(None, description="Room in which the office works.")
    announcements: tuple[RoomId, ...] = Field((), description="Rooms that hear announcements.")
    space: RoomId | None = Field(None, description="Space whose members are members to the bot.")


class Invites(Section):
    servers: tuple[ServerName, ...] = Field((), description="Servers whose people may invite.")
    people: tuple[MatrixId, ...] = Field((), description="Further people who may invite.")


class Steps(Section):
    """When each step of a meeting's plan is due."""

    save_the_date: Step = Field(Distance(months=-6), description="The date is announced.")
    programme: Step = Field(Distance(days=-56), description="The programme is announced.")
    sign_up: Step = Field(Distance(days=-21), description="Reminder to sign up.")
    last_call: Step = Field(Distance(days=-7), description="Last call to sign up.")
    day_before: Step = Field(Distance(days=-1), description="See you tomorrow.")
    thanks: Step = Field(Distance(days=1), description="Thanks and documentation.")


class Meeting(Section):
    series: Name = Field("Fachtagung", description="Series that meetings are counted in.")
    announce_at: Clock = Field(time(9), description="Local time of a meeting's announcements.")
    steps: Steps = Steps()
    any_day: tuple[StepName, ...] = Field(
        ("day_before", "thanks"),
        description="Steps that do not move to the nearest earlier working day.",
    )
    land: Land | None = Field(
        None, description="Land whose public holidays count too; unset: nation-wide ones only."
    )


class Encryption(Section):
    share_with: Annotated[Literal["cross-signed", "all"], Lowered] = Field(
        "cross-signed",
        description="Devices that can read the bot: cross-signed (by their owners) or all.",
    )


class Menus(Section):
    publish: Annotated[Literal["msc4391", "both", "none"], Lowered] = Field(
        "msc4391",
        description="How clients are told the commands: msc4391, both (msc4332 too) or none.",
    )
    pause: int = Field(
        10, ge=0, le=3600, description="Seconds before each; less only if nobody limits the bot."
    )


class Search(Section):
    hits: int = Field(5, ge=1, le=15, description="Hits in one answer.")


class Settings(BaseSettings):
    """All settings. Made by `load`; by itself it looks at no file and no environment."""

    model_config = SettingsConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    matrix: Matrix
    data_dir: Directory = Field(description="Directory that holds everything the bot keeps.")
    database: Database = Database()
    backup: Backup = Backup()
    office: Office
    rooms: Rooms = Rooms()
    invites: Invites = Invites()
    language: Annotated[Literal["de", "en"], Lowered] = Field(
        "de", description="Language of answers and announcements."
    )
    time_zone: Zone = Field(ZoneInfo("Europe/Berlin"), description="Zone of all local times.")
    meeting: Meeting = Meeting()
    encryption: Encryption = Encryption()
    menus: Menus = Menus()
    limits: Limits = Limits()
    search: Search = Search()
    health: Health = Health()
    log: Log = Log()

    @property
    def database_url(self) -> str:
        """The address of the database, which may hold a password: never log it."""
        if self.database.url is not None:
            return self.database.url.get_secret_value()
        return f"sqlite+aiosqlite:///{self.data_dir / 'lotse.db'}"

    @property
    def database_file(self) -> Path | None:
        """The database's file; None if it is none."""
        _, found, path = self.database_url.partition("sqlite+aiosqlite:///")
        return Path(path) if found else None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 -- pydantic's signature
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003 -- pydantic's signature
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 -- pydantic's signature
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 -- pydantic's signature
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return (init_settings,)
