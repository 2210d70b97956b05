"""What one does inside the article that is shown: find words, links, headings; set its width."""

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType

from reader.ui.render.links import links_of
from reader.ui.render.outline import outline
from reader.ui.screens.hints import FIND_HINTS, LINK_HINTS
from reader.ui.screens.visiting import VisitingScreen

if TYPE_CHECKING:
    from reader.ui.screens.links import LinkWish
    from reader.ui.widgets.article_view import ArticleView
    from reader.ui.widgets.find_line import FindInput, FindLine
    from reader.ui.widgets.hint_line import HintLine


_SHORTEST, _LONGEST = 30, 120
"""Columns of a line, whatever keys are pressed."""


class InsideScreen(VisitingScreen):
    """Finds its way in the article; what changes entries is in the screen that builds on this."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+f", "find", "Find in the article", show=False, id="inside.find"),
        Binding("f", "hints", "Follow a link in sight", show=False, id="inside.follow"),
        Binding("L", "links", "List the links", show=False, id="inside.links"),
        Binding("O", "outline", "Outline: go to a heading", show=False, id="inside.outline"),
        Binding("<", "width(-4)", "Shorter lines", show=False, id="inside.narrower"),
        Binding(">", "width(4)", "Longer lines", show=False, id="inside.wider"),
    ]

    _origin = 0
    """Where in the text one was when looking began."""
    _came_from = "article"
    """The pane that the keys go back to once words or letters are typed."""

    _hints_wait = False
    """Whether letters are wanted on a page that is still to be laid out."""

    # --- Words -----------------------------------------------------------------------

    def action_find(self) -> None:
        """Look for words in the article that is shown."""
        if self.article.article is None:
            self.status.tell("No article to look into")
            return
        if not self.article.size.height:
            self.go("article")
        self._origin, self._came_from = self.article.top, self.pane
        self.find_line.open()
        self.show_hints(FIND_HINTS)
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
        self._go_back(self.find_line.has_focus_within)
        self.find_line.close()
        self.article.find("")
        self.tell_quotation(self.article.quotation)

    def on_article_view_found(self, event: "ArticleView.Found") -> None:
        """Say how many matches there are."""
        self.find_line.tell(event.current, event.count)

    # --- Links -----------------------------------------------------------------------

    def action_hints(self) -> None:
        """Put letters on the links in sight."""
        if not self.article.size.height and self.pane != "article":
            self.go("article")
            self.call_after_refresh(self.action_hints)
            return
        self._hints_wait = not self.article.is_laid_out
        if self._hints_wait:
            return
        self._end_hints()
        labels = self.article.hint(self.article.size.height - 1)
        if not labels:
            self.status.tell(
                f"No link in sight · {self.key('inside.links')} lists those of the article"
            )
            return
        self._came_from = self.pane
        self.hint_line.open(labels)
        self.show_hints(LINK_HINTS)

    def on_hint_line_typed(self, event: "HintLine.Typed") -> None:
        """Leave the letters of those links that can still be meant."""
        self.article.narrow(event.letters)

    def on_hint_line_chosen(self, event: "HintLine.Chosen") -> None:
        """Follow a link."""
        self.article.follow(event.label)
        self.on_hint_line_ended()

    def on_hint_line_ended(self) -> None:
        """Take the letters away."""
        self._go_back(self.hint_line.has_focus)
        self._end_hints()

    def on_article_view_turned(self) -> None:
        """Take the letters away where they belonged to another page, or put them on this one."""
        if self._hints_wait:
            self.action_hints()
        elif self.hint_line.is_open:
            self.on_hint_line_ended()

    def _go_back(self, typing: bool) -> None:
        """Let the keys go where they went before, unless they have gone elsewhere meanwhile."""
        if typing:
            self.go(self._came_from)

    def _end_hints(self) -> None:
        self.article.unhint()
        self.hint_line.close()
        self.tell_quotation(self.article.quotation)

    @work(exit_on_error=False, group="links", exclusive=True)
    async def action_links(self) -> None:
        """List every link of the article, to follow or to copy one."""
        reading = await self.reading_at(self.place)
        links = links_of(reading.article, reading.enclosures) if reading else []
        if not links:
            self.status.tell("This article has no links")
            return
        from reader.ui.screens.links import LinksScreen

        self.app.push_screen(LinksScreen(links), self._link_wished)

    def _link_wished(self, wish: "LinkWish | None") -> None:
        if wish is None:
            return
        if wish.copied:
            self.app.copy_to_clipboard(wish.url)
            self.status.tell(f"Copied {wish.url}")
        else:
            self.article.post_message(self.article.LinkFollowed(wish.url))

    def go_to_anchor(self, name: str) -> None:
        """Go to the block that a link in the article leads to: a footnote, or back from one."""
        blocks = self.article.article.blocks if self.article.article else ()
        place = next((block.start for block in blocks if name in block.anchors), None)
        if place is not None:
            self.jump(place)

    # --- Headings --------------------------------------------------------------------

    def action_outline(self) -> None:
        """List the headings of the article that is shown, to go to one."""
        article = self.article.article
        headings = outline(article) if article else []
        if article is None or not headings:
            self.status.tell("This article has no headings")
            return
        from reader.ui.screens.outline import OutlineScreen

        screen = OutlineScreen(headings, self.article.top, len(article.text))
        self.app.push_screen(screen, self._heading_chosen)

    def _heading_chosen(self, offset: int | None) -> None:
        if offset is not None:
            self.jump(offset)
            self.go("article")

    # --- Width -----------------------------------------------------------------------

    async def build_other_panes(self) -> None:
        """Put the other panes in their places, lines as long as they were made last."""
        await super().build_other_panes()
        before, _, chosen = (await self.library.state("measure") or "").partition(" ")
        if before == str(self.config.measure) and chosen.isdecimal():
            self.article.set_measure(max(_SHORTEST, min(int(chosen), _LONGEST)))

    def action_width(self, by: int) -> None:
        """Make the lines of articles longer or shorter, from now on."""
        now, wanted = self.article.text_width, self.article.measure
        if by > 0 and now < wanted:
            self.status.tell("The pane is no wider · z shows the article alone")
            return
        measure = max(_SHORTEST, min(now + by, _LONGEST))
        self.article.set_measure(measure)
        # Kept beside the setting: who sets another one wants that from then on.
        self.library.keep_state("measure", f"{self.config.measure} {measure}")
        self.status.tell(f"Lines of {measure} columns")

    def action_back(self) -> None:
        """End looking first, where the keys went elsewhere meanwhile."""
        if self.find_line.words or self.find_line.has_focus_within:
            self.on_find_input_ended()
        elif self.hint_line.is_open:
            self.on_hint_line_ended()
        else:
            super().action_back()
