"""How the tagger of English was taught; needs torch, and never runs with the reader.

``data`` turns marked articles into rows and tags, ``teacher`` fine-tunes MiniLM on them,
``student`` is the tagger as torch knows it with its loss, ``export`` writes what the reader
reads. The ranker and the confidence are fitted on what the tagger then finds, and are not in
this folder yet.
"""
