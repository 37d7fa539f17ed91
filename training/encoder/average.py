"""Averages trained weights that began from the same ones: one encoder that reads a little better than each.

    python training/encoder/average.py dist/encoder-1.pt dist/encoder-2.pt … dist/encoder.pt
"""

import sys

import torch

*paths, out = sys.argv[1:]
all_weights = [torch.load(path, map_location="cpu") for path in paths]
torch.save({name: torch.stack([weights[name].float() for weights in all_weights]).mean(0) for name in all_weights[0]}, out)
print(f"{len(paths)} averaged in {out}")
