"""`demo`: shows the bot on a homeserver of its own."""

import asyncio
from pathlib import Path

import bot.commands
from bot.demo import demo as put_on
from bot.dispatch.declaring.router import Router
from bot.services import shipped


def demo(script: Path | None, folder: Path | None) -> int:
    """Run the demo; what Tab completes comes from the commands and the shipped networks."""
    commands = [" ".join(command.path) for command in Router.discover(bot.commands)]
    networks = [network.short_name for network in shipped.networks()]
    return asyncio.run(put_on(script, folder, commands=commands, networks=networks))
