"""`run`: the bot itself."""

import asyncio
import logging
import os
import sys
from pathlib import Path

from bot.app.running import run_bot
from bot.cli import exits
from bot.cli.lines import JsonLines, Lines
from bot.settings import Settings


def run(config: Path | None) -> int:
    """Run until SIGTERM."""
    settings = exits.settings(config)
    log_to_terminal(settings)
    with exits.said_plainly():
        asyncio.run(run_bot(settings))
    _let_go()
    return 0


def _let_go() -> None:
    """Give up what the log could not write: at the end Python would make a fault of it."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def log_to_terminal(settings: Settings) -> None:
    # A full disk or a reader that went away is no reason to say the same on the other channel.
    logging.raiseExceptions = False
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(JsonLines() if settings.log.format == "json" else Lines())
    logging.basicConfig(level=settings.log.level.upper(), handlers=[handler])
    # These say at every event what they say once too often.
    for chatty in ("nio", "apscheduler", "alembic", "aiosqlite"):
        logging.getLogger(chatty).setLevel("WARNING")
