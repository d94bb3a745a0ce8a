"""Copies of all that the bot keeps: made while it runs, proven before they count, put back whole."""

from bot.storage.backups.archive import BadBackup, Progress, pack, verify
from bot.storage.backups.places import Places
from bot.storage.backups.putting_back import PutBack, finish, put_back
from bot.storage.backups.shelf import KeepRules, name, newest_good, shelved, superfluous

__all__ = [
    "BadBackup",
    "KeepRules",
    "Places",
    "Progress",
    "PutBack",
    "finish",
    "name",
    "newest_good",
    "pack",
    "put_back",
    "shelved",
    "superfluous",
    "verify",
]
