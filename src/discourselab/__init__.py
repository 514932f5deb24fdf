"""Discourse analysis of political news: terms, keyness and frames per voice, with their evidence."""

import os

__version__ = "0.1.0"

# Matrix products in one thread: their last digits do not depend on how many cores a machine has, and numpy
# loads faster. Who wants it otherwise sets the variable, which only counts before numpy is loaded.
for _threads in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(_threads, "1")
