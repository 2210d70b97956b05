"""Secrets from real files and commands."""

import os
import sys
import time
from pathlib import Path

import pytest

from reader.config import FeedSettings
from reader.credentials import Secrets, as_set, settings_of
from reader.errors import CredentialsError
from reader.fetch import Credentials, Request

URL = "https://club.example/a"


def python(code: str, *arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code, *arguments)


def password(*command: str, seconds: float = 20) -> str:
    made = Secrets(seconds).of(FeedSettings(URL, user="ada", password_cmd=command))
    assert made is not None
    assert made.user == "ada"
    return made.password


def test_nothing_set_gives_nothing() -> None:
    assert Secrets().of(FeedSettings(URL, user_agent="x")) is None


def test_files(tmp_path: Path) -> None:
    token, cookies = tmp_path / "token", tmp_path / "cookies"
    token.write_bytes(b"t\xc3\xb6ken\r\nmore\n")
    cookies.write_bytes(b"a=b; c=d")
    own = FeedSettings(
        URL, token_file=str(token), cookies_file=str(cookies), certificate="/c", key="/k"
    )
    assert Secrets().of(own) == Credentials(
        bearer="töken", cookies="a=b; c=d", certificate="/c", key="/k"
    )


def test_a_command_gives_its_first_line_and_no_shell_reads_it() -> None:
    assert password(*python("import sys; print(sys.argv[1]); print(2)", "$HOME; ls")) == "$HOME; ls"


def test_a_command_that_asks_has_no_input() -> None:
    assert password(*python("import sys; print(repr(sys.stdin.read()))")) == "''"


def test_each_place_is_asked_once_also_where_it_fails(tmp_path: Path) -> None:
    code = "import sys; open(sys.argv[1], 'a').write('x'); print('p'); sys.exit(int(sys.argv[2]))"
    for status in ("0", "3"):
        count = tmp_path / status
        secrets = Secrets()
        for url in (URL, URL + "/b"):
            own = FeedSettings(url, user="ada", password_cmd=python(code, str(count), status))
            if status == "0":
                assert secrets.of(own) == Credentials("ada", "p")
            else:
                with pytest.raises(CredentialsError, match="failed: status 3"):
                    secrets.of(own)
        assert count.read_text() == "x"


def test_a_command_that_hangs_is_ended_with_its_children(tmp_path: Path) -> None:
    code = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "open(sys.argv[1], 'w').write(str(child.pid)); time.sleep(60)"
    )
    started = time.monotonic()
    with pytest.raises(CredentialsError, match="took longer than 2 seconds"):
        password(*python(code, str(tmp_path / "pid")), seconds=2)
    assert time.monotonic() - started < 20
    child = Path("/proc", (tmp_path / "pid").read_text(), "stat")
    for _ in range(100):  # until the system has buried it
        if not child.exists() or child.read_text().rsplit(")", 1)[1].split()[0] == "Z":
            return
        time.sleep(0.05)
    raise AssertionError("the child still runs")


@pytest.mark.parametrize("data", [b"", b"\nsecret", b"hunter2\x1b", b"hunter2\xff", b"a\rb"])
def test_what_is_no_secret_is_not_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "token"
    path.write_bytes(data)
    with pytest.raises(CredentialsError) as raised:
        Secrets().of(FeedSettings(URL, token_file=str(path)))
    assert str(path) in str(raised.value)
    assert "hunter2" not in str(raised.value)


def test_what_cannot_be_had_is_told_without_arguments(tmp_path: Path) -> None:
    with pytest.raises(CredentialsError, match="cannot be read: no such file"):
        Secrets().of(FeedSettings(URL, token_file=str(tmp_path / "none")))
    with pytest.raises(CredentialsError) as raised:
        password(os.fspath(tmp_path / "none"), "hunter2")
    assert "cannot be run: no such file" in str(raised.value)
    assert "hunter2" not in str(raised.value)


def test_a_request_is_made_as_its_feed_is_set(tmp_path: Path) -> None:
    asked = tmp_path / "asked"
    code = "import pathlib, sys; pathlib.Path(sys.argv[1]).touch(); print('swordfish')"
    own = FeedSettings(
        "https://club.example/*",
        user_agent="Gull/1",
        headers=(("X-Key", "k"),),
        proxy="socks5h://proxy.example",
        user="ada",
        password_cmd=python(code, str(asked)),
    )
    assert settings_of([own], "https://eve:pw@club.example/a") == own
    plain = Request("https://club.example/a", timeout=3, trusted_host="club.example")
    unseen = as_set(plain, [own], Secrets(), shown=False)
    assert (unseen.user_agent, unseen.proxy) == ("Gull/1", "socks5h://proxy.example")
    assert (unseen.headers, unseen.credentials, asked.exists()) == ((), None, False)
    seen = as_set(plain, [own], Secrets())
    assert seen.credentials == Credentials(user="ada", password="swordfish")  # noqa: S106
    assert (seen.headers, seen.timeout, seen.trusted_host) == ((("X-Key", "k"),), 3, "club.example")
    other = Request("https://coast.example/a")
    assert as_set(other, [own], Secrets()) is other
