"""``newsreader man``: the manual page, made from the parser, the settings and the keys.

Written in the macros of man(7), which groff and mandoc both read.
"""

from argparse import Namespace
from collections.abc import Iterable, Iterator

from reader import __version__, errors
from reader.cli.grammar import Command, Operand, Option, grammar
from reader.config import SETTINGS, Config
from reader.ui import keys

_DESCRIPTION = (
    "newsreader reads feeds in the terminal. It finds the quotations of an article, tells direct "
    "speech from reported speech, and names the source of each."
)
_FILES = (
    ("config.toml", "Settings, in the config folder; below SETTINGS and in docs/configuration.md."),
    ("themes/NAME.toml", "Themes of your own, in the config folder."),
    ("reader.db", "Subscriptions, entries, bookmarks and corrections, in the data folder."),
)
_ENVIRONMENT = (
    ("NEWSREADER_HOME", "A folder that holds a whole profile, in place of the usual folders."),
    ("NO_COLOR", "If set and not empty, the reader uses no colour at all."),
    ("BROWSER", "The command that opens addresses."),
    ("NEWSREADER_DEBUG", "With 1, an unexpected error is told with the place in the program."),
)
_SPECIAL = str.maketrans({"\\": "\\e", "-": "\\-", "^": "\\(ha", "~": "\\(ti", "`": "\\(ga"})


def manual(_: Namespace) -> int:
    """Print the manual page."""
    print("\n".join(page(grammar())))
    return 0


def page(root: Command) -> Iterator[str]:
    """Yield the lines of the page."""
    yield f'.TH NEWSREADER 1 "" "newsreader {__version__}" "User commands"'
    yield from _section("Name")
    yield "newsreader \\- a terminal news reader that shows who says what"
    yield from _section("Synopsis")
    yield ".nf"
    yield "\\fBnewsreader\\fP"
    yield "\\fBnewsreader\\fP \\fICOMMAND\\fP ..."
    yield ".fi"
    yield from _section("Description")
    yield _text(_DESCRIPTION)
    yield ".PP"
    yield _text("Without a command it opens the reader; ? shows the keys there.")
    yield from _terms(map(_option, root.options))
    yield from _section("Commands")
    yield _text(root.more)
    for command in root.all():
        if command.path:
            yield from _command(command)
    yield from _section("Keys")
    for place, table in keys().items():
        yield f'.SS "{_text(place)}"'
        yield from _terms((f"\\fB{_text(pressed)}\\fP", what) for pressed, what in table)
    yield from _section("Settings")
    yield from _terms(_settings())
    yield from _section("Files")
    yield _text("newsreader paths prints where the folders are.")
    yield from _terms((f"\\fI{_text(name)}\\fP", about) for name, about in _FILES)
    yield from _section("Environment")
    yield from _terms((f"\\fB{_text(name)}\\fP", about) for name, about in _ENVIRONMENT)
    yield from _section("Exit status")
    yield from _terms(_statuses())


def _command(command: Command) -> Iterator[str]:
    yield f'.SS "{_text(" ".join(command.path))}"'
    yield f"\\fB{_text(command.synopsis)}\\fP"
    yield ".PP"
    yield _text(_sentence(command.about))
    yield from _terms(map(_operand, command.operands))
    yield from _terms(_option(option) for option in command.options if "--help" not in option.names)


def _operand(operand: Operand) -> tuple[str, str]:
    return f"\\fI{_text(operand.name)}\\fP", operand.about


def _option(option: Option) -> tuple[str, str]:
    names = ", ".join(f"\\fB{_text(name)}\\fP" for name in option.names)
    value = f" \\fI{_text(option.value.name)}\\fP" if option.value else ""
    return names + value, option.about


def _settings() -> Iterator[tuple[str, str]]:
    for setting in SETTINGS:
        default = getattr(Config(), setting.field)
        told = f" By default {default:g}." if setting.kind in ("number", "whole number") else ""
        yield f"\\fB{_text(setting.key)}\\fP", setting.about.replace("`", "") + told


def _statuses() -> Iterator[tuple[str, str]]:
    """Yield each exit status with what it means, from the errors that have it."""
    yield "0", "All was done."
    meanings: dict[int, list[str]] = {}
    for kind in vars(errors).values():
        if isinstance(kind, type) and issubclass(kind, errors.ReaderError):
            about = (kind.__doc__ or "").partition("\n")[0]
            meanings.setdefault(kind.exit_status, []).append(about)
    for status, told in sorted(meanings.items()):
        yield str(status), told[0]
    yield "130", "It was interrupted."


# --- Writing man(7) ------------------------------------------------------------------


def _section(title: str) -> Iterator[str]:
    yield f".SH {title.upper()}"


def _terms(terms: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield a list of terms, ready for the page, each with words that tell what it is."""
    for term, about in terms:
        yield ".TP"
        yield term
        yield _text(_sentence(about))


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith(".") else f"{text}."


def _text(text: str) -> str:
    """Return text that roff prints as it is: no command, no escape, no hyphen for a minus."""
    escaped = text.translate(_SPECIAL).replace('"', "\\(dq")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
