"""Writes what trained weights say of lines: one JSON array a row, the row's number and the 28 probabilities in the order of codes.

    python training/encoder/probabilities.py dist/encoder.pt dist/train.jsonl dist/soft-train.jsonl

For teaching the compact reader, and for finding labels that may be wrong. Rows that are printed template text are left out, as in the
training. On lines that the weights learned from they say little beyond the labels.
"""

import argparse
import json

import torch
from model import Reader
from train import CODES, DEVICE, read, scores_of, tokenizer

options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
for name in ("weights", "rows", "out"):
    options.add_argument(name)
chosen = options.parse_args()

reader = Reader(tokenizer.get_vocab_size(), len(CODES))
reader.load_state_dict(torch.load(chosen.weights, map_location="cpu"))
reader.to(DEVICE)
rows = read(chosen.rows)
by_length = sorted(rows, key=lambda row: len(row["line"]) + len(row["above"]) + len(row["before"]))
scores, _ = scores_of(reader, by_length)
said = {row["number"]: chances for row, chances in zip(by_length, scores.sigmoid().tolist(), strict=True)}
with open(chosen.out, "w", encoding="utf8") as out:
    for number in sorted(said):
        out.write(json.dumps([number, [round(chance, 4) for chance in said[number]]]) + "\n")
print(f"{len(said)} lines in {chosen.out}")
