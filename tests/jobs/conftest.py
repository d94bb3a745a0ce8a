"""The conversation of the command tests: jobs follow from what the office typed."""

from tests.commands.conftest import clock, database, talk

__all__ = ["clock", "database", "talk"]
