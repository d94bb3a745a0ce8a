"""The settings of whoever runs the bot: where things lie, what is kept, shown and logged."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bot.settings.forms import Allowed, DatabaseUrl, Directory, Host, Lowered, OnOff, Rate
from bot.settings.section import Section


class Database(Section):
    url: DatabaseUrl | None = Field(
        None, description="Address of the database; unset: lotse.db in the data directory."
    )
    standby: OnOff = Field(
        False, description="PostgreSQL: wait for a running bot to end, instead of not starting."
    )


class Backup(Section):
    make: Annotated[Literal["daily", "never"], Lowered] = Field(
        "daily", description="When the bot makes a backup by itself: daily or never (SQLite only)."
    )
    folder: Directory | None = Field(
        None, description="Where backups lie, best on another disk; unset: in the data directory."
    )
    daily: int = Field(7, ge=1, le=366, description="From so many days the newest backup is kept.")
    weekly: int = Field(4, ge=0, le=520, description="From so many weeks the newest one is kept.")


class Limits(Section):
    """What is more is not handled; its sender is told, once in ten minutes."""

    person: Allowed = Field(Rate(500, 60), description="Commands of one person; an answer is 0.2.")
    room: Allowed = Field(Rate(1000, 300), description="Commands in one room.")
    server: Allowed = Field(Rate(2000, 600), description="Commands of the people of one server.")
    everyone: Allowed = Field(Rate(5000, 1200), description="Commands of all together.")


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
