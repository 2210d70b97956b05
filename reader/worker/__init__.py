"""A process of its own for bytes from strangers, with a limit on time and memory.

What reads a hostile document may hang, eat all memory or break in C code. Here that ends the
worker, never the reader: the next call starts another one.
"""

from reader.worker.pool import Pool
from reader.worker.process import Worker

__all__ = ["Pool", "Worker"]
