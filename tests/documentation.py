"""The parts of the README that follow from the code: command reference, settings, example.

`python -m tests.documentation` writes them anew; a test compares.
"""

import html
import re
import sys
from collections.abc import Callable
from pathlib import Path

import bot.commands
from bot.dispatch.declaring.command import AnyCommand
from bot.dispatch.declaring.router import Router
from bot.domain.dialogue.message import Text
from bot.domain.dialogue.people import Role
from bot.settings import reference
from bot.text import Catalogues

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
TRANSCRIPT = ROOT / "bot" / "demo" / "readme.transcript"
WHO = {
    Role.GUEST: "alle",
    Role.MEMBER: "Mitglieder",
    Role.COORDINATOR: "Koordination",
    Role.OFFICE: "Büro",
    Role.ADMIN: "Administration",
}


def commands() -> str:
    """One row per command, German first."""
    german = Catalogues().get("de")
    rows = ["| Befehl | English | wer | was er tut |", "|---|---|---|---|"]

    def row(command: AnyCommand) -> str:
        usage = german.line(Text(f"{command.text_id}-usage")).splitlines()[0]
        meaning = german.line(Text(f"{command.text_id}-help"))
        cells = (f"`{usage}`", f"`!{' '.join(command.alias)}`", WHO[command.permission], meaning)
        return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"

    shown = (command for command in Router.discover(bot.commands) if not command.hidden)
    return "\n".join([*rows, *map(row, shown)])


def settings() -> str:
    """One row per setting."""
    rows = ["| setting | variable | default | meaning |", "|---|---|---|---|"]
    for setting in reference():
        default = "required" if setting.default is None else f"`{setting.default}`"
        default = default if default != "``" else ""
        cells = (f"`{setting.name}`", f"`{setting.variable}`", default, setting.meaning)
        rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(rows)


def example() -> str:
    """The.transcript that the demo's script gave."""
    return f"```\n{TRANSCRIPT.read_text('utf-8').rstrip()}\n```"


PARTS: dict[str, Callable[[], str]] = {
    "commands": commands,
    "settings": settings,
    "example": example,
}


def renewed(readme: str) -> str:
    """The README with every marked part as the code gives it now."""
    for name, make in PARTS.items():
        begin, end = f"<!-- {name}: made by make docs -->", f"<!-- end of {name} -->"
        pattern = re.compile(f"{re.escape(begin)}\n.*?{re.escape(end)}", re.DOTALL)
        made = f"{begin}\n{html.unescape(make())}\n{end}"
        readme, count = pattern.subn(made.replace("\\", "\\\\"), readme)
        if count != 1:
            raise ValueError(f"the README must have the part {name} once, it has it {count} times")
    return readme


if __name__ == "__main__":
    before = README.read_text("utf-8")
    README.write_text(renewed(before), "utf-8")
    sys.exit(0)
