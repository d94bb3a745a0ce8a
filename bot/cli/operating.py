"""`run`: the bot itself."""

import asyncio
import json
import logging
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from bot.app.running import run_bot
from bot.cli import exits
from bot.settings import Settings


class JsonLines(logging.Formatter):
    """One JSON object a line, for machines."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["fault"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


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
    if settings.log.format == "json":
        handler.setFormatter(JsonLines())
    logging.basicConfig(
        level=settings.log.level.upper(),
        handlers=[handler],
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
    )
    # These say at every event what they say once too often.
    for chatty in ("nio", "apscheduler", "alembic", "aiosqlite"):
        logging.getLogger(chatty).setLevel("WARNING")
