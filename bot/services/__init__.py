"""The use cases, named as activities. Two doors use them: chat (commands) and clock (jobs)."""

from dataclasses import dataclass

from bot.services.announcing import Announcing
from bot.services.appointing import Appointing
from bot.services.asking import Asking
from bot.services.convening import Convening
from bot.services.directory import Directory
from bot.services.hosting import Hosting
from bot.services.mentoring import Mentoring
from bot.services.offering import Offering
from bot.services.preferring import Preferring
from bot.services.reporting import Reporting
from bot.services.safekeeping import Safekeeping
from bot.services.tracing import Tracing


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Everything that a handler may ask or do."""

    announcing: Announcing
    appointing: Appointing
    asking: Asking
    convening: Convening
    directory: Directory
    hosting: Hosting
    mentoring: Mentoring
    offering: Offering
    preferring: Preferring
    reporting: Reporting
    safekeeping: Safekeeping
    tracing: Tracing
