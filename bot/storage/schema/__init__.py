"""All tables, by subject."""

from bot.storage.schema.community import grant, need, network, offer, pin, project, request, update
from bot.storage.schema.dialogue import act, preference, question
from bot.storage.schema.journal import inbox, marker, outbox, room, room_choice, sealed
from bot.storage.schema.plans import announcement, meeting, occurrence
from bot.storage.schema.tables import metadata

__all__ = [
    "act",
    "announcement",
    "grant",
    "inbox",
    "marker",
    "meeting",
    "metadata",
    "need",
    "network",
    "occurrence",
    "offer",
    "outbox",
    "pin",
    "preference",
    "project",
    "question",
    "request",
    "room",
    "room_choice",
    "sealed",
    "update",
]
