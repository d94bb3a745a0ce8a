"""The sub-commands and their exit codes; what they do stands in the modules beside this one.

Each loads only what it needs: a search is not to wait for the Matrix library.
"""

import gc
from pathlib import Path
from typing import Annotated

import typer

from bot import __version__
from bot.cli.backup import backup
from bot.cli.options import Config

app = typer.Typer(
    name="netzwerklotse",
    help="Matrix bot for networks that learn from one another.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,
)
imports = typer.Typer(help="Read networks, offers or needs from a JSON or CSV file.")
app.add_typer(imports, name="import")
identities = typer.Typer(help="The account's cross-signing identity, by which people know the bot.")
app.add_typer(identities, name="identity")

app.add_typer(backup, name="backup")

DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would change, change nothing.")]
File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="JSON or CSV file.")]


@app.command()
def run(config: Config = None) -> None:
    """Run the bot until SIGTERM."""
    # Nothing of what loading makes is garbage; `app.running` looks for it again.
    gc.disable()
    from bot.cli import operating

    raise typer.Exit(operating.run(config))


@app.command()
def init(
    *,
    oauth: Annotated[
        bool, typer.Option("--oauth", help="Log in on a page of the server's (matrix.oauth).")
    ] = False,
    config: Config = None,
) -> None:
    """Log in once, make the account's identity, and print its recovery key."""
    from bot.cli import identifying

    raise typer.Exit(identifying.init(config, oauth=oauth))


@app.command()
def check(config: Config = None) -> None:
    """Check configuration, homeserver, account, rooms, rights and clock."""
    from bot.cli import checking

    raise typer.Exit(checking.check(config))


@app.command()
def demo(
    script: Annotated[
        Path | None, typer.Option("--script", exists=True, help="Conversation to play.")
    ] = None,
    folder: Annotated[
        Path | None, typer.Option("--folder", help="Where the demo keeps its data.")
    ] = None,
) -> None:
    """Start a homeserver, the bot and a chat; nothing else is needed."""
    from bot.cli import demonstrating

    raise typer.Exit(demonstrating.demo(script, folder))


@app.command()
def suche(
    text: Annotated[list[str], typer.Argument(help="What is looked for, in one's own words.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    data: Annotated[
        Path | None,
        typer.Option("--data", exists=True, dir_okay=False, help="Networks as JSON or CSV."),
    ] = None,
    language: Annotated[str, typer.Option("--language", help="de or en.")] = "de",
) -> None:
    """Search patron networks without Matrix. Exit code 0 with hits, 1 without, 2 on error."""
    from bot.cli import searching

    raise typer.Exit(searching.search(" ".join(text), data, as_json=as_json, language=language))


@identities.command("show")
def show_identity(config: Config = None) -> None:
    """Print the account's identity, and whether our device is signed by it."""
    from bot.cli import identifying

    raise typer.Exit(identifying.show(config))


@identities.command("restore")
def restore_identity(config: Config = None) -> None:
    """Take the identity out of the account's secret storage, by recovery key or passphrase."""
    from bot.cli import identifying

    raise typer.Exit(identifying.restore(config))


@identities.command("reset")
def reset_identity(config: Config = None) -> None:
    """Make a new identity. Whoever had verified the bot cannot write to it until they agree."""
    from bot.cli import identifying

    raise typer.Exit(identifying.reset(config))


@identities.command("recovery-key")
def renew_recovery_key(config: Config = None) -> None:
    """Print a new recovery key; the earlier one ends."""
    from bot.cli import identifying

    raise typer.Exit(identifying.recovery_key(config))


@identities.command("confirm")
def confirm_identity(
    user: Annotated[str, typer.Argument(help="Full Matrix id.")], config: Config = None
) -> None:
    """Give a person the rights back that rest since their identity changed."""
    from bot.cli import identifying

    raise typer.Exit(identifying.confirm(user, config))


@imports.command("netzwerke")
def import_networks(file: File, *, dry_run: DryRun = False, config: Config = None) -> None:
    """Read networks; those of a known short name are brought up to date."""
    from bot.cli import bringing

    raise typer.Exit(bringing.read("netzwerke", file, config, dry_run=dry_run))


@imports.command("angebote")
def import_offers(file: File, *, dry_run: DryRun = False, config: Config = None) -> None:
    """Read offers."""
    from bot.cli import bringing

    raise typer.Exit(bringing.read("angebote", file, config, dry_run=dry_run))


@imports.command("bedarfe")
def import_needs(file: File, *, dry_run: DryRun = False, config: Config = None) -> None:
    """Read needs."""
    from bot.cli import bringing

    raise typer.Exit(bringing.read("bedarfe", file, config, dry_run=dry_run))


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(file_okay=False, help="Folder to write into.")],
    config: Config = None,
) -> None:
    """Write all that `import` reads, with the same columns."""
    from bot.cli import bringing

    raise typer.Exit(bringing.write(folder, config))


@app.command()
def version() -> None:
    """Print the version."""
    typer.echo(__version__)


def main() -> None:
    """Run the command line."""
    app()
