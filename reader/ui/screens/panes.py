"""Feeds, list, reading pane and sources: as many side by side as there is room for."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Static

from reader.config import Config
from reader.ui.keystrokes import in_force, keys_of, shown
from reader.ui.widgets.entry_list import EntryList
from reader.ui.widgets.feed_tree import FeedTree
from reader.ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from reader.ui.widgets.article_view import ArticleView
    from reader.ui.widgets.find_line import FindLine
    from reader.ui.widgets.hint_line import HintLine
    from reader.ui.widgets.source_panel import SourcePanel

PANES = ("feeds", "list", "article", "sources")
"""The ids of the widgets that keys can go to."""
_ASKS_FOR_PANES = frozenset(
    [
        "back",
        "bookmark_quotation",
        "correct",
        "entry",
        "evidence",
        "jump",
        "leave",
        "find",
        "hints",
        "links",
        "not_quotation",
        "outline",
        "pane",
        "quotation",
        "read_on",
        "side",
        "sources",
        "visit",
        "width",
        "zen",
    ]
)


class PanesScreen(Screen[None]):
    """Which panes are seen, and which one the keys go to.

    Under 100 columns the feeds pane is seen only while one is in it, under 70 only the pane
    one is in; the style sheet decides by the classes set here.
    """

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual reads it from the class
        (0, "-narrow"),
        (70, "-middle"),
        (100, "-wide"),
        (150, "-broad"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012 - likewise
    AUTO_FOCUS = "#list"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "pane(1)", "Next pane", show=False, id="reader.next-pane"),
        Binding("shift+tab", "pane(-1)", "Previous pane", show=False, id="reader.previous-pane"),
        Binding("h,left", "side(-1)", "Pane to the left", show=False, id="reader.left"),
        Binding("l,right", "side(1)", "Pane to the right", show=False, id="reader.right"),
        Binding("s", "sources", "Sources panel", show=False, id="reader.sources"),
        Binding("z", "zen", "Reading pane alone", show=False, id="reader.zen"),
    ]

    pane: reactive[str] = reactive("list")
    """Which pane the keys go to."""
    zen: reactive[bool] = reactive(False)
    """Whether the reading pane stands alone."""
    sources_open: reactive[bool] = reactive(False)
    """Whether the sources panel is seen."""

    article: "ArticleView"
    find_line: "FindLine"
    hint_line: "HintLine"
    sources: "SourcePanel"

    def __init__(self, config: Config) -> None:
        super().__init__(classes="-in-list")
        self.config = config
        self._is_built = False
        self._bound: dict[str, str] = {}
        """The bindings' own keys by id."""
        self.feeds = FeedTree(id="feeds")
        self.entries = EntryList(id="list")
        self.status = StatusLine()
        self.list_title = Static("", classes="pane-title", markup=False)

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        with Horizontal(id="panes"):
            yield Vertical(id="feeds-pane", classes="pane")
            with Vertical(id="list-pane", classes="pane"):
                yield self.list_title
                yield self.entries
            yield Container(id="article-pane", classes="pane")
        yield self.status

    async def build_other_panes(self) -> None:
        """Put the other panes in their places: the list is seen before they are even imported."""
        from reader.ui.widgets.article_view import ArticleView
        from reader.ui.widgets.find_line import FindLine
        from reader.ui.widgets.hint_line import HintLine
        from reader.ui.widgets.source_panel import SourcePanel

        config = self.config
        self.article = ArticleView(
            config.measure,
            config.doubtful,
            spacing=config.spacing,
            justify=config.justify,
            id="article",
        )
        self.find_line = FindLine()
        self.hint_line = HintLine()
        self.sources = SourcePanel(config.doubtful, id="sources")
        title = Static("Feeds", classes="pane-title", markup=False)
        await self.query_one("#feeds-pane").mount(title, self.feeds)
        title = Static("Sources", classes="pane-title", markup=False)
        await self.query_one("#article-pane").mount(
            Vertical(self.article, self.find_line, self.hint_line, id="reading"),
            Vertical(title, self.sources, id="sources-pane"),
        )
        self._is_built = True

    def use_config(self, config: Config) -> None:
        """Let other settings be in force from now on."""
        before, self.config = self.config, config
        if not self._is_built:
            return
        if config.measure != before.measure:
            self.article.set_measure(config.measure)
        self.article.set_look(
            spacing=config.spacing, justify=config.justify, doubtful=config.doubtful
        )
        self.sources.doubtful = config.doubtful
        self.sources.refresh()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let no key ask for a pane before it is there; what works on entries waits by itself."""
        del parameters
        return self._is_built or action not in _ASKS_FOR_PANES

    # --- Keys ------------------------------------------------------------------------

    def key(self, command: str) -> str:
        """Return the first key that a command has now, for people; its id where it has none."""
        keys = self.config.keymap.get(command)
        if keys is None:
            if command not in self._bound:
                self._bound = keys_of({type(self.app), *map(type, self.walk_children())})
                self._bound |= keys_of([type(self)])
            keys = self._bound[command]
        return shown(keys.partition(",")[0]) or command

    def with_keys(self, text: str) -> str:
        """Put keys in the place of commands in one of our own texts: "{desk.undo} undoes"."""
        return in_force(text, self.key)

    def tell_choose_first(self, command: str) -> None:
        """Tell that a command needs a current quotation."""
        step = "{reader.next-quotation} or {reader.previous-quotation}"
        text = f"Choose a quotation with {step} first, then press {{{command}}}"
        self.status.tell(self.with_keys(text))

    def show_hints(self, hints: Iterable[tuple[str, str]]) -> None:
        """Show in the last line which keys help here."""
        self.status.hints = tuple((self.with_keys(keys), what) for keys, what in hints)

    # --- Focus -----------------------------------------------------------------------

    def go(self, pane: str) -> None:
        """Let the keys go to a pane; it is seen from now on."""
        if pane == "sources":
            self.sources_open = True
        elif pane != "article":
            self.zen = False
        self.pane = pane
        self.query_one(f"#{pane}").focus(scroll_visible=False)

    @on(events.DescendantFocus)
    def _focused(self, event: events.DescendantFocus) -> None:
        # News of a pane that the focus left again at once may come last.
        if event.widget.id in PANES and event.widget is self.focused:
            self.pane = event.widget.id

    def watch_pane(self) -> None:
        """Tell the style sheet which pane one is in."""
        if not self.has_class(f"-in-{self.pane}"):
            self.remove_class(*(f"-in-{name}" for name in PANES), update=False)
            self.add_class(f"-in-{self.pane}")

    def watch_zen(self, zen: bool) -> None:
        """Tell the style sheet whether the reading pane stands alone."""
        self.set_class(zen, "-zen")

    def watch_sources_open(self, is_open: bool) -> None:
        """Tell the style sheet whether the sources panel is seen."""
        self.set_class(is_open, "-sources")

    @property
    def _order(self) -> list[str]:
        panes = ["article"] if self.zen else ["feeds", "list", "article"]
        return [*panes, "sources"] if self.sources_open else panes

    def action_pane(self, by: int) -> None:
        """Go to the next or previous pane, round and round."""
        order = self._order
        at = order.index(self.pane) if self.pane in order else 0
        self.go(order[(at + by) % len(order)])

    def action_side(self, by: int) -> None:
        """Go to the pane on the left or on the right, if there is one."""
        order = ["feeds", "list", "article", *(["sources"] if self.sources_open else [])]
        at = max(0, min(order.index(self.pane) + by, len(order) - 1))
        if order[at] != self.pane:
            self.go(order[at])

    def action_zen(self) -> None:
        """Show the reading pane alone, or all panes again."""
        self.zen = not self.zen
        if self.zen:
            self.go("article")

    def action_sources(self) -> None:
        """Open the sources panel, go to it, or close it."""
        if self.pane == "sources":
            self.close_sources()
        else:
            self.go("sources")

    def close_sources(self) -> None:
        """Close the sources panel and let its source go."""
        self.sources.choose(None)
        self.sources_open = False
        self.go("article")
