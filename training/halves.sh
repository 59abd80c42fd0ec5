#!/usr/bin/env bash
# Scores what readers said of documents that they had not seen, the gold's even and odd halves apart:
# training/halves.sh [PREDICTED [CUT [SHARED]]]; default: training/unseen.jsonl, the balanced cut, ../shared.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
predicted=$(realpath "${1:-$home/training/unseen.jsonl}")
cut=${2:-$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["balanced_cut"])' "$home/src/main/resources/reader/reader.json")}
shared=$(cd "${3:-$home/../shared}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 - "$shared/gold" "$work" <<'PYTHON'
import hashlib, json, pathlib, sys

gold, work = map(pathlib.Path, sys.argv[1:])
for name in ("dev", "modern"):
    for line in open(gold / f"{name}-sentences.jsonl", encoding="utf-8"):
        key = json.loads(line)["url"] or ""
        half = "odd" if int(hashlib.md5(key.encode()).hexdigest()[-1], 16) % 2 else "even"  # as in train.py
        with open(work / f"{name}-{half}.jsonl", "a", encoding="utf-8") as out:
            out.write(line)
PYTHON
"$home/jobs/evaluate.sh" --gold "$work"/*.jsonl --predicted "$predicted" --min-confidence "$cut"
