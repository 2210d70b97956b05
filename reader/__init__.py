"""newsreader: a terminal news reader that shows who says what."""

__version__ = "0.1.0"
