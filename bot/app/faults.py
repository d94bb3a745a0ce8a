"""What can stop a start, gathered for those who tell it to people."""

from bot.matrix.errors import Unauthorised
from bot.storage.lock import AlreadyRunning
from bot.storage.migrate import NewerDatabase
from bot.storage.sqlite import NotOurDatabase

NotOurs = (NewerDatabase, NotOurDatabase)

__all__ = ["AlreadyRunning", "NotOurs", "Unauthorised"]
