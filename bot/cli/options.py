"""Options that many sub-commands share."""

from pathlib import Path
from typing import Annotated

import typer

Config = Annotated[
    Path | None, typer.Option("--config", help="YAML file; LOTSE_… variables win over it.")
]
