"""The line above the list where one asks for entries."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input, Static

Complete = Callable[[str], str | None]
"""Gives what a text may go on to, the text included; None where nothing is known."""


class SearchInput(Input):
    """Where the query is typed."""

    BINDING_GROUP_TITLE = "Search"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "leave", "Go to what was found", show=False, id="search.list"),
        Binding("tab", "complete", "Complete the word", show=False, id="search.complete"),
        Binding("ctrl+t", "order", "Best first, or newest", show=False, id="search.order"),
        Binding("ctrl+s", "save", "Save as a view", show=False, id="search.save"),
        Binding("escape", "give_up", "Leave the search", show=False, id="search.leave"),
    ]

    @dataclass
    class Wanted(Message):
        """A key asks for something else than words: "list", "order", "save" or "leave"."""

        what: str

    def action_leave(self) -> None:
        """Go to what was found."""
        self.post_message(self.Wanted("list"))

    def __init__(self, complete: Complete, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(
            placeholder="words, or is:unread feed:… said:… after:7d",
            suggester=_Suggester(complete),
            id=id,
        )
        self._complete = complete

    def action_complete(self) -> None:
        """Take what the last word may become."""
        if (whole := self._complete(self.value)) is not None:
            self.value = whole
            self.cursor_position = len(whole)

    def action_order(self) -> None:
        """Change the order."""
        self.post_message(self.Wanted("order"))

    def action_save(self) -> None:
        """Save the query."""
        self.post_message(self.Wanted("save"))

    def action_give_up(self) -> None:
        """Leave the search."""
        self.post_message(self.Wanted("leave"))


class _Suggester(Suggester):
    """Suggests what the last word of a query may become."""

    def __init__(self, complete: Complete) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        """Return the whole of what is suggested, where what was typed can stay as it is."""
        whole = self._complete(value)
        return whole if whole is not None and whole.startswith(value) else None


class SearchLine(Vertical):
    """Seen while it is open: what is asked for, and below what is wrong with it."""

    DEFAULT_CSS = """
    SearchLine { height: auto; display: none; }
    SearchLine.-open { display: block; }
    SearchLine Input { border: none; height: 1; padding: 0 1; }
    SearchLine Input:focus { border: none; }
    SearchLine .search-told { height: auto; max-height: 3; padding: 0 1; display: none; }
    SearchLine .search-told.-told { display: block; }
    """

    @dataclass
    class Changed(Message):
        """Something else is asked for."""

        query: str
        """As it is to be read: the word being typed is taken for the beginning of one."""

    def __init__(self, complete: Complete) -> None:
        super().__init__()
        self.input = SearchInput(complete, id="search")
        self._told = Static("", classes="search-told", markup=False)

    def compose(self) -> ComposeResult:
        """Lay out the line, and what is told of it."""
        yield self.input
        yield self._told

    @property
    def is_open(self) -> bool:
        """Whether it is seen."""
        return self.has_class("-open")

    @property
    def asked(self) -> str:
        """What is asked for."""
        return begun(self.input.value)

    def open(self, text: str) -> None:
        """Show the line with a query in it, all of it selected, and let the keys go there."""
        self.add_class("-open")
        with self.prevent(Input.Changed):
            self.input.value = text
        self.tell("")
        self.input.focus(scroll_visible=False)

    def close(self) -> None:
        """Hide the line."""
        self.remove_class("-open")

    def tell(self, text: str) -> None:
        """Tell what is wrong with the query; the empty text takes it away."""
        self._told.update(text)
        self._told.set_class(bool(text), "-told")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(self.asked))


def begun(text: str) -> str:
    """Return a query whose last word, if one is being typed, may be the beginning of a word."""
    last = text[-1:]
    if not last.isalnum() or text.count('"') % 2:
        return text
    word = text.rsplit(None, 1)[-1].lstrip("(-")
    name, colon, _ = word.partition(":")
    if word.casefold() in _OPERATORS or (colon and name.casefold() not in _OF_WORDS):
        return text
    return f"{text}*"


_OPERATORS: Sequence[str] = ("and", "or", "not")
_OF_WORDS: Sequence[str] = ("title", "author", "text")
