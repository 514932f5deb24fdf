"""A linear-chain CRF over words, summed as a tree: log-many steps instead of one for each word.

A chain's score is a product of matrices, one for each word, in the (logsumexp, +) semiring; the product is
associative, so neighbours are multiplied in pairs (Särkkä & García-Fernández 2021).
"""

import torch

LABELS = 7
IMPOSSIBLE = -1e4
INSIDE = torch.tensor([False, False, True, False, True, False, True])


def allowed() -> torch.Tensor:
    """Which label may follow which: I-x only behind B-x or I-x."""
    table = torch.ones(LABELS, LABELS, dtype=torch.bool)
    for label in (2, 4, 6):
        table[:, label] = False
        table[label - 1, label] = table[label, label] = True
    return table


def steps(emissions, begins, word, scores):
    """One matrix for each word, (windows, words, from, to): where it is no word, the identity.

    Into a paragraph's first word, and into a window's, all labels lead alike.
    """
    emissions = emissions.masked_fill(begins.unsqueeze(-1) & INSIDE.to(begins.device), IMPOSSIBLE)
    free = begins.clone()
    free[:, 0] = True
    moves = torch.where(free[..., None, None], torch.zeros_like(scores), scores)
    identity = torch.full_like(scores, IMPOSSIBLE).fill_diagonal_(0.0)
    return torch.where(word[..., None, None], moves + emissions.unsqueeze(-2), identity)


def total(matrices):
    """Log of the summed scores of all paths of each window, started from the first label."""
    while matrices.shape[1] > 1:
        odd = matrices[:, -1:] if matrices.shape[1] % 2 else None
        even = matrices.shape[1] // 2 * 2
        left, right = matrices[:, 0:even:2], matrices[:, 1:even:2]
        matrices = torch.logsumexp(left.unsqueeze(-1) + right.unsqueeze(-3), dim=-2)
        matrices = matrices if odd is None else torch.cat([matrices, odd], dim=1)
    return torch.logsumexp(matrices[:, 0, 0], dim=-1)


def gold(labels, word):
    """The annotated path as a distribution over moves: one for each word, (windows, words, from, to)."""
    now = torch.nn.functional.one_hot(labels.clamp(min=0), LABELS)
    before = torch.cat([torch.zeros_like(now[:, :1]), now[:, :-1]], dim=1)
    before[:, 0, 0] = 1
    return (before.unsqueeze(-1) * now.unsqueeze(-2)) * word[..., None, None]


def expected(matrices):
    """How likely each move is under the chain: (windows, words, from, to); each word's sum to one."""
    with torch.enable_grad():
        leaf = matrices.detach().requires_grad_(True)
        (likely,) = torch.autograd.grad(total(leaf).sum(), leaf)
    return likely


def loss(matrices, moves, word):
    """Cross-entropy of the chain against a distribution over moves, per word (structured distillation).

    With the annotated path it is the negative log-likelihood.
    """
    return (total(matrices).sum() - (matrices * moves).sum()) / word.sum()
