"""Reads networks and taxonomy from decoded JSON; whoever calls it has opened the files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from bot.domain.community.network import Network, Phrasing, Region, State, Taxonomy, Topic, Town

Json = Mapping[str, Any]
_LISTS = ("states", "topics", "aliases", "awards")
_PLAIN = ("seat", "lat", "lon", "website", "member_since")


def parse_networks(records: Iterable[Json], *, first: int = 1) -> tuple[Network, ...]:
    """Networks in their order; one without a `number` of its own gets the next one from `first`.

    Raises:
        KeyError: a record has no name.
    """
    return tuple(_network(record, number) for number, record in enumerate(records, first))


def _network(record: Json, number: int) -> Network:
    values: dict[str, Any] = {name: record.get(name) for name in _PLAIN}
    values |= {name: tuple(record.get(name) or ()) for name in _LISTS}
    values |= {name: record.get(name) or "" for name in ("region", "source", "note")}
    return Network(
        number=record.get("number") or number,
        name=record["name"],
        short_name=record.get("short_name") or record["name"],
        **values,
    )


def parse_taxonomy(topics: Sequence[Json], places: Json, more: Json | None = None) -> Taxonomy:
    """The taxonomy of topics.json, regions.json and, for the search, search.json.

    Raises:
        KeyError: an entry lacks one of its fields.
    """
    extra = more or {}
    return Taxonomy(
        topics=tuple(_topic(t, extra.get("topics", {}).get(t["id"], {})) for t in topics),
        states=tuple(_state(s, extra.get("states", {})) for s in places["states"]),
        regions=tuple(
            _region(r, extra) for r in (*places["regions"], *extra.get("more_regions", ()))
        ),
        towns=tuple(
            Town(name=name, state=code)
            for code, names in extra.get("towns", {}).items()
            for name in names
        ),
        phrasing=Phrasing(**{f.name: tuple(extra.get(f.name, ())) for f in fields(Phrasing)}),
    )


def _topic(topic: Json, more: Json) -> Topic:
    return Topic(
        id=topic["id"],
        de=topic["de"],
        en=topic["en"],
        synonyms=tuple(topic["synonyms"]),
        kind=topic["kind"],
        words=tuple(more.get("words", ())),
        hints=tuple(more.get("hints", ())),
        near=tuple(more.get("near", ())),
    )


def _state(state: Json, more: Mapping[str, Sequence[str]]) -> State:
    return State(
        code=state["code"],
        name=state["name"],
        synonyms=(*state["synonyms"], *more.get(state["code"], ())),
        neighbours=tuple(state["neighbours"]),
        lat=state["lat"],
        lon=state["lon"],
    )


def _region(region: Json, extra: Json) -> Region:
    return Region(
        name=region["name"],
        synonyms=(*region["synonyms"], *extra.get("regions", {}).get(region["name"], ())),
        states=tuple(region["states"]),
        broad=region["name"] in extra.get("broad", ()),
    )
