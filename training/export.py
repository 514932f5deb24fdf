"""Export of a trained tagger: ONNX with 8-bit weights, and what reading its scores needs.

Windows are read one by one, each at its own length, so the network needs no mask; attention is one fused
operator of onnxruntime.
"""

import json
import shutil
import tempfile
from pathlib import Path

import data
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch.nn.functional import linear, scaled_dot_product_attention
from train import encoder_folder


class Attention(torch.autograd.Function):
    """Attention of all heads, written to ONNX as onnxruntime's own operator."""

    @staticmethod
    def symbolic(graph, query, key, value, heads):
        """The node in the exported graph."""
        made = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads)
        made.setType(query.type())
        return made

    @staticmethod
    def forward(ctx, query, key, value, heads):
        """What that node computes."""
        split = (part.unflatten(-1, (heads, -1)).transpose(1, 2) for part in (query, key, value))
        return scaled_dot_product_attention(*split).transpose(1, 2).flatten(2)


class Network(torch.nn.Module):
    """The tagger for one window at a time, with one output for each head."""

    def __init__(self, tagger):
        super().__init__()
        self.tagger = tagger
        for layer in tagger.encoder.encoder.layer:
            own = layer.attention.self
            parts = own.query, own.key, own.value
            for name in ("weight", "bias"):
                joined = torch.cat([getattr(part, name) for part in parts])
                own.register_parameter(f"joined_{name}", torch.nn.Parameter(joined))

    def forward(self, ids, features):
        """Scores of attribution, tags and names for every piece."""
        tables = self.tagger.encoder.embeddings
        added = sum(table(features[..., place]) for place, table in enumerate(self.tagger.features))
        states = tables.word_embeddings(ids) + added + tables.token_type_embeddings.weight[0]
        states = normed(states + tables.position_embeddings.weight[: ids.shape[1]], tables.LayerNorm)
        for layer in self.tagger.encoder.encoder.layer:
            own, out, wide = layer.attention.self, layer.attention.output, layer.intermediate
            joined = linear(states, own.joined_weight, own.joined_bias)
            joined = joined.split(own.query.out_features, dim=-1)
            heads = own.query.out_features // own.attention_head_size  # of this layer: some were cut
            states = normed(out.dense(Attention.apply(*joined, heads)) + states, out.LayerNorm)
            inner = wide.intermediate_act_fn(wide.dense(states))
            states = normed(layer.output.dense(inner) + states, layer.output.LayerNorm)
        return self.tagger.head(states).split(data.HEADS, dim=-1)


def normed(states, layer):
    """Layer normalisation, step by step: onnxruntime's operator of that name takes twice as long."""
    centred = states - states.mean(-1, keepdim=True)
    variance = (centred * centred).mean(-1, keepdim=True)
    return centred / torch.sqrt(variance + layer.eps) * layer.weight + layer.bias


def export(tagger, out: Path) -> None:
    """Writes ``tagger.onnx``, ``tagger.json`` (transitions, names of labels) and ``tokenizer.json``."""
    out.mkdir(parents=True, exist_ok=True)
    network = Network(tagger.cpu().eval()).eval()
    example = torch.ones(1, 16, dtype=torch.long), torch.zeros(1, 16, 3, dtype=torch.long)
    given, made = ["ids", "features"], ["scores", "tags", "names"]
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            network,
            example,
            str(plain),
            input_names=given,
            output_names=made,
            dynamic_axes={name: {1: "pieces"} for name in given + made},
            opset_version=17,
            custom_opsets={"com.microsoft": 1},
            dynamo=False,
        )
        quantize_dynamic(
            plain,
            out / "tagger.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,  # seven bits; with eight, exact F1 fell by 0.3, 0.7 and 0.7
            op_types_to_quantize=["MatMul", "Gather"],
        )
    scores = tagger.scores().detach().tolist()
    told = {"labels": data.LABELS, "tags": data.TAGS, "names": data.NAMED}
    told["transitions"] = [[round(s, 6) for s in row] for row in scores]
    (out / "tagger.json").write_text(json.dumps(told) + "\n", encoding="utf-8")
    shutil.copy(encoder_folder() / "tokenizer.json", out / "tokenizer.json")
    size = (out / "tagger.onnx").stat().st_size / 1e6
    print(f"{out / 'tagger.onnx'}: {size:.1f} MB")
