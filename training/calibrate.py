"""Finds out how sure the readers are, on documents they were not trained on, and writes what ships beside them.

    calibrate.py --gold FILE… --even PREDICTIONS --odd PREDICTIONS --out DIR --version NAME --graphs even.onnx odd.onnx

--even and --odd: what each half's reader predicted of the gold with every confidence left in (`evaluate --min-confidence 0`).
The even reader is judged on odd documents and the other way round. Writes DIR/reader.json (the share that was right by raw
probability; the cut where F1 is best; the cut above which nine of ten are right) and DIR/unseen.jsonl: for every sentence
what the reader predicted that had not seen its document, calibrated.
"""
import argparse
import json
import pathlib

import numpy as np
from sklearn.isotonic import IsotonicRegression

from train import half

GROUPS = {"actual": 0, "agreed": 0, "planned": 1, "considered": 1, "possible": 1, "prohibited": 2, "ended": 2, "denied": 2}
TITLE_TOKENS, BEFORE_TOKENS = 16, 32


def pattern_confidences():
    rows = [line.rstrip("\n").split("\t") for line in open(RULES, encoding="utf-8") if line.strip() and not line.startswith("#")]
    return {row[0]: float(row[rows[0].index("confidence")]) for row in rows[1:]}


RULES = pathlib.Path(__file__).parent.parent / "src/main/resources/lexicon/patterns.tsv"
PATTERNS = pattern_confidences()


def extends(a, b):
    return a == b or a.startswith(b + "-") or b.startswith(a + "-")


def generation(a, b):
    return len(b) > 3 and b[-1].isalpha() and a.startswith(b) and a[len(b) : len(b) + 1].isdigit()


def matches(p, g):
    """The gold's rule of what is the same claim (the README beside the gold)."""
    if not extends(p["buyer"], g["buyer"]) or p["action"] not in g["action"]:
        return False
    company = lambda name, id: bool(p.get(name)) and extends(p[name], id)
    if g["vendor"]:
        if not company("vendor", g["vendor"]):
            return False
    elif g.get("seller") and not (company("seller", g["seller"]) or company("vendor", g["seller"])):
        return False
    a, b = p.get("chip"), g["chip"]
    return not b or bool(a) and (extends(a, b) or a.replace("-", "") == b.replace("-", "") or generation(a, b) or generation(b, a))


def distinct(claims):
    """Of claims that the scorer takes for one, the surest."""
    best = {}
    for claim in sorted(claims, key=lambda c: -c["confidence"]):
        best.setdefault((*(claim.get(k) for k in ("buyer", "action", "vendor", "chip", "region")), GROUPS[claim["status"]]), claim)
    return list(best.values())


def judged(gold, predicted):
    """(confidence, 1 if right else 0) of every prediction that the gold's scorer counts, and how many claims there are."""
    pairs, claims = [], 0
    for row in gold:
        said, used = distinct(predicted[row["id"]]), set()
        claims += sum(not g.get("optional") for g in row["claims"])
        for g in sorted(row["claims"], key=lambda g: (bool(g.get("optional")), g["chip"] is None)):
            fits = [i for i, p in enumerate(said) if i not in used and matches(p, g)]
            fits.sort(key=lambda i: (GROUPS[said[i]["status"]] not in {GROUPS[s] for s in g["status"]}, said[i].get("chip") != g["chip"]))
            if fits:
                used.add(fits[0])
                if not g.get("optional"):
                    pairs.append((said[fits[0]]["confidence"], 1))
        for i, p in enumerate(said):
            shadow = not p.get("chip") and any(all(p.get(k) == said[j].get(k) for k in ("buyer", "vendor", "action")) for j in used)
            if i not in used and not shadow:
                pairs.append((p["confidence"], 0))
    return sorted(pairs, reverse=True), claims


def table(pairs):
    """Rising pairs of raw probability and share right."""
    raw, right = np.array([q for q, _ in pairs]), np.array([y for _, y in pairs])
    fitted = IsotonicRegression(out_of_bounds="clip", y_min=0, y_max=1).fit(raw, right)
    points = np.unique(np.concatenate([np.quantile(raw, np.linspace(0, 1, 21)), np.quantile(raw, np.linspace(0.8, 1, 21))]))
    # Strictly rising, so that the order of raw probabilities is kept.
    shares = np.maximum.accumulate(fitted.predict(points) + np.arange(len(points)) * 1e-4)
    return [[float(q), float(min(p, 0.999 + i * 1e-5))] for i, (q, p) in enumerate(zip(points, shares))]


def cuts(pairs, claims):
    """The confidence where F1 is best, and the one with the most recall at precision 0.90."""
    scored, sure, right = [], 1.0, 0
    for said, (confidence, y) in enumerate(pairs, 1):
        right += y
        scored.append((confidence, 2 * right / (said + claims)))
        if right / said >= 0.9 and said >= 30:
            sure = confidence
    return max(scored, key=lambda point: point[1])[0], sure


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", nargs="+", required=True)
    parser.add_argument("--even", required=True)
    parser.add_argument("--odd", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--graphs", nargs="+", required=True)
    args = parser.parse_args()
    rows = lambda path: [json.loads(line) for line in open(path, encoding="utf-8")]
    gold = [row for path in args.gold for row in rows(path)]
    by = {name: {r["id"]: r["claims"] for r in rows(path)} for name, path in (("even", args.even), ("odd", args.odd))}
    # The other half's reader: it has not seen the document.
    unseen = {row["id"]: by["odd" if half(row["url"]) == "even" else "even"][row["id"]] for row in gold}
    model_only = {id: [c for c in claims if not c["rule"].startswith("pattern:")] for id, claims in unseen.items()}
    points = table(judged(gold, model_only)[0])
    raw, share = [q for q, _ in points], [p for _, p in points]
    for claim in (c for claims in unseen.values() for c in claims):
        # A claim that a pattern reads too is at least as sure as the pattern is.
        pattern, _, model = claim["rule"].partition("+")
        least = PATTERNS[pattern.removeprefix("pattern:")] if pattern.startswith("pattern:") else 0.0
        if model or not least:
            claim["confidence"] = max(least, float(np.interp(claim["confidence"], raw, share)) if claim["confidence"] > least else 0.0)
    balanced, sure = cuts(*judged(gold, unseen))
    out = pathlib.Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    settings = dict(
        version=args.version, title_tokens=TITLE_TOKENS, before_tokens=BEFORE_TOKENS, graphs=args.graphs, calibration=points,
        balanced_cut=balanced, sure_cut=sure)
    (out / "reader.json").write_text(json.dumps(settings, indent=1) + "\n")
    with open(out / "unseen.jsonl", "w", encoding="utf-8") as file:
        for id, claims in unseen.items():
            said = [{k: v for k, v in claim.items() if v is not None and k != "rule"} for claim in claims]
            file.write(json.dumps(dict(id=id, claims=said), separators=(",", ":")) + "\n")
    print(f"balanced cut {balanced:.3f}, sure cut {sure:.3f}")


if __name__ == "__main__":
    main()
