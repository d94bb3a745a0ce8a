"""The command line: `python -m bot`, installed as `netzwerklotse`."""

from bot.cli.program import main

__all__ = ["main"]
