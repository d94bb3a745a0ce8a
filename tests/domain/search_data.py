"""What the search tests share: the shipped taxonomy and networks, and an index of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bot.domain.community.network import Network, Taxonomy
from bot.domain.community.taxonomy import parse_networks, parse_taxonomy
from bot.domain.search import Index

_DATA = Path(__file__).parents[2] / "bot" / "data"


def decoded(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@cache
def taxonomy() -> Taxonomy:
    names = ("topics.json", "regions.json", "search.json")
    topics, regions, search = (decoded(_DATA / name) for name in names)
    return parse_taxonomy(topics, regions, search)


@cache
def networks() -> tuple[Network, ...]:
    return parse_networks(decoded(_DATA / "networks.json"))


@cache
def index() -> Index:
    """Only for reading; a test that changes entries builds its own."""
    return Index.build(taxonomy(), networks())


def found(query: str, *, among: Index | None = None) -> list[str]:
    return [hit.network.short_name for hit in (among or index()).search(query).hits]


@dataclass(frozen=True)
class Verdict:
    query: str
    names: list[str]
    right_first: bool
    good_in_three: bool


def judge(case: dict[str, Any]) -> Verdict:
    """Holds a case of the gold format against what is found."""
    names = found(case["query"])
    if case.get("no_result"):
        return Verdict(case["query"], names, not names, not names)
    tops = case["expected_top"] if case.get("match") == "any" else case["expected_top"][:1]
    good = {*case["expected_top"], *case.get("accept_also", ())}
    first = bool(names) and names[0] in tops
    return Verdict(case["query"], names, first, any(name in good for name in names[:3]))
