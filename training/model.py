"""The tagger: all-MiniLM-L6-v2 with embeddings of case, quotation and cue, and three heads."""

import crf
import torch
from data import HEADS
from torch import nn
from transformers import BertModel

from discourselab.voices import units


class Tagger(nn.Module):
    """Scores for every word piece: labels of attribution, parts of speech, names (side by side)."""

    def __init__(self, encoder: str):
        super().__init__()
        self.encoder = BertModel.from_pretrained(
            encoder, add_pooling_layer=False, attn_implementation="sdpa", dtype=torch.float32
        )
        size = self.encoder.config.hidden_size
        self.features = nn.ModuleList(nn.Embedding(n, size) for n in (units.CASES, units.QUOTES, units.CUES))
        for table in self.features:
            nn.init.normal_(table.weight, std=0.01)
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(size, sum(HEADS))
        self.transitions = nn.Parameter(torch.zeros(crf.LABELS, crf.LABELS))
        self.register_buffer("allowed", crf.allowed())

    def forward(self, ids, mask, features):
        """Scores of all heads for every piece: (windows, pieces, labels + tags + names)."""
        words = self.encoder.embeddings.word_embeddings(ids)
        added = sum(table(features[..., place]) for place, table in enumerate(self.features))
        states = self.encoder(inputs_embeds=words + added, attention_mask=mask).last_hidden_state
        return self.head(self.drop(states))

    def scores(self):
        """Transitions, with those that no annotation can have made impossible."""
        return self.transitions.masked_fill(~self.allowed, crf.IMPOSSIBLE)

    def words(self, batch):
        """Scores of the three heads for every word: attribution, parts of speech, names."""
        pieces = self(batch["ids"], batch["mask"], batch["features"]).float()
        own = torch.gather(pieces, 1, batch["first"].unsqueeze(-1).expand(-1, -1, pieces.shape[-1]))
        return own.split(HEADS, dim=-1)

    def chain(self, emissions, batch):
        """The matrices of the chain over a batch's words (see :func:`crf.steps`)."""
        return crf.steps(emissions, batch["begins"], batch["word"], self.scores())
