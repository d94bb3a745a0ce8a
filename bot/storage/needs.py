"""What networks seek: one need per network and topic."""

from datetime import date
from typing import Any

from bot.domain.community.network import Need
from bot.storage.entries import Entries, Values
from bot.storage.schema import need


def _read(values: Values) -> Need:
    until = values["until"]
    return Need(**{**values, "until": date.fromisoformat(until) if until else None})


def _written(values: Values) -> dict[str, Any]:
    until = values["until"]
    return {**values, "until": until.isoformat() if until else None}


NEEDS = Entries(need, _read, _written)
every, get, about = NEEDS.every, NEEDS.get, NEEDS.about
add, change, remove = NEEDS.add, NEEDS.change, NEEDS.remove
