"""What the rules hand on: a quotation whose source is still to be found."""

from typing import NamedTuple

from reader.model import Span
from reader.quotes.cues import Cue
from reader.quotes.names import Phrase
from reader.quotes.sentence import Sentence


class Draft(NamedTuple):
    """Content with its cue; attribution adds the mention."""

    sentence: int
    """The sentence that cue and mention stand in; the content may stand in a later one."""
    parts: tuple[Span, ...]
    cue: Cue | None
    rule: str
    confidence: float
    direct: bool = False
    clause: tuple[int, int] = (0, 0)
    """The tokens of the sentence in which the mention is looked for."""
    told: Cue | None = None
    """The cue whose subject speaks, where that is not ``cue``: "told the paper he thought"."""
    mention: Phrase | None = None
    named: int | None = None
    """The sentence that the mention stands in, where it is not that of the cue."""

    means: tuple[Sentence, Phrase] | None = None
    """Where the one is named whom the mention, "A", is a label for."""
    mixed: bool = False
    """Whether some of the content stands between quotation marks, where its finder knows."""

    @property
    def named_in(self) -> int:
        """The sentence that the mention stands in."""
        return self.sentence if self.named is None else self.named

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.parts[-1][1]
