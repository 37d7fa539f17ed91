"""A small BERT encoder with one attention head a practice, so that every decision is a sum over the words of the line."""

import torch
from torch import nn
from torch.nn import functional as F


class Layer(nn.Module):
    def __init__(self, width: int, heads: int, inner: int, dropout: float):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.mix = nn.Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.output_norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.rate = dropout

    def forward(self, x, mask):
        batch, length, width = x.shape
        split = lambda y: y.view(batch, length, self.heads, width // self.heads).transpose(1, 2)
        rate = self.rate if self.training else 0.0
        mixed = F.scaled_dot_product_attention(
            split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=mask, dropout_p=rate
        )
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        x = self.attention_norm(x + self.dropout(self.mix(mixed)))
        return self.output_norm(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Reader(nn.Module):
    """Token ids and segments in; a score for each practice, three stance scores for each, and the share of each token in each score, out."""

    def __init__(self, vocabulary: int, labels: int, width=384, layers=6, heads=12, inner=1536, dropout=0.1):
        super().__init__()
        self.words = nn.Embedding(vocabulary, width, padding_idx=0)
        self.places = nn.Embedding(512, width)
        self.segments = nn.Embedding(2, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(width, heads, inner, dropout) for _ in range(layers))
        # What each practice looks for, and what it makes of what it finds.
        self.looks = nn.Linear(width, labels)
        self.says = nn.Linear(width, labels)
        self.stance = nn.Parameter(torch.zeros(labels, 3, width))
        self.stance_shared = nn.Linear(width, 3)
        self.stance_bias = nn.Parameter(torch.zeros(labels, 3))
        nn.init.normal_(self.looks.weight, std=0.02)
        nn.init.normal_(self.says.weight, std=0.02)
        nn.init.constant_(self.says.bias, -3.0)

    def forward(self, ids, segments):
        present = ids != 0
        mask = present[:, None, None, :]
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.places(places)[None] + self.segments(segments)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        x = self.dropout(x)
        in_line = present & (segments == 0)
        looks = self.looks(x).masked_fill(~in_line[..., None], -1e4)
        attention = looks.softmax(1)  # batch, token, label
        shares = attention * F.linear(x, self.says.weight)
        scores = shares.sum(1) + self.says.bias
        found = torch.einsum("btl,btw->blw", attention, x)
        stances = self.stance_shared(found) + torch.einsum("blw,lsw->bls", found, self.stance) + self.stance_bias
        return scores, stances, shares


# Names of the published weights, by ours.
def published(layers: int) -> dict[str, str]:
    names = {
        "words.weight": "embeddings.word_embeddings.weight",
        "places.weight": "embeddings.position_embeddings.weight",
        "segments.weight": "embeddings.token_type_embeddings.weight",
    }
    parts = {"norm": "embeddings.LayerNorm"}
    for n in range(layers):
        theirs = f"encoder.layer.{n}."
        parts |= {
            f"layers.{n}.query": theirs + "attention.self.query",
            f"layers.{n}.key": theirs + "attention.self.key",
            f"layers.{n}.value": theirs + "attention.self.value",
            f"layers.{n}.mix": theirs + "attention.output.dense",
            f"layers.{n}.attention_norm": theirs + "attention.output.LayerNorm",
            f"layers.{n}.up": theirs + "intermediate.dense",
            f"layers.{n}.down": theirs + "output.dense",
            f"layers.{n}.output_norm": theirs + "output.LayerNorm",
        }
    for ours, theirs in parts.items():
        names |= {f"{ours}.{kind}": f"{theirs}.{kind}" for kind in ("weight", "bias")}
    return names


def from_published(weights: dict[str, torch.Tensor], labels: int, layers=6, dropout=0.1) -> Reader:
    reader = Reader(weights["embeddings.word_embeddings.weight"].shape[0], labels, layers=layers, dropout=dropout)
    own = reader.state_dict()
    for ours, theirs in published(layers).items():
        own[ours].copy_(weights[theirs])
    reader.load_state_dict(own)
    return reader
