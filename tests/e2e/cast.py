"""Who plays in the month, and at which client each of them sits."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.demo.person import Person
from tests.e2e.clients import (
    Cinny,
    Client,
    ElementWeb,
    ElementXAndroid,
    ElementXIOS,
    FluffyChat,
    Gomuks,
    Nheko,
)
from tests.e2e.playing import Desk, Said, Stage

NAME = "lotse"


@dataclass
class Cast:
    """The office, Frau Anna of FKB OWL with everything she tries, and Bernd of Ems-Achse.

    `direct` is Anna's own chat with the bot.
    """

    stage: Stage
    office: Person
    anna: Person
    bernd: Person
    direct: str
    abandoned: list[Said] = field(default_factory=list)
    """Whose questions nobody ever answered, or not with every choice that may be had."""

    @property
    def room(self) -> str:
        return self.stage.community.rooms["community"]

    @property
    def office_room(self) -> str:
        return self.stage.community.rooms["office"]

    @property
    def pc(self) -> Desk:
        return self._at(self.anna, ElementWeb)

    @property
    def phone(self) -> Desk:
        return self._at(self.anna, ElementXIOS)

    @property
    def tablet(self) -> Desk:
        return self._at(self.anna, ElementXAndroid)

    @property
    def cinny(self) -> Desk:
        return self._at(self.anna, Cinny)

    @property
    def fluffy(self) -> Desk:
        return self._at(self.anna, FluffyChat)

    @property
    def nheko(self) -> Desk:
        return self._at(self.anna, Nheko)

    @property
    def colleague(self) -> Desk:
        return self._at(self.bernd, Cinny)

    @property
    def buero(self) -> Desk:
        return self._at(self.office, ElementWeb)

    @property
    def terminal(self) -> Gomuks:
        """What Anna's nephew installed for her."""
        return Gomuks(self.stage.bot, NAME)

    @property
    def gomuks(self) -> Desk:
        return Desk(self.stage, self.anna, self.terminal)

    def _at(self, person: Person, client: type[Client]) -> Desk:
        return Desk(self.stage, person, client(self.stage.bot, NAME))
