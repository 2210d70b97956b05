"""The web server of ``newsreader serve``: textual-serve's, behind a token."""

import hmac
import logging
import shlex
from collections.abc import Awaitable, Callable

from aiohttp import web
from textual_serve.server import Server

from reader.cli.serve import command

_Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]

_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
# Nothing is fetched from elsewhere: textual-serve's page asks Google for a font it has itself.
_POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self' ws://{host} wss://{host}; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)


# The keys are to go to the reader without a click.
_FOCUS = """<script>
new MutationObserver((_, watching) => {
  const typing = document.querySelector(".xterm-helper-textarea");
  if (typing && document.body.classList.contains("-first-byte")) {
    watching.disconnect();
    typing.focus();
  }
}).observe(document, {attributes: true, childList: true, subtree: true});
</script></body>"""


class ReaderServer(Server):
    """Serves the reader to who knows the token; all others are refused, whatever they ask for."""

    def __init__(self, host: str, port: int, token: str, announce: Callable[[str], None]) -> None:
        """Take where to listen, the token, and what tells the address once somebody may come."""
        super().__init__(shlex.join(command()), host=host, port=port, title="newsreader")
        self._token = token
        self._announce = announce

    def initialize_logging(self) -> None:
        """Log nothing: an address in a log would be a key left in the door."""

    async def _make_app(self) -> web.Application:
        inside = await super()._make_app()
        app = web.Application(middlewares=[self._guard])
        app.on_response_prepare.append(self._harden)
        app.add_subapp(f"/{self._token}", inside)
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: _Answer) -> web.StreamResponse:
        """Let through what asks below the token; the first part of the path is compared whole."""
        given = request.path.partition("/")[2].partition("/")[0]
        if not hmac.compare_digest(given.encode(), self._token.encode()):
            raise web.HTTPForbidden(text="The address lacks the token that newsreader printed.\n")
        return await handler(request)

    async def _harden(self, request: web.Request, response: web.StreamResponse) -> None:
        response.headers.update(_HEADERS)
        response.headers["Content-Security-Policy"] = _POLICY.format(host=request.url.authority)

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing yet: what textual-serve would print has no token."""

    async def handle_index(self, request: web.Request) -> web.StreamResponse:
        """Give the page, with addresses as the browser knows this server."""
        self.public_url = str(request.url.origin())
        page = await super().handle_index(request)
        if isinstance(page, web.Response):
            page.text = (page.text or "").replace("</body>", _FOCUS)
        return page

    async def listen(self) -> web.AppRunner:
        """Begin to listen; raise OSError where that cannot be."""
        silent = logging.getLogger("newsreader.serve")
        silent.addHandler(logging.NullHandler())
        silent.propagate = False
        runner = web.AppRunner(await self._make_app(), access_log=None, logger=silent)
        await runner.setup()
        await web.TCPSite(runner, self.host, self.port).start()
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = runner.addresses[0][1]
        self._announce(f"http://{host}:{port}/{self._token}/")
        return runner


def run_server(host: str, port: int, token: str, announce: Callable[[str], None]) -> None:
    """Serve until the process is interrupted or ended."""
    import asyncio

    asyncio.run(_run(ReaderServer(host, port, token, announce)))


async def _run(server: ReaderServer) -> None:
    import asyncio
    import signal

    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, ended.set)
    runner = await server.listen()
    try:
        await ended.wait()
    finally:
        await runner.cleanup()
