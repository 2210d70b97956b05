from collections.abc import Callable, Iterator

import pytest

from tests.support.sites import Say, Site


@pytest.fixture
def serve() -> Iterator[Callable[..., Site]]:
    sites: list[Site] = []

    def start(*answers: bytes | Say) -> Site:
        sites.append(Site(*answers))
        return sites[-1]

    yield start
    for site in sites:
        site.close()
