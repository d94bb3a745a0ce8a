"""The page with the figures: each run renews what it measured, and leaves the rest as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

DOCUMENT = Path(__file__).parents[2] / "docs" / "faults-figures.md"
_HEADING = """\
# Figures under faults

The bot as a process beside a real Synapse, ill-treated by `make faults`. What the rooms hold in the end
is read by a client that shares no code with the bot's Matrix part; nothing else counts as said. The
requests are counted by a proxy of our own between the two. Seconds are those of the machine that
measured, which others used at the same time.

Not measured here: outages of hours, and memory over days; the simulation (`tests/simulation`) has both."""
_SECTION = re.compile(r"^## ([\w-]+)$", re.MULTILINE)


def renewed(document: str, parts: Mapping[str, str], order: Sequence[str]) -> str:
    """The page with these sections in place of those of the same name, all in order."""
    _, *found = _SECTION.split(document)
    pairs = zip(found[::2], found[1::2], strict=True)
    known = {name: f"## {name}{body}".strip() for name, body in pairs}
    sections = {**known, **parts}
    return "\n\n".join([_HEADING, *(sections[name] for name in order if name in sections)]) + "\n"
