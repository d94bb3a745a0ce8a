"""The settings themselves: names, types, defaults and meanings, from which the docs are made."""

from __future__ import annotations

from datetime import time
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import Field
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.settings.account import Matrix
from bot.settings.forms import (
    Allowed,
    Clock,
    DatabaseUrl,
    Directory,
    Distance,
    Host,
    Lowered,
    MatrixId,
    Name,
    Rate,
    RoomId,
    ServerName,
    Step,
    Zone,
)
from bot.settings.section import Section

Land = Literal[
    "BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH"
]
StepName = Literal["save_the_date", "programme", "sign_up", "last_call", "day_before", "thanks"]


class Database(Section):
    url: DatabaseUrl | None = Field(
        None, description="Address of the database; unset: lotse.db in the data directory."
    )


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


class Limits(Section):
    """What is more is not handled; its sender is told, once in ten minutes."""

    person: Allowed = Field(Rate(5, 10), description="Commands of one person; an answer is 0.2.")
    room: Allowed = Field(Rate(20, 60), description="Commands in one room.")
    server: Allowed = Field(Rate(60, 180), description="Commands of the people of one server.")
    everyone: Allowed = Field(Rate(100, 600), description="Commands of all together.")


class Search(Section):
    hits: int = Field(5, ge=1, le=15, description="Hits in one answer.")


class Health(Section):
    port: int | None = Field(
        None, ge=1, le=65535, description="Port of the health page; unset: no such page."
    )
    host: Host = Field("127.0.0.1", description="Address that the health page listens on.")


class Log(Section):
    level: Annotated[Literal["debug", "info", "warning", "error"], Lowered] = Field(
        "info", description="The least level that is logged."
    )
    format: Annotated[Literal["text", "json"], Lowered] = Field(
        "text", description="Lines for people, or one JSON object per line."
    )


class Settings(BaseSettings):
    """All settings. Made by `load`; by itself it looks at no file and no environment."""

    model_config = SettingsConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    matrix: Matrix
    data_dir: Directory = Field(description="Directory that holds everything the bot keeps.")
    database: Database = Database()
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
