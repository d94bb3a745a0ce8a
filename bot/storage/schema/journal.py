"""What came in, what goes out, and the rooms it happens in."""

from sqlalchemy import Column, Index, Text, text

from bot.domain.journal import Effect, InboxKind, InboxState, OutboxState, Purpose
from bot.storage.columns import Flag, Instant, Json, Number, one_of
from bot.storage.schema.tables import table

marker = table(
    "marker",
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

inbox = table(
    "inbox",
    Column("seq", Number, primary_key=True, autoincrement=True),
    Column("event_id", Text, nullable=False, unique=True),
    Column("room_id", Text, nullable=False),
    Column("sender", Text),
    Column("kind", Text, one_of("kind", InboxKind), nullable=False),
    Column("target", Text),
    Column("answers", Text),
    Column("message", Json),
    Column("state", Text, one_of("state", InboxState), nullable=False),
    Column("outcome", Text),
    Column("received_at", Instant, nullable=False),
    Column("finished_at", Instant),
    Index(
        "inbox_open",
        "seq",
        sqlite_where=text("state = 'new'"),
        postgresql_where=text("state = 'new'"),
    ),
    Index("inbox_by_target", "target"),
    sqlite_autoincrement=True,
)

outbox = table(
    "outbox",
    Column("seq", Number, primary_key=True, autoincrement=True),
    Column("key", Text, nullable=False, unique=True),
    Column("effect", Text, one_of("effect", Effect), nullable=False),
    Column("target", Text, nullable=False),
    Column("priority", Number, nullable=False),
    Column("content", Json, nullable=False),
    Column("after", Text),
    Column("about", Json),
    Column("not_before", Instant),
    Column("not_after", Instant),
    Column("cause", Text, nullable=False),
    Column("state", Text, one_of("state", OutboxState), nullable=False),
    Column("event_id", Text),
    Column("device_id", Text),
    Column("attempts", Number, nullable=False, server_default=text("0")),
    Column("created_at", Instant, nullable=False),
    Column("first_attempt_at", Instant),
    Column("finished_at", Instant),
    Column("reason", Text),
    Index(
        "outbox_open",
        "seq",
        sqlite_where=text("state IN ('new', 'sending')"),
        postgresql_where=text("state IN ('new', 'sending')"),
    ),
    Index("outbox_by_event", "event_id"),
    Index("outbox_by_cause", "cause"),
    sqlite_autoincrement=True,
)

sealed = table(
    "sealed",
    Column("event_id", Text, primary_key=True),
    Column("room_id", Text, nullable=False),
    Column("session_id", Text, nullable=False),
    Column("event", Json, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("told", Flag, nullable=False),
    Index("sealed_by_age", "received_at"),
)

room = table(
    "room",
    Column("room_id", Text, primary_key=True),
    Column("name", Text, nullable=False, server_default=text("''")),
    Column("joined", Flag, nullable=False),
    Column("joined_at", Instant),
    Column("encrypted", Flag, nullable=False, server_default=text("0")),
    Column("direct_with", Text),
    Column("purpose", Text, one_of("purpose", Purpose)),
    Column("language", Text),
    Column("greeted", Flag, nullable=False, server_default=text("0")),
    Column("successor", Text),
    Index("room_direct_with", "direct_with"),
)

room_choice = table(
    "room_choice",
    Column("room_id", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("wanted", Flag, nullable=False),
    Column("changed_by", Text, nullable=False),
)
