"""A trained tagger made smaller: what matters least is cut, and the rest learns to score as the whole did."""

import random
from copy import deepcopy

import crf
import data
import torch
from torch import nn
from torch.nn.functional import mse_loss
from torch.nn.utils import parametrize
from train import descended, wanted

SAMPLE = 240  # windows that tell what matters
LEAST_HEADS, LEAST_NEURONS = 4, 512  # of a layer
EPOCHS, RATE = 3, 2e-4
ANNOTATED = 0.3  # of what is learned: the rest is as the whole tagger expects
ALIKE = 0.05  # weight of the squared difference of the scores of all heads


def importance(tagger, rows, device="cpu", seed=1):
    """How much the loss changes if a head, or an inner neuron, is left out: two lists of one tensor a layer.

    The sum over some windows of the loss's gradient by a factor of one at its output, without sign, over the
    norm of the layer (Michel, Levy & Neubig 2019).
    """
    gates, hooks = [], []
    for layer in tagger.encoder.encoder.layer:
        for product, size in ((layer.attention.output.dense, head_size(layer)), (layer.output.dense, 1)):
            gate = torch.ones(product.in_features // size, device=device, requires_grad=True)
            hooks.append(product.register_forward_pre_hook(_gated(gate, size)))
            gates.append(gate)
    found = [torch.zeros(len(gate), device=device) for gate in gates]
    for row in random.Random(seed).sample(rows, min(SAMPLE, len(rows))):
        batch = data.batch([row], device)
        emissions, *_ = tagger.words(batch)
        moves = crf.gold(batch["labels"][..., 0], batch["word"])
        loss = crf.loss(tagger.chain(emissions, batch), moves, batch["word"])
        for sum_, own in zip(found, torch.autograd.grad(loss, gates)):
            sum_ += own.abs()
    for hook in hooks:
        hook.remove()
    found = [own / own.norm() for own in found]
    return found[0::2], found[1::2]


def _gated(gate, size):
    return lambda _, given: (given[0] * gate.repeat_interleave(size),)


def head_size(layer):
    """How many numbers a head of a layer gives."""
    return layer.attention.self.attention_head_size


def kept(matters, number, least):
    """The ``number`` that matter most over all layers, ``least`` of each at least: indices by layer."""
    orders = [own.argsort(descending=True).tolist() for own in matters]
    rest = [(float(own[i]), layer, i) for layer, own in enumerate(matters) for i in orders[layer][least:]]
    chosen = [order[:least] for order in orders]
    for _, layer, index in sorted(rest, reverse=True)[: number - least * len(matters)]:
        chosen[layer].append(index)
    return [sorted(own) for own in chosen]


def cut(tagger, heads, neurons):
    """A copy of a tagger with these heads and inner neurons of each layer alone."""
    small = deepcopy(tagger)
    for layer, own_heads, own_neurons in zip(small.encoder.encoder.layer, heads, neurons):
        attention, neurons_left = layer.attention, torch.tensor(own_neurons)
        size = head_size(layer)
        rows = (torch.tensor(own_heads).unsqueeze(1) * size + torch.arange(size)).flatten()
        for name in ("query", "key", "value"):
            setattr(attention.self, name, _part(getattr(attention.self, name), rows))
        attention.output.dense = _part(attention.output.dense, rows, 1)
        layer.intermediate.dense = _part(layer.intermediate.dense, neurons_left)
        layer.output.dense = _part(layer.output.dense, neurons_left, 1)
    return small


def _part(linear, index, axis=0):
    weight = linear.weight.detach().index_select(axis, index)
    made = nn.Linear(weight.shape[1], weight.shape[0])
    made.weight.data = weight
    made.bias.data = linear.bias.detach()[index] if axis == 0 else linear.bias.detach().clone()
    return made


class Rounded(nn.Module):
    """Weights as the export rounds them: seven bits, one scale for each output."""

    def forward(self, weight):
        """The rounded weights; the gradient passes."""
        scale = weight.detach().abs().amax(1, keepdim=True) / 64
        return weight + ((weight / scale).round() * scale - weight).detach()


def _rounded(_, given):
    """What a product is given, as onnxruntime rounds it: eight bits, one scale for all."""
    low, high = given[0].detach().float().aminmax()
    scale = (high.clamp(min=0) - low.clamp(max=0)) / 255
    return (given[0] + ((given[0] / scale).round() * scale - given[0]).detach(),)


@torch.no_grad()
def told(tagger, rows, device="cpu", size=64):
    """Adds to each window what a tagger tells of its words, in half precision: ``moves``, how likely it holds
    each move of the chain, and ``heads``, the scores of all heads.
    """
    for at in range(0, len(rows), size):
        group = rows[at : at + size]
        batch = data.batch(group, device)
        scores = tagger.words(batch)
        likely = crf.expected(tagger.chain(scores[0], batch)) * batch["word"][..., None, None]
        found = {"moves": likely, "heads": torch.cat(scores, dim=-1)}
        for name, values in found.items():
            for row, own in zip(group, values.half().cpu().numpy()):
                row[name] = own[: len(row["first"])]


def taught(small, rows, *, epochs=EPOCHS, seed=1, device="cpu"):
    """A smaller tagger that has learned from windows with ``moves`` and ``heads``; its products are rounded
    while it learns as they will be in use. The table of word pieces stays as it is.
    """
    random.seed(seed), torch.manual_seed(seed)
    small = deepcopy(small).to(device).eval()  # no dropout: there is a teacher for every word
    small.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    for product in _products(small):
        product.register_forward_pre_hook(_rounded)
        parametrize.register_parametrization(product, "weight", Rounded())
    learned = [value for value in small.parameters() if value.requires_grad]
    groups = [{"params": learned, "lr": RATE}]
    mean = descended(small, rows, groups, epochs, lambda group: _loss(small, group, device))
    for product in _products(mean):
        product._forward_pre_hooks.clear()
        parametrize.remove_parametrizations(product, "weight", leave_parametrized=True)
    return mean


def _products(tagger):
    return [module for module in tagger.encoder.modules() if isinstance(module, nn.Linear)]


def _loss(small, group, device):
    batch = data.batch(group, device)
    with torch.autocast(device, dtype=torch.bfloat16):
        scores = small.words(batch)
        chain = small.chain(scores[0], batch)
    alike = mse_loss(torch.cat(scores, dim=-1)[batch["word"]], batch["heads"][batch["word"]])
    return crf.loss(chain, wanted(batch, ANNOTATED), batch["word"]) + ALIKE * alike
