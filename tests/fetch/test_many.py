"""Many GETs side by side, against servers on loopback."""

import threading
import time
from collections.abc import Callable, Iterator
from itertools import count

import pytest

from reader.errors import FetchError
from reader.fetch import Fetched, Limits, NotModified, Request, fetch_many, host_of
from tests.support.sites import OK, Farm, Site, body

Farms = Callable[..., Farm]


def ask(url: str, **options: float | str) -> Request:
    return Request(url, trusted_host="127.0.0.1", **options)  # type: ignore[arg-type]


def echo(path: bytes) -> bytes:
    return body(path)


def slow_if_told(delay: float) -> Callable[[bytes], bytes]:
    def answer(path: bytes) -> bytes:
        if path.startswith(b"/slow"):
            time.sleep(delay)
        return body(path)

    return answer


def test_each_request_has_its_answer(farm: Farms) -> None:
    site = farm(echo)
    asked = {number: ask(f"{site.url}/{number}") for number in range(200)}
    answers = dict(fetch_many(asked.items()))
    assert answers.keys() == asked.keys()
    for number, answer in answers.items():
        assert isinstance(answer, Fetched)
        assert answer.data == b"/%d" % number


def test_an_answer_is_given_when_it_is_there(farm: Farms) -> None:
    site = farm(slow_if_told(0.3))
    paths = ["slow", *map(str, range(20))]
    order = [key for key, _ in fetch_many([(path, ask(f"{site.url}/{path}")) for path in paths])]
    assert order[-1] == "slow"


def test_connections_are_few_and_kept(farm: Farms) -> None:
    site = farm(echo, delay=0.005)
    other = farm(echo, delay=0.005)
    urls = [f"{site.url}/{number}" for number in range(40)]
    urls += [f"{other.url.replace('127.0.0.1', 'localhost')}/{number}" for number in range(40)]
    requests = [(url, Request(url, trusted_host=url[7:].partition(":")[0])) for url in urls]
    assert all(isinstance(answer, Fetched) for _, answer in fetch_many(requests))
    assert (site.most, site.connections) == (2, 2)
    assert (other.most, other.connections) == (2, 2)
    assert all(
        isinstance(answer, Fetched)
        for _, answer in fetch_many(requests, Limits(connections=1, per_host=9))
    )
    assert site.connections == other.connections == 3
    list(fetch_many(requests[:40], Limits(per_host=5)))
    assert site.most == 5


def test_this_machine_can_have_connections_of_its_own(farm: Farms) -> None:
    site, other = farm(echo, delay=0.02), farm(echo, delay=0.02)
    requests = [(str(n), ask(f"{site.url}/{n}")) for n in range(60)]
    urls = [f"{other.url.replace('127.0.0.1', name)}/" for name in ("localhost", "127.0.0.1")]
    requests += [(url, Request(url, trusted_host=host_of(url))) for url in urls]
    limits = Limits(connections=1, per_host=1, loopback=20)
    assert all(isinstance(answer, Fetched) for _, answer in fetch_many(requests, limits))
    assert 15 <= site.most <= 20


def test_who_waits_for_a_connection_of_another_host_gets_it(farm: Farms) -> None:
    lock, asked, most = threading.Lock(), 0, 0

    def counted(path: bytes) -> bytes:
        nonlocal asked, most
        with lock:
            asked += 1
            most = max(most, asked)
        time.sleep(0.01)
        with lock:
            asked -= 1
        return echo(path)

    proxy = farm(counted)
    urls = [f"http://h{host}.example/{n}" for host in range(8) for n in range(5)]
    requests = [(url, Request(url, proxy=proxy.url)) for url in urls]
    answers = dict(fetch_many(requests, Limits(connections=3, per_host=2, loopback=20)))
    assert all(isinstance(answer, Fetched) for answer in answers.values())
    assert set(answers) == set(urls)
    assert 2 <= most <= 3


