"""From scores to spans: the best sequence of labels, and what it marks."""

import numpy as np

ROLES = ("source", "cue", "content")
_NEVER = -1e4


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
    scores = _allowed(emissions, begins).astype(np.float32)
    moves = np.asarray(transitions, dtype=np.float32)
    back = np.zeros((count, windows, labels), dtype=np.int64)
    state = scores[:, 0]
    fresh = begins.any(axis=0)
    for place in range(1, count):
        led = np.where(begins[:, place, None, None], np.float32(0), moves) if fresh[place] else moves
        step = state[:, :, None] + led
        back[place] = step.argmax(axis=1)
        state = step.max(axis=1) + scores[:, place]
    path = np.zeros((windows, count), dtype=np.int64)
    path[:, -1] = state.argmax(axis=1)
    rows = np.arange(windows)
    for place in range(count - 1, 0, -1):
        path[:, place - 1] = back[place][rows, path[:, place]]
    return path


def likely(emissions: np.ndarray, begins: np.ndarray, transitions: np.ndarray) -> np.ndarray:
    """How likely each word's most likely label is, over all sequences of labels: (windows, words), 0 to 1.

    The marginal probability under the chain, by the forward-backward algorithm (Baum et al. 1970); takes what
    :func:`best_paths` takes.
    """
    scores = _allowed(emissions, begins).astype(np.float64)
    weights = np.exp(scores - scores.max(axis=2, keepdims=True))
    moves = np.exp(np.asarray(transitions, dtype=np.float64))

    def passed(state: np.ndarray, place: int, along: np.ndarray) -> np.ndarray:
        """What reaches the labels on the other side of the step to a place; only shares matter."""
        whole = state.sum(axis=1, keepdims=True)
        return np.where(begins[:, place, None], whole, state @ along) / whole

    before, behind = np.ones_like(weights), np.ones_like(weights)
    for place in range(1, weights.shape[1]):
        before[:, place] = passed(before[:, place - 1] * weights[:, place - 1], place, moves)
    for place in range(weights.shape[1] - 1, 0, -1):
        behind[:, place - 1] = passed(behind[:, place] * weights[:, place], place, moves.T)
    both = before * weights * behind
    return both.max(axis=2) / both.sum(axis=2)


def marked(labels: np.ndarray, emissions: np.ndarray) -> list[tuple[str, int, int, float]]:
    """The spans of a sequence of labels: role, first word, past the last word, mean probability."""
    return [(ROLES[kind], *span) for kind, *span in _probable(labels, labels, emissions)]


def named(emissions: np.ndarray, begins: np.ndarray) -> list[tuple[int, int, int, float]]:
    """The names in the scores of some words: kind, first word, past the last, mean probability.

    Each word has its best label. Neighbours of one kind are one name, as in the annotation that was learned:
    whether a word begins a name tells nothing beyond its kind ("U.S." is four words). But a name does not go
    on in another paragraph; ``begins``: whether a word is the first of one.
    """
    labels = emissions.argmax(axis=1)
    kinds = (labels + 1) // 2
    other = begins | (np.diff(kinds, prepend=0) != 0)
    return _probable(np.where(kinds > 0, 2 * kinds - other, 0), labels, emissions)


def _probable(marks: np.ndarray, labels: np.ndarray, emissions: np.ndarray) -> list[tuple]:
    """The spans of some marks, each with the mean probability of its words' labels by their own scores."""
    found = spans(marks)
    if not found:
        return []
    likely = np.exp(emissions - emissions.max(axis=1, keepdims=True))
    likely = likely[np.arange(len(labels)), labels] / likely.sum(axis=1)
    sums = np.concatenate([[0.0], np.cumsum(likely, dtype=float)])
    _, first, last = np.array(found).T
    means = (sums[last] - sums[first]) / (last - first)
    return [(*span, mean) for span, mean in zip(found, means.tolist())]


def spans(labels: np.ndarray) -> list[tuple[int, int, int]]:
    """The spans of a sequence of labels (0: none, odd: begins, even: inside): kind, first, past the last."""
    starts = np.flatnonzero(labels % 2 == 1)
    stops = np.flatnonzero((labels == 0) | (labels % 2 == 1))
    ends = np.append(stops, len(labels))[np.searchsorted(stops, starts, side="right")]
    return list(zip(((labels[starts] - 1) // 2).tolist(), starts.tolist(), ends.tolist()))


def _allowed(emissions: np.ndarray, begins: np.ndarray) -> np.ndarray:
    """The scores without labels that only go on, at words that begin a paragraph."""
    labels = np.arange(emissions.shape[2])
    return np.where(begins[:, :, None] & (labels % 2 == 0) & (labels > 0), _NEVER, emissions)
