"""The dialogue of the command tests, for what every command has in common."""

from tests.commands.conftest import clock, database, talk

__all__ = ("clock", "database", "talk")
