"""The tagger: all-MiniLM-L6-v2 with embeddings of case, quotation and cue, and a CRF over the words."""

import torch
from torch import nn
from transformers import BertModel

from discourselab.voices import units

LABELS = 7
IMPOSSIBLE = -1e4


class Tagger(nn.Module):
    """Emissions for the first piece of each word, and the transitions between labels."""

    def __init__(self, encoder: str):
        super().__init__()
        self.encoder = BertModel.from_pretrained(encoder, add_pooling_layer=False, attn_implementation="sdpa")
        size = self.encoder.config.hidden_size
        self.features = nn.ModuleList(nn.Embedding(n, size) for n in (units.CASES, units.QUOTES, units.CUES))
        for table in self.features:
            nn.init.normal_(table.weight, std=0.01)
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(size, LABELS)
        self.transitions = nn.Parameter(torch.zeros(LABELS, LABELS))
        self.register_buffer("allowed", allowed())

    def forward(self, ids, mask, features):
        """Scores of the labels for every piece: (windows, pieces, labels)."""
        words = self.encoder.embeddings.word_embeddings(ids)
        added = sum(table(features[..., place]) for place, table in enumerate(self.features))
        states = self.encoder(inputs_embeds=words + added, attention_mask=mask).last_hidden_state
        return self.head(self.drop(states))

    def scores(self):
        """Transitions, with those that no annotation can have made impossible."""
        return self.transitions.masked_fill(~self.allowed, IMPOSSIBLE)

    def loss(self, batch):
        """Mean negative log-likelihood of the labels, per word."""
        pieces = self(batch["ids"], batch["mask"], batch["features"]).float()
        emissions = torch.gather(pieces, 1, batch["first"].unsqueeze(-1).expand(-1, -1, LABELS))
        emissions = emissions.masked_fill(batch["begins"].unsqueeze(-1) & INSIDE, IMPOSSIBLE)
        return crf_loss(emissions, batch["labels"], self.scores(), batch["begins"])


INSIDE = torch.tensor([False, False, True, False, True, False, True])


def allowed() -> torch.Tensor:
    """Which label may follow which: I-x only behind B-x or I-x."""
    table = torch.ones(LABELS, LABELS, dtype=torch.bool)
    for label in (2, 4, 6):
        table[:, label] = False
        table[label - 1, label] = table[label, label] = True
    return table


def crf_loss(emissions, labels, scores, begins):
    """Linear-chain CRF. A paragraph's first word starts anew: no transition leads into it."""
    known = labels >= 0
    gold = labels.clamp(min=0)
    free = torch.zeros_like(scores)
    total = torch.gather(emissions, 2, gold.unsqueeze(-1)).squeeze(-1) * known
    moves = scores[gold[:, :-1], gold[:, 1:]] * (known[:, 1:] & ~begins[:, 1:])
    path = total.sum(1) + moves.sum(1)
    state = emissions[:, 0]
    for place in range(1, emissions.shape[1]):
        step = torch.where(begins[:, place, None, None], free, scores)
        following = torch.logsumexp(state.unsqueeze(2) + step, dim=1) + emissions[:, place]
        state = torch.where(known[:, place, None], following, state)
    return (torch.logsumexp(state, dim=1) - path).sum() / known.sum()
