"""Who sees a user's credentials: one server, and nobody else."""

import ssl
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import FetchError
from reader.fetch import Credentials, Fetched, Limits, NotModified, Request, fetch_many, fetch_one
from tests.support.sites import OK, Farm, Site, body, redirect

Sites = Callable[..., Site]
TLS = Path(__file__).parents[1] / "data" / "tls"
AUTHORITY = str(TLS / "authority.pem")
EVERYTHING = Credentials(bearer="secret1", cookies="a=secret2; b=c")
HEADERS = (("X-Key", "secret3"), ("x-empty", ""))


def ask(url: str, **options: object) -> Fetched | NotModified:
    return fetch_one(Request(url, trusted_host="127.0.0.1", **options))  # type: ignore[arg-type]


def failure(url: str, **options: object) -> FetchError:
    with pytest.raises(FetchError) as caught:
        ask(url, **options)
    return caught.value


def test_the_server_of_the_address_is_told(serve: Sites) -> None:
    site = serve(redirect(302, b"/other"), body(b"x"))
    ask(site.url, credentials=EVERYTHING, headers=HEADERS, user_agent="mine\r\nX: y")
    for request in site.requests:
        lines = request.split(b"\r\n")
        assert b"Authorization: Bearer secret1" in lines
        assert b"Cookie: a=secret2; b=c" in lines
        assert b"X-Key: secret3" in lines
        assert b"x-empty:" in lines
        assert b"User-Agent: mine X: y" in lines
    site = serve(body(b"x"))
    ask(site.url, credentials=Credentials("ada", "p@ss:ö"))
    assert b"Authorization: Basic YWRhOnBAc3M6w7Y=\r\n" in site.requests[0]


def test_another_server_is_not(serve: Sites) -> None:
    other = serve(body(b"x"))
    site = serve(redirect(301, other.url.encode()))
    ask(site.url, credentials=EVERYTHING, headers=HEADERS)
    assert b"secret" not in other.requests[0]
    assert b"X-Key" not in other.requests[0]
    # Nor does it give any of its own.
    site = serve(redirect(302, other.url.replace("//", "//eve:pw@").encode()))
    assert ask(site.url) == Fetched(other.url, b"x")
    assert b"Authorization" not in other.requests[1]


def test_a_redirect_back_is_told_again(farm: Callable[..., Farm]) -> None:
    away: list[str] = []
    front = farm(lambda path: body(b"x") if path == b"/back" else redirect(302, away[0].encode()))
    other = farm(lambda _: redirect(302, f"{front.url}/back".encode()))
    away.append(other.url)
    ask(front.url, credentials=EVERYTHING)
    assert [b"secret1" in request for request in front.requests] == [True, True]
    assert b"secret1" not in other.requests[0]


def test_a_moved_feed_keeps_the_password_it_was_typed_with(serve: Sites) -> None:
    site = serve(redirect(301, b"/new"), body(b"x"))
    typed = site.url.replace("//", "//ada:pw@")
    assert ask(typed) == Fetched(f"{site.url}/new", b"x", permanent_url=f"{typed}/new")
    other = serve(body(b"x"))
    site = serve(redirect(301, other.url.encode()))
    assert ask(site.url.replace("//", "//ada:pw@")) == Fetched(
        other.url, b"x", permanent_url=other.url
    )


def test_nothing_secret_is_shown() -> None:
    request = Request(
        "http://ada:secret@x.example/p",
        credentials=Credentials("u", "secret", bearer="secret", cookies="secret"),
        headers=(("X-Key", "secret"),),
        proxy="http://u:secret@p.example",
    )
    assert repr(request) == "Request('http://x.example/p')"
    assert "secret" not in repr(request.credentials)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://ada:secret@x.example/",
        "http://ada:secret@/",
        "http://ada:secret@x:y/",
        "//ada:secret@x/",
    ],
)
def test_nothing_secret_is_in_an_error(url: str) -> None:
    error = failure(url)
    assert error.kind == "address"
    assert "secret" not in str(error)


