"""Meetings, other announcements, and the single posts (occurrences) that follow from them."""

from sqlalchemy import Column, Index, Text, UniqueConstraint, text

from bot.domain.plans.meeting import MeetingState
from bot.domain.plans.occurrence import OccurrenceState
from bot.storage.columns import Flag, Instant, Json, Number, one_of, short_number
from bot.storage.schema.tables import table

meeting = table(
    "meeting",
    short_number(),
    Column("series", Text, nullable=False),
    Column("ordinal", Number, nullable=False),
    Column("motto", Text, nullable=False),
    Column("starts_local", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("link", Text),
    Column("state", Text, one_of("state", MeetingState), nullable=False),
    Column("version", Number, nullable=False),
    Column("created_by", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("series", "ordinal"),
    sqlite_autoincrement=True,
)

announcement = table(
    "announcement",
    short_number(),
    Column("rule", Json, nullable=False),
    Column("text", Text, nullable=False),
    Column("rooms", Json, nullable=False),
    Column("stopped", Flag, nullable=False, server_default=text("0")),
    Column("created_by", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    sqlite_autoincrement=True,
)

occurrence = table(
    "occurrence",
    Column("key", Text, primary_key=True),
    Column("meeting", Number),
    Column("announcement", Number),
    Column("step", Text, nullable=False),
    Column("due_local", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("due_utc", Instant, nullable=False),
    Column("not_after", Instant, nullable=False),
    Column("late_limit", Number, nullable=False),
    Column("state", Text, one_of("state", OccurrenceState), nullable=False),
    Column("reason", Text),
    Column("details", Json, nullable=False),
    Column("decided_at", Instant),
    Index(
        "occurrence_open",
        "due_utc",
        sqlite_where=text("state = 'planned'"),
        postgresql_where=text("state = 'planned'"),
    ),
    Index("occurrence_by_meeting", "meeting"),
    Index("occurrence_by_announcement", "announcement"),
)
