"""Export a trained tagger with 8-bit weights: ``python training/export.py --model FOLDER --out FOLDER``."""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import torch
from model import Tagger
from onnxruntime.quantization import QuantType, quantize_dynamic
from train import encoder_folder


def main() -> None:
    """Write ``tagger.onnx``, ``tagger.json`` (transitions, labels) and ``tokenizer.json``."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", type=Path, required=True, help="folder with tagger.pt")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    tagger = Tagger(str(encoder_folder()))
    tagger.load_state_dict(torch.load(args.model / "tagger.pt", weights_only=True))
    tagger.encoder.set_attn_implementation("eager")
    tagger.eval()
    args.out.mkdir(parents=True, exist_ok=True)
    example = (torch.ones(2, 16, dtype=torch.long), torch.ones(2, 16, dtype=torch.long))
    example += (torch.zeros(2, 16, 3, dtype=torch.long),)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        axes = {name: {0: "windows", 1: "pieces"} for name in ("ids", "mask", "features", "scores")}
        torch.onnx.export(
            tagger,
            example,
            str(plain),
            input_names=["ids", "mask", "features"],
            output_names=["scores"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            plain,
            args.out / "tagger.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gather"],
        )
    scores = tagger.scores().detach().tolist()
    labels = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
    told = {"labels": labels, "transitions": [[round(s, 6) for s in row] for row in scores]}
    (args.out / "tagger.json").write_text(json.dumps(told) + "\n", encoding="utf-8")
    shutil.copy(encoder_folder() / "tokenizer.json", args.out / "tokenizer.json")
    size = (args.out / "tagger.onnx").stat().st_size / 1e6
    print(f"{args.out / 'tagger.onnx'}: {size:.1f} MB")


if __name__ == "__main__":
    main()
