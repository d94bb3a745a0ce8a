"""`backup` as operators use it, and what a start says of a database that it cannot use."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.storage.lock import FolderLock
from tests.cli.test_program import complete, lotse, program


@pytest.fixture
def data(migrated: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(migrated, folder / "lotse.db")
    return folder


def test_it_is_made_listed_proven_and_put_back_and_the_way_back_is_told(
    data: Path, tmp_path: Path
) -> None:
    variables = complete(tmp_path)
    made = lotse("backup", "create", **variables)
    (file,) = (data / "backups").iterdir()
    assert str(file) in made.stdout
    assert str(file) in lotse("backup", "list", **variables).stdout
    proven = lotse("backup", "verify", str(file), **variables)
    assert (proven.exit_code, "is good" in proven.stdout) == (0, True)
    back = lotse("backup", "restore", str(file), **variables)
    (aside,) = data.glob("before-restore-*")
    assert back.exit_code == 0
    assert f"backup restore {aside}" in back.stdout
    assert lotse("backup", "restore", str(aside), **variables).exit_code == 0


def test_it_is_made_while_the_bot_runs_and_put_back_only_when_it_does_not(
    data: Path, tmp_path: Path
) -> None:
    variables = complete(tmp_path)
    lock = FolderLock(data)
    lock.take()
    made = lotse("backup", "create", "--to", str(tmp_path / "copy.tar.gz"), **variables)
    refused = lotse("backup", "restore", str(tmp_path / "copy.tar.gz"), **variables)
    lock.release()
    assert made.exit_code == 0
    assert refused.exit_code == 75
    assert f"pid {os.getpid()} on " in refused.stderr
    assert not list(data.glob("*restor*"))


def test_a_damaged_backup_ends_with_1(data: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.tar.gz"
    bad.write_bytes(b"no archive")
    for words in (("verify", str(bad)), ("restore", str(bad))):
        done = lotse("backup", *words, **complete(tmp_path))
        assert done.exit_code == 1
        assert "no good backup" in done.stderr
        assert "Traceback" not in done.stderr


def test_with_postgresql_it_names_the_tool_for_it(tmp_path: Path) -> None:
    url = "postgresql+asyncpg://lotse@127.0.0.1:9/lotse"
    done = lotse("backup", "create", **complete(tmp_path), LOTSE_DATABASE__URL=url)
    assert done.exit_code == 1
    assert "pg_dump" in done.stderr


def test_a_damaged_database_is_not_started_with_and_the_way_back_is_named(
    data: Path, tmp_path: Path
) -> None:
    variables = complete(tmp_path)
    lotse("backup", "create", **variables)
    (file,) = (data / "backups").iterdir()
    whole = bytearray((data / "lotse.db").read_bytes())
    for page in range(2, len(whole) // 4096):
        whole[page * 4096 : page * 4096 + 8] = b"\xff" * 8
    (data / "lotse.db").write_bytes(whole)
    done = program("run", **variables)
    assert done.returncode == 74
    assert f"backup restore {file}" in done.stderr
    assert "Traceback" not in done.stderr
    assert lotse("backup", "restore", str(file), **variables).exit_code == 0
    with closing(sqlite3.connect(data / "lotse.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_without_a_backup_it_says_so(data: Path, tmp_path: Path) -> None:
    (data / "lotse.db").write_bytes(b"this is no database at all" * 400)
    done = program("run", **complete(tmp_path))
    assert done.returncode == 74
    assert "no good backup" in done.stderr


def test_another_programs_database_is_left_as_it_was(data: Path, tmp_path: Path) -> None:
    (data / "lotse.db").unlink()
    with closing(sqlite3.connect(data / "lotse.db")) as theirs, theirs:
        theirs.execute("CREATE TABLE theirs (a)")
    before = (data / "lotse.db").read_bytes()
    done = program("run", **complete(tmp_path))
    assert done.returncode == 78
    assert "another program" in done.stderr
    assert (data / "lotse.db").read_bytes() == before
    assert not (data / "lotse.db-wal").exists()


def test_a_database_of_a_newer_release_is_refused_with_what_to_do(
    data: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(data / "lotse.db")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    done = program("run", **complete(tmp_path))
    assert done.returncode == 78
    assert "a newer release" in done.stderr
    assert "9999" in done.stderr
