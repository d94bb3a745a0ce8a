"""Rooms and people by the names that the visitor types: listed, and found by their beginning."""

from __future__ import annotations

from collections.abc import Mapping

from bot.demo import words


def choices(names: Mapping[str, str], here: str) -> list[str]:
    """All of them in lines, the current one marked."""
    return [
        words.CHOICE.format(here="*" if name == here else " ", name=name, title=title)
        for name, title in names.items()
    ]


def pick(wish: str, names: Mapping[str, str]) -> str | None:
    """The one that begins as wished, by its short name or its title."""
    wanted = wish.casefold()
    fits = [
        name
        for name, title in names.items()
        if name.startswith(wanted) or title.casefold().startswith(wanted)
    ]
    return fits[0] if wanted and fits else None
