"""The reader's network: an encoder that reads a sentence once, and in its last layers a token for every pair of
who and which chip, which sees the sentence and the other pairs.

Inputs of `forward` (B sentences, L pieces, S spans, N pairs, F facts of a pair):
    ids, types, segments, attention   B×L   pieces, their entity types, 1 for the sentence and 0 for what stands before
    spans      B×S×L   for each entity the weights of its pieces; rows sum to 1, row 0 is empty
    places     B×N×3   spans of buyer, target and what else the target names
    present    B×N     1 for a pair, 0 for padding
    features   B×N×F   plain facts; the first six say what kind of target it is
Outputs: log-odds of six actions (none, buy, rent, use, make, foundry) and of eight statuses.
"""
import math

import numpy as np
import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnx import numpy_helper

ACTIONS = ["none", "buy", "rent", "use", "make", "foundry"]
STATUSES = ["actual", "agreed", "planned", "considered", "possible", "prohibited", "ended", "denied"]
# By kind of target, in the order of dev.chipledger.extract.model.Candidate.Kind: what can be done with it.
ACTIONS_OF_KIND = [
    ["make", "use"],
    ["buy", "rent", "use", "foundry"],
    ["foundry", "buy"],
    ["buy", "rent", "use", "foundry"],
    ["make", "use", "foundry"],
    ["buy", "rent", "use"],
]
FEATURES = 40
ENTITY_TYPES = 7
WIDTH, HEADS, INNER, PIECES, POSITIONS = 384, 12, 1536, 30522, 512


def impossible_actions():
    """By kind of target: a large negative number for each action that makes no sense with it."""
    mask = torch.full((len(ACTIONS_OF_KIND), len(ACTIONS)), -30.0)
    mask[:, 0] = 0
    for kind, actions in enumerate(ACTIONS_OF_KIND):
        for action in actions:
            mask[kind, ACTIONS.index(action)] = 0
    return mask


