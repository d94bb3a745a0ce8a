"""Hands each part its own small configuration, out of the one settings model."""

import bot.commands
from bot.app.core import Community
from bot.dispatch.declaring.describing import Describing
from bot.dispatch.declaring.router import Router
from bot.dispatch.hearing.addressing import Names
from bot.dispatch.saying.wording import Wording
from bot.domain.calendar import Distance
from bot.domain.flooding import Limits, Rate
from bot.domain.plans.occurrence import StepName
from bot.domain.plans.planning import PlanRules, Step
from bot.matrix import MatrixConfig
from bot.services.hosting import ConfiguredRooms
from bot.services.safekeeping import Safekeeping
from bot.settings import Settings
from bot.storage.backups import KeepRules, Places


def community(settings: Settings) -> Community:
    """What the core is told."""
    return Community(
        names=Names(settings.matrix.user_id, settings.matrix.display_name),
        admins=frozenset(settings.office.admins),
        rooms=ConfiguredRooms(
            office=settings.rooms.office,
            announcements=settings.rooms.announcements,
            space=settings.rooms.space,
        ),
        language=settings.language,
        zone=settings.time_zone.key,
        series=settings.meeting.series,
        hits=settings.search.hits,
        plan=plan_rules(settings),
        safekeeping=safekeeping(settings),
    )


def safekeeping(settings: Settings) -> Safekeeping:
    """Which backups are made and kept."""
    wanted = settings.backup
    rules = KeepRules(daily=wanted.daily, weekly=wanted.weekly)
    return Safekeeping(places(settings) if wanted.make == "daily" else None, rules)


def plan_rules(settings: Settings) -> PlanRules:
    """Which posts a meeting gets."""
    meeting = settings.meeting
    steps = tuple(
        Step(
            name=StepName(name.replace("_", "-")),
            distance=Distance(months=distance.months, days=distance.days),
            working_day=name not in meeting.any_day,
        )
        for name, distance in meeting.steps
        if distance is not None
    )
    return PlanRules(
        steps=steps, at=meeting.announce_at, zone=settings.time_zone.key, land=meeting.land
    )


def matrix(settings: Settings) -> MatrixConfig:
    """What the Matrix part is told."""
    account = settings.matrix
    password, token, recovery = account.password, account.access_token, account.recovery_key
    return MatrixConfig(
        homeserver=account.homeserver,
        user_id=account.user_id,
        password=password.get_secret_value() if password else None,
        access_token=token.get_secret_value() if token else None,
        device_id=account.device_id,
        oauth=account.oauth,
        recovery_key=recovery.get_secret_value() if recovery else None,
        device_name=account.device_name,
        display_name=account.display_name,
        data_dir=settings.data_dir,
        zone=settings.time_zone,
        invite_servers=frozenset(settings.invites.servers),
        invite_people=frozenset(settings.invites.people),
        admins=frozenset(settings.office.admins),
        menu_pause=settings.menus.pause,
        share_with=settings.encryption.share_with,
        limits=limits(settings),
    )


def limits(settings: Settings) -> Limits:
    """How much people may ask."""
    rates = {
        name: Rate(rate.burst, rate.per_minute) if rate else None for name, rate in settings.limits
    }
    return Limits(**rates)


def places(settings: Settings) -> Places | None:
    """Where everything lies that a backup holds; None if the database is elsewhere."""
    file = settings.database_file
    if file is None:
        return None
    folder = settings.data_dir
    return Places(file, folder, settings.backup.folder or folder / "backups")


def describing(settings: Settings, wording: Wording) -> Describing:
    """Which commands rooms are told of."""
    told = settings.menus.publish != "none"
    return Describing(
        commands=tuple(Router.discover(bot.commands)) if told else (),
        catalogues=wording.catalogues,
        hosting=wording.hosting,
        admins=frozenset(settings.office.admins),
        ours=settings.matrix.user_id,
        both=settings.menus.publish == "both",
    )
