"""The demo as its visitors meet it, with a stand-in for the bot: scripts, the chat, a clean end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from bot.demo.memory import Memory

pytestmark = pytest.mark.e2e

ROOT = Path(__file__).parents[2]
PROGRAM = """
import asyncio, sys
from pathlib import Path
from bot.demo import demo
folder = Path(sys.argv[1]) if sys.argv[1] else None
script = Path(sys.argv[2]) if len(sys.argv) > 2 else None
echo = (sys.executable, "-m", "tests.demo.echo_bot")
given = {"commands": ("hilfe", "pate"), "networks": ("FKB OWL", "AfF NON")}
sys.exit(asyncio.run(demo(script, folder, robot=echo, **given)))
"""
ANSWERED = r"""
buero | buero        | Guten Tag\nallerseits
anna  | direkt       | !hilfe
bernd | gemeinschaft | psst | still
warte | ansagen      | Fachtagung
"""
TRANSCRIPT = """\
[Büro] Büro: Guten Tag
  allerseits
  Lotse:
    Echo
    - Guten Tag
    allerseits

[Lotse (direkt)] Anna: !hilfe
  Lotse:
    Echo
    - !hilfe

[Gemeinschaft] Bernd: psst

[Ansagen]
  Lotse:
    Morgen ist Fachtagung.

"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One demo folder for all tests here: the world is furnished once."""
    return tmp_path_factory.mktemp("demo") / "folder"


def play(folder: Path, script: str) -> subprocess.CompletedProcess[str]:
    """Run the demo on a script until it ends; nothing that it started may be left."""
    folder.parent.joinpath("script.txt").write_text(script)
    command = (sys.executable, "-c", PROGRAM, str(folder), str(folder.parent / "script.txt"))
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert leftovers(folder) == []
    return done


