"""Who bears a name: phrases and the entries that are known by them."""

from __future__ import annotations


class Called:
    """In what way a phrase names a network, as bits."""

    SHORT = 1
    NAME = 2
    ALIAS = 4
    SEAT = 8
    REGION = 16


_BITS = 5
_MASK = (1 << _BITS) - 1


class Names:
    """For each key of a phrase its bearers, each packed with its `Called` bits in one number.

    Most phrases have one bearer and are kept as that number alone: a list each would cost a large
    directory more memory than all its words.
    """

    def __init__(self) -> None:
        self._bearers: dict[str, int | list[int]] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._bearers

    def add(self, key: str, slot: int, called: int) -> None:
        """Enters one bearer."""
        packed = slot << _BITS | called
        known = self._bearers.setdefault(key, packed)
        if isinstance(known, list):
            known.append(packed)
        elif known != packed:
            self._bearers[key] = [known, packed]

    def remove(self, key: str, slot: int) -> None:
        """Forgets whatever that entry is called by the key."""
        left = [packed for packed in self._packed(key) if packed >> _BITS != slot]
        if left:
            self._bearers[key] = left
        else:
            self._bearers.pop(key, None)

    def bearers(self, key: str) -> dict[int, int]:
        """The slots that bear a phrase, with their `Called` bits."""
        found: dict[int, int] = {}
        for packed in self._packed(key):
            slot = packed >> _BITS
            found[slot] = found.get(slot, 0) | packed & _MASK
        return found

    def _packed(self, key: str) -> list[int]:
        known = self._bearers.get(key, [])
        return known if isinstance(known, list) else [known]
