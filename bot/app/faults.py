"""What can stop a start, gathered for those who tell it to people."""

from bot.app.opening import NeedsRestoring
from bot.matrix.crypto.errors import IdentityError
from bot.matrix.door.errors import MatrixError, Unauthorised
from bot.storage.faults import DiskFault
from bot.storage.lock import AlreadyRunning
from bot.storage.migrate import NewerDatabase
from bot.storage.sqlite import NotOurDatabase
from bot.storage.units import Overtaken

NotOurs = (NewerDatabase, NotOurDatabase)

__all__ = [
    "AlreadyRunning",
    "DiskFault",
    "IdentityError",
    "MatrixError",
    "NeedsRestoring",
    "NotOurs",
    "Overtaken",
    "Unauthorised",
]
