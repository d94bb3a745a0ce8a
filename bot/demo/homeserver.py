"""A real homeserver on this machine only: the embedded Synapse of the demo and of the tests."""

from __future__ import annotations

import asyncio
import hmac
import json
import os
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from bot.demo import words
from bot.demo.install import python_of
from bot.demo.program import Program
from bot.demo.progress import DemoError
from bot.demo.synapse import SERVER_NAME, configuration, logging_configuration

_PATIENCE = 90.0
# A proxy for the world outside must not be asked for this machine.
_http = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def free_port() -> int:
    """A loopback port that nobody listens on now."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port


class Homeserver:
    """One Synapse; its data stay in `folder`, so that a later start finds all rooms again.

    The port is the one of the last start where that is still free. Lifted rate limits suit demo
    and tests; without, Synapse keeps its own. `more` are further settings of Synapse's.
    """

    server_name = SERVER_NAME

    def __init__(
        self,
        folder: Path,
        venv: Path,
        *,
        limits_lifted: bool = True,
        more: Mapping[str, object] | None = None,
    ) -> None:
        self.folder = folder.absolute()
        self.limits_lifted = limits_lifted
        self._more = more or {}
        self.port = 0
        command = (str(python_of(venv)), "-m", "synapse.app.homeserver", "--config-path", "hs.json")
        self._program = Program(command, log=self.folder / "synapse.out", cwd=self.folder)

    @property
    def address(self) -> str:
        """Where clients reach it, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        return self.folder / "synapse.log"

    @property
    def pid(self) -> int | None:
        """Its process id while it runs."""
        return self._program.pid

    def start(self) -> Self:
        """Start it and wait until it answers.

        Raises:
            DemoError: It ended or stayed silent; the text holds the end of its log.
        """
        self._launch()
        until = time.monotonic() + _PATIENCE
        while not self._answers():
            self._fail_if_gone(until)
            time.sleep(0.1)
        return self

    def stop(self) -> None:
        """End it in good order."""
        self._program.stop()

    def kill(self) -> None:
        """End it as a crash would."""
        self._program.kill()

    async def __aenter__(self) -> Self:
        return await self.launch()

    async def launch(self) -> Self:
        """`start` for those who run in a loop."""
        self._launch()
        until = time.monotonic() + _PATIENCE
        try:
            while not await asyncio.to_thread(self._answers):
                self._fail_if_gone(until)
                await asyncio.sleep(0.1)
        except BaseException:
            self.kill()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        self.stop()

    def register(self, name: str, password: str, *, display_name: str = "") -> str:
        """Make an account by the shared secret; its full Matrix id. An existing one is kept."""
        nonce = self._admin("GET")["nonce"]
        parts = (nonce, name, password, "notadmin")
        secret = self._secrets()["registration_shared_secret"]
        mac = hmac.new(secret.encode(), "\x00".join(parts).encode(), "sha1").hexdigest()
        account = {"nonce": nonce, "username": name, "password": password, "mac": mac}
        try:
            self._admin("POST", account | {"displayname": display_name or name, "admin": False})
        except urllib.error.HTTPError as refused:
            with refused:
                fault = json.load(refused)
            if fault.get("errcode") != "M_USER_IN_USE":
                raise DemoError(f"{name}: {fault}") from None
        return f"@{name}:{self.server_name}"

    def _admin(self, method: str, body: Mapping[str, object] | None = None) -> dict[str, Any]:
        request = urllib.request.Request(  # noqa: S310 -- our own loopback address
            f"{self.address}/_synapse/admin/v1/register",
            method=method,
            data=json.dumps(body).encode() if body else None,
            headers={"Content-Type": "application/json"},
        )
        with _http.open(request, timeout=30) as answer:
            data: dict[str, Any] = json.load(answer)
            return data

    def _secrets(self) -> dict[str, Any]:
        data: dict[str, Any] = json.loads((self.folder / "hs.json").read_text("utf-8"))
        return data

    def _launch(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        before = self._secrets() if (self.folder / "hs.json").exists() else {}
        self.port = _usable(before["listeners"][0]["port"]) if before else free_port()
        settings = configuration(self.folder, self.port, before, limits_lifted=self.limits_lifted)
        _write(self.folder / "hs.json", {**settings, **self._more})
        _write(self.folder / "log.json", logging_configuration(self.log))
        ours = {key: text for key, text in os.environ.items() if not key.startswith("PYTHON")}
        self._program.start(ours)

    def _answers(self) -> bool:
        try:
            with _http.open(f"{self.address}/health", timeout=5) as answer:
                return bool(answer.status == 200)  # noqa: PLR2004 -- HTTP's OK
        except OSError:
            return False

    def _fail_if_gone(self, until: float) -> None:
        if self._program.running and time.monotonic() < until:
            return
        said = self._program.last_lines()
        self.kill()
        logged = self.log.read_text("utf-8")[-2000:] if self.log.exists() else ""
        raise DemoError(f"{words.NO_HOMESERVER.format(log=self.log)}\n{said}\n{logged}".strip())


def _usable(port: int) -> int:
    """The wished port if it is free, else another one."""
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError:
        return free_port()
    return port


def _write(path: Path, content: Mapping[str, object]) -> None:
    """Write JSON (which is YAML) that only we can read: it holds secrets."""
    path.touch(mode=0o600)
    path.write_text(json.dumps(content, indent=1), "utf-8")
