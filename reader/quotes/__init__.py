"""Who says what: the text of an article -> its quotations and their sources.

Pure: text in, ``Analysis`` out; no network, clock or store. The stages, in order:

1. ``marks`` pairs the quotation marks of the paragraphs;
2. ``prose`` holds paragraphs, quoted runs and words; ``sentence`` cuts them into sentences,
   a quoted run being one token, which who speaks may break in two (``inserts``);
3. ``cues`` finds the verbs and phrases that say something is said;
4. ``direct`` and ``indirect`` hold the rules, which draft content around a cue (``rules``);
   ``colons`` those for what stands at a colon without marks, ``reported`` and ``inversion``
   those for languages with the source behind its verb;
5. ``attribution`` finds the mention that speaks each draft (``mentions`` reads noun
   phrases, ``clauses`` and ``content`` clauses) and settles which drafts stand; ``spans``
   makes a mention of tokens that no rule has cut;
   speakers who stand before what they say as labels come from ``labelled``, which reads them
   with ``labels`` and wins over the rules, as ``block_quotes`` does;
   in English, ``tagger`` has learned what the rules cannot say: ``learned`` makes drafts of
   what it finds, ``combined`` puts both together;
6. ``notes`` finds remarks on sourcing;
7. ``sources`` says which mentions are one source: ``identity`` reads names and ``name_types``
   what they are of, ``established`` drops what is none, ``registry`` knows which are one,
   ``descriptions`` whom a noun phrase stands for, ``memory`` who was mentioned before;
8. ``analysis`` puts all of it together.

The words of the languages stand in ``lexicon`` and its neighbours alone; ``languages`` says
which of them a text is read by, and reads only that one.
"""

from collections.abc import Sequence

from reader.model import Analysis, Span

ENGINE = "learned-5"
"""Names the engine and its version; changes whenever results may change."""


def find_quotations(
    text: str, *, language: str | None = None, prose: Sequence[Span] | None = None
) -> Analysis:
    """Return who says what in ``text``.

    Args:
        text: The plain text of an article; each line is a paragraph.
        language: A language tag ("en", "pt-BR"); found from the text where None.
        prose: The spans of the text to look at, in order; None: all of it.

    Returns:
        Quotations, sources and notes. Every offset counts code points of ``text``. Never
        raises, whatever the text is.
    """
    # Where only a name of this package is wanted, or its marks, the rules are not read.
    from reader.quotes.engine import analyse

    return analyse(text, language, prose)
