"""What the command line takes, read off its parser: for completion and the manual page."""

import argparse
from collections.abc import Iterator
from typing import Any, Final, Literal, NamedTuple

from reader.cli.arguments import make_parser

Words = Literal["files", "feeds", "folders", "fields", "choices", "any"]
"""What completes a value: files, what the profile has, words that are listed, or nothing."""

_WORDS: Final[dict[str, Words]] = {
    "DB": "files",
    "F": "folders",
    "FEED": "feeds",
    "FILE": "files",
    "INPUT": "files",
    "QUERY": "fields",
}
"""By the name that the help has for a value; values of other names are not completed."""


class Operand(NamedTuple):
    """A value, by its place or behind an option."""

    name: str
    about: str
    words: Words
    choices: tuple[str, ...] = ()


class Option(NamedTuple):
    """What begins with a hyphen."""

    names: tuple[str, ...]
    about: str
    value: Operand | None
    """What stands behind it."""


class Command(NamedTuple):
    """The program, a command of it, or a command of that one."""

    path: tuple[str, ...]
    """Without the program's name."""
    about: str
    synopsis: str
    """How it is called, with the program's name."""
    options: tuple[Option, ...]
    operands: tuple[Operand, ...]
    commands: tuple["Command", ...]
    more: str
    """What else its help tells."""

    def all(self) -> Iterator["Command"]:
        """Give it and every command below it."""
        yield self
        for command in self.commands:
            yield from command.all()


def grammar() -> Command:
    """Return all that may be written behind ``newsreader``."""
    parser = make_parser()
    return _command(parser, (), parser.description or "")


def _command(parser: argparse.ArgumentParser, path: tuple[str, ...], about: str) -> Command:
    # argparse has no other way to ask a parser what it takes.
    actions = [a for a in parser._actions if a.help != argparse.SUPPRESS]  # noqa: SLF001
    below = [a for a in actions if isinstance(a, argparse._SubParsersAction)]  # noqa: SLF001
    return Command(
        path,
        about,
        " ".join(parser.format_usage().removeprefix("usage: ").split()),
        tuple(_option(action) for action in actions if action.option_strings),
        tuple(_operand(a) for a in actions if not a.option_strings and a not in below),
        tuple(_below(below[0], path)) if below else (),
        parser.epilog or "",
    )


def _below(action: Any, path: tuple[str, ...]) -> Iterator[Command]:
    told = {choice.dest: choice.help for choice in action._choices_actions}  # noqa: SLF001
    for name, parser in action.choices.items():
        yield _command(parser, (*path, name), told[name])


def _option(action: argparse.Action) -> Option:
    value = None if action.nargs == 0 else _operand(action)
    return Option(tuple(action.option_strings), action.help or "", value)


def _operand(action: argparse.Action) -> Operand:
    name = str(action.metavar or action.dest.upper())
    choices = tuple(map(str, action.choices or ()))
    words = "choices" if choices else _WORDS.get(name, "any")
    return Operand(name, action.help or "", words, choices)
