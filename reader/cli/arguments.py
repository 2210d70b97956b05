"""What may be written on the command line, and the function that each command calls."""

import sys
from argparse import Action, ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any, NoReturn, Protocol, cast

from reader import __version__
from reader.errors import UsageError


class _Commands(Protocol):
    """What ``add_subparsers`` gives: a place to add the commands to."""

    def add_parser(self, name: str, **kwargs: Any) -> "_Parser": ...


class _Parser(ArgumentParser):
    """An argument parser that raises instead of printing its usage and leaving."""

    def error(self, message: str) -> NoReturn:
        command = self.prog.partition(" ")[2]
        raise UsageError(f"{command}: {message}" if command else message)


class _Once(Action):
    """Keeps a value, or that a flag was given; an option given twice is an error."""

    def __call__(
        self,
        parser: ArgumentParser,
        namespace: Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        if getattr(namespace, self.dest) is not self.default:
            parser.error(f"{option_string} is given twice")
        setattr(namespace, self.dest, True if self.nargs == 0 else values)


def parse_arguments(arguments: list[str]) -> Callable[[], int] | None:
    """Return the command that the arguments ask for, ready to be called.

    None when they asked for help or the version, which is printed then. The command returns the
    exit status; only its own module has been imported. Raises UsageError.
    """
    try:
        options = make_parser().parse_args(arguments)
    except SystemExit:
        return None  # argparse leaves so, after --help or --version
    module, _, function = options.run.partition(".")
    command = getattr(import_module(f"reader.cli.{module}"), function)
    return partial(cast("Callable[[Namespace], int]", command), options)


def make_parser() -> ArgumentParser:
    """Return what reads the command line."""
    parser = _Parser(
        prog="newsreader",
        description="A terminal news reader that shows who says what. Without a command it opens "
        "the reader.",
        epilog="'newsreader COMMAND --help' tells more about a command. FEED is a number that "
        "'feeds' shows, an address or a title; ENTRY is a number that 'list' shows.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "-V",
        "--version",
        action="version",
        version=f"newsreader {__version__}",
        help="print the version and leave",
    )
    parser.set_defaults(run="screen.start")
    commands = cast("_Commands", parser.add_subparsers(title="commands", metavar="COMMAND"))
    _add_reading(commands)
    _add_subscriptions(commands)
    _add_bookmarks(commands)
    _add_corrections(commands)
    _add_documents(commands)
    _add_upkeep(commands)
    return parser


def _add_reading(commands: _Commands) -> None:
    parser = _command(commands, "open", "screen.open_input", "read one document in the reader")
    parser.add_argument("input", metavar="INPUT", help="a feed, page or text file: path or URL")

    parser = _command(commands, "list", "entries.list_entries", "list the entries, newest first")
    parser.add_argument(
        "query",
        metavar="QUERY",
        nargs="*",
        help="only entries that this asks for: words, and fields such as is:unread feed:NAME "
        "after:7d; docs/queries.md tells all",
    )
    _option(parser, "--limit", "N", "at most N entries", value=_amount)
    _formats(parser)

    text = "find entries by their words, those that fit best first"
    parser = _command(commands, "search", "entries.search", text)
    parser.add_argument("query", metavar="QUERY", nargs="+", help="words and fields, as for 'list'")
    _option(parser, "--limit", "N", "at most N entries", value=_amount)
    _flag(parser, "--newest", "the newest first")
    _formats(parser)

    parser = _command(commands, "show", "entries.show", "print an article and who says what in it")
    parser.add_argument("entry", metavar="ENTRY", help="a number that 'list' shows")
    _flag(parser, "--json", "print JSON")


def _add_subscriptions(commands: _Commands) -> None:
    parser = _command(commands, "add", "subscriptions.add", "subscribe to a feed")
    text = "a feed, or a page that leads to one; https is meant where nothing else is said"
    parser.add_argument("url", metavar="URL", help=text)
    _option(parser, "--folder", "F", "put it into the folder F")
    _flag(parser, "--list", "only print the feeds that are found there, the likeliest first")
    _flag(parser, "--json", "print that list as JSON")

    parser = _command(commands, "remove", "subscriptions.remove", "unsubscribe from a feed")
    parser.add_argument("feed", metavar="FEED", help="its number, address or title")

    parser = _command(commands, "feeds", "subscriptions.feeds", "list the subscriptions")
    _flag(parser, "--json", "print JSON")

    parser = _command(commands, "refresh", "refreshing.refresh", "fetch what is new")
    parser.add_argument(
        "feeds", metavar="FEED", nargs="*", help="only these: their numbers, addresses or titles"
    )
    _flag(parser, "--all", "every feed, also one that is not due yet")
    _flag(parser, "--json", "print JSON")

    text = "add the feeds of an OPML file, or of newsboat's urls file"
    parser = _command(commands, "import", "outlines.import_outline", text)
    parser.add_argument("file", metavar="FILE", help="the file, or - for standard input")
    _flag(parser, "--dry-run", "only print what would be added")
    text = "also mark as read what newsboat's cache.db says was read"
    _option(parser, "--newsboat-cache", "DB", text)

    parser = _command(commands, "export", "outlines.export_outline", "write subscriptions as OPML")
    parser.add_argument("file", metavar="FILE", nargs="?", help="by default standard output")


def _add_bookmarks(commands: _Commands) -> None:
    parser = _command(commands, "bookmark", "bookmarks.bookmark", "keep an article")
    parser.add_argument(
        "target", metavar="ENTRY|URL", help="a number that 'list' shows, or a page's address"
    )
    parser = _command(commands, "bookmarks", "bookmarks.list_bookmarks", "list the bookmarks")
    _flag(parser, "--json", "print JSON")


def _add_corrections(commands: _Commands) -> None:
    text = "list, export or take back what was set right in quotations"
    parser = _command(commands, "corrections", "corrections.list_corrections", text)
    _flag(parser, "--json", "print JSON")
    actions = cast("_Commands", parser.add_subparsers(title="commands", metavar="COMMAND"))

    text = "write the corrected articles as JSON Lines, in the form of annotated data"
    parser = _command(actions, "export", "corrections.export_corrections", text)
    parser.add_argument("file", metavar="FILE", nargs="?", help="by default standard output")

    text = "take corrections back: the quotation is as it was found"
    parser = _command(actions, "remove", "corrections.remove_correction", text)
    parser.add_argument("number", metavar="NUMBER", help="a number that 'corrections' shows")


def _add_documents(commands: _Commands) -> None:
    parser = _command(commands, "quotes", "quotes.quotes", "print who says what in articles")
    parser.add_argument(
        "inputs",
        metavar="INPUT",
        nargs="*",
        help="text, pages or feeds: paths, URLs, or - for standard input",
    )
    _flag(parser, "--json", "print JSON; offsets count the code points of its text")
    _flag(parser, "--batch", 'read {"id", "text"} a line and answer each with a line of JSON')

    parser = _command(commands, "parse", "documents.parse_feed", "print a feed as JSON")
    parser.add_argument("file", metavar="FILE", nargs="?", help="a feed, or - for standard input")
    _option(parser, "--base-url", "U", "where the feed was found, for its relative links")
    _flag(parser, "--batch", "read one path a line and answer each with a line of JSON")

    parser = _command(commands, "extract", "documents.extract", "print a page's article as JSON")
    parser.add_argument("file", metavar="FILE", nargs="?", help="a page, or - for standard input")
    _option(parser, "--url", "U", "the address of the page")
    _flag(parser, "--batch", "read path, tab and URL a line and answer each with a line of JSON")


def _add_upkeep(commands: _Commands) -> None:
    parser = _command(commands, "doctor", "doctor.doctor", "check that all is in order")
    _flag(parser, "--json", "print JSON")
    _flag(parser, "--repair", "mend what can be made again: folders and their modes")

    parser = _command(commands, "paths", "folders.paths", "print where everything is kept")
    _flag(parser, "--json", "print JSON")

    parser = _command(commands, "serve", "serve.serve", "show the reader in a browser")
    text = "the address to listen on: 127.0.0.1 if nothing is said, so nobody else can come"
    _option(parser, "--host", "H", text)
    _option(parser, "--port", "P", "the port; 8765 if nothing is said", value=_port)

    text = "print what completes commands in a shell"
    parser = _command(commands, "completion", "completion.completion", text)
    parser.add_argument(
        "what",
        metavar="WHAT",
        choices=("bash", "zsh", "fish", "feeds", "folders", "fields"),
        help="bash, zsh or fish: the script of that shell; feeds, folders or fields: the words "
        "that the scripts ask for",
    )
    _command(commands, "man", "manual.manual", "print the manual page, for man -l -")


def _command(commands: _Commands, name: str, run: str, text: str) -> _Parser:
    """Add a command; ``run`` names its function as MODULE.FUNCTION in this package."""
    sentence = f"{text[0].upper()}{text[1:]}."
    parser = commands.add_parser(name, help=text, description=sentence, allow_abbrev=False)
    parser.set_defaults(run=run)
    return parser


def _flag(parser: ArgumentParser, name: str, text: str) -> None:
    parser.add_argument(name, action=_Once, nargs=0, default=False, help=text)


def _option(
    parser: ArgumentParser, name: str, metavar: str, text: str, value: Callable[[str], Any] = str
) -> None:
    parser.add_argument(name, action=_Once, metavar=metavar, type=value, help=text)


def _formats(parser: ArgumentParser) -> None:
    group = parser.add_mutually_exclusive_group()
    for name, text in (("--json", "print JSON"), ("--jsonl", "print JSON, one entry a line")):
        group.add_argument(name, action=_Once, nargs=0, default=False, help=text)


def _amount(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise ArgumentTypeError(f"{text!r} is not a number of entries")
    return min(int(text), sys.maxsize)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 5 and 0 < int(text) < 65536):
        raise ArgumentTypeError(f"{text!r} is not a port")
    return int(text)
