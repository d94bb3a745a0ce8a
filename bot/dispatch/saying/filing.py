"""A long result to take along: a table as a file that spreadsheets open."""

from bot.domain.dialogue.message import File, Message
from bot.domain.journal import Effect, Outgoing
from bot.services.sheets import as_csv
from bot.text.content import file_content, file_upload

_TYPE = "text/csv"


def file_rows(file: File, message: Message) -> tuple[Outgoing, Outgoing]:
    """The upload, and the message that shows the file where it was asked for."""
    heads, *rows = file.rows
    table = [dict(zip(heads, row, strict=True)) for row in rows]
    upload = file_upload(file.name, _TYPE, as_csv(table, heads))
    before, key = f"u-{message.event_id}", f"f-{message.event_id}"
    shown = file_content(upload, reply_to=message.quoted, thread=message.thread, key=key)
    room, cause = message.room_id, message.event_id
    return (
        Outgoing(key=before, target=room, cause=cause, content=upload, effect=Effect.UPLOAD),
        Outgoing(key=key, target=room, cause=cause, content=shown, after=before),
    )