def test_a_busy_host_holds_up_no_other(farm: Farms) -> None:
    busy, idle = farm(echo, delay=0.02), farm(echo)
    requests = [("busy", ask(f"{busy.url}/{number}")) for number in range(100)]
    url = idle.url.replace("127.0.0.1", "localhost")
    requests += [("idle", Request(url, trusted_host="localhost"))]
    order = [key for key, _ in fetch_many(requests)]
    assert order.index("idle") < 20
    assert len(order) == 101


def test_requests_are_taken_as_they_are_needed(farm: Farms) -> None:
    site = farm(echo)
    taken = 0

    def endless() -> Iterator[tuple[int, Request]]:
        nonlocal taken
        for taken in count(1):  # how far it came is what is asked
            yield taken, ask(f"{site.url}/{taken}")

    answers = fetch_many(endless(), Limits(connections=8, per_host=8))
    for _ in range(20):
        next(answers)
    answers.close()  # type: ignore[attr-defined]
    assert taken < 100


def _stall(farm: Farms) -> Farm:
    return farm(echo, delay=5)


def test_it_ends_at_once_when_closed_or_stopped(farm: Farms) -> None:
    stalled, quick = _stall(farm), farm(echo)
    requests = [("quick", ask(quick.url)), *((n, ask(f"{stalled.url}/{n}")) for n in range(20))]
    limits = Limits(per_host=30)
    answers = fetch_many(requests, limits)
    assert next(answers)[0] == "quick"
    start = time.monotonic()
    answers.close()  # type: ignore[attr-defined]
    assert time.monotonic() - start < 0.2
    stopped = threading.Event()
    threading.Timer(0.2, stopped.set).start()
    start = time.monotonic()
    assert [key for key, _ in fetch_many(requests, limits, stop=stopped.is_set)] == ["quick"]
    assert 0.1 < time.monotonic() - start < 0.6
    assert list(fetch_many(requests, limits, stop=lambda: True)) == []


def test_an_error_is_an_answer_like_others(farm: Farms, serve: Callable[..., Site]) -> None:
    site = farm(
        lambda path: body(b"x") if path == b"/" else b"HTTP/1.1 410 G\r\nContent-Length: 0\r\n\r\n"
    )
    requests = [
        ("none", ask("file:///etc/passwd")),
        ("refused", ask("http://127.0.0.1:1/")),
        ("gone", ask(f"{site.url}/gone")),
        ("broken", ask(serve(b"garbage").url)),
        ("good", ask(site.url)),
        ("name", ask("http://a..b/")),
        ("unchanged", ask(serve(b"HTTP/1.1 304 \r\n\r\n").url, etag="e")),
    ]
    answers = dict(fetch_many(requests))
    kinds = {key: answer.kind for key, answer in answers.items() if isinstance(answer, FetchError)}
    assert kinds == {
        "none": "address",
        "refused": "connect",
        "gone": "gone",
        "broken": "protocol",
        "name": "address",
    }
    assert isinstance(answers["good"], Fetched)
    assert answers["unchanged"] == NotModified()


def test_nothing_asked_is_nothing_answered() -> None:
    assert list(fetch_many([])) == []


def test_an_error_of_the_caller_is_the_callers(farm: Farms) -> None:
    site = farm(echo, delay=0.1)

    def broken() -> Iterator[tuple[int, Request]]:
        yield 1, ask(site.url)
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        list(fetch_many(broken()))


def test_the_time_of_the_caller_is_not_the_servers(farm: Farms) -> None:
    site = farm(slow_if_told(0.1))
    requests = [(path, ask(f"{site.url}/{path}", timeout=0.3)) for path in ("a", "slow", "slow2")]
    answers = []
    for _, answer in fetch_many(requests):
        time.sleep(0.4)
        answers.append(type(answer))
    assert answers == [Fetched] * 3


def test_the_network_is_looked_after_while_the_caller_works(farm: Farms) -> None:
    site = farm(echo, delay=0.05)
    requests = [(n, ask(f"{site.url}/{n}")) for n in range(16)]
    answers = fetch_many(requests, Limits(per_host=4))
    for _ in range(2):
        next(answers)
        time.sleep(0.1)
    assert len(site.requests) > 4
    assert len(list(answers)) == 14


