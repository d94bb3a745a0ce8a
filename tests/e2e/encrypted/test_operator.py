"""What the operator types: from an account to an identity, to a new machine, and on without it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli.program import app
from bot.demo.homeserver import Homeserver
from bot.matrix.crypto import recovery

pytestmark = pytest.mark.e2e


@dataclass
class Operator:
    """A terminal on one machine after the other, without anybody at the keyboard."""

    environment: dict[str, str]
    folder: Path
    machines: int = 1

    def types(self, *words: str, says: str = "", **variables: str) -> Result:
        outside = {name: None for name in os.environ if name.startswith("LOTSE_")}
        given = {f"LOTSE_{name}": text for name, text in variables.items()}
        ours = self.environment | {"LOTSE_DATA_DIR": str(self.data)}
        return CliRunner().invoke(app, words, input=says, env={**outside, **ours, **given})

    @property
    def data(self) -> Path:
        return self.folder / f"machine-{self.machines}"

    def moves(self) -> None:
        """Everything on the old machine is lost."""
        self.machines += 1


def key_in(said: str) -> str:
    """The recovery key in what was printed."""
    (key,) = (line.strip() for line in said.splitlines() if recovery.read(line))
    return key


def identity_in(said: str) -> str:
    return next(line for line in said.splitlines() if line.startswith("identity "))


@pytest.fixture
def operator(
    homeserver: Homeserver, account: Callable[[str], tuple[str, str]], tmp_path: Path
) -> Operator:
    user_id, password = account("lotse")
    return Operator(
        {
            "LOTSE_CONFIG": os.devnull,
            "LOTSE_MATRIX__HOMESERVER": homeserver.address,
            "LOTSE_MATRIX__USER_ID": user_id,
            "LOTSE_MATRIX__PASSWORD": password,
            "LOTSE_OFFICE__ADMINS": '["@chef:demo.localhost"]',
        },
        tmp_path,
    )


def test_the_recovery_key_is_shown_once_and_brings_the_identity_to_a_new_machine(
    operator: Operator,
) -> None:
    first = operator.types("init")
    again = operator.types("init")
    key, identity = key_in(first.stdout), identity_in(first.stdout)
    assert (first.exit_code, again.exit_code, identity_in(again.stdout)) == (0, 0, identity)
    assert key not in again.stdout + again.stderr
    operator.moves()
    without = operator.types("init")
    wrong = operator.types("init", MATRIX__RECOVERY_KEY=recovery.write(bytes(32)))
    assert (without.exit_code, wrong.exit_code) == (78, 78)
    assert "identity restore" in without.stderr
    assert "does not fit" in wrong.stderr
    file = operator.folder / "recovery.key"
    file.write_text(f"{key}\n")
    moved = operator.types("init", MATRIX__RECOVERY_KEY_FILE=str(file))
    assert (moved.exit_code, identity_in(moved.stdout)) == (0, identity)
    assert "recovery key" not in moved.stdout
    shown = operator.types("identity", "show")
    assert shown.exit_code == 0, shown.stdout
    assert f"ok    {identity}" in shown.stdout
    assert "first start" in shown.stdout


def test_a_lost_recovery_key_is_replaced_while_the_machine_lives(operator: Operator) -> None:
    old, made = key_in(operator.types("init").stdout), operator.types("identity", "recovery-key")
    new, identity = key_in(made.stdout), identity_in(made.stdout)
    operator.moves()
    assert operator.types("identity", "restore", MATRIX__RECOVERY_KEY=old).exit_code == 78
    restored = operator.types("identity", "restore", MATRIX__RECOVERY_KEY=new)
    assert (restored.exit_code, identity_in(restored.stdout)) == (0, identity)


def test_without_machine_and_recovery_key_a_reset_is_left_and_must_be_meant(
    operator: Operator,
) -> None:
    before = identity_in(operator.types("init").stdout)
    operator.moves()
    user = operator.environment["LOTSE_MATRIX__USER_ID"]
    unmeant = operator.types("identity", "reset", says="yes\n")
    refused = operator.types("identity", "reset", says=f"{user}\n", MATRIX__PASSWORD="wrong")
    done = operator.types("identity", "reset", says=f"{user}\n")
    shown = operator.types("identity", "show")
    assert (unmeant.exit_code, refused.exit_code, done.exit_code) == (1, 78, 0)
    assert "nothing was changed" in unmeant.stderr
    assert identity_in(done.stdout) != before
    assert key_in(done.stdout)
    assert f"ok    {identity_in(done.stdout)}" in shown.stdout


def test_nobody_is_confirmed_of_whom_nothing_is_known(operator: Operator) -> None:
    done = operator.types("identity", "confirm", "@chef:demo.localhost")
    assert (done.exit_code, done.stdout.strip()) == (
        1,
        "there is nothing to confirm for @chef:demo.localhost",
    )
