"""The demo: an embedded homeserver, a small world of people and rooms, and a terminal chat."""

from bot.demo.stage import demo

__all__ = ["demo"]
