"""Which proxy the environment names for an address."""

import os
from collections.abc import Mapping
from ipaddress import ip_address, ip_network

from reader.fetch.address import Target


class Proxies:
    """The proxies of an environment, by default this process's, as curl and wget read it.

    ``http_proxy`` (in lower case alone: a web server sets HTTP_PROXY from a header),
    ``https_proxy``, ``all_proxy``, and ``no_proxy``: a list of host names (each with all
    below it), addresses, networks, or "*".
    """

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        told = environment.get
        every = told("all_proxy") or told("ALL_PROXY") or ""
        self._by_scheme = {
            "http": told("http_proxy") or every,
            "https": told("https_proxy") or told("HTTPS_PROXY") or every,
        }
        self._any = any(self._by_scheme.values())
        listed = told("no_proxy") or told("NO_PROXY") or ""
        self._direct = [name.lower() for name in listed.replace(",", " ").split()]

    def of(self, target: Target) -> str:
        """Return the address of the proxy for a target, "" for none."""
        if not self._any:
            return ""
        proxy = self._by_scheme[target.scheme]
        return "" if proxy and any(_covers(name, target) for name in self._direct) else proxy


def _covers(name: str, target: Target) -> bool:
    """Whether a name of ``no_proxy`` means a target."""
    if name == "*":
        return True
    try:
        return ip_address(target.host) in ip_network(name.strip("[]"), strict=False)
    except ValueError:
        host, colon, port = name.partition(":")
        if colon and port != str(target.port):
            return False
        host = host.strip("*").strip(".")
        return bool(host) and (target.host == host or target.host.endswith(f".{host}"))
