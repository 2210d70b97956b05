from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.model import ParsedEntry, ParsedFeed
from reader.store import Store

Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("COLORTERM", raising=False)


def states(ran: Any) -> dict[str, str]:
    return {check["check"]: check["state"] for check in ran.json}


@pytest.mark.usefixtures("kept")
def test_all_in_order_is_0(run: Run, home: Path) -> None:
    (home / "cache").mkdir()
    ran = run("doctor", "--json")
    assert (ran.status, ran.err) == (0, "")
    assert all(set(check) == {"check", "state", "detail"} for check in ran.json)
    found = states(ran)
    assert {"python", "config", "data folder", "cache folder", "database", "terminal"} < set(found)
    assert {state for check, state in found.items() if check != "locale"} == {"ok"}
    assert len(run("doctor").out.splitlines()) == len(ran.json)


def test_a_new_profile_is_in_order_and_stays_untouched(run: Run, home: Path) -> None:
    assert run("doctor").status == 0
    assert not home.exists()


def test_a_wrong_configuration_fails(run: Run, home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text("colour = 1\n")
    ran = run("doctor", "--json")
    assert ran.status == 1
    assert states(ran)["config"] == "fail"


@pytest.mark.usefixtures("kept")
def test_a_damaged_database_fails(run: Run, home: Path) -> None:
    (home / "data" / "reader.db").write_bytes(b"no database" * 1000)
    ran = run("doctor", "--json")
    assert ran.status == 1
    assert states(ran)["database"] == "fail"


@pytest.mark.usefixtures("kept")
def test_repair_makes_folders_and_closes_them(run: Run, home: Path) -> None:
    (home / "data").chmod(0o755)
    (home / "data" / "reader.db").chmod(0o644)
    broken = run("doctor", "--json")
    assert broken.status == 1
    assert states(broken)["cache folder"] == "warn"
    assert states(broken)["database"] == "fail"
    ran = run("doctor", "--repair", "--json")
    assert ran.status == 0
    repaired = [check["detail"] for check in ran.json if check["check"] == "repair"]
    assert [detail.split(" is ")[0] for detail in repaired] == [
        f"made {home}/cache",
        f"{home}/data",
        f"{home}/data/reader.db",
    ]
    assert (home / "data").stat().st_mode & 0o777 == 0o700
    assert (home / "data" / "reader.db").stat().st_mode & 0o777 == 0o600
    assert "repair" not in states(run("doctor", "--repair", "--json"))


def test_a_file_in_a_folders_place_fails(run: Run, home: Path) -> None:
    home.mkdir()
    (home / "cache").write_text("")
    ran = run("doctor", "--json")
    assert ran.status == 1
    assert states(ran)["cache folder"] == "fail"


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"TERM": "dumb"}, "TERM=dumb"),
        ({"COLORTERM": "truecolor"}, "16 million colours"),
        ({"TERM": "linux"}, "16 colours"),
        ({"NO_COLOR": "1"}, "no colours"),
        ({}, "256 colours"),
    ],
)
def test_the_terminal_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], words: str
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    [detail] = [c["detail"] for c in run("doctor", "--json").json if c["check"] == "terminal"]
    assert words in detail


def test_a_database_of_a_newer_version_fails(run: Run, home: Path) -> None:
    import sqlite3

    with Store(home / "data" / "reader.db"):
        pass
    with sqlite3.connect(home / "data" / "reader.db") as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    assert states(run("doctor", "--json"))["database"] == "fail"


def test_where_secrets_are_is_looked_at_and_no_secret_is_shown(run: Run, home: Path) -> None:
    (home / "config").mkdir(parents=True)
    closed, opened = home / "closed", home / "opened"
    for path, mode in ((closed, 0o600), (opened, 0o644)):
        path.write_text("hunter2")
        path.chmod(mode)
    (home / "config" / "config.toml").write_text(
        '[[feeds]]\nurl = "https://club.example/a"\nuser = "ada"\n'
        'password_cmd = ["no-such-command-here", "hunter2"]\n'
        f'token_file = "{opened}"\ncookies_file = "{closed}"\nkey = "{home}/none"\n'
        f'certificate = "{closed}"\n'
    )
    ran = run("doctor", "--json")
    told = {(c["state"], c["detail"]) for c in ran.json if c["check"] in ("commands", "secrets")}
    assert told == {
        ("fail", "https://club.example/a: there is no command no-such-command-here"),
        ("warn", f"{opened} is open to other users: chmod 600 closes it"),
        ("fail", f"https://club.example/a: {home}/none: no such file or directory"),
    }
    assert ran.status == 1
    assert "hunter2" not in ran.out + ran.err


def test_ids_that_a_feed_changed_are_explained(run: Run, home: Path, kept: list[int]) -> None:
    with Store(home / "data" / "reader.db") as store:
        entry = store.entry(kept[0])
        assert entry
        again = ParsedEntry("new", entry.title, link=entry.link, published=entry.published)
        store.save_parsed(entry.feed_id, ParsedFeed("Coast Courier", entries=(again,)), now=9)
    told = {check["check"]: check["detail"] for check in run("doctor", "--json").json}
    assert (
        told["ids"] == "Coast Courier changed the ids of 1 entries, known by the same link and date"
    )
