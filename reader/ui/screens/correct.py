"""Whose a quotation is: one of the article's sources, somebody else's, nobody's, or none at all."""

from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.model import Analysis, Source, SourceType, Verdict
from reader.paths import styles
from reader.text import clean_line
from reader.ui.render.evidence import words_of
from reader.ui.render.rows import NOBODY
from reader.ui.render.sources import colour_of
from reader.ui.widgets.choice_list import Choice, ChoiceList
from reader.ui.widgets.row_list import RowList

Answer = Verdict | Literal["other", "restore"]

_TYPES: tuple[tuple[SourceType, str], ...] = (
    ("person", "somebody with a name"),
    ("organization", "a company, an authority, a party"),
    ("outlet", "a newspaper, an agency, a broadcaster"),
    ("document", "a report, a letter, a law, a court paper"),
    ("group", "several at once: experts, officials, residents"),
    ("unnamed", "a person whom the article does not name"),
)


class CorrectScreen(ModalScreen[Answer | None]):
    """Asks whose a quotation is; gives a verdict, or what to ask or do instead."""

    CSS_PATH = styles() / "dialogs.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012 - Textual's own
    BINDING_GROUP_TITLE = "Correct a quotation"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave as it was", show=False, id="correct.cancel"),
    ]

    def __init__(self, text: str, analysis: Analysis, index: int) -> None:
        super().__init__()
        quotation = analysis.quotations[index]
        self._words = words_of(quotation, text)
        rows = [
            *(_source_row(number, source) for number, source in enumerate(analysis.sources)),
            (Choice(f"[{NOBODY}]", "nobody is named"), Verdict()),
            (Choice("", "somebody else", "type who"), "other"),
            (Choice("", "not a quotation", "it is marked no more"), Verdict(removed=True)),
        ]
        if quotation.correction is not None:
            rows.append((Choice("", "as it was found", "takes your correction back"), "restore"))
        self._answers: list[Answer] = [answer for _, answer in rows]
        nobody = len(analysis.sources)
        cursor = nobody if quotation.source is None else quotation.source
        self._choices = ChoiceList([choice for choice, _ in rows], cursor=cursor)

    def compose(self) -> ComposeResult:
        """Lay out the quotation and all that can be said of it."""
        with Vertical(classes="dialog"):
            yield Static("Who says this?", classes="dialog-title", markup=False)
            yield Static(self._words, classes="dialog-label dialog-words", markup=False)
            yield self._choices
            yield Static("enter chooses · esc leaves it", classes="dialog-hint", markup=False)

    @on(RowList.Opened)
    def _chosen(self, event: RowList.Opened) -> None:
        self.dismiss(self._answers[event.index])


def _source_row(number: int, source: Source) -> tuple[Choice, Answer]:
    about = ", ".join(filter(None, (source.type, source.role)))
    choice = Choice(f"[{number + 1}]", source.name, about, colour_of(number))
    return choice, Verdict(source.name, source.type, source.role)


class SourceScreen(ModalScreen[Answer | None]):
    """Asks for a name and what it is; gives a verdict, or None where nothing is to change."""

    CSS_PATH = styles() / "dialogs.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012 - Textual's own
    BINDING_GROUP_TITLE = "Name a source"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave as it was", show=False, id="source.cancel"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._types = ChoiceList([Choice("", name, about) for name, about in _TYPES])

    def compose(self) -> ComposeResult:
        """Lay out a line for the name and the list of types."""
        with Vertical(classes="dialog"):
            yield Static("Who says this?", classes="dialog-title", markup=False)
            yield Static("The name, in full", classes="dialog-label", markup=False)
            yield Input(id="name", placeholder="Ada Ray")
            yield Static("What that is", classes="dialog-label", markup=False)
            yield self._types
            hint = "enter chooses · esc leaves it"
            yield Static(hint, classes="dialog-hint", markup=False)

    @on(Input.Submitted, "#name")
    def _to_types(self) -> None:
        if self._given:
            self._types.focus()

    @property
    def _given(self) -> str:
        return clean_line(self.query_one("#name", Input).value)

    @on(RowList.Opened)
    def _chosen(self, event: RowList.Opened) -> None:
        if self._given:
            self.dismiss(Verdict(self._given, _TYPES[event.index][0]))
        else:
            self.query_one("#name", Input).focus()
