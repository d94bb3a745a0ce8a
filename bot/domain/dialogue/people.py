"""Who a person is to us: roles bound to full Matrix ids, never to names or power levels."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Role(IntEnum):
    """What someone may do; each role may what the ones below may. Also a command's permission."""

    GUEST = 0
    MEMBER = 1
    COORDINATOR = 2
    OFFICE = 3
    ADMIN = 4


class Granted(StrEnum):
    """The roles that `rolle` gives and takes."""

    OFFICE = "office"
    COORDINATOR = "coordinator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """A role given to a person; `network` is 0 for the office."""

    user_id: str
    role: Granted
    network: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A sender with the role that counts now, and the networks they speak for."""

    user_id: str
    role: Role
    networks: tuple[int, ...] = ()
    suspended: bool = False
    """Whether their rights rest until the office confirms their new identity."""

    def may(self, permission: Role) -> bool:
        """Whether the role reaches."""
        return self.role >= permission

    def speaks_for(self, network: int) -> bool:
        """Whether they may write for that network; the office may for all."""
        return self.role >= Role.OFFICE or network in self.networks


def person(
    user_id: str,
    *,
    admins: frozenset[str],
    grants: tuple[Grant, ...],
    member: bool,
    suspended: bool = False,
) -> Person:
    """The highest role that configuration, grants and membership give; if suspended, the last."""
    if suspended and (grants or user_id in admins):
        role = Role.MEMBER if member else Role.GUEST
        return Person(user_id=user_id, role=role, suspended=True)
    networks = tuple(sorted(g.network for g in grants if g.role is Granted.COORDINATOR))
    office = any(g.role is Granted.OFFICE for g in grants)
    if user_id in admins:
        role = Role.ADMIN
    elif office:
        role = Role.OFFICE
    elif networks:
        role = Role.COORDINATOR
    else:
        role = Role.MEMBER if member else Role.GUEST
    return Person(user_id=user_id, role=role, networks=networks)
