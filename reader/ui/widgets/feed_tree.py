"""The feeds pane: smart views, then folders with their feeds."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType

from reader.model import Counts, FeedRow, SavedQuery, View
from reader.samples import is_sample
from reader.ui.render.rows import Piece, labelled
from reader.ui.widgets.row_list import RowList

SMART_VIEWS = (
    (View("all"), "All"),
    (View("unread"), "Unread"),
    (View("today"), "Today"),
    (View("bookmarks"), "Bookmarks"),
)


@dataclass(frozen=True, slots=True)
class FeedItem:
    """A row of the pane."""

    view: View | None
    """What choosing it shows; None for the blank row between views and folders."""
    label: str
    count: int = 0
    depth: int = 0
    error: str | None = None


class FeedTree(RowList):
    """Smart views above the folders; a folder folds."""

    BINDING_GROUP_TITLE = "Feeds"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "fold", "Fold or unfold", show=False, id="feeds.fold"),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._items: list[FeedItem] = []
        self._labels: dict[View | None, str] = {}  # asked for at every key
        self._counts = Counts(0, 0, 0, 0)
        self._feeds: Sequence[FeedRow] = ()
        self._saved: Sequence[tuple[SavedQuery, int]] = ()
        self._folded: set[str] = set()

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._items)

    @property
    def view(self) -> View | None:
        """The view of the row under the cursor."""
        return self._items[self.cursor].view if self._items else None

    @property
    def error(self) -> str | None:
        """Why the feed under the cursor could not be fetched, None where it could."""
        return self._items[self.cursor].error if self._items else None

    def item(self, index: int) -> FeedItem:
        """Return a row."""
        return self._items[index]

    def key_at(self, index: int) -> Hashable:
        """Return the view of a row."""
        return self._items[index].view

    @property
    def all_views(self) -> list[tuple[View, str]]:
        """Every view, folder and feed with its label, also those in folders that are folded."""
        seen = {item.view: item.label for item in self._items if item.view is not None}
        feeds = {View("feed", feed_id=feed.id): feed.title for feed in self._feeds}
        return list((seen | feeds).items())

    @property
    def only_samples(self) -> bool:
        """Whether nothing but the samples is subscribed to."""
        return bool(self._feeds) and all(is_sample(feed.url) for feed in self._feeds)

    def label_of(self, view: View) -> str:
        """Return what the pane calls a view."""
        if view.kind == "query":
            saved = self.saved(view)
            label = saved.name if saved else "Search"
            return f"{label}, best first" if view.best_first else label
        return self._labels.get(view) or view.folder or "Feed"

    def names(self, field: str) -> list[str]:
        """Return the titles of the feeds, or the names of their folders, each once."""
        names = (row.title if field == "feed" else row.folder for row in self._feeds)
        return list(dict.fromkeys(name for name in names if name))

    def saved(self, view: View) -> SavedQuery | None:
        """Return the query with a name that a view shows, None where it has none."""
        return next((one for one, _ in self._saved if one.query == view.query), None)

    def show(
        self,
        counts: Counts,
        feeds: Sequence[FeedRow],
        saved: Sequence[tuple[SavedQuery, int]] = (),
    ) -> None:
        """Show views with their counts, and subscriptions; the cursor stays on its view.

        Args:
            counts: Of the smart views.
            feeds: The subscriptions, in order.
            saved: Queries with a name, and how many unread entries they find.
        """
        self._counts, self._feeds, self._saved = counts, feeds, saved
        self._build(self.view)

    def select(self, view: View) -> None:
        """Put the cursor on a view, unfolding its folder where it is inside one."""
        feed = next((feed for feed in self._feeds if feed.id == view.feed_id), None)
        if feed is not None and feed.folder:
            self._folded.discard(feed.folder)
        self._build(view)

    def action_fold(self) -> None:
        """Fold or unfold the folder under the cursor, or the one the feed is in."""
        view = self.view
        if view is None:
            return
        feed = next((feed for feed in self._feeds if feed.id == view.feed_id), None)
        folder = view.folder or (feed.folder if feed else None)
        if folder:
            self._folded ^= {folder}
            self._build(View("folder", folder=folder))

    def _build(self, view: View | None) -> None:
        items = [
            FeedItem(view, label, getattr(self._counts, view.kind)) for view, label in SMART_VIEWS
        ]
        items += [
            FeedItem(View("query", query=saved.query), saved.name, number)
            for saved, number in self._saved
        ]
        unread: Counter[str | None] = Counter()
        for feed in self._feeds:
            unread[feed.folder] += feed.unread
        folder: str | None = None
        if self._feeds:
            items.append(FeedItem(None, ""))
        for feed in self._feeds:
            if feed.folder and feed.folder != folder:
                view_of = View("folder", folder=feed.folder)
                items.append(FeedItem(view_of, feed.folder, unread[feed.folder]))
            folder = feed.folder
            if folder not in self._folded or folder is None:
                shown = View("feed", feed_id=feed.id)
                depth = 1 if folder else 0
                items.append(FeedItem(shown, feed.title, feed.unread, depth, feed.error))
        self._items = items
        self._labels = {item.view: item.label for item in items}
        views = [item.view for item in items]
        self.reset(views.index(view) if view in views else 0)

    def action_move(self, by: int) -> None:
        """Move the cursor, over the blank row."""
        target = self.validate_cursor(self.cursor + by)
        if self._items and self._items[target].view is None:
            target += 1 if by > 0 else -1
        self.cursor = target

    def draw_row(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """Draw a view, a folder or a feed with the number of its unread entries."""
        item = self._items[index]
        if item.view is None:
            return [[(" " * width, "")]]
        sign = "  " * item.depth
        look = "read"
        if item.view.kind == "folder":
            sign, look = ("▸ " if item.view.folder in self._folded else "▾ "), "section"
        elif item.error:
            sign, look = sign[:-2] + "! ", "error"
        elif item.count and item.view.kind in ("feed", "query", "unread"):
            look = "unread"
        count = f"{item.count:,}" if item.count else ""
        return [labelled(f"{sign}{item.label}", look, count, width)]
