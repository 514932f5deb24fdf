"""Export of a trained tagger: ONNX with 8-bit weights, and what reading its scores needs."""

import json
import shutil
import tempfile
from pathlib import Path

import data
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from train import encoder_folder


class Heads(torch.nn.Module):
    """The tagger with one output for each head."""

    def __init__(self, tagger):
        super().__init__()
        self.tagger = tagger

    def forward(self, ids, mask, features):
        """Scores of attribution, tags and names for every piece."""
        return self.tagger(ids, mask, features).split(data.HEADS, dim=-1)


def export(tagger, out: Path) -> None:
    """Writes ``tagger.onnx``, ``tagger.json`` (transitions, names of labels) and ``tokenizer.json``."""
    tagger = tagger.cpu().eval()
    tagger.encoder.set_attn_implementation("eager")
    out.mkdir(parents=True, exist_ok=True)
    example = (torch.ones(2, 16, dtype=torch.long), torch.ones(2, 16, dtype=torch.long))
    example += (torch.zeros(2, 16, 3, dtype=torch.long),)
    given, made = ["ids", "mask", "features"], ["scores", "tags", "names"]
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            Heads(tagger),
            example,
            str(plain),
            input_names=given,
            output_names=made,
            dynamic_axes={name: {0: "windows", 1: "pieces"} for name in given + made},
            opset_version=17,
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
