"""How far `confidence` can be taken at its word: of claims said to be so sure, which share was right?

    reliability.py --gold FILE… [--predicted unseen.jsonl]

Cross-validated twice over: readers are judged on documents that they were not trained on, and what turns their
probabilities into confidence is fitted on one half of the documents and judged on the other. Five bins, with 95 % intervals (Wilson).
"""
import argparse
import json
import math
import pathlib

import numpy as np

from calibrate import judged, table
from train import half

EDGES = (0.0, 0.3, 0.5, 0.75, 0.9, 1.0)


def interval(right, n, z=1.96):
    """Wilson's score interval of a share."""
    share, d = right / n, 1 + z * z / n
    middle = (share + z * z / (2 * n)) / d
    width = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / d
    return middle - width, middle + width


def main():
    here = pathlib.Path(__file__).parent
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", nargs="+", required=True)
    parser.add_argument("--predicted", default=here / "unseen.jsonl")
    args = parser.parse_args()
    rows = lambda path: [json.loads(line) for line in open(path, encoding="utf-8")]
    gold = [row for path in args.gold for row in rows(path)]
    predicted = {row["id"]: row["claims"] for row in rows(args.predicted)}
    pairs = {name: judged([row for row in gold if half(row["url"]) == name], predicted)[0] for name in ("even", "odd")}
    sure = []
    for name, other in (("even", "odd"), ("odd", "even")):
        raw, share = zip(*table(pairs[other]))
        sure += [(float(np.interp(q, raw, share)), right) for q, right in pairs[name]]
    print("| confidence | claims | mean confidence | right | 95 % interval |\n| --- | --- | --- | --- | --- |")
    for low, high in zip(EDGES, EDGES[1:]):
        there = [(p, y) for p, y in sure if low <= p < high or p == high == 1.0]
        if there:
            right = sum(y for _, y in there)
            a, b = interval(right, len(there))
            mean = sum(p for p, _ in there) / len(there)
            print(f"| {low:.2f}–{high:.2f} | {len(there):,} | {mean:.3f} | {right / len(there):.3f} | {a:.3f}–{b:.3f} |")


if __name__ == "__main__":
    main()
