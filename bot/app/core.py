"""Everything between the doors: services, dispatcher and jobs, without any homeserver."""

from collections.abc import Callable
from dataclasses import dataclass, field

import bot.commands
import bot.jobs
from bot.dispatch.declaring.router import Router
from bot.dispatch.dispatcher import Dispatcher, Listener
from bot.dispatch.hearing.addressing import Names
from bot.dispatch.hearing.handling import Handling, Rules
from bot.dispatch.job import Schedule
from bot.dispatch.saying.wording import Wording
from bot.dispatch.settling import Settling
from bot.dispatch.ticking import Ticking
from bot.domain.dialogue.signals import (
    BackupDue,
    NetworkChanged,
    NetworksImported,
    PlanChanged,
    PreferencesChanged,
    QuestionChanged,
    RolesChanged,
    RoomsChanged,
    Signal,
)
from bot.domain.plans.planning import PlanRules
from bot.services import Services
from bot.services.announcing import Announcing
from bot.services.appointing import Appointing
from bot.services.asking import Asking
from bot.services.convening import Convening
from bot.services.directory import Directory
from bot.services.hosting import ConfiguredRooms, Hosting
from bot.services.mentoring import Mentoring
from bot.services.offering import Offering
from bot.services.ports import Attention, Carrier, Clock, Members
from bot.services.preferring import Preferring
from bot.services.reporting import Reporting
from bot.services.safekeeping import Safekeeping
from bot.services.shipped import taxonomy
from bot.services.timing import Timing
from bot.services.tracing import Tracing
from bot.storage.database import Database
from bot.text import Catalogues


@dataclass(frozen=True, slots=True, kw_only=True)
class Community:
    """What the configuration says about the people, the rooms and the meetings."""

    names: Names
    admins: frozenset[str] = frozenset()
    rooms: ConfiguredRooms = field(default_factory=ConfiguredRooms)
    language: str = "de"
    zone: str = "Europe/Berlin"
    series: str = "Fachtagung"
    hits: int = 5
    plan: PlanRules = field(default_factory=PlanRules)
    safekeeping: Safekeeping = field(default_factory=Safekeeping)


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """The parts that a homeserver's messages and the clock drive."""

    database: Database
    services: Services
    handling: Handling
    wording: Wording
    dispatcher: Dispatcher
    ticking: Ticking
    jobs: Schedule

    @classmethod
    def build(
        cls,
        database: Database,
        community: Community,
        *,
        clock: Clock,
        carrier: Carrier,
        attention: Attention,
        members: Members,
        plan_changed: Callable[[], None],
        wording: Wording | None = None,
        timing: Timing | None = None,
    ) -> "Core":
        """Put the parts together; nothing is read or started yet."""
        wording = wording or cls.words(database, community, clock)
        services = _services(database, community, wording, timing, carrier)
        listeners = _listeners(services, plan_changed)
        router = Router.discover(bot.commands)
        rules = Rules(zone=community.zone)
        handling = Handling(router, services, members, clock, community.names, rules)
        return cls(
            database=database,
            services=services,
            handling=handling,
            wording=wording,
            dispatcher=Dispatcher(
                database, Settling(database, handling, wording, carrier, attention), listeners
            ),
            ticking=Ticking(database, services, wording, carrier, clock, listeners),
            jobs=Schedule.discover(bot.jobs),
        )

    @staticmethod
    def words(database: Database, community: Community, clock: Clock) -> Wording:
        """The part that the Matrix side needs before the rest can be built."""
        preferring = Preferring(database, community.zone)
        hosting = Hosting(
            database, community.rooms, community.admins, community.language, preferring
        )
        return Wording(Catalogues(), hosting, clock)

    async def open(self) -> None:
        """Read into memory what every answer needs."""
        await self.services.directory.open()
        await self.services.appointing.refresh()
        await self.services.hosting.refresh()
        await self.services.preferring.refresh()
        await self.services.asking.refresh(self.handling.now())
        await self.database.write(self.services.announcing.recompute)


def _services(
    database: Database,
    community: Community,
    wording: Wording,
    timing: Timing | None,
    carrier: Carrier,
) -> Services:
    appointing = Appointing(database, community.admins)
    hosting = wording.hosting
    directory = Directory(database, taxonomy(), community.hits)
    return Services(
        announcing=Announcing(database, hosting, community.zone, timing, carrier.holds),
        appointing=appointing,
        asking=Asking(database),
        convening=Convening(database, community.plan, community.series),
        directory=directory,
        hosting=hosting,
        mentoring=Mentoring(appointing),
        offering=Offering(directory),
        preferring=hosting.preferring,
        reporting=Reporting(database, directory),
        safekeeping=community.safekeeping,
        tracing=Tracing(database),
    )


def _listeners(
    services: Services, plan_changed: Callable[[], None]
) -> dict[type[Signal], Listener]:
    async def network(signal: Signal) -> None:
        if isinstance(signal, NetworkChanged):
            await services.directory.refresh(signal.number)

    async def backup(signal: Signal) -> None:
        if isinstance(signal, BackupDue):
            await services.safekeeping.keep(signal.now)

    async def plan(_: Signal) -> None:
        plan_changed()

    async def question(signal: Signal) -> None:
        if isinstance(signal, QuestionChanged):
            services.asking.note(signal.question)

    return {
        BackupDue: backup,
        NetworkChanged: network,
        NetworksImported: lambda _: services.directory.open(),
        RolesChanged: lambda _: services.appointing.refresh(),
        RoomsChanged: lambda _: services.hosting.refresh(),
        PlanChanged: plan,
        QuestionChanged: question,
        PreferencesChanged: lambda _: services.preferring.refresh(),
    }
