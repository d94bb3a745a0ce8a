"""What a conversation remembers: questions, what was done last, how people like to be spoken to."""

from sqlalchemy import Column, Index, Text, text

from bot.domain.dialogue.people import Role
from bot.domain.dialogue.question import QuestionState
from bot.storage.columns import Flag, Instant, Json, Number, one_of, short_number
from bot.storage.schema.tables import table

question = table(
    "question",
    short_number(),
    Column("key", Text, nullable=False, unique=True),
    Column("target", Text, nullable=False),
    Column("cause", Text, nullable=False),
    Column("asker", Text, nullable=False),
    Column("people", Json, nullable=False),
    Column("role", Text, one_of("role", [role.name.lower() for role in Role])),
    Column("but", Text),
    Column("choices", Json, nullable=False),
    Column("filling", Json),
    Column("rights", Flag, nullable=False),
    Column("today", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("thread", Text),
    Column("plain", Text, nullable=False),
    Column("html", Text, nullable=False),
    Column("heard_until", Instant),
    Column("until", Instant, nullable=False),
    Column("state", Text, one_of("state", QuestionState), nullable=False),
    Column("chosen", Text),
    Column("answered_by", Text),
    Column("created_at", Instant, nullable=False),
    Column("changed_at", Instant, nullable=False),
    Index("question_by_cause", "cause"),
    Index(
        "question_open",
        "until",
        sqlite_where=text("state IN ('open', 'parked')"),
        postgresql_where=text("state IN ('open', 'parked')"),
    ),
    sqlite_autoincrement=True,
)

act = table(
    "act",
    Column("event_id", Text, primary_key=True),
    Column("place", Number, primary_key=True, autoincrement=False),
    Column("user_id", Text, nullable=False),
    Column("room_id", Text, nullable=False),
    Column("path", Json, nullable=False),
    Column("memory", Json),
    Column("answer", Text, nullable=False),
    Column("done_at", Instant, nullable=False),
    Column("undone", Flag, nullable=False, server_default=text("0")),
    Index("act_by_person", "user_id", "done_at"),
)

preference = table(
    "preference",
    Column("target", Text, primary_key=True),
    Column("voice", Text),
    Column("calm_from", Text),
    Column("calm_until", Text),
    Column("changed_by", Text, nullable=False),
    Column("changed_at", Instant, nullable=False),
)
