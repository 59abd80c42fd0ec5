"""Trains the claim reader. Called by train.sh, which prepares the examples.

    train.py --examples DIR --encoder ENCODER.onnx --out DIR [--base FILE] [--epochs 3] [--fine-epochs 2] [--threads 2]

First on sentences of documents without gold labels (BASE), then, from there, twice: on the gold documents whose key hashes
to even, and on the others. So each half of the gold is judged by a reader that never saw its documents; the two together
are what ships. Writes OUT/base.pt, OUT/even.onnx, OUT/odd.onnx (int8) and prints loss and seconds by epoch. --base takes up an
earlier BASE instead of training it.
"""
import argparse
import hashlib
import json
import pathlib
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

from export import export
from network import ACTIONS, FEATURES, STATUSES, Reader, impossible_actions, layers_of

GOLD = ("dev-sentences", "modern-sentences")
MOST_PAIRS = 40  # of a sentence in one step: the right ones and a draw of the others
BATCH = 8


class Example:
    def __init__(self, row, source):
        self.id, self.source, self.url = row["id"].rstrip("~"), source, row["url"]
        self.ids, self.types, self.segments = row["ids"], row["types"], row["segments"]
        self.spans, self.places = row["spans"], row["places"]
        self.features = np.array(row["features"], np.float32)
        self.actions = [[ACTIONS.index(a) for a in p["actions"]] for p in row["pairs"]]
        self.statuses = [[STATUSES.index(s) for s in p["statuses"]] for p in row["pairs"]]
        self.counted = [not p["ignored"] for p in row["pairs"]]
        self.claims = any(self.actions)


def half(url):
    """even or odd, by the last digit of the key's MD5."""
    return "even" if int(hashlib.md5((url or "").encode()).hexdigest()[-1], 16) % 2 == 0 else "odd"


def load(folder):
    """(examples, their retellings with other names by (file, id))"""
    originals, variants = [], {}
    for path in sorted(pathlib.Path(folder).glob("*.jsonl")):
        for line in open(path, encoding="utf-8"):
            row = json.loads(line)
            example = Example(row, path.stem)
            if row["id"].endswith("~"):
                variants.setdefault((example.source, example.id), []).append(example)
            else:
                originals.append(example)
    return originals, variants


def batch(examples, chance=None):
    """Tensors of some sentences; with `chance`, while training, at most MOST_PAIRS of each."""
    chosen = []
    for e in examples:
        pairs = list(range(len(e.places)))
        if chance and len(pairs) > MOST_PAIRS:
            right = [i for i in pairs if e.actions[i]]
            wrong = [i for i in pairs if not e.actions[i]]
            chance.shuffle(wrong)
            pairs = sorted((right + wrong)[:MOST_PAIRS])
        chosen.append(pairs)
    b, length = len(examples), max(len(e.ids) for e in examples)
    spans, pairs = max(len(e.spans) for e in examples), max(map(len, chosen))
    whole = lambda *shape: np.zeros(shape, np.int64)
    real = lambda *shape: np.zeros(shape, np.float32)
    ids, types, segments, attention = whole(b, length), whole(b, length), whole(b, length), whole(b, length)
    span, place, present, feature = real(b, spans, length), whole(b, pairs, 3), real(b, pairs), real(b, pairs, FEATURES)
    action, counted, status, has_status = real(b, pairs, len(ACTIONS)), real(b, pairs), real(b, pairs, len(STATUSES)), real(b, pairs)
    for k, e in enumerate(examples):
        n = len(e.ids)
        ids[k, :n], types[k, :n], segments[k, :n], attention[k, :n] = e.ids, e.types, e.segments, 1
        for s, pieces in enumerate(e.spans):
            if pieces:
                span[k, s, pieces] = 1 / len(pieces)
        for j, i in enumerate(chosen[k]):
            place[k, j], present[k, j], feature[k, j], counted[k, j] = e.places[i], 1, e.features[i], e.counted[i]
            action[k, j, e.actions[i] or [0]] = 1
            if e.statuses[i]:
                status[k, j, e.statuses[i]] = 1
                has_status[k, j] = 1
        action[k, len(chosen[k]):, 0] = 1
    status[has_status == 0, 0] = 1
    tensors = lambda *arrays: tuple(map(torch.tensor, arrays))
    return tensors(ids, types, segments, attention, span, place, present, feature), tensors(action, counted, status, has_status)


