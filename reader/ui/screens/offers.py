"""All that the reader can do from where one is: for the palette and the command line."""

import difflib
import re
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple, Protocol

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode

from reader.model import View
from reader.ui.screens.help import key_table
from reader.ui.widgets.feed_tree import FeedTree

_WORD = re.compile(r"[^\W_]+")
_ALIASES = {"q": "quit", "h": "help"}
_MOST_NAMED = 5


class Desk(Protocol):
    """What is asked of the screen."""

    feeds: FeedTree
    app: App[object]

    def owner_of(self, command: str) -> tuple[DOMNode, Binding] | None:
        """Return what a command acts on from here, and its binding."""

    def run_command(self, command: str, count: int | None = None) -> Awaitable[None]:
        """Run a command by its id."""

    def change_view(self, view: View) -> object:
        """Show a view."""


class Offer(NamedTuple):
    """One thing to do."""

    name: str
    """For people: "Bookmark the article, or not", "Show Coast Courier"."""
    words: str
    """What is typed for it: "bookmark", "show Coast Courier"."""
    about: str
    run: Callable[[], object]
    id: str = ""
    """Of a command."""
    keys: str = ""


def offers(desk: Desk, keymap: Mapping[str, str]) -> list[Offer]:
    """Return every command with its keys, every view, folder and feed, and every theme."""
    return [*_commands(desk, keymap), *_views(desk), *_themes(desk.app)]


def _commands(desk: Desk, keymap: Mapping[str, str]) -> Iterator[Offer]:
    table = key_table(type(desk.app), keymap)
    known = [(place, key) for place, keys in table.items() for key in keys if desk.owner_of(key.id)]
    names = Counter(_last(key.id) for _, key in known)
    for place, key in known:
        words = _last(key.id) if names[_last(key.id)] == 1 else key.id
        run = partial(desk.run_command, key.id)
        where = "" if place == "Anywhere" else place
        yield Offer(key.what, words, where, run, key.id, key.shown)


def _last(command: str) -> str:
    return command.partition(".")[2]


def _views(desk: Desk) -> Iterator[Offer]:
    for view, label in desk.feeds.all_views:
        name = f"Show {label}"
        kind = view.kind if view.kind in ("folder", "feed") else "view"
        yield Offer(name, f"show {label}", kind, partial(desk.change_view, view))


def _themes(app: App[object]) -> Iterator[Offer]:
    for name in sorted(app.available_themes):
        yield Offer(f"Theme {name}", f"theme {name}", "theme", partial(setattr, app, "theme", name))


# --- What is typed -----------------------------------------------------------------------


def fitting(text: str, among: Sequence[Offer]) -> list[Offer]:
    """Return what a text can mean, best first.

    It is an id, what is typed for an offer, its name, or the beginnings of some of their words.
    """
    typed = _plain(text)
    words = _WORD.findall(typed)
    exact = [one for one in among if _is(one, typed)]
    begun = [one for one in among if typed and one.words.casefold().startswith(typed)]
    loose = [one for one in among if words and _has(one, words)]
    return list(dict.fromkeys([*exact, *begun, *loose]))


def meant(text: str, among: Sequence[Offer]) -> Offer | None:
    """Return what a text says exactly, else the only thing that it can mean."""
    found = fitting(text, among)
    certain = found and (len(found) == 1 or _is(found[0], _plain(text)))
    return found[0] if certain else None


def _plain(text: str) -> str:
    typed = " ".join(text.casefold().split())
    return _ALIASES.get(typed, typed)


def _is(offer: Offer, typed: str) -> bool:
    return typed in (offer.id or None, offer.words.casefold(), offer.name.casefold())


def _has(offer: Offer, words: Sequence[str]) -> bool:
    own = _WORD.findall(f"{offer.words} {offer.id} {offer.name}".casefold())
    return all(any(one.startswith(word) for one in own) for word in words)


def misunderstood(text: str, among: Sequence[Offer]) -> str:
    """Return in words why a text is no command."""
    found = fitting(text, among)
    if found:
        named = ", ".join(one.words for one in found[:_MOST_NAMED])
        return f"{text} may be {named}" + (", ..." if len(found) > _MOST_NAMED else "")
    known = {one.words.casefold(): one.words for one in among}
    close = difflib.get_close_matches(text.casefold(), known, n=1)
    hint = f"; did you mean {known[close[0]]}?" if close else ""
    return f"No command, view or theme fits: {text}{hint}"
