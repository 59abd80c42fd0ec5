"""Compares readers on documents that they have not seen: one table, as docs/accuracy.md has it.

    readers.py [SHARED]

Each reader is a choice of the graphs that ship; an even graph is judged on the gold's odd documents, an odd one on the even ones. For every
reader: precision, recall and F1 at the cut where F1 is best, recall where nine of ten are right, sentences a second on this
machine's cores, seconds to start (Java, lexicon and graphs), and megabytes of graphs. Needs Java and the packages of requirements.txt; some ten minutes.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from calibrate import BEFORE_TOKENS, TITLE_TOKENS, judged
from train import half

HOME = pathlib.Path(__file__).resolve().parent.parent
SHIPPED = HOME / "src/main/resources/reader"
FILES = ("dev", "modern")


def read(path):
    return [json.loads(line) for line in open(path, encoding="utf-8")]


def predict(folder, graphs, files, work):
    """What a reader of these graphs says, by sentence; and how many seconds that took, start included."""
    folder.mkdir()
    for name in ("vocab.txt", *graphs):
        shutil.copy(SHIPPED / name, folder)
    settings = dict(version="compared", title_tokens=TITLE_TOKENS, before_tokens=BEFORE_TOKENS, graphs=graphs, calibration=[], balanced_cut=0, sure_cut=1)
    (folder / "reader.json").write_text(json.dumps(settings))
    began = time.time()
    subprocess.run(
        [HOME / "jobs/evaluate.sh", "--reader", folder, "--min-confidence", "0", "--gold", *files, "--predictions", work],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return {row["id"]: row["claims"] for row in read(work)}, time.time() - began


def figures(gold, said):
    pairs, claims = judged(gold, said)
    best, sure, right = (0, 0, 0), 0, 0
    for n, (_, y) in enumerate(pairs, 1):
        right += y
        best = max(best, (2 * right / (n + claims), right / n, right / claims))
        sure = right / claims if right >= 0.9 * n else sure
    return "  ".join(f"{figure:.3f}" for figure in (best[1], best[2], best[0], sure))


def main():
    shared = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else HOME.parent / "shared")
    files = [shared / f"gold/{name}-sentences.jsonl" for name in FILES]
    gold = {name: read(path) for name, path in zip(FILES, files)}
    count = sum(map(len, gold.values()))
    encoders = sorted({path.stem.split("-", 1)[1] for path in SHIPPED.glob("*.onnx")})
    print("reader".ljust(36) + "  ".join(f"{name}: P      R      F1     R@0.90" for name in FILES) + "  sentences/s  start  MB")
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        one = work / "one.jsonl"
        one.write_text(json.dumps(gold["dev"][0]) + "\n")
        both = {}  # what the last reader says, all encoders together
        for chosen in [[encoder] for encoder in encoders] + [encoders]:
            by, seconds, start, size = {}, 0, 0, 0
            for which in ("even", "odd"):
                graphs = [f"{which}-{encoder}.onnx" for encoder in chosen]
                by[which], took = predict(work / "-".join([which, *chosen]), graphs, files, work / "said.jsonl")
                seconds += took
                start += predict(work / "-".join(["one", which, *chosen]), graphs, [one], work / "said.jsonl")[1]
                size += sum((SHIPPED / graph).stat().st_size for graph in graphs)
            both = {r["id"]: by["odd" if half(r["url"]) == "even" else "even"][r["id"]] for rows in gold.values() for r in rows}
            print(" + ".join(chosen).ljust(36) + "  ".join(figures(gold[name], both) for name in FILES)
                  + f"  {2 * count / (seconds - start):11.0f}  {start / 2:5.1f}  {size / 1e6:.0f}", flush=True)
        patterns = {id: [c for c in claims if c["rule"].startswith("pattern:")] for id, claims in both.items()}
        print("patterns alone".ljust(36) + "  ".join(figures(gold[name], patterns) for name in FILES) + "            -      -  0")


if __name__ == "__main__":
    main()
