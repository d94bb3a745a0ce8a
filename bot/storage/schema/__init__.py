"""All tables, by subject."""

from bot.storage.schema.community import grant, need, network, offer, project, request, update
from bot.storage.schema.journal import inbox, marker, outbox, room, room_choice
from bot.storage.schema.plans import announcement, meeting, meeting_draft, occurrence
from bot.storage.schema.tables import metadata

__all__ = [
    "announcement",
    "grant",
    "inbox",
    "marker",
    "meeting",
    "meeting_draft",
    "metadata",
    "need",
    "network",
    "occurrence",
    "offer",
    "outbox",
    "project",
    "request",
    "room",
    "room_choice",
    "update",
]
