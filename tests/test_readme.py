"""The README says what the code does."""

import re
from pathlib import Path

from tests.documentation import README, ROOT, renewed


def test_commands_settings_and_example_are_as_the_code_gives_them() -> None:
    readme = README.read_text("utf-8")
    assert renewed(readme) == readme, "run `make docs`"


def test_every_make_target_that_is_named_exists() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    known = set(re.findall(r"^([a-z0-9-]+):", makefile, re.MULTILINE))
    texts = [path.read_text("utf-8") for path in (README, ROOT / "CONTRIBUTING.md")]
    named = {name for text in texts for name in re.findall(r"`make ([a-z0-9-]+)`", text)}
    assert named <= known


def test_every_file_that_is_linked_exists() -> None:
    readme = README.read_text("utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)", readme)
    missing = [link for link in links if not (ROOT / Path(link)).exists()]
    assert missing == []
