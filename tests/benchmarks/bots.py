"""Who is measured: our bot and its peers, each with its program, its settings and its commands."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.benchmarks.environments import python_of
from tests.benchmarks.figures import FLOOR, OURS
from tests.benchmarks.processes import Process
from tests.benchmarks.stub import DEVICE, TOKEN
from tests.benchmarks.stub_rooms import BOT, SPEAKER

SOURCES = Path(__file__).parents[2]
PEERS = Path(__file__).with_name("peers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Where a bot finds its homeserver, who it is there, and who runs it."""

    homeserver: str
    user: str = BOT
    token: str = TOKEN
    device: str = DEVICE
    admin: str = SPEAKER
    rooms: Sequence[str] = ()
    """Rooms that hear announcements."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bot:
    """`prepare` puts into the folder what the program reads there, and gives its environment."""

    name: str
    program: tuple[str, ...]
    prepare: Callable[[Account, Path], Mapping[str, str]]
    ask: str = "!echo {nonce}"
    fan_out: str | None = "!fanout {nonce}"
    """None: it announces on a schedule only."""
    settings: Mapping[str, str] = field(default_factory=dict)
    detail: bool = False
    """It differs from another one by a detail, so that not everything is measured."""
    at_home: bool = False
    """Its programs are found from the folder of the sources."""

    def start(self, account: Account, folder: Path, **more: str) -> Process:
        """Start it; what it keeps goes into `folder`, from which it goes on if given again."""
        folder.mkdir(parents=True, exist_ok=True)
        environment = {**self.prepare(account, folder), **self.settings, **more}
        cwd = SOURCES if self.at_home else folder
        return Process(self.program, environment, folder, cwd)


def _peer(account: Account, folder: Path) -> dict[str, str]:
    return {
        "BENCH_HOMESERVER": account.homeserver,
        "BENCH_USER": account.user,
        "BENCH_TOKEN": account.token,
        "BENCH_DEVICE": account.device,
    }


def _lotse(account: Account, folder: Path) -> dict[str, str]:
    return {
        "LOTSE_CONFIG": "/dev/null",
        "LOTSE_MATRIX__HOMESERVER": account.homeserver,
        "LOTSE_MATRIX__USER_ID": account.user,
        "LOTSE_MATRIX__ACCESS_TOKEN": account.token,
        "LOTSE_MATRIX__DEVICE_ID": account.device,
        "LOTSE_OFFICE__ADMINS": json.dumps([account.admin]),
        "LOTSE_DATA_DIR": str(folder / "data"),
        "LOTSE_LOG__LEVEL": "warning",
        # Here nobody types as people do.
        "LOTSE_LIMITS__PERSON": "none",
        "LOTSE_LIMITS__ROOM": "none",
        "LOTSE_LIMITS__SERVER": "none",
        "LOTSE_LIMITS__EVERYONE": "none",
        **({"LOTSE_ROOMS__ANNOUNCEMENTS": json.dumps(account.rooms)} if account.rooms else {}),
    }


def _maubot(account: Account, folder: Path) -> dict[str, str]:
    credentials = {
        "id": account.user,
        "homeserver": account.homeserver,
        "access_token": account.token,
        "device_id": None,
    }
    quiet = {"displayname": "disable", "avatar_url": "disable", "autojoin": False}
    first = {"ignore_initial_sync": True, "ignore_first_sync": False, "sync": True}
    here = {"hostname": "127.0.0.1", "port": 0, "base_path": "/", "public_url": "http://127.0.0.1"}
    config = {
        "user": {"credentials": credentials, **quiet, **first, "appservice": False},
        "server": here,
        "database": "sqlite:bot.db",
        "database_opts": {"min_size": 1, "max_size": 10},
        "plugin_config": {},
        "logging": {"version": 1, "root": {"level": "WARNING"}},
    }
    config["user"] |= {"hs_token": None}  # type: ignore[operator]  # it insists on the key
    (folder / "config.yaml").write_text(json.dumps(config))
    return {}


def _nio(name: str, mode: str) -> Bot:
    return Bot(
        name=name,
        program=(sys.executable, str(PEERS / "nio_bot.py")),
        prepare=_peer,
        settings={"BENCH_MODE": mode},
    )


# The answer to an unknown word says the word again; a search says the whole question again.
LOTSE = Bot(
    name=OURS,
    program=(sys.executable, "-m", "bot", "run"),
    prepare=_lotse,
    ask="!hilfe {nonce}",
    fan_out=None,
    at_home=True,
)
SEARCH = replace(LOTSE, name=f"{OURS}, search", ask="!pate Pflege {nonce}", detail=True)
BARE = Bot(name=FLOOR, program=(sys.executable, str(PEERS / "floor_bot.py")), prepare=_peer)
FILTER = _nio("nio-filter", "filter")
NEAR = (BARE, _nio("nio", "serial"), FILTER)
"""Peers that need nothing but our own environment."""
FAR = {
    "simplematrixbotlib": Bot(
        name="simplematrixbotlib",
        program=(python_of("simplematrixbotlib"), str(PEERS / "sml_bot.py")),
        prepare=_peer,
        fan_out="",
    ),
    "maubot": Bot(
        name="maubot",
        program=(
            *(python_of("maubot"), "-m", "maubot.standalone"),
            *("-m", str(PEERS / "maubot_echo" / "maubot.yaml")),
        ),
        prepare=_maubot,
        fan_out="",
    ),
}
"""Peers in environments of their own."""