def any_of(logits, right):
    """Minus the log of the probability that one of the right answers has."""
    return -torch.logsumexp(F.log_softmax(logits.float(), -1) + (right + 1e-9).log(), -1)


def groups(model, rate, head_rate):
    """The encoder learns slowly, its lower layers more so; what is new learns fast; word vectors stay."""
    model.word.weight.requires_grad_(False)
    model.position.weight.requires_grad_(False)
    decay, n = 0.9, len(model.layers)
    some = lambda *modules: [p for m in modules for p in m.parameters()]
    rates = [(some(model.segment, model.norm), rate * decay**n)]
    rates += [(some(layer), rate * decay ** (n - 1 - k)) for k, layer in enumerate(model.layers)]
    rates += [(some(model.entity_type, model.buyer, model.target, model.extra, model.facts, model.pair_norm), head_rate * 0.3)]
    rates += [(some(model.few_facts, model.hidden1, model.hidden2, model.action, model.status), head_rate)]
    return [dict(params=p, lr=r, base=r) for p, r in rates]


def fit(model, examples, variants, epochs, rate, head_rate, name, seed=1, retold=0.3, claimless=0.5):
    """Trains in place. `retold`: share of sentences told with other names; `claimless`: share of those without a claim."""
    chance = random.Random(seed)
    torch.manual_seed(seed)
    parameters = groups(model, rate, head_rate)
    optimizer = torch.optim.AdamW(parameters, weight_decay=0.01, fused=True)
    mask = impossible_actions()
    expected = sum(1 if e.claims else claimless for e in examples)
    steps, step = int(epochs * expected / BATCH) + 1, 0
    for epoch in range(epochs):
        began, total = time.time(), 0.0
        model.train()
        order = [e for e in examples if e.claims or chance.random() < claimless]
        chance.shuffle(order)
        # Sentences of like length share a batch.
        chunks = [sorted(order[k : k + BATCH * 8], key=lambda e: len(e.ids)) for k in range(0, len(order), BATCH * 8)]
        batches = [c[k : k + BATCH] for c in chunks for k in range(0, len(c), BATCH)]
        chance.shuffle(batches)
        for one in batches:
            told = [chance.choice(variants[e.source, e.id]) if (e.source, e.id) in variants and chance.random() < retold else e for e in one]
            inputs, (action, counted, status, has_status) = batch(told, chance)
            warm = step / (0.06 * steps) if step < 0.06 * steps else max(0.02, 1 - step / steps)
            for group in parameters:
                group["lr"] = group["base"] * warm
            with torch.autocast("cpu", dtype=torch.bfloat16):
                actions, statuses = model(*inputs)
            loss = (any_of(actions.float() + inputs[-1][..., :6] @ mask, action) * counted).sum() / len(one)
            # Nearly all statuses are "actual": the others weigh more, or they are never learned.
            rare = has_status * (1 + (status[..., 0] == 0))
            loss = loss + 0.7 * (any_of(statuses, status) * rare).sum() / len(one)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for g in parameters for p in g["params"]], 1.0)
            optimizer.step()
            step += 1
            total += loss.item()
        print(f"{name} epoch {epoch + 1} of {epochs}: {len(order)} sentences, loss {total / len(batches):.3f}, {time.time() - began:.0f} s", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", required=True)
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--base")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--fine-epochs", type=int, default=2)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    out = pathlib.Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    examples, variants = load(args.examples)
    gold_documents = {e.url for e in examples if e.source in GOLD}
    seed = [e for e in examples if e.source == "seed-sentences"]
    base = [e for e in examples if e.url not in gold_documents and e not in seed]
    print(f"{len(examples)} sentences, {len(base)} of documents without gold labels", flush=True)

    layers = layers_of(args.encoder)
    torch.manual_seed(1)
    start = args.base or out / "base.pt"
    if not args.base:
        model = Reader(layers).load_encoder(args.encoder)
        fit(model, base, variants, args.epochs, 1e-4, 8e-4, "base")
        torch.save(model.state_dict(), start)
    for which in ("even", "odd"):
        model = Reader(layers)
        model.load_state_dict(torch.load(start))
        own = [e for e in examples if e.url in gold_documents and half(e.url) == which] + seed
        fit(model, own, variants, args.fine_epochs, 6e-5, 4e-4, which)
        torch.save(model.state_dict(), out / f"{which}.pt")
        export(model, batch(base[:2])[0], out / f"{which}.onnx")


if __name__ == "__main__":
    main()
