"""What speaks for a quotation."""

from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.model import Analysis
from reader.paths import styles
from reader.ui.render.evidence import evidence, words_of

Wish = Literal["correct", "next", "previous"]


class EvidenceScreen(ModalScreen[Wish | None]):
    """Opens at the bottom, so that the article stays in sight; gives what is wanted next."""

    CSS_PATH = styles() / "dialogs.tcss"
    BINDING_GROUP_TITLE = "Why this is a quotation"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,i,q", "dismiss(None)", "Close", show=False, id="evidence.close"),
        Binding("]", "dismiss('next')", "Next quotation", show=False, id="evidence.next"),
        Binding("[", "dismiss('previous')", "Previous quotation", show=False,
                id="evidence.previous"),
        Binding("c", "dismiss('correct')", "Correct it", show=False, id="evidence.correct"),
        Binding("j,down", "scroll(1)", "Line down", show=False, id="evidence.down"),
        Binding("k,up", "scroll(-1)", "Line up", show=False, id="evidence.up"),
    ]  # fmt: skip

    def __init__(self, text: str, analysis: Analysis, index: int, doubtful: float) -> None:
        super().__init__()
        self._words = words_of(analysis.quotations[index], text)
        self._facts = evidence(analysis, index, doubtful)

    def compose(self) -> ComposeResult:
        """Lay out a line for each fact, what it is about on the left."""
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(self._words, classes="dialog-title dialog-words", markup=False)
            for about, words in self._facts:
                with Horizontal(classes="fact"):
                    yield Static(about, classes="fact-label", markup=False)
                    yield Static(words, classes="fact-words", markup=False)
            hint = "c corrects · ] [ step · esc closes"
            yield Static(hint, classes="dialog-hint", markup=False)

    def action_scroll(self, by: int) -> None:
        """Scroll the facts."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)
