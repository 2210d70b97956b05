from collections.abc import Callable

import pytest

from reader.errors import FetchError
from reader.fetch import Fetched, Limits, Request, fetch_many
from reader.fetch.address import target
from reader.fetch.proxies import Proxies
from tests.support.sites import Farm, Site, body


@pytest.mark.parametrize(
    ("environment", "url", "proxy"),
    [
        ({}, "http://x.example/", ""),
        ({"http_proxy": "p"}, "http://x.example/", "p"),
        ({"http_proxy": "p"}, "https://x.example/", ""),
        ({"HTTP_PROXY": "p"}, "http://x.example/", ""),
        ({"HTTPS_PROXY": "p"}, "https://x.example/", "p"),
        ({"https_proxy": "q", "HTTPS_PROXY": "p"}, "https://x.example/", "q"),
        ({"all_proxy": "p"}, "http://x.example/", "p"),
        ({"ALL_PROXY": "p", "https_proxy": "q"}, "https://x.example/", "q"),
        ({"all_proxy": "p", "no_proxy": "*"}, "http://x.example/", ""),
        ({"all_proxy": "p", "no_proxy": "y.example, X.example"}, "http://x.example/", ""),
        ({"all_proxy": "p", "no_proxy": ".example"}, "http://x.example/", ""),
        ({"all_proxy": "p", "no_proxy": "*.example"}, "http://x.example/", ""),
        ({"all_proxy": "p", "no_proxy": "example"}, "http://x.example/", ""),
        ({"all_proxy": "p", "no_proxy": "ample"}, "http://x.example/", "p"),
        ({"all_proxy": "p", "NO_PROXY": "x.example:8080"}, "http://x.example/", "p"),
        ({"all_proxy": "p", "NO_PROXY": "x.example:80"}, "http://x.example/", ""),
        ({"all_proxy": "p", "no_proxy": "127.0.0.0/8"}, "http://127.0.0.1/", ""),
        ({"all_proxy": "p", "no_proxy": "127.0.0.1"}, "http://127.0.0.1/", ""),
        ({"all_proxy": "p", "no_proxy": "[::1]"}, "http://[::1]/", ""),
        ({"all_proxy": "p", "no_proxy": "10.0.0.0/8"}, "http://x.example/", "p"),
        ({"all_proxy": "p", "no_proxy": ", ,"}, "http://x.example/", "p"),
    ],
)
def test_the_environment_names_a_proxy(environment: dict[str, str], url: str, proxy: str) -> None:
    assert Proxies(environment).of(target(url)) == proxy


def answer(request: Request) -> Fetched | FetchError:
    [(_, told)] = fetch_many([(None, request)])
    assert isinstance(told, Fetched | FetchError)
    return told


def test_a_proxy_is_asked(serve: Callable[..., Site], monkeypatch: pytest.MonkeyPatch) -> None:
    proxy = serve(body(b"x"))
    assert isinstance(answer(Request("http://x.invalid/p", proxy=proxy.url)), Fetched)
    assert proxy.requests[-1].startswith(b"GET http://x.invalid/p HTTP/1.1\r\n")
    monkeypatch.setenv("http_proxy", proxy.url)
    assert isinstance(answer(Request("http://y.invalid/q")), Fetched)
    assert proxy.requests[-1].startswith(b"GET http://y.invalid/q HTTP/1.1\r\n")
    # A request's own proxy wins, and none is none.
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    monkeypatch.setenv("no_proxy", "*")
    assert isinstance(answer(Request("http://z.invalid/", proxy=proxy.url)), Fetched)
    monkeypatch.delenv("no_proxy")
    direct = serve(body(b"x"))
    assert isinstance(answer(Request(direct.url, proxy="", trusted_host="127.0.0.1")), Fetched)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.1", "localhost", "[::1]", "10.0.0.1", "0x7f000001"]
)
def test_nor_does_a_proxy_lead_into_its_own_network(serve: Callable[..., Site], host: str) -> None:
    proxy = serve(body(b"x"))
    told = answer(Request(f"http://{host}/", proxy=proxy.url))
    assert isinstance(told, FetchError)
    assert told.kind == "refused-address"
    assert proxy.requests == []
    assert isinstance(
        answer(Request(f"http://{host}/", proxy=proxy.url, trusted_host=host)), Fetched
    )


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ("http://joe:secret@127.0.0.1:1", "proxy"),
        ("socks5h://joe:secret@127.0.0.1:1", "proxy"),
        ("foo://joe:secret@127.0.0.1:1", "proxy"),
        ("http://joe:secret@[::1", "proxy"),
        ("http://joe:secret\0@127.0.0.1:1", "proxy"),
        ("http://joe:secret@x.invalid:1", "proxy"),
    ],
)
def test_a_proxy_that_is_none_is_told_without_its_password(given: str, kind: str) -> None:
    told = answer(Request("http://coast.example/", proxy=given))
    assert isinstance(told, FetchError)
    assert told.kind == kind
    assert "secret" not in str(told)
    assert "coast.example" in str(told)


def test_a_refusal_of_the_proxy_is_not_the_servers(serve: Callable[..., Site]) -> None:
    away = b"HTTP/1.1 302 Found\r\nLocation: http://evil.example/\r\nContent-Length: 0\r\n\r\n"
    told = answer(Request("https://coast.example/", proxy=serve(away).url))
    assert isinstance(told, FetchError)
    assert (told.kind, told.status) == ("proxy", None)
    assert "coast.example through the proxy" in str(told)


def test_others_after_a_proxied_request_go_their_own_way(
    farm: Callable[..., Farm], serve: Callable[..., Site]
) -> None:
    proxy, site = serve(body(b"proxy")), farm(lambda _: body(b"site"))
    requests = [
        (1, Request("http://x.invalid/", proxy=proxy.url)),
        (2, Request(site.url, trusted_host="127.0.0.1")),
        (3, Request(site.url)),
    ]
    answers = dict(fetch_many(requests, Limits(connections=1)))
    assert isinstance(answers[1], Fetched)
    assert isinstance(answers[2], Fetched)
    assert (answers[1].data, answers[2].data) == (b"proxy", b"site")
    assert isinstance(answers[3], FetchError)
    assert answers[3].kind == "refused-address"
    assert len(site.requests) == 1  # not over the open connection either
