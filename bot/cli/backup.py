"""The sub-commands of `backup`; what they do stands in `keeping`."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.options import Config

backup = typer.Typer(help="Make, prove and put back copies of all that the bot keeps.")

Backup = Annotated[
    Path, typer.Argument(exists=True, help="A backup, or a folder before-restore-….")
]


@backup.command("create")
def backup_create(
    to: Annotated[
        Path | None, typer.Option("--to", help="File or folder; else where backups lie.")
    ] = None,
    config: Config = None,
) -> None:
    """Make a backup now; the bot may run."""
    from bot.cli import keeping

    raise typer.Exit(keeping.create(config, to))


@backup.command("list")
def backup_list(config: Config = None) -> None:
    """List the backups, newest first."""
    from bot.cli import keeping

    raise typer.Exit(keeping.show(config))


@backup.command("verify")
def backup_verify(file: Backup) -> None:
    """Read a backup as if it were to be put back."""
    from bot.cli import keeping

    raise typer.Exit(keeping.verify(file))


@backup.command("restore")
def backup_restore(
    source: Backup,
    *,
    everything: Annotated[
        bool,
        typer.Option(
            "--everything", help="The login and the identity, too, although newer are there."
        ),
    ] = False,
    config: Config = None,
) -> None:
    """Put a backup in place; the bot must not run. What it replaces is kept."""
    from bot.cli import keeping

    raise typer.Exit(keeping.restore(config, source, everything=everything))


@backup.command("restored")
def backup_restored(config: Config = None) -> None:
    """Tell the bot that other tools (pg_restore) put an older copy of its database in place."""
    from bot.cli import keeping

    raise typer.Exit(keeping.restored(config))
