from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from typing import Any

import pytest

from tests.support.sites import Farm, Say, Site


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def serve() -> Iterator[Callable[..., Site]]:
    """Start servers that give their answers one after another."""
    with ExitStack() as open_sites:

        def start(*answers: bytes | Say) -> Site:
            return open_sites.enter_context(closing(Site(*answers)))

        yield start


@pytest.fixture
def farm() -> Iterator[Callable[..., Farm]]:
    """Start servers that answer many at a time, by path."""
    with ExitStack() as open_farms:

        def start(answer: Callable[[bytes], bytes], **options: Any) -> Farm:
            return open_farms.enter_context(closing(Farm(answer, **options)))

        yield start
