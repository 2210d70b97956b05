"""The keys, as they are now, and what the signs mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.paths import styles
from reader.ui.keystrokes import in_force, shown, written
from reader.ui.render.rows import BOOKMARKED, DOUBTFUL, NOBODY, QUOTATIONS, RELAYS, UNREAD
from reader.ui.screens.bookmark import BookmarkScreen
from reader.ui.screens.changing import ChangingScreen
from reader.ui.screens.commanding import CommandingScreen
from reader.ui.screens.correct import CorrectScreen, SourceScreen
from reader.ui.screens.correcting import CorrectingScreen
from reader.ui.screens.desk import DeskScreen
from reader.ui.screens.evidence import EvidenceScreen
from reader.ui.screens.full_text import FullTextScreen
from reader.ui.screens.going import GoingScreen
from reader.ui.screens.inside import InsideScreen
from reader.ui.screens.jumping import JumpingScreen
from reader.ui.screens.links import LinksScreen
from reader.ui.screens.listed import ListedScreen
from reader.ui.screens.ordering import OrderingScreen
from reader.ui.screens.outline import OutlineScreen
from reader.ui.screens.panes import PanesScreen
from reader.ui.screens.reading import ReadingScreen
from reader.ui.screens.refreshing import RefreshingScreen
from reader.ui.screens.save_query import SaveQueryScreen
from reader.ui.screens.searching import SearchingScreen
from reader.ui.screens.settings import SettingsScreen
from reader.ui.screens.subscribe import SubscribeScreen
from reader.ui.screens.subscribing import SubscribingScreen
from reader.ui.screens.visiting import VisitingScreen
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.command_line import CommandInput
from reader.ui.widgets.feed_tree import FeedTree
from reader.ui.widgets.find_line import FindInput
from reader.ui.widgets.found_list import FoundList
from reader.ui.widgets.hint_line import HintLine
from reader.ui.widgets.jump_line import JumpLine
from reader.ui.widgets.row_list import RowList
from reader.ui.widgets.search_line import SearchInput
from reader.ui.widgets.setting_list import SettingList
from reader.ui.widgets.starter_list import StarterList
from reader.ui.widgets.tick import Tick

SIGNS = (
    (UNREAD, "unread"),
    (BOOKMARKED, "bookmarked"),
    (f"{QUOTATIONS}14", "14 quotations in the article"),
    ("[2]", "said by source 2; the sources panel ({reader.sources}) tells who that is"),
    (f"[{NOBODY}]", "nobody is named as its source"),
    (
        f"[2{DOUBTFUL}]",
        "doubtful: confidence below the setting reading.doubtful; {reader.evidence} tells why",
    ),
    (RELAYS, "an unnamed source, or an outlet that passes on what an unnamed one said"),
    ("▌", "where the keys go; in the article, the current quotation"),
    ("!", "the feed's last refresh failed"),
)
LOOKS = (
    ("direct speech", "tinted ground"),
    ("indirect speech", "thin underline"),
    ("mixed", "underline, its quoted words tinted"),
    ("who speaks", "bold, in the source's colour"),
    ("the cue", "italic: the words that say it is said"),
)

DESK = (
    DeskScreen,
    JumpingScreen,
    CommandingScreen,
    GoingScreen,
    OrderingScreen,
    SearchingScreen,
    SubscribingScreen,
    FullTextScreen,
    RefreshingScreen,
    CorrectingScreen,
    ChangingScreen,
    InsideScreen,
    VisitingScreen,
    ReadingScreen,
    PanesScreen,
)
"""The screen below all others, and what it is built on; each has keys of its own."""


@dataclass(frozen=True, slots=True)
class Key:
    """One binding, for people."""

    keys: tuple[str, ...]
    """As they are typed: "j", "g g", "ctrl+d"; none where the user took them all away."""
    what: str
    id: str

    @property
    def shown(self) -> str:
        """The keys, parted by spaces, each as short as can be."""
        return " ".join(map(shown, self.keys))


def key_table(app: type[DOMNode], keymap: Mapping[str, str]) -> dict[str, list[Key]]:
    """Return every key of the reader by the place where it works, from the bindings themselves.

    Args:
        app: The app's class, whose bindings work anywhere.
        keymap: Other keys than the bindings' own, by id.
    """
    owners = (
        app, *DESK, RowList, FeedTree, ArticleView, CommandInput, FindInput, HintLine, JumpLine,
        LinksScreen, OutlineScreen, EvidenceScreen, CorrectScreen, SourceScreen, BookmarkScreen,
        SubscribeScreen, StarterList, FoundList, SearchInput, SaveQueryScreen, Tick, ListedScreen,
        SettingsScreen, SettingList, HelpScreen,
    )  # fmt: skip
    table: dict[str, list[Key]] = {}
    for owner in owners:
        group = owner.BINDING_GROUP_TITLE or "Anywhere"
        bindings: Sequence[Binding] = owner.__dict__["BINDINGS"]
        for binding in bindings:
            name = binding.id or ""
            given = keymap.get(name, binding.key)
            keys = tuple(written(key) for key in given.split(",") if key)
            table.setdefault(group, []).append(Key(keys, binding.description, name))
    return table


_Row = tuple[str, str, str]
"""A key or sign, what it does or means, and further words that find it."""


class HelpScreen(ModalScreen[None]):
    """Opens over everything; the places one is in come first."""

    CSS_PATH = styles() / "dialogs.tcss"
    AUTO_FOCUS = ""
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012 - Textual's own
    BINDING_GROUP_TITLE = "Help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q", "close", "End the search, or close", show=False,
                id="help.close"),
        Binding("slash", "search", "Search", show=False, id="help.search"),
        Binding("j,down", "scroll(1)", "Line down", show=False, id="help.down"),
        Binding("k,up", "scroll(-1)", "Line up", show=False, id="help.up"),
        Binding("space,pagedown", "scroll(10)", "Page down", show=False, id="help.page-down"),
        Binding("pageup", "scroll(-10)", "Page up", show=False, id="help.page-up"),
    ]  # fmt: skip

    def __init__(self, table: Mapping[str, Sequence[Key]], places: Sequence[str]) -> None:
        super().__init__()
        near = {place: number for number, place in enumerate(places)}
        order = sorted(table.items(), key=lambda group: near.get(group[0], len(near)))
        sections: dict[str, list[_Row]] = {
            group: [(key.shown or "–", key.what, f"{group} {key.id}") for key in keys]
            for group, keys in order
        }
        first = {key.id: shown(key.keys[0]) for _, keys in order for key in keys if key.keys}

        def key(command: str) -> str:
            return first.get(command, command)

        sections["Signs"] = [(sign, in_force(what, key), "signs") for sign, what in SIGNS]
        sections["In the article"] = [(what, look, "in the article") for what, look in LOOKS]
        self._sections = {
            title: (rows, Static(classes="help-section", markup=False))
            for title, rows in sections.items()
        }
        self._words = Input(placeholder="a key, what it does, or its id", id="help-words")
        self._nothing = Static("Nothing here has these words.", markup=False)
        self._hint = in_force("{help.search} searches · {help.close} closes", key)

    def compose(self) -> ComposeResult:
        """Lay out the table."""
        with Vertical(classes="dialog -tall"):
            yield Static("Keys", classes="dialog-title", markup=False)
            yield self._words
            with VerticalScroll(classes="dialog-scroll", can_focus=False):
                yield self._nothing
                for _, section in self._sections.values():
                    yield section
            yield Static(self._hint, classes="dialog-hint", markup=False)

    def on_mount(self) -> None:
        """Show all there is."""
        self._words.display = False
        self._find("")

    def _find(self, words: str) -> None:
        """Show what has all of some words, or their beginnings."""
        wanted = words.casefold().split()
        found = False
        for title, (rows, section) in self._sections.items():
            kept = [row for row in rows if all(w in " ".join(row).casefold() for w in wanted)]
            section.display = bool(kept)
            if kept:
                section.update(_section(title, kept))
                found = True
        self._nothing.display = not found
        self.query_one(VerticalScroll).scroll_home(animate=False)

    # --- Keys ------------------------------------------------------------------------

    def action_scroll(self, by: int) -> None:
        """Scroll the table."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_search(self) -> None:
        """Let words be typed."""
        self._words.display = True
        self.set_focus(self._words)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._find(event.value)

    @on(Input.Submitted)
    def _to_table(self) -> None:
        """Let the keys scroll what was found."""
        self.set_focus(None)

    def action_close(self) -> None:
        """End the search, or close."""
        if not self._words.display:
            self.dismiss(None)
            return
        self._words.value = ""
        self._words.display = False
        self.set_focus(None)


def _section(title: str, rows: Sequence[_Row]) -> Content:
    width = max(len(left) for left, _, _ in rows) + 2
    parts: list[tuple[str, str]] = [(title, "$accent bold")]
    for left, right, _ in rows:
        parts += [(f"\n  {left:{width}}", "bold"), (right, "")]
    return Content.assemble(*parts)
