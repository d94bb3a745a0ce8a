"""The configuration: one frozen model, read from a YAML file and the environment over it.

`load` gives `Settings` or raises `BadSettings` with every fault at once; no fault, no
representation and no exception ever holds a secret.
"""

from bot.settings.faults import BadSettings, Fault, describe
from bot.settings.forms import Distance
from bot.settings.keys import Setting, reference
from bot.settings.loading import load
from bot.settings.model import Settings

__all__ = [
    "BadSettings",
    "Distance",
    "Fault",
    "Setting",
    "Settings",
    "describe",
    "load",
    "reference",
]
