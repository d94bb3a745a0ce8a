"""The only package that talks to Matrix, and the only one that imports nio."""

from bot.matrix.account import Health, Matrix
from bot.matrix.checking import AccountCheck, RoomCheck, check
from bot.matrix.config import MatrixConfig, Ports, Words
from bot.matrix.door.errors import Limited, MatrixError, Permanent, Temporary, Unauthorised
from bot.matrix.door.wire import Answer, Request, Wire
from bot.matrix.operating import Standing
from bot.text.content import AFTER

__all__ = [
    "AFTER",
    "AccountCheck",
    "Answer",
    "Health",
    "Limited",
    "Matrix",
    "MatrixConfig",
    "MatrixError",
    "Permanent",
    "Ports",
    "Request",
    "RoomCheck",
    "Standing",
    "Temporary",
    "Unauthorised",
    "Wire",
    "Words",
    "check",
]
