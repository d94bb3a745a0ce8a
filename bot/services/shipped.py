"""What comes with the bot: the taxonomy, and the networks known from public sources."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from bot.domain.community.network import Network, Taxonomy
from bot.domain.community.taxonomy import parse_networks, parse_taxonomy


@cache
def taxonomy() -> Taxonomy:
    """Topics, Länder and regions with the words that people use for them."""
    return parse_taxonomy(_read("topics"), _read("regions"), _read("search"))


@cache
def networks() -> tuple[Network, ...]:
    """The known networks in the file's order, numbered from 1."""
    return parse_networks(_read("networks"))


def _read(name: str) -> Any:  # noqa: ANN401 -- decoded JSON
    return json.loads((files("bot") / "data" / f"{name}.json").read_text("utf-8"))
