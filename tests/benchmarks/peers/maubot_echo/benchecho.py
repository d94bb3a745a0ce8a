"""maubot, as its own echo example does it."""

from __future__ import annotations

from maubot import MessageEvent, Plugin  # type: ignore[import-not-found]  # in its own environment
from maubot.handlers import command  # type: ignore[import-not-found]  # in its own environment


class Echo(Plugin):  # type: ignore[misc]  # the library has no types here
    @command.new("echo")  # type: ignore[untyped-decorator]  # likewise
    @command.argument("text", pass_raw=True)  # type: ignore[untyped-decorator]  # likewise
    async def echo(self, evt: MessageEvent, text: str) -> None:
        await evt.respond(text)