def test_who_is_connected_to_may_take_longer_than_connecting(farm: Farms) -> None:
    site = farm(slow_if_told(0.3))
    [(_, answer)] = fetch_many([(1, ask(f"{site.url}/slow", connect_timeout=0.1))])
    assert isinstance(answer, Fetched)
    [(_, answer)] = fetch_many([(1, ask(f"{site.url}/slow", connect_timeout=0.1, timeout=0.2))])
    assert isinstance(answer, FetchError)
    assert str(answer) == "no answer from 127.0.0.1 within 0.2 s"


def test_one_slow_server_costs_its_own_time_only(serve: Callable[..., Site], farm: Farms) -> None:
    def drip(connection: object, _: bytes) -> None:
        for piece in (OK, *[b"x"] * 40):
            connection.sendall(piece)  # type: ignore[attr-defined]
            time.sleep(0.05)

    quick, slow = farm(echo), serve(drip)
    requests = [("slow", ask(slow.url, timeout=0.4))]
    requests += [(str(number), ask(f"{quick.url}/{number}")) for number in range(50)]
    start = time.monotonic()
    answers = dict(fetch_many(requests, Limits(per_host=4)))
    assert time.monotonic() - start < 1.5
    slow_answer = answers.pop("slow")
    assert isinstance(slow_answer, FetchError)
    assert slow_answer.kind == "timeout"
    assert all(isinstance(answer, Fetched) for answer in answers.values())


def test_who_wants_to_be_left_alone_is(farm: Farms) -> None:
    site = farm(lambda _: b"HTTP/1.1 429 No\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n")
    requests = [(number, ask(f"{site.url}/{number}")) for number in range(50)]
    answers = [answer for _, answer in fetch_many(requests)]
    assert len(site.requests) <= 2
    held = [a for a in answers if isinstance(a, FetchError) and a.kind == "held"]
    assert len(held) == 50 - len(site.requests)
    assert {a.retry_after for a in answers if isinstance(a, FetchError)} == {120}
    assert str(held[0]) == "127.0.0.1 asks to be left alone for now (429)"
    # Without a time to wait, 503 is a trouble of one address.
    site = farm(lambda _: b"HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n")
    list(fetch_many([(number, ask(f"{site.url}/{number}")) for number in range(5)]))
    assert len(site.requests) == 5


def test_a_server_that_closes_each_connection_is_asked_on(serve: Callable[..., Site]) -> None:
    site = serve(OK + b"Connection: close\r\n\r\nx")
    answers = list(fetch_many([(n, ask(site.url)) for n in range(5)], Limits(per_host=1)))
    assert [answer.data for _, answer in answers if isinstance(answer, Fetched)] == [b"x"] * 5


def test_no_thread_is_left(farm: Farms) -> None:
    site = farm(echo)
    list(fetch_many([(n, ask(f"{site.url}/{n}")) for n in range(5)]))
    assert not [thread for thread in threading.enumerate() if "close" in repr(thread)]


def test_redirects_to_a_busy_host_wait_for_their_turn(farm: Farms) -> None:
    target = farm(echo, delay=0.005)
    moved = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: http://127.0.0.1:%d%s\r\n\r\n"
    front = farm(lambda path: moved % (target.port, path))
    url = front.url.replace("127.0.0.1", "localhost")
    requests = [(n, Request(f"{url}/{n}", trusted_host="localhost")) for n in range(3)]
    refused = [answer for _, answer in fetch_many(requests)]
    assert {a.kind for a in refused if isinstance(a, FetchError)} == {"refused-address"}
    front = farm(lambda path: moved % (target.port, path))
    requests = [(n, ask(f"{front.url}/{n}")) for n in range(60)]
    answers = dict(fetch_many(requests, Limits(connections=8, per_host=2)))
    assert {a.data for a in answers.values() if isinstance(a, Fetched)} == {
        b"/%d" % n for n in range(60)
    }
    assert target.most <= 2
