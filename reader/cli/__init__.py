"""The command line: ``main`` runs one command and gives its exit status.

Nothing is imported here but ``sys``, so that ``newsreader --version`` answers at once. Each
command lives in a module of this package that is imported when the command is called.
"""

import sys

INTERRUPTED = 130
"""128 + SIGINT, as shells say it; a closed pipe ends the same way."""


def main(argv: list[str] | None = None) -> int:
    """Run the command that ``argv`` (by default the process's arguments) asks for.

    Returns the exit status. Nothing is raised: what goes wrong is one line on standard error.
    """
    arguments = sys.argv[1:] if argv is None else argv
    try:
        _speak_utf8()
        status = _run(arguments)
        _flush()
    except (KeyboardInterrupt, BrokenPipeError):
        status = INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last resort: no traceback reaches a user
        status = _explain(error)
    _drop_output()
    return status


def _run(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        from reader import __version__

        print(f"newsreader {__version__}")
        return 0
    from reader.cli.output import complain
    from reader.errors import ReaderError

    try:
        if not arguments:
            from reader.cli.screen import start  # without argparse, the reader starts sooner

            return start()
        from reader.cli.arguments import parse_arguments

        command = parse_arguments(arguments)
        return 0 if command is None else command()
    except ReaderError as error:
        complain(str(error))
        return error.exit_status


def _explain(error: Exception) -> int:
    """Say in one line what was not foreseen; with ``NEWSREADER_DEBUG=1`` where it happened."""
    import os

    from reader.cli.output import complain

    if os.environ.get("NEWSREADER_DEBUG") == "1":
        import traceback

        traceback.print_exception(error)
    elif isinstance(error, OSError) and error.strerror:
        where = f"{os.fsdecode(error.filename)}: " if error.filename else ""
        complain(f"{where}{error.strerror}")
    else:
        complain(f"unexpected error: {type(error).__name__}: {error}")
    return 1


def _speak_utf8() -> None:
    """Make the output UTF-8 whatever the locale; what has no UTF-8 is written as an escape."""
    from io import TextIOWrapper

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _flush() -> None:
    if sys.stdout is not None:  # None: the caller closed it
        sys.stdout.flush()


def _drop_output() -> None:
    """Send what cannot be written nowhere, or Python would complain about it when it ends."""
    try:
        _flush()
    except OSError:
        import os

        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
