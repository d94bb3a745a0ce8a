"""How it goes, as the pages of `health` tell it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """What works and what does not, by name; ready only if all does. `why` is for operators."""

    parts: Mapping[str, bool]
    why: str = ""

    @property
    def ready(self) -> bool:
        return all(self.parts.values())
