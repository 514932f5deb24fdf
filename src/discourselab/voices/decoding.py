"""From scores to spans: the best sequence of labels, and what it marks."""

import numpy as np

ROLES = ("source", "cue", "content")
_NEVER = -1e4


def best_path(emissions: np.ndarray, begins: np.ndarray, transitions: np.ndarray) -> np.ndarray:
    """The labels of one window: see :func:`best_paths`."""
    return best_paths(emissions[None], begins[None], transitions)[0]


def best_paths(emissions: np.ndarray, begins: np.ndarray, transitions: np.ndarray) -> np.ndarray:
    """The labels with the highest total score (Viterbi 1967), for several windows at once: (windows, words).

    emissions
        (windows, words, labels); labels are O and B-, I- of source, cue, content. Behind a window's end the
        scores should favour O.
    begins
        (windows, words): whether a word is the first of its paragraph: no transition leads into it, and no I-
        stands there.
    transitions
        (labels, labels), from and to.
    """
    windows, count, labels = emissions.shape
    if not count:
        return np.zeros((windows, 0), dtype=np.int64)
    inside = (np.arange(labels) % 2 == 0) & (np.arange(labels) > 0)
    scores = np.where(begins[:, :, None] & inside, _NEVER, emissions).astype(np.float32)
    moves = np.asarray(transitions, dtype=np.float32)
    back = np.zeros((count, windows, labels), dtype=np.int64)
    state = scores[:, 0]
    for place in range(1, count):
        step = state[:, :, None] + np.where(begins[:, place, None, None], np.float32(0), moves)
        back[place] = step.argmax(axis=1)
        state = step.max(axis=1) + scores[:, place]
    path = np.zeros((windows, count), dtype=np.int64)
    path[:, -1] = state.argmax(axis=1)
    rows = np.arange(windows)
    for place in range(count - 1, 0, -1):
        path[:, place - 1] = back[place][rows, path[:, place]]
    return path


def marked(labels: np.ndarray, emissions: np.ndarray) -> list[tuple[str, int, int, float]]:
    """The spans of a sequence of labels: role, first word, past the last word, mean probability."""
    if not len(labels):
        return []
    likely = _likely(labels, emissions)
    return [(ROLES[kind], a, b, float(likely[a:b].mean())) for kind, a, b in spans(labels)]


def named(emissions: np.ndarray) -> list[tuple[int, int, int, float]]:
    """The names in the scores of a paragraph's words: kind, first word, past the last, mean probability.

    Each word has its best label. Neighbours of one kind are one name, as in the annotation that was learned:
    whether a word begins a name tells nothing beyond its kind ("U.S." is four words).
    """
    if not len(emissions):
        return []
    labels = emissions.argmax(axis=1)
    likely = _likely(labels, emissions)
    kinds = (labels + 1) // 2
    other = kinds != np.concatenate([[0], kinds[:-1]])
    joined = np.where(kinds > 0, 2 * kinds - other, 0)
    return [(kind, a, b, float(likely[a:b].mean())) for kind, a, b in spans(joined)]


def spans(labels: np.ndarray) -> list[tuple[int, int, int]]:
    """The spans of a sequence of labels (0: none, odd: begins, even: inside): kind, first, past the last."""
    starts = np.flatnonzero(labels % 2 == 1)
    stops = np.flatnonzero((labels == 0) | (labels % 2 == 1))
    ends = np.append(stops, len(labels))[np.searchsorted(stops, starts, side="right")]
    return [((int(labels[a]) - 1) // 2, int(a), int(b)) for a, b in zip(starts, ends)]


def _likely(labels: np.ndarray, emissions: np.ndarray) -> np.ndarray:
    """The probability of each word's label by its own scores."""
    likely = np.exp(emissions - emissions.max(axis=1, keepdims=True))
    return (likely / likely.sum(axis=1, keepdims=True))[np.arange(len(labels)), labels]