@pytest.mark.parametrize("name", ["", "X Key", "X:", "X\r\nY", "Ö"])
def test_a_header_has_a_name(name: str) -> None:
    assert "is not the name of a header" in str(
        failure("http://x.example/", headers=((name, "v"),))
    )


def test_an_error_of_a_server_with_a_password_names_the_server_alone(serve: Sites) -> None:
    error = failure(serve(b"garbage").url.replace("//", "//ada:secret@"), credentials=EVERYTHING)
    assert "secret" not in str(error)
    assert "ada" not in str(error)


def test_no_cookie_is_kept(serve: Sites) -> None:
    site = serve(OK + b"Set-Cookie: a=b\r\nContent-Length: 1\r\n\r\nx")
    for _ in fetch_many([(n, Request(site.url, trusted_host="127.0.0.1")) for n in range(3)]):
        pass
    assert len(site.requests) == 3
    assert all(b"Cookie" not in request for request in site.requests)


# --- TLS -------------------------------------------------------------------------------


def context(*, for_clients: bool = False) -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(TLS / "server.pem")
    if for_clients:
        made.load_verify_locations(AUTHORITY)
        made.verify_mode = ssl.CERT_REQUIRED
    return made


def test_a_server_shows_who_it_is(farm: Callable[..., Farm]) -> None:
    site = farm(lambda _: body(b"x"), tls=context())
    error = failure(site.url)
    assert error.kind == "tls"
    assert str(error).startswith("the certificate of 127.0.0.1 is not valid: ")
    assert site.requests == []
    assert ask(site.url, ca_file=AUTHORITY) == Fetched(site.url, b"x")
    # Another name than those in its certificate is not it.
    error = failure(site.url.replace("127.0.0.1", "127.0.0.2"), ca_file=AUTHORITY)
    assert error.kind in ("tls", "refused-address")


def test_what_was_trusted_once_is_not_trusted_for_others(farm: Callable[..., Farm]) -> None:
    site = farm(lambda _: body(b"x"), tls=context())
    requests = [
        (1, Request(site.url, trusted_host="127.0.0.1", ca_file=AUTHORITY)),
        (2, Request(site.url, trusted_host="127.0.0.1")),
    ]
    answers = dict(fetch_many(requests, Limits(connections=1)))
    assert isinstance(answers[1], Fetched)
    assert isinstance(answers[2], FetchError)
    assert answers[2].kind == "tls"


def test_a_client_shows_who_it_is(farm: Callable[..., Farm]) -> None:
    site = farm(lambda _: body(b"x"), tls=context(for_clients=True))
    shown = Credentials(certificate=str(TLS / "client.pem"))
    assert ask(site.url, ca_file=AUTHORITY, credentials=shown) == Fetched(site.url, b"x")
    assert failure(site.url, ca_file=AUTHORITY).kind in ("tls", "protocol")
    # To the server of the address alone.
    front = farm(lambda _: redirect(302, site.url.encode()), tls=context())
    error = failure(front.url, ca_file=AUTHORITY, credentials=shown)
    assert error.kind in ("tls", "protocol")
    assert len(site.requests) == 1


@pytest.mark.parametrize("option", ["ca_file", "certificate"])
def test_files_that_are_none_are_told(
    farm: Callable[..., Farm], tmp_path: Path, option: str
) -> None:
    site = farm(lambda _: body(b"x"), tls=context())
    none = str(tmp_path / "none.pem")
    if option == "ca_file":
        error = failure(site.url, ca_file=none)
    else:
        error = failure(site.url, ca_file=AUTHORITY, credentials=Credentials(certificate=none))
    assert error.kind == "tls"


def test_what_speaks_no_tls_is_told(serve: Sites) -> None:
    error = failure(serve(b"HTTP/1.1 200 OK\r\n\r\n").url.replace("http:", "https:"))
    assert error.kind == "tls"
    assert str(error).startswith("no secure connection to 127.0.0.1: ")
