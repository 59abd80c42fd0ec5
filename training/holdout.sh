#!/usr/bin/env bash
# Takes a third of the gold's buyers out of the lexicon, and prints how many of their claims come back under provisional ids, and how many
# claims under such ids are right; each half of the gold is read by the graphs trained without it: training/holdout.sh [SHARED] (default: ../shared).
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
shared=$(cd "${1:-$home/../shared}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 - "$shared/gold" "$home/src/main/resources/reader" "$work" <<'PYTHON'
import hashlib, json, pathlib, shutil, sys

gold, reader, work = map(pathlib.Path, sys.argv[1:])
settings = json.loads((reader / "reader.json").read_text(encoding="utf-8"))
for half, other in (("even", "odd"), ("odd", "even")):
    folder = work / half
    folder.mkdir()
    graphs = [graph for graph in settings["graphs"] if graph.startswith(other)]
    for graph in graphs:
        shutil.copy(reader / graph, folder)
    (folder / "reader.json").write_text(json.dumps(dict(settings, graphs=graphs)), encoding="utf-8")
    for name in ("dev", "modern"):
        with open(work / f"{name}-{half}.jsonl", "w", encoding="utf-8") as out:
            for line in open(gold / f"{name}-sentences.jsonl", encoding="utf-8"):
                key = json.loads(line)["url"] or ""
                if ("odd" if int(hashlib.md5(key.encode()).hexdigest()[-1], 16) % 2 else "even") == half:  # as in train.py
                    out.write(line)
PYTHON
for half in even odd; do
  "$home/jobs/evaluate.sh" --reader "$work/$half" --hold-out --gold "$work/dev-$half.jsonl" "$work/modern-$half.jsonl"
done
