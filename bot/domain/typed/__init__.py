"""Entries as people type them: the parsers behind the commands."""
