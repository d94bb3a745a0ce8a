"""Networks, what their people told us (offers, needs, requests, projects), and the people."""

from sqlalchemy import (
    DOUBLE_PRECISION,
    REAL,
    Column,
    ForeignKey,
    Index,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.types import TypeEngine

from bot.domain.community.mentoring import RequestState
from bot.domain.community.network import Level
from bot.domain.community.project import Duty
from bot.domain.dialogue.people import Granted
from bot.storage.columns import Flag, Instant, Json, Number, one_of, short_number
from bot.storage.schema.tables import table

# PostgreSQL's REAL has four bytes, SQLite's has eight.
_Degrees: TypeEngine[float] = REAL().with_variant(DOUBLE_PRECISION(), "postgresql")


def _of_network() -> Column[int]:
    return Column("network", Number, ForeignKey("network.number"), nullable=False)


network = table(
    "network",
    short_number(),
    Column("short_name", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("region", Text, nullable=False),
    Column("states", Json, nullable=False),
    Column("seat", Text),
    Column("lat", _Degrees),
    Column("lon", _Degrees),
    Column("website", Text),
    Column("topics", Json, nullable=False),
    Column("aliases", Json, nullable=False),
    Column("awards", Json, nullable=False),
    Column("member_since", Text),
    Column("source", Text, nullable=False),
    Column("note", Text, nullable=False),
    sqlite_autoincrement=True,
)

offer = table(
    "offer",
    short_number(),
    _of_network(),
    Column("topic", Text, nullable=False),
    Column("level", Text, one_of("level", Level), nullable=False),
    Column("note", Text, nullable=False),
    Column("example", Flag, nullable=False, server_default=text("0")),
    Column("created_by", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("network", "topic"),
    sqlite_autoincrement=True,
)

need = table(
    "need",
    short_number(),
    _of_network(),
    Column("topic", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("until", Text),
    Column("example", Flag, nullable=False, server_default=text("0")),
    Column("created_by", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("network", "topic"),
    sqlite_autoincrement=True,
)

request = table(
    "request",
    short_number(),
    _of_network(),
    Column("asker", Text, nullable=False),
    Column("sentence", Text, nullable=False),
    Column("state", Text, one_of("state", RequestState), nullable=False),
    Column("answer", Text, nullable=False, server_default=text("''")),
    Column("answered_by", Text),
    Column("created_at", Instant, nullable=False),
    Column("changed_at", Instant, nullable=False),
    Index("request_by_asker", "asker"),
    sqlite_autoincrement=True,
)

project = table(
    "project",
    short_number(),
    _of_network(),
    Column("title", Text, nullable=False),
    Column("topic", Text),
    Column("duty", Text, one_of("duty", Duty), nullable=False),
    Column("created_by", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    sqlite_autoincrement=True,
)

update = table(
    "project_update",
    short_number(),
    Column("project", Number, ForeignKey("project.number"), nullable=False),
    Column("day", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Index("project_update_by_project", "project"),
    sqlite_autoincrement=True,
)

grant = table(
    "role_grant",
    Column("user_id", Text, primary_key=True),
    Column("role", Text, one_of("role", Granted), primary_key=True),
    Column("network", Number, primary_key=True, server_default=text("0")),
    Column("granted_by", Text, nullable=False),
    Column("granted_at", Instant, nullable=False),
)

pin = table(
    "pin",
    Column("user_id", Text, primary_key=True),
    Column("master", Text, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Column("other", Text),
    Column("changed_at", Instant),
    Index(
        "pin_changed",
        "changed_at",
        sqlite_where=text("other IS NOT NULL"),
        postgresql_where=text("other IS NOT NULL"),
    ),
)
