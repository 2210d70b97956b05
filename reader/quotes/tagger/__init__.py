"""A learned tagger of English news: contents, cues and sources, and which belong together.

In the order of the work: ``rows`` is what the network reads of a text; ``pieces`` cuts its
words by the ``vocabulary``; ``network`` gives each row a score for each tag, its recurrences
going by ``steps``; ``decoding`` finds the likeliest tags; ``contents`` sets contents right by
the quotation marks; ``linking`` describes contents with the sources near them, of which
``ranker`` chooses; ``confidence`` says how sure to be; ``found`` is all of it in a row.
``weights`` reads what was learned, ``english.safetensors``; docs/model-card.md says from what
and how.
"""

import gc
import os
import sys

# The products are small: a second thread would cost more than it gives, and starting one for
# each core makes numpy slower to import. OpenBLAS reads this as it is loaded, and only then.
if "numpy" not in sys.modules and "OPENBLAS_NUM_THREADS" not in os.environ:
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    # Of the 28,000 objects made meanwhile none is garbage: looking for it again and again takes a
    # tenth of the time. Freezing puts them with those that are looked through last, unread.
    collects = gc.isenabled()
    gc.disable()
    try:
        import numpy as np  # noqa: F401 loaded for its threads alone
    finally:
        if not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
        if collects:
            gc.enable()
        del os.environ["OPENBLAS_NUM_THREADS"]