def leftovers(folder: Path) -> list[int]:
    """Process ids of those that work in the folder or were told of it."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            places = (str((process / "cwd").readlink()), (process / "environ").read_text())
        except (OSError, UnicodeDecodeError):
            continue
        if any(str(folder) in place for place in places):
            found.append(int(process.name))
    return found


def test_a_script_is_played_and_written_down_the_same_each_time(folder: Path) -> None:
    begins = set()
    for _ in range(2):
        done = play(folder, ANSWERED)
        assert (done.stdout, done.returncode) == (TRANSCRIPT, 0), done.stderr
        told = [line.split()[0] for line in done.stderr.splitlines() if line[0] != " "]
        assert told == ["1/5", "2/5", "3/5", "4/5", "5/5"]
        memory = Memory.load(folder / "memory.json")
        begins.add(memory.meets)
        assert memory.meetings == 1
    assert len(begins) == 2


def test_without_a_folder_a_script_is_played_in_one_that_is_gone_afterwards(tmp_path: Path) -> None:
    script, place = tmp_path / "script.txt", tmp_path / "place"
    script.write_text("anna | gemeinschaft | Hallo => Echo")
    place.mkdir()
    done = subprocess.run(
        (sys.executable, "-c", PROGRAM, "", str(script)),
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(place)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "- Hallo" in done.stdout) == (0, True), done.stderr
    assert (list(place.iterdir()), leftovers(place)) == ([], [])


@pytest.mark.parametrize(
    ("script", "complaint"),
    [
        ("anna | gemeinschaft | psst", "Zeile 1: keine Antwort in 10 s auf: psst"),
        (
            "anna | gemeinschaft | laut | still\nanna | gemeinschaft | Ende",
            "Zeile 1: hätte nicht beantwortet werden sollen: laut",
        ),
        (
            "anna | gemeinschaft | laut => leise",
            "Zeile 1: erwartet wurde „leise“ als Antwort auf: laut",
        ),
    ],
)
def test_a_script_fails_by_the_line_that_went_wrong(
    folder: Path, script: str, complaint: str
) -> None:
    done = play(folder, script)
    assert (done.returncode, complaint in done.stderr) == (1, True), done.stderr


def test_the_end_of_the_log_is_shown_when_the_bot_dies(tmp_path: Path) -> None:
    done = play(tmp_path / "folder", "anna | gemeinschaft | stirb")
    assert done.returncode == 1
    assert "Der Lotse läuft nicht mehr." in done.stderr
    assert "the bot was told to die" in done.stderr


@pytest.fixture
def terminal(folder: Path) -> Iterator[pexpect.spawn[str]]:
    """The demo on a terminal of 80 columns, as far as the first prompt."""
    environment = {**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"}
    terminal = pexpect.spawn(
        sys.executable,
        ["-c", PROGRAM, str(folder)],
        cwd=str(ROOT),
        env=environment,
        encoding="utf-8",
        dimensions=(40, 80),
        timeout=60,
    )
    terminal.expect("Homeserver http://127.0.0.1:[0-9]+")
    terminal.expect("Benutzer anna, Passwort ")
    terminal.expect("Anna in Gemeinschaft>")
    yield terminal
    terminal.close(force=True)


def test_a_visitor_talks_to_the_bot_and_leaves_nothing_behind(
    folder: Path, terminal: pexpect.spawn[str]
) -> None:
    terminal.expect(r"\[Ansagen\] .*Lotse")
    terminal.expect("Morgen ist Fachtagung.")
    terminal.send(":antwort\r:antwort Warum?\r")
    terminal.expect("Bitte schreiben Sie die Antwort dazu")
    terminal.expect("Sie sind jetzt Anna im Raum Ansagen.")
    terminal.expect("- Warum?")
    terminal.send(":RAUM gem\r")
    terminal.expect("Anna im Raum Gemeinschaft.")
    terminal.send(":datei\r")
    terminal.expect("noch keine Datei angekommen")
    terminal.send("Liste\r")
    terminal.expect(r"Datei: Liste.csv \(41 Byte\)")
    terminal.send(":datei\r")
    terminal.expect("Netzwerk;Ort")
    terminal.expect("Fachkräfte Süd;Köln")
    terminal.send("!pa\t")
    terminal.expect("!pate")
    terminal.send(" fkb o\t")
    terminal.expect("FKB OWL")
    terminal.send("\r")
    terminal.expect("Echo")
    terminal.expect("- !pate FKB OWL")
    terminal.send(":raum Lotse\r")
    terminal.expect(r"Sie sind jetzt Anna im Raum Lotse \(direkt\)")
    terminal.expect(r"direkt\)>")
    terminal.send("\x1b[A\x1b[A\r")
    terminal.expect("- !pate FKB OWL")
    terminal.send(":person buero\r:raum buero\r")
    terminal.expect("Sie sind jetzt Büro im Raum Büro.")
    terminal.expect("!ja")
    terminal.send("\x03")
    terminal.expect("Die Demo wird beendet.")
    terminal.expect(pexpect.EOF, timeout=10)
    terminal.close()
    assert (terminal.exitstatus, leftovers(folder)) == (0, [])


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_everything_that_was_started(
    folder: Path, terminal: pexpect.spawn[str], number: int
) -> None:
    assert len(leftovers(folder)) > 1
    terminal.kill(number)
    terminal.expect(pexpect.EOF, timeout=10)
    terminal.close()
    assert (terminal.exitstatus, leftovers(folder)) == (130, [])


def test_ctrl_c_while_a_message_is_being_written_is_a_signal_and_ends_as_the_key_does(
    folder: Path, terminal: pexpect.spawn[str]
) -> None:
    terminal.kill(signal.SIGINT)
    terminal.expect("Die Demo wird beendet.")
    terminal.expect(pexpect.EOF, timeout=10)
    terminal.close()
    assert (terminal.exitstatus, leftovers(folder)) == (0, [])


def test_two_demos_do_not_share_a_folder(folder: Path, terminal: pexpect.spawn[str]) -> None:
    command = (sys.executable, "-c", PROGRAM, str(folder))
    second = subprocess.run(
        command, cwd=ROOT, input="", capture_output=True, text=True, check=False
    )
    assert second.returncode == 1
    assert "läuft schon eine Demo" in second.stderr
    terminal.send(":ende\r")
    terminal.expect(pexpect.EOF, timeout=10)
    terminal.close()
    assert terminal.exitstatus == 0
