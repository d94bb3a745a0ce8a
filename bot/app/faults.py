"""What can stop a start, gathered for those who tell it to people."""

from bot.matrix.crypto.errors import IdentityError
from bot.matrix.errors import MatrixError, Unauthorised
from bot.storage.lock import AlreadyRunning
from bot.storage.migrate import NewerDatabase
from bot.storage.sqlite import NotOurDatabase

NotOurs = (NewerDatabase, NotOurDatabase)

__all__ = ["AlreadyRunning", "IdentityError", "MatrixError", "NotOurs", "Unauthorised"]
