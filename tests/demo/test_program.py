"""Programs that we start: ended in order, by force where they refuse, and never left behind."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.demo.program import Program

SLEEPER = "import time; Path({pipe!r}).write_text('up'); time.sleep(600)"
STUBBORN = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {SLEEPER}"


def started(script: str, place: Path) -> Program:
    """A program that has told through a named pipe that it is up."""
    pipe = place / "pipe"
    os.mkfifo(pipe)
    code = f"from pathlib import Path; {script.format(pipe=str(pipe))}"
    command = (sys.executable, "-c", code)
    program = Program(command, log=place / "log", cwd=place)
    program.start(os.environ)
    assert pipe.read_text() == "up"
    return program


def test_a_program_ends_when_it_is_asked_to(tmp_path: Path) -> None:
    program = started(SLEEPER, tmp_path)
    assert program.running
    program.stop()
    assert (program.running, program.pid) == (False, None)


def test_a_stubborn_program_is_ended_by_force(tmp_path: Path) -> None:
    program = started(STUBBORN, tmp_path)
    program.stop(patience=0.2)
    assert not program.running


def test_its_last_words_can_be_read(tmp_path: Path) -> None:
    program = Program(("true",), log=tmp_path / "log", cwd=tmp_path)
    assert program.last_lines() == ""
    program.log.write_text("eins\nzwei\ndrei\n")
    assert program.last_lines(2) == "zwei\ndrei"


PARENT = """
import sys, time
from pathlib import Path
from tests.demo.test_program import SLEEPER, started
print(started(SLEEPER, Path(sys.argv[1])).pid, flush=True)
time.sleep(600)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ties children to their parents")
def test_a_program_dies_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    command = (sys.executable, "-c", PARENT, str(tmp_path))
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as parent:
        assert parent.stdout
        child = os.pidfd_open(int(parent.stdout.readline()))
        parent.send_signal(signal.SIGKILL)
    # The handle becomes readable when the process has ended.
    ended, _, _ = select.select([child], [], [], 10)
    os.close(child)
    assert ended