class Layer(nn.Module):
    """A BERT layer. Pair tokens, where given, see the text and each other; the text does not see them."""

    def __init__(self):
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    @staticmethod
    def _heads(x):
        return x.reshape(x.shape[0], x.shape[1], HEADS, x.shape[2] // HEADS).transpose(1, 2)

    def _attend(self, x, key, value, bias):
        query = self._heads(self.query(x)) * (1 / math.sqrt(WIDTH // HEADS))
        # Written out: the fused attention is slow to train on a CPU.
        weights = torch.softmax(query @ key.transpose(-1, -2) + bias.to(query.dtype), -1, dtype=query.dtype)
        mixed = (weights @ value).transpose(1, 2).reshape(x.shape)
        x = self.norm1(x + F.dropout(self.output(mixed), 0.1, self.training))
        return self.norm2(x + F.dropout(self.outer(F.gelu(self.inner(x))), 0.1, self.training))

    def forward(self, x, bias, pairs=None, pair_bias=None):
        key, value = self._heads(self.key(x)), self._heads(self.value(x))
        text = self._attend(x, key, value, bias)
        if pairs is None:
            return text, None
        both_keys = torch.cat([key, self._heads(self.key(pairs))], 2)
        both_values = torch.cat([value, self._heads(self.value(pairs))], 2)
        both_bias = torch.cat([bias.expand(-1, -1, -1, x.shape[1]), pair_bias], 3)
        return text, self._attend(pairs, both_keys, both_values, both_bias)


def layers_of(path):
    """How many layers an encoder's ONNX graph has."""
    names = [t.name for t in onnx.load(path).graph.initializer]
    return 1 + max(int(name.split(".")[2]) for name in names if name.startswith("encoder.layer."))


class Reader(nn.Module):
    def __init__(self, layers, pair_layers=3):
        super().__init__()
        self.pair_layers = pair_layers
        self.word, self.position, self.segment = nn.Embedding(PIECES, WIDTH), nn.Embedding(POSITIONS, WIDTH), nn.Embedding(2, WIDTH)
        self.entity_type = nn.Embedding(ENTITY_TYPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.buyer, self.target, self.extra = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.facts, self.pair_norm = nn.Linear(FEATURES, WIDTH), nn.LayerNorm(WIDTH)
        self.few_facts = nn.Linear(FEATURES, 64)
        self.hidden1, self.hidden2 = nn.Linear(WIDTH * 6 + 64, WIDTH), nn.Linear(WIDTH, WIDTH // 2)
        self.action, self.status = nn.Linear(WIDTH // 2, len(ACTIONS)), nn.Linear(WIDTH // 2, len(STATUSES))
        nn.init.normal_(self.entity_type.weight, std=0.02)
        with torch.no_grad():
            self.entity_type.weight[0] = 0
            # A pair starts as about the mean of its buyer and its target.
            for layer, share in ((self.buyer, 0.5), (self.target, 0.5), (self.extra, 0.1)):
                layer.weight.mul_(0.3)
                layer.weight.add_(torch.eye(WIDTH) * share)
                layer.bias.zero_()

    def load_encoder(self, path):
        """Takes the weights of a BERT encoder from its ONNX graph."""
        graph = onnx.load(path).graph
        tensors = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
        products = {n.name: n for n in graph.node if n.op_type == "MatMul"}
        tensor = lambda array: torch.tensor(np.array(array))

        def linear(to, name):
            node = products["/" + name.replace(".layer.", "/layer.").replace(".", "/").replace("/layer/", "/layer.") + "/MatMul"]
            weight = next(tensors[i] for i in node.input if i in tensors)
            to.weight.data, to.bias.data = tensor(weight.T).contiguous(), tensor(tensors[name + ".bias"])

        def norm(to, name):
            to.weight.data, to.bias.data = tensor(tensors[name + ".weight"]), tensor(tensors[name + ".bias"])

        self.word.weight.data = tensor(tensors["embeddings.word_embeddings.weight"])
        self.position.weight.data = tensor(tensors["embeddings.position_embeddings.weight"])
        self.segment.weight.data = tensor(tensors["embeddings.token_type_embeddings.weight"])
        norm(self.norm, "embeddings.LayerNorm")
        for i, layer in enumerate(self.layers):
            at = f"encoder.layer.{i}."
            for to, name in ((layer.query, "attention.self.query"), (layer.key, "attention.self.key"), (layer.value, "attention.self.value"),
                             (layer.output, "attention.output.dense"), (layer.inner, "intermediate.dense"), (layer.outer, "output.dense")):
                linear(to, at + name)
            norm(layer.norm1, at + "attention.output.LayerNorm")
            norm(layer.norm2, at + "output.LayerNorm")
        return self

    def forward(self, ids, types, segments, attention, spans, places, present, features):
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.segment(segments) + self.entity_type(types)
        x = F.dropout(self.norm(x), 0.1, self.training)
        bias = (1 - attention.float())[:, None, None, :] * -1e4
        pair_bias = (1 - present.float())[:, None, None, :] * -1e4

        def spots(x):
            means = torch.bmm(spans, x.float())
            return [means.gather(1, places[:, :, k : k + 1].expand(-1, -1, WIDTH)) for k in range(3)]

        first = len(self.layers) - self.pair_layers
        for layer in self.layers[:first]:
            x, _ = layer(x, bias)
        buyer, target, extra = spots(x)
        pairs = self.pair_norm(self.buyer(buyer) + self.target(target) + self.extra(extra) + self.facts(features))
        pairs = F.dropout(pairs, 0.1, self.training)
        for layer in self.layers[first:]:
            x, pairs = layer(x, bias, pairs, pair_bias)
        buyer, target, extra = spots(x)
        whole = x[:, :1].float().expand(-1, places.shape[1], -1)
        z = torch.cat([buyer, target, buyer * target, extra, whole, F.gelu(self.few_facts(features)), pairs.float()], 2)
        z = F.dropout(F.gelu(self.hidden1(F.dropout(z, 0.2, self.training))), 0.2, self.training)
        z = F.gelu(self.hidden2(z))
        return self.action(z), self.status(z)
