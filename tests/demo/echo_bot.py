"""A stand-in for the bot's process, for tests of the demo itself: repeats what people say."""

from __future__ import annotations

import asyncio
import json
import os
from html import escape
from pathlib import Path

import aiohttp

from bot.demo.event import Event
from bot.demo.keys import Keys
from bot.demo.person import Person

# What the bot says to the lines by which the demo is set up.
REPLIES = {
    "!rolle": "spricht jetzt",
    "!tagung neu": "Entwurf",
    "!tagung ändern": "Entwurf",
    "!ja": "eingetragen, ist geändert",
}


async def answer(bot: Person, event: Event) -> None:
    """Repeat the words as a reply; some words make it do other things."""
    if event.sender == bot.user_id or event.msgtype != "m.text" or event.body == "psst":
        return
    if event.body == "stirb":
        raise SystemExit("the bot was told to die")
    if event.body == "Liste":
        await attach(bot, event.room_id)
        return
    more = [reply for start, reply in REPLIES.items() if event.body.startswith(start)]
    html = f"<p><strong>Echo</strong></p><ul><li>{escape(event.body)}</li></ul>"
    content = {
        "msgtype": "m.notice",
        "body": "\n".join([f"Echo\n- {event.body}", *more]),
        "format": "org.matrix.custom.html",
        "formatted_body": html,
        "m.relates_to": {"m.in_reply_to": {"event_id": event.event_id}},
    }
    await bot.send(event.room_id, content)
    if event.body == "!ja":
        rooms = {name: room for room, name in (await bot.joined_rooms()).items()}
        await bot.say(rooms["Ansagen"], "Morgen ist Fachtagung.")


async def attach(bot: Person, room: str) -> None:
    """Send a file, as one that it was asked for."""
    url = f"{bot.api.address}/_matrix/media/v3/upload"
    headers = {"Authorization": f"Bearer {bot.api.token}", "Content-Type": "text/csv"}
    table = "\ufeffNetzwerk;Ort\r\nFachkräfte Süd;Köln\r\n".encode()
    async with (
        aiohttp.ClientSession() as http,
        http.post(url, data=table, headers=headers) as answer,
    ):
        address = (await answer.json())["content_uri"]
    info = {"mimetype": "text/csv", "size": len(table)}
    content = {"msgtype": "m.file", "body": "Liste.csv", "url": address, "info": info}
    await bot.send(room, content)


async def come(where: str, who: str, password: str, folder: Path) -> Person:
    """Log in as the device of the last time: what was said meanwhile is encrypted for that."""
    file = folder / "login.json"
    if not file.exists():
        bot = await Person.login(where, who, password, folder=folder)
        device = (await bot.api.request("GET", "/account/whoami"))["device_id"]
        file.write_text(json.dumps([bot.api.token, device]))
        return bot
    token, device = json.loads(file.read_text())
    return Person(where, who, token, keys=Keys(where, who, token, device, folder))


async def main() -> None:
    """Answer what was said meanwhile, then what is being said."""
    env = os.environ
    where, who = env["LOTSE_MATRIX__HOMESERVER"], env["LOTSE_MATRIX__USER_ID"]
    folder = Path(env["LOTSE_DATA_DIR"]) / "echo"
    async with await come(where, who, env["LOTSE_MATRIX__PASSWORD"], folder) as bot:
        answered: set[str | None] = set()
        for room in await bot.joined_rooms():
            said = await bot.messages(room)
            answered |= {one.reply_to for one in said if one.sender == bot.user_id}
            for event in said:
                if event.event_id not in answered:
                    answered.add(event.event_id)
                    await answer(bot, event)
        async for event in bot.events():
            if event.event_id not in answered:
                await answer(bot, event)


if __name__ == "__main__":
    asyncio.run(main())
