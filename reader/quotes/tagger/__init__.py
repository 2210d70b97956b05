"""A learned tagger of English news: contents, cues and sources, and which belong together.

In the order of the work: ``rows`` is what the network reads of a text; ``pieces`` cuts its
words; ``network`` gives each row a score for each tag, its recurrences going by ``steps``;
``decoding`` finds the likeliest tags; ``contents`` sets contents right by the quotation marks;
``linking`` describes contents with the sources near them, of which ``ranker`` chooses;
``confidence`` says how sure to be; ``found`` is all of it in a row. ``weights`` reads what was
learned, ``english.safetensors``; docs/model-card.md says from what and how.
"""

import os
import sys

# The products are small: a second thread would cost more than it gives, and starting one for
# each core makes numpy slower to import. OpenBLAS reads this as it is loaded, and only then.
if "numpy" not in sys.modules and "OPENBLAS_NUM_THREADS" not in os.environ:
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    import numpy as np  # noqa: F401 loaded for its threads alone

    del os.environ["OPENBLAS_NUM_THREADS"]
