"""What the command palette offers: every command, view, folder, feed and theme."""

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from reader.ui.screens.desk import DeskScreen
from reader.ui.screens.offers import Offer


class ReaderCommands(Provider):
    """Commands with their keys first. Names from outside are shown literally."""

    def _offers(self) -> list[Offer]:
        screen = self.screen
        return screen.offers() if isinstance(screen, DeskScreen) else []

    async def discover(self) -> Hits:
        """Offer everything while nothing is typed."""
        for one in self._offers():
            yield DiscoveryHit(Content(one.name), one.run, text=one.name, help=_help(one))

    async def search(self, query: str) -> Hits:
        """Offer what fits the words typed."""
        matcher = self.matcher(query)
        for one in self._offers():
            if (score := matcher.match(one.name)) > 0:
                yield Hit(score, Content(one.name), one.run, text=one.name, help=_help(one))


def _help(offer: Offer) -> str:
    if not offer.id:
        return offer.about
    key = f"key {offer.keys}" if offer.keys else "no key"
    return " · ".join(filter(None, (offer.about, key)))
