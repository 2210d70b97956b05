"""The command line and the reader, as their own tests have them."""

from tests.cli.conftest import home, run
from tests.ui.conftest import database, reader

__all__ = ["database", "home", "reader", "run"]
