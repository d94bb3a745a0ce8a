"""One bot per data folder."""

from pathlib import Path

import pytest

from bot.storage.lock import AlreadyRunning, FolderLock


def test_a_second_one_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    first, second = FolderLock(tmp_path), FolderLock(tmp_path)
    first.take()
    with pytest.raises(AlreadyRunning, match="pid"):
        second.take()
    first.release()
    second.take()
    second.release()
