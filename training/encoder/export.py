"""Makes the second reader's encoder file from trained weights: one line in, int8, no padding.

    python training/encoder/export.py dist/encoder.pt dist/train.jsonl deep-reader

Writes encoder.onnx and vocabulary.txt. The same weights and lines give the same files. Prints how far int8 moves the scores.
"""

import argparse
import copy
import math
import os
import shutil
import tempfile
import warnings
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from model import Reader
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from torch.nn import functional as F
from train import CODES, PART, batch, published, read, tokenizer

STRIDE = 80  # every so manyth line is looked at
SMOOTH = 0.8  # how far sizes move from inputs to weights: 0 not at all, 1 all the way
UNLIKELY = -3  # below this score nobody minds


class Table(nn.Module):
    """An embedding kept in 8 bits, with a step of its own for each row."""

    def __init__(self, weights: torch.Tensor):
        super().__init__()
        step = weights.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (weights / step).round().to(torch.int8))
        self.register_buffer("step", step)

    def forward(self, ids):
        return self.rows[ids].float() * self.step[ids]


class Smooth(nn.Module):
    """A layer whose inputs are brought to like sizes, and its weights the other way, so that 8 bits do for all of them (SmoothQuant)."""

    def __init__(self, layer: nn.Linear, sizes: torch.Tensor):
        super().__init__()
        self.layer = nn.Linear(layer.in_features, layer.out_features)
        self.layer.weight.data = layer.weight.data * sizes
        self.layer.bias.data = layer.bias.data
        self.register_buffer("shrink", 1 / sizes)

    def forward(self, x):
        return self.layer(x * self.shrink)


def largest_inputs(reader: Reader, rows: list[dict]) -> dict[str, torch.Tensor]:
    """The largest size of each input of each layer over some lines."""
    largest = {}

    def look(name):
        def keep(_module, inputs, _output):
            sizes = inputs[0].abs().amax((0, 1))
            largest[name] = torch.maximum(largest.get(name, sizes), sizes)

        return keep

    hooks = [
        part.register_forward_hook(look(name))
        for name, part in reader.named_modules()
        if isinstance(part, nn.Linear) and name.startswith("layers")
    ]
    with torch.no_grad():
        for row in rows:
            reader(*batch([row], False))
    for hook in hooks:
        hook.remove()
    return largest


def smoothed(reader: Reader, rows: list[dict]) -> Reader:
    """The same reader with its large inputs made small."""
    largest = largest_inputs(reader, rows)
    smooth = copy.deepcopy(reader)
    for number, layer in enumerate(smooth.layers):
        # What reads the same input shares its sizes, so that it is rounded once.
        for names in (("query", "key", "value"), ("mix",), ("up",), ("down",)):
            inputs = largest[f"layers.{number}.{names[0]}"].clamp(min=1e-4)
            weights = torch.stack([getattr(layer, name).weight.data.abs().amax(0) for name in names]).amax(0).clamp(min=1e-4)
            sizes = inputs**SMOOTH / weights ** (1 - SMOOTH)
            sizes = sizes / sizes.log().mean().exp()
            for name in names:
                setattr(layer, name, Smooth(getattr(layer, name), sizes))
    return smooth


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


def shown(row: dict) -> tuple[np.ndarray, np.ndarray]:
    around = [*row["kind"], PART, *row["above"], PART, *row["before"], PART]
    return np.array(row["line"], dtype=np.int32), np.array(around, dtype=np.int32)


def distance(reader: Reader, file: Path, rows: list[dict]) -> float:
    """How far the file's scores lie from those of the weights in full, where these do not rule a practice out."""
    session = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
    moved = []
    for row in rows:
        line, around = shown(row)
        with torch.no_grad():
            full = reader(*batch([row], False))[0][0].numpy()
        scores = session.run(["scores"], {"line": line, "around": around})[0]
        moved += np.abs(scores - full)[full > UNLIKELY].tolist()
    return float(np.mean(moved))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("weights")
    options.add_argument("rows", help="lines to see what sizes numbers take")
    options.add_argument("folder")
    chosen = options.parse_args()
    # One thread sums in one order: the same weights give the same file.
    torch.set_num_threads(1)
    reader = Reader(tokenizer.get_vocab_size(), len(CODES))
    reader.load_state_dict(torch.load(chosen.weights, map_location="cpu"))
    reader.eval()
    folder = Path(chosen.folder)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        full, packed = Path(scratch) / "full.onnx", folder / "encoder.onnx"
        warnings.simplefilter("ignore")
        rows = read(chosen.rows)[::STRIDE]
        line, around = shown(rows[0])
        torch.onnx.export(
            OneLine(smoothed(reader, rows)).eval(),
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
        moved = [distance(reader, file, rows) for file in (full, packed)]
        print(f"scores move by {moved[0]:.3f} with 8-bit words, by {moved[1]:.3f} with all in 8 bits")
    shutil.copyfile(published / "vocab.txt", folder / "vocabulary.txt")
    print(f"{os.path.getsize(packed) / 1e6:.1f} MB in {packed}")


if __name__ == "__main__":
    main()
