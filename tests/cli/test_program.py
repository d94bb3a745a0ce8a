"""The command line as operators and other programs use it: words, JSON, exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot import __version__
from bot.cli.program import app
from bot.storage.lock import FolderLock

ROOT = Path(__file__).parents[2]
SECRET = "canary-8f3a"
SURROUNDINGS = {"COLUMNS": "100", "LOTSE_CONFIG": os.devnull}


def lotse(*words: str, **variables: str) -> Result:
    """Run a sub-command with these LOTSE_ variables alone, in this process."""
    outside = {key: None for key in os.environ if key.startswith("LOTSE_")}
    return CliRunner().invoke(app, words, env={**outside, **SURROUNDINGS, **variables})


def program(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """The same as a program of its own, where that is what matters."""
    outside = {key: text for key, text in os.environ.items() if not key.startswith("LOTSE_")}
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=ROOT,
        env={**outside, **SURROUNDINGS, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def complete(folder: Path) -> dict[str, str]:
    return {
        "LOTSE_MATRIX__HOMESERVER": "http://127.0.0.1:9",
        "LOTSE_MATRIX__USER_ID": "@lotse:example.org",
        "LOTSE_MATRIX__PASSWORD": SECRET,
        "LOTSE_DATA_DIR": str(folder / "data"),
        "LOTSE_OFFICE__ADMINS": '["@office:example.org"]',
    }


def test_the_version_is_printed() -> None:
    assert lotse("version").stdout.strip() == __version__


def test_a_search_gives_json_for_other_programs() -> None:
    done = program("suche", "Verbundausbilung Berlin", "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert set(found) == {"query", "hits", "notice"}
    assert found["hits"][0]["short_name"] == "Verbundberatung Berlin"
    assert set(found["hits"][0]) == {"short_name", "score", "reason"}
    assert found["notice"] is None


def test_a_search_without_hits_ends_with_1_and_says_why() -> None:
    done = lotse("suche", "Bremen", "--json")
    found = json.loads(done.stdout)
    assert (done.exit_code, found["hits"]) == (1, [])
    assert "Niedersachsen" in found["notice"]


def test_a_search_over_a_broken_file_ends_with_2(tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text('[{"name": "ohne Kurznamen"}]')
    done = lotse("suche", "Pflege", "--data", str(tmp_path / "broken.json"))
    assert done.exit_code == 2
    assert "short_name" in done.stderr


def test_a_search_over_a_file_of_ones_own_finds_what_is_in_it(tmp_path: Path) -> None:
    network = {"short_name": "Mond", "name": "Mondnetz", "seat": "Bremen", "topics": ["pflege"]}
    (tmp_path / "own.json").write_text(json.dumps([{**network, "states": ["DE-HB"]}]))
    done = lotse("suche", "Pflege Bremen", "--data", str(tmp_path / "own.json"))
    assert done.exit_code == 0
    assert done.stdout.startswith("Mond (#1, Bremen)")


def test_without_settings_it_names_what_is_missing_and_ends_with_78() -> None:
    done = program("run", LOTSE_MATRIX__PASSWORD=SECRET, LOTSE_MATRIX__USERID="@a:b")
    assert done.returncode == 78
    assert "data_dir" in done.stderr
    assert "LOTSE_MATRIX__USER_ID" in done.stderr
    assert SECRET not in done.stdout + done.stderr


def test_a_second_bot_in_the_same_folder_ends_with_75(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    lock = FolderLock(tmp_path / "data")
    lock.take()
    done = program("run", **complete(tmp_path))
    lock.release()
    assert done.returncode == 75
    assert f"pid {os.getpid()}" in done.stderr


def test_a_folder_that_cannot_be_made_ends_with_74(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    done = program("run", **complete(tmp_path))
    assert done.returncode == 74
    assert "Traceback" not in done.stderr


def test_what_is_exported_can_be_imported_and_changes_nothing(tmp_path: Path) -> None:
    variables = complete(tmp_path)
    read = lotse("import", "netzwerke", str(ROOT / "bot" / "data" / "networks.json"), **variables)
    offers = lotse("import", "angebote", str(ROOT / "bot" / "demo" / "angebote.json"), **variables)
    written = lotse("export", str(tmp_path / "out"), **variables)
    again = lotse("import", "netzwerke", str(tmp_path / "out" / "netzwerke.csv"), **variables)
    assert (read.exit_code, offers.exit_code, written.exit_code) == (0, 0, 0)
    assert "77 neu" in read.stdout
    assert "77 unverändert" in again.stdout


@pytest.mark.parametrize("dry", [["--dry-run"], []])
def test_a_faulty_row_is_named_and_nothing_is_imported(tmp_path: Path, dry: list[str]) -> None:
    rows = "short_name;name;states\nGut;Gutes Netz;DE-NI\nSchlecht;Schlechtes Netz;DE-XX\n"
    (tmp_path / "netze.csv").write_text(rows)
    variables = complete(tmp_path)
    done = lotse("import", "netzwerke", str(tmp_path / "netze.csv"), *dry, **variables)
    searched = lotse("suche", "Gutes Netz", **variables)
    assert done.exit_code == 1
    assert "Zeile 3 (Schlecht)" in done.stderr
    assert "DE-XX" in done.stderr
    assert "Gut" not in searched.stdout


def test_a_signal_ends_it_also_while_it_waits_for_its_homeserver(tmp_path: Path) -> None:
    outside = {key: text for key, text in os.environ.items() if not key.startswith("LOTSE_")}
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        cwd=ROOT,
        env={**outside, "LOTSE_CONFIG": os.devnull, **complete(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with process, process.stdout:
        # It says that it waits: the handlers are in place.
        process.stdout.readline()
        process.terminate()
        assert process.wait(15) == 0
