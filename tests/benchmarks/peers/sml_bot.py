"""simplematrixbotlib, as its own echo example does it."""

from __future__ import annotations

import os

import simplematrixbotlib as botlib  # type: ignore[import-not-found]  # in an environment of its own
from nio import MatrixRoom, RoomMessageText

creds = botlib.Creds(
    os.environ["BENCH_HOMESERVER"],
    os.environ["BENCH_USER"],
    access_token=os.environ["BENCH_TOKEN"],
)
config = botlib.Config()
config.encryption_enabled = False
bot = botlib.Bot(creds, config)


@bot.listener.on_message_event  # type: ignore[untyped-decorator]  # the library has no types
async def echo(room: MatrixRoom, message: RoomMessageText) -> None:
    match = botlib.MessageMatch(room, message, bot, "!")
    if match.is_not_from_this_bot() and match.prefix() and match.command("echo"):
        await bot.api.send_text_message(room.room_id, " ".join(match.args()))


bot.run()
