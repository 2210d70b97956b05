import subprocess
import sys
from pathlib import Path

from reader.refresh import refreshing

HOLD = """
import sys, time
from pathlib import Path
from reader.refresh import refreshing
with refreshing(Path(sys.argv[1])) as alone:
    print(alone, flush=True)
    time.sleep(60)
"""


def test_one_refreshes_at_a_time_and_a_kill_lets_the_next(tmp_path: Path) -> None:
    database = tmp_path / "reader.db"
    command = [sys.executable, "-c", HOLD, str(database)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:  # noqa: S603
        assert other.stdout
        assert other.stdout.readline() == "True\n"
        told: list[int] = []
        with refreshing(database, stop=lambda: True, waiting=lambda: told.append(1)) as alone:
            assert (alone, told) == (False, [1])
        other.kill()
        with refreshing(database) as alone:
            assert alone
    with refreshing(database, waiting=lambda: told.append(2)) as alone:
        assert alone
    assert told == [1]
    assert Path(f"{database}-refresh").stat().st_mode & 0o077 == 0


def test_where_no_lock_can_be_made_there_is_nobody_to_wait_for(tmp_path: Path) -> None:
    with refreshing(tmp_path / "missing" / "reader.db") as alone:
        assert alone
