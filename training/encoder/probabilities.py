"""Writes what trained weights say of lines: one JSON array a row, the row's number and the 28 probabilities in the order of codes.

    python training/encoder/probabilities.py dist/encoder.pt dist/train.jsonl dist/soft-train.jsonl

For teaching the compact reader, and for finding labels that may be wrong. Rows that are printed template text are left out, as in the
training. On lines that the weights learned from they say little beyond the labels.
"""

import argparse
import json

import torch
from model import Reader
from train import CODES, batch, read, tokenizer

options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
for name in ("weights", "rows", "out"):
    options.add_argument(name)
chosen = options.parse_args()

reader = Reader(tokenizer.get_vocab_size(), len(CODES))
reader.load_state_dict(torch.load(chosen.weights, map_location="cpu"))
reader.eval()
# Row numbers count from 0 in the file that was given.
numbers = [n for n, line in enumerate(open(chosen.rows, encoding="utf8")) if not json.loads(line)["template"]]
rows = list(zip(numbers, read(chosen.rows), strict=True))
rows.sort(key=lambda row: len(row[1]["line"]) + len(row[1]["above"]) + len(row[1]["before"]))
said = {}
with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
    for start in range(0, len(rows), 64):
        part = rows[start : start + 64]
        scores, _, _ = reader(*batch([row for _, row in part], False))
        for (number, _), chances in zip(part, scores.float().sigmoid().tolist()):
            said[number] = chances
with open(chosen.out, "w", encoding="utf8") as out:
    for number in sorted(said):
        out.write(json.dumps([number, [round(chance, 4) for chance in said[number]]]) + "\n")
print(f"{len(said)} lines in {chosen.out}")
