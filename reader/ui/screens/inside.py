"""What one does inside the article that is shown: look for words."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from reader.ui.screens.hints import FIND_HINTS
from reader.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from reader.ui.widgets.article_view import ArticleView
    from reader.ui.widgets.find_line import FindInput, FindLine


class InsideScreen(ReadingScreen):
    """Finds its way in the article; what changes entries is in the screen that builds on this."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+f", "find", "Find in the article", show=False, id="inside.find"),
    ]

    _origin = 0
    """Where in the text one was when looking began."""

    # --- Words -----------------------------------------------------------------------

    def action_find(self) -> None:
        """Look for words in the article that is shown."""
        if self.article.article is None:
            self.status.tell("No article to look into")
            return
        if not self.article.size.height:
            self.go("article")
        self._origin = self.article.top
        self.find_line.open()
        self.status.hints = FIND_HINTS
        self.article.find(self.find_line.words, self._origin)

    # Named, not @on: that would need the classes before the reading pane is imported.

    def on_find_line_changed(self, event: "FindLine.Changed") -> None:
        """Mark the words as they are typed."""
        self.article.find(event.words, self._origin)

    def on_find_input_stepped(self, event: "FindInput.Stepped") -> None:
        """Go to another match."""
        self.article.step_match(event.by)

    def on_find_input_paged(self, event: "FindInput.Paged") -> None:
        """Look around meanwhile."""
        if event.by > 0:
            self.article.read_on()
        else:
            self.article.action_read_back()

    def on_find_input_ended(self) -> None:
        """Take the marks away; the place in the text stays."""
        self.find_line.close()
        self.article.find("")
        self.go("article")
        self.tell_quotation(self.article.quotation)

    def on_article_view_found(self, event: "ArticleView.Found") -> None:
        """Say how many matches there are."""
        self.find_line.tell(event.current, event.count)

    def action_back(self) -> None:
        """End looking first, where the keys went elsewhere meanwhile."""
        if self.find_line.words or self.find_line.has_focus_within:
            self.on_find_input_ended()
        else:
            super().action_back()
